package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// trainerViews are the views that are each made for one consumer.
var trainerViews = Views()[ViewPromptChat:]

// made is a row as JSON, and as JSON decodes a row of a Parquet file.
type made struct {
	line  []byte
	plain map[string]any
}

// madeRows makes the rows of all records of a corpus in a view, and has them go through a Parquet file.
func madeRows(t *testing.T, corpus *gridscribe.Corpus, opt Options) []made {
	t.Helper()
	opt.Form, opt.split, opt.Format = opt.form(), "train", JSONLZstd
	switch opt.View {
	case ViewText2Space:
		return rowsOf(t, corpus, opt, rowKind[Text2SpaceRow]{fill: fillText2Space, appendJSON: appendText2Space})
	case ViewMessages:
		return rowsOf(t, corpus, opt, rowKind[MessagesRow]{fill: fillMessages, appendJSON: appendMessages})
	case ViewPrompt:
		return rowsOf(t, corpus, opt, rowKind[PromptRow]{fill: fillPrompt, appendJSON: appendPrompt})
	case ViewText:
		return rowsOf(t, corpus, opt, rowKind[TextRow]{fill: fillText, appendJSON: appendTextRow})
	case ViewStepGame:
		return rowsOf(t, corpus, opt, stepGameRows(opt))
	case ViewBAbI:
		return rowsOf(t, corpus, opt, babiRows(opt))
	case ViewNative:
		return rowsOf(t, corpus, opt, rowKind[NativeRow]{fill: fillNative, appendJSON: appendNative})
	case ViewPromptChat:
		return rowsOf(t, corpus, opt, promptChatRows())
	case ViewGRPO:
		return rowsOf(t, corpus, opt, grpoRows(corpus))
	case ViewVerl:
		return rowsOf(t, corpus, opt, verlRows(corpus))
	case ViewOpenAI:
		return rowsOf(t, corpus, opt, openAIRows())
	case ViewShareGPT:
		return rowsOf(t, corpus, opt, shareGPTRows())
	case ViewAlpaca:
		return rowsOf(t, corpus, opt, alpacaRows())
	case ViewNeMoGym:
		return rowsOf(t, corpus, opt, nemoGymRows(corpus))
	case ViewLMEval:
		return rowsOf(t, corpus, opt, lmEvalRows(corpus))
	case ViewInspect:
		return rowsOf(t, corpus, opt, inspectRows(corpus))
	}
	t.Fatalf("no rows of view %v", opt.View)
	return nil
}

func rowsOf[T any](t *testing.T, corpus *gridscribe.Corpus, opt Options, kind rowKind[T]) (all []made) {
	t.Helper()
	batch := newBatch[T](int(corpus.Config().Records))
	var lines [][]byte
	for rec, err := range corpus.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		kind.fill(&batch.arena, batch.next(), rec, opt)
		if kind.line != nil {
			lines = append(lines, bytes.TrimSuffix(kind.line(nil, rec), []byte("\n")))
		}
	}
	rows, err := batch.seal()
	if err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	w := parquet.NewGenericWriter[T](&file, parquetConfig[T]()...)
	_, err1 := w.Write(rows)
	err = errors.Join(err1, w.Close())
	if err != nil {
		t.Fatal(err)
	}
	back, err := parquet.Read[T](bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if kind.line == nil {
			lines = append(lines, kind.appendJSON(nil, &rows[i]))
		}
		all = append(all, made{lines[i], plain(reflect.ValueOf(back[i])).(map[string]any)})
	}
	return all
}

// viewCorpora returns small corpora of every preset and of every family by levels.
func viewCorpora(t *testing.T) map[string]*gridscribe.Corpus {
	t.Helper()
	all := make(map[string]*gridscribe.Corpus)
	for _, p := range gridscribe.Presets() {
		cfg := p.Config()
		cfg.Records, cfg.Seed = 12, 3
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		all[p.Name] = corpus
	}
	for _, f := range qa.Families() {
		all["levels of "+f.Name()] = leveledCorpus(t, 12, f.Name())
	}
	return all
}

