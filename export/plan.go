package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Plan says what a folder is to hold: the records of a Config, in subsets, shared out to splits, made in shards. It and
// the versions in it fix every byte of JSONL. It is what plan.json in the folder holds.
type Plan struct {
	Title   string            `json:"title"`           // of the card and the report; empty for "Gridscribe corpus"
	Config  gridscribe.Config `json:"config"`          // Records says how many, before any are left out
	Subsets []Subset          `json:"subsets"`         // at least one
	Splits  []Split           `json:"splits"`          // at least one
	Shards  int               `json:"shards"`          // 1 to MaxShards
	Unique  bool              `json:"unique,omitzero"` // leave out every repeat of a problem but the first
	// Audit says that Finalize audits the rows of the first subset of the view native, which there must be: see
	// [Job.Audit].
	Audit bool `json:"audit,omitzero"`
	// License of the rows, as Hugging Face writes it: mit, cc0-1.0, cc-by-4.0, cc-by-sa-4.0 or apache-2.0; empty for
	// mit.
	License string `json:"license"`
	// Date of publication, as 2006-01-31, for croissant.json, which asks for one; empty leaves it out. No clock is
	// read.
	Date string `json:"date,omitzero"`
	// Exclusion is the problems to keep out, nil for none, and Exclude their hash, which stands for them in JSON.
	Exclusion *Exclusion `json:"-"`
	Exclude   string     `json:"exclude,omitzero"`
	Versions  Versions   `json:"versions"`
}

// MaxShards is the largest number of shards: readers of data sets take five digits.
const MaxShards = 100_000

// Versions are those of all that decides what a corpus holds.
type Versions struct {
	Stream  int `json:"stream"`  // of the random streams
	Lexicon int `json:"lexicon"` // of the words
	Schema  int `json:"schema"`  // of the rows
}

// SchemaVersion is the version of the rows: of the fields of the views and what they mean.
const SchemaVersion = 1

// CurrentVersions returns the versions of this package.
func CurrentVersions() Versions {
	return Versions{seed.Version, describe.LexiconVersion, SchemaVersion}
}

// Validate reports the first field that is out of range and what is allowed.
func (p Plan) Validate() error {
	if err := p.Config.Validate(); err != nil {
		return err
	}
	if len(p.Subsets) == 0 {
		return fmt.Errorf("export: a plan without subsets; at least one is needed")
	}
	seen := make(map[string]bool)
	for _, s := range p.Subsets {
		if err := s.Validate(); err != nil {
			return err
		}
		if err := s.Suits(p.Config); err != nil {
			return err
		}
		name := s.folder()
		if seen[name] {
			return fmt.Errorf("export: two subsets have the name %q; each needs its own", name)
		}
		seen[name] = true
	}
	if p.Audit && p.native() < 0 {
		return fmt.Errorf("export: audit is true, but there is %w; add one", ErrNotAudited)
	}
	if p.Shards < 1 || p.Shards > MaxShards {
		return fmt.Errorf("export: %d shards; 1 to %d are allowed", p.Shards, MaxShards)
	}
	if !utf8.ValidString(p.Title) {
		return fmt.Errorf("export: title %q; UTF-8 is allowed", p.Title)
	}
	if err := p.Versions.check(); err != nil {
		return err
	}
	if _, err := licenseOf(p.License); err != nil {
		return err
	}
	if err := validateDate(p.Date); err != nil {
		return err
	}
	return validateSplits(p.Splits)
}

// check reports versions that are not those of this package.
func (v Versions) check() error {
	if v != CurrentVersions() {
		return fmt.Errorf("export: a plan of versions %+v, but this is %+v; use the release that made it", v, CurrentVersions())
	}
	return nil
}

// native returns the number of the first subset of the view native, -1 if there is none.
func (p Plan) native() int {
	return slices.IndexFunc(p.Subsets, func(s Subset) bool { return s.View == ViewNative })
}

// completed returns the plan with everything said that may be left unsaid.
func (p Plan) completed() Plan {
	if p.Title == "" {
		p.Title = "Gridscribe corpus"
	}
	if p.License == "" {
		p.License = licenses()[0].name
	}
	if p.Exclusion != nil {
		p.Exclude = p.Exclusion.Hash()
	}
	p.Subsets = slices.Clone(p.Subsets)
	for i := range p.Subsets {
		p.Subsets[i].Form = p.Subsets[i].options().form()
		p.Subsets[i].Name = p.Subsets[i].folder()
	}
	if p.Splits == nil {
		p.Splits = DefaultSplits()
	}
	if p.Versions == (Versions{}) {
		p.Versions = CurrentVersions()
	}
	return p
}

// encoded returns the plan as plan.json holds it.
func (p Plan) encoded() ([]byte, error) {
	text, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("export: writing the plan: %w", err)
	}
	return append(text, '\n'), nil
}

// hashOf tells texts apart: that of the plan stands in the manifest of every shard, which ends with its own.
func hashOf(text []byte) string {
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// records returns the records of a shard: from up to, without, to.
func (p Plan) records(shard int) (from, to int64) {
	n, of := p.Config.Records, int64(p.Shards)
	// n*shard may not fit: whole parts and what is left over are shared out apart.
	part, rest := n/of, n%of
	at := func(s int64) int64 { return s*part + s*rest/of }
	return at(int64(shard)), at(int64(shard) + 1)
}

// path returns the path of a file of a shard inside the folder, with slashes.
func (p Plan) path(subset Subset, split string, shard int) string {
	return fmt.Sprintf("data/%s/%s-%05d-of-%05d.%s", subset.Name, split, shard, p.Shards, subset.Format)
}
