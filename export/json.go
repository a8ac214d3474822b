package export

import (
	"math/bits"
	"strconv"
)

// The JSON is written here and not by encoding/json because its bytes are promised: that package's output for unusual
// input changes between Go versions and experiments.

func appendInt(dst []byte, key string, v int64) []byte {
	return strconv.AppendInt(append(dst, key...), v, 10)
}

func appendBool(dst []byte, key string, v bool) []byte {
	return strconv.AppendBool(append(dst, key...), v)
}

const hexDigits = "0123456789abcdef"

// appendText appends a key and a JSON string. The text must be UTF-8, as [batch.seal] sees to: all of it but control
// characters, quotes and backslashes is copied as it stands.
func appendText(dst []byte, key, s string) []byte {
	dst = append(append(dst, key...), '"')
	for {
		n := firstEscaped(s)
		dst = append(dst, s[:n]...)
		if n == len(s) {
			return append(dst, '"')
		}
		switch c := s[n]; c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
		}
		s = s[n+1:]
	}
}

// firstEscaped returns the index of the first byte that JSON does not take as it stands, or the length. It looks at
// eight bytes at a time: a byte of x is below k if subtracting k from it borrows, which shows in its high bit unless
// the byte has that bit itself. A borrow may carry into later bytes, so only the first one found is right.
func firstEscaped[T string | []byte](s T) int {
	const ones, high = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		b := s[i : i+8]
		x := uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
			uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
		quote, slash := x^(ones*'"'), x^(ones*'\\')
		found := ((x-ones*' ')&^x | (quote-ones)&^quote | (slash-ones)&^slash) & high
		if found != 0 {
			return i + bits.TrailingZeros64(found)/8
		}
	}
	for ; i < len(s); i++ {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return i
		}
	}
	return len(s)
}
