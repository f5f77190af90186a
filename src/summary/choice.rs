//! The greedy choice of sentences: salient, saying something new, and not leaning on what is left out.

use super::Point;
use crate::article::Article;
use crate::cue::{self, Shown};
use crate::options::Length;
use crate::order;
use crate::salience::headline::{self, Said};
use crate::salience::topic;
use crate::salience::vector::{Vector, vectors};
use crate::salience::{Evidence, Salience};
use crate::weight::Weights;
use std::cmp::Reverse;

/// Most rounds in which every sentence is weighed against those chosen; what a longer summary needs beyond comes by
/// salience, so that the time stays linear.
const ROUNDS: usize = 40;

/// Indices of the chosen sentences, best first.
pub(super) fn rank(content: &Content, salience: &[Salience], length: Length, weights: &Weights) -> Vec<usize> {
    let budget = Budget::of(length, &content.lengths);
    let mut choice = Choice::new(content, salience, weights);
    let mut others = choice.by_salience().into_iter();
    let mut ranking: Vec<usize> = Vec::new();
    let mut characters = 0;
    while budget.allows(ranking.len(), characters) {
        let greedy = ranking.len() < ROUNDS;
        let next = if greedy { choice.best() } else { others.find(|&i| !choice.has(i)) };
        let Some(next) = next else { break };
        characters += choice.characters(next);
        if !budget.holds(ranking.len() + 1, characters) {
            break;
        }
        if greedy {
            choice.take(next);
        }
        ranking.push(next);
    }
    ranking
}

/// How long a summary may become.
enum Budget {
    Sentences(usize),
    Characters(usize),
}

impl Budget {
    fn of(length: Length, lengths: &[usize]) -> Self {
        match length {
            Length::Sentences(n) => Self::Sentences(n),
            Length::Share(share) => {
                let body: usize = lengths.iter().sum();
                Self::Characters((body as f64 * share) as usize)
            }
        }
    }

    /// Whether another sentence may be looked for.
    fn allows(&self, sentences: usize, characters: usize) -> bool {
        match self {
            Self::Sentences(n) => sentences < *n,
            Self::Characters(n) => sentences == 0 || characters < *n,
        }
    }

    /// Whether so many sentences of so many characters are within the budget; one always is.
    fn holds(&self, sentences: usize, characters: usize) -> bool {
        match self {
            Self::Sentences(n) => sentences <= *n,
            Self::Characters(n) => sentences <= 1 || characters <= *n,
        }
    }
}

/// What the sentences say.
pub(super) struct Content {
    vectors: Vec<Vector>,
    /// For each sentence what it says of the headline.
    headline: Vec<Said>,
    /// For each sentence the keywords that it says.
    keywords: Vec<Said>,
    /// For each sentence its characters when trimmed.
    lengths: Vec<usize>,
    /// For each sentence whether it begins with a pronoun or connective.
    dangling: Vec<bool>,
    /// For each term what it adds when first said, and in how many sentences it stands.
    terms: Vec<(f64, u32)>,
}

impl Content {
    /// What the sentences of the article say; `points` are the same, trimmed.
    pub(super) fn of(article: &Article, evidence: &Evidence, points: &[Point]) -> Self {
        let vectors = vectors(article);
        let texts = || article.sentences.iter().map(|s| article.words(s.span().trimmed(article.text)));
        let pairs = std::iter::once("").chain(texts()).zip(texts()).zip(&article.shown);
        let dangling = pairs.map(|((before, text), &shown)| leans(before, text, shown));
        let terms = article.terms.list.iter().map(|t| (f64::from(t.sentences.min(5)) * t.information, t.sentences));
        Self {
            headline: headline::said(article, evidence, &vectors),
            keywords: topic::said(article, evidence),
            vectors,
            lengths: points.iter().map(|p| p.text.chars().count()).collect(),
            dangling: dangling.collect(),
            terms: terms.collect(),
        }
    }
}

/// Whether `sentence` leans on the one `before` it: by how it begins, or as an answer to a question.
fn leans(before: &str, sentence: &str, shown: Shown) -> bool {
    let speaks = sentence.find('：').is_some_and(|at| at < SPEAKER);
    !before.is_empty() && (cue::dangles(sentence, shown) || speaks && before.ends_with(['？', '?']))
}

/// Most bytes of the name before what an interview's guest answers.
const SPEAKER: usize = 24;

/// The state of the choice.
struct Choice<'a> {
    content: &'a Content,
    salience: &'a [Salience],
    weights: &'a Weights,
    /// For each sentence the highest cosine with a chosen one; `None` for those chosen.
    overlap: Vec<Option<f64>>,
    /// What each term adds when first said; nothing once it is.
    news: Vec<f64>,
    /// What of the headline the chosen ones say.
    told: Said,
    /// The keywords that they say.
    named: Said,
}

