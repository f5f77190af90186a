//! Weighed sentences → an extractive summary without redundancy.

use crate::article::Article;
use crate::options::Length;
use crate::salience::{Evidence, Salience};
use crate::span::Span;
use serde::Serialize;

/// The story in a few of its own sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Indices into the sentences, in reading order.
    pub sentences: Vec<usize>,
    /// The same, best first.
    pub ranking: Vec<usize>,
    /// For each of `sentences`, the pieces kept after dropping openers.
    pub points: Vec<Point>,
    /// The points as one paragraph.
    pub text: String,
}

/// A sentence of the summary without what a summary can do without.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Point {
    /// Index into the sentences.
    pub sentence: usize,
    /// The pieces of the text that are kept.
    pub kept: Vec<Span>,
    /// The same, joined.
    pub text: String,
}

/// Chooses at most `length` sentences.
pub fn choose(article: &Article, evidence: &Evidence, weights: &[Salience], length: Length) -> Summary {
    let _ = (article, evidence, weights, length);
    Summary::default()
}
