//! What may be a keyword, with its weight.

use super::{KeywordKind, quoted};
use crate::article::Article;
use crate::lexicon::LEXICON;
use crate::name::Names;
use crate::number::Numbers;
use crate::span::Span;
use crate::term::Term;
use crate::weight::Weights;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A word, phrase or name with all its places.
pub(super) struct Candidate {
    pub(super) text: String,
    pub(super) kind: KeywordKind,
    pub(super) mentions: Vec<Span>,
    pub(super) weight: f64,
}

impl Candidate {
    /// Takes in the places of its longer form, which becomes its text.
    pub(super) fn extend_to(&mut self, longer: Self) {
        self.text = longer.text;
        if self.kind == KeywordKind::Term {
            self.kind = longer.kind;
        }
        let shorter = std::mem::replace(&mut self.mentions, longer.mentions);
        self.take_in(shorter);
    }

    /// Adds the places of another form that do not lie in its own.
    pub(super) fn take_in(&mut self, mentions: Vec<Span>) {
        let outside: Vec<Span> = mentions.into_iter().filter(|m| !super::stands_in(*m, &self.mentions)).collect();
        let longer = |own: &Span| outside.iter().any(|m| m.contains(*own));
        self.mentions.retain(|own| !longer(own));
        self.mentions.extend(outside);
        self.mentions.sort_unstable();
    }
}

/// All candidates of the article, in no order that matters.
pub(super) fn all(article: &Article, numbers: &Numbers, names: &Names, weights: &Weights) -> Vec<Candidate> {
    let places = Places::of(article, weights);
    let mut candidates = entities(article, names, &places, weights);
    let taken = Taken::of(numbers, names);
    let runs = Runs::of(article, &taken);
    let words = runs.words(article, &places, weights);
    candidates.extend(runs.phrases(article, &places, &words, weights));
    let known: BTreeSet<String> = candidates.iter().map(|c| c.text.clone()).collect();
    candidates.extend(marked(article, &places, &known, weights));
    let named: BTreeSet<String> =
        candidates.iter().filter(|c| c.kind != KeywordKind::Phrase).map(|c| c.text.clone()).collect();
    let words = words.into_values().filter(|w| w.alone && !named.contains(&w.candidate.text));
    candidates.extend(words.map(|w| w.candidate));
    candidates
}

/// How much a place of the article counts.
struct Places {
    /// Where each passage begins, with how often a word in it counts; in order of the text.
    passages: Vec<(usize, f64)>,
    /// Where the body begins and ends.
    body: Span,
    late_word: f64,
}

impl Places {
    fn of(article: &Article, weights: &Weights) -> Self {
        let value = |sentence: Option<usize>| match sentence {
            None => weights.headline_word,
            Some(0) => weights.lead_word,
            Some(_) => 1.0,
        };
        let mut passages: Vec<(usize, f64)> =
            article.passages.iter().map(|p| (p.span.start, value(p.sentence))).collect();
        passages.sort_by_key(|p| p.0);
        let start = article.sentences.first().map_or(0, |s| s.start);
        let end = article.sentences.last().map_or(start, |s| s.end);
        Self { passages, body: Span::new(start, end), late_word: weights.late_word }
    }

