//! Who said what.

use crate::article::Article;
use crate::name::Names;
use crate::span::Span;
use serde::Serialize;

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// First byte, the quotation mark left out.
    pub start: usize,
    /// One past the last byte, the quotation mark left out.
    pub end: usize,
    /// The words: the parts, joined.
    pub text: String,
    /// The pieces of the text that were said: one, or several where the speaker stands between them (“A，”X说，“B”).
    pub parts: Vec<Span>,
    /// How it is given.
    pub kind: QuoteKind,
    /// Name as in people or organisations; `None` where the text does not say.
    pub speaker: Option<String>,
    /// The verb of saying.
    pub verb: Option<String>,
}

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// After a verb of saying.
    Indirect,
}

/// Finds every quotation of the article and whose it is.
pub fn read(article: &Article, names: &Names) -> Vec<Quote> {
    let _ = (article, names);
    Vec::new()
}
