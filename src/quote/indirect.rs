//! What is said without marks: from the verb of saying to the end of the sentence.

use super::direct::Speech;
use super::marks::{FARTHEST, Quoted, is_pause, is_terminal};
use super::speaker::Cast;
use super::verb::{self, Verb};
use crate::name::tables::sort;
use crate::name::unit::Line;
use crate::order;

/// Less than this many characters is no statement.
const LEAST: usize = 4;

/// The longest hearer between a verb of telling and the comma, in characters: 《海州晚报》记者.
const HEARER: usize = 14;

/// So many clauses after the first of a sentence are looked at for another speaker.
const MOST_CLAUSES: usize = 8;

/// A statement reported in the reporter's words.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) speaker: String,
    pub(super) verb: (usize, usize),
}

/// What a paragraph says in marks, as reports are told from it: both lists in order.
pub(super) struct Marked {
    pieces: Vec<Quoted>,
    /// The verbs that speech in marks follows.
    verbs: Vec<(usize, usize)>,
}

impl Marked {
    /// Of the direct speech of a paragraph.
    pub(super) fn of(speeches: &[Speech]) -> Self {
        let mut pieces: Vec<Quoted> = speeches.iter().flat_map(|s| &s.parts).copied().collect();
        order::by_key(&mut pieces, |piece| piece.start);
        let follows = |s: &Speech| s.verb.filter(|verb| s.parts.iter().any(|p| p.start >= verb.1));
        let mut verbs: Vec<(usize, usize)> = speeches.iter().filter_map(follows).collect();
        order::by_key(&mut verbs, |&verb| verb);
        Self { pieces, verbs }
    }

    /// Whether the character at `i` stands between marks.
    fn holds(&self, i: usize) -> bool {
        let after = self.pieces.partition_point(|piece| piece.start <= i);
        after.checked_sub(1).and_then(|last| self.pieces.get(last)).is_some_and(|piece| i < piece.end)
    }
}

/// The reports of the sentence from `from` to `to`: one, or one more where another speaks in a later clause.
pub(super) fn read(line: &Line, cast: &Cast, from: usize, to: usize, marked: &Marked) -> Vec<Report> {
    let Some(mut first) = report(line, cast, from, to, marked) else { return vec![] };
    let clauses = (first.start + LEAST..to).filter(|&i| matches!(line.char(i), '，' | '；') && !marked.holds(i));
    let other = clauses.take(MOST_CLAUSES).find_map(|comma| {
        let pronoun = line.char(comma) == '；' && matches!(line.char(comma + 1), '他' | '她');
        let other = || cast.opening(comma + 1).filter(|m| m.name != first.speaker).map(|m| m.end);
        let name_end = if pronoun { comma + 2 } else { other()? };
        let verb = verb::at(line, name_end).filter(|v| v.end <= to)?;
        let next = report(line, cast, comma + 1, to, marked).filter(|next| next.verb == (verb.start, verb.end))?;
        Some((comma, next))
    });
    match other {
        Some((comma, next)) => {
            first.end = comma;
            vec![first, next]
        }
        None => vec![first],
    }
}

/// The first report of the sentence from `from` to `to`, if there is one.
fn report(line: &Line, cast: &Cast, from: usize, to: usize, marked: &Marked) -> Option<Report> {
    let is_word = |&i: &usize| !is_terminal(line.char(i)) && !line.char(i).is_whitespace();
    let last = (from..to).rev().find(is_word).map_or(from, |i| i + 1);
    let mut at = from;
    while at < to {
        let Some(verb) = verb::at(line, at).filter(|v| v.end <= to && !marked.holds(at)) else {
            at += 1;
            continue;
        };
        let report = governed(line, cast, from, last, verb);
        if let Some(report) = report.filter(|report| marked.verbs.binary_search(&report.verb).is_err()) {
            return Some(report);
        }
        at = verb.end;
    }
    None
}

/// What `verb` governs in the sentence that begins at `from` and whose last word ends at `last`.
fn governed(line: &Line, cast: &Cast, from: usize, last: usize, verb: Verb) -> Option<Report> {
    // 补充道，…: verbs of direct speech govern a clause after a comma too.
    let marked =
        verb.sorts & sort::MARK != 0 && line.before(verb.end) == '道' && matches!(line.char(verb.end), '，' | ',');
    let governs = verb.sorts & (sort::SAY | sort::TELL) != 0 || marked;
    if !governs || line.before(verb.start) == '被' {
        return None;
    }
    let told = verb.sorts & sort::TELL != 0;
    let paused = (verb.end..verb.end + HEARER).find(|&i| is_pause(line.char(i)));
    let comma = paused.filter(|&i| (i == verb.end || told) && matches!(line.char(i), '，' | ',' | '：' | ':'));
    let start = match comma {
        Some(i) => i + 1,
        None if verb.is_strong(line) && !is_aspect(line.char(verb.end)) && !is_pause(line.char(verb.end)) => verb.end,
        None => return None,
    };
    let (speaker, _) = cast.subject(line, sentence_floor(line, from, verb.start), verb.start)?;
    (last >= start + LEAST).then_some(Report { start, end: last, speaker, verb: (verb.start, verb.end) })
}

/// After these the verb does not govern what follows: 说了, 说的, 表示过.
const fn is_aspect(c: char) -> bool {
    matches!(c, '了' | '的' | '过' | '着' | '、' | '和' | '与' | '”' | '》' | '）')
}

/// Where to look for the subject from: after the last quotation of the sentence.
fn sentence_floor(line: &Line, from: usize, verb: usize) -> usize {
    let floor = verb.saturating_sub(FARTHEST).max(from);
    (floor..verb).rev().find(|&i| matches!(line.char(i), '”' | '」' | '；')).map_or(floor, |i| i + 1)
}
