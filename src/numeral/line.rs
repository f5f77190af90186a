//! A stretch of text as characters that can be looked at from any place, folded one to one for reading numbers.

use super::Numeral;
use crate::among::among;
use crate::lexicon::phrases::Characters;
use crate::lexicon::tables::VARIANTS;
use crate::span::Span;
use std::cell::Cell;
use std::sync::LazyLock;

/// Characters of a stretch with their places. Full-width forms are read as ASCII, traditional characters of numerals and
/// units as simplified; invisible characters are passed over.
pub(crate) struct Line {
    chars: Vec<char>,
    /// Byte offset of each character, and then the end of the last one.
    starts: Vec<usize>,
    /// The byte after each character: more than its start and length where invisible characters follow.
    ends: Vec<usize>,
    /// The numeral read last and where it begins: what reads a number asks for it many times.
    pub(super) last: Cell<Option<(usize, Option<Numeral>)>>,
}

impl Line {
    /// The characters of `text` at `span`.
    pub(crate) fn new(text: &str, span: Span) -> Self {
        let room = span.of(text).len() / 3;
        let numbers = || Vec::with_capacity(room);
        let chars = Vec::with_capacity(room);
        let mut line = Self { chars, starts: numbers(), ends: numbers(), last: Cell::new(None) };
        for (at, c) in span.of(text).char_indices() {
            if !is_invisible(c) {
                line.chars.push(fold(c));
                line.starts.push(span.start + at);
                line.ends.push(span.start + at + c.len_utf8());
            }
        }
        line
    }

    /// How many characters.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `i`, NUL past the end.
    pub(crate) fn at(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    /// The character before `i`, NUL at the start.
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |j| self.at(j))
    }

    /// The bytes of characters `start..end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let from = self.starts.get(start).copied().unwrap_or_default();
        let to = end.checked_sub(1).and_then(|last| self.ends.get(last)).copied().unwrap_or(from);
        Span::new(from, to.max(from))
    }

    /// The characters `start..end` as folded.
    pub(crate) fn words(&self, start: usize, end: usize) -> String {
        self.slice(start, end).iter().collect()
    }

    /// The characters `start..end` as folded, as a slice.
    pub(crate) fn slice(&self, start: usize, end: usize) -> &[char] {
        self.chars.get(start..end.min(self.chars.len())).unwrap_or_default()
    }

    /// Whether `words` stand at `i`.
    pub(crate) fn has(&self, i: usize, words: &str) -> bool {
        words.chars().zip(i..).all(|(c, j)| self.at(j) == c)
    }

    /// Whether `words` stand right before `i`.
    pub(crate) fn has_before(&self, i: usize, words: &str) -> bool {
        words.chars().rev().zip(1..).all(|(c, n)| i.checked_sub(n).is_some_and(|j| self.at(j) == c))
    }

    /// The first of `choices` that stands at `i`, by its length.
    pub(crate) fn any(&self, i: usize, choices: &[&str]) -> Option<usize> {
        choices.iter().find(|words| self.has(i, words)).map(|words| words.chars().count())
    }

    /// The first of `choices` that stands right before `i`, by its length.
    pub(crate) fn any_before(&self, i: usize, choices: &[&str]) -> Option<usize> {
        choices.iter().find(|words| self.has_before(i, words)).map(|words| words.chars().count())
    }

    /// The place after at most two spaces.
    pub(crate) fn skip_spaces(&self, i: usize) -> usize {
        (i..i + 2).find(|&j| self.at(j) != ' ').unwrap_or(i + 2)
    }

    /// The place before at most two spaces.
    pub(crate) fn back_spaces(&self, i: usize) -> usize {
        (0..2).fold(i, |j, _| if self.before(j) == ' ' { j - 1 } else { j })
    }

    /// Start of the clause that `i` stands in: after the last of `marks`, at most 120 characters back.
    pub(crate) fn clause_start(&self, i: usize, marks: &str) -> usize {
        let floor = i.saturating_sub(CLAUSE);
        (floor..i).rev().find(|&j| among(marks, self.at(j))).map_or(floor, |j| j + 1)
    }

    /// End of the clause that `i` stands in: before the next of `marks`, at most 120 characters on.
    pub(crate) fn clause_end(&self, i: usize, marks: &str) -> usize {
        let ceiling = (i + CLAUSE).min(self.len());
        (i..ceiling).find(|&j| among(marks, self.at(j))).unwrap_or(ceiling)
    }
}

/// How far a clause reaches at most, so that looking around a number takes bounded time.
const CLAUSE: usize = 120;

/// Zero-width characters, joiners, soft hyphens and direction marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// What is read as another character.
static VARIED: LazyLock<Characters> = LazyLock::new(|| Characters::of(VARIANTS.iter().map(|(variant, _)| *variant)));

/// The form in which numbers are read.
fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\t' => ' ',
        '∶' => ':',
        '￥' => '¥',
        '〜' | '∼' => '~',
        _ if VARIED.holds(c) => VARIANTS.iter().find(|(variant, _)| *variant == c).map_or(c, |(_, read)| *read),
        _ => c,
    }
}

/// Whether `c` joins the two ends of a range when written between numbers.
pub(crate) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '−' | '~' | '﹣' | '‐' | '‑' | '─')
}

/// Whether `c` is a Han character.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
