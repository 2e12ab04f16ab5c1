package anonymity

import "strings"

// publicCode reports whether bytes i to j number a paper, a booking or a
// telephone, and nobody: document ref CSC-POL-117.
func (w *words) publicCode(i, j int) bool {
	code := w.s[i:j]
	for part := range strings.FieldsFuncSeq(code, func(r rune) bool { return r < 0x80 && !isLetter(byte(r)) }) {
		switch part {
		case "POL", "PROC", "GUID", "FORM", "DOC", "PUB", "FUL", "FOI", "CAB", "PO", "INV":
			return true
		}
	}
	number := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, code)
	if (len(number) == 10 || len(number) == 11) && number[0] == '0' && !strings.ContainsFunc(code, func(r rune) bool { return r < 0x80 && isLetter(byte(r)) }) {
		return true // the rule for telephones has it
	}
	if len(number) == 6 && len(code) >= 7 && number[:2] == "20" && asNumber(number[2:4])+1 == asNumber(number[4:]) && !upper(code[len(code)-1]) {
		return true // 2025-26
	}
	k := w.wordAt(i)
	for n := k - 1; n >= 0 && n >= k-5; n-- {
		if endsSentence(w.gap(n+1)) && !w.is(n, shorts) || w.is(n, case_) {
			return false
		}
		switch strings.ToLower(w.text(n)) {
		case "part", "parts", "spare", "fitting", "boiler", "lift":
			if next := w.low(n + 1); next == "no" || next == "number" {
				return true
			}
		case "sku", "barcode", "batch", "catalogue", "document", "doc", "policy", "version", "minutes", "booking", "order", "invoice", "parcel", "tracking", "leaflet", "poster", "planning", "grant", "procedure", "guidance", "agenda", "print", "isbn", "asset", "product", "model", "serial":
			return true
		case "log", "register":
			switch strings.ToLower(w.text(n - 1)) {
			case "action", "risk", "decision", "issues", "event", "actions":
				return true
			}
		}
	}
	return false
}

// wordAt is the word that byte i stands in.
func (w *words) wordAt(i int) int {
	from, to := 0, len(w.list)
	for from < to {
		if mid := (from + to) / 2; w.list[mid].j <= i {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from
}

// codesOfDigits finds codes that begin with digits and end in a letter, in a
// text that speaks of cases: 78-4013-L.
func (w *words) codesOfDigits(see func(i, j int)) {
	for k := 0; k+2 < len(w.list); k++ {
		if !w.isNumber(k) || len(w.text(k)) < 2 || w.stuckBefore(w.list[k].i) || !codeMark(w.gap(k+1)) {
			continue
		}
		n, total, marks := k+1, len(w.text(k)), 1
		for n < len(w.list) {
			said, end, _ := w.read(n, true)
			if end == n || w.is(n, digit|teen|tens|several) {
				break
			}
			total += len(said)
			if n = end; !codeMark(w.gap(n)) {
				break
			}
			marks++
		}
		if t := w.text(n); marks >= 2 && total >= 5 && codeMark(w.gap(n)) && n < len(w.list) && len(t) <= 2 && shouted(t) && upper(t[0]) && !w.glued(n+1) && !w.public(n) {
			see(w.list[k].i, w.list[n].j)
			k = n
		}
	}
}

func codeMark(gap string) bool {
	return len(gap) > 0 && len(gap) <= 5 && plainMark(gap) != "" && strings.Trim(plainMark(gap), "-/.") == ""
}

// caseSystem are programs in which social care keeps its cases.
func caseSystem(s string) bool {
	switch strings.ToLower(s) {
	case "mosaic", "liquidlogic", "lcs", "ics", "eclipse", "carefirst", "swift", "azeus", "pnc", "ehm", "carejust", "coreplus", "careworks", "careplus", "systmone", "rio", "paris", "wccis", "capita", "niche", "athena", "holmes", "civica", "northgate", "orchard":
		return true
	}
	return false
}

// nearSystems finds numbers that somebody reads out or writes digit by digit
// near a word as case or police, and those near the name of a system.
func (w *words) nearSystems(see func(i, j int)) {
	rows := w.rows()
	for n := range rows {
		r := &rows[n]
		if len(r.digits) < 5 || len(r.digits) > 13 {
			continue
		}
		first, last := r.groups[0], r.groups[len(r.groups)-1]
		if w.stuck(first) || w.stuckAfter(last.j) && !last.spoken || w.counts(r) {
			continue
		}
		spelled, from := w.spelledBefore(first.k)
		apart := uniform(r.shape(0, len(r.groups)-1), 1)
		for _, g := range r.groups {
			if g.n != 1 {
				apart = false
			}
		}
		apart = apart || len(r.groups) > 4 && r.groups[0].n == 1 && r.groups[1].n == 1
		spoken := r.spoken(0, len(r.groups)-1) && len(r.groups) > 2
		switch {
		case spelled >= 2:
			see(w.list[from].i, last.j)
		case (apart || spoken) && w.near(first.k, 8, case_, phone|bank|nhs):
			see(first.i, last.j)
		case w.system(first.k, last.end):
			see(first.i, last.j)
		case w.near(first.k, 6, number, phone|bank|nhs|many|place) && w.numberOf(first.k):
			see(first.i, last.j)
		}
	}
}

// counts reports whether a row is an amount, a day or a year.
func (w *words) counts(r *row) bool {
	first, last := r.groups[0], r.groups[len(r.groups)-1]
	if _, day := w.dayAt(first.k); day {
		return true
	}
	return w.quantity(first.k, last.end) || r.within(0, len(r.groups)-1, "\n:") || helpline(r.digits) ||
		r.digits[0] == '0' && len(r.digits) >= 10 && len(r.digits) <= 11
}

// near reports whether one of the back words before k, in its sentence, has a
// sense, and none that is nearer has the other.
func (w *words) near(k, back int, s, not sense) bool {
	for n := k - 1; n >= 0 && n >= k-back; n-- {
		if endsSentence(w.gap(n+1)) && !w.is(n, shorts|ref|number) {
			return false
		}
		if w.is(n, s) {
			return true
		}
		if w.is(n, not) {
			return false
		}
	}
	return false
}

// system reports whether the name of a system stands near words from to to.
func (w *words) system(from, to int) bool {
	for n := from - 1; n >= 0 && n >= from-6 && !endsSentence(w.gap(n+1)); n-- {
		if caseSystem(w.text(n)) && w.isCap(n) {
			return true
		}
	}
	for n := to; n < len(w.list) && n < to+3 && !endsSentence(w.gap(n)); n++ {
		if caseSystem(w.text(n)) && w.isCap(n) {
			return true
		}
	}
	return false
}

// numberOf reports whether the number that leads to word k is somebody's: her
// number on the system is.
func (w *words) numberOf(k int) bool {
	for n := k - 1; n > 0 && n >= k-6; n-- {
		if w.is(n, number) {
			switch strings.ToLower(w.text(n - 1)) {
			case "her", "his", "my", "their", "client", "child's", "young":
				return true
			}
		}
	}
	return false
}

// spelledBefore counts the letters that are read out right before word k.
func (w *words) spelledBefore(k int) (count, from int) {
	from = k
	for from > 0 && w.is(from-1, nato) && linking(w.gap(from)) {
		from--
		count++
	}
	return count, from
}
