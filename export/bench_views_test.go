package export

import (
	"testing"

	"github.com/gridscribe/gridscribe"
)

// BenchmarkViews generates and writes rows of the views that ask a question, as JSON lines and as Parquet, one worker.
func BenchmarkViews(b *testing.B) {
	const records = 10_000
	cfg := gridscribe.Text2Space()
	cfg.Records = records
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		b.Fatal(err)
	}
	for _, format := range rowFormats {
		benchView(b, corpus, ViewNative, format, nativeRows())
		benchView(b, corpus, ViewPromptChat, format, promptChatRows())
		benchView(b, corpus, ViewGRPO, format, grpoRows(corpus))
		benchView(b, corpus, ViewVerl, format, verlRows(corpus))
		benchView(b, corpus, ViewOpenAI, format, openAIRows())
		benchView(b, corpus, ViewShareGPT, format, shareGPTRows())
		benchView(b, corpus, ViewAlpaca, format, alpacaRows())
		benchView(b, corpus, ViewNeMoGym, format, nemoGymRows(corpus))
		benchView(b, corpus, ViewLMEval, format, lmEvalRows(corpus))
		benchView(b, corpus, ViewInspect, format, inspectRows(corpus))
	}
}

func benchView[T any](b *testing.B, corpus *gridscribe.Corpus, view View, format Format, kind rowKind[T]) {
	b.Helper()
	b.Run(view.String()+"/"+format.String(), func(b *testing.B) {
		opt := Options{View: view, Form: view.DefaultForm(), Format: format, Workers: 1, Splits: DefaultSplits()[:1]}
		benchGenerated(b, corpus, opt, kind)
	})
}
