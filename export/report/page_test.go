package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"html"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// full returns a page with something in every part, of which every text begins with mark.
func full(mark string, samples int) *Page {
	p := &Page{
		Title: mark + "title", Summary: mark + "summary", Facts: []Fact{{mark + "seed", mark + "0"}},
		Splits: Chart{Name: mark + "splits", Note: mark + "note", Bars: []Bar{{mark + "train", 980, 980}, {mark + "test", 20, -1}}},
		Heats: []Heat{{
			Name: mark + "family by level", Note: mark + "note", Rows: []string{mark + "route", mark + "fold"}, Columns: []string{mark + "1", mark + "2"},
			Cells: [][]Cell{{{250, 250, false}, {240, 250, false}}, {{Void: true}, {260, -1, false}}},
		}},
		Histograms: []Histogram{{mark + "length", mark + "note", mark + "characters", []float64{0, 10, 20, 40}, []int64{5, 0, 7}, 0}},
		Tables: []Table{
			{mark + "leaks", mark + "note", []string{mark + "split", mark + "share"}, []Row{
				{[]string{mark + "test", "0 %"}, Good}, {[]string{mark + "validation", "12.5 %"}, Bad}, {[]string{mark + "both", "1 %"}, Plain},
			}},
			{Name: mark + "repeats"},
		},
	}
	long := Chart{Name: mark + "label", Note: mark + "note"}
	for i := range 50 {
		long.Bars = append(long.Bars, Bar{mark + strconv.Itoa(i), int64(100 - i), 75})
	}
	p.Charts = []Chart{{Name: mark + "level", Bars: []Bar{{mark + "1", 500, 499.5}, {mark + "2", 7, 499.5}, {mark + "3", 700, 499.5}}}, long}
	for i := range samples {
		n := strconv.Itoa(i)
		p.Gallery = append(p.Gallery, Sample{
			ID: mark + "id" + n, Family: mark + "family" + strconv.Itoa(i%30), Group: mark + "group" + strconv.Itoa(i%7), Level: 1 + i%4,
			Split: mark + []string{"train", "test"}[i%2], Medium: mark + []string{"text", "drawing"}[i/2%2],
			Prompt:    mark + "prompt " + n + "\n\n┌──┐\n│A │\n└──┘\n\n#. .#\n\nWhere is the first of all these things?\n",
			Answer:    mark + "answer " + n,
			Rationale: mark + "rationale " + n + "\n  B   C",
		})
	}
	return p
}

func write(t *testing.T, p *Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	if !utf8.Valid(b.Bytes()) {
		t.Error("the page is not UTF-8")
	}
	return b.String()
}

var (
	tag       = regexp.MustCompile(`<(/?)([a-zA-Z0-9!]+)((?:\s+[a-zA-Z0-9-]+(?:="[^"<>]*")?)*\s*)(/?)>`)
	attribute = regexp.MustCompile(`([a-zA-Z0-9-]+)(?:="([^"]*)")?`)
	ownText   = regexp.MustCompile(`(?s)<(style|script)>.*?</(style|script)>`)
	samples   = regexp.MustCompile(`(?s)<div class="text">(.*?)</div></div>`)
)

// skeleton lists the tags with the names of their attributes, and complains of what is not closed, of a < that opens no tag, and of
// whatever could run or load anything.
func skeleton(t *testing.T, page string) (all []string) {
	t.Helper()
	page = strings.Replace(ownText.ReplaceAllString(page, ""), "<!DOCTYPE html>", "", 1)
	if rest := tag.ReplaceAllString(page, ""); strings.ContainsAny(rest, "<>") {
		t.Errorf("%q outside of tags", rest[max(0, strings.IndexAny(rest, "<>")-20):][:30])
	}
	var open []string
	void, texts := []string{"meta", "link", "col", "input"}, []string{"title", "aria-label", "value"}
	for _, m := range tag.FindAllStringSubmatch(page, -1) {
		name := m[2]
		switch {
		case m[1] == "/" && (len(open) == 0 || open[len(open)-1] != name):
			t.Fatalf("</%s> closes %v", name, open)
		case m[1] == "/":
			open = open[:len(open)-1]
			continue
		case m[4] == "" && !slices.Contains(void, name):
			open = append(open, name)
		}
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			switch value := html.UnescapeString(a[2]); {
			case strings.HasPrefix(a[1], "on"), a[1] == "style", a[1] == "src",
				a[1] == "href" && !strings.HasPrefix(value, "#") && value != "data:,",
				strings.Contains(value, "://") && !strings.HasPrefix(a[1], "data-") && !slices.Contains(texts, a[1]):
				t.Errorf("<%s %s=%q>", name, a[1], value)
			}
			name += " " + a[1]
		}
		all = append(all, name)
	}
	if len(open) > 0 {
		t.Errorf("%v are left open", open)
	}
	return all
}

