//! Cuts a line into words and names at once: the cheapest path through everything that may stand there.
//!
//! Words of the lexicon cost what their frequency tells, names what their characters tell and less where title or verb
//! stand beside them, all in 1/16 bit (a unigram lattice with generative name models, as in Zhang et al., "Chinese
//! Lexical Analysis Using Hierarchical Hidden Markov Model", 2003). Integers only, so that every machine finds the same path.

use super::person::Surroundings;
use super::tables::{TABLES, sort};
use super::unit::{Kind, Line, Unit, is_han};
use super::{foreign, person, place};
use crate::lexicon::LEXICON;
use crate::span::Span;
use std::collections::BTreeMap;

/// 1/16 bit.
pub(super) type Cost = i32;
/// One bit.
pub(super) const BIT: Cost = 16;
/// A single character that no list knows.
const UNKNOWN: Cost = 20 * BIT;
/// A word of the tables that the lexicon does not know, for each of its first four characters.
const TABLE_CHARACTER: Cost = 6 * BIT;
const TABLE_WORD: Cost = 7 * BIT;

/// The longest name that the document has shown, in characters.
const LONGEST_KNOWN: usize = 16;

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

/// Names that the document has shown to be such, with what they are and cost.
pub(super) type Known = BTreeMap<String, (Kind, Cost)>;

/// -log2(frequency / total) of a word, in 1/16 bit, the fraction of the logarithm taken as linear.
fn word_cost(frequency: u32, total: u64) -> Cost {
    let log2 = |n: u64| {
        let whole = n.max(1).ilog2();
        let rest = if whole >= 4 { n >> (whole - 4) } else { n << (4 - whole) };
        (whole * 16) as Cost + (rest & 15) as Cost
    };
    log2(total) - log2(u64::from(frequency))
}

/// Cuts `line`; `numbers` are the places of numbers in it, in order.
pub(super) fn cut(line: &Line, numbers: &[Span], known: &Known) -> Vec<Unit> {
    let n = line.len();
    let mut best: Vec<Option<(Cost, usize, Edge)>> = vec![None; n + 1];
    let words = dictionary(line);
    let around = Surroundings::of(line);
    let mut next_word = 0;
    let mut numbers = numbers.iter().map(|s| (line.index(s.start), line.index(s.end))).peekable();
    let mut edges = Vec::new();
    for i in 0..n {
        edges.clear();
        while numbers.peek().is_some_and(|&(start, end)| start < i || end <= start) {
            numbers.next();
        }
        let limit = numbers.peek().map_or(n, |&(start, _)| start);
        if limit == i {
            let end = numbers.next().map_or(i + 1, |(_, end)| end);
            edges.push(Edge { end, kind: Kind::Number, tag: "m", cost: BIT });
        }
        while let Some(&(start, end, frequency, tag)) = words.get(next_word).filter(|w| w.0 <= i) {
            if start == i {
                edges.extend(word_edge(line.piece(i, end), end, frequency, tag));
            }
            next_word += 1;
        }
        if limit > i {
            listed(line, i, known, &mut edges);
            single(line, i, &mut edges);
            person::candidates(line, &around, i, &mut edges);
            foreign::candidates(line, &around, i, &mut edges);
            place::candidates(line, i, &mut edges);
            edges.retain(|e| e.end <= limit);
        }
        let Some(so_far) = (if i == 0 { Some(0) } else { best.get(i).copied().flatten().map(|b| b.0) }) else {
            continue;
        };
        for edge in &edges {
            let beside =
                edge.kind == Kind::Person && best.get(i).copied().flatten().is_some_and(|b| b.2.kind == Kind::Person);
            let cost = so_far + edge.cost - if beside { LISTED } else { 0 };
            if let Some(slot) = best.get_mut(edge.end).filter(|slot| slot.is_none_or(|(other, ..)| cost < other)) {
                *slot = Some((cost, i, *edge));
            }
        }
    }
    path(line, &best)
}

fn path(line: &Line, best: &[Option<(Cost, usize, Edge)>]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = line.len();
    while let Some((_, start, edge)) = best.get(at).copied().flatten() {
        let sorts = TABLES.sorts(line.piece(start, edge.end));
        units.push(Unit { start, end: edge.end, kind: edge.kind, tag: edge.tag, sorts });
        at = start;
    }
    units.reverse();
    units
}

