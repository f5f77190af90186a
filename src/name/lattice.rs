//! Cuts a line into words and names at once: the cheapest path through everything that may stand there.
//!
//! Words of the lexicon cost what their frequency tells, names what their characters tell and less where title or verb
//! stand beside them, all in 1/16 bit (a unigram lattice with generative name models, as in Zhang et al., "Chinese
//! Lexical Analysis Using Hierarchical Hidden Markov Model", 2003). Integers only, so that every machine finds the same path.

use super::person::Surroundings;
use super::tables::sort;
use super::trie::Trie;
use super::unit::{BAR, Kind, Line, Unit, is_dot, is_han};
use super::words::{Word, Words};
use super::{element, foreign, person, place};
use crate::lexicon::LEXICON;
use crate::span::Span;

/// 1/16 bit.
pub(super) type Cost = i32;
/// One bit.
pub(super) const BIT: Cost = 16;
/// A single character that no list knows.
const UNKNOWN: Cost = 20 * BIT;
/// A word of the tables that the lexicon does not know, for each of its first four characters.
const TABLE_CHARACTER: Cost = 6 * BIT;
const TABLE_WORD: Cost = 7 * BIT;

/// What a word of two characters costs more as a name: the dictionary calls many words names that are none (安静, 关怀).
const DOUBT: Cost = 4 * BIT;

/// What it costs a place to end where a title may begin.
const TITLE_CUT: Cost = 10 * BIT;

/// A dot between Chinese characters that is not within a name.
const DOT: Cost = 8 * BIT;

/// A way on from a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) tag: &'static str,
    pub(super) cost: Cost,
}

/// What a name costs less right after another, in a list whose spaces were lost.
const LISTED: Cost = 4 * BIT;
/// The same where the line has shown to be such a list.
const SURELY_LISTED: Cost = 9 * BIT;
/// So many names side by side are a list.
const LIST: usize = 3;

/// Names that the document has shown to be such, with what they are and cost.
pub(super) type Known = Trie<(Kind, Cost)>;

/// Every way on from every place of a line.
pub(super) struct Lattice {
    edges: Vec<Edge>,
    /// Where in `edges` those of each place begin, and where the last end.
    firsts: Vec<usize>,
}

/// -log2(frequency / total) of a word, in 1/16 bit, the fraction of the logarithm taken as linear.
fn word_cost(frequency: u32, total: u64) -> Cost {
    let log2 = |n: u64| {
        let whole = n.max(1).ilog2();
        let rest = if whole >= 4 { n >> (whole - 4) } else { n << (4 - whole) };
        (whole * 16) as Cost + (rest & 15) as Cost
    };
    log2(total) - log2(u64::from(frequency))
}

impl Lattice {
    /// Everything that may stand in `line`; `numbers` are the places of numbers in it, in order.
    pub(super) fn new(line: &Line, numbers: &[Span]) -> Self {
        let words = Words::of(line);
        let around = Surroundings::of(line);
        let mut numbers = numbers.iter().map(|s| (line.index(s.start), line.index(s.end))).peekable();
        let mut edges: Vec<Edge> = Vec::with_capacity(line.len() * 4);
        let mut firsts = Vec::with_capacity(line.len() + 1);
        let mut letters_end = 0;
        for i in 0..line.len() {
            if i >= letters_end {
                letters_end = (i..line.len()).find(|&k| !is_letter(line.char(k))).unwrap_or(line.len());
            }
            firsts.push(edges.len());
            while numbers.peek().is_some_and(|&(start, end)| start < i || end <= start) {
                numbers.next();
            }
            let limit = numbers.peek().map_or(line.len(), |&(start, _)| start);
            if limit == i {
                let end = numbers.next().map_or(i + 1, |(_, end)| end);
                edges.push(Edge { end, kind: Kind::Number, tag: "m", cost: BIT });
            }
            let first = edges.len();
            words.at(i).iter().for_each(|word| word_edges(line, &around, i, word, &mut edges));
            if limit > i {
                listed(line, i, &mut edges, first);
                single(line, i, letters_end, &mut edges, first);
                person::candidates(line, &around, &words, i, &mut edges);
                element::candidates(line, &around, i, &mut edges);
                foreign::candidates(line, &around, i, &mut edges);
                foreign::latin(line, i, &mut edges);
                place::candidates(line, &words, i, &mut edges);
                let mut kept = first;
                for at in first..edges.len() {
                    if edges.get(at).is_some_and(|e| e.end <= limit) {
                        edges.swap(kept, at);
                        kept += 1;
                    }
                }
                edges.truncate(kept);
            }
        }
        firsts.push(edges.len());
        Self { edges, firsts }
    }

