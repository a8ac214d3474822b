package readers

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/parquet-go/parquet-go"
)

// texts, whole and lengths are the values of cells that a reader may get wrong, and the lengths of lists.
var (
	texts = []string{
		"", "a", "two\nlines\n", "\r\n\ttabs ", `"quotes" and \n \\ 'single'`, "<b>&amp;</b>", "┌─┐\n│ │\n└─┘", "é 漢 🧭 e\u0301",
		"null", "0", "false", "2024-05-06", "{\"a\":[]}", "\u2028\u2029\u0001\u007f\ufeff", " ", strings.Repeat("long ", 4000),
	}
	whole   = []int64{0, 1, -1, 127, 128, 1<<31 - 1, -1 << 31}
	lengths = []int{0, 1, 3}
)

// edgeRows is how many rows it takes for each value to stand in each column, lists included.
const edgeRows = 120

// writeEdges writes edges.parquet and edges.jsonl to folder, which it makes: rows with the schema of the Parquet files
// that the folder like holds.
func writeEdges(folder, like string) error {
	paths, err := filepath.Glob(filepath.Join(like, "*.parquet"))
	if err != nil || len(paths) == 0 {
		return fmt.Errorf("no Parquet file in %s: %v", like, err)
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		return err
	}
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("opening %s: %w", paths[0], err)
	}
	var table, lines bytes.Buffer
	writer := parquet.NewGenericWriter[any](&table, file.Schema(), parquet.Compression(&parquet.Zstd))
	for n := range edgeRows {
		row, err := edge(file.Root(), n)
		if err != nil {
			return err
		}
		line, err := json.Marshal(row)
		if err != nil {
			return err
		}
		lines.Write(append(line, '\n'))
		if _, err := writer.Write([]any{row}); err != nil {
			return err
		}
	}
	if err := writer.Close(); err != nil {
		return err
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "edges.parquet"), table.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "edges.jsonl"), lines.Bytes(), 0o644)
}

// edge returns the n-th value for a column: what JSON has for it.
func edge(node parquet.Node, n int) (any, error) {
	fields := node.Fields()
	switch {
	case !node.Leaf() && len(fields) == 1 && fields[0].Repeated():
		list := make([]any, lengths[n%len(lengths)])
		for i := range list {
			element, err := edge(fields[0].Fields()[0], n/len(lengths)+i)
			if err != nil {
				return nil, err
			}
			list[i] = element
		}
		return list, nil
	case !node.Leaf():
		group := make(map[string]any)
		for i, field := range fields {
			value, err := edge(field, n+i)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", field.Name(), err)
			}
			group[field.Name()] = value
		}
		return group, nil
	}
	switch kind := node.Type().Kind(); kind {
	case parquet.ByteArray:
		return texts[n%len(texts)], nil
	case parquet.Int32:
		return int32(whole[n%len(whole)]), nil // all of them fit
	case parquet.Int64:
		return whole[n%len(whole)], nil
	case parquet.Boolean:
		return n%2 == 0, nil
	default:
		return nil, fmt.Errorf("a column of the type %v, for which there are no edges yet", kind)
	}
}
