package export

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// frontMatter returns what stands between the first two lines --- of a card, in lines as Python splits them: readers of
// data sets do so before they parse the YAML.
func frontMatter(readme string) ([]string, error) {
	readme = strings.ReplaceAll(readme, "\r\n", "\n")
	lines := strings.FieldsFunc(strings.ReplaceAll(readme, "\n", "\x00\n"), func(r rune) bool {
		return strings.ContainsRune("\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029", r)
	})
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\x00")
		if i > 0 && lines[0] == "---" && lines[i] == "---" {
			return lines[1:i], nil
		}
	}
	return nil, fmt.Errorf("no front matter")
}

// yamlParser reads the YAML that cards use and nothing else: block maps and lists, double-quoted strings, and words and
// numbers that no version of YAML takes for anything else.
type yamlParser struct {
	lines []string
	at    int
}

func parseYAML(lines []string) (value map[string]any, err error) {
	p := &yamlParser{lines: lines}
	for _, line := range lines {
		if !yamlPrintable.MatchString(line) || strings.TrimRight(line, " ") != line || line == "" {
			return nil, fmt.Errorf("line %q", line)
		}
	}
	value, err = p.mapping(0)
	if err == nil && p.at < len(lines) {
		err = fmt.Errorf("line %q is indented otherwise", lines[p.at])
	}
	return value, err
}

var (
	yamlPrintable = regexp.MustCompile(`^[\x20-\x7e\x{a0}-\x{2027}\x{202a}-\x{d7ff}\x{e000}-\x{fefe}\x{ff00}-\x{fffd}\x{10000}-\x{10ffff}]*$`)
	yamlKey       = regexp.MustCompile(`^([a-z_]+):(?: (.*))?$`)
	yamlNumber    = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)
	yamlWord      = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9<>._-]*$`)
	yamlDoubtful  = regexp.MustCompile(`^(?i:y|n|yes|no|on|off|null|[0-9._:e+-]+|0x.*|0o.*|\.inf|\.nan)$`)
	yamlEscape    = regexp.MustCompile(`\\(u[0-9a-f]{4}|["\\n])|["\\]`)
)

// next returns the next line without so much indentation.
func (p *yamlParser) next(indent int) (line string, ok bool) {
	if p.at == len(p.lines) {
		return "", false
	}
	line, ok = strings.CutPrefix(p.lines[p.at], strings.Repeat(" ", indent))
	return line, ok && !strings.HasPrefix(line, " ")
}

func (p *yamlParser) mapping(indent int) (map[string]any, error) {
	all := make(map[string]any)
	for {
		line, ok := p.next(indent)
		if !ok || strings.HasPrefix(line, "- ") {
			return all, nil
		}
		m := yamlKey.FindStringSubmatch(line)
		if m == nil {
			return nil, fmt.Errorf("%q is no key", line)
		}
		if _, ok := all[m[1]]; ok {
			return nil, fmt.Errorf("key %q twice", m[1])
		}
		p.at++
		var err error
		if m[2] != "" {
			all[m[1]], err = yamlScalar(m[2])
		} else {
			all[m[1]], err = p.list(indent)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", m[1], err)
		}
	}
}

func (p *yamlParser) list(indent int) ([]any, error) {
	var all []any
	for {
		line, ok := p.next(indent)
		rest, item := strings.CutPrefix(line, "- ")
		if !ok || !item {
			if all == nil {
				return nil, fmt.Errorf("nothing after the key")
			}
			return all, nil
		}
		var value any
		var err error
		if yamlKey.MatchString(rest) {
			p.lines[p.at] = strings.Repeat(" ", indent+2) + rest
			value, err = p.mapping(indent + 2)
		} else {
			p.at++
			value, err = yamlScalar(rest)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, value)
	}
}

func yamlScalar(text string) (any, error) {
	if inner, ok := strings.CutPrefix(text, `"`); ok {
		inner, ok = strings.CutSuffix(inner, `"`)
		var err error
		value := yamlEscape.ReplaceAllStringFunc(inner, func(escape string) string {
			switch {
			case len(escape) == 1:
				err = fmt.Errorf("%s holds a bare %s", text, escape)
			case escape[1] == 'u':
				r, _ := strconv.ParseUint(escape[2:], 16, 32)
				return string(rune(r))
			case escape[1] == 'n':
				return "\n"
			}
			return escape[1:]
		})
		if !ok {
			err = fmt.Errorf("%s has no end", text)
		}
		return value, err
	}
	switch {
	case text == "true" || text == "false":
		return text == "true", nil
	case yamlNumber.MatchString(text):
		return strconv.ParseInt(text, 10, 64)
	case !yamlWord.MatchString(text) || yamlDoubtful.MatchString(text):
		return nil, fmt.Errorf("%s needs quotes", text)
	}
	return text, nil
}

