//! A headline or a sentence with its tokens: the unit that the later stages go through.

use crate::span::Span;
use crate::token::Token;

/// A stretch of text that is analysed as one: the headline or a sentence.
pub struct Passage {
    /// Its place.
    pub span: Span,
    /// Index into the sentences; `None` for the headline.
    pub sentence: Option<usize>,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
}
