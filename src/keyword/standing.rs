//! How much a mention counts for standing where it stands.

use crate::article::Article;
use crate::cue;
use crate::order;
use crate::span::Span;
use crate::weight::Weights;

/// The places of an article with what a word there counts.
pub(super) struct Standing {
    /// Where each passage begins, with how often a word in it counts; in order of the text.
    passages: Vec<(usize, f64)>,
    /// What somebody says, in order.
    speech: Vec<Span>,
    /// Where the body begins and ends.
    body: Span,
    late_word: f64,
    spoken_word: f64,
}

impl Standing {
    pub(super) fn of(article: &Article, weights: &Weights) -> Self {
        // The longer the article, the more often it says its words, and the more its lead must count to be heard.
        let length = (article.sentences.len() as f64).sqrt();
        let lead = lead(article);
        let value = |sentence: Option<usize>| match sentence {
            None => 1.0 + weights.headline_word * length,
            Some(i) if i == lead => 1.0 + weights.lead_word * length,
            Some(i) if i == lead + 1 => 1.0 + weights.second_word * length,
            Some(_) => 1.0,
        };
        let mut passages: Vec<(usize, f64)> =
            article.passages.iter().map(|p| (p.span.start, value(p.sentence))).collect();
        order::by_key(&mut passages, |p| p.0);
        let start = article.sentences.first().map_or(0, |s| s.start);
        let end = article.sentences.last().map_or(start, |s| s.end);
        let body = Span::new(start, end);
        Self { passages, speech: speech(article), body, late_word: weights.late_word, spoken_word: weights.spoken_word }
    }

    /// How often the mentions count, more in headline and lead, less when they begin late.
    pub(super) fn frequency(&self, mentions: &[Span]) -> f64 {
        let counts = mentions.iter().map(|m| self.value(*m) * if self.is_spoken(*m) { self.spoken_word } else { 1.0 });
        let first = mentions.first().map_or(0, |m| m.start.saturating_sub(self.body.start));
        let lateness = if self.body.is_empty() { 0.0 } else { (first as f64 / self.body.len() as f64).min(1.0) };
        damped(counts.sum()) * (1.0 - self.late_word * lateness)
    }

    /// Whether one of the mentions stands in the headline or lead.
    pub(super) fn is_ahead(&self, mentions: &[Span]) -> bool {
        mentions.iter().any(|m| self.value(*m) > 1.0)
    }

    /// How often a word at `mention` counts for the passage that it stands in.
    fn value(&self, mention: Span) -> f64 {
        let after = self.passages.partition_point(|p| p.0 <= mention.start);
        after.checked_sub(1).and_then(|i| self.passages.get(i)).map_or(1.0, |p| p.1)
    }

    fn is_spoken(&self, mention: Span) -> bool {
        let after = self.speech.partition_point(|s| s.start <= mention.start);
        after.checked_sub(1).and_then(|i| self.speech.get(i)).is_some_and(|s| s.contains(mention))
    }
}

/// The first sentence that does more than set a scene.
fn lead(article: &Article) -> usize {
    let mut sentences = article.sentences.iter().zip(&article.shown);
    sentences.position(|(s, &shown)| !cue::is_scene(article.words(s.span()), shown)).unwrap_or(0)
}

/// The least letters of a quotation that is speech; shorter ones are terms.
const SPEECH: usize = 12;

/// What stands in quotation marks and is long enough to be speech.
fn speech(article: &Article) -> Vec<Span> {
    let mut found = Vec::new();
    for passage in &article.passages {
        let mut open = None;
        for (at, c) in passage.span.of(article.text).char_indices() {
            let at = passage.span.start + at;
            match c {
                '“' => open = Some(at),
                '”' => found.extend(open.take().map(|start| Span::new(start, at))),
                _ => {}
            }
        }
        found.extend(open.map(|start| Span::new(start, passage.span.end)));
    }
    found.retain(|s| s.of(article.text).chars().count() > SPEECH);
    found
}

/// `count` to the power of 7/8, so that the tenth mention adds a little less than the first.
fn damped(count: f64) -> f64 {
    let half = count.sqrt();
    let quarter = half.sqrt();
    half * quarter * quarter.sqrt()
}
