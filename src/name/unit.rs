//! The line of characters that names are read from, and the pieces it is cut into.

use super::tables::TABLES;
use crate::span::Span;
use std::ops::RangeInclusive;

/// A passage as characters, with the words of the tables in it. Places in it are indices of characters.
pub(crate) struct Line<'t> {
    text: &'t str,
    chars: Vec<char>,
    /// Byte of each character in the text, and where the last one ends.
    bytes: Vec<usize>,
    /// Every word of the tables, by its first character, shortest first.
    words: Vec<Listed>,
    /// Where in `words` those of each character begin, and where the last end.
    firsts: Vec<usize>,
}

/// A word of the tables where it stands in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    /// One past the last character.
    pub(crate) end: usize,
    /// What the tables say of it.
    pub(crate) sorts: u64,
}

impl<'t> Line<'t> {
    /// The characters of `text` at `span`.
    pub(crate) fn new(text: &'t str, span: Span) -> Self {
        let piece = span.of(text);
        let mut bytes: Vec<usize> = piece.char_indices().map(|(i, _)| span.start + i).collect();
        bytes.push(span.start + piece.len());
        let chars: Vec<char> = piece.chars().collect();
        let mut words = Vec::with_capacity(chars.len());
        let mut firsts = Vec::with_capacity(chars.len() + 1);
        for i in 0..chars.len() {
            firsts.push(words.len());
            let found = TABLES.prefixes(chars.get(i..).unwrap_or_default());
            words.extend(found.map(|(length, sorts)| Listed { end: i + length, sorts }));
        }
        firsts.push(words.len());
        Self { text, chars, bytes, words, firsts }
    }

    /// The words of the tables that begin at `i`, shortest first.
    pub(crate) fn listed(&self, i: usize) -> &[Listed] {
        let first = |i: usize| self.firsts.get(i).copied().unwrap_or(self.words.len());
        self.words.get(first(i)..first(i + 1)).unwrap_or_default()
    }

    /// What the tables say of the piece from `start` to `end`, see [`super::tables::sort`]; zero for no word of theirs.
    pub(crate) fn sorts(&self, start: usize, end: usize) -> u64 {
        self.listed(start).iter().find(|word| word.end == end).map_or(0, |word| word.sorts)
    }

    /// Whether the tables say that the piece from `start` to `end` is any of `sorts`.
    pub(crate) fn is(&self, start: usize, end: usize, sorts: u64) -> bool {
        self.sorts(start, end) & sorts != 0
    }

    /// Where the longest word of `sorts` ends that begins at `start`.
    pub(crate) fn longest(&self, start: usize, sorts: u64) -> Option<usize> {
        self.listed(start).iter().rfind(|word| word.sorts & sorts != 0).map(|word| word.end)
    }

    /// Whether a word of `sorts`, of one of these `lengths` in characters, ends at `end`.
    pub(crate) fn has_before(&self, end: usize, mut lengths: RangeInclusive<usize>, sorts: u64) -> bool {
        lengths.any(|n| end.checked_sub(n).is_some_and(|start| self.is(start, end, sorts)))
    }

    /// The characters from `start` to `end`, fewer where the line ends.
    pub(crate) fn chars(&self, start: usize, end: usize) -> &[char] {
        self.chars.get(start..end.min(self.chars.len())).unwrap_or_default()
    }

    /// How many characters it has.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `i`; a line break where there is none.
    pub(crate) fn char(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\n')
    }

    /// The character before `i`; a line break where there is none.
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\n', |i| self.char(i))
    }

    /// The characters from `start` to `end`.
    pub(crate) fn piece(&self, start: usize, end: usize) -> &'t str {
        self.span(start, end).of(self.text)
    }

    /// The bytes from character `start` to character `end`.
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let byte = |i: usize| self.bytes.get(i).or(self.bytes.last()).copied().unwrap_or(0);
        Span::new(byte(start), byte(end))
    }

    /// The character that begins at or after `byte`.
    pub(crate) fn index(&self, byte: usize) -> usize {
        self.bytes.partition_point(|&b| b < byte).min(self.chars.len())
    }
}

/// What a piece of a line is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word, known or not.
    Word,
    /// A number, time or identifier.
    Number,
    /// Letters.
    Latin,
    /// Punctuation and white space.
    Mark,
    /// A Chinese or Japanese name.
    Person,
    /// A transliterated name, of a person unless something else is known of it.
    Foreign,
    /// A place.
    Place,
    /// An organisation.
    Organization,
}

/// A piece of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// First character.
    pub(crate) start: usize,
    /// One past the last character.
    pub(crate) end: usize,
    /// What it is taken for.
    pub(crate) kind: Kind,
    /// Part of speech of a word, `x` where it is not known.
    pub(crate) tag: &'static str,
    /// What the tables say of it.
    pub(crate) sorts: u64,
}

impl Unit {
    /// Whether the tables say it is any of `sorts`.
    pub(crate) const fn is(&self, sorts: u64) -> bool {
        self.sorts & sorts != 0
    }

    /// How many characters it has.
    pub(crate) const fn len(&self) -> usize {
        self.end - self.start
    }
}

/// The unit of a line that ends at `end`.
pub(crate) fn ending_at(units: &[Unit], end: usize) -> Option<usize> {
    let index = units.partition_point(|u| u.end < end);
    units.get(index).filter(|u| u.end == end).map(|_| index)
}

/// The unit of a line that begins at `start`.
pub(crate) fn starting_at(units: &[Unit], start: usize) -> Option<&Unit> {
    units.get(units.partition_point(|u| u.start < start)).filter(|u| u.start == start)
}

/// A stroke that headlines have for a bar.
pub(super) const BAR: char = '丨';

/// Whether `c` is a Chinese character; 丨 is set as a bar.
pub(crate) const fn is_han(c: char) -> bool {
    c != BAR && matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2ebef}' | '〇')
}

/// Whether `c` stands between the parts of a foreign name.
pub(crate) const fn is_dot(c: char) -> bool {
    matches!(c, '·' | '・' | '•' | '‧' | '．' | '﹒')
}

/// The parts of a foreign name: between dots, or the words of one in Latin letters.
pub(crate) fn parts(name: &str) -> impl Iterator<Item = &str> {
    let latin = name.starts_with(|c: char| c.is_ascii_alphabetic());
    name.split(move |c| is_dot(c) || latin && c == ' ')
}