// at returns the value at a path such as "prompt.0.content".
func at(t *testing.T, row map[string]any, path string) any {
	t.Helper()
	var v any = row
	for step := range strings.SplitSeq(path, ".") {
		switch in := v.(type) {
		case map[string]any:
			v = in[step]
		case []any:
			var i int
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(in) {
				t.Fatalf("no %s in %v", path, row)
			}
			v = in[i]
		default:
			t.Fatalf("no %s in %v", path, row)
		}
	}
	return v
}

// said is where a view of one question keeps prompt, answer and verifier text; alpaca's prompt has two parts.
var said = map[View]struct{ prompt, answer, verifier string }{
	ViewPromptChat: {"prompt.0.content", "completion.0.content", ""},
	ViewGRPO:       {"prompt.0.content", "answer", "verifier"},
	ViewVerl:       {"prompt.0.content", "reward_model.ground_truth", "extra_info.verifier"},
	ViewOpenAI:     {"messages.0.content", "messages.1.content", ""},
	ViewShareGPT:   {"conversations.0.value", "conversations.1.value", ""},
	ViewAlpaca:     {"", "output", ""},
	ViewNeMoGym:    {"responses_create_params.input.0.content", "expected_answer", "verifier"},
	ViewLMEval:     {"question", "answer", "verifier"},
	ViewInspect:    {"input", "target", "metadata.verifier"},
}

// TestTrainerViews: in every view both formats say the same, all of them ask and answer what the view messages does,
// and through the verifier text the answer earns 1 and a wrong one less.
func TestTrainerViews(t *testing.T) {
	var verifier gridscribe.Verifier
	for name, corpus := range viewCorpora(t) {
		forms := []Form{NoForm}
		if name == "text2space" {
			forms = []Form{NoForm, FormAnswer, FormRead, FormTextRead}
		}
		for _, form := range forms {
			opt := Options{View: ViewMessages, Form: form, Style: scene.Grid}
			if form == NoForm {
				opt.Form = FormAsk
			}
			chats := madeRows(t, corpus, opt)
			for _, opt.View = range trainerViews {
				opt.Form = form
				if err := errors.Join(opt.Validate(), opt.Suits(corpus.Config())); err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				for i, row := range madeRows(t, corpus, opt) {
					where := fmt.Sprintf("%s, view %v, form %v, record %d", name, opt.View, form, i)
					var decoded map[string]any
					dec := json.NewDecoder(bytes.NewReader(row.line))
					dec.UseNumber()
					if err := dec.Decode(&decoded); err != nil || !utf8.Valid(row.line) || dec.More() || bytes.IndexByte(row.line, '\n') >= 0 {
						t.Fatalf("%s: %v: %s", where, err, row.line)
					}
					if diff := cmp.Diff(decoded, row.plain); diff != "" {
						t.Fatalf("%s (-JSON +Parquet):\n%s", where, diff)
					}
					has := said[opt.View]
					prompt, answer := "", at(t, decoded, has.answer).(string)
					if has.prompt != "" {
						prompt = at(t, decoded, has.prompt).(string)
					} else if prompt = decoded["instruction"].(string); decoded["input"] != "" {
						prompt = decoded["input"].(string) + "\n\n" + prompt
					}
					if diff := cmp.Diff([]any{at(t, chats[i].plain, "messages.0.content"), at(t, chats[i].plain, "messages.1.content")},
						[]any{prompt, answer}); diff != "" || strings.TrimSpace(answer) == "" {
						t.Fatalf("%s (-chat +row):\n%s", where, diff)
					}
					if has.verifier != "" {
						text := at(t, decoded, has.verifier).(string)
						right, err1 := verifier.Verify(text, answer)
						wrong, err2 := verifier.Verify(text, "no answer at all")
						if err := errors.Join(err1, err2); err != nil || right.Reward != 1 || wrong.Reward >= 1 {
							t.Errorf("%s: %v; the answer %q earns %v, a wrong one %v", where, err, answer, right.Reward, wrong.Reward)
						}
					}
				}
			}
		}
	}
}

