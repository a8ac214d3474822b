package gridscribe_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
)

// FuzzReadConfig: whatever is read is either refused or says the same when it is written and read again; and what
// validates makes records.
func FuzzReadConfig(f *testing.F) {
	preset, err := json.Marshal(gridscribe.Text2Space())
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{
		string(preset), `{}`, `{"seed":7}`, `{"Objects":[{"objects":3}]}`, `{"objects":null}`, `null`, `{"facts":{"max":3}}`,
		`{"vocabularies":[{"vocabulary":"spatial+clock","weight":2}]}`, `{"layouts":{"unique":0}}`, `{"x":1}`, `{}{}`,
		`{"cross":[["objects","answer"],["facts","vocabulary"]],"answer_values":[{"family":"direction","answer":"above","weight":2}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		cfg, err := gridscribe.ReadConfig(bytes.NewReader(text), gridscribe.Text2Space())
		if err != nil || cfg.Validate() != nil {
			return
		}
		again, err := json.Marshal(cfg)
		if err != nil {
			t.Fatal(err)
		}
		back, err := gridscribe.ReadConfig(bytes.NewReader(again), gridscribe.Config{})
		if err != nil {
			t.Fatalf("%s: %v", again, err)
		}
		if diff := cmp.Diff(cfg, back); diff != "" {
			t.Fatalf("written and read again (-want +got):\n%s", diff)
		}
		for _, o := range cfg.Objects {
			if o.Objects > 30 {
				return // slow
			}
		}
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		for i := range int64(20) {
			if _, err := corpus.At(i * 1001); err != nil {
				t.Fatal(err)
			}
		}
	})
}