impl<'a> Choice<'a> {
    fn new(content: &'a Content, salience: &'a [Salience], weights: &'a Weights) -> Self {
        let news = |&(news, sentences): &(f64, u32)| news * if sentences < 2 { weights.novelty_single } else { 1.0 };
        Self {
            content,
            salience,
            weights,
            overlap: vec![Some(0.0); content.lengths.len()],
            news: content.terms.iter().map(news).collect(),
            told: Said::new(),
            named: Said::new(),
        }
    }

    fn characters(&self, index: usize) -> usize {
        self.content.lengths.get(index).copied().unwrap_or(0)
    }

    /// Whether sentence `index` is chosen.
    fn has(&self, index: usize) -> bool {
        self.overlap.get(index) == Some(&None)
    }

    /// Whether sentence `index` leans on one before it that is not chosen.
    fn leans(&self, index: usize) -> bool {
        self.content.dangling.get(index) == Some(&true) && !index.checked_sub(1).is_some_and(|before| self.has(before))
    }

    /// The sentences of the story that stand by themselves, most salient first.
    fn by_salience(&self) -> Vec<usize> {
        let score = |i: &usize| self.salience.get(*i).map_or(0.0, |s| s.score);
        let usable = |i: &usize| {
            self.salience.get(*i).is_some_and(|s| s.fault.is_none()) && self.content.dangling.get(*i) == Some(&false)
        };
        let mut order: Vec<usize> = (0..self.content.lengths.len()).filter(usable).collect();
        order::by_key(&mut order, |i| Reverse(score(i)));
        order
    }

    /// The best sentence left that is worth adding.
    fn best(&self) -> Option<usize> {
        let novelties: Vec<f64> = (0..self.content.lengths.len()).map(|i| self.novelty(i)).collect();
        let most = novelties.iter().copied().fold(0.0, f64::max);
        let mut best: Option<(usize, f64)> = None;
        for ((i, salience), novelty) in self.salience.iter().enumerate().zip(novelties) {
            let Some(overlap) = self.overlap.get(i).copied().flatten().filter(|_| salience.fault.is_none()) else {
                continue;
            };
            let mut score = salience.score + self.weights.redundancy * overlap;
            if !self.told.is_empty() {
                score += self.weights.title * share(&self.content.headline, i, &self.told);
            }
            if !self.named.is_empty() {
                // A keyword counts again only where it is new.
                score += self.weights.untold * share(&self.content.keywords, i, &self.named)
                    - self.weights.keywords * share(&self.content.keywords, i, &[]);
            }
            if most > 0.0 {
                score += self.weights.novelty * novelty / most;
            }
            if self.leans(i) {
                score += self.weights.dangling;
            }
            if best.is_none_or(|(_, b)| score > b) {
                best = Some((i, score));
            }
        }
        let first = self.overlap.iter().all(Option::is_some);
        best.filter(|(_, score)| first || *score > self.weights.filler).map(|(i, _)| i)
    }

    /// How much sentence `index` says that is not chosen yet, for its length.
    fn novelty(&self, index: usize) -> f64 {
        let news: f64 = self
            .content
            .vectors
            .get(index)
            .iter()
            .flat_map(|v| &v.0)
            .filter_map(|(term, _)| self.news.get(*term))
            .sum();
        // To the power of 3/4: a long sentence must say more, but not in proportion.
        let length = (self.characters(index) as f64 + 20.0).sqrt();
        news / (length * length.sqrt())
    }

    /// Marks sentence `index` as chosen.
    fn take(&mut self, index: usize) {
        let Some(taken) = self.content.vectors.get(index).cloned() else { return };
        for (term, _) in &taken.0 {
            if let Some(news) = self.news.get_mut(*term) {
                *news = 0.0;
            }
        }
        for (vector, overlap) in self.content.vectors.iter().zip(&mut self.overlap) {
            if let Some(highest) = overlap {
                *highest = highest.max(taken.cosine(vector));
            }
        }
        add(&mut self.told, self.content.headline.get(index));
        add(&mut self.named, self.content.keywords.get(index));
        if let Some(overlap) = self.overlap.get_mut(index) {
            *overlap = None;
        }
    }
}

/// The shares of what sentence `index` says, by `said`, without the pieces `told` already.
fn share(said: &[Said], index: usize, told: &[(usize, f64)]) -> f64 {
    let here = said.get(index).into_iter().flatten();
    here.filter(|piece| !told.contains(piece)).map(|(_, share)| share).sum()
}

/// Adds what a sentence says to what is `told`, each piece once.
fn add(told: &mut Said, said: Option<&Said>) {
    for piece in said.into_iter().flatten() {
        if !told.contains(piece) {
            told.push(*piece);
        }
    }
}
