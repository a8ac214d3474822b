package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7":  "8e2b90aad5f65e60356e7d98491afd8d211314f8b13fa70e00914ac7be764d4c",
	"all families, seed 0":     "d0d3ec89a9817bfe5c0a47ea8e1bc84db8d0bbad07c9e5b0be6548098ce89252",
	"babi17":                   "7f72230770ef2ef48bc5b10b4bff71e5f941826100c1b9ebd9d7dae9810ce6a9",
	"babi19":                   "f176d6ed06cc09ed184c6311c1ead473c0b36588d2605ed7b9becf1f382e8116",
	"curriculum":               "7925985351c69305781a1416297178c10c57d692bf0d3777a6cad18e16e4f426",
	"every kind of distractor": "1dbc68591a82cbaca293f5692c0b66b6785361960e3755fe8e9f9318b2b0a352",
	"longer paths":             "f2217e6e625cd49d4c6e5ae6144f46c58f3a121cf86962b3e0afbc5fded8fdaa",
	"more shapes":              "25c166ca357f13969cc7334b76da9c0bc7af59b6fa3f1572f5287135818f7a82",
	"no sharing":               "16ee0f118d0b4d586b732077c463b70fbfee6199ffb5174e5085ba2f8179811c",
	"stepgame":                 "d37aa9f7d1ca187328bedb9135fdb65873fe54f0d7ddc4db979fac9dcfd72613",
	"stepgame-noise":           "1f36af677dca4153193f76f52c5ff7f05fa6e0046f97924648ef74ac714207cf",
	"text2space, seed 0":       "cec73ca3b325d861ff8f92900703f2fcbea5c420042cd5cb4dc85530c8a50555",
	"text2space, seed 42":      "4e3b899e6c4ad8a749def5023648ace721b9b1b09cce0b61f67c30a485f81ed3",
}
