package describe

// startsPlace reports whether a place or a setting starts at the k-th token.
func (r *Reader) startsPlace(k int) bool {
	t := r.token(k)
	switch t.role {
	case roleTo, roleAt, roleOn, roleAbove, roleOver, roleDir, roleHigher, roleFurther, roleSomewhere, roleAnywhere,
		roleDirectly, roleStraightly, roleDiagonally, roleDiagonal, roleExactly, roleBetween, roleMore, roleFewer, roleNo,
		roleLevel, roleThere, roleParallel, roleAxial, roleNext, roleOff, roleTime:
		return true
	case roleFrom:
		return r.token(k+1).role == roleNumber
	case roleNumber:
		return r.isUnit(k+1) || r.token(k+1).role == roleOClock || r.token(k+1).role == roleOr
	case roleDet:
		if t.flags&flagA == 0 {
			return r.frameSays.said != 0 && r.namesLine(k+1)
		}
		return r.isUnit(k+1) && r.isArticle(k)
	case roleRow:
		return r.frameSays.said != 0 && r.token(k+1).role == roleNumber
	case roleSide:
		return t.num == 0 && r.token(k+1).role == roleBy
	case roleBoth:
		return r.startsPlace(k + 1)
	case roleUnknown, roleName:
		if role := r.token(k + 1).role; role == roleOf || role == roleFrom {
			_, ok := r.compassLetters(k)
			return ok
		}
	}
	return false
}

// place reads one place, or a setting, with its adverbs and its landmarks.
func (r *Reader) place() bool {
	for adverbs := 0; ; adverbs++ {
		t := r.token(0)
		switch t.role {
		case roleDirectly:
			if t.num == 1 && !r.put(t, relation{flags: relStraight}) {
				return false
			}
		case roleStraightly:
			if !r.put(t, relation{flags: axialFlags(t)}) {
				return false
			}
		case roleDiagonally:
			if !r.put(t, relation{flags: relDiagonal}) {
				return false
			}
		case roleToo, roleThen, roleBoth:
		default:
			if adverbs > 0 && (r.ends() || !r.startsPlace(0) && r.beside) { // "left of B horizontally"
				return r.noLandmark()
			}
			return r.placeItself()
		}
		r.at++
	}
}

func axialFlags(t *readToken) relFlags {
	if t.rows != 0 {
		return relVertical
	}
	return relHorizontal
}

func (r *Reader) placeItself() bool {
	t := r.token(0)
	switch t.role {
	case roleAbove:
		return r.above(false)
	case roleOver:
		if r.token(1).role == roleThere {
			r.at += 2
			r.setting |= setThere
			return true
		}
		if r.token(1).role == roleTo { // "over to the left of B"
			return r.unexpected(AmbiguousDirection)
		}
		return r.above(false)
	case roleThere:
		r.at++
		r.setting |= setThere
		return true
	case roleDir:
		return r.direction(false)
	case roleHigher:
		return r.higher()
	case roleFurther:
		return r.further()
	case roleSomewhere:
		r.at++
		return r.put(t, relation{flags: relOpen}) && r.place()
	case roleAnywhere:
		r.at++
		return r.put(t, relation{flags: relRows | relCols, countRows: anyCount, countCols: anyCount}) && r.link(false)
	case roleTo, roleAt, roleOn:
		return r.afterPreposition()
	case roleBetween:
		return r.between()
	case roleNumber:
		if r.token(1).role == roleOClock {
			return r.hour()
		}
		return r.counted()
	case roleTime:
		return r.hour()
	case roleDet:
		if t.flags&flagA == 0 && r.frameSays.said != 0 { // "the second row and the last column"
			r.at++
			return r.afterArticle(roleOn, true, false)
		}
		return r.counted()
	case roleExactly, roleMore, roleFewer, roleFrom:
		return r.counted()
	case roleNo:
		if next := r.token(1).role; next == roleHigher || next == roleFurther {
			return r.bound()
		}
		return r.counted()
	case roleRow:
		return r.gridLine()
	case roleLevel:
		if r.token(1).role != roleWith || t.num != 0 {
			return r.unexpected(UnknownPhrase)
		}
		r.at += 2
		return r.put(t, relation{flags: relRow0}) && r.landmark()
	case roleOff:
		if r.token(1).role == roleTo && r.token(2).role == roleDet { // "off to the left"
			r.at++
			return r.place()
		}
		if r.token(1).role != roleCenter {
			return r.unexpected(UnknownPhrase)
		}
		r.at += 2
		return r.place()
	case roleParallel:
		r.at++
		r.setting |= setNeeds
		return true
	case roleAxial:
		r.at++
		r.setting |= setNeeds
		return r.put(t, relation{flags: axialFlags(t)})
	case roleSide:
		if r.token(1).role == roleBy && r.token(2).role == roleSide {
			r.at += 3
			r.setting |= setNeeds
			return true
		}
	case roleNext:
		return r.nextTo()
	case roleDiagonal:
		return r.unexpected(AmbiguousDirection)
	case roleUnknown, roleName:
		if c, ok := r.compassLetters(0); ok {
			r.at++
			r.d.Vocabulary |= Compass
			return r.put(t, c) && r.link(false)
		}
	}
	return r.unexpected(UnknownPhrase)
}

