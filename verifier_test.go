package gridscribe_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// verifiedConfigs returns the Config of every preset, and of every family by levels.
func verifiedConfigs() map[string]gridscribe.Config {
	all := make(map[string]gridscribe.Config)
	for _, p := range gridscribe.Presets() {
		cfg := p.Config()
		cfg.Records, cfg.Seed = 12, math.MaxUint64
		all[p.Name] = cfg
	}
	for _, f := range qa.Families() {
		cfg := gridscribe.Leveled()
		cfg.Records, cfg.Seed = 12, 7
		cfg.Families = gridscribe.FamilyWeights{{Family: f.Name(), Weight: 1}}
		all["levels of "+f.Name()] = cfg
	}
	return all
}

// TestVerifier: through its verifier text a record's own answer earns 1, and wrong ones less; and the record is made
// again as it was.
func TestVerifier(t *testing.T) {
	var v gridscribe.Verifier
	for name, cfg := range verifiedConfigs() {
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		for rec, err := range corpus.All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			text := string(corpus.AppendVerifier(nil, rec.Index, "ask"))
			again, err := v.Record(text)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if a, b := fmt.Sprintf("%s %s %q", rec.Corpus, rec.Question.Family(), rec.AppendPrompt(nil)),
				fmt.Sprintf("%s %s %q", again.Corpus, again.Question.Family(), again.AppendPrompt(nil)); a != b {
				t.Fatalf("%s, record %d is made again as\n%s\nwant\n%s", name, rec.Index, b, a)
			}
			right := string(rec.AppendAnswer(nil))
			if verdict, err := v.Verify(text, right); err != nil || verdict.Reward != 1 || !verdict.Correct {
				t.Errorf("%s, record %d: answer %q: %+v, %v", name, rec.Index, right, verdict, err)
			}
			wrong := []string{"", "I do not know that.", right + " or rather not " + right}
			if q := rec.Instance(); q != nil {
				for _, m := range q.Mistakes() {
					wrong = append(wrong, m.String())
				}
			}
			if d := rec.Direction(); d != nil {
				opposite := *d
				opposite.Relation = d.Relation.Converse()
				if opposite.Relation != d.Relation {
					wrong = append(wrong, opposite.Label().String())
				}
			}
			for _, response := range wrong {
				verdict, err := v.Verify(text, response)
				if want := rec.Question.Verify(response); err != nil || verdict != want {
					t.Errorf("%s, record %d: response %q: %+v, %v; the question says %+v", name, rec.Index, response, verdict, err, want)
				}
				if response != wrong[2] && verdict.Reward >= 1 {
					t.Errorf("%s, record %d: wrong response %q earns %v", name, rec.Index, response, verdict.Reward)
				}
			}
		}
	}
}

