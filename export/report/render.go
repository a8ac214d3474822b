package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's template, style and script
	"encoding/base64"
	"html/template"
	"sync"
)

//go:embed page.tmpl
var pageTemplate string

//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

var parsed = sync.OnceValues(func() (*template.Template, error) {
	return template.New("page").Parse(pageTemplate)
})

// view is what the template shows: every number in words, every length in percent.
type view struct {
	*Page
	Policy     string // what the browser may load: nothing, and only this style and script
	Style      template.HTML
	Script     template.HTML
	Empty      bool
	Overview   []deviation
	Misses     int // deviations that are too large
	Splits     chartView
	Charts     []chartView
	Heats      []heatView
	Histograms []histogramView
	Tables     []tableView
	Gallery    galleryView
}

func (p *Page) render() ([]byte, error) {
	t, err := parsed()
	if err != nil {
		return nil, err
	}
	v := view{
		Page:   p,
		Policy: "default-src 'none'; img-src data:; style-src " + digest(pageStyle) + "; script-src " + digest(pageScript),
		// Both are part of this package; nothing of the page is in them.
		Style:  template.HTML("<style>" + pageStyle + "</style>"),
		Script: template.HTML("<script>" + pageScript + "</script>"),
	}
	v.Splits = newChart(p.Splits)
	for _, c := range p.Charts {
		v.Charts = append(v.Charts, newChart(c))
	}
	for _, h := range p.Heats {
		v.Heats = append(v.Heats, newHeat(h))
	}
	for _, h := range p.Histograms {
		v.Histograms = append(v.Histograms, newHistogram(h))
	}
	for _, t := range p.Tables {
		v.Tables = append(v.Tables, newTable(t))
	}
	v.Gallery = newGallery(p.Gallery)
	v.number()
	v.Overview = overview(&v)
	for _, d := range v.Overview {
		v.Misses += d.Misses
	}
	v.Empty = len(p.Facts)+len(v.Splits.Blocks)+len(v.Charts)+len(v.Heats)+len(v.Histograms)+len(v.Tables)+len(p.Gallery) == 0
	var b bytes.Buffer
	if err := t.Execute(&b, &v); err != nil {
		return nil, err
	}
	return bytes.ToValidUTF8(b.Bytes(), []byte("\uFFFD")), nil
}

// digest is how a content security policy names a text.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
