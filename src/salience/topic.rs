//! What of the keywords each sentence says.

use super::Evidence;
use super::feature::sentence_at;
use super::headline::Said;
use crate::article::Article;
use crate::order;

/// Keywords that sentences are looked at for.
const KEYWORDS: usize = 12;

/// For each sentence the keywords that it says, each with its share of their scores.
pub(crate) fn said(article: &Article, evidence: &Evidence) -> Vec<Said> {
    let mut said = vec![Said::new(); article.sentences.len()];
    let total: f64 = evidence.keywords.iter().take(KEYWORDS).map(|k| k.score).sum();
    for (k, keyword) in evidence.keywords.iter().take(KEYWORDS).enumerate() {
        for i in order::set(keyword.mentions.iter().filter_map(|m| sentence_at(article, *m))) {
            said.get_mut(i).into_iter().for_each(|said| said.push((k, keyword.score / total)));
        }
    }
    said
}
