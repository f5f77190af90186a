//! Cuts a line into words and names at once: the cheapest path through everything that may stand there.
//!
//! Words of the lexicon cost what their frequency tells, names what their characters tell and less where title or verb
//! stand beside them, all in 1/16 bit (a unigram lattice with generative name models, as in Zhang et al., "Chinese
//! Lexical Analysis Using Hierarchical Hidden Markov Model", 2003). Integers only, so that every machine finds the same path.

use super::tables::{LONGEST, TABLES, sort};
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

/// A word this frequent, and no name by its part of speech, is a word though a place is called the same (友谊县).
const COMMON: u32 = 300;

/// A way on from a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) tag: &'static str,
    pub(super) cost: Cost,
}

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
    let mut next_word = 0;
    let numbers = numbers.iter().map(|s| (line.index(s.start), line.index(s.end)));
    let mut numbers = numbers.filter(|&(start, end)| !is_in_idiom(&words, start, end)).peekable();
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
            if start == i && !begins_with_person(line, i, end) {
                edges.push(word_edge(line.piece(i, end), end, frequency, tag));
            }
            next_word += 1;
        }
        if limit > i {
            listed(line, i, known, &mut edges);
            single(line, i, &mut edges);
            person::candidates(line, i, &mut edges);
            foreign::candidates(line, i, &mut edges);
            place::candidates(line, i, &mut edges);
            edges.retain(|e| e.end <= limit);
        }
        let Some(so_far) = (if i == 0 { Some(0) } else { best.get(i).copied().flatten().map(|b| b.0) }) else {
            continue;
        };
        for edge in &edges {
            let cost = so_far + edge.cost;
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
    let tokens = LEXICON.jieba.cut_all(text);
    let mut words: Vec<_> = tokens
        .iter()
        .filter_map(|t| {
            let (start, end) = (line.index(first + t.byte_start), line.index(first + t.byte_end));
            let tag = LEXICON.tag(t.word)?;
            is_han(line.char(start)).then(|| (start, end, LEXICON.frequency(t.word), tag))
        })
        .collect();
    words.sort_unstable_by_key(|w| (w.0, w.1));
    words
}

/// Whether a number is the end of a saying: 梅开二度. `words` are those of [`dictionary`].
fn is_in_idiom(words: &[(usize, usize, u32, &'static str)], start: usize, end: usize) -> bool {
    let from = words.partition_point(|w| w.0 + 4 < start);
    let near = words.iter().skip(from).take_while(|w| w.0 < start);
    near.into_iter().any(|w| w.1 >= end && w.1 - w.0 >= 4)
}

/// Whether a word is a person's name and more: 邓小平理论.
fn begins_with_person(line: &Line, start: usize, end: usize) -> bool {
    let name = line.piece(start, start + 3);
    end > start + 3 && LEXICON.tag(name) == Some("nr") && person::is_likely(name)
}

fn word_edge(word: &str, end: usize, frequency: u32, tag: &'static str) -> Edge {
    let cost = word_cost(frequency, LEXICON.total());
    let sorts = TABLES.sorts(word);
    let length = word.chars().count();
    let common =
        matches!(tag, "v" | "vn" | "a" | "ad" | "an" | "d" | "n" | "i" | "l") && sorts & sort::ORGANIZATION == 0;
    let named = sorts & (sort::ORGANIZATION | sort::PLACE) != 0
        && sorts & sort::NO_PLACE == 0
        && !(common && length == 2 && frequency >= COMMON);
    let kind = match tag {
        _ if named && sorts & sort::ORGANIZATION != 0 => Kind::Organization,
        _ if named => Kind::Place,
        _ if sorts & sort::PERSON != 0 => Kind::Person,
        "nr" | "nrfg" if length >= 3 && person::is_likely(word) => Kind::Person,
        "nrt" if (3..=7).contains(&length) && foreign::is_likely(word) => Kind::Foreign,
        _ => Kind::Word,
    };
    let cost = if kind == Kind::Foreign { cost + 3 * BIT } else { cost };
    Edge { end, kind, tag, cost }
}

/// Words of the tables and names of the document that begin at `i`.
fn listed(line: &Line, i: usize, known: &Known, edges: &mut Vec<Edge>) {
    for end in i + 2..=(i + LONGEST).min(line.len()) {
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
        } else if sorts & sort::PERSON != 0 {
            Kind::Person
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