// TestVerifierText: the text is one JSON object, and other programs may write it anew.
func TestVerifierText(t *testing.T) {
	corpus, err := gridscribe.NewCorpus(gridscribe.Leveled())
	if err != nil {
		t.Fatal(err)
	}
	text := corpus.AppendVerifier([]byte("x"), 17, "text+read")[1:]
	var fields map[string]any
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%d.%d", seed.Version, describe.LexiconVersion); fields["gridscribe"] != want || fields["record"] != 17.0 ||
		fields["form"] != "text+read" || fields["config"].(map[string]any)["records"] != 0.0 {
		t.Errorf("%s", text)
	}
	anew, err := json.MarshalIndent(fields, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	var v gridscribe.Verifier
	one, err1 := v.Record(string(text))
	two, err2 := v.Record(string(anew))
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if string(one.AppendPrompt(nil)) != string(two.AppendPrompt(nil)) {
		t.Error("written anew it stands for another record")
	}
}

// TestVerifierRefuses: what is no verifier text of this version is told from one.
func TestVerifierRefuses(t *testing.T) {
	corpus, err := gridscribe.NewCorpus(gridscribe.BAbI17())
	if err != nil {
		t.Fatal(err)
	}
	text := string(corpus.AppendVerifier(nil, 3, "ask"))
	here := fmt.Sprintf("%d.%d", seed.Version, describe.LexiconVersion)
	for _, c := range []struct{ old, new, want string }{
		{text, "", "not one JSON object"},
		{text, "{}", "gridscribe, the versions, is missing"},
		{text, text + text, "not one JSON object"},
		{text, "[1]", "not one JSON object: json: cannot unmarshal array into Go value of type gridscribe.verifierText"},
		{here, "1.99", `versions "1.99" of stream and lexicon, but this library has "` + here + `"`},
		{`"record":3`, `"record":-1`, "record is missing or below 0"},
		{`"record":3`, `"record":null`, "record is missing or below 0"},
		{`"record":3`, `"record":3.5`, "not one JSON object"},
		{`"record":3`, `"record":99999999999999999999`, "not one JSON object"},
		{`"form":"ask"`, `"form":"draw"`, "form is missing or asks for more than one answer; ask, answer, read, text+read are allowed"},
		{`"records":0`, `"records":-1`, "records is -1"},
		{`"records":0`, `"recurds":0`, "recurds"},
		{`"config":{`, `"config":null,"x":{`, "config"},
	} {
		changed := strings.Replace(text, c.old, c.new, 1)
		if changed == text {
			t.Fatalf("%s does not hold %s", text, c.old)
		}
		var v gridscribe.Verifier
		if _, err := v.Verify(changed, "yes"); !errors.Is(err, gridscribe.ErrVerifier) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: %v; want %q", c.new, c.old, err, c.want)
		}
	}
	var v gridscribe.Verifier
	for _, n := range []string{"9223372036854775807", "4611686018427387904"} {
		if _, err := v.Verify(strings.Replace(text, `"record":3`, `"record":`+n, 1), "yes"); err != nil {
			t.Errorf("record %s: %v", n, err)
		}
	}
}

// TestVerifierConcurrent uses one Verifier from many goroutines, with more corpora than it keeps.
func TestVerifierConcurrent(t *testing.T) {
	var v gridscribe.Verifier
	var all sync.WaitGroup
	for g := range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			for i := range 80 {
				cfg := gridscribe.BAbI17()
				cfg.Seed = uint64(i * (1 + g%2))
				corpus, err := gridscribe.NewCorpus(cfg)
				if err != nil {
					t.Error(err)
					return
				}
				text := string(corpus.AppendVerifier(nil, int64(i), "ask"))
				if verdict, err := v.Verify(text, "yes"); err != nil || !verdict.FormatOK {
					t.Errorf("%+v, %v", verdict, err)
				}
			}
		}()
	}
	all.Wait()
}

// BenchmarkVerifier grades one response to each of many records.
func BenchmarkVerifier(b *testing.B) {
	for _, preset := range gridscribe.Presets() {
		b.Run(preset.Name, func(b *testing.B) {
			corpus, err := gridscribe.NewCorpus(preset.Config())
			if err != nil {
				b.Fatal(err)
			}
			var v gridscribe.Verifier
			i := int64(0)
			for b.Loop() {
				if _, err := v.Verify(string(corpus.AppendVerifier(nil, i%1000, "ask")), "yes"); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}

// FuzzVerifier: whatever the texts, a Verifier answers or says why not.
func FuzzVerifier(f *testing.F) {
	for _, p := range gridscribe.Presets() {
		corpus, err := gridscribe.NewCorpus(p.Config())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(corpus.AppendVerifier(nil, 17, "ask")), "upper-left")
	}
	f.Add(`{"gridscribe":"1.1","config":{"levels":[{"level":1,"weight":1}]},"record":1,"form":"ask"}`, "")
	var v gridscribe.Verifier
	f.Fuzz(func(t *testing.T, text, response string) {
		verdict, err := v.Verify(text, response)
		if err != nil && verdict != (qa.Verdict{}) {
			t.Errorf("%+v and %v", verdict, err)
		}
		if verdict.Reward < 0 || verdict.Reward > 1 || (verdict.Reward == 1) != verdict.Correct {
			t.Errorf("%+v", verdict)
		}
	})
}
