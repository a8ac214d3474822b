package qa_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// kits returns the conformance kits by family. A family without one fails TestEveryFamilyHasAKit.
func kits() map[string]qatest.Kit {
	all := make(map[string]qatest.Kit)
	for _, k := range []qatest.Kit{
		locateKit, sizeKit, distanceKit, nearestKit, topologyKit, egocentricKit, mergeKit, motionKit, editKit, tallyKit, routeKit, pathKit,
		fitKit, visibleKit, recallKit, rotateKit, foldKit, jigsawKit,
		countKit, poseKit, drawKit, describeKit, directionKit, multihopKit, chooseKit, truthKit, possibleKit, arrangeKit,
		coordKit, shapeKit,
	} {
		all[k.Families[0].Name()] = k
	}
	return all
}

// TestEveryFamilyHasAKit: no family is listed that its kit does not hold to what the package promises.
func TestEveryFamilyHasAKit(t *testing.T) {
	all := kits()
	for _, f := range qa.Families() {
		if _, ok := all[f.Name()]; !ok {
			t.Errorf("the family %s has no kit", f.Name())
		}
		delete(all, f.Name())
	}
	for name := range all {
		t.Errorf("the kit of %s has no family in qa.Families", name)
	}
}

// TestTable prints what the kits' items show, a row of a Markdown table for each family. With -kit.items it makes more.
func TestTable(t *testing.T) {
	all := kits()
	t.Log("| family | majority | question alone | first, last, alphabet of fair | difficulty by level | answers |")
	for _, f := range qa.Families() {
		if k, ok := all[f.Name()]; ok {
			r := k.Measure(t, qatest.Items())
			if t.Log(r); len(r.Answers) < 2 {
				t.Errorf("%s: every question has the answer %v", f.Name(), r.Answers)
			}
		}
	}
}

// TestChoices: every kind of question can be put as a multiple choice, in which one letter is right and the others are wrong.
func TestChoices(t *testing.T) {
	for name, k := range kits() {
		put := 0
		for i := range int64(100) {
			q, ok := k.Draw(t, i).Question.(qa.Instance)
			if !ok {
				break
			}
			o, err := qa.NewOptions(q, 3+int(i%2), i%3 == 0, seed.NewKey(3).At(i).Stream())
			if errors.Is(err, qa.ErrUnsuitable) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			put++
			right := 0
			letters := len(o.Offered)
			if o.None {
				letters++
			}
			for letter := 'A'; letter < 'A'+rune(letters); letter++ { // other letters may be what an option says
				v := o.Verify(fmt.Sprintf("Answer: %c", letter))
				if v.Correct {
					right++
				}
				if v.Correct != (string(letter) == o.Answer().String()) {
					t.Fatalf("%s: %c is graded %+v, right is %v\n%s", name, letter, v, o.Answer(), o.AppendText(nil))
				}
			}
			if right != 1 {
				t.Fatalf("%s: %d letters are right\n%s", name, right, o.AppendText(nil))
			}
		}
		t.Logf("%s: %d of 100", name, put)
	}
}

// BenchmarkInstances makes whole questions, from the layout to the prompt, of every family at every level.
func BenchmarkInstances(b *testing.B) {
	for _, f := range qa.Families() {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s/%d", f.Name(), level), func(b *testing.B) {
				b.ReportAllocs()
				family := f.At(level)
				key := seed.NewKey(1).Named(f.Name())
				var src seed.Stream
				var prompt []byte
				before := cpuTime()
				for i := range int64(b.N) {
					src.Reset(key.At(i))
					for {
						s, err := family.Sample(&src)
						if err != nil {
							continue
						}
						q, err := family.Ask(s, &src)
						if err != nil {
							continue
						}
						prompt = qa.AppendPrompt(prompt[:0], s, q, qa.AsDrawing)
						break
					}
				}
				if used := cpuTime() - before; used > 0 {
					b.ReportMetric(float64(used.Nanoseconds())/1e3/float64(b.N), "cpu-µs/op")
				}
			})
		}
	}
}
