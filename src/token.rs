//! Text → Tokens with part of speech.
//!
//! The caller's words are cut out first, each whole; what stands between them is cut as jieba does ([`path`]); then the
//! cuts are repaired where readers of news would cut otherwise ([`repair`]).

use crate::lexicon::LEXICON;
use crate::options::UserWord;
use crate::span::Span;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeMap;

mod letters;
mod path;
mod repair;

/// A word and its part of speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Part of speech in jieba's (ICTCLAS) tag set; a tag of the caller's own for a word of theirs.
    pub tag: Cow<'static, str>,
}

impl Token {
    /// Its place.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Cuts text, keeping the words of one caller whole.
pub struct Tokenizer<'w> {
    /// The caller's words with their tags, sorted.
    words: Vec<(&'w str, &'w str)>,
}

impl<'w> Tokenizer<'w> {
    /// A tokenizer that keeps `words` whole.
    pub fn new(words: &'w [UserWord]) -> Self {
        let mut sorted: BTreeMap<&str, &str> = BTreeMap::new();
        for word in words.iter().filter(|w| !w.word.is_empty()) {
            sorted.entry(&word.word).or_insert(word.tag.as_deref().unwrap_or("n"));
        }
        Self { words: sorted.into_iter().collect() }
    }

    /// Cuts the piece of `text` at `span` into tokens that cover it, white space left out.
    pub fn cut(&self, text: &str, span: Span) -> Vec<Token> {
        let mut tokens = Vec::new();
        let mut start = span.start;
        if !self.words.is_empty() {
            let mut at = span.start;
            while at < span.end {
                if let Some((word, tag)) = self.word_at(text, at, span) {
                    cut_between(text, Span::new(start, at), &mut tokens);
                    start = at + word.len();
                    tokens.push(Token { start: at, end: start, tag: Cow::Owned(tag.to_owned()) });
                    at = start;
                } else {
                    at += text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
                }
            }
        }
        cut_between(text, Span::new(start, span.end), &mut tokens);
        tokens
    }

    /// The longest of the caller's words that begins at `at`; a Latin word or number is not cut in two for it.
    fn word_at(&self, text: &str, at: usize, within: Span) -> Option<(&'w str, &'w str)> {
        let rest = Span::new(at, within.end).of(text);
        let before = Span::new(within.start, at).of(text).chars().next_back();
        let mut candidates = self.words.as_slice();
        let mut found = None;
        for (length, c) in rest.char_indices().map(|(i, c)| (i + c.len_utf8(), c)) {
            // Of the words that share what was read so far, those that go on with `c`.
            let read = rest.get(..length)?;
            let from = candidates.partition_point(|w| w.0 < read);
            candidates = candidates.get(from..)?;
            let to = candidates.partition_point(|w| w.0.starts_with(read));
            candidates = candidates.get(..to)?;
            let Some(first) = candidates.first() else { break };
            let after = rest.get(length..).and_then(|r| r.chars().next());
            let whole = !runs_on(before, rest.chars().next()) && !runs_on(Some(c), after);
            if first.0 == read && whole {
                found = Some(*first);
            }
        }
        found
    }
}

/// Whether two neighbours belong to one Latin word or number.
fn runs_on(left: Option<char>, right: Option<char>) -> bool {
    left.is_some_and(|c| c.is_ascii_alphanumeric()) && right.is_some_and(|c| c.is_ascii_alphanumeric())
}

/// Cuts the piece of `text` at `span` into tokens that cover it, white space left out, keeping `words` whole.
pub fn tokenize(text: &str, span: Span, words: &[UserWord]) -> Vec<Token> {
    Tokenizer::new(words).cut(text, span)
}

/// Cuts what holds no word of the caller.
fn cut_between(text: &str, span: Span, tokens: &mut Vec<Token>) {
    let mut spans = path::cut(text, span);
    spans.retain(|s| !s.of(text).trim().is_empty());
    tokens.extend(repair::repair(text, spans).into_iter().map(|s| Token {
        start: s.start,
        end: s.end,
        tag: Cow::Borrowed(tag_of(s.of(text))),
    }));
}

/// Part of speech of `word`: the lexicon's, else by its letters.
fn tag_of(word: &str) -> &'static str {
    if let Some(tag) = LEXICON.tag(word) {
        return tag;
    }
    if word.chars().any(|c| c.is_ascii_alphabetic()) {
        "eng"
    } else if word.starts_with(|c: char| repair::is_digit(c) || repair::is_numeral(c)) {
        "m"
    } else {
        "x"
    }
}
