package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7":  "8e2b90aad5f65e60356e7d98491afd8d211314f8b13fa70e00914ac7be764d4c",
	"all families, seed 0":     "4764b6a4446f26a4ba3cde79eaccb23924b47c157fb6449cc5bc3a36ae201922",
	"babi17":                   "67585ee5fa2dfe3c0fe64758fe45c8538a7b77004b6f77136d2d2b96ec96e34a",
	"babi19":                   "f176d6ed06cc09ed184c6311c1ead473c0b36588d2605ed7b9becf1f382e8116",
	"curriculum":               "d03c1affd511eb8a80805d9ff27c5f0d0e287dc64a28012fd605c6e96173567d",
	"every kind of distractor": "8607c7e24bcc3acde0ca6b41ff3b391d2c2781bb5497b3480a5e11f91a4d8974",
	"longer paths":             "f2217e6e625cd49d4c6e5ae6144f46c58f3a121cf86962b3e0afbc5fded8fdaa",
	"more shapes":              "f8e921f22d16d46d34a2c752b4ffb9d0a2b6065a510a095d9de948aac5a41c92",
	"no sharing":               "16ee0f118d0b4d586b732077c463b70fbfee6199ffb5174e5085ba2f8179811c",
	"stepgame":                 "d37aa9f7d1ca187328bedb9135fdb65873fe54f0d7ddc4db979fac9dcfd72613",
	"stepgame-noise":           "1f36af677dca4153193f76f52c5ff7f05fa6e0046f97924648ef74ac714207cf",
	"text2space, seed 0":       "cec73ca3b325d861ff8f92900703f2fcbea5c420042cd5cb4dc85530c8a50555",
	"text2space, seed 42":      "4e3b899e6c4ad8a749def5023648ace721b9b1b09cce0b61f67c30a485f81ed3",
}
