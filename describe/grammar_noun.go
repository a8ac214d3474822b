package describe

// nounPhrase is a name with its article, as it was found by looking ahead.
type nounPhrase struct {
	after      int   // the number of the token after it
	start, end int32 // of the name itself, in an open text
	name       int32 // its number, where names are given
	at         int32 // where the phrase starts
}

// placeShape marks the one unit that is also a shape: "square".
const placeShape = 2

// maxNameWords is how many words an open name can have.
const maxNameWords = 6

// nounPhrase looks whether a name stands at the k-th token, with its article and the like.
func (r *Reader) nounPhrase(k int) (np nounPhrase, ok bool) {
	t := r.token(k)
	if t.role == roleName && t.flags&flagA == 0 { // nearly always
		return nounPhrase{k + 1, t.start, t.end, t.name, t.start}, true
	}
	np.at = t.start
	if t.role == roleBoth {
		k++
		t = r.token(k)
	}
	article := false
	if t.role == roleDet && (t.flags&flagA == 0 || r.isArticle(k)) || t.role == roleName && t.flags&flagA != 0 && r.isArticle(k) {
		article = true
		k++
		t = r.token(k)
	}
	if t.role == roleSortal {
		n := k + 1
		if r.token(n).role == roleLabeled {
			n++
		}
		if next := r.token(n); !next.newLine && (next.role == roleName || r.names.open && r.isLabel(n)) {
			return nounPhrase{n + 1, next.start, next.end, next.name, np.at}, true
		}
	}
	if !r.names.open {
		return nounPhrase{k + 1, t.start, t.end, t.name, np.at}, t.role == roleName
	}
	if !article {
		if t.end > t.start+1 && t.role == roleUnknown { // "room 3"
			if n := r.token(k + 1); !r.listed(k+2) && n.role == roleNumber && !n.newLine && r.text[n.start] <= '9' && r.isOpenName(k+1) && !r.adverb(t) {
				return nounPhrase{k + 2, t.start, n.end, noName, np.at}, true
			}
		}
		return nounPhrase{k + 1, t.start, t.end, noName, np.at}, r.isOpenName(k)
	}
	// After an article, a noun that descriptions are made of is none: "the center".
	if t.role != roleUnknown && (t.role != rolePlace || t.num != placeShape) && !r.isClock(k) && (t.flags&flagA == 0 || r.isArticle(k)) {
		return nounPhrase{}, false
	}
	n := k
	for n < k+maxNameWords && r.isOpenName(n) && (n == k || !r.token(n).newLine) {
		n++
	}
	if n == k || n > k+1 && r.adverb(r.token(n-1)) {
		return nounPhrase{}, false
	}
	return nounPhrase{n, t.start, r.token(n - 1).end, noName, np.at}, true
}

// isOpenName reports whether the k-th token can be a name, or a word of one, where names are open.
func (r *Reader) isOpenName(k int) bool {
	t := r.token(k)
	if t.role == roleNumber && (r.isUnit(k+1) || r.token(k+1).role == roleOr || r.token(k+1).role == roleOClock) {
		return false
	}
	return t.role == roleUnknown || t.flags&flagName != 0 || t.flags&flagA != 0 && !r.isArticle(k)
}

// listed reports whether another number follows at the k-th token: "rooms 3 and 4".
func (r *Reader) listed(k int) bool {
	switch r.token(k).role {
	case roleAnd, roleOr, roleComma, roleTo:
		if k++; r.token(k).role == roleAnd {
			k++
		}
		return r.token(k).role == roleNumber && !r.isUnit(k+1)
	}
	return false
}

// isClock reports whether the k-th token is a clock that is an object, not the face that directions are told by.
func (r *Reader) isClock(k int) bool {
	t := r.token(k)
	return t.role == roleClock && t.num == 0 && r.token(k+1).role != roleFace
}

// isLabel reports whether the k-th token is a name after "object": a word that is not known, or a number.
func (r *Reader) isLabel(k int) bool {
	t := r.token(k)
	return t.role == roleUnknown || (t.role == roleNumber || t.role == roleBy) && t.flags&flagName != 0 || t.flags&flagA != 0 && !r.isArticle(k)
}

// isArticle reports whether the "a" at the k-th token is the article and not a name.
func (r *Reader) isArticle(k int) bool {
	t, next := r.token(k), r.token(k+1)
	if next.newLine {
		return false
	}
	switch next.role {
	case roleUnknown:
		if next.end == next.start+1 {
			return false
		}
	case roleName:
		if next.end == next.start+1 && t.end == t.start+1 && r.text[t.start] == 'A' {
			return false
		}
	case roleSortal, rolePlace, roleRow, roleLine, roleSide, roleCorner, roleGrid, roleGap, roleCenter, roleClock,
		roleLevel, roleHand, roleFace, roleDiagonal, roleRelation, roleAngle, roleBearing:
	case roleNumber, roleDir, roleMost, roleSmall, roleAxial, roleSame, roleHigher, roleOrdinal, roleAbout, roleTime:
		return r.text[t.start] == 'a'
	default:
		return false
	}
	if r.text[t.start] == 'a' {
		return true
	}
	// A capital starts a sentence, or is a name.
	return k == 0 && int(t.start) == r.begins || t.newLine
}

// adverb reports whether a word that is not known looks like an adverb, which would change what is said.
func (r *Reader) adverb(t *readToken) bool {
	n := t.end - t.start
	return n > 3 && r.text[t.end-2:t.end] == "ly"
}

// startsNoun reports whether a name or "it" stands at the k-th token.
func (r *Reader) startsNoun(k int) bool {
	if r.token(k).role == roleIt {
		return true
	}
	_, ok := r.nounPhrase(k)
	return ok
}

// take moves on past a noun phrase and returns its object.
func (r *Reader) take(np nounPhrase) placed {
	name := np.name
	if r.names.open {
		name = r.names.intern(r.text, int(np.start), int(np.end), !r.asking, int(np.start) == r.opens)
	}
	r.at += np.after
	if name < 0 { // a question has no new names
		r.fail(UnknownName, int(np.at))
	}
	r.mentioned(name)
	return placed{name, np.start}
}
