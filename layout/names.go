package layout

// Names returns the first n object names: A to Z, then AA, AB and so on, as spreadsheets name columns.
func Names(n int) []string {
	names := make([]string, max(n, 0))
	for i := range names {
		name := ""
		for k := i; k >= 0; k = k/26 - 1 {
			name = string(rune('A'+k%26)) + name
		}
		names[i] = name
	}
	return names
}
