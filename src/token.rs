//! Text → Tokens with part of speech. The only file that names jieba-rs's cutting.

use crate::lexicon::LEXICON;
use crate::options::UserWord;
use crate::span::Span;
use serde::Serialize;
use std::borrow::Cow;

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

/// Cuts the piece of `text` at `span` into tokens that cover it, white space left out.
pub fn tokenize(text: &str, span: Span, words: &[UserWord]) -> Vec<Token> {
    let _ = words;
    let piece = span.of(text);
    let tags = LEXICON.jieba.tag(piece, true);
    let tokens = tags.iter().map(|t| Token {
        start: span.start + t.byte_start,
        end: span.start + t.byte_end,
        tag: Cow::Borrowed(tag_of(t.word)),
    });
    tokens.filter(|t| !t.span().of(text).trim().is_empty()).collect()
}

fn tag_of(word: &str) -> &'static str {
    LEXICON.tag(word).unwrap_or("x")
}
