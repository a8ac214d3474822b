package export

import "github.com/gridscribe/gridscribe"

// VerlRow is a question for verl's reinforcement learning, which reads Parquet.
type VerlRow struct {
	DataSource  string          `parquet:"data_source,dict"` // "gridscribe/" and the family
	Prompt      []Message       `parquet:"prompt,list"`      // one message, the user's
	Ability     string          `parquet:"ability,dict"`     // "spatial"
	RewardModel VerlRewardModel `parquet:"reward_model"`
	ExtraInfo   VerlExtraInfo   `parquet:"extra_info"`
}

// VerlRewardModel says how verl grades.
type VerlRewardModel struct {
	Style       string `parquet:"style,dict"`   // "rule"
	GroundTruth string `parquet:"ground_truth"` // a right answer; there may be others
}

// VerlExtraInfo is what verl hands to a reward function beside the ground truth.
type VerlExtraInfo struct {
	Split    string `parquet:"split,dict"`
	Index    int64  `parquet:"index"` // the number of the record
	ID       string `parquet:"id"`
	Verifier string `parquet:"verifier"` // the text with which a [gridscribe.Verifier] grades
	Traits
}

func verlRows(corpus *gridscribe.Corpus) rowKind[VerlRow] {
	sources := make(map[string]string, len(groups))
	for family := range groups {
		sources[family] = "gridscribe/" + family
	}
	return rowKind[VerlRow]{appendJSON: appendVerl, fill: func(a *arena, row *VerlRow, rec *gridscribe.Record, opt Options) {
		row.DataSource, row.Ability, row.RewardModel.Style = sources[rec.Question.Family()], "spatial", "rule"
		row.Prompt = a.chat(rec, opt, 0, 1)
		a.text(&row.RewardModel.GroundTruth, appendTurn(a.open(), rec, opt, 1))
		extra := &row.ExtraInfo
		extra.Split, extra.Index = opt.split, rec.Index
		a.text(&extra.ID, appendID(a.open(), rec))
		a.text(&extra.Verifier, corpus.AppendVerifier(a.open(), rec.Index, opt.Form.String()))
		extra.Traits.fill(rec, opt.Form)
	}}
}

func appendVerl(dst []byte, r *VerlRow) []byte {
	dst = appendText(dst, `{"data_source":`, r.DataSource)
	dst = appendChat(dst, `,"prompt":`, r.Prompt)
	dst = appendText(dst, `,"ability":`, r.Ability)
	dst = appendText(dst, `,"reward_model":{"style":`, r.RewardModel.Style)
	dst = appendText(dst, `,"ground_truth":`, r.RewardModel.GroundTruth)
	dst = appendText(dst, `},"extra_info":{"split":`, r.ExtraInfo.Split)
	dst = appendInt(dst, `,"index":`, r.ExtraInfo.Index)
	dst = appendText(dst, `,"id":`, r.ExtraInfo.ID)
	dst = appendText(dst, `,"verifier":`, r.ExtraInfo.Verifier)
	return append(r.ExtraInfo.Traits.appendJSON(dst), '}')
}
