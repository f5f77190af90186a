//! How much a mention counts for standing where it stands.

use crate::article::Article;
use crate::order;
use crate::span::Span;
use crate::weight::Weights;

/// The places of an article with what a word there counts.
pub(super) struct Standing {
    /// Where each passage begins, with how often a word in it counts; in order of the text.
    passages: Vec<(usize, f64)>,
    /// Where the body begins and ends.
    body: Span,
    late_word: f64,
}

impl Standing {
    pub(super) fn of(article: &Article, weights: &Weights) -> Self {
        // The longer the article, the more often it says its words, and the more its lead must count to be heard.
        let length = (article.sentences.len() as f64).sqrt();
        let value = |sentence: Option<usize>| match sentence {
            None => 1.0 + weights.headline_word * length,
            Some(0) => 1.0 + weights.lead_word * length,
            Some(1) => 1.0 + weights.second_word * length,
            Some(_) => 1.0,
        };
        let mut passages: Vec<(usize, f64)> =
            article.passages.iter().map(|p| (p.span.start, value(p.sentence))).collect();
        order::by_key(&mut passages, |p| p.0);
        let start = article.sentences.first().map_or(0, |s| s.start);
        let end = article.sentences.last().map_or(start, |s| s.end);
        Self { passages, body: Span::new(start, end), late_word: weights.late_word }
    }

    /// How often the mentions count, more in headline and lead, less when they begin late.
    pub(super) fn frequency(&self, mentions: &[Span]) -> f64 {
        let counts = mentions.iter().map(|m| {
            let after = self.passages.partition_point(|p| p.0 <= m.start);
            after.checked_sub(1).and_then(|i| self.passages.get(i)).map_or(1.0, |p| p.1)
        });
        let first = mentions.first().map_or(0, |m| m.start.saturating_sub(self.body.start));
        let lateness = if self.body.is_empty() { 0.0 } else { (first as f64 / self.body.len() as f64).min(1.0) };
        damped(counts.sum()) * (1.0 - self.late_word * lateness)
    }
}

/// `count` to the power of 7/8, so that the tenth mention adds a little less than the first.
fn damped(count: f64) -> f64 {
    let half = count.sqrt();
    let quarter = half.sqrt();
    half * quarter * quarter.sqrt()
}
