package export

import "testing"

// TestSplitsByForm holds that what a form shows stands in one split only: the drawing, by its canonical form, where it
// shows no text; else the text, whatever is asked about it.
func TestSplitsByForm(t *testing.T) {
	corpus := newCorpus(t, 6000)
	splits := DefaultSplits()
	texts, drawings := make(map[uint64]int), make(map[string]int)
	repeated := 0
	for rec, err := range corpus.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		shape := rec.Layout.Canonical()
		for _, form := range []Form{FormDescribe, FormRead} {
			split := splitOf(splits, form.fingerprint(rec))
			if before, ok := drawings[shape]; ok && before != split {
				t.Fatalf("%v, record %d: drawing %s is in splits %d and %d", form, rec.Index, shape, before, split)
			}
			drawings[shape] = split
		}
		for _, form := range []Form{
			NoForm, FormDraw, FormAnswer, FormDrawAnswer, FormTextRead, FormTwoTurn, FormTwoTurnGold,
		} {
			split := splitOf(splits, form.fingerprint(rec))
			if before, ok := texts[rec.TextFingerprint()]; ok && before != split {
				t.Fatalf("%v, record %d: its text is in splits %d and %d", form, rec.Index, before, split)
			} else if ok && form == NoForm {
				repeated++
			}
			texts[rec.TextFingerprint()] = split
		}
	}
	if repeated < 500 || len(drawings) > 5000 {
		t.Errorf("%d texts and %d drawings repeat: too few to show anything", repeated, 6000-len(drawings))
	}
}
