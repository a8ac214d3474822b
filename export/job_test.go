package export

import (
	"bytes"
	"errors"
	"io/fs"
	"math"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
)

// jobPlan returns a plan of two subsets; they are JSONL, whose files are soon made.
func jobPlan(records int64, shards int) Plan {
	cfg := gridscribe.Text2Space()
	cfg.Records, cfg.Seed = records, 5
	return Plan{Config: cfg, Shards: shards, Subsets: []Subset{
		{View: ViewText2Space, Format: JSONL}, {View: ViewPrompt, Form: FormDraw, Format: JSONL},
	}}
}

func mustOpen(t testing.TB, dir string, plan Plan) *Job {
	t.Helper()
	job, err := Open(dir, plan)
	if err != nil {
		t.Fatal(err)
	}
	return job
}

// mustMake makes the shards, all of them where none is named.
func mustMake(t testing.TB, job *Job, shards ...int) {
	t.Helper()
	if shards == nil {
		for shard := range job.plan.Shards {
			shards = append(shards, shard)
		}
	}
	for _, shard := range shards {
		if _, err := job.Make(t.Context(), shard, Run{Workers: 2}); err != nil {
			t.Fatal(err)
		}
	}
}

func mustFinalize(t testing.TB, job *Job) *Manifest {
	t.Helper()
	m, err := job.Finalize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// complete returns a job that is finalized, and what its folder lists.
func complete(t *testing.T, plan Plan) (*Job, map[string]string) {
	t.Helper()
	job := mustOpen(t, filepath.Join(t.TempDir(), "corpus"), plan)
	mustMake(t, job)
	mustFinalize(t, job)
	return job, listing(t, job.dir)
}

// sameFiles holds that a folder lists what it should.
func sameFiles(t *testing.T, what string, want map[string]string, dir string) {
	t.Helper()
	if diff := cmp.Diff(want, listing(t, dir)); diff != "" {
		t.Errorf("%s (-want +got):\n%.1000s", what, diff)
	}
}

// TestShardsPartition holds that shards share out the records whatever their numbers: shard s begins at s*N/n, counted
// without bounds.
func TestShardsPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.Int64Range(0, 300), rapid.Int64Range(0, math.MaxInt64)).Draw(t, "records")
		of := rapid.OneOf(rapid.IntRange(1, 9), rapid.IntRange(1, MaxShards)).Draw(t, "shards")
		shard := rapid.IntRange(0, of-1).Draw(t, "shard")
		from, to := Plan{Config: gridscribe.Config{Records: n}, Shards: of}.records(shard)
		at := func(s int) *big.Int {
			x := new(big.Int).Mul(big.NewInt(n), big.NewInt(int64(s)))
			return x.Quo(x, big.NewInt(int64(of)))
		}
		if at(shard).Cmp(big.NewInt(from)) != 0 || at(shard+1).Cmp(big.NewInt(to)) != 0 {
			t.Fatalf("shard %d of %d has the records %d to %d of %d, want %v to %v", shard, of, from, to, n, at(shard), at(shard+1))
		}
	})
}

// TestShardsAreOneCorpus holds that many shards, made in any order, hold together what one holds, and count the same.
func TestShardsAreOneCorpus(t *testing.T) {
	joined := func(m *Manifest, dir string) map[string]string {
		all := make(map[string]string)
		for _, f := range m.Files {
			content, err := os.ReadFile(filepath.Join(dir, f.Path))
			if err != nil {
				t.Fatal(err)
			}
			if int64(len(content)) != f.Bytes || int64(bytes.Count(content, []byte("\n"))) != f.Rows {
				t.Errorf("%s is not as its manifest says", f.Path)
			}
			all[f.Subset+"/"+f.Split] += string(content)
		}
		return all
	}
	for _, test := range []struct {
		records int64
		order   []int
	}{
		{0, []int{1, 0}}, {1, []int{2, 0, 1}}, {7, []int{8, 1, 0, 3, 2, 7, 6, 4, 5}}, {50, []int{1, 2, 0}}, {2600, []int{1, 0}},
	} {
		one, many := mustOpen(t, t.TempDir(), jobPlan(test.records, 1)), mustOpen(t, t.TempDir(), jobPlan(test.records, len(test.order)))
		mustMake(t, one)
		mustMake(t, many, test.order...)
		a, b := mustFinalize(t, one), mustFinalize(t, many)
		if diff := cmp.Diff(joined(a, one.dir), joined(b, many.dir)); diff != "" {
			t.Errorf("%d shards do not hold what one does:\n%.1000s", len(test.order), diff)
		}
		if diff := cmp.Diff(a.Stats, b.Stats); diff != "" {
			t.Errorf("%d shards count otherwise than one:\n%.1000s", len(test.order), diff)
		}
	}
}

