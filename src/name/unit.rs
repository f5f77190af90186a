//! The line of characters that names are read from, and the pieces it is cut into.

use crate::span::Span;

/// A passage as characters. Places in it are indices of characters.
pub(crate) struct Line<'t> {
    text: &'t str,
    chars: Vec<char>,
    /// Byte of each character in the text, and where the last one ends.
    bytes: Vec<usize>,
}

impl<'t> Line<'t> {
    /// The characters of `text` at `span`.
    pub(crate) fn new(text: &'t str, span: Span) -> Self {
        let piece = span.of(text);
        let mut bytes: Vec<usize> = piece.char_indices().map(|(i, _)| span.start + i).collect();
        bytes.push(span.start + piece.len());
        Self { text, chars: piece.chars().collect(), bytes }
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

/// Whether `c` is a Chinese character.
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2ebef}' | '〇')
}

/// Whether `c` stands between the parts of a foreign name.
pub(crate) const fn is_dot(c: char) -> bool {
    matches!(c, '·' | '・' | '•' | '‧' | '．' | '﹒')
}