// nextTo reads "next to each other", which says nothing by itself.
func (r *Reader) nextTo() bool {
	t := r.token(0)
	if t.num == 0 && r.token(1).role == roleTo && (r.token(2).role == roleEach && r.token(3).role == roleOther ||
		r.token(2).role == roleNumber && r.token(2).num == 1 && r.token(3).role == roleOther) {
		r.at += 4
		r.setting |= setNeeds
		return true
	}
	return r.unexpected(AmbiguousDirection)
}

// above reads a direction that its landmark follows: "above B". After "the" it is like others: "to the above of B".
func (r *Reader) above(article bool) bool {
	t := r.token(0)
	r.at++
	r.d.Vocabulary |= Spatial
	if !r.put(t, relation{rows: t.rows, cols: t.cols}) {
		return false
	}
	r.bare = true
	if article || r.token(0).role == roleOf {
		return r.link(false)
	}
	if r.startsNoun(0) {
		return r.landmark()
	}
	if n := r.relativeTo(0); n > 0 {
		return r.link(false)
	}
	switch next := r.token(0); next.role {
	case roleEach, roleThem, roleOther:
		return r.unexpected(AmbiguousReference)
	case roleUnknown, roleBad, roleDet, roleNumber, rolePunct, roleOr:
		if next.role != roleOr || !next.newLine {
			return r.unexpected(UnknownName)
		}
	}
	return r.noLandmark()
}

// direction reads "upper left corner" and the like with its landmark. With an article, what comes may also be a row or a
// column.
func (r *Reader) direction(article bool) bool {
	t := r.token(0)
	rel := relation{rows: t.rows, cols: t.cols}
	front, noun := t.num == 2, t.flags&flagNoun != 0 || t.role == roleHigher
	r.at++
	if rel.cols == 0 {
		if second := r.token(0); second.role == roleDir && second.rows == 0 && second.flags&flagCompass == t.flags&flagCompass {
			rel.cols = second.cols
			noun = second.flags&flagNoun != 0
			r.at++
		}
	} else if rel.rows == 0 {
		switch next := r.token(0).role; next {
		case roleAbove, roleOver, roleDir, roleNext, roleHigher: // "right above": just above, or above and right
			if t.flags&flagCompass == 0 {
				return r.unexpected(AmbiguousDirection)
			}
		}
	}
	if r.token(0).role == roleHand {
		r.at++
	}
	switch next := r.token(0); {
	case next.role == roleRow && article:
		return r.gridEdge(t, rel)
	case next.role == roleSide && next.num == 0 && r.token(1).role == roleBy:
	case next.role == roleSide, next.flags&flagSide != 0:
		noun = false
		r.at++
	case next.role == roleCorner && next.num == 0:
		if rel.rows == 0 || rel.cols == 0 {
			return r.unexpected(UnknownPhrase)
		}
		noun, front = false, false
		rel.flags |= relCorner
		r.at++
	}
	if front {
		return r.fail(UnknownPhrase, int(t.start))
	}
	if noun {
		switch role := r.token(0).role; {
		case role == roleAnd || role == roleComma:
			rel.flags |= relLoose
		default:
			return r.unexpected(UnknownPhrase)
		}
	}
	if t.flags&flagCompass != 0 {
		r.d.Vocabulary |= Compass
	} else {
		r.d.Vocabulary |= Spatial
	}
	if !r.put(t, rel) {
		return false
	}
	if r.ofGrid() {
		if rel.flags&relCorner == 0 {
			return r.unexpected(AmbiguousDirection)
		}
		r.takeGrid()
		if r.puts > 1 || len(r.groups) > 0 {
			return r.fail(AmbiguousDirection, int(t.start))
		}
		r.said = relation{}
		return r.cornerOfGrid(rel)
	}
	return r.link(false)
}

