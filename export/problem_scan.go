package export

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// The extent of a JSON value is found here and not by encoding/json, because a row that breaks off must not take the
// rows after it along: the place where a value goes wrong is needed, and whether more of the file could mend it.

// scanned says how a scan of a value ended.
type scanned uint8

const (
	scanWhole scanned = iota // the value ends at the place returned
	scanShort                // the bytes end before the value does
	scanWrong                // the byte at the place returned is none that JSON allows
)

// deepest is the most objects and arrays that may lie in each other; a row has three.
const deepest = 64

// skipSpace returns the first place at or after i that holds no JSON blank.
func skipSpace(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\t' || b[i] == '\n' || b[i] == '\r') {
		i++
	}
	return i
}

// scanValue finds the end of the value at b[i:].
func scanValue(b []byte, i, depth int) (end int, how scanned) {
	if i >= len(b) {
		return i, scanShort
	}
	switch c := b[i]; {
	case c == '"':
		return scanString(b, i)
	case c == '{' && depth < deepest:
		return scanObject(b, i, depth+1, nil)
	case c == '[' && depth < deepest:
		return scanArray(b, i, depth+1, nil)
	case c == '-' || '0' <= c && c <= '9':
		return scanNumber(b, i)
	}
	for _, word := range [...]string{"true", "false", "null"} {
		if b[i] == word[0] {
			for k := range len(word) {
				switch {
				case i+k == len(b):
					return i + k, scanShort
				case b[i+k] != word[k]:
					return i + k, scanWrong
				}
			}
			return i + len(word), scanWhole
		}
	}
	return i, scanWrong
}

func scanString(b []byte, i int) (end int, how scanned) {
	for i++; i < len(b); i++ {
		switch c := b[i]; {
		case c == '"':
			return i + 1, scanWhole
		case c < ' ':
			return i, scanWrong
		case c == '\\':
			if i++; i == len(b) {
				return i, scanShort
			}
			switch b[i] {
			case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			case 'u':
				for range 4 {
					if i++; i == len(b) {
						return i, scanShort
					}
					if c := b[i] | 0x20; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
						return i, scanWrong
					}
				}
			default:
				return i, scanWrong
			}
		}
	}
	return i, scanShort
}

// scanNumber takes a little more than JSON does; who wants the number finds out.
func scanNumber(b []byte, i int) (end int, how scanned) {
	for i < len(b) {
		switch c := b[i]; {
		case '0' <= c && c <= '9', c == '-', c == '+', c == '.', c == 'e', c == 'E':
			i++
		default:
			return i, scanWhole
		}
	}
	return i, scanWhole
}

// scanArray finds the end of an array. Each is called with the extent of every element, if it is not nil.
func scanArray(b []byte, i, depth int, each func(at, end int)) (end int, how scanned) {
	for first := true; ; first = false {
		if i = skipSpace(b, i+1); i >= len(b) {
			return i, scanShort
		}
		if first && b[i] == ']' {
			return i + 1, scanWhole
		}
		at := i
		if i, how = scanValue(b, i, depth); how != scanWhole {
			return i, how
		}
		if each != nil {
			each(at, i)
		}
		if i = skipSpace(b, i); i >= len(b) {
			return i, scanShort
		}
		switch b[i] {
		case ',':
		case ']':
			return i + 1, scanWhole
		default:
			return i, scanWrong
		}
	}
}

// scanObject finds the end of an object. Each is called with every key and the extent of its value, if it is not nil.
func scanObject(b []byte, i, depth int, each func(key string, at, end int)) (end int, how scanned) {
	for first := true; ; first = false {
		if i = skipSpace(b, i+1); i >= len(b) {
			return i, scanShort
		}
		if first && b[i] == '}' {
			return i + 1, scanWhole
		}
		key, at, how := scanKey(b, i, each != nil)
		if how != scanWhole {
			return at, how
		}
		if i, how = scanValue(b, at, depth); how != scanWhole {
			return i, how
		}
		if each != nil {
			each(key, at, i)
		}
		if i = skipSpace(b, i); i >= len(b) {
			return i, scanShort
		}
		switch b[i] {
		case ',':
		case '}':
			return i + 1, scanWhole
		default:
			return i, scanWrong
		}
	}
}

// scanKey reads the key at b[i:] and finds the place of its value.
func scanKey(b []byte, i int, wanted bool) (key string, at int, how scanned) {
	if i >= len(b) {
		return "", i, scanShort
	}
	if b[i] != '"' {
		return "", i, scanWrong
	}
	end, how := scanString(b, i)
	if how != scanWhole {
		return "", end, how
	}
	if wanted {
		key, _ = unquoteJSON(b[i:end])
	}
	if at = skipSpace(b, end); at >= len(b) {
		return "", at, scanShort
	}
	if b[at] != ':' {
		return "", at, scanWrong
	}
	return key, skipSpace(b, at+1), scanWhole
}

// unquoteJSON returns the text of a JSON string; ok is false for any other value.
func unquoteJSON(value []byte) (text string, ok bool) {
	if len(value) < 2 || value[0] != '"' {
		return "", false
	}
	inside := value[1 : len(value)-1]
	if bytes.IndexByte(inside, '\\') < 0 && utf8.Valid(inside) { // most are
		return string(inside), true
	}
	err := json.Unmarshal(value, &text)
	return text, err == nil
}
