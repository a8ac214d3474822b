package readers

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
)

// row is a row by the names of its columns. Its cells are string, int64, bool, []any and row.
type row = map[string]any

// readArrow returns the rows of a Parquet file. A null is an error, as is a column of a type that no view has.
func readArrow(path string) ([]row, error) {
	parquet, err := file.OpenParquetFile(path, false)
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	defer parquet.Close()
	reader, err := pqarrow.NewFileReader(parquet, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		return nil, fmt.Errorf("reading the schema of %s: %w", path, err)
	}
	table, err := reader.ReadTable(context.Background())
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	defer table.Release()
	rows := make([]row, table.NumRows())
	for i := range rows {
		rows[i] = make(row)
	}
	for i := range int(table.NumCols()) {
		column := table.Column(i)
		n := 0
		for _, chunk := range column.Data().Chunks() {
			for k := range chunk.Len() {
				value, err := arrowValue(chunk, k)
				if err != nil {
					return nil, fmt.Errorf("%s, row %d, %s: %w", path, n+1, column.Name(), err)
				}
				rows[n][column.Name()] = value
				n++
			}
		}
		if n != len(rows) {
			return nil, fmt.Errorf("%s: %s has %d cells in %d rows", path, column.Name(), n, len(rows))
		}
	}
	return rows, nil
}

// arrowValue returns element i as JSON has it.
func arrowValue(column arrow.Array, i int) (any, error) {
	if column.IsNull(i) {
		return nil, errors.New("a null")
	}
	switch column := column.(type) {
	case *array.String:
		return column.Value(i), nil
	case *array.Int32:
		return int64(column.Value(i)), nil
	case *array.Int64:
		return column.Value(i), nil
	case *array.Boolean:
		return column.Value(i), nil
	case *array.List:
		list := []any{}
		start, end := column.ValueOffsets(i)
		for k := start; k < end; k++ {
			value, err := arrowValue(column.ListValues(), int(k))
			if err != nil {
				return nil, fmt.Errorf("element %d: %w", k-start+1, err)
			}
			list = append(list, value)
		}
		return list, nil
	case *array.Struct:
		group := make(row)
		for k := range column.NumField() {
			name := column.DataType().(*arrow.StructType).Field(k).Name
			value, err := arrowValue(column.Field(k), i)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			group[name] = value
		}
		return group, nil
	}
	return nil, fmt.Errorf("the type %v; utf8, int32, int64, bool, list and struct are known", column.DataType())
}

// readJSON returns the rows of a JSONL file.
func readJSON(path string) ([]row, error) {
	source, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer source.Close()
	decoder := json.NewDecoder(bufio.NewReader(source))
	decoder.UseNumber()
	rows := []row{}
	for {
		var object row
		err := decoder.Decode(&object)
		if err == io.EOF {
			return rows, nil
		}
		if err == nil {
			_, err = whole64(object)
		}
		if err != nil {
			return nil, fmt.Errorf("%s, row %d: %w", path, len(rows)+1, err)
		}
		rows = append(rows, object)
	}
}

// whole64 makes the numbers in a value int64, in place in lists and objects.
func whole64(value any) (_ any, err error) {
	switch v := value.(type) {
	case json.Number:
		return strconv.ParseInt(v.String(), 10, 64)
	case []any:
		for i := range v {
			if v[i], err = whole64(v[i]); err != nil {
				return nil, err
			}
		}
	case row:
		for key := range v {
			if v[key], err = whole64(v[key]); err != nil {
				return nil, err
			}
		}
	}
	return value, nil
}
