//! Sentences as vectors of their terms, tf-idf weighted, of unit length.

use crate::article::Article;
use std::collections::BTreeMap;

/// A sparse vector: term indices with their weights, ascending.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vector(pub(crate) Vec<(usize, f64)>);

impl Vector {
    /// The cosine with another, between 0 and 1.
    pub(crate) fn cosine(&self, other: &Self) -> f64 {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut sum = 0.0;
        while let (Some(&&(i, x)), Some(&&(j, y))) = (a.peek(), b.peek()) {
            if i <= j {
                a.next();
            }
            if j <= i {
                b.next();
            }
            if i == j {
                sum += x * y;
            }
        }
        sum
    }

    fn unit(counts: BTreeMap<usize, f64>) -> Self {
        let length = counts.values().map(|w| w * w).sum::<f64>().sqrt();
        Self(counts.into_iter().map(|(i, w)| (i, if length > 0.0 { w / length } else { 0.0 })).collect())
    }
}

/// The vector of every sentence.
pub(crate) fn vectors(article: &Article) -> Vec<Vector> {
    let mut vectors = vec![Vector::default(); article.sentences.len()];
    for (p, passage) in article.passages.iter().enumerate() {
        let Some(vector) = passage.sentence.and_then(|s| vectors.get_mut(s)) else { continue };
        let mut counts = BTreeMap::new();
        for index in (0..passage.tokens.len()).filter_map(|t| article.terms.at(p, t)) {
            let bits = article.terms.list.get(index).map_or(0.0, |t| t.information);
            *counts.entry(index).or_insert(0.0) += bits;
        }
        *vector = Vector::unit(counts);
    }
    vectors
}

/// For each vector its mean cosine with all others; the sum of all vectors stands for them, so that the time is linear.
pub(crate) fn centrality(vectors: &[Vector], terms: usize) -> Vec<f64> {
    let mut sum = vec![0.0; terms];
    for &(i, w) in vectors.iter().flat_map(|v| &v.0) {
        if let Some(total) = sum.get_mut(i) {
            *total += w;
        }
    }
    let others = (vectors.len().max(2) - 1) as f64;
    let with_all = |v: &Vector| v.0.iter().map(|&(i, w)| w * sum.get(i).copied().unwrap_or(0.0)).sum::<f64>();
    let with_itself = |v: &Vector| v.0.iter().map(|&(_, w)| w * w).sum::<f64>();
    vectors.iter().map(|v| (with_all(v) - with_itself(v)) / others).collect()
}
