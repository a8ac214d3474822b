package gridscribe_test

// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.
// Written by go test -run TestGoldens -update .
var goldens = map[string]string{
	"3 to 26 objects, seed 7":  "8e2b90aad5f65e60356e7d98491afd8d211314f8b13fa70e00914ac7be764d4c",
	"all families, seed 0":     "ee63b8ec0ca24df5d99dc71c033f9d6692dd40e3650ba3335b9b45a46605c1cd",
	"babi17":                   "418c980cf643aeea29b730034470c70c49154443e4039d56d075b3904f61bc9c",
	"babi19":                   "f176d6ed06cc09ed184c6311c1ead473c0b36588d2605ed7b9becf1f382e8116",
	"curriculum":               "97485084de265ab4dee5d08f3bd0037f73f248bae3ab4b3ea9cefe8840b6399b",
	"every kind of distractor": "83916823cc6a9d443a519f7a7cb1696186be1c4d471ababe1ef0967d7b1614e8",
	"longer paths":             "f2217e6e625cd49d4c6e5ae6144f46c58f3a121cf86962b3e0afbc5fded8fdaa",
	"more shapes":              "fd15e31b34f3f4a702aade050f08a1afdbe296eeaf776aa846701386ead8c6a5",
	"no sharing":               "16ee0f118d0b4d586b732077c463b70fbfee6199ffb5174e5085ba2f8179811c",
	"stepgame":                 "d37aa9f7d1ca187328bedb9135fdb65873fe54f0d7ddc4db979fac9dcfd72613",
	"stepgame-noise":           "1f36af677dca4153193f76f52c5ff7f05fa6e0046f97924648ef74ac714207cf",
	"text2space, seed 0":       "cec73ca3b325d861ff8f92900703f2fcbea5c420042cd5cb4dc85530c8a50555",
	"text2space, seed 42":      "4e3b899e6c4ad8a749def5023648ace721b9b1b09cce0b61f67c30a485f81ed3",
}
