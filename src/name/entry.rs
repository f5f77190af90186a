//! The ways that the words of the lexicon and of the tables may be taken, and whatever no list knows.

use super::foreign;
use super::lattice::{BIT, Cost, Edge};
use super::person;
use super::surroundings::Surroundings;
use super::tables::sort;
use super::unit::{BAR, Kind, Line, is_dot, is_han};
use super::words::Word;
use crate::lexicon::LEXICON;
use crate::reading;

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

/// -log2(frequency / total) of a word, in 1/16 bit, the fraction of the logarithm taken as linear.
fn word_cost(frequency: u32, total: u64) -> Cost {
    let log2 = |n: u64| {
        let whole = n.max(1).ilog2();
        let rest = if whole >= 4 { n >> (whole - 4) } else { n << (4 - whole) };
        (whole * 16) as Cost + (rest & 15) as Cost
    };
    log2(total) - log2(u64::from(frequency))
}

/// Adds the ways that a word of the lexicon may be taken.
#[inline(never)]
pub(super) fn of_lexicon(line: &Line, around: &Surroundings, i: usize, word: &Word, edges: &mut Vec<Edge>) {
    let end = word.end;
    let sorts = line.sorts(i, end);
    let piece = line.piece(i, end);
    if end - i >= 3 && holds_name(line, i, end) || ends_in_title(line, i, end) {
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
        _ if named || street || is_listed_place(line, i, end, word) => Kind::Place,
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

/// 长安街, 天池: a place of the lexicon that ends as places do.
fn is_listed_place(line: &Line, start: usize, end: usize, word: &Word) -> bool {
    let never = line.is(start, end, sort::NO_PLACE | sort::NO_PERSON);
    let ends = line.is(end - 1, end, sort::STREET | sort::FEATURE);
    word.tag == "ns" && !never && end - start >= 3 && ends
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

/// 总工会|主席: whether the title from `start` to `end` would take the last word of a body that begins before it.
fn starts_within_body(line: &Line, start: usize, end: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let mut bodies = line.listed(before).iter().filter(|word| word.sorts & sort::BODY != 0);
    bodies.any(|body| body.end > start + 1 && line.is(body.end, end, sort::TITLE))
}

/// 工业处|处长: a word of one character said twice, where the second begins a title.
fn ends_in_title(line: &Line, start: usize, end: usize) -> bool {
    let twice = end - start == 2 && line.char(start) == line.char(start + 1);
    twice && line.is(start, start + 1, sort::SUFFIX) && line.is(start + 1, end + 1, sort::OFFICE)
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
#[inline(never)]
pub(super) fn of_tables(line: &Line, i: usize, edges: &mut Vec<Edge>, first: usize) {
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
        // Letters are one piece as they stand: OpenAI, but not Metadata.
        let letters = is_letter(line.char(i));
        if letters && (is_letter(line.before(i)) || is_letter(line.char(word.end))) {
            continue;
        }
        let length = Cost::try_from(word.end - i).unwrap_or(4).min(4);
        let tag = if kind == Kind::Person { "nr" } else { "n" };
        let cut_title = kind == Kind::Place && (swallows_title(line, word.end) || starts_within_title(line, i));
        let cut = if cut_title || word.sorts & sort::TITLE != 0 && starts_within_body(line, i, word.end) {
            TITLE_CUT
        } else {
            0
        };
        let known = if letters && kind == Kind::Organization { BIT } else { TABLE_WORD + TABLE_CHARACTER * length / 2 };
        edges.push(Edge { end: word.end, kind, tag, cost: known + cut });
    }
}

/// Adds the character at `i` by itself, or the run of letters and digits that it begins, up to `letters_end`.
pub(super) fn single(line: &Line, i: usize, letters_end: usize, edges: &mut Vec<Edge>, first: usize) {
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
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_digit() || !is_han(c) && c != BAR && reading::is_letter(c)
}