// TestShardsParquet holds the same of the rows in Parquet.
func TestShardsParquet(t *testing.T) {
	plan := jobPlan(700, 1)
	plan.Subsets = []Subset{{}, {View: ViewPrompt, Form: FormAsk}}
	rows := func(shards int) map[string][]map[string]any {
		plan.Shards = shards
		job := mustOpen(t, t.TempDir(), plan)
		mustMake(t, job)
		all := make(map[string][]map[string]any)
		for i, f := range mustFinalize(t, job).Files {
			own := readAny(t, plan.Subsets[i/(shards*len(job.plan.Splits))].View, filepath.Join(job.dir, f.Path))
			if int64(len(own)) != f.Rows {
				t.Errorf("%s has %d rows, its manifest says %d", f.Path, len(own), f.Rows)
			}
			all[f.Subset+"/"+f.Split] = append(all[f.Subset+"/"+f.Split], own...)
		}
		return all
	}
	if diff := cmp.Diff(rows(1), rows(5)); diff != "" {
		t.Errorf("five shards do not hold what one does:\n%.1000s", diff)
	}
}

// TestMakeTouchesNothing holds that what is done is left alone, the times of the files too, and that only what is
// missing is made again.
func TestMakeTouchesNothing(t *testing.T) {
	job, before := complete(t, jobPlan(40, 4))
	past := time.Unix(1_000_000_000, 0)
	for name := range before {
		if err := os.Chtimes(filepath.Join(job.dir, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	lost := job.plan.path(job.plan.Subsets[1], "test", 2)
	if err := os.Remove(filepath.Join(job.dir, lost)); err != nil {
		t.Fatal(err)
	}
	job = mustOpen(t, job.dir, jobPlan(40, 4))
	for shard := range 4 {
		if made, err := job.Make(t.Context(), shard, Run{}); err != nil || made != (shard == 2) {
			t.Errorf("shard %d: %v, %v", shard, made, err)
		}
	}
	mustFinalize(t, job)
	sameFiles(t, "after making what was lost", before, job.dir)
	for name := range before {
		info, err := os.Stat(filepath.Join(job.dir, name))
		if err != nil {
			t.Fatal(err)
		}
		ofShard := strings.Contains(name, "-00002-of-")
		if untouched := info.ModTime().Equal(past); untouched == ofShard {
			t.Errorf("%s: untouched %v", name, untouched)
		}
	}
}

// TestOtherPlan holds that a folder takes no other plan, whatever differs, and that nothing of it changes.
func TestOtherPlan(t *testing.T) {
	job, before := complete(t, jobPlan(10, 2))
	changes := map[string]func(*Plan){
		"Title":   func(p *Plan) { p.Title = "x" },
		"Config":  func(p *Plan) { p.Config.Seed++ },
		"Subsets": func(p *Plan) { p.Subsets = p.Subsets[:1] },
		"Splits":  func(p *Plan) { p.Splits = []Split{{"train", 1}} },
		"Shards":  func(p *Plan) { p.Shards++ },
		"Unique":  func(p *Plan) { p.Unique = true },
		"License": func(p *Plan) { p.License = "cc0-1.0" },
		"Date":    func(p *Plan) { p.Date = "2026-01-31" },
		"Audit":   nil, // needs another subset, which differs too
		"Exclude": nil, // the hash of what follows
		"Exclusion": func(p *Plan) {
			p.Exclusion = new(Exclusion)
			row := `{"story": ["A is above B."], "question": "Where is A relative to B?", "label": "above"}`
			if err := p.Exclusion.Add(strings.NewReader(row), "one"); err != nil {
				t.Fatal(err)
			}
		},
		"Versions": nil, // see TestDamagedPlan
	}
	for _, field := range reflect.VisibleFields(reflect.TypeFor[Plan]()) {
		change, ok := changes[field.Name]
		if !ok {
			t.Errorf("a plan that differs in %s is not tried", field.Name)
		}
		if change == nil {
			continue
		}
		plan := jobPlan(10, 2)
		change(&plan)
		_, err := Open(job.dir, plan)
		if !errors.Is(err, ErrOtherPlan) || !strings.Contains(err.Error(), "its plan") {
			t.Errorf("%s: %v", field.Name, err)
		}
	}
	for name, change := range map[string]func(*Plan){
		"records": func(p *Plan) { p.Config.Records++ },
		"form":    func(p *Plan) { p.Subsets[1].Form = FormAsk },
		"format":  func(p *Plan) { p.Subsets[1].Format = Parquet },
		"weight":  func(p *Plan) { p.Splits = []Split{{"train", 8}, {"validation", 1}, {"test", 2}} },
	} {
		plan := jobPlan(10, 2)
		change(&plan)
		if _, err := Open(job.dir, plan); !errors.Is(err, ErrOtherPlan) {
			t.Errorf("another %s: %v", name, err)
		}
	}
	sameFiles(t, "after refusing other plans", before, job.dir)
}

// TestDamagedPlan holds that a plan which is not as it was written is refused, and harms nothing.
func TestDamagedPlan(t *testing.T) {
	job, before := complete(t, jobPlan(10, 2))
	path := filepath.Join(job.dir, shardsDir, "plan.json")
	plan := before[filepath.Join(shardsDir, "plan.json")]
	replaced := func(old, new string) string {
		if !strings.Contains(plan, old) {
			t.Fatalf("the plan has no %s", old)
		}
		return strings.Replace(plan, old, new, 1)
	}
	for name, test := range map[string]struct{ text, want string }{
		"empty":           {"", "unexpected end"},
		"cut off":         {plan[:len(plan)/2], "unexpected end"},
		"not JSON":        {"\x00" + plan, "invalid character"},
		"more behind":     {plan + "{}", "after top-level value"},
		"written anew":    {strings.ReplaceAll(plan, "\n", ""), "has been changed"},
		"another field":   {replaced(`"shards"`, `"new": 1, "shards"`), "has been changed"},
		"no shards":       {replaced(`"shards": 2`, `"shards": 0`), "0 shards; 1 to 100000 are allowed"},
		"a name less":     {replaced(`"name": "text2space"`, `"name": ""`), "has been changed"},
		"an unknown view": {replaced(`"view": "prompt"`, `"view": "promt"`), `"promt"`},
		"another version": {replaced(`"schema": 1`, `"schema": 2, "new": 1`), "use the release that made it"},
	} {
		if err := os.WriteFile(path, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		for how, err := range map[string]error{"Load": second(Load(job.dir)), "Open": second(Open(job.dir, jobPlan(10, 2)))} {
			if !errors.Is(err, ErrNoPlan) || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), path) {
				t.Errorf("%s, %s: %v", name, how, err)
			}
		}
	}
	if err := os.WriteFile(path, []byte(plan), 0o644); err != nil {
		t.Fatal(err)
	}
	sameFiles(t, "with the plan back", before, job.dir)
	if _, err := Load(job.dir); err != nil {
		t.Error(err)
	}
	wrong := jobPlan(10, 2)
	wrong.Versions = CurrentVersions()
	wrong.Versions.Lexicon++
	if _, err := Open(t.TempDir(), wrong); err == nil || !strings.Contains(err.Error(), "use the release") {
		t.Errorf("a plan of another version: %v", err)
	}
}

func second[T any](_ T, err error) error { return err }

// TestPlanRoundTrip holds that Load finds the plan that Open was told, of every preset.
func TestPlanRoundTrip(t *testing.T) {
	for _, preset := range gridscribe.Presets() {
		plan := Plan{Title: "<ä> & \ufffd", Config: preset.Config(), Subsets: []Subset{{View: ViewNative}}, Shards: 3}
		job := mustOpen(t, t.TempDir(), plan)
		again, err := Load(job.dir)
		if err != nil {
			t.Errorf("%s: %v", preset.Name, err)
			continue
		}
		if again.hash != job.hash {
			t.Errorf("%s: the plan is another one", preset.Name)
		}
	}
	if _, err := Open(t.TempDir(), Plan{Title: "\xff", Config: gridscribe.Text2Space(), Subsets: []Subset{{}}, Shards: 1}); err == nil {
		t.Error("a title that JSON cannot hold is taken")
	}
}

// TestOpenElsewhere holds what Open says of folders that are none of its own, and that it leaves them alone.
func TestOpenElsewhere(t *testing.T) {
	dir := t.TempDir()
	if _, err := Load(filepath.Join(dir, "none")); !errors.Is(err, ErrNoPlan) || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("loading what is not there: %v", err)
	}
	file := filepath.Join(dir, "file")
	if err := os.WriteFile(file, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{file, filepath.Join(file, "below")} {
		if _, err := Open(place, jobPlan(1, 1)); err == nil || !strings.Contains(err.Error(), place) {
			t.Errorf("a file in the way: %v", err)
		}
	}
	if _, err := Open(dir, jobPlan(1, 1)); !errors.Is(err, ErrNotEmpty) || !strings.Contains(err.Error(), `"file"`) {
		t.Errorf("a folder of somebody else's: %v", err)
	}
	if diff := cmp.Diff(map[string]string{"file": "mine"}, listing(t, dir)); diff != "" {
		t.Errorf("the folder changed: %s", diff)
	}
	// What an Open leaves that was killed is no corpus.
	killed := t.TempDir()
	if err := os.Mkdir(filepath.Join(killed, shardsDir), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(killed, shardsDir, ".tmp-1-plan.json"), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	job := mustOpen(t, killed, jobPlan(10, 2))
	mustMake(t, job)
	mustFinalize(t, job)
	_, want := complete(t, jobPlan(10, 2))
	sameFiles(t, "after a killed Open", want, killed)
}
