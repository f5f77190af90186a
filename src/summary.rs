//! Weighed sentences → an extractive summary without redundancy.

use crate::article::Article;
use crate::options::Length;
use crate::order;
use crate::salience::{Evidence, Salience};
use crate::span::Span;
use crate::weight::{WEIGHTS, Weights};
use choice::Content;
use serde::Serialize;

mod choice;
mod trim;

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

/// Chooses at most `length` sentences, fewer where what is left would only fill the space.
///
/// The choice of two sentences is within the choice of three.
pub fn choose(article: &Article, evidence: &Evidence, salience: &[Salience], length: Length) -> Summary {
    Candidates::of(article, evidence).choose(salience, length, &WEIGHTS)
}

/// What a summary is chosen from: fitting chooses many times.
pub struct Candidates {
    /// Every sentence as a point.
    pub points: Vec<Point>,
    content: Content,
}

impl Candidates {
    /// Trims every sentence of the article and notes its content.
    pub fn of(article: &Article, evidence: &Evidence) -> Self {
        let points: Vec<Point> = (0..article.sentences.len()).map(|i| point(article, evidence, i)).collect();
        let content = Content::of(article, evidence, &points);
        Self { points, content }
    }

    /// See [`choose`].
    pub fn choose(&self, salience: &[Salience], length: Length, weights: &Weights) -> Summary {
        let ranking = choice::rank(&self.content, salience, length, weights);
        let mut sentences = ranking.clone();
        order::by_key(&mut sentences, |&i| i);
        let points: Vec<Point> = sentences.iter().filter_map(|&i| self.points.get(i).cloned()).collect();
        let text = paragraph(&points);
        Summary { sentences, ranking, points, text }
    }
}

/// The points as one paragraph: Latin sentences are parted by a space, Chinese ones by nothing.
pub(crate) fn paragraph(points: &[Point]) -> String {
    let mut text = String::new();
    for point in points {
        let latin = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '!' | '?' | '"');
        if text.ends_with(latin) && point.text.starts_with(latin) {
            text.push(' ');
        }
        text.push_str(&point.text);
    }
    text
}

/// Sentence `index` without what a summary can do without.
fn point(article: &Article, evidence: &Evidence, index: usize) -> Point {
    let kept = trim::kept(article, evidence, index);
    let text = kept.iter().map(|s| s.of(article.text)).collect();
    Point { sentence: index, kept, text }
}
