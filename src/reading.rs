//! The text as a reader takes it: half-width and full-width forms made one, invisible characters passed over, traditional
//! characters read as simplified ones, paragraphs broken at a fixed width made whole.
//!
//! Later stages see only the folded text, in which a digit is an ASCII digit and Chinese punctuation is full-width
//! (`如今,跨区域` is read as `如今，跨区域`), and mark places in it. [`Reading::original`] leads each place back to the
//! input, which is never edited. A character is replaced by one character or passed over, nothing more, so the way back
//! is exact. Which characters are invisible or controls of direction follows Unicode's Default_Ignorable_Code_Point
//! property and UTS 55 (source code handling); which are compatibility forms follows NFKC.

mod fold;
mod script;
mod wrap;

use crate::span::Span;
use fold::{Line, Place, fold, is_bidi_control, is_double, is_line_end, is_numeral, is_single, is_zero_width};
pub use script::{Script, is_han};
pub(crate) use script::{is_letter, is_letter_or_digit};
use serde::Serialize;
pub(crate) use wrap::Wrap;

/// A folded text and the way back to its original.
pub struct Reading<'t> {
    original: &'t str,
    /// The folded text, which the pipeline reads.
    pub text: String,
    /// Where the distance between folded and original offset changes: (folded byte, original byte) pairs, ascending in both.
    steps: Vec<(usize, usize)>,
    /// What is suspicious about the characters; places are bytes of the folded text.
    pub notices: Vec<Notice>,
}

/// Something the reader should know about the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Stable name, e.g. `year-inferred`.
    pub code: &'static str,
    /// The same in Chinese words.
    pub message: String,
    /// Where, if it is about a place.
    pub span: Option<Span>,
}

impl<'t> Reading<'t> {
    /// Folds `original`, a text as pasted.
    pub fn of(original: &'t str) -> Self {
        Self::fold(original, Wrap::of(original))
    }

    /// Folds `original`, each line of which is a paragraph, as those read out of HTML are.
    pub fn of_paragraphs(original: &'t str) -> Self {
        Self::fold(original, Wrap::default())
    }

    fn fold(original: &'t str, wrap: Wrap) -> Self {
        let script = Script::of(std::iter::once(original));
        let mut reading =
            Self { original, text: String::with_capacity(original.len()), steps: Vec::new(), notices: Vec::new() };
        let mut start = 0;
        let mut expected = 0;
        let mut lines = wrap::lines(original).peekable();
        while let Some(line) = lines.next() {
            let style = Line::of(line, script.reads_as_traditional(line));
            let goes_on = lines.peek().is_some_and(|next| wrap.joins(line, next));
            let words = if goes_on { line.trim_end_matches(is_line_end) } else { line };
            reading.fold_line(words, start, style, &mut expected);
            let before = reading.text.chars().next_back();
            if goes_on && before.is_some_and(|c| c.is_ascii_alphanumeric()) {
                // Between Latin words the break is a space; between Chinese characters it is nothing.
                reading.push(' ', start + words.len(), &mut expected);
            }
            start += line.len();
        }
        if expected != original.len() {
            reading.steps.push((reading.text.len(), original.len()));
        }
        reading
    }

    /// Appends `c`, which stands for the character at byte `at` of the original; `expected` is where it would stand if
    /// the distance had not changed.
    fn push(&mut self, c: char, at: usize, expected: &mut usize) {
        if at != *expected {
            self.steps.push((self.text.len(), at));
        }
        self.text.push(c);
        *expected = at + c.len_utf8();
    }

    /// Appends `line`, which begins at byte `start` of the original.
    fn fold_line(&mut self, line: &str, start: usize, style: Line, expected: &mut usize) {
        let mut place =
            Place { line: style, before: None, after: None, opens: true, opens_single: true, after_numeral: true };
        let mut chars = line.char_indices().peekable();
        while let Some((i, c)) = chars.next() {
            place.after = chars.peek().map(|&(_, c)| c);
            let at = start + i;
            let single = is_single(c, place.before, place.after);
            let Some(folded) = fold(c, place) else {
                self.note(c, place);
                continue;
            };
            self.push(folded, at, expected);
            place.opens ^= is_double(c);
            place.opens_single ^= single;
            place.after_numeral = place.after_numeral && (is_numeral(folded) || folded == ' ');
            place.before = Some(folded);
        }
    }

    /// Notes an invisible character that could deceive, once for each kind.
    fn note(&mut self, c: char, place: Place) {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (code, message) = if is_bidi_control(c) {
            ("bidi-control", "文中有改变文字显示方向的控制符，所见与实际内容可能不同。")
        } else if is_zero_width(c) && digit(place.before) && digit(place.after) {
            ("invisible-in-number", "数字中间有看不见的字符，已略过后读取。")
        } else {
            return;
        };
        if self.notices.iter().all(|n| n.code != code) {
            let at = self.text.len();
            let from = at - place.before.map_or(0, char::len_utf8);
            self.notices.push(Notice { code, message: message.to_owned(), span: Some(Span::new(from, at)) });
        }
    }

    /// The Han script of the pieces of the original at `spans` of the folded text.
    pub fn script(&self, spans: impl Iterator<Item = Span>) -> Script {
        Script::of(spans.map(|span| self.original(span).of(self.original)))
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
