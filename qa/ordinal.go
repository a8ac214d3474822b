package qa

import "strconv"

// ordinal returns "1st", "2nd" and so on.
func ordinal(n int) string { return string(appendOrdinal(nil, n)) }

// appendOrdinal appends a number as in "1st" and "12th".
func appendOrdinal(dst []byte, n int) []byte {
	end := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return append(strconv.AppendInt(dst, int64(n), 10), end...)
}
