package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestAnswersInSentences: answers may be given in the sentences that people use, and in no other role.
func TestAnswersInSentences(t *testing.T) {
	check := func(q qa.Question, right, wrong string) {
		t.Helper()
		for _, r := range strings.Split(right, "|") {
			if v := q.Verify(r); !v.Correct {
				t.Errorf("%T, %q: %q is refused: %s", q, q.Answer(), r, v.Reason)
			}
		}
		for _, r := range strings.Split(wrong, "|") {
			if v := q.Verify(r); v.Correct {
				t.Errorf("%T, %q: %q is accepted", q, q.Answer(), r)
			}
		}
	}
	// once checks the first question that is wanted.
	seen := make(map[string]bool)
	once := func(name string, wanted bool) bool {
		if !wanted || seen[name] {
			return false
		}
		seen[name] = true
		return true
	}
	for level := 1; level <= qa.Levels; level++ {
		asksOf(qa.EgocentricFamily{}, level, 200, func(q qa.Egocentric) {
			answer := q.Answer().String()
			if q.Target < 0 {
				return
			}
			target := q.Map.Things[q.Target].Name
			switch {
			case q.Form == qa.EgoWhere && once("right", answer == "right"):
				check(q, "It is to the right.|"+target+" is to my right|"+target+" is on your right.|I see "+target+" to my right|To the right of you|It lies to the right|on your right side",
					"left|right or left|It is not to the right|"+target+" is not to my right|I am to the right of it|It is to the left|to the right of "+target)
			case q.Form == qa.EgoWhere && once("front-left", answer == "front-left"):
				check(q, "to my front left|It is to the front-left of me|ahead to the left|in front and to the left", "front|left|ahead|to my front right|front-left or left")
			case q.Form == qa.EgoFacing && once("north", answer == "north"):
				check(q, "You look north.|I am facing north|You face north.|You are looking due north|facing north", "You look south|north is behind me|You are not facing north|You face north or east")
			case q.Form == qa.EgoBearing && once("south-east", answer == "south-east"):
				check(q, target+" lies to the south-east.|It is to the southeast|in the south-east", "It is to the south|south and east|not in the south-east")
			}
		})
		asksOf(qa.PoseFamily{}, level, 20, func(q qa.FindPose) {
			p, ok := q.Answer().(qa.Pose)
			if !once("pose", ok) {
				return
			}
			at, way, _ := strings.Cut(p.String(), ", facing ")
			short := strings.NewReplacer("row ", "(", " column ", " ").Replace(at) + ")"
			check(q, "You are at "+short+", facing "+way+"|I am standing at "+at+", facing "+way+"|I'm at "+at+" and I face "+way+"|"+at+", and you face "+way+"|"+at+", facing the "+way+
				"|You are standing at "+at+" and facing "+way, at+"|"+at+", not facing "+way+"|facing "+way+"|You are not at "+p.String())
		})
		asksOf(qa.VisibleFamily{}, level, 60, func(q qa.Visible) {
			answer := q.Answer().String()
			switch {
			case q.Form == qa.FirstSight && once("sees", true):
				check(q, "You see "+answer+" first.|I see "+answer, "You do not see "+answer+"|You see "+answer+" or nothing")
			case q.Form == qa.HiddenBy && once("hides", true):
				target := q.Map.Things[q.Target].Name
				check(q, answer+" hides it.|"+answer+" hides "+target+"|"+answer+" is in the way.", target+" hides "+answer+"|"+answer+" is behind it|"+answer+" does not hide it")
			case q.Form == qa.InSight && once("lines", strings.Count(answer, ", ") == 1):
				a, b, _ := strings.Cut(answer, ", ")
				check(q, "- "+a+"\n- "+b+"|"+b+"\n"+a, a+"|"+a+"\n\n"+b+" is not in sight")
			}
		})
		asksOf(qa.MotionFamily{}, level, 120, func(q qa.Motion) {
			answer := q.Answer().String()
			switch {
			case q.Asks == qa.WhichWay && once("way", answer == "left"):
				check(q, "It moved left.|It moved to the left|It went left|moved left", "It did not move left|It moved right|It moved left or right")
			case q.Asks == qa.HowFar && once("far", answer == "3"):
				check(q, "by 3 cells|It moved 3 cells.|It moved by three cells", "It moved 3 or 4 cells|It did not move 3 cells|nothing moved")
			case q.Asks == qa.HowFar && once("not far", answer == "0"):
				check(q, "Nothing moved.|0 cells", "1|It moved")
			case q.Asks == qa.HowTurned && once("turned", answer == "left"):
				check(q, "It turned left|a quarter turn left|90 degrees to the left|a left turn", "90 degrees to the right|It did not turn left")
			}
		})
		asksOf(qa.RecallFamily{}, min(level, 2), 200, func(q qa.Recall) {
			answer := q.Answer().String()
			switch a := q.Answer().(type) {
			case qa.Spans:
				if once("spans", len(a) == 1 && a[0].To == a[0].From+1) {
					from, to := qa.Spans{{From: a[0].From, To: a[0].From}}.String()[5:], qa.Spans{{From: a[0].To, To: a[0].To}}.String()[5:]
					check(q, "Steps: "+from+", "+to+"|["+from+", "+to+"]|from step "+from+" to step "+to+"|in step "+from+" and in step "+to, "["+from+"]|step "+from+" or step "+to)
				}
			case qa.Sequence:
				if once("list", len(a) == 3) {
					check(q, strings.Join(a, "\n")+"|1. "+a[0]+"\n2. "+a[1]+"\n3. "+a[2]+"|["+answer+"]", a[0]+"\n"+a[1]+"|"+answer+"\n"+a[0])
				}
			default:
				if q.Asks == qa.PlaceAt && once("place", true) {
					check(q, q.Log.Things[q.Thing]+" is in "+answer+"|in "+answer, q.Log.Things[q.Thing]+" is not in "+answer)
				}
			}
		})
		asksOf(qa.TallyFamily{}, level, 20, func(q qa.Tally) {
			if once("counts", len(q.After) > 1) {
				check(q, "["+q.Answer().String()+"]|("+q.Answer().String()+")", "["+q.Answer().String()+", 3]")
			}
		})
	}
	if len(seen) != 16 {
		t.Errorf("%d kinds of questions were seen: %v", len(seen), seen)
	}
}

