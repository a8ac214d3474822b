package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// croissantContext is the JSON-LD context that Croissant 1.1 recommends, as far as it is used.
const croissantContext = `{
	"@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
	"cr": "http://mlcommons.org/croissant/", "dct": "http://purl.org/dc/terms/",
	"arrayShape": "cr:arrayShape", "column": "cr:column", "conformsTo": "dct:conformsTo",
	"data": {"@id": "cr:data", "@type": "@json"}, "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
	"extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty", "fileSet": "cr:fileSet",
	"includes": "cr:includes", "isArray": "cr:isArray", "jsonPath": "cr:jsonPath", "key": "cr:key",
	"recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex", "source": "cr:source",
	"subField": "cr:subField", "transform": "cr:transform"
}`

// The parts of a Croissant file. What is named by @id is unique in the file: subsets by their names, their fields by
// subset and path, files by their paths; everything else has a dot in its name, as no subset has.
type (
	crDataset struct {
		Context       json.RawMessage `json:"@context"`
		Type          string          `json:"@type"`
		ConformsTo    string          `json:"conformsTo"`
		Name          string          `json:"name"`
		Description   string          `json:"description"`
		License       string          `json:"license"`
		URL           string          `json:"url"`
		Creator       crCreator       `json:"creator"`
		DatePublished string          `json:"datePublished,omitempty"`
		Version       string          `json:"version"`    // of streams, words and rows
		Identifier    string          `json:"identifier"` // the plan's hash
		InLanguage    string          `json:"inLanguage"`
		Keywords      []string        `json:"keywords"`
		Distribution  []any           `json:"distribution"` // crFiles and crFileSets
		RecordSet     []crRecordSet   `json:"recordSet"`
	}
	crCreator struct {
		Type string `json:"@type"`
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	crFile struct {
		Type           string   `json:"@type"`
		ID             string   `json:"@id"`
		Name           string   `json:"name"`
		ContentURL     string   `json:"contentUrl"`
		ContentSize    string   `json:"contentSize"`
		EncodingFormat []string `json:"encodingFormat"`
		SHA256         string   `json:"sha256"`
	}
	crFileSet struct {
		Type           string   `json:"@type"`
		ID             string   `json:"@id"`
		Name           string   `json:"name"`
		Description    string   `json:"description"`
		EncodingFormat []string `json:"encodingFormat"`
		Includes       []string `json:"includes"`
	}
	crRecordSet struct {
		Type        string              `json:"@type"`
		ID          string              `json:"@id"`
		Name        string              `json:"name"`
		Description string              `json:"description,omitempty"`
		DataType    string              `json:"dataType,omitempty"`
		Key         *crRef              `json:"key,omitempty"`
		Field       []crField           `json:"field"`
		Data        []map[string]string `json:"data,omitempty"`
	}
	crField struct {
		Type       string    `json:"@type"`
		ID         string    `json:"@id"`
		Name       string    `json:"name"`
		DataType   string    `json:"dataType,omitempty"` // of structs, none
		IsArray    bool      `json:"isArray,omitempty"`
		ArrayShape string    `json:"arrayShape,omitempty"`
		Source     *crSource `json:"source,omitempty"`
		References *crRefTo  `json:"references,omitempty"`
		SubField   []crField `json:"subField,omitempty"`
	}
	crRef struct {
		ID string `json:"@id"`
	}
	crRefTo struct {
		Field crRef `json:"field"`
	}
	crSource struct {
		FileSet   crRef         `json:"fileSet"`
		Extract   crExtract     `json:"extract"`
		Transform []crTransform `json:"transform,omitempty"`
	}
	crExtract struct {
		Column       string `json:"column,omitempty"`
		FileProperty string `json:"fileProperty,omitempty"`
	}
	crTransform struct {
		Regex    string `json:"regex,omitempty"`
		JSONPath string `json:"jsonPath,omitempty"`
	}
)

// splitsID names the record set that lists the splits.
const splitsID = "corpus.splits"

// appendCroissant appends croissant.json of a folder: a description in Croissant 1.1. Without a date of publication it
// lacks one property that Croissant asks for.
func appendCroissant(dst []byte, c *card) ([]byte, error) {
	licence, err := licenseOf(c.plan.License)
	if err != nil {
		return nil, err
	}
	v := c.manifest.Versions
	set := crDataset{
		Context: json.RawMessage(croissantContext), Type: "sc:Dataset", ConformsTo: "http://mlcommons.org/croissant/1.1",
		Name: c.title(), Description: c.summary(), License: licence.url, URL: homepage,
		Creator:       crCreator{"sc:Organization", "Gridscribe", homepage},
		DatePublished: c.plan.Date,
		Version:       fmt.Sprintf("%d.%d.%d", v.Stream, v.Lexicon, v.Schema), Identifier: c.manifest.Plan,
		InLanguage: "en", Keywords: c.tags(), Distribution: []any{}, RecordSet: []crRecordSet{},
	}
	formats := make(map[string]Format)
	for _, s := range c.manifest.Subsets {
		formats[s.folder()] = s.Format
	}
	for _, f := range c.manifest.Files {
		set.Distribution = append(set.Distribution, crFile{"cr:FileObject", f.Path, path.Base(f.Path), f.Path,
			fmt.Sprintf("%d B", f.Bytes), encodings(formats[f.Subset]), f.SHA256})
	}
	subsets := c.subsets()
	if len(subsets) > 0 {
		set.RecordSet = append(set.RecordSet, splitSet(c.manifest.Splits, subsets))
	}
	for _, s := range subsets {
		if !s.subset.Format.table() {
			continue
		}
		set.Distribution = append(set.Distribution, s.fileSet())
		set.RecordSet = append(set.RecordSet, s.recordSet())
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(set); err != nil {
		return nil, fmt.Errorf("export: writing the Croissant description: %w", err)
	}
	return append(dst, text.Bytes()...), nil
}

// encodings are the media types of a format: the registered one first, then the one that readers of Croissant know.
func encodings(f Format) []string {
	switch name := f.String(); {
	case f == Parquet:
		return []string{"application/vnd.apache.parquet", "application/x-parquet"}
	case f == Numbered:
		return []string{"text/plain"}
	case strings.HasSuffix(name, ".zst"):
		return []string{"application/zstd"}
	}
	return []string{"application/jsonlines"} // readers see by its name whether it is compressed with gzip
}

// splitSet lists the splits that any subset has rows in.
func splitSet(splits []Split, subsets []cardSubset) crRecordSet {
	set := crRecordSet{
		Type: "cr:RecordSet", ID: splitsID, Name: "splits", DataType: "cr:Split", Key: &crRef{splitsID + "/name"},
		Field: []crField{{Type: "cr:Field", ID: splitsID + "/name", Name: "name", DataType: "sc:Text"}},
	}
	for _, split := range splits {
		for _, s := range subsets {
			if s.rowsIn(split.Name) > 0 {
				set.Data = append(set.Data, map[string]string{splitsID + "/name": split.Name})
				break
			}
		}
	}
	return set
}

// fileSet says which files hold the subset.
func (s cardSubset) fileSet() crFileSet {
	name := s.subset.folder()
	set := crFileSet{
		Type: "cr:FileSet", ID: name + ".files", Name: name + ".files", Description: "The files of the subset " + name + ".",
		EncodingFormat: encodings(s.subset.Format),
	}
	for _, split := range s.splits {
		set.Includes = append(set.Includes, s.glob(split.name))
	}
	return set
}

// recordSet says what the rows of the subset hold.
func (s cardSubset) recordSet() crRecordSet {
	name := s.subset.folder()
	rows, _ := s.size()
	set := crRecordSet{Type: "cr:RecordSet", ID: name, Name: name, Description: counted(rows, "row") + "."}
	set.Field = append(set.Field, crField{
		Type: "cr:Field", ID: name + ".split", Name: name + ".split", DataType: "sc:Text",
		Source: &crSource{crRef{name + ".files"}, crExtract{FileProperty: "fullpath"}, []crTransform{{
			Regex: `data/` + name + `/(\w+)-[0-9]+-of-[0-9]+\.` + regexp.QuoteMeta(s.subset.Format.String()) + "$",
		}}},
		References: &crRefTo{crRef{splitsID + "/name"}},
	})
	for _, f := range s.features {
		set.Field = append(set.Field, f.croissant(name, name, f.name, nil))
	}
	return set
}

// croissant returns the field of a column, or of what is at a path of names inside one. The parent is the id of what it
// is in.
func (f feature) croissant(subset, parent, column string, inside []string) crField {
	field := crField{Type: "cr:Field", ID: parent + "/" + f.name, Name: f.name, IsArray: f.list}
	if f.list {
		field.ArrayShape = "-1"
	}
	for _, sub := range f.fields {
		field.SubField = append(field.SubField, sub.croissant(subset, field.ID, column, append(inside[:len(inside):len(inside)], sub.name)))
	}
	if len(f.fields) > 0 {
		return field
	}
	switch f.dtype {
	case "bool":
		field.DataType = "sc:Boolean"
	case "int32", "int64":
		field.DataType = "sc:Integer"
	case "float32", "float64":
		field.DataType = "sc:Float"
	default:
		field.DataType = "sc:Text"
	}
	field.Source = &crSource{FileSet: crRef{subset + ".files"}, Extract: crExtract{Column: column}}
	for _, name := range inside {
		field.Source.Transform = append(field.Source.Transform, crTransform{JSONPath: name})
	}
	return field
}
