//! What may be a keyword, with its weight.

use super::edge::Edges;
use super::phrase::Runs;
use super::standing::Standing;
use super::taken::{Taken, outlet};
use super::whole::Neighbours;
use super::{KeywordKind, quoted};
use crate::among::holds;
use crate::article::Article;
use crate::lexicon::LEXICON;
use crate::name::Names;
use crate::name::tables::{TABLES, sort};
use crate::number::{IdentifierKind, Numbers};
use crate::order;
use crate::span::Span;
use crate::term::Term;
use crate::weight::Weights;
use std::collections::{BTreeMap, BTreeSet};

/// A word, phrase or name with all its places.
pub(super) struct Candidate {
    pub(super) text: String,
    pub(super) kind: KeywordKind,
    pub(super) mentions: Vec<Span>,
    pub(super) weight: f64,
    /// Whether so much of all news says it, or the article so seldom, that it tells little.
    pub(super) slight: bool,
}

impl Candidate {
    /// Takes in the places of its longer form, which becomes its text.
    pub(super) fn extend_to(&mut self, longer: Self) {
        self.text = longer.text;
        if matches!(self.kind, KeywordKind::Term | KeywordKind::Place) {
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
        order::by_key(&mut self.mentions, |m| *m);
    }
}

/// A word as a candidate.
pub(super) struct WordCandidate {
    pub(super) candidate: Candidate,
    /// Its weight for one mention.
    pub(super) value: f64,
    /// Whether it may stand alone.
    pub(super) alone: bool,
    /// Whether so much of all news says it that it tells little by itself.
    common: bool,
}

/// All candidates of the article, in no order that matters.
pub(super) fn all(article: &Article, numbers: &Numbers, names: &Names, weights: &Weights) -> Vec<Candidate> {
    let standing = Standing::of(article, weights);
    let mut candidates = entities(article, names, &standing, weights);
    let taken = Taken::of(article, numbers, names);
    let runs = Runs::of(article, &taken);
    let words = words(article, &runs, &standing, weights);
    let phrases = runs.phrases(article, &standing, &words, weights);
    let factor = |word: &WordCandidate| match word.common {
        true if phrases.iter().any(|p| holds(&p.text, &word.candidate.text)) => weights.common_part,
        true => weights.common_word,
        false => 1.0,
    };
    let factors: Vec<f64> = words.values().map(factor).collect();
    candidates.extend(phrases);
    candidates.extend(models(numbers, &standing, weights));
    let known = order::set(candidates.iter().map(|c| c.text.clone()));
    candidates.extend(marked(article, &standing, &known, weights));
    let named = order::set(candidates.iter().filter(|c| c.kind != KeywordKind::Phrase).map(|c| c.text.clone()));
    let words = words.into_values().zip(factors).filter(|(w, _)| w.alone && !named.contains(&w.candidate.text));
    let words = words.map(|(w, factor)| Candidate { weight: w.candidate.weight * factor, ..w.candidate });
    let neighbours = Neighbours::of(article, &taken);
    let words = words.map(|mut c| {
        neighbours.complete(&mut c);
        c
    });
    candidates.extend(words.filter(|c| !is_maker(article, &c.text)));
    let edges = Edges::of(article);
    candidates.iter_mut().for_each(|c| edges.mend(c));
    candidates
}

/// Names as candidates: each by the form that the text uses most. The outlet that tells the story is not what it is about.
fn entities(article: &Article, names: &Names, standing: &Standing, weights: &Weights) -> Vec<Candidate> {
    let outlet = outlet(article);
    let is_outlet = |mentions: &[Span]| mentions.iter().all(|m| outlet.iter().any(|o| o.contains(*m)));
    let people = names.people.iter().map(|p| (KeywordKind::Person, &p.name, &p.mentions, weights.name_word));
    let organizations = names.organizations.iter().map(|o| {
        let is_own = |alias: &&String| alias.chars().count() > 1 && LEXICON.tag(alias) != Some("n");
        let short = o.aliases.iter().find(is_own).unwrap_or(&o.name);
        (KeywordKind::Organization, short, &o.mentions, weights.organization_word)
    });
    let located = names.places.iter().map(|p| (KeywordKind::Place, &p.name, &p.mentions, weights.place_word));
    let named = people.chain(organizations).chain(located);
    named
        .filter(|(_, text, mentions, _)| {
            let own = text.chars().count() > 1 && !text.starts_with(['该', '本', '其']);
            own && !is_maker(article, text) && !is_source(article, text, mentions) && !is_outlet(mentions)
        })
        .map(|(kind, text, mentions, factor)| {
            // 访华, 沪指: one character is hardly the word.
            let whole = mentions.iter().filter(|m| article.words(**m).chars().count() > 1);
            let whole: Vec<Span> = whole.copied().collect();
            let counted = if whole.is_empty() && kind != KeywordKind::Place { mentions } else { &whole };
            let least = if kind == KeywordKind::Person { weights.person_bits } else { 0.0 };
            let value = bits(LEXICON.information(text).max(least), weights) * factor;
            let weight = standing.frequency(counted) * value;
            let slight = mentions.len() < 2 && !standing.is_ahead(mentions);
            Candidate { text: text.clone(), kind, mentions: mentions.clone(), weight, slight }
        })
        .filter(|c| c.weight > 0.0)
        .collect()
}

/// Whether `name` is a medium's that the headline does not name: what it told is quoted from it.
fn is_source(article: &Article, name: &str, mentions: &[Span]) -> bool {
    let headline = article.passages.iter().filter(|p| p.sentence.is_none()).map(|p| p.span);
    TABLES.is(name, sort::MEDIUM) && !headline.into_iter().any(|h| mentions.iter().any(|m| h.contains(*m)))
}

/// Whether `name` is that of one who made the article.
fn is_maker(article: &Article, name: &str) -> bool {
    article.document.bylines.iter().any(|byline| byline.name == name)
}

/// Terms in quotation marks that are not `known` as candidates.
fn marked(article: &Article, standing: &Standing, known: &BTreeSet<String>, weights: &Weights) -> Vec<Candidate> {
    let terms = quoted::terms(article).into_iter().filter(|(text, _)| !known.contains(*text));
    terms
        .map(|(text, mentions)| {
            let weight = standing.frequency(&mentions) * bits(LEXICON.information(text), weights) * weights.quoted_word;
            let slight = mentions.len() < 2;
            Candidate { text: text.to_owned(), kind: KeywordKind::Term, mentions, weight, slight }
        })
        .collect()
}

/// Numbers that name a make, a substance or the like, as candidates: C919, PM10, 歼-20.
fn models(numbers: &Numbers, standing: &Standing, weights: &Weights) -> Vec<Candidate> {
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for model in numbers.identifiers.iter().filter(|i| i.kind == IdentifierKind::Model) {
        places.entry(&model.text).or_default().push(Span::new(model.start, model.end));
    }
    let candidate = |(text, mentions): (&str, Vec<Span>)| {
        let value = bits(weights.most_bits, weights) * weights.latin_word * length_factor(text, weights);
        let weight = standing.frequency(&mentions) * value;
        Candidate { text: text.to_owned(), kind: KeywordKind::Term, mentions, weight, slight: false }
    };
    places.into_iter().map(candidate).collect()
}

/// Every term with its places outside numbers and names.
fn words(article: &Article, runs: &Runs, standing: &Standing, weights: &Weights) -> BTreeMap<usize, WordCandidate> {
    let long = article.sentences.len() >= LONG;
    let candidates = runs.mentions().into_iter().filter_map(|(index, mentions)| {
        let term = article.terms.list.get(index)?;
        let value = bits(term.information, weights) * class_factor(term, weights);
        let once = mentions.len() < 2;
        let weight =
            standing.frequency(&mentions) * value * if once && is_deed(term) { weights.deed_once } else { 1.0 };
        let ahead = standing.is_ahead(&mentions);
        let short = term.text.chars().count() == 2;
        let foreign = term.text.chars().all(|c| c.is_ascii_lowercase());
        let aside = foreign && mentions.iter().all(|m| is_prose(article.text, *m))
            || long && if is_slight(term) { once || !ahead } else { once && short && (!ahead || term.count == 0) };
        let slight = once || term.common;
        let candidate = Candidate { text: term.text.to_owned(), kind: KeywordKind::Term, mentions, weight, slight };
        Some((index, WordCandidate { candidate, value, alone: term.alone && !aside, common: term.common }))
    });
    order::map(candidates)
}

/// Letters to either side by which a passage of foreign prose is known, and the spaces among them.
const PROSE: usize = 24;
const SPACES: usize = 3;

/// Whether a Latin word stands among others: a sentence, not a name.
fn is_prose(text: &str, word: Span) -> bool {
    let latin = |c: &char| c.is_ascii_alphabetic() || *c == ' ';
    let before = text.get(..word.start).unwrap_or_default().chars().rev().take(PROSE).take_while(latin);
    let after = text.get(word.end..).unwrap_or_default().chars().take(PROSE).take_while(latin);
    before.chain(after).filter(|c| *c == ' ').count() >= SPACES
}

/// Sentences from which an article says in its head, and says again, what it is about.
const LONG: usize = 4;

/// Whether a word must be in the head of a long article and be said again to be what it is about: a deed, a quality, what all
/// news says, what only the letter model holds for a word.
fn is_slight(term: &Term) -> bool {
    is_deed(term) || term.common || &*term.tag == "x" && (term.count == 0 || term.text.chars().count() == 2)
}

/// Whether a word is a verb or tells a quality.
fn is_deed(term: &Term) -> bool {
    term.tag.starts_with(['v', 'a', 'z', 'i', 'l'])
}

/// Bits of a word as they count.
fn bits(information: f64, weights: &Weights) -> f64 {
    weights.rarity * information.min(weights.most_bits) + (1.0 - weights.rarity) * 12.0
}

/// What a word's part of speech and length do to its weight.
fn class_factor(term: &Term, weights: &Weights) -> f64 {
    let class = match &*term.tag {
        "nr" | "nz" | "nrt" | "nrfg" => weights.name_word,
        "nt" => weights.organization_word,
        "ns" => weights.place_word,
        "x" => weights.unknown_word,
        "eng" => weights.latin_word,
        "vn" => weights.gerund_word,
        tag if tag.starts_with('v') => weights.verb_word,
        tag if tag.starts_with(['a', 'i', 'l', 'b', 'z', 's']) => weights.quality_word,
        _ => 1.0,
    };
    class * length_factor(term.text, weights)
}

/// What the length of a word does to its weight.
fn length_factor(word: &str, weights: &Weights) -> f64 {
    1.0 + weights.long_word * (word.chars().count().min(6) as f64 - 2.0)
}
