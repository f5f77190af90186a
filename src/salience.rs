//! Sentences → how much of the story each carries, and why.

use crate::article::Article;
use crate::figure::Figure;
use crate::keyword::Keyword;
use crate::name::Names;
use crate::quote::Quote;
use crate::time::TimeExpression;
use std::collections::BTreeMap;

/// What is known of the article when its sentences are weighed.
pub struct Evidence<'a> {
    /// Its figures.
    pub figures: &'a [Figure],
    /// Its times.
    pub times: &'a [TimeExpression],
    /// Its names.
    pub names: &'a Names,
    /// Its quotes.
    pub quotes: &'a [Quote],
    /// Its keywords.
    pub keywords: &'a [Keyword],
}

/// The weight of a sentence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Salience {
    /// Sum of the reasons.
    pub score: f64,
    /// Named parts of the score.
    pub reasons: BTreeMap<&'static str, f64>,
}

/// Weighs every sentence of the article, in order.
pub fn weigh(article: &Article, evidence: &Evidence) -> Vec<Salience> {
    let _ = evidence;
    article.sentences.iter().map(|_| Salience::default()).collect()
}
