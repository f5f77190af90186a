//! Words of content side by side, and the phrases among them that keep together.

use super::candidate::{Candidate, WordCandidate};
use super::standing::Standing;
use super::{KeywordKind, taken::Taken};
use crate::among::among;
use crate::article::Article;
use crate::numeral::line::is_han;
use crate::span::Span;
use crate::term::AFFIXES;
use crate::token::Token;
use crate::weight::Weights;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Most words in a phrase.
const MOST_WORDS: usize = 4;
/// Letters of a phrase.
pub(super) const LETTERS: std::ops::RangeInclusive<usize> = 3..=10;

/// A word that may stand in a phrase.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) term: Option<usize>,
    pub(super) span: Span,
    role: Role,
    /// It makes a clause of the words around it.
    ties: bool,
    /// It is a letter, which may count what follows: 多项功能.
    leans: bool,
}

/// What a word does in a phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    /// A thing or a deed as a thing, which can end a phrase.
    Noun,
    /// A deed or a quality.
    Verb,
    /// A letter that leans on what follows.
    Affix,
}

/// Stretches of adjacent words of content.
pub(super) struct Runs(Vec<Vec<Word>>);

impl Runs {
    /// The runs of the article outside what is `taken`.
    pub(super) fn of(article: &Article, taken: &Taken) -> Self {
        let mut runs = vec![Vec::new()];
        for (p, passage) in article
            .passages
            .iter()
            .enumerate()
            .filter(|(_, p)| !taken.is_clutter(p.sentence) && article.words(p.span).contains(is_han))
        {
            let mut end = None;
            let mut denied = false;
            for (t, token) in passage.tokens.iter().enumerate() {
                let measures = token.span().len() > 3
                    && token.tag.starts_with(['v', 'l'])
                    && &*token.tag != "vn"
                    && taken.leads_to_number(article.text, token.end);
                let word = word(article, article.terms.at(p, t), token)
                    .filter(|w| !denied && !measures && !taken.holds(w.span));
                denied = affix(token.span().of(article.text)).is_some_and(|c| among(AFFIXES.denies, c));
                if word.is_none() || end != Some(token.start) {
                    runs.push(Vec::new());
                }
                if let (Some(word), Some(run)) = (word, runs.last_mut()) {
                    run.push(word);
                }
                end = Some(token.end);
            }
            runs.push(Vec::new());
        }
        runs.retain(|run| !run.is_empty());
        Self(runs)
    }

    /// Every place of every term.
    pub(super) fn mentions(&self) -> BTreeMap<usize, Vec<Span>> {
        let mut mentions: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for word in self.0.iter().flatten() {
            if let Some(term) = word.term {
                mentions.entry(term).or_default().push(word.span);
            }
        }
        mentions
    }

    /// Phrases of two to four words that are said again and keep together.
    pub(super) fn phrases(
        &self,
        article: &Article,
        standing: &Standing,
        words: &BTreeMap<usize, WordCandidate>,
        weights: &Weights,
    ) -> Vec<Candidate> {
        let mut counted: FxHashMap<&str, Vec<&[Word]>> = FxHashMap::default();
        let mut order: Vec<&str> = Vec::new();
        for phrase in self.0.iter().flat_map(|run| (2..=MOST_WORDS).flat_map(|n| run.windows(n))) {
            let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else { continue };
            let text = Span::new(first.span.start, last.span.end).of(article.text);
            let before = article.text.get(..first.span.start).unwrap_or_default();
            let torn = last.role == Role::Affix || first.leans && before.ends_with(|c| AFFIXES.counted.contains(c));
            if torn || !LETTERS.contains(&text.chars().count()) || phrase.iter().any(|w| w.ties) {
                continue;
            }
            let mentions = counted.entry(text).or_default();
            if mentions.is_empty() {
                order.push(text);
            }
            mentions.push(phrase);
        }
        let scale = Scale { standing, words, weights, sentences: article.sentences.len() as f64 };
        order.into_iter().filter_map(|text| scale.phrase(text, counted.get(text)?)).collect()
    }
}