    fn from(&self, i: usize) -> &[Edge] {
        let first = |i: usize| self.firsts.get(i).copied().unwrap_or(self.edges.len());
        self.edges.get(first(i)..first(i + 1)).unwrap_or_default()
    }

    /// Whether a name of `known` stands in `line`.
    pub(super) fn holds(line: &Line, known: &Known) -> bool {
        !known.is_empty() && (0..line.len()).any(|i| known.prefixes(line.chars(i, line.len())).next().is_some())
    }

    /// The cheapest way through `line`, where the names of `known` may stand too.
    pub(super) fn cut(&self, line: &Line, known: &Known) -> Vec<Unit> {
        let units = self.path(line, known, LISTED);
        let beside =
            units.iter().zip(units.iter().skip(1)).filter(|(a, b)| a.kind == Kind::Person && b.kind == Kind::Person);
        if beside.count() >= LIST { self.path(line, known, SURELY_LISTED) } else { units }
    }

    fn path(&self, line: &Line, known: &Known, listed: Cost) -> Vec<Unit> {
        let n = line.len();
        let mut best: Vec<Option<Step>> = vec![None; n + 1];
        for i in 0..n {
            let here = best.get(i).copied().flatten();
            if i > 0 && here.is_none() {
                continue;
            }
            let so_far = here.map_or(0, |step| step.cost);
            let after_name = here.is_some_and(|step| step.edge.kind == Kind::Person);
            // A part of a dotted name is no name by itself beside the dot.
            let apart = |end: usize| !is_dot(line.before(i)) && !is_dot(line.char(end));
            let found = known.prefixes(line.chars(i, n)).filter(|&(length, _)| apart(i + length));
            let shown = found.map(|(length, (kind, cost))| Edge { end: i + length, kind, tag: "x", cost });
            for edge in self.from(i).iter().copied().chain(shown) {
                let beside = after_name && edge.kind == Kind::Person;
                let cost = so_far + edge.cost - if beside { listed } else { 0 };
                if let Some(slot) = best.get_mut(edge.end).filter(|slot| slot.is_none_or(|other| cost < other.cost)) {
                    *slot = Some(Step { cost, start: i, edge });
                }
            }
        }
        path(line, &best)
    }
}

/// The cheapest way to a place.
#[derive(Clone, Copy, Debug)]
struct Step {
    cost: Cost,
    start: usize,
    edge: Edge,
}

fn path(line: &Line, best: &[Option<Step>]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = line.len();
    while let Some(Step { start, edge, .. }) = best.get(at).copied().flatten() {
        let sorts = line.sorts(start, edge.end) & !sort::CONTEXT;
        units.push(Unit { start, end: edge.end, kind: edge.kind, tag: edge.tag, sorts });
        at = start;
    }
    units.reverse();
    units
}

/// Adds the ways that a word of the lexicon may be taken.
fn word_edges(line: &Line, around: &Surroundings, i: usize, word: &Word, edges: &mut Vec<Edge>) {
    let end = word.end;
    let sorts = line.sorts(i, end);
    let piece = line.piece(i, end);
    if end - i >= 3 && holds_name(line, i, end) {
        return;
    }
    // Of readings that are about as likely, that of the longer words: 正大 and not 正|大.
    let short = Cost::from(end - i == 1) * BIT / 8;
    let cost = word_cost(word.frequency, LEXICON.total()) + short;
    let named = sorts & (sort::ORGANIZATION | sort::PLACE) != 0 && sorts & sort::NO_PLACE == 0;
    let is_name = matches!(word.tag, "nr" | "nrfg" | "nrt");
    // 王府井大街
    let street =
        is_name && (i + 2..end).any(|at| line.is(i, at, sort::PLACE) && line.is(at, end, sort::STREET | sort::SITE));
    let kind = match end - i {
        _ if sorts & sort::PERSON != 0 => Kind::Person,
        _ if named && sorts & sort::ORGANIZATION != 0 => Kind::Organization,
        _ if named || street => Kind::Place,
        _ if !is_name || sorts & sort::NO_PERSON != 0 => Kind::Word,
        2 if person::is_likely(piece) => {
            edges.push(Edge { end, kind: Kind::Person, tag: "nr", cost: cost + DOUBT - around.gain(i, end) });
            Kind::Word
        }
        2 if foreign::is_likely(piece) => {
            edges.push(Edge { end, kind: Kind::Foreign, tag: "nrt", cost: cost + 2 * DOUBT - around.gain(i, end) });
            Kind::Word
        }
        3..=4 if person::is_likely(piece) => Kind::Person,
        3..=7 if foreign::is_likely(piece) => Kind::Foreign,
        _ => Kind::Word,
    };
    let tag = if kind == Kind::Person { "nr" } else { word.tag };
    let cost = if kind == Kind::Foreign { cost + 3 * BIT } else { cost };
    let cost = if kind == Kind::Place && (swallows_title(line, end) || starts_within_title(line, i)) {
        cost + TITLE_CUT
    } else {
        cost
    };
    edges.push(Edge { end, kind, tag, cost });
}

