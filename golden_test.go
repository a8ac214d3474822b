package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7":  "7ed60d8dec9d460fce76b0071812914b5c853569cbb1c98aebb302abc026bca2",
	"all families, seed 0":     "37402db19a7dea9590afa3362e052bd9bcb8681c3db0445083f76660b6a90dc7",
	"babi17":                   "85dcc2c0374baebc3054bafe7fe54ddca7e330839f201e2328534bbbae35bb1f",
	"babi19":                   "59577683986f40d5caf7aff849a7fe585354229ad71e863d22ca8c28ab49432f",
	"curriculum":               "7759d2d29d43280b154b6f485d9fa1e8b90122c84ca31d3ff93fde7132862e5c",
	"every kind of distractor": "1ebd7c0d792aeb9cbed1df2940d093b148d1f074def8e2ad2378432a090abc09",
	"longer paths":             "652ea7d48d1a8d850b3d07e38070060a3017d9f8b59ee29e9a84bdda9b90b956",
	"more shapes":              "0acf3ba5ca3599c777db533df4c572084e12fe0d63c878728f004c93e4e2bd4a",
	"no sharing":               "8248a2263429f7d24c83b5506038c2eba8d9a556702eb4a8d3b90d0f972cb0a4",
	"stepgame":                 "ab8a99b5c68d529a5c7bff07d8fc4db85e3cce113ca0ce364ce65613aba6a60e",
	"stepgame-noise":           "b16449f70bd1c8e6ed00a00e34bd92e0ba13799bfe93dacf4cc43b12ccecb799",
	"text2space, seed 0":       "1174681d8cbbecbf59064635068cb2743df883df4df28fe5600878f4538e84a2",
	"text2space, seed 42":      "1af1f7a1c13abbb426a9f520a97d54fde437f502a978eff2fb6e7bbe65662a22",
}
