package layout

// Compose returns the symmetry that does first what the first does, then what the second does.
func Compose(first, second Symmetry) Symmetry {
	if second&transposed == 0 {
		return first ^ second
	}
	// The second swaps rows and columns before it turns them, and what the first did to rows is done to columns then.
	swapped := first & transposed
	if first&flippedRows != 0 {
		swapped |= flippedCols
	}
	if first&flippedCols != 0 {
		swapped |= flippedRows
	}
	return swapped ^ second
}