const hostile = `</script></style></title><!--<img src=x onerror="alert(1)">'"` + "`" + `{{.}}&amp;&lt;https://example.org/ javascript:`

// TestWriteInert: whatever the texts hold, the page has the same tags and attributes.
func TestWriteInert(t *testing.T) {
	harmless := regexp.MustCompile("[<>&\"'`{}]").ReplaceAllString(hostile, "%")
	tame, wild := skeleton(t, write(t, full(harmless, 6))), skeleton(t, write(t, full(hostile, 6)))
	if !slices.Equal(tame, wild) {
		t.Errorf("%d tags became %d:\n%q\n%q", len(tame), len(wild), tame, wild)
	}
	for _, part := range []string{"table", "circle", "figure", "rect", "select", "article"} {
		if !slices.ContainsFunc(wild, func(s string) bool { return strings.HasPrefix(s, part+" ") }) {
			t.Errorf("no <%s> in the page", part)
		}
	}
	if page := write(t, &Page{Title: "a\xffb\x00", Gallery: []Sample{{Prompt: "\xc3"}}}); !strings.Contains(page, "<h1>a\uFFFDb\uFFFD</h1>") {
		t.Error("bytes that are no text do not come out as U+FFFD")
	}
}

func TestWriteShowsEverySample(t *testing.T) {
	for _, mark := range []string{"", hostile} {
		p := full(mark, 240)
		page := write(t, p)
		var got []string
		for _, m := range samples.FindAllStringSubmatch(page, -1) {
			got = append(got, html.UnescapeString(tag.ReplaceAllString(m[1], "")))
		}
		var want []string
		for _, s := range p.Gallery {
			want = append(want, s.Prompt, s.Answer, s.Rationale)
			if !strings.Contains(page, ">"+strings.ReplaceAll(html.EscapeString(s.ID), "`", "&#96;")+"<") && mark == "" {
				t.Errorf("no %q", s.ID)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d texts, want %d", len(got), len(want))
		}
	}
}

func TestWriteSmall(t *testing.T) {
	p := full("", 240)
	for i := range p.Gallery {
		p.Gallery[i].Prompt += strings.Repeat("+--+--+\n|A |  |\n", 300) // 4,800 bytes, 9,600 escaped
	}
	page := write(t, p)
	if len(page) >= 2_000_000 {
		t.Errorf("%d bytes, want under two megabytes", len(page))
	}
	shown := strings.Count(page, "<article")
	if shown < 20 || shown >= 240 || !strings.Contains(page, strconv.Itoa(240-shown)+" more samples are left out") {
		t.Errorf("%d samples of 240, and it does not say so", shown)
	}
	if n := len(write(t, full("", 240))); n >= 500_000 {
		t.Errorf("%d bytes for 240 small samples", n)
	}
}

// TestWritePolicy: the browser may use what the page brings along, and nothing else.
func TestWritePolicy(t *testing.T) {
	page := write(t, full(hostile, 2))
	want := "default-src 'none'; img-src data:"
	found := regexp.MustCompile(`(?s)<(style|script)>(.*?)</`).FindAllStringSubmatch(page, -1)
	for _, m := range found {
		sum := sha256.Sum256([]byte(m[2]))
		want += "; " + m[1] + "-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	policy := regexp.MustCompile(`http-equiv="Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(page)
	if len(found) != 2 || policy == nil || html.UnescapeString(policy[1]) != want {
		t.Errorf("policy %q, want %s", policy, want)
	}
}

func TestWriteTwice(t *testing.T) {
	a, b := write(t, full("x", 30)), write(t, full("x", 30))
	if a != b {
		t.Error("the same page in other bytes")
	}
	if strings.Contains(a, "http:") || strings.Contains(a, "https:") {
		t.Error("the page names an address of the web")
	}
}

func TestWriteEmpty(t *testing.T) {
	page := write(t, new(Page))
	skeleton(t, page)
	if !strings.Contains(page, "There is nothing to show.") || strings.Contains(page, "<section") {
		t.Errorf("the zero page: %s", page[strings.Index(page, "<body>"):])
	}
	for name, p := range map[string]*Page{
		"only a fact":           {Facts: []Fact{{"a", "b"}}},
		"a chart without bars":  {Charts: []Chart{{Name: "a"}}},
		"a heat without rows":   {Heats: []Heat{{Name: "a"}}},
		"a histogram of naught": {Histograms: []Histogram{{Name: "a"}, {Edges: []float64{0, 1}, Counts: []int64{0}}}},
		"bars of no rows":       {Charts: []Chart{{Bars: []Bar{{"a", 0, 0}, {"b", 0, -1}}}}},
		"an empty sample":       {Gallery: []Sample{{}}},
		"a table without all":   {Tables: []Table{{}}},
	} {
		page := write(t, p)
		skeleton(t, page)
		for _, bad := range []string{"NaN", "Inf", "nothing to show", "ZgotmplZ"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: the page says %s", name, bad)
			}
		}
	}
}

func TestValidate(t *testing.T) {
	for _, c := range []struct {
		want string
		page Page
	}{
		{"", *full("", 3)},
		{`chart "a": "b": got is -1`, Page{Charts: []Chart{{Name: "a", Bars: []Bar{{"b", -1, 0}}}}}},
		{`chart "": "b": target is NaN`, Page{Splits: Chart{Bars: []Bar{{"b", 1, math.NaN()}}}}},
		{`chart "a": within is -2`, Page{Charts: []Chart{{Name: "a", Within: -2}}}},
		{`heat map "a": within is NaN`, Page{Heats: []Heat{{Name: "a", Within: math.NaN()}}}},
		{`heat map "a": 0 rows of cells, want 1`, Page{Heats: []Heat{{Name: "a", Rows: []string{"x"}}}}},
		{`heat map "a": row 0 has 0 cells, want 1`, Page{Heats: []Heat{{Name: "a", Rows: []string{"x"}, Columns: []string{"y"}, Cells: [][]Cell{{}}}}}},
		{`heat map "a": "x", "y": got is -3`, Page{Heats: []Heat{{Name: "a", Rows: []string{"x"}, Columns: []string{"y"}, Cells: [][]Cell{{{Got: -3}}}}}}},
		{`histogram "a": 1 edges for 1 counts`, Page{Histograms: []Histogram{{Name: "a", Edges: []float64{1}, Counts: []int64{1}}}}},
		{`histogram "a": edge 1 is 1, want`, Page{Histograms: []Histogram{{Name: "a", Edges: []float64{1, 1}, Counts: []int64{1}}}}},
		{`histogram "a": count 0 is -1`, Page{Histograms: []Histogram{{Name: "a", Edges: []float64{1, 2}, Counts: []int64{-1}}}}},
		{`table "a": row 0 has 1 cells, want 0`, Page{Tables: []Table{{Name: "a", Rows: []Row{{Cells: []string{"x"}}}}}}},
		{`table "a": row 0 has flag 3`, Page{Tables: []Table{{Name: "a", Rows: []Row{{Flag: 3}}}}}},
	} {
		var b bytes.Buffer
		err := c.page.Write(&b)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || b.Len() > 0) {
			t.Errorf("error %v and %d bytes, want %q", err, b.Len(), c.want)
		}
	}
}

type broken struct{ error }

func (b broken) Write([]byte) (int, error) { return 0, b.error }

func TestWriteError(t *testing.T) {
	full := errors.New("no room")
	if err := new(Page).Write(broken{full}); !errors.Is(err, full) || !strings.Contains(err.Error(), "writing the page") {
		t.Errorf("error %v", err)
	}
}
