//! Tokens and names → the words a reader would search for.

use crate::article::Article;
use crate::name::Names;
use crate::number::Numbers;
use crate::span::Span;
use serde::Serialize;

/// A keyword.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyword {
    /// As written at its first mention.
    pub text: String,
    /// 0 to 1, the strongest is 1.
    pub score: f64,
    /// What it is.
    pub kind: KeywordKind,
    /// Every place where it stands.
    pub mentions: Vec<Span>,
}

/// What a keyword is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KeywordKind {
    /// A word.
    Term,
    /// Two to four words.
    Phrase,
    /// A person's name.
    Person,
    /// An organisation's name.
    Organization,
    /// A place's name.
    Place,
}

/// All keyword candidates of the article worth showing, strongest first.
pub fn rank(article: &Article, numbers: &Numbers, names: &Names) -> Vec<Keyword> {
    let _ = (article, numbers, names);
    Vec::new()
}
