package gridscribe_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const ourModule = "github.com/gridscribe/gridscribe"

// floors are the rooms of the house from the ground up; "." is the root package. Code may import its own room and any
// room on a floor below, so scene and describe never meet.
//
// A test in its own package (package scene_test) may import every room: nothing can import it back. A folder whose
// name ends in "test" (qa/qatest, say) is a test kit: it may use what tests use, and only tests and kits may import it.
var floors = [][]string{
	{"layout/seed"},
	{"layout"},
	{"scene", "describe"},
	{"qa"},
	{"."},
	{"export"},
	{"examples"},
}

// dependencies are the modules that go.mod may require directly, and who may import them. Adding a line is a decision:
// is the module well kept, and is it worth it?
var dependencies = []struct {
	module string
	rooms  []string // where code and tests may import it
	tests  bool     // tests and test kits may import it everywhere
	only   string   // the one package of it that may be imported; "" for all
}{
	{module: "golang.org/x/exp", rooms: []string{"layout/seed"}, only: "golang.org/x/exp/rand"},
	{module: "github.com/parquet-go/parquet-go", rooms: []string{"export"}},
	// The standard library has no zstd, and its gzip may write other bytes with the next Go. parquet-go needs it anyway.
	{module: "github.com/klauspost/compress", rooms: []string{"export"}},
	{module: "github.com/schollz/progressbar/v3", rooms: []string{"examples"}},
	{module: "github.com/google/go-cmp", tests: true},
	{module: "pgregory.net/rapid", tests: true},
}

// clockless rooms make records, which are a function of a Config, a seed and a number, and of nothing else.
var clockless = []string{"layout/seed", "layout", "scene", "describe", "qa", "."}

// floorOf returns the floor of a room, -1 if there is no such room.
func floorOf(room string) int {
	return slices.IndexFunc(floors, func(rooms []string) bool { return slices.Contains(rooms, room) })
}

// roomOf returns the room that a folder of the module lies in, "" if it lies in none.
func roomOf(dir string) string {
	for d := dir; ; d = path.Dir(d) {
		switch {
		case d == "." && dir != ".":
			return ""
		case floorOf(d) >= 0:
			return d
		}
	}
}

func within(importPath, parent string) bool {
	return importPath == parent || strings.HasPrefix(importPath, parent+"/")
}

// importer is what the walls need to know of a file that imports something.
type importer struct {
	dir      string // its folder, from the root of the module
	test     bool   // it is a test, or belongs to a test kit
	external bool   // it is a test in its own package
}

func (im importer) room() string { return roomOf(im.dir) }

// complaint says what is wrong with an import, "" where all is well.
func (im importer) complaint(importPath string) string {
	if within(importPath, ourModule) {
		return im.insideComplaint(path.Clean("./" + strings.TrimPrefix(importPath, ourModule)))
	}
	switch first, _, _ := strings.Cut(importPath, "/"); {
	case within(importPath, "math/rand"):
		return "every random choice comes from layout/seed"
	case importPath == "time" && !im.test && slices.Contains(clockless, im.room()):
		return "no clock here: a record depends on its Config, seed and number only"
	case !strings.Contains(first, "."):
		return "" // the standard library
	}
	for _, d := range dependencies {
		switch {
		case !within(importPath, d.module):
		case d.only != "" && importPath != d.only:
			return fmt.Sprintf("of %s only %s may be imported", d.module, d.only)
		case d.tests && im.test || slices.Contains(d.rooms, im.room()):
			return ""
		case d.tests:
			return "for tests only"
		default:
			return "only " + strings.Join(d.rooms, ", ") + " may import it"
		}
	}
	return "not one of the module's dependencies"
}

