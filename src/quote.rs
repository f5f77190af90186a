//! Who said what.

use crate::article::Article;
use crate::name::{Names, Person};
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

/// Gives every person the indices of the quotes that are theirs.
pub fn assign(quotes: &[Quote], people: &mut [Person]) {
    for person in people {
        let theirs = quotes.iter().enumerate().filter(|(_, q)| q.speaker.as_deref() == Some(person.name.as_str()));
        person.quotes = theirs.map(|(i, _)| i).collect();
    }
}