/// Whether the last character of a place that ends at `end` may begin a title instead: 张家口|市长.
fn swallows_title(line: &Line, end: usize) -> bool {
    line.char(end) == '长' && matches!(line.before(end), '省' | '市' | '县' | '区' | '州' | '镇' | '乡' | '村')
}

/// Whether a place at `start` would take the last character of a title: 次长|江文若.
fn starts_within_title(line: &Line, start: usize) -> bool {
    let of_place = matches!(line.before(start), '省' | '市' | '县' | '区' | '州' | '镇' | '乡' | '村');
    let title = |n: usize| start.checked_sub(n).is_some_and(|from| line.is(from, start + 1, sort::TITLE));
    line.char(start) == '长' && !of_place && (1..=5).any(title)
}

/// Words of the lexicon that are a name and more: 德国人, 中国政府, 中央政治局常委, 邓小平理论.
fn holds_name(line: &Line, start: usize, end: usize) -> bool {
    let rest = |n: usize| end - start > n && line.is(start, end - n, sort::PLACE);
    let of_place = line.before(end) == '人' && rest(1) || line.piece(end - 2, end) == "政府" && rest(2);
    let places =
        (start + 2..end.saturating_sub(2)).any(|at| line.is(start, at, sort::PLACE) && line.is(at, end, sort::PLACE));
    let of_body = end - start >= 4 && line.is(end - 2, end, sort::TITLE) && line.is(start, end - 2, sort::ORGANIZATION);
    let head = || line.piece(start, start + 3);
    let of_person = end - start >= 5 && LEXICON.tag(head()) == Some("nr") && person::is_likely(head());
    of_place || places || of_body || of_person
}

/// Adds the words of the tables that begin at `i`, but for those whose ends the edges from `first` on have.
fn listed(line: &Line, i: usize, edges: &mut Vec<Edge>, first: usize) {
    for word in line.listed(i).iter().filter(|word| word.end >= i + 2 && word.sorts != sort::NAME_PART) {
        let own = edges.get(first..).unwrap_or_default();
        if own.iter().any(|e| e.end == word.end && e.kind != Kind::Person) {
            continue;
        }
        let kind = if word.sorts & sort::PERSON != 0 {
            Kind::Person
        } else if word.sorts & sort::ORGANIZATION != 0 {
            Kind::Organization
        } else if word.sorts & sort::PLACE != 0 && word.sorts & sort::NO_PLACE == 0 {
            Kind::Place
        } else {
            Kind::Word
        };
        let length = Cost::try_from(word.end - i).unwrap_or(4).min(4);
        let tag = if kind == Kind::Person { "nr" } else { "n" };
        let cut = if kind == Kind::Place && (swallows_title(line, word.end) || starts_within_title(line, i)) {
            TITLE_CUT
        } else {
            0
        };
        edges.push(Edge { end: word.end, kind, tag, cost: TABLE_WORD + TABLE_CHARACTER * length / 2 + cut });
    }
}

/// Adds the character at `i` by itself, or the run of letters and digits that it begins, up to `letters_end`.
fn single(line: &Line, i: usize, letters_end: usize, edges: &mut Vec<Edge>, first: usize) {
    let c = line.char(i);
    if is_han(c) {
        if !edges.iter().skip(first).any(|e| e.end == i + 1) {
            edges.push(Edge { end: i + 1, kind: Kind::Word, tag: "x", cost: UNKNOWN });
        }
        return;
    }
    let (kind, tag, end) = if is_letter(c) {
        (Kind::Latin, if c.is_ascii_digit() { "m" } else { "eng" }, letters_end)
    } else {
        (Kind::Mark, "w", i + 1)
    };
    let joins = is_dot(c) && is_han(line.before(i)) && is_han(line.char(i + 1));
    edges.push(Edge { end, kind, tag, cost: if joins { DOT } else { 2 * BIT } });
}

/// Whether `c` is a letter or digit of a run that is one unit.
fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !is_han(c) && c != BAR || c.is_ascii_digit()
}
