package export

import "bytes"

// File is a file of rows.
type File struct {
	Path   string `json:"path"` // inside the folder, with slashes
	Subset string `json:"subset"`
	Split  string `json:"split"`
	Rows   int64  `json:"rows"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"` // hexadecimal
}

// Left counts the records that a corpus leaves out.
type Left struct {
	Repeats  int64 `json:"repeats"`  // of a problem that a record with a lower number asks
	Excluded int64 `json:"excluded"` // problems that are kept out
}

// ShardManifest says what a shard holds. It is written when all its files stand under their names: a shard is done when
// its manifest is there, is of this plan and says the sizes that the files have.
type ShardManifest struct {
	Plan  string `json:"plan"` // hash of plan.json
	Shard int    `json:"shard"`
	First int64  `json:"first"` // number of the first record
	End   int64  `json:"end"`   // number of the first record of the next shard
	Left  Left   `json:"left"`
	Files []File `json:"files"` // by subset and split, in the order of the plan
	Stats Stats  `json:"stats"` // of the records that are written
	Sum   string `json:"sum"`   // hash of all that stands above, which tells damage
}

// sumOf hashes the text of a ShardManifest up to its sum.
func sumOf(text []byte) string {
	return hashOf(text[:max(0, bytes.LastIndex(text, []byte(`"sum": `)))])
}

// Manifest says what a whole corpus holds. It is the file manifest.json.
type Manifest struct {
	Title    string   `json:"title"`
	Plan     string   `json:"plan"`
	Versions Versions `json:"versions"`
	Records  int64    `json:"records"` // that the Config makes
	Left     Left     `json:"left"`
	// Repeats says where the repeats are that are left out, nil where none were looked for; Excluded from which files
	// the problems come that are kept out.
	Repeats  *RepeatCount   `json:"repeats,omitzero"`
	Excluded []ExcludedFile `json:"excluded,omitzero"`
	Subsets  []Subset       `json:"subsets"`
	Splits   []Split        `json:"splits"`
	Shards   int            `json:"shards"`
	Files    []File         `json:"files"`  // by subset, split and shard
	Beside   []string       `json:"beside"` // the other files, such as README.md
	Stats    Stats          `json:"stats"`
}

// Rows returns how many rows a subset has in a split, and in how many bytes.
func (m *Manifest) Rows(subset, split string) (rows, bytes int64) {
	for _, f := range m.Files {
		if f.Subset == subset && f.Split == split {
			rows, bytes = rows+f.Rows, bytes+f.Bytes
		}
	}
	return rows, bytes
}
