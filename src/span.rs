//! Where something stands in the text.
//!
//! Every result of the pipeline is a half-open range of the text it was read from: the text itself is never edited.
//! Inside the crate offsets are bytes and lie on character boundaries; [`crate::Digest::in_utf16`] turns all of them
//! into UTF-16 code units, once, for JavaScript and JSON.

use serde::Serialize;

/// A half-open range `start..end` of a text, in bytes (in UTF-16 code units after [`crate::Digest::in_utf16`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether nothing is in it.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The piece of `text` at this place; empty where the range is not in `text` or cuts a character.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The range without white space at either end.
    pub fn trimmed(self, text: &str) -> Self {
        let piece = self.of(text);
        let start = self.start + (piece.len() - piece.trim_start().len());
        Self { start, end: start + piece.trim().len() }
    }
}

/// A piece of the text with its own words, for people who read JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The words at that place.
    pub text: String,
}

impl Excerpt {
    /// The words of `text` at `span`.
    pub fn of(span: Span, text: &str) -> Self {
        Self { start: span.start, end: span.end, text: span.of(text).to_owned() }
    }

    /// Its place.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}
