package export

import (
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// rowSchema returns the Parquet schema of a view's rows, nil for a view that does not exist. JSONL has the same fields.
func rowSchema(v View) *parquet.Schema {
	switch v {
	case ViewText2Space:
		return parquet.SchemaOf(new(Text2SpaceRow))
	case ViewMessages:
		return parquet.SchemaOf(new(MessagesRow))
	case ViewPrompt:
		return parquet.SchemaOf(new(PromptRow))
	case ViewText:
		return parquet.SchemaOf(new(TextRow))
	case ViewStepGame:
		return parquet.SchemaOf(new(StepGameRow))
	case ViewBAbI:
		return parquet.SchemaOf(new(BAbIRow))
	case ViewNative:
		return parquet.SchemaOf(new(NativeRow))
	case ViewPromptChat:
		return parquet.SchemaOf(new(PromptChatRow))
	case ViewGRPO:
		return parquet.SchemaOf(new(GRPORow))
	case ViewVerl:
		return parquet.SchemaOf(new(VerlRow))
	case ViewOpenAI:
		return parquet.SchemaOf(new(OpenAIRow))
	case ViewShareGPT:
		return parquet.SchemaOf(new(ShareGPTRow))
	case ViewAlpaca:
		return parquet.SchemaOf(new(AlpacaRow))
	case ViewNeMoGym:
		return parquet.SchemaOf(new(NeMoGymRow))
	case ViewLMEval:
		return parquet.SchemaOf(new(LMEvalRow))
	case ViewInspect:
		return parquet.SchemaOf(new(InspectRow))
	}
	return nil
}

// feature is a column as readers of data sets see it: a value, a struct or a list of either.
type feature struct {
	name   string
	dtype  string    // of a value, as Hugging Face calls it; "" if there are fields
	fields []feature // of a struct
	list   bool      // of such values or structs
}

// features returns the columns of a schema's root or group.
func features(group parquet.Node) []feature {
	var all []feature
	for _, field := range group.Fields() {
		all = append(all, featureOf(field.Name(), field))
	}
	return all
}

func featureOf(name string, node parquet.Node) feature {
	if !node.Leaf() {
		if _, ok := logicalType(node).(*format.ListType); ok {
			// A list holds a repeated group, which holds the element.
			f := featureOf(name, node.Fields()[0].Fields()[0])
			f.list = true
			return f
		}
		return feature{name: name, fields: features(node), list: node.Repeated()}
	}
	return feature{name: name, dtype: dtypeOf(node), list: node.Repeated()}
}

func dtypeOf(leaf parquet.Node) string {
	switch leaf.Type().Kind() {
	case parquet.Boolean:
		return "bool"
	case parquet.Int32:
		return "int32"
	case parquet.Int64:
		return "int64"
	case parquet.Float:
		return "float32"
	case parquet.Double:
		return "float64"
	}
	if _, ok := logicalType(leaf).(*format.StringType); ok {
		return "string"
	}
	return "binary"
}

func logicalType(node parquet.Node) format.LogicalTypeValue {
	if t := node.Type().LogicalType(); t != nil {
		return t.Value
	}
	return nil
}
