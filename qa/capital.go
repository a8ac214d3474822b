package qa

// capital returns a name with the capital that starts a sentence.
func capital(name string) string {
	if name != "" && 'a' <= name[0] && name[0] <= 'z' {
		return string(name[0]-('a'-'A')) + name[1:]
	}
	return name
}

// appendCapital appends a name as capital returns it.
func appendCapital(dst []byte, name string) []byte {
	at := len(dst)
	dst = append(dst, name...)
	if at < len(dst) && 'a' <= dst[at] && dst[at] <= 'z' {
		dst[at] -= 'a' - 'A'
	}
	return dst
}
