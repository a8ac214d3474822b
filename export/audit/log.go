package audit

import (
	"encoding/binary"
	"strings"
)

// appendLog appends a log with names replaced in the order in which they come up; false where it is none. Where the places
// lie in a row, they come up in that order.
func appendLog(dst []byte, lines []string, names *naming) ([]byte, bool) {
	classes := [3]string{"\x00who ", "\x00where ", "\x00what "}
	seen := map[string]int{}
	label := func(class int, name string) {
		id, ok := seen[classes[class]+name]
		if !ok {
			id = len(seen)
			seen[classes[class]+name] = id
		}
		names.id(name)
		dst = binary.AppendUvarint(append(dst, "wpt"[class]), uint64(id))
	}
	dst = append(dst, 'L')
	for _, line := range lines {
		switch {
		case line == "" || strings.HasPrefix(line, "| Step") || strings.HasPrefix(line, "|--"):
		case strings.HasPrefix(line, "The places lie in "):
			_, places, ok := strings.Cut(line, ": ")
			if !ok {
				return dst, false
			}
			dst = append(dst, line[:strings.IndexByte(line, ':')]...)
			for place := range strings.SplitSeq(strings.TrimSuffix(places, "."), ", ") {
				label(1, bare(place))
			}
		case strings.HasPrefix(line, "|"):
			fields := strings.Split(strings.Trim(line, "| "), " | ")
			if len(fields) != 4 {
				return dst, false
			}
			label(0, bare(fields[1]))
			label(1, bare(fields[2]))
			if fields[3] != "-" {
				label(2, bare(fields[3]))
			}
		case strings.HasPrefix(line, "Step "):
			_, visit, _ := strings.Cut(strings.TrimSuffix(line, "."), ": ")
			visit, what, sees := strings.Cut(visit, " and sees ")
			who, where, ok := strings.Cut(visit, " comes to ")
			if !ok {
				return dst, false
			}
			label(0, bare(who))
			label(1, bare(where))
			if sees {
				label(2, bare(what))
			}
		default:
			return dst, false
		}
	}
	return dst, true
}