// higher reads "higher than B", and "lower" where it is an adjective.
func (r *Reader) higher() bool {
	t := r.token(0)
	switch next := r.token(1); {
	case next.role == roleThan:
		r.at++
		r.d.Vocabulary |= Spatial
		return r.put(t, relation{rows: t.rows}) && r.link(true)
	case next.role == roleDir && next.num == 1 && next.rows == t.rows && next.cols == 0 && r.token(2).role == roleThan:
		r.at += 2 // "higher up than" is "further up than"
		r.d.Vocabulary |= Spatial
		return r.put(t, relation{rows: t.rows, flags: relOpen}) && r.link(true)
	case t.num == 1:
		return r.direction(false)
	}
	return r.unexpected(UnknownPhrase)
}

// further reads "further up than B", which leaves the other axis open.
func (r *Reader) further() bool {
	r.at++
	if r.token(0).role == roleTo && r.token(1).role == roleDet {
		r.at += 2
	}
	t := r.token(0)
	if t.role != roleDir || t.rows != 0 && t.cols != 0 || t.flags&flagNoun != 0 || t.num == 0 && t.rows != 0 && t.flags&flagCompass == 0 {
		return r.unexpected(UnknownPhrase)
	}
	if r.token(1).role != roleThan {
		r.at++
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	r.words(t)
	return r.put(t, relation{rows: t.rows, cols: t.cols, flags: relOpen}) && r.link(true)
}

// words notes the vocabulary of a direction.
func (r *Reader) words(t *readToken) {
	if t.flags&flagCompass != 0 {
		r.d.Vocabulary |= Compass
	} else {
		r.d.Vocabulary |= Spatial
	}
}

// compassLetters returns the direction that the k-th token abbreviates: "NW".
func (r *Reader) compassLetters(k int) (rel relation, ok bool) {
	t := r.token(k)
	if n := t.end - t.start; n > 2 || n == 0 {
		return rel, false
	}
	for i := range englishReadLetters {
		if c := &englishReadLetters[i]; c.text == r.text[t.start:t.end] {
			return relation{rows: c.rows, cols: c.cols}, true
		}
	}
	return rel, false
}

// afterPreposition reads what follows "to", "at", "on" and "in".
func (r *Reader) afterPreposition() bool {
	preposition := r.token(0)
	switch next := r.token(1).role; {
	case preposition.role == roleAt && (next == roleLeast || next == roleAtMost):
		return r.counted()
	case preposition.role == roleOn && r.isGridPhrase(1):
		return r.gridPhrase()
	}
	r.at++
	t := r.token(0)
	switch t.role {
	case roleIts:
		name, ok := r.antecedent(r.owner)
		if !ok {
			return false
		}
		r.at++
		return r.owned(placed{name, t.start})
	case roleDir, roleSame, roleTime:
	default:
		if next := r.token(1).role; t.role == roleDet && next == roleDir || t.role == roleNumber && next != rolePossessive {
			break
		}
		if np, ok := r.nounPhrase(0); ok && r.token(np.after).role == rolePossessive {
			landmark := r.take(np)
			r.at++
			return r.owned(landmark)
		}
	}
	article := false
	for r.token(0).role == roleAbout { // "at approximately a 45 degree angle"
		r.at++
		if !r.isAngle() {
			return r.unexpected(UnknownPhrase)
		}
	}
	indefinite := false
	if t := r.token(0); t.role == roleDet && t.flags&flagA == 0 || (t.role == roleDet || t.role == roleName) && t.flags&flagA != 0 && r.isArticle(0) {
		article, indefinite = true, t.flags&flagA != 0
		r.at++
	}
	return r.afterArticle(preposition.role, article, indefinite)
}

// afterArticle reads what follows "to the" and the like.
func (r *Reader) afterArticle(preposition wordRole, article, indefinite bool) bool {
	for r.token(0).role == roleDirectly && r.token(0).num == 0 {
		r.at++
	}
	t := r.token(0)
	if r.isAngle() {
		return r.angle()
	}
	switch t.role {
	case roleDir:
		return r.direction(article)
	case roleAbove:
		if preposition == roleTo && article && !indefinite {
			return r.above(true)
		}
	case roleHigher:
		if next := r.token(1).role; indefinite && next == roleRow {
			return r.higherRow()
		}
		if t.num == 1 {
			return r.direction(article)
		}
	case roleNumber, roleTime:
		if preposition != roleTo && !indefinite {
			if next := r.token(1).role; t.role == roleNumber && next == roleOf && r.token(2).role == roleDet {
				break
			} else if t.num == 1 && next == roleOf {
				break
			}
			return r.hour()
		}
	case roleBearing:
		return r.bearing()
	case roleSame:
		if article && preposition != roleTo {
			return r.same()
		}
	case roleAxial:
		// "in a vertical line"
		if next := r.token(1).role; preposition == roleOn && (next == roleLine || next == roleRow) {
			r.at += 2
			r.setting |= setLine
			flags := axialFlags(t)
			return r.put(t, relation{flags: flags | flags.line()}) && (!r.beside || r.noLandmark())
		}
	case roleRow, roleOrdinal, roleLast, roleMost, roleCorner:
		if preposition != roleTo {
			if t.role == roleRow && r.text[t.end-1]|0x20 != 's' && (indefinite || article && r.token(1).role != roleNumber) {
				return r.rowAside(!indefinite)
			}
			return r.gridLine()
		}
	}
	if t.role == roleNumber && t.num == 1 && r.token(1).role == roleOf && preposition != roleTo {
		return r.oneOf()
	}
	if t.role == roleNext || t.role == roleDiagonal || t.role == roleCorner {
		return r.unexpected(AmbiguousDirection)
	}
	if c, ok := r.compassLetters(0); ok && (r.token(1).role == roleOf || r.token(1).role == roleFrom) {
		r.at++
		r.d.Vocabulary |= Compass
		return r.put(t, c) && r.link(false)
	}
	return r.unexpected(UnknownPhrase)
}

// owned reads a place after the possessive of its landmark: "on its left", "at B's 3 o'clock".
func (r *Reader) owned(landmark placed) bool {
	if len(r.groups) > 0 && r.beside || r.trailing || r.linked {
		return r.fail(AmbiguousDirection, int(landmark.at))
	}
	waiting := len(r.groups)
	for r.token(0).role == roleDirectly && r.token(0).num == 0 {
		r.at++
	}
	ok := false
	switch t := r.token(0); t.role {
	case roleDir:
		ok = r.direction(false)
	case roleHigher:
		ok = t.num == 1 && r.direction(false)
	case roleNumber, roleTime:
		ok = r.hour()
	}
	if !ok || len(r.groups) != waiting || r.said.empty() { // it has no other landmark
		return r.unexpected(UnknownPhrase)
	}
	r.trailing = false
	r.landmarks = append(r.landmarks[:0], landmark)
	return r.settle()
}