/// Every word of the lexicon that stands in the line, as (start, end, frequency, tag), by start.
fn dictionary(line: &Line) -> Vec<(usize, usize, u32, &'static str)> {
    let text = line.piece(0, line.len());
    let first = line.span(0, 0).start;
    let mut words = Vec::new();
    for start in (0..line.len()).filter(|&i| is_han(line.char(i))) {
        let found = LEXICON.words_at(text, line.span(start, start).start - first);
        words.extend(found.map(|word| (start, line.index(first + word.end), word.frequency, word.tag)));
    }
    words
}

fn word_edge(word: &str, end: usize, frequency: u32, tag: &'static str) -> Option<Edge> {
    if holds_name(word) {
        return None;
    }
    let cost = word_cost(frequency, LEXICON.total());
    let sorts = TABLES.sorts(word);
    let length = word.chars().count();
    let named = sorts & (sort::ORGANIZATION | sort::PLACE) != 0 && sorts & sort::NO_PLACE == 0;
    let kind = match tag {
        _ if named && sorts & sort::ORGANIZATION != 0 => Kind::Organization,
        _ if named => Kind::Place,
        "nr" | "nrfg" if person::is_likely(word) => Kind::Person,
        "nrt" if (3..=7).contains(&length) && foreign::is_likely(word) => Kind::Foreign,
        _ => Kind::Word,
    };
    let cost = if kind == Kind::Foreign { cost + 3 * BIT } else { cost };
    Some(Edge { end, kind, tag, cost })
}

/// Words of the lexicon that are a name and more: 德国人, 邓小平理论.
fn holds_name(word: &str) -> bool {
    let of_place = word.strip_suffix('人').is_some_and(|place| place.len() >= 6 && TABLES.is(place, sort::PLACE));
    let head = word.char_indices().nth(3).and_then(|(at, _)| word.get(..at));
    let of_person = head
        .is_some_and(|head| word.chars().count() >= 5 && LEXICON.tag(head) == Some("nr") && person::is_likely(head));
    of_place || of_person
}

/// Words of the tables and names of the document that begin at `i`.
fn listed(line: &Line, i: usize, known: &Known, edges: &mut Vec<Edge>) {
    let longest = TABLES.longest(line.char(i));
    let first = line.piece(i, i + 1);
    let is_known = known.range(first.to_owned()..).next().is_some_and(|(name, _)| name.starts_with(first));
    let reach = if is_known { LONGEST_KNOWN } else { longest };
    for end in i + 2..=(i + reach).min(line.len()) {
        let piece = line.piece(i, end);
        if let Some(&(kind, cost)) = known.get(piece) {
            edges.push(Edge { end, kind, tag: "x", cost });
        }
        let sorts = TABLES.sorts(piece);
        if sorts == 0 || edges.iter().any(|e| e.end == end && e.kind != Kind::Person) {
            continue;
        }
        let kind = if sorts & sort::ORGANIZATION != 0 {
            Kind::Organization
        } else if sorts & sort::PLACE != 0 && sorts & sort::NO_PLACE == 0 {
            Kind::Place
        } else {
            Kind::Word
        };
        let length = Cost::try_from(end - i).unwrap_or(4).min(4);
        edges.push(Edge { end, kind, tag: "n", cost: TABLE_WORD + TABLE_CHARACTER * length / 2 });
    }
}

/// The character at `i` by itself, or the run of letters, digits or other marks it begins.
fn single(line: &Line, i: usize, edges: &mut Vec<Edge>) {
    let c = line.char(i);
    if is_han(c) {
        if !edges.iter().any(|e| e.end == i + 1) {
            edges.push(Edge { end: i + 1, kind: Kind::Word, tag: "x", cost: UNKNOWN });
        }
        return;
    }
    let run = |of: fn(char) -> bool| (i..line.len()).take_while(|&k| of(line.char(k))).count();
    let latin = |c: char| c.is_alphabetic() && !is_han(c) || c.is_ascii_digit();
    let (kind, tag, length) = if latin(c) {
        (Kind::Latin, if c.is_ascii_digit() { "m" } else { "eng" }, run(latin))
    } else {
        (Kind::Mark, "w", 1)
    };
    edges.push(Edge { end: i + length.max(1), kind, tag, cost: 2 * BIT });
}