// TestYAMLQuotes holds that the titles of corpora and the names of subsets and splits come back from a card as they
// are, whatever they are: no, 1e3, 2026-01-31, ends of lines of all kinds.
func TestYAMLQuotes(t *testing.T) {
	words := []string{"no", "y", "null", "~", "1e3", "0x10", "1_000", "2026-01-31", "12:30", "---", "default", "all", "é", "地図"}
	title := rapid.OneOf(rapid.String(), rapid.SampledFrom(words),
		rapid.StringOf(rapid.SampledFrom([]rune("a: #-'\"\\\n\r\t\x00\x1c\x7f\u0085\u00a0\u2028\ufeff\ufffe\U0001f5fa{[*&!|>%@`"))))
	subset := rapid.OneOf(rapid.StringMatching(subsetName.String()), rapid.SampledFrom(words[:8]).Filter(subsetName.MatchString))
	split := rapid.OneOf(rapid.StringMatching(`\w{1,9}`), rapid.SampledFrom(words[:7]).Filter(splitName.MatchString))
	rapid.Check(t, func(t *rapid.T) {
		subsets := rapid.SliceOfNDistinct(subset, 1, 3, rapid.ID).Draw(t, "subsets")
		splits := rapid.SliceOfNDistinct(split, 1, 3, rapid.ID).Draw(t, "splits")
		c := &card{manifest: &Manifest{Title: title.Draw(t, "title")}}
		for _, s := range subsets {
			c.manifest.Subsets = append(c.manifest.Subsets, Subset{Name: s})
			for _, split := range splits {
				c.manifest.Files = append(c.manifest.Files, File{Subset: s, Split: split, Rows: 1})
			}
		}
		for _, s := range splits {
			c.manifest.Splits = append(c.manifest.Splits, Split{s, 1})
		}
		lines, err := frontMatter(string(appendCard(nil, c)))
		if err != nil {
			t.Fatal(err)
		}
		front, err := parseYAML(lines)
		if err != nil {
			t.Fatalf("%v in\n%s", err, strings.Join(lines, "\n"))
		}
		if got := front["pretty_name"]; got != c.title() {
			t.Errorf("title %q comes back as %q", c.title(), got)
		}
		configs := front["configs"].([]any)
		for i, s := range subsets {
			config := configs[i].(map[string]any)
			if config["config_name"] != s {
				t.Errorf("subset %q comes back as %q", s, config["config_name"])
			}
			for k, split := range splits {
				if file := config["data_files"].([]any)[k].(map[string]any); file["split"] != split {
					t.Errorf("split %q comes back as %q", split, file["split"])
				}
			}
		}
		// The titles above are those of one line; quoting itself holds for every text.
		any := title.Draw(t, "text")
		quoted := string(appendQuoted(nil, any))
		if got, err := yamlScalar(quoted); err != nil || got != strings.ToValidUTF8(any, "\ufffd") || !yamlPrintable.MatchString(quoted) {
			t.Errorf("%q is quoted as %s, which is %q (%v)", any, quoted, got, err)
		}
		if !utf8.ValidString(quoted) {
			t.Errorf("%s is not UTF-8", quoted)
		}
	})
}

// TestYAMLParser holds that the parser of these tests refuses what readers of YAML would take for something else.
func TestYAMLParser(t *testing.T) {
	for _, text := range []string{
		"a: no", "a: 1e3", "a: 012", "a: ~", "a: b c", `a: "b`, `a: "b"c"`, `a: "\x"`, "a: b\na: c", "a: \tb", "a:", "a: b ", "a: {b: c}",
		"a: 2026-01-31", "a:\n- b: c\n d: e", "- a", "a: \"\u0085\"", "a: 'b'", "a: b: c", "a: -", "a: 1:30",
	} {
		if got, err := parseYAML(strings.Split(text, "\n")); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}
