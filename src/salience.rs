//! Sentences → how much of the story each carries, and why.
//!
//! News tells the story first, so place counts; then what the article keeps saying (mean tf-idf cosine, as in centroid
//! summarisers), figures, times and actors. Detail, opinion, scene-setting and other years' background weigh less.
//! A sentence that is none of the story (a credit, a question, an advert) is marked as such and never chosen.

use crate::article::Article;
use crate::figure::Figure;
use crate::keyword::Keyword;
use crate::name::Names;
use crate::order;
use crate::quote::Quote;
use crate::time::TimeExpression;
use crate::weight::{WEIGHTS, Weights};
use feature::Feature;
use std::collections::BTreeMap;

mod fault;
mod feature;
pub(crate) mod headline;
pub(crate) mod topic;
pub(crate) mod vector;
mod voice;

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
    /// Why the sentence is none of the story (byline, question, advert and the like) and stays out of summaries.
    pub fault: Option<&'static str>,
}

/// Taken from the score of a sentence that is none of the story.
const FAULT: f64 = -2.0;

/// Weighs every sentence of the article, in order.
pub fn weigh(article: &Article, evidence: &Evidence) -> Vec<Salience> {
    Survey::of(article, evidence).weigh(&WEIGHTS)
}

/// What the sentences show, before it is weighed: fitting weighs it many times.
pub struct Survey(Vec<Feature>);

impl Survey {
    /// Looks at every sentence of the article.
    pub fn of(article: &Article, evidence: &Evidence) -> Self {
        Self(feature::features(article, evidence))
    }

    /// The salience of every sentence, in order.
    pub fn weigh(&self, weights: &Weights) -> Vec<Salience> {
        let story = |f: &Feature| f.fault.is_none();
        // An opening that only says what everybody knows is no lead, nor is the detail after it, unless there is no other.
        let lead = self.0.iter().position(|f| story(f) && !f.is_bare() && !f.elaboration);
        let lead = lead.or_else(|| self.0.iter().position(story));
        let soft = lead.and_then(|i| self.0.get(i)).is_some_and(|f| f.scene);
        let block = lead.and_then(|i| self.0.get(i)).map(|f| f.block);
        let mut before = 0;
        let weigh = |(i, feature): (usize, &Feature)| {
            let mut reasons = feature.reasons(weights);
            if Some(i) == lead {
                reasons.push(("lead", weights.first_sentence * if soft { weights.soft_lead } else { 1.0 }));
            } else if soft && i.checked_sub(1) == lead {
                reasons.push(("lead", weights.after_soft_lead));
            }
            if feature.is_staging() && Some(i) != lead {
                reasons.push(("staging", weights.staging));
            }
            if block == Some(feature.block) {
                reasons.push(("leadParagraph", weights.lead_paragraph));
            }
            reasons.push(feature.fault.map_or_else(
                || {
                    before += 1;
                    ("order", weights.earliness / f64::from(before))
                },
                |fault| (fault, FAULT),
            ));
            let reasons = order::map(reasons.into_iter().filter(|(_, part)| *part != 0.0));
            Salience { score: reasons.values().sum(), reasons, fault: feature.fault }
        };
        self.0.iter().enumerate().map(weigh).collect()
    }
}