func (im importer) insideComplaint(dir string) string {
	from, to := im.room(), roomOf(dir)
	switch {
	case from == "" || to == "":
		return fmt.Sprintf("the rooms are %v; %q or %q is in none of them", floors, im.dir, dir)
	case isTestKit(dir) && !im.test:
		return "a test kit, for tests only"
	case im.external || from == to || floorOf(to) < floorOf(from):
		return ""
	case floorOf(to) == floorOf(from):
		return fmt.Sprintf("%s and %s never import each other", from, to)
	}
	return fmt.Sprintf("%s is built on top of %s, not the other way round", to, from)
}

func isTestKit(dir string) bool { return strings.HasSuffix(path.Base(dir), "test") }

type sourceFile struct {
	importer
	path   string
	syntax *ast.File
}

// sourceFiles parses every Go file of the module: not those of modules nested in it, nor those that the go command
// passes over (testdata, and names that begin with a dot or an underscore).
func sourceFiles(t *testing.T) ([]sourceFile, *token.FileSet) {
	t.Helper()
	fset := token.NewFileSet()
	var files []sourceFile
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := name != "." && strings.ContainsAny(d.Name()[:1], "._")
		if d.IsDir() {
			_, err := os.Stat(filepath.Join(name, "go.mod"))
			if nested := err == nil && name != "."; nested || hidden || d.Name() == "testdata" {
				return fs.SkipDir
			}
			return nil
		}
		if hidden || filepath.Ext(name) != ".go" {
			return nil
		}
		syntax, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		dir := path.Dir(filepath.ToSlash(name))
		test := strings.HasSuffix(name, "_test.go")
		files = append(files, sourceFile{
			importer: importer{
				dir:      dir,
				test:     test || isTestKit(dir),
				external: test && strings.HasSuffix(syntax.Name.Name, "_test"),
			},
			path:   filepath.ToSlash(name),
			syntax: syntax,
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, fset
}

func importPath(t *testing.T, spec *ast.ImportSpec) string {
	p, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestImportWalls(t *testing.T) {
	files, fset := sourceFiles(t)
	var generators []string
	for _, f := range files {
		for _, spec := range f.syntax.Imports {
			p := importPath(t, spec)
			if why := f.complaint(p); why != "" {
				t.Errorf("%v: imports %s: %s", fset.Position(spec.Pos()), p, why)
			}
			if within(p, "golang.org/x/exp") {
				generators = append(generators, f.path)
			}
		}
	}
	if len(generators) > 1 {
		t.Errorf("golang.org/x/exp/rand is imported by %v: it is deprecated, and frozen is what we want it to be, but "+
			"one import and one linter exception are enough", generators)
	}
}

// TestImportWallsStand breaks each wall once, to see that somebody notices.
func TestImportWallsStand(t *testing.T) {
	const exp, parquet, rapid = "golang.org/x/exp/rand", "github.com/parquet-go/parquet-go", "pgregory.net/rapid"
	code := func(dir string) importer { return importer{dir: dir} }
	test := func(dir string) importer { return importer{dir: dir, test: true} }
	external := func(dir string) importer { return importer{dir: dir, test: true, external: true} }
	for _, c := range []struct {
		from importer
		path string
		ok   bool
	}{
		{code("layout"), ourModule + "/layout/seed", true},
		{code("layout"), ourModule + "/layout/internal/ranks", true},
		{code("layout/seed"), ourModule + "/layout", false},
		{code("layout"), ourModule + "/scene", false},
		{code("layout"), ourModule, false},
		{code("scene"), ourModule + "/layout", true},
		{code("scene"), ourModule + "/layout/seed", true},
		{code("scene"), ourModule + "/describe", false},
		{code("describe"), ourModule + "/scene", false},
		{code("describe/internal/words"), ourModule + "/scene", false},
		{code("qa"), ourModule + "/scene", true},
		{code("qa"), ourModule, false},
		{code("."), ourModule + "/qa", true},
		{code("."), ourModule + "/export", false},
		{code("export"), ourModule, true},
		{code("export"), ourModule + "/examples/gen", false},
		{code("examples/gen"), ourModule + "/export", true},
		{code("tools"), ourModule + "/layout", false},
		{test("scene"), ourModule + "/describe", false},
		{external("scene"), ourModule + "/describe", true},
		{external("layout"), ourModule + "/qa/qatest", true},
		{code("qa"), ourModule + "/qa/qatest", false},

		{code("layout/seed"), exp, true},
		{code("layout/seed"), "golang.org/x/exp/slices", false},
		{code("layout"), exp, false},
		{external("qa"), exp, false},
		{code("export"), parquet, true},
		{external("export"), parquet, true},
		{code("examples/gen"), parquet, false},
		{external("examples/gen"), parquet, false},
		{code("qa"), rapid, false},
		{test("qa"), rapid, true},
		{test("qa/qatest"), rapid, true},
		{external("."), "github.com/google/go-cmp/cmp/cmpopts", true},
		{code("."), "github.com/google/go-cmp/cmp", false},
		{code("export"), "example.org/new/dependency", false},
		{code("export"), parquet + "-fork", false},

		{code("export"), "math/rand", false},
		{external("layout"), "math/rand/v2", false},
		{code("layout"), "math/bits", true},
		{code("qa"), "time", false},
		{code("."), "time", false},
		{test("qa"), "time", true},
		{code("export"), "time", true},
	} {
		if why := c.from.complaint(c.path); (why == "") != c.ok {
			t.Errorf("%+v imports %s: complaint %q", c.from, c.path, why)
		}
	}
}

// TestNoInitFunctions: what a program does follows from what it calls, not from what it links.
func TestNoInitFunctions(t *testing.T) {
	files, fset := sourceFiles(t)
	for _, f := range files {
		for _, decl := range f.syntax.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%v: func init: use a variable, or an ordered list such as qa.Families", fset.Position(fn.Pos()))
			}
		}
	}
}

func TestPackageNames(t *testing.T) {
	files, fset := sourceFiles(t)
	for _, f := range files {
		switch name := strings.TrimSuffix(f.syntax.Name.Name, "_test"); name {
		case "util", "utils", "common", "helper", "helpers", "misc":
			t.Errorf("%v: package %s: name a package after what it knows", fset.Position(f.syntax.Name.Pos()), name)
		}
	}
}

// TestTopLevelFolders looks past folders that begin with a dot and those that .gitignore gives to what a run leaves
// behind ("/corpus/").
func TestTopLevelFolders(t *testing.T) {
	ignore, err := os.ReadFile(".gitignore")
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	ignored := strings.Fields(string(ignore))
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		if !e.IsDir() || strings.HasPrefix(name, ".") || slices.Contains(ignored, "/"+name+"/") {
			continue
		}
		if floorOf(name) < 0 {
			t.Errorf("folder %s: the house has no such room, see %v", name, floors)
		}
	}
}

// TestDirectDependencies reads go.mod by hand: a module for parsing it would be one more dependency.
func TestDirectDependencies(t *testing.T) {
	text, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	block := ""
	for i, line := range strings.Split(string(text), "\n") {
		line, comment, _ := strings.Cut(line, "//")
		fields := strings.Fields(line)
		switch {
		case len(fields) == 0:
			continue
		case fields[0] == ")":
			block = ""
			continue
		case len(fields) == 2 && fields[1] == "(":
			block = fields[0]
			continue
		case block != "":
			fields = append([]string{block}, fields...)
		}
		switch fields[0] {
		case "module":
			if fields[1] != ourModule {
				t.Errorf("go.mod:%d: module %s, want %s", i+1, fields[1], ourModule)
			}
		case "replace":
			t.Errorf("go.mod:%d: replace directives do not reach those who import the module", i+1)
		case "require":
			allowed := false
			for _, d := range dependencies {
				allowed = allowed || d.module == fields[1]
			}
			if indirect := strings.TrimSpace(comment) == "indirect"; !allowed && !indirect {
				t.Errorf("go.mod:%d: %s is not one of the module's dependencies", i+1, fields[1])
			}
		}
	}
}
