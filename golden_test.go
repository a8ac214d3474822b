package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7":  "7ed60d8dec9d460fce76b0071812914b5c853569cbb1c98aebb302abc026bca2",
	"all families, seed 0":     "a8674a1fb636f3db6898e06d074ce28e7040a24c2b5fd7a3188ba73a02f2b6d5",
	"babi17":                   "f61f15dd1db3367b878d75ce6e0567d741273a7df6985d50374bb7992ab116ee",
	"babi19":                   "59577683986f40d5caf7aff849a7fe585354229ad71e863d22ca8c28ab49432f",
	"curriculum":               "aa0b8be3321d2c8852b1a5f79b94b87b179b1f7899311f0164c1566852acd4e7",
	"every kind of distractor": "6209a92d7df11fa65e4ee120ada32b822bdd9d88248595ca98dde185b082cd20",
	"longer paths":             "652ea7d48d1a8d850b3d07e38070060a3017d9f8b59ee29e9a84bdda9b90b956",
	"more shapes":              "b49e43d91d04279bffabedcc8e1461e32db3c592480d2299325143da231709e6",
	"no sharing":               "8248a2263429f7d24c83b5506038c2eba8d9a556702eb4a8d3b90d0f972cb0a4",
	"stepgame":                 "ab8a99b5c68d529a5c7bff07d8fc4db85e3cce113ca0ce364ce65613aba6a60e",
	"stepgame-noise":           "b16449f70bd1c8e6ed00a00e34bd92e0ba13799bfe93dacf4cc43b12ccecb799",
	"text2space, seed 0":       "1174681d8cbbecbf59064635068cb2743df883df4df28fe5600878f4538e84a2",
	"text2space, seed 42":      "1af1f7a1c13abbb426a9f520a97d54fde437f502a978eff2fb6e7bbe65662a22",
}