/// The letter of `word`, where it is one that the table of affixes has.
fn affix(word: &str) -> Option<char> {
    word.chars().next().filter(|&c| word.len() == 3 && AFFIXES.all.holds(c))
}

/// A token as a word of a phrase, if it can be one.
fn word(article: &Article, term: Option<usize>, token: &Token) -> Option<Word> {
    let text = token.span().of(article.text);
    let is = |few: &str| affix(text).is_some_and(|c| among(few, c));
    let suffix = is(AFFIXES.after);
    let affix = suffix
        || text.len() == 3
            && !is(AFFIXES.place)
            && (matches!(&*token.tag, "n" | "ng" | "b" | "a" | "h" | "k" | "j" | "vn" | "nz") || is(AFFIXES.before));
    let role = if suffix {
        Role::Noun
    } else if token.tag.starts_with(['v', 'a', 'd', 'i', 'l', 'z']) && &*token.tag != "vn" {
        Role::Verb
    } else if term.is_none() && (matches!(&*token.tag, "a" | "b" | "h") || AFFIXES.before.contains(text)) {
        Role::Affix
    } else {
        Role::Noun
    };
    // A verb that says nothing by itself ties words to a clause, and a set phrase is one already.
    let alone = term.and_then(|i| article.terms.list.get(i)).is_none_or(|t| t.alone);
    let ties = role == Role::Verb && (!alone || token.tag.starts_with(['d', 'i', 'l']));
    (term.is_some() || affix).then(|| Word { term, span: token.span(), role, ties, leans: text.len() == 3 })
}

/// Whether a letter makes a new word of the one before it: 参保率, 挑战权. It is one word however rarely it is said.
fn derives(shape: &[Word]) -> bool {
    matches!(shape, [Word { term: Some(_), .. }, Word { term: None, role: Role::Noun, .. }])
}

/// What phrases are weighed by.
struct Scale<'a> {
    standing: &'a Standing,
    words: &'a BTreeMap<usize, WordCandidate>,
    weights: &'a Weights,
    /// Sentences of the article: the more there are, the more easily words meet twice by chance.
    sentences: f64,
}

impl Scale<'_> {
    /// The phrase `text` as a candidate, if its words keep together.
    fn phrase(&self, text: &str, mentions: &[&[Word]]) -> Option<Candidate> {
        let (shape, count) = (mentions.first()?, mentions.len());
        if count < 2 && !derives(shape) {
            return None;
        }
        let parts: Vec<&WordCandidate> = shape.iter().filter_map(|w| self.words.get(&w.term?)).collect();
        let uses = || parts.iter().map(|w| w.candidate.mentions.len());
        let (commonest, rarest) = (uses().max()?.max(count), uses().min()?.max(count));
        let share = count as f64 / commonest as f64;
        let together = share >= self.weights.phrase_part || (count >= 3 && count * 2 >= rarest);
        if !together || parts.iter().all(|w| !w.alone) {
            return None;
        }
        let spans: Vec<Span> =
            mentions.iter().filter_map(|m| Some(Span::new(m.first()?.span.start, m.last()?.span.end))).collect();
        let most = |of: fn(&WordCandidate) -> f64| parts.iter().map(|w| of(w)).fold(0.0, f64::max);
        let own = self.standing.frequency(&spans) * most(|w| w.value);
        let lent = most(|w| w.candidate.weight) * share.sqrt();
        let mix = self.weights.phrase_own;
        let chance = 1.0 + self.weights.phrase_chance * self.sentences / count as f64;
        let weight = self.weights.phrase / chance * (mix * own + (1.0 - mix) * lent) * self.shape_factor(shape);
        Some(Candidate { text: text.to_owned(), kind: KeywordKind::Phrase, mentions: spans, weight, slight: count < 2 })
    }

    /// What the parts of speech of a phrase do to its weight.
    fn shape_factor(&self, shape: &[Word]) -> f64 {
        let first = match shape.first().map(|w| w.role) {
            _ if derives(shape) => self.weights.derived,
            Some(Role::Verb) => self.weights.verb_first,
            _ => 1.0,
        };
        let last = if shape.last().is_some_and(|w| w.role == Role::Noun) { 1.0 } else { self.weights.verb_last };
        first * last
    }
}
