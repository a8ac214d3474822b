package gridscribe

import (
	"errors"
	"fmt"
	"sync"
	"testing"
)

// textOf returns a Config as it stands in verifier texts, one for each seed.
func textOf(seed int) string {
	cfg := BAbI19()
	cfg.Seed = uint64(seed)
	return string(cfg.text())
}

// TestVerifierKeeps: one corpus more than are kept takes the place of the one that was not asked for longest, and of no
// other.
func TestVerifierKeeps(t *testing.T) {
	var v Verifier
	get := func(seed int) *Corpus {
		t.Helper()
		c, err := v.corpus(textOf(seed))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	var first [mostCorpora]*Corpus
	for s := range first {
		first[s] = get(s)
	}
	for _, s := range []int{0, 2, 1} { // so that 3 is the oldest
		if get(s) != first[s] {
			t.Errorf("corpus %d was made again", s)
		}
	}
	for _, bad := range []string{"", "null", `{"records": -1}`, `{"recurds": 1}`} {
		if _, err := v.corpus(bad); !errors.Is(err, ErrVerifier) || !errors.Is(err, ErrConfig) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	get(1000)
	for s := range first {
		_, kept := v.corpora[textOf(s)]
		if kept != (s != 3) {
			t.Errorf("corpus %d: kept is %t", s, kept)
		}
	}
	if len(v.corpora) != mostCorpora || len(v.making) != 0 {
		t.Errorf("%d corpora are kept, %d being made", len(v.corpora), len(v.making))
	}
}

// TestVerifierWaits: while a corpus is being made others are at hand, and all who ask for it get that one.
func TestVerifierWaits(t *testing.T) {
	var v Verifier
	other, err := v.corpus(textOf(1))
	if err != nil {
		t.Fatal(err)
	}
	begun, end := make(chan bool), make(chan bool)
	v.making[textOf(2)] = sync.OnceValues(func() (*Corpus, error) {
		close(begun)
		<-end
		return corpusOf(textOf(2))
	})
	got := make(chan *Corpus)
	for range 8 {
		go func() {
			c, err := v.corpus(textOf(2))
			if err != nil {
				t.Error(err)
			}
			got <- c
		}()
	}
	<-begun
	if c, err := v.corpus(textOf(1)); c != other || err != nil {
		t.Errorf("%p, %v; want %p", c, err, other)
	}
	if _, err := v.corpus(textOf(3)); err != nil {
		t.Error(err)
	}
	close(end)
	one := <-got
	for range 7 {
		if c := <-got; c == nil || c != one {
			t.Errorf("one asker gets %p, another %p", one, c)
		}
	}
}

// TestVerifierManyGoroutines: with more corpora than are kept, asked for by many at once in another order each, every
// record is right.
func TestVerifierManyGoroutines(t *testing.T) {
	const corpora, askers = mostCorpora + 16, 32
	var texts, want [corpora]string
	for s := range texts {
		c, err := corpusOf(textOf(s))
		if err != nil {
			t.Fatal(err)
		}
		rec, err := c.At(int64(s))
		if err != nil {
			t.Fatal(err)
		}
		texts[s] = string(c.AppendVerifier(nil, int64(s), "ask"))
		want[s] = fmt.Sprintf("%d %s", rec.Seed, rec.AppendPrompt(nil))
	}
	var v Verifier
	var all sync.WaitGroup
	for g := range askers {
		all.Add(1)
		go func() {
			defer all.Done()
			for k := range corpora {
				s := (k*(2*g+1) + g) % corpora
				rec, err := v.Record(texts[s])
				if err != nil {
					t.Error(err)
					return
				}
				if got := fmt.Sprintf("%d %s", rec.Seed, rec.AppendPrompt(nil)); got != want[s] {
					t.Errorf("record %d is\n%s\nwant\n%s", s, got, want[s])
				}
			}
		}()
	}
	all.Wait()
	if len(v.corpora) != mostCorpora || len(v.making) != 0 {
		t.Errorf("%d corpora are kept, %d being made", len(v.corpora), len(v.making))
	}
}
