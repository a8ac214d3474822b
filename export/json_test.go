package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// checkText holds appendText against encoding/json, in meaning and, but for its known liberties, in bytes.
func checkText(t interface{ Fatalf(string, ...any) }, s string) {
	got := appendText([]byte("x"), `"key":`, s)
	value, ok := bytes.CutPrefix(got, []byte(`x"key":`))
	if !ok {
		t.Fatalf("%q: %q does not start with what was there and the key", s, got)
	}
	var back string
	if err := json.Unmarshal(value, &back); err != nil {
		t.Fatalf("%q: %s: %v", s, value, err)
	}
	if back != s {
		t.Fatalf("%q: %s reads as %q", s, value, back)
	}
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		t.Fatalf("%v", err)
	}
	// encoding/json escapes two line separators for JavaScript's sake, and writes \b and \f since Go 1.22. The last
	// pair keeps an escaped backslash and the letter after it from being taken for one of these.
	liberties := strings.NewReplacer(`\u2028`, "\u2028", `\u2029`, "\u2029", `\b`, `\u0008`, `\f`, `\u000c`, `\\`, `\\`)
	if w := liberties.Replace(strings.TrimSuffix(want.String(), "\n")); w != string(value) {
		t.Fatalf("%q: %s; encoding/json writes %s", s, value, w)
	}
}

func TestAppendText(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", `""`},
		{"plain", `"plain"`},
		{"two\nlines", `"two\nlines"`},
		{"\t\r\n\"\\/", `"\t\r\n\"\\/"`},
		{"<b> & 'c'", `"<b> & 'c'"`},
		{"\x00\x1f\x7f\b\f", "\"\\u0000\\u001f\x7f\\u0008\\u000c\""},
		{"┌──┐\n│A │\n└──┘", `"┌──┐\n│A │\n└──┘"`},
		{"é\u2028\U0001F600", "\"é\u2028\U0001F600\""},
	} {
		if got := string(appendText(nil, "", test.text)); got != test.want {
			t.Errorf("appendText(%q) = %s, want %s", test.text, got, test.want)
		}
		checkText(t, test.text)
	}
}

// TestAppendTextBytes puts every byte of ASCII at every place of a text longer than two words of the scan.
func TestAppendTextBytes(t *testing.T) {
	const before, after = "0123456789012345678", "é─0123456789"
	for c := range byte(utf8.RuneSelf) {
		for at := range len(before) {
			checkText(t, before[:at]+string(rune(c))+after)
		}
	}
}

func TestAppendTextRandom(t *testing.T) {
	// Characters that matter are drawn more often than rapid's own strings have them.
	special := rapid.SampledFrom([]rune("\x00\x01\x1f !\"#[\\]\x7f\u0080éｘ\u2028┌─│\U0001F600\n\t"))
	text := rapid.OneOf(rapid.String(), rapid.StringOf(special), rapid.StringOf(rapid.OneOf(special, rapid.Rune())))
	rapid.Check(t, func(t *rapid.T) { checkText(t, text.Draw(t, "text")) })
}

// TestFirstEscaped compares the scan with looking at each byte, over all bytes.
func TestFirstEscaped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		special := rapid.SampledFrom([]byte("\x1f !\"#[\\]\x80\xff"))
		s := string(rapid.SliceOfN(rapid.OneOf(rapid.Byte(), special), 0, 40).Draw(t, "bytes"))
		want := len(s)
		for i := range len(s) {
			if s[i] < ' ' || s[i] == '"' || s[i] == '\\' {
				want = i
				break
			}
		}
		if got := firstEscaped(s); got != want {
			t.Fatalf("firstEscaped(%q) = %d, want %d", s, got, want)
		}
	})
}
