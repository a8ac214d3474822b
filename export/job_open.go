package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gridscribe/gridscribe"
)

// Open makes the folder for the plan, or finds it made for the same plan. The error for a folder that holds anything else
// wraps [ErrOtherPlan] or, if it is no corpus, [ErrNotEmpty].
func Open(dir string, plan Plan) (*Job, error) {
	plan = plan.completed()
	if err := plan.Validate(); err != nil {
		return nil, err
	}
	if plan.Exclude != "" && plan.Exclusion == nil {
		var err error // a folder that is there has them
		if plan.Exclusion, err = loadExclusion(dir, plan.Exclude); err != nil {
			return nil, fmt.Errorf("export: the plan keeps out the problems %s, which are not given: %w", plan.Exclude, err)
		}
	}
	text, err := plan.encoded()
	if err != nil {
		return nil, err
	}
	path := filepath.Join(dir, shardsDir, "plan.json")
	there, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		beginErr := begin(dir, path, text, plan.Exclusion)
		// Another process that begins at the same time may have been first, whatever went wrong here then.
		if there, err = os.ReadFile(path); err != nil && beginErr != nil {
			return nil, beginErr
		}
	}
	if err != nil {
		return nil, fmt.Errorf("export: reading the plan: %w", err)
	}
	if !bytes.Equal(there, text) {
		if _, err := ReadPlan(path); err != nil {
			return nil, err
		}
		return nil, fmt.Errorf("export: %s: %w: %s; name another folder, or go on with the plan that is there", dir, ErrOtherPlan,
			firstDifference(there, text))
	}
	return newJob(dir, plan, text, plan.Exclusion)
}

// Load finds the job of a folder that Open has made.
func Load(dir string) (*Job, error) {
	path := filepath.Join(dir, shardsDir, "plan.json")
	plan, err := ReadPlan(path)
	if err != nil {
		return nil, err
	}
	text, err := plan.encoded()
	if err != nil {
		return nil, err
	}
	exclusion, err := loadExclusion(dir, plan.Exclude)
	if err != nil {
		return nil, err
	}
	return newJob(dir, plan, text, exclusion)
}

func newJob(dir string, plan Plan, text []byte, exclusion *Exclusion) (*Job, error) {
	corpus, err := gridscribe.NewCorpus(plan.Config)
	if err != nil {
		return nil, err
	}
	return &Job{dir: dir, plan: plan, hash: hashOf(text), corpus: corpus, exclusion: exclusion}, nil
}

// Plan returns the plan with everything said that Open may be told without.
func (j *Job) Plan() Plan { return j.plan }

// ReadPlan reads a plan as plan.json holds it. Its errors wrap [ErrNoPlan].
func ReadPlan(path string) (plan Plan, err error) {
	text, err := os.ReadFile(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return plan, fmt.Errorf("export: %w: %w", ErrNoPlan, err)
		}
		return plan, fmt.Errorf("export: reading the plan: %w", err)
	}
	// The versions come first: what another release writes, this one need not understand.
	var of struct{ Versions Versions }
	if err = json.Unmarshal(text, &of); err == nil {
		err = of.Versions.check()
	}
	if err == nil {
		err = json.Unmarshal(text, &plan)
	}
	if err == nil {
		err = plan.Validate()
	}
	if err != nil {
		return plan, fmt.Errorf("export: %s: %w: %w", path, ErrNoPlan, err)
	}
	own, err := plan.completed().encoded()
	if err != nil || !bytes.Equal(bytes.TrimSpace(own), bytes.TrimSpace(text)) {
		return plan, fmt.Errorf("export: %s: %w: it has been changed since it was written", path, ErrNoPlan)
	}
	return plan, nil
}

// firstDifference quotes the first line in which two plans differ.
func firstDifference(there, asked []byte) string {
	a, b := bytes.Split(there, []byte("\n")), bytes.Split(asked, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return fmt.Sprintf("its plan says %s where %s is asked for", bytes.TrimSpace(a[i]), bytes.TrimSpace(b[i]))
		}
	}
	return "its plan is longer or shorter"
}

// begin writes the plan to a folder that holds nothing.
func begin(dir, path string, plan []byte, keepOut *Exclusion) error {
	if err := onlyLeftovers(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("export: making the output folder: %w", err)
	}
	if err := keepOut.save(dir); err != nil { // first: who sees the plan needs it
		return err
	}
	if err := createOnce(path, plan); err != nil {
		return err
	}
	return errors.Join(syncDir(filepath.Dir(path)), syncDir(dir))
}

// onlyLeftovers reports an error for a folder with anything in it but what a killed Open leaves.
func onlyLeftovers(dir string) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("export: looking into the output folder: %w", err)
	}
	for _, e := range entries {
		if e.Name() != shardsDir {
			return fmt.Errorf("export: %s holds %q: %w; name another folder", dir, e.Name(), ErrNotEmpty)
		}
	}
	return nil
}
