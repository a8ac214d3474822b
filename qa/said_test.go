package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/qa"
)

// TestNounsAreNoHedges: a response that says of a thing where it stands is not put in doubt by what the thing is called.
func TestNounsAreNoHedges(t *testing.T) {
	m := chartOf("A..", "..c")
	q := qa.Count{What: m.Things[len(m.Things)-1].Kind}
	q.Map = m
	for _, theme := range describe.Themes() {
		names := append(append(append([]string(nil), theme.Places...), theme.Things...), theme.Actors...)
		for _, kind := range theme.Kinds {
			names = append(names, "a "+kind.Singular, "the "+kind.Plural)
		}
		for _, name := range names {
			name = strings.ToUpper(name[:1]) + name[1:]
			if response := name + " stands elsewhere.\nAnswer: 1"; !q.Verify(response).Correct {
				t.Errorf("%q: %+v", response, q.Verify(response))
			}
		}
	}
	for _, response := range []string{"It can be 1.\nAnswer: 1", "One can say so.\nAnswer: 1"} {
		if q.Verify(response).Correct {
			t.Errorf("%q is right", response)
		}
	}
}

// TestSizeSaid: a size may be said in a sentence, with its unit, and what is measured may be named.
func TestSizeSaid(t *testing.T) {
	for i := range int64(60) {
		q := extentItem(t, qa.SizeFamily{}.At(int(i%4)+1), i).(qa.Size)
		if q.Kind == qa.SizeMost || q.Kind == qa.SizeRatio {
			continue
		}
		name, number := q.Map.Things, q.Answer().String()
		subject := ""
		if q.OfRooms {
			subject = q.Map.Rooms[q.Objects[0]].Name
		} else {
			subject = name[q.Objects[0]].Name
		}
		word, adjective := "area", "large in area"
		if q.Kind == qa.SizeWidth {
			word, adjective = "width", "wide"
		} else if q.Kind == qa.SizeTall {
			word, adjective = "height", "tall"
		}
		for _, response := range []string{"The " + word + " of " + subject + " is " + number + ".", "**" + number + "**", strings.ReplaceAll(number, " m", "m"),
			strings.ToUpper(subject[:1]) + subject[1:] + " is " + number + " " + adjective + "."} {
			if q.Number.Unit == "" && strings.HasSuffix(response, adjective+".") {
				continue
			}
			if v := q.Verify(response); !v.Correct {
				t.Errorf("%s -> %s: %q: %+v", q.AppendText(nil), number, response, v)
			}
		}
		for _, response := range []string{"The " + word + " of the moon is " + number + ".", subject + " is not " + number} {
			if v := q.Verify(response); v.Correct {
				t.Errorf("%s -> %s: %q is right", q.AppendText(nil), number, response)
			}
		}
	}
}
