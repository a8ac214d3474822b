package qa_test

import (
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// benchSubject has eight objects and twelve facts, the most that a released row has.
func benchSubject() qa.Subject {
	l := layoutOf(layout.Names(8), []layout.Cell{
		{Row: 0, Col: 0}, {Row: 0, Col: 3}, {Row: 1, Col: 1}, {Row: 2, Col: 2},
		{Row: 3, Col: 0}, {Row: 3, Col: 3}, {Row: 4, Col: 1}, {Row: 4, Col: 4},
	})
	s := qa.Subject{Layout: l}
	for k := range 12 {
		a, b := k%8, (k+1+k/8)%8
		s.Facts = append(s.Facts, layout.Fact{Locatum: a, Relatum: b, Relation: l.Relation(a, b)})
	}
	return s
}

func benchmarkVerify(b *testing.B, q qa.Question, response string) {
	b.Helper()
	if v := q.Verify(response); !v.Correct {
		b.Fatalf("graded %+v", v)
	}
	b.ReportAllocs()
	for b.Loop() {
		q.Verify(response)
	}
}

func BenchmarkVerifyDirection(b *testing.B) {
	q := qa.Direction{Names: []string{"A", "D"}, Relatum: 1, Relation: layout.NW}
	for _, response := range []string{"upper-left", "A is above and to the left of D."} {
		b.Run(response, func(b *testing.B) { benchmarkVerify(b, q, response) })
	}
}

func BenchmarkVerifyDraw(b *testing.B) {
	s := benchSubject()
	for style := range scene.Style(scene.Styles) {
		b.Run(style.String(), func(b *testing.B) {
			benchmarkVerify(b, qa.Draw{Subject: s}, scene.Render(s.Layout, style))
		})
	}
}

func BenchmarkVerifyDescribe(b *testing.B) {
	s := benchSubject()
	q := qa.Describe{Layout: s.Layout}
	b.Run("all pairs", func(b *testing.B) { benchmarkVerify(b, q, q.Answer().String()) })
	b.Run("one side", func(b *testing.B) {
		all := q.Answer().(qa.Description)
		var plan describe.Plan
		for _, f := range all.Facts {
			if f.Locatum < f.Relatum {
				plan.Facts = append(plan.Facts, f)
			}
		}
		benchmarkVerify(b, q, string(plan.Append(nil, describe.English(), all.Names)))
	})
}

// BenchmarkAsk asks about eight objects and eight facts that leave much open, on a grid without and with an end.
func BenchmarkAsk(b *testing.B) {
	for _, w := range []layout.World{{}, {Rows: 8, Cols: 8}} {
		s := benchSubject()
		s.Facts, s.World = s.Facts[:8], w
		for _, f := range relateFamilies() {
			b.Run(fmt.Sprintf("%s %+v %dx%d", f.Name(), f, w.Rows, w.Cols), func(b *testing.B) {
				b.ReportAllocs()
				k := int64(0)
				for b.Loop() {
					k++
					if _, err := f.Ask(s, seed.NewKey(1).At(k).Stream()); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
