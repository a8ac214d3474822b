package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// TestZeroOptions: a zero multiple choice asks nothing, and no response to it is right.
func TestZeroOptions(t *testing.T) {
	var o qa.Options
	if v := o.Verify("A"); v.Correct || v.Reward != 0 || o.Family() != "" || len(o.Media()) != 0 || o.Pieces() != 0 || o.Hops() != 0 || o.Difficulty() != 0 {
		t.Errorf("%+v", v)
	}
	for _, text := range [][]byte{o.AppendText(nil), o.AppendEvidence(nil, qa.AsText), o.AppendConventions(nil), o.AppendRationale(nil)} {
		if len(text) > 0 {
			t.Errorf("it says %q", text)
		}
	}
	if _, ok := o.Turn(layout.Symmetry(1)); ok {
		t.Error("it can be turned")
	}
	if _, ok := o.Contrast(); ok {
		t.Error("it has a contrast")
	}
	if _, err := o.Without(0); err == nil {
		t.Error("something of it can be hidden")
	}
	if len(o.Mistakes()) > 0 || o.Answer().String() != "" {
		t.Error("it has answers")
	}
	if text := qa.AppendPrompt(nil, qa.Subject{}, nil, qa.AsText); len(text) > 0 {
		t.Errorf("nothing is asked: %q", text)
	}
}