// TestAlpacaParts: what a question is about stands in the input, and the question in the instruction.
func TestAlpacaParts(t *testing.T) {
	shown := 0
	for name, corpus := range viewCorpora(t) {
		for i, row := range madeRows(t, corpus, Options{View: ViewAlpaca}) {
			rec, err := corpus.At(int64(i))
			if err != nil {
				t.Fatal(err)
			}
			evidence := rec.Text()
			if q := rec.Instance(); q != nil {
				evidence = string(q.AppendEvidence(nil, rec.Medium))
			} else if _, ok := rec.Question.(qa.Describe); ok {
				evidence = rec.Drawing(scene.Grid)
			}
			input, instruction := row.plain["input"].(string), row.plain["instruction"].(string)
			if !strings.HasPrefix(input, evidence) || !strings.Contains(instruction, strings.TrimSpace(string(rec.AppendQuestion(nil)))) {
				t.Fatalf("%s, record %d: input\n%s\ninstruction\n%s\nevidence\n%s", name, i, input, instruction, evidence)
			}
			if input != "" {
				shown++
			}
		}
	}
	if shown == 0 {
		t.Error("no row has an input")
	}
}

// TestInspectChoices: of a multiple choice, and of it alone, the options stand beside the question, the right one under
// the letter that is the target.
func TestInspectChoices(t *testing.T) {
	corpus := leveledCorpus(t, 300)
	choices := 0
	for i, row := range madeRows(t, corpus, Options{View: ViewInspect}) {
		options := row.plain["choices"].([]any)
		if want := at(t, row.plain, "metadata.choice"); want != (len(options) > 0) {
			t.Fatalf("record %d: choice %v with options %q", i, want, options)
		}
		if len(options) == 0 {
			continue
		}
		choices++
		for k, text := range options {
			if !strings.Contains(row.plain["input"].(string), string(rune('A'+k))+") "+text.(string)) && !strings.Contains(text.(string), "\n") {
				t.Errorf("record %d does not offer %q as option %d:\n%s", i, text, k, row.plain["input"])
			}
		}
		rec, err := corpus.At(int64(i))
		if err != nil {
			t.Fatal(err)
		}
		q := rec.Question.(qa.Options)
		if right := int(row.plain["target"].(string)[0] - 'A'); right < len(q.Offered) && options[right] != q.Instance.Answer().String() {
			t.Errorf("record %d: option %v is not %v", i, options[right], q.Instance.Answer())
		}
	}
	if choices < 20 {
		t.Errorf("only %d multiple choices", choices)
	}
}

// TestVerlSplits: a row says which file it stands in.
func TestVerlSplits(t *testing.T) {
	for _, format := range rowFormats {
		data, summary := mustWrite(t, newCorpus(t, 200), Options{View: ViewVerl, Format: format, Workers: 2})
		for _, split := range summary.Splits {
			read := func(path string) []map[string]any { return readJSONL(t, path) }
			if format == Parquet {
				read = func(path string) []map[string]any { return readAny(t, ViewVerl, path) }
			}
			for _, row := range read(data + "/" + fileName(split.Name, format)) {
				if got := at(t, row, "extra_info.split"); got != split.Name {
					t.Fatalf("%v: a row of %s says %v", format, split.Name, got)
				}
			}
		}
	}
}

// TestSingleForms: views with one question take only forms that have one.
func TestSingleForms(t *testing.T) {
	for _, view := range trainerViews {
		for _, form := range Forms() {
			single := form == FormAsk || form == FormAnswer || form == FormRead || form == FormTextRead
			many := view == ViewPromptChat || view == ViewOpenAI || view == ViewShareGPT
			err := Options{View: view, Form: form}.Validate()
			if (err == nil) != (single || many) {
				t.Errorf("view %v with form %v: %v", view, form, err)
			}
			if want := fmt.Sprintf("export: view %v with form %v; answer, read, text+read and ask are allowed", view, form); err != nil &&
				!strings.HasPrefix(err.Error(), want) {
				t.Errorf("%v, want %s", err, want)
			}
		}
		if err := (Options{View: view}).Validate(); err != nil || view.DefaultForm() != FormAsk {
			t.Errorf("view %v without a form: %v", view, err)
		}
	}
}