    /// How often the mentions count, more in headline and lead, less when they begin late.
    fn frequency(&self, mentions: &[Span]) -> f64 {
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

/// Names as candidates: each by the form that the text uses most. The outlet that tells the story is not what it is about.
fn entities(article: &Article, names: &Names, places: &Places, weights: &Weights) -> Vec<Candidate> {
    let outlet = article.document.source.as_ref().map(|s| s.text.as_str());
    let people = names.people.iter().map(|p| (KeywordKind::Person, &p.name, &p.mentions, weights.name_word));
    let organizations = names.organizations.iter().map(|o| {
        let short = o.aliases.iter().find(|a| a.chars().count() > 1).unwrap_or(&o.name);
        (KeywordKind::Organization, short, &o.mentions, weights.name_word)
    });
    let located = names.places.iter().map(|p| (KeywordKind::Place, &p.name, &p.mentions, weights.place_word));
    let named = people.chain(organizations).chain(located);
    named
        .filter(|(_, text, mentions, _)| text.chars().count() > 1 && !mentions.is_empty() && outlet != Some(text))
        .map(|(kind, text, mentions, factor)| {
            let bits = LEXICON.information(text);
            let weight = places.frequency(mentions) * bits * factor;
            Candidate { text: text.clone(), kind, mentions: mentions.clone(), weight }
        })
        .collect()
}

/// Terms in quotation marks that are not `known` as candidates.
fn marked(article: &Article, places: &Places, known: &BTreeSet<String>, weights: &Weights) -> Vec<Candidate> {
    let terms = quoted::terms(article).into_iter().filter(|(text, _)| !known.contains(*text));
    terms
        .map(|(text, mentions)| {
            let weight = places.frequency(&mentions) * LEXICON.information(text) * weights.quoted_word;
            Candidate { text: text.to_owned(), kind: KeywordKind::Term, mentions, weight }
        })
        .collect()
}

/// Places where no word or phrase is looked for, because a number or a name stands there.
struct Taken(Vec<Span>);

impl Taken {
    fn of(numbers: &Numbers, names: &Names) -> Self {
        let quantities = numbers.quantities.iter().map(|q| q.span);
        let times = numbers.times.iter().map(|t| Span::new(t.start, t.end));
        let identifiers = numbers.identifiers.iter().map(|i| Span::new(i.start, i.end));
        let people = names.people.iter().flat_map(|p| p.mentions.iter().copied());
        let entities = names.organizations.iter().chain(&names.places).flat_map(|e| e.mentions.iter().copied());
        let mut spans: Vec<Span> = quantities.chain(times).chain(identifiers).chain(people).chain(entities).collect();
        spans.sort_unstable();
        Self(spans)
    }

    fn holds(&self, span: Span) -> bool {
        let after = self.0.partition_point(|s| s.start < span.end);
        // Names may stand in names, so the one that reaches furthest need not be the last.
        self.0.get(after.saturating_sub(4)..after).unwrap_or_default().iter().any(|s| s.overlaps(span))
    }
}

/// A word that may stand in a phrase.
#[derive(Clone, Copy)]
struct Word {
    term: Option<usize>,
    span: Span,
}

/// Letters that begin a term though they are verbs or adverbs by themselves: 跨区域融合, 反垄断.
const PREFIXES: &str = "跨反超零非抗防";

/// Stretches of adjacent words of content.
struct Runs(Vec<Vec<Word>>);

/// A word as a candidate, and whether it may stand alone.
struct WordCandidate {
    candidate: Candidate,
    alone: bool,
}

impl Runs {
    fn of(article: &Article, taken: &Taken) -> Self {
        let mut runs = vec![Vec::new()];
        for (p, passage) in article.passages.iter().enumerate() {
            let mut end = None;
            for (t, token) in passage.tokens.iter().enumerate() {
                let term = article.terms.at(p, t);
                let affix = token.span().of(article.text).len() == 3
                    && (matches!(&*token.tag, "n" | "ng" | "b" | "a" | "h" | "k" | "j" | "vn" | "nz")
                        || PREFIXES.contains(token.span().of(article.text)));
                let usable = (term.is_some() || affix) && !taken.holds(token.span());
                if !usable || end != Some(token.start) {
                    runs.push(Vec::new());
                }
                if usable && let Some(run) = runs.last_mut() {
                    run.push(Word { term, span: token.span() });
                }
                end = Some(token.end);
            }
            runs.push(Vec::new());
        }
        runs.retain(|run| !run.is_empty());
        Self(runs)
    }

    /// Every term with its places outside numbers and names.
    fn words(&self, article: &Article, places: &Places, weights: &Weights) -> BTreeMap<usize, WordCandidate> {
        let mut mentions: BTreeMap<usize, Vec<Span>> = BTreeMap::new();
        for word in self.0.iter().flatten() {
            if let Some(term) = word.term {
                mentions.entry(term).or_default().push(word.span);
            }
        }
        let candidates = mentions.into_iter().filter_map(|(index, mentions)| {
            let term = article.terms.list.get(index)?;
            let weight = places.frequency(&mentions) * term.information * tag_factor(term, weights);
            let candidate = Candidate { text: term.text.to_owned(), kind: KeywordKind::Term, mentions, weight };
            Some((index, WordCandidate { candidate, alone: term.alone }))
        });
        candidates.collect()
    }

    /// Phrases of two to four words that are said again and keep together.
    fn phrases(
        &self,
        article: &Article,
        places: &Places,
        words: &BTreeMap<usize, WordCandidate>,
        weights: &Weights,
    ) -> Vec<Candidate> {
        let mut counted: HashMap<&str, Vec<Words>> = HashMap::new();
        let mut order: Vec<&str> = Vec::new();
        for run in &self.0 {
            for length in 2..=4 {
                for phrase in run.windows(length) {
                    let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else { continue };
                    let text = Span::new(first.span.start, last.span.end).of(article.text);
                    if !(3..=10).contains(&text.chars().count()) {
                        continue;
                    }
                    counted
                        .entry(text)
                        .or_insert_with(|| {
                            order.push(text);
                            Vec::new()
                        })
                        .push(phrase);
                }
            }
        }
        let said_again =
            order.into_iter().filter_map(|text| counted.get(text).filter(|m| m.len() > 1).map(|m| (text, m)));
        said_again.filter_map(|(text, mentions)| phrase(text, mentions, places, words, weights)).collect()
    }
}

/// The words of a phrase at one of its places.
type Words<'a> = &'a [Word];

/// A phrase as a candidate, if its words keep together.
fn phrase(
    text: &str,
    mentions: &[Words],
    places: &Places,
    words: &BTreeMap<usize, WordCandidate>,
    weights: &Weights,
) -> Option<Candidate> {
    let parts: Vec<&WordCandidate> = mentions.first()?.iter().filter_map(|w| words.get(&w.term?)).collect();
    let count = mentions.len();
    let commonest = parts.iter().map(|w| w.candidate.mentions.len()).max()?.max(count);
    let rarest = parts.iter().map(|w| w.candidate.mentions.len()).min()?.max(count);
    let together = count as f64 >= weights.phrase_part * commonest as f64 || (count >= 3 && count * 2 >= rarest);
    if !together || parts.iter().all(|w| !w.alone) {
        return None;
    }
    let best = parts.iter().map(|w| w.candidate.weight).fold(0.0, f64::max);
    let spans: Vec<Span> =
        mentions.iter().filter_map(|m| Some(Span::new(m.first()?.span.start, m.last()?.span.end))).collect();
    let _ = places;
    let cohesion = (count as f64 / commonest as f64).sqrt();
    Some(Candidate {
        text: text.to_owned(),
        kind: KeywordKind::Phrase,
        mentions: spans,
        weight: weights.phrase * best * cohesion,
    })
}

/// What a word's part of speech and length do to its weight.
fn tag_factor(term: &Term, weights: &Weights) -> f64 {
    let class = match &*term.tag {
        "nr" | "nz" | "nrt" | "nrfg" => weights.name_word,
        "ns" => weights.place_word,
        "x" => weights.unknown_word,
        tag if tag.starts_with(['v', 'a', 'i', 'l', 'b', 'z']) => weights.verb_word,
        _ => 1.0,
    };
    let letters = term.text.chars().count().min(6) as f64;
    class * (1.0 + weights.long_word * (letters - 2.0))
}
