package qa

// What a multiple choice takes over from its instance; the zero Options has nothing of it.

// Family returns the name of the instance's family, "" for the zero Options.
func (o Options) Family() string {
	if o.Instance == nil {
		return ""
	}
	return o.Instance.Family()
}

// Hops returns what the instance does.
func (o Options) Hops() int {
	if o.Instance == nil {
		return 0
	}
	return o.Instance.Hops()
}

// Media returns what the instance does.
func (o Options) Media() []Medium {
	if o.Instance == nil {
		return nil
	}
	return o.Instance.Media()
}

// AppendEvidence appends what the instance does.
func (o Options) AppendEvidence(dst []byte, medium Medium) []byte {
	if o.Instance == nil {
		return dst
	}
	return o.Instance.AppendEvidence(dst, medium)
}

// AppendConventions appends what the instance does.
func (o Options) AppendConventions(dst []byte) []byte {
	if o.Instance == nil {
		return dst
	}
	return o.Instance.AppendConventions(dst)
}

// AppendRationale appends what the instance does.
func (o Options) AppendRationale(dst []byte) []byte {
	if o.Instance == nil {
		return dst
	}
	return o.Instance.AppendRationale(dst)
}

// Difficulty returns what the instance does.
func (o Options) Difficulty() int {
	if o.Instance == nil {
		return 0
	}
	return o.Instance.Difficulty()
}

// Pieces returns what the instance does.
func (o Options) Pieces() int {
	if o.Instance == nil {
		return 0
	}
	return o.Instance.Pieces()
}
