package qa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestViewTurn: who looks sees the same when everything is turned with them, and left for right in a mirror.
func TestViewTurn(t *testing.T) {
	mirrored := strings.NewReplacer("left", "right", "right", "left")
	for _, f := range viewFamilies {
		for i := range int64(600) {
			_, q := viewAsk(t, f.At(1+int(i%4)), i)
			for s := range layout.Symmetry(layout.Symmetries) {
				turned, ok := q.Turn(s)
				if !ok {
					t.Fatalf("%s cannot be turned", q.AppendText(nil))
				}
				want := q.Answer()
				switch q := q.(type) {
				case qa.Egocentric:
					if q.Form != qa.EgoWhere || s.Mirrors() && (len(q.Turns) > 0 || q.Sectors == layout.Hours) {
						continue
					}
					if s.Mirrors() {
						want = qa.Word(mirrored.Replace(want.String()))
					}
				case qa.FindPose:
					move := func(p qa.Pose) qa.Pose {
						return qa.Pose{Cell: s.Cell(p.Cell, q.Map.Rows, q.Map.Cols), Facing: q.North.Said(s.Cardinal(q.North.OnMap(p.Facing)))}
					}
					if p, ok := want.(qa.Pose); ok {
						want = move(p)
					} else {
						all := slices.Clone(want.(qa.Poses))
						for k := range all {
							all[k] = move(all[k])
						}
						want = all
					}
				}
				if !turned.Answer().Equal(want) {
					t.Fatalf("turned by %d: %v became %v; want %v\n%s", s, q.Answer(), turned.Answer(), want, qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsDrawing))
				}
			}
		}
	}
}

// TestViewOptions: questions can be put as multiple choices.
func TestViewOptions(t *testing.T) {
	for _, f := range viewFamilies {
		choices, four := 0, 0
		for i := range int64(400) {
			_, q := viewAsk(t, f.At(1+int(i%4)), i)
			src := seed.NewKey(5).At(i).Stream()
			o, err := qa.NewOptions(q, 2, i%2 == 0, src)
			if err != nil {
				continue
			}
			choices++
			if v := o.Verify(o.Answer().String()); !v.Correct {
				t.Fatalf("%s\n%v is graded %+v", o.AppendText(nil), o.Answer(), v)
			}
			for _, m := range o.Mistakes() {
				if v := o.Verify(m.String()); v.Correct || !v.FormatOK {
					t.Fatalf("%s\n%v is graded %+v", o.AppendText(nil), m, v)
				}
			}
			if _, err := qa.NewOptions(q, 4, false, src); err == nil {
				four++
			}
		}
		t.Logf("%s: %d of 400 with two options, %d with four", f.Name(), choices, four)
		if choices < 300 || four < 100 {
			t.Errorf("%s: only %d of 400 can be put with two options, %d with four", f.Name(), choices, four)
		}
	}
}
