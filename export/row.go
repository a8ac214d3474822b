package export

import (
	"strconv"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// Text2SpaceRow has the fields of the released Text2Space file, by name, type and meaning. ID is "gs", the stream and
// the lexicon version, what tells the Config from others, the seed and the record number: "gs-2.1-0a1b2c3d-42-17".
type Text2SpaceRow struct {
	Description       string       `parquet:"description"`
	QueryRelation     string       `parquet:"query_relation"`
	QueryType         string       `parquet:"query_type,dict"`
	Label             string       `parquet:"label,dict"`
	ReasoningSteps    string       `parquet:"reasoning_steps"`
	DetailedRelations string       `parquet:"detailed_relations"`
	ASCII             ASCIIDrawing `parquet:"ascii"`
	TerminologyUsed   string       `parquet:"terminology_used,dict"`
	NumComponents     int64        `parquet:"num_components"`
	NumRelations      int64        `parquet:"num_relations"`
	IsDirectlyStated  bool         `parquet:"is_directly_stated"`
	HasUniqueLayout   bool         `parquet:"has_unique_layout"`
	AmbiguousStages   int64        `parquet:"ambiguous_stages"`
	ID                string       `parquet:"id"`
}

// ASCIIDrawing is one layout in the three styles.
type ASCIIDrawing struct {
	Simple string `parquet:"simple"`
	Grid   string `parquet:"grid"`
	Panel  string `parquet:"panel"`
}

func text2SpaceRows() rowKind[Text2SpaceRow] {
	return rowKind[Text2SpaceRow]{fill: fillText2Space, appendJSON: appendText2Space}
}

func fillText2Space(a *arena, row *Text2SpaceRow, rec *gridscribe.Record, _ Options) {
	a.text(&row.Description, rec.AppendText(a.open()))
	a.text(&row.QueryRelation, rec.AppendQuestion(a.open()))
	a.text(&row.ReasoningSteps, rec.AppendSteps(a.open()))
	a.text(&row.DetailedRelations, rec.AppendRelations(a.open()))
	a.text(&row.ASCII.Simple, rec.AppendDrawing(a.open(), scene.Simple))
	a.text(&row.ASCII.Grid, rec.AppendDrawing(a.open(), scene.Grid))
	a.text(&row.ASCII.Panel, rec.AppendDrawing(a.open(), scene.Panel))
	a.text(&row.ID, appendID(a.open(), rec))
	row.QueryType = rec.Direction().Aspect.String()
	row.Label = rec.Direction().Label().String()
	row.TerminologyUsed = rec.Vocabulary.String()
	row.NumComponents = int64(rec.Layout.Len())
	row.NumRelations = int64(len(rec.Plan.Facts))
	row.IsDirectlyStated = rec.Direct
	row.HasUniqueLayout = rec.Unique
	row.AmbiguousStages = int64(rec.AmbiguousStages)
}

func appendText2Space(dst []byte, r *Text2SpaceRow) []byte {
	dst = appendText(dst, `{"description":`, r.Description)
	dst = appendText(dst, `,"query_relation":`, r.QueryRelation)
	dst = appendText(dst, `,"query_type":`, r.QueryType)
	dst = appendText(dst, `,"label":`, r.Label)
	dst = appendText(dst, `,"reasoning_steps":`, r.ReasoningSteps)
	dst = appendText(dst, `,"detailed_relations":`, r.DetailedRelations)
	dst = appendText(dst, `,"ascii":{"simple":`, r.ASCII.Simple)
	dst = appendText(dst, `,"grid":`, r.ASCII.Grid)
	dst = appendText(dst, `,"panel":`, r.ASCII.Panel)
	dst = appendText(dst, `},"terminology_used":`, r.TerminologyUsed)
	dst = appendInt(dst, `,"num_components":`, r.NumComponents)
	dst = appendInt(dst, `,"num_relations":`, r.NumRelations)
	dst = appendBool(dst, `,"is_directly_stated":`, r.IsDirectlyStated)
	dst = appendBool(dst, `,"has_unique_layout":`, r.HasUniqueLayout)
	dst = appendInt(dst, `,"ambiguous_stages":`, r.AmbiguousStages)
	dst = appendText(dst, `,"id":`, r.ID)
	return append(dst, '}')
}

// appendID appends a name that tells the record from those of other corpora.
func appendID(dst []byte, rec *gridscribe.Record) []byte {
	dst = append(dst, "gs-"...)
	dst = strconv.AppendInt(dst, seed.Version, 10)
	dst = append(dst, '.')
	dst = strconv.AppendInt(dst, describe.LexiconVersion, 10)
	dst = append(append(append(dst, '-'), rec.Corpus...), '-')
	dst = strconv.AppendUint(dst, rec.Seed, 10)
	dst = append(dst, '-')
	return strconv.AppendInt(dst, rec.Index, 10)
}

// About is what every row of a form says of its record, beside the prompt. From Reading to Unique it tells of facts and
// is zero where there are none: in rows about maps and all else that is no text about objects.
type About struct {
	ID             string `parquet:"id"`
	Form           string `parquet:"form,dict"`
	Style          string `parquet:"style,dict"`
	Family         string `parquet:"family,dict"`
	Aspect         string `parquet:"aspect,dict"`
	Label          string `parquet:"label,dict"`
	Reading        string `parquet:"reading,dict"`
	Vocabulary     string `parquet:"vocabulary,dict"`
	Objects        int64  `parquet:"objects"`
	Facts          int64  `parquet:"facts"`
	Hops           int64  `parquet:"hops"`
	Direct         bool   `parquet:"direct"`
	Unique         bool   `parquet:"unique"`
	StreamVersion  int64  `parquet:"stream_version"`
	LexiconVersion int64  `parquet:"lexicon_version"`
}

func (b *About) fill(a *arena, rec *gridscribe.Record, opt Options) {
	a.text(&b.ID, appendID(a.open(), rec))
	b.Form, b.Style = opt.Form.String(), opt.Style.String()
	b.Family = opt.Form.family(rec)
	if q := rec.Direction(); q != nil {
		b.Aspect, b.Label = q.Aspect.String(), q.Label().String()
	} else {
		a.text(&b.Label, rec.AppendAnswer(a.open()))
	}
	b.Objects, b.Facts, b.Hops = int64(rec.Layout.Len()), int64(len(rec.Plan.Facts)), int64(rec.Hops())
	if b.Facts > 0 {
		b.Reading, b.Vocabulary = rec.Reading.String(), rec.Vocabulary.String()
		b.Direct, b.Unique = rec.Direct, rec.Unique
	}
	b.StreamVersion, b.LexiconVersion = seed.Version, describe.LexiconVersion
}

// appendJSON appends the fields after others of the same object, and closes it.
func (b *About) appendJSON(dst []byte) []byte {
	dst = appendText(dst, `,"id":`, b.ID)
	dst = appendText(dst, `,"form":`, b.Form)
	dst = appendText(dst, `,"style":`, b.Style)
	dst = appendText(dst, `,"family":`, b.Family)
	dst = appendText(dst, `,"aspect":`, b.Aspect)
	dst = appendText(dst, `,"label":`, b.Label)
	dst = appendText(dst, `,"reading":`, b.Reading)
	dst = appendText(dst, `,"vocabulary":`, b.Vocabulary)
	dst = appendInt(dst, `,"objects":`, b.Objects)
	dst = appendInt(dst, `,"facts":`, b.Facts)
	dst = appendInt(dst, `,"hops":`, b.Hops)
	dst = appendBool(dst, `,"direct":`, b.Direct)
	dst = appendBool(dst, `,"unique":`, b.Unique)
	dst = appendInt(dst, `,"stream_version":`, b.StreamVersion)
	dst = appendInt(dst, `,"lexicon_version":`, b.LexiconVersion)
	return append(dst, '}')
}

// MessagesRow is a form as a chat.
type MessagesRow struct {
	Messages []Message `parquet:"messages,list"`
	About
}

func fillMessages(a *arena, row *MessagesRow, rec *gridscribe.Record, opt Options) {
	row.Messages = a.chat(rec, opt, 0, opt.Form.turns())
	row.About.fill(a, rec, opt)
}

func appendMessages(dst []byte, r *MessagesRow) []byte {
	return r.About.appendJSON(appendChat(dst, `{"messages":`, r.Messages))
}

// PromptRow is a form as a prompt and the completion that follows it. Of a form with two turns the prompt is all but
// the last answer, turns set apart by an empty line. The completion begins with the empty line that sets it apart, since
// trainers join the two as they are: together they are the text of a [TextRow].
type PromptRow struct {
	Prompt     string `parquet:"prompt"`
	Completion string `parquet:"completion"`
	About
}

func fillPrompt(a *arena, row *PromptRow, rec *gridscribe.Record, opt Options) {
	last := opt.Form.turns() - 1
	a.text(&row.Prompt, appendTurns(a.open(), rec, opt, last))
	a.text(&row.Completion, appendTurn(append(a.open(), "\n\n"...), rec, opt, last))
	row.About.fill(a, rec, opt)
}

func appendPrompt(dst []byte, r *PromptRow) []byte {
	dst = appendText(dst, `{"prompt":`, r.Prompt)
	dst = appendText(dst, `,"completion":`, r.Completion)
	return r.About.appendJSON(dst)
}

// TextRow is a form as one text, turns set apart by an empty line.
type TextRow struct {
	Text string `parquet:"text"`
	About
}

func fillText(a *arena, row *TextRow, rec *gridscribe.Record, opt Options) {
	a.text(&row.Text, appendTurns(a.open(), rec, opt, opt.Form.turns()))
	row.About.fill(a, rec, opt)
}

func appendTextRow(dst []byte, r *TextRow) []byte {
	return r.About.appendJSON(appendText(dst, `{"text":`, r.Text))
}