// TestNamesBeforeAliases: a thing may be called what elsewhere means that there is nothing.
func TestNamesBeforeAliases(t *testing.T) {
	m := layout.NewMap(3, 3)
	m.Things = []layout.Thing{{Name: "none", Mark: 'N', Cells: []layout.Cell{{}}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 2}}}}
	q := qa.Edit{Map: m, Actions: []layout.Action{{Deed: layout.Shift, Thing: "B", Way: layout.E, Count: 1}}, Asks: qa.WhatIsThere}
	if v := q.Verify("none"); !v.Correct {
		t.Errorf("%q: \"none\" is refused: %s", q.Answer(), v.Reason)
	}
	q.Cell = layout.Cell{Row: 1}
	if v := q.Verify("none"); v.Correct {
		t.Errorf("%q: \"none\" is accepted", q.Answer())
	}
}

// TestRecallUnknownEvents: what an event that is not known says of its place and item means nothing.
func TestRecallUnknownEvents(t *testing.T) {
	for i := range int64(60) {
		src := seed.NewKey(4).At(i).Stream()
		s, err := qa.RecallFamily{}.Sample(src)
		if err != nil {
			t.Fatal(err)
		}
		s.Log.Events[i%10] = layout.Event{Step: int(i%10) + 1, Thing: -1, Place: 99, Item: 99}
		if q, err := (qa.RecallFamily{}).Ask(s, src); err == nil && !q.Verify(q.Answer().String()).Correct {
			t.Errorf("%q is not right", q.Answer())
		}
	}
}
