package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7": "7ed60d8dec9d460fce76b0071812914b5c853569cbb1c98aebb302abc026bca2",
	"text2space, seed 0":      "1174681d8cbbecbf59064635068cb2743df883df4df28fe5600878f4538e84a2",
	"text2space, seed 42":     "1af1f7a1c13abbb426a9f520a97d54fde437f502a978eff2fb6e7bbe65662a22",
}
