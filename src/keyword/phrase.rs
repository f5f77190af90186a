//! Words of content side by side, and the phrases among them that keep together.

use super::candidate::{Candidate, WordCandidate};
use super::standing::Standing;
use super::{KeywordKind, taken::Taken};
use crate::article::Article;
use crate::lexicon::rows;
use crate::span::Span;
use crate::token::Token;
use crate::weight::Weights;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Most words in a phrase.
const MOST_WORDS: usize = 4;
/// Letters of a phrase.
const LETTERS: std::ops::RangeInclusive<usize> = 3..=10;

/// Letters that make one word with what follows or with what stands before them: 跨区域, 参保率.
static AFFIXES: LazyLock<(&str, &str)> = LazyLock::new(|| {
    let of = |place: &str| {
        let mut table = rows(include_str!("../lexicon/affixes.tsv"));
        table.find_map(|mut row| Some((row.next()?, row.next()?)).filter(|r| r.1 == place)).map_or("", |r| r.0)
    };
    (of("before"), of("after"))
});

/// A word that may stand in a phrase.
#[derive(Clone, Copy)]
pub(super) struct Word {
    pub(super) term: Option<usize>,
    pub(super) span: Span,
    role: Role,
    /// It makes a clause of the words around it.
    ties: bool,
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
        for (p, passage) in article.passages.iter().enumerate() {
            let mut end = None;
            for (t, token) in passage.tokens.iter().enumerate() {
                let word = word(article, article.terms.at(p, t), token).filter(|w| !taken.holds(w.span));
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
            if !LETTERS.contains(&text.chars().count()) || phrase.iter().any(|w| w.ties) {
                continue;
            }
            let mentions = counted.entry(text).or_default();
            if mentions.is_empty() {
                order.push(text);
            }
            mentions.push(phrase);
        }
        let found = order.into_iter().filter_map(|text| counted.get(text).map(|mentions| (text, mentions)));
        found
            .filter_map(|(text, mentions)| {
                phrase(text, mentions, standing, words, weights, article.sentences.len() as f64)
            })
            .collect()
    }
}

/// A token as a word of a phrase, if it can be one.
fn word(article: &Article, term: Option<usize>, token: &Token) -> Option<Word> {
    let text = token.span().of(article.text);
    let (before, after) = *AFFIXES;
    let suffix = text.len() == 3 && after.contains(text);
    let affix = suffix
        || text.len() == 3
            && (matches!(&*token.tag, "n" | "ng" | "b" | "a" | "h" | "k" | "j" | "vn" | "nz") || before.contains(text));
    let role = if suffix {
        Role::Noun
    } else if token.tag.starts_with(['v', 'a', 'd', 'i', 'l', 'z']) && &*token.tag != "vn" {
        Role::Verb
    } else if term.is_none() && matches!(&*token.tag, "a" | "b" | "h") {
        Role::Affix
    } else {
        Role::Noun
    };
    // A verb that says nothing by itself ties words to a clause, and a set phrase is one already.
    let alone = term.and_then(|i| article.terms.list.get(i)).is_none_or(|t| t.alone);
    let ties = role == Role::Verb && (!alone || token.tag.starts_with(['d', 'i', 'l']));
    (term.is_some() || affix).then(|| Word { term, span: token.span(), role, ties })
}

/// Whether a letter makes a new word of the one before it: 参保率, 挑战权. It is one word however rarely it is said.
fn derives(shape: &[Word]) -> bool {
    matches!(shape, [Word { term: Some(_), .. }, Word { term: None, role: Role::Noun, .. }])
}

/// A phrase as a candidate, if its words keep together.
fn phrase(
    text: &str,
    mentions: &[&[Word]],
    standing: &Standing,
    words: &BTreeMap<usize, WordCandidate>,
    weights: &Weights,
    article_sentences: f64,
) -> Option<Candidate> {
    let shape = mentions.first()?;
    let parts: Vec<&WordCandidate> = shape.iter().filter_map(|w| words.get(&w.term?)).collect();
    let count = mentions.len();
    let commonest = parts.iter().map(|w| w.candidate.mentions.len()).max()?.max(count);
    let rarest = parts.iter().map(|w| w.candidate.mentions.len()).min()?.max(count);
    let together = count as f64 >= weights.phrase_part * commonest as f64 || (count >= 3 && count * 2 >= rarest);
    let derived = derives(shape);
    if !together || count < 2 && !derived || parts.iter().all(|w| !w.alone) {
        return None;
    }
    let spans: Vec<Span> =
        mentions.iter().filter_map(|m| Some(Span::new(m.first()?.span.start, m.last()?.span.end))).collect();
    let best = parts.iter().map(|w| w.candidate.weight).fold(0.0, f64::max);
    let cohesion = (count as f64 / commonest as f64).sqrt();
    let value = parts.iter().map(|w| w.value).fold(0.0, f64::max);
    let own = standing.frequency(&spans) * value;
    let mix = weights.phrase_own;
    let chance = 1.0 + weights.phrase_chance * article_sentences / count as f64;
    let mut weight = weights.phrase / chance * (mix * own + (1.0 - mix) * best * cohesion);
    if derived {
        weight *= weights.derived;
    } else if shape.first().is_some_and(|w| w.role == Role::Verb) {
        weight *= weights.verb_first;
    }
    if shape.last().is_some_and(|w| w.role != Role::Noun) {
        weight *= weights.verb_last;
    }
    Some(Candidate { text: text.to_owned(), kind: KeywordKind::Phrase, mentions: spans, weight })
}
