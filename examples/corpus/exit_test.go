package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExitCodes holds which code every mistake has and what is said of it, and that none changes anything.
func TestExitCodes(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	mustCorpus(t, strings.Fields("plan -out planned -n 20 -shards 4")...)
	mustCorpus(t, strings.Fields("plan -out broken -n 20")...)
	write := func(name, content string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("broken/.shards/plan.json", `{"title":`)
	mustCorpus(t, strings.Fields("plan -out later -n 20")...)
	plan, err := os.ReadFile("later/.shards/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	write("later/.shards/plan.json", strings.Replace(string(plan), `"schema": `, `"schema": 9`, 1))
	write("foreign/a.txt", "mine")
	write("wrong.json", `{"objects": []}`)
	write("blocked/data/native", "mine")
	mustCorpus(t, strings.Fields("plan -out inway -n 20 -shards 4")...)
	write("inway/data", "mine")
	before := listing(t, root)
	for args, want := range map[string]struct {
		code int
		text string
	}{
		"":                                    {exitUsage, "no command; plan, make"},
		"mak":                                 {exitUsage, `command "mak"; plan, make`},
		"make x":                              {exitUsage, `argument "x"`},
		"make -bad":                           {exitUsage, "-bad"},
		"make -n -1":                          {exitUsage, "0 or more"},
		"make -n 1e3":                         {exitUsage, "0 or more"},
		"make -shards 0":                      {exitUsage, "1 to 100000"},
		"make -shards 100001":                 {exitUsage, "1 to 100000"},
		"make -subsets nativ":                 {exitUsage, `"nativ"`},
		"make -subsets native@parket":         {exitUsage, `"parket"`},
		"make -subsets messages:drw":          {exitUsage, `"drw"`},
		"make -out x -subsets native:draw":    {exitUsage, "leave out the form"},
		"make -out x -subsets native,native":  {exitUsage, "two subsets"},
		"make -out x -subsets native@txt":     {exitUsage, "format txt"},
		"make -splits a:0":                    {exitUsage, "weight 0"},
		"make -splits a:x":                    {exitUsage, `weight "x"`},
		"make -splits a,a":                    {exitUsage, "stands twice"},
		"make -out x -plan none.json":         {exitUsage, "-plan none.json: there is no such file\nRun"},
		"make -out x -plan wrong.json -n 5":   {exitUsage, "-plan and -n; with -plan no other"},
		"make -preset none":                   {exitUsage, `"none"`},
		"make -config none.json":              {exitUsage, "none.json"},
		"make -config wrong.json -out x":      {exitUsage, "objects"},
		"make -workers 0":                     {exitUsage, "1 or more"},
		"make -shard -1":                      {exitUsage, "0 or more"},
		"make -shard 1 -shard-from-env":       {exitUsage, "one of them"},
		"make -shard-from-env":                {exitUsage, "no batch system"},
		"make -out planned -shard 4":          {exitUsage, "0 to 3 are allowed"},
		"make -out x -shards 2 -shard 2":      {exitUsage, "0 to 1 are allowed"},
		"status -n 20":                        {exitUsage, "none are allowed"},
		"verify -out planned -shard 2":        {exitUsage, "only corpus make"},
		"make -out none":                      {exitUsage, "corpus plan makes it"},
		"status -out none":                    {exitUsage, "corpus plan makes it"},
		"verify -out none":                    {exitUsage, "corpus plan makes it"},
		"finalize -out none":                  {exitUsage, "corpus plan makes it"},
		"finalize -out planned":               {exitRetry, "shard 0: not complete"},
		"verify -out planned":                 {exitRetry, "4 of 4 shards are damaged or missing"},
		"make -out inway":                     {exitNever, "data: not a directory"},
		"make -out foreign/a.txt -n 20":       {exitNever, "not a directory"},
		"status -out foreign/a.txt":           {exitNever, "not a directory"},
		"make -out planned -n 21 -shards 4":   {exitNever, "another corpus"},
		"make -out planned -n 20 -shards 5":   {exitNever, "another corpus"},
		"make -out planned -n 20 -seed 1":     {exitNever, "another corpus"},
		"plan -out planned -n 20 -title else": {exitNever, "another corpus"},
		"make -out broken":                    {exitNever, "no plan to go by"},
		"make -out broken -n 20":              {exitNever, "no plan to go by"},
		"status -out broken":                  {exitNever, "no plan to go by"},
		"make -out later":                     {exitNever, "use the release that made it"},
		"make -out foreign -n 20":             {exitNever, `holds "a.txt"`},
		"make -out blocked -n 20":             {exitNever, `holds "data"`},
		"status -out planned":                 {exitDone, ""},
		"plan -out planned -n 20 -shards 4":   {exitDone, ""},
		"-help":                               {exitDone, ""},
		"make -h":                             {exitDone, ""},
	} {
		code, stdout, stderr := corpus(nil, strings.Fields(args)...)
		if code != want.code || !strings.Contains(stderr, want.text) || (stderr == "") != (code == exitDone) || (stdout == "") == (code == exitDone) {
			t.Errorf("corpus %s: exit code %d and %q, %q; want %d and %q", args, code, stdout, stderr, want.code, want.text)
		}
	}
	same(t, "the folder after mistakes", before, root)
}

// TestShardFromEnv holds what every batch system says, and how.
func TestShardFromEnv(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "corpus")
	mustCorpus(t, "plan", "-out", dir, "-n", "20", "-shards", "6")
	for shard, env := range []map[string]string{
		{"JOB_COMPLETION_INDEX": "0"},
		{"SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_MIN": "0"},
		{"SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "1"},
		{"AWS_BATCH_JOB_ARRAY_INDEX": "3"},
		{"BATCH_TASK_INDEX": "4"},
		{"CLOUD_RUN_TASK_INDEX": "5"},
	} {
		code, _, stderr := corpus(env, "make", "-out", dir, "-shard-from-env")
		if code != exitDone || stderr != fmt.Sprintf("shard %d of 6 is done\n", shard) {
			t.Errorf("%v: exit code %d, %s", env, code, stderr)
		}
	}
	mustCorpus(t, "finalize", "-out", dir)
	for want, env := range map[string]map[string]string{
		"no batch system gives a number":  {},
		`JOB_COMPLETION_INDEX is "x"`:     {"JOB_COMPLETION_INDEX": "x"},
		`SLURM_ARRAY_TASK_ID is "-1"`:     {"SLURM_ARRAY_TASK_ID": "-1"},
		`SLURM_ARRAY_TASK_MIN is "4"`:     {"SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_MIN": "4"},
		`CLOUD_RUN_TASK_INDEX is "9e999"`: {"CLOUD_RUN_TASK_INDEX": "9e999"},
		"shard 6; 0 to 5 are allowed":     {"BATCH_TASK_INDEX": "6"},
	} {
		if code, _, stderr := corpus(env, "make", "-out", dir, "-shard-from-env"); code != exitUsage || !strings.Contains(stderr, want) {
			t.Errorf("%v: exit code %d, %s; want %s", env, code, stderr, want)
		}
	}
}
