package export

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/gridscribe/gridscribe/scene"
)

// TestParquetEqualsJSONL holds that both formats hold the same rows in the same files, for every view and any number of
// workers.
func TestParquetEqualsJSONL(t *testing.T) {
	many, few := newCorpus(t, fewer(3000)), newCorpus(t, 300)
	for _, view := range Views() {
		t.Run(view.String(), func(t *testing.T) {
			corpus := many
			if view >= ViewPromptChat { // made of the same parts; see TestTrainerViews
				corpus = few
			}
			opt := Options{View: view, Style: scene.Panel, Format: JSONL}
			if view.Formed() {
				opt.Form = FormTwoTurnGold
			}
			if view.single() {
				opt.Form = FormTextRead
			}
			lines, summary := mustWrite(t, corpus, opt)
			for _, workers := range []int{2, 7} {
				opt.Workers = workers
				again, _ := mustWrite(t, corpus, opt)
				if diff := cmp.Diff(listing(t, lines), listing(t, again)); diff != "" {
					t.Errorf("%d workers write other JSONL (-one +many):\n%.2000s", workers, diff)
				}
			}
			for _, workers := range []int{1, 2, 7} {
				opt.Format, opt.Workers = Parquet, workers
				table, _ := mustWrite(t, corpus, opt)
				for _, split := range summary.Splits {
					want := readJSONL(t, filepath.Join(lines, fileName(split.Name, JSONL)))
					got := readAny(t, view, filepath.Join(table, fileName(split.Name, Parquet)))
					if int64(len(want)) != split.Rows {
						t.Errorf("%s: %d rows, but the summary says %d", split.Name, len(want), split.Rows)
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%d workers, %s (-JSONL +Parquet):\n%.2000s", workers, split.Name, diff)
					}
				}
			}
		})
	}
}

func TestSchemaGolden(t *testing.T) {
	var all []byte
	for _, view := range Views() {
		schema := rowSchema(view).String()
		for _, kind := range []string{"optional ", "MAP"} {
			if strings.Contains(schema, kind) {
				t.Errorf("%v has a column that is %s:\n%s", view, kind, schema)
			}
		}
		all = fmt.Appendf(all, "%v\n%s\n", view, schema)
	}
	golden(t, "schema.golden", all)
	if rowSchema(views) != nil {
		t.Error("there is a schema for no view")
	}
}

// TestParquetFile looks into the files of a corpus of three row groups.
func TestParquetFile(t *testing.T) {
	if testing.Short() {
		t.Skip("three row groups need many records")
	}
	corpus := newCorpus(t, 70_000, 4)
	var want map[string]string
	for _, workers := range []int{1, 3} {
		data, summary := mustWrite(t, corpus, Options{Workers: workers})
		files := listing(t, data)
		if want == nil {
			want = files
		} else if diff := cmp.Diff(want, files); diff != "" {
			t.Errorf("%d workers write other bytes", workers)
		}
		for _, split := range summary.Splits {
			t.Run(fmt.Sprintf("%s by %d", split.Name, workers), func(t *testing.T) {
				file, err := parquet.OpenFile(strings.NewReader(files[fileName(split.Name, Parquet)]),
					int64(len(files[fileName(split.Name, Parquet)])))
				if err != nil {
					t.Fatal(err)
				}
				checkFile(t, file)
				if file.NumRows() != split.Rows {
					t.Errorf("%d rows, but the summary says %d", file.NumRows(), split.Rows)
				}
				groups := file.RowGroups()
				if split.Name == "train" && len(groups) < 3 {
					t.Errorf("%d rows in %d row groups", split.Rows, len(groups))
				}
				for i, group := range groups {
					if n := group.NumRows(); n > 50_000 || i < len(groups)-1 && n < 20_000 {
						t.Errorf("row group %d of %d has %d rows", i, len(groups), n)
					}
				}
			})
		}
	}
}

