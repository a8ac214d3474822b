package gridscribe

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// ErrVerifier is wrapped by every error about a verifier text.
var ErrVerifier = errors.New("invalid verifier")

// appendVersions appends the stream version and the lexicon version, as in "1.1".
func appendVersions(dst []byte) []byte {
	dst = append(strconv.AppendInt(dst, seed.Version, 10), '.')
	return strconv.AppendInt(dst, describe.LexiconVersion, 10)
}

// AppendVerifier appends the verifier text of a record: a JSON object that holds all that a [Verifier] needs to grade a
// response to its question, wherever that is: the versions, the Config, the number of the record and what the prompt
// shows, by the name of a form such as "ask".
func (c *Corpus) AppendVerifier(dst []byte, record int64, form string) []byte {
	dst = appendVersions(append(dst, `{"gridscribe":"`...))
	dst = append(append(dst, `","config":`...), c.text...)
	dst = strconv.AppendInt(append(dst, `,"record":`...), record, 10)
	dst = append(append(dst, `,"form":"`...), form...)
	return append(dst, `"}`...)
}

// Verifier grades responses to the questions of rows, given their verifier texts, as [Corpus.AppendVerifier] writes
// them. It makes the records again and keeps what that takes for the 64 corpora that it was asked for last; the first
// text of a corpus takes longer, and keeps no one waiting who asks for another. The zero Verifier is ready, and it is
// safe for use by many goroutines; it must not be copied once used.
type Verifier struct {
	mu      sync.Mutex
	corpora map[string]*keptCorpus             // by the Config as it stands in the text
	making  map[string]func() (*Corpus, error) // likewise; every caller gets the result of one call
	uses    uint64
}

// keptCorpus is a corpus and when it was used last, by the number of the use.
type keptCorpus struct {
	*Corpus
	used uint64
}

// mostCorpora is how many corpora a Verifier keeps.
const mostCorpora = 64

// verifiedForms are the forms with one question and one answer, that of the record.
var verifiedForms = []string{"ask", "answer", "read", "text+read"}

// Verify grades a response to the question of the row with this verifier text: see [qa.Question]. The error wraps
// [ErrVerifier] where the text is none, or was made by other versions, whose record would be another.
func (v *Verifier) Verify(verifier, response string) (qa.Verdict, error) {
	rec, err := v.Record(verifier)
	if err != nil {
		return qa.Verdict{}, err
	}
	return rec.Question.Verify(response), nil
}

// verifierText is what a verifier text says; nil stands for what it leaves out.
type verifierText struct {
	Gridscribe *string         `json:"gridscribe"`
	Config     json.RawMessage `json:"config"`
	Record     *int64          `json:"record"`
	Form       *string         `json:"form"`
}

// Record makes the record of a row again, given its verifier text. Its errors are those of Verify.
func (v *Verifier) Record(verifier string) (*Record, error) {
	var parsed verifierText
	if err := json.Unmarshal([]byte(verifier), &parsed); err != nil {
		return nil, verifierErrorf("not one JSON object: %v", err)
	}
	here := string(appendVersions(nil))
	switch {
	case parsed.Gridscribe == nil:
		return nil, verifierErrorf("gridscribe, the versions, is missing; %q is what this library has", here)
	case *parsed.Gridscribe != here:
		return nil, verifierErrorf("versions %q of stream and lexicon, but this library has %q and would make another record; grade "+
			"with the release that made the row", *parsed.Gridscribe, here)
	case parsed.Config == nil:
		return nil, verifierErrorf("config is missing; the Config of the corpus is needed")
	case parsed.Record == nil || *parsed.Record < 0:
		return nil, verifierErrorf("record is missing or below 0; the number of the record, from 0, is needed")
	case parsed.Form == nil || !slices.Contains(verifiedForms, *parsed.Form):
		return nil, verifierErrorf("form is missing or asks for more than one answer; %s are allowed", strings.Join(verifiedForms, ", "))
	}
	corpus, err := v.corpus(string(parsed.Config))
	if err != nil {
		return nil, err
	}
	return corpus.At(*parsed.Record)
}

// corpus returns the corpus of a Config as JSON. The lock is not held while one is made, which may take a second.
func (v *Verifier) corpus(config string) (*Corpus, error) {
	v.mu.Lock()
	if c := v.corpora[config]; c != nil {
		defer v.mu.Unlock()
		return v.use(c), nil
	}
	made := v.making[config]
	if made == nil {
		if v.corpora == nil {
			v.corpora, v.making = make(map[string]*keptCorpus), make(map[string]func() (*Corpus, error))
		}
		made = sync.OnceValues(func() (*Corpus, error) { return corpusOf(config) })
		v.making[config] = made
	}
	v.mu.Unlock()
	corpus, err := made()
	v.mu.Lock()
	defer v.mu.Unlock()
	delete(v.making, config)
	if err != nil {
		return nil, verifierErrorf("config: %w", err)
	}
	c := v.corpora[config]
	if c == nil {
		v.makeRoom()
		c = &keptCorpus{Corpus: corpus}
		v.corpora[config] = c
	}
	return v.use(c), nil
}

func (v *Verifier) use(c *keptCorpus) *Corpus {
	v.uses++
	c.used = v.uses
	return c.Corpus
}

// makeRoom lets go of the corpus that was not used for longest, where there are as many as are kept.
func (v *Verifier) makeRoom() {
	if len(v.corpora) < mostCorpora {
		return
	}
	oldest, least := "", uint64(math.MaxUint64)
	for config, c := range v.corpora {
		if c.used < least { // no two are equal
			oldest, least = config, c.used
		}
	}
	delete(v.corpora, oldest)
}

func corpusOf(config string) (*Corpus, error) {
	cfg, err := ReadConfig(strings.NewReader(config), Config{})
	if err != nil {
		return nil, err
	}
	return NewCorpus(cfg)
}

func verifierErrorf(format string, args ...any) error {
	return fmt.Errorf("gridscribe: %w: "+format, append([]any{ErrVerifier}, args...)...)
}
