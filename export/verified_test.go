package export

import (
	"errors"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// TestVerifiedForms holds that the forms of the views with one question are those that a verifier takes, and no others:
// each is decided in a package of its own.
func TestVerifiedForms(t *testing.T) {
	corpus := newCorpus(t, 1)
	var v gridscribe.Verifier
	for _, form := range append(Forms(), NoForm) {
		_, err := v.Record(string(corpus.AppendVerifier(nil, 0, form.String())))
		if err != nil && !errors.Is(err, gridscribe.ErrVerifier) {
			t.Fatal(err)
		}
		if verified := err == nil; verified != form.single() {
			t.Errorf("form %q has one question: %v, and a verifier takes it: %v (%v)", form, form.single(), verified, err)
		}
		for _, view := range Views() {
			if !view.single() || form == NoForm {
				continue
			}
			if takes := (Options{View: view, Form: form}).Validate() == nil; takes != (err == nil) {
				t.Errorf("view %v takes the form %q: %v, and a verifier %v", view, form, takes, err == nil)
			}
		}
	}
}