// checkFile holds what every file must have: a neutral name of its writer, zstd, no nulls, and no text in its bounds.
func checkFile(t *testing.T, file *parquet.File) {
	t.Helper()
	meta := file.Metadata()
	if want := "gridscribe version 1(build )"; meta.CreatedBy != want {
		t.Errorf("created by %q, want %q", meta.CreatedBy, want)
	}
	for _, element := range meta.Schema[1:] {
		if repetition := element.RepetitionType; repetition.Valid && repetition.V == format.Optional {
			t.Errorf("column %s is optional", element.Name)
		}
	}
	columns := 0
	for _, group := range meta.RowGroups {
		for _, chunk := range group.Columns {
			m := chunk.MetaData
			if m.Codec != format.Zstd {
				t.Errorf("column %v is compressed by %v", m.PathInSchema, m.Codec)
			}
			if s := m.Statistics; s.NullCount != 0 {
				t.Errorf("column %v has %d nulls", m.PathInSchema, s.NullCount)
			} else if m.Type == format.ByteArray && len(s.Min)+len(s.Max)+len(s.MinValue)+len(s.MaxValue) > 0 {
				t.Errorf("text column %v has bounds %q to %q", m.PathInSchema, s.MinValue, s.MaxValue)
			}
			columns++
		}
	}
	for i, index := range file.ColumnIndexes() {
		for page, nulls := range index.NullCounts {
			if nulls != 0 {
				t.Errorf("column chunk %d of %d, page %d: %d nulls", i, columns, page, nulls)
			}
		}
		for _, bound := range append(index.MinValues, index.MaxValues...) {
			if len(bound) > 16 {
				t.Errorf("column chunk %d of %d has the bound %q", i, columns, bound)
			}
		}
	}
}

// TestParquetZeros holds that empty texts, zeros and false are values, not nulls, on either way into a file.
func TestParquetZeros(t *testing.T) {
	t.Run("text2space", func(t *testing.T) {
		testZeros(t, Text2SpaceRow{}, Text2SpaceRow{ID: "a", HasUniqueLayout: true})
	})
	t.Run("messages", func(t *testing.T) {
		// Not an empty list: Parquet counts it as a null among the elements.
		testZeros(t, MessagesRow{Messages: make([]Message, 2)},
			MessagesRow{Messages: []Message{{"user", ""}, {"", "x"}}, About: About{Hops: 3}})
	})
	t.Run("prompt", func(t *testing.T) {
		testZeros(t, PromptRow{}, PromptRow{Completion: "a", About: About{Direct: true}})
	})
	t.Run("text", func(t *testing.T) { testZeros(t, TextRow{}, TextRow{Text: "a", About: About{Objects: -1}}) })
}

func testZeros[T any](t *testing.T, rows ...T) {
	for _, large := range []bool{false, true} {
		var file bytes.Buffer
		s := newParquetSink[T](&file, large)
		for range 2 {
			p := s.Begin()
			if _, err := p.Add(rows); err != nil {
				t.Fatal(err)
			}
			if err := p.End(); err != nil {
				t.Fatal(err)
			}
			if err := s.Commit(p); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		opened, err := parquet.OpenFile(bytes.NewReader(file.Bytes()), int64(file.Len()))
		if err != nil {
			t.Fatal(err)
		}
		checkFile(t, opened)
		back := make([]T, 2*len(rows)+1)
		n, err := parquet.NewGenericReader[T](opened).Read(back)
		if n != 2*len(rows) || err != io.EOF {
			t.Fatalf("read %d rows of %d: %v", n, 2*len(rows), err)
		}
		if diff := cmp.Diff(fmt.Sprintf("%+v", append(rows, rows...)), fmt.Sprintf("%+v", back[:n])); diff != "" {
			t.Errorf("large %t (-written +read):\n%s", large, diff)
		}
	}
}

// TestNoRecords holds that a corpus of nothing has files that readers take.
func TestNoRecords(t *testing.T) {
	corpus := newCorpus(t, 0)
	for _, view := range Views() {
		form := FormRead
		if !view.Formed() {
			form = NoForm
		}
		data, summary := mustWrite(t, corpus, Options{View: view, Form: form})
		lines, _ := mustWrite(t, corpus, Options{View: view, Form: form, Format: JSONL})
		if summary.Records != 0 || len(summary.Splits) != 3 {
			t.Errorf("%v: summary %+v", view, summary)
		}
		for _, split := range summary.Splits {
			if rows := readAny(t, view, filepath.Join(data, fileName(split.Name, Parquet))); len(rows) != 0 {
				t.Errorf("%v: %d rows in %s", view, len(rows), split.Name)
			}
			if info, err := os.Stat(filepath.Join(lines, fileName(split.Name, JSONL))); err != nil || info.Size() != 0 {
				t.Errorf("%v: JSONL of %s: %v, %v", view, split.Name, info, err)
			}
		}
	}
}
