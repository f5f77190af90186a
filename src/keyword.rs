//! Tokens and names → the words a reader would search for.
//!
//! A candidate is a word, a phrase of two to four words that keep together, or a name. Its weight grows with how often
//! it is said, most in headline and lead, and with how much the sight of it tells (KP-Miner's and YAKE's position and
//! frequency features, with dictionary frequencies for idf); what stands mostly inside a stronger phrase is left out.

use crate::among::holds;
use crate::article::Article;
use crate::lexicon::LEXICON;
use crate::name::Names;
use crate::number::Numbers;
use crate::order;
use crate::span::Span;
use crate::weight::{WEIGHTS, Weights};
use candidate::Candidate;
use serde::Serialize;
use std::cmp::Reverse;

mod candidate;
mod edge;
mod phrase;
mod quoted;
mod standing;
mod taken;
mod whole;

/// A keyword.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Keyword {
    /// As written at its first mention.
    pub text: String,
    /// 0 to 1, the strongest is 1.
    pub score: f64,
    /// What it is.
    pub kind: KeywordKind,
    /// Every place where it stands.
    pub mentions: Vec<Span>,
    /// Whether it is worth showing: the first are, and what tells more than they do.
    #[serde(skip)]
    pub shown: bool,
}

/// What a keyword is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum KeywordKind {
    /// A word.
    Term,
    /// Two to four words.
    Phrase,
    /// A person's name.
    Person,
    /// An organisation's name.
    Organization,
    /// A place's name.
    Place,
}

/// Most keywords that are ever worth showing.
const MOST: usize = 60;

/// Keywords that every article may have; those after them must be worth their place.
const FIRST: usize = 5;

/// The keywords of the article, strongest first.
pub fn rank(article: &Article, numbers: &Numbers, names: &Names) -> Vec<Keyword> {
    rank_with(article, numbers, names, &WEIGHTS)
}

/// The same by other weights, for fitting them.
pub fn rank_with(article: &Article, numbers: &Numbers, names: &Names, weights: &Weights) -> Vec<Keyword> {
    let mut candidates = candidate::all(article, numbers, names, weights);
    order::by_key(&mut candidates, |c| c.mentions.first().copied().unwrap_or_default());
    order::by_key(&mut candidates, |c| Reverse(c.weight));
    let best = candidates.first().map_or(1.0, |c| c.weight);
    let mut chosen: Vec<Candidate> = Vec::new();
    for mut candidate in candidates {
        if chosen.len() == MOST {
            break;
        }
        let same = |c: &&mut Candidate| {
            c.text.eq_ignore_ascii_case(&candidate.text)
                || is_ranked(c, &candidate)
                || is_ranked(&candidate, c)
                || is_end(&candidate, c)
                || is_brand(&candidate, c)
                || is_legal(&candidate, c)
                || is_legal(c, &candidate)
        };
        if let Some(other) = chosen.iter_mut().find(same) {
            other.take_in(candidate.mentions);
        } else if let Some(short) = chosen.iter_mut().find(|c| is_short_form(c, &candidate, weights)) {
            short.extend_to(candidate);
        } else if !chosen.iter().any(|c| repeats(c, &candidate)) && !said_by_others(&candidate, &chosen, weights) {
            candidate.slight = chosen.len() >= FIRST && !is_specific(&candidate, &chosen);
            chosen.push(candidate);
        }
    }
    chosen
        .into_iter()
        .map(|c| Keyword { score: c.weight / best, text: c.text, kind: c.kind, mentions: c.mentions, shown: !c.slight })
        .collect()
}

/// Whether the article says `short` for `longer`: its end, 大湾区 of 粤港澳大湾区.
fn is_end(short: &Candidate, longer: &Candidate) -> bool {
    let (letters, all) = (short.text.chars().count(), longer.text.chars().count());
    (3..all).contains(&letters) && letters * 2 >= all && longer.text.ends_with(&short.text)
}

/// Whether the article says `short` for the organisation `longer`: the unknown word that its name begins with, 远驰 of 远驰汽车.
fn is_brand(short: &Candidate, longer: &Candidate) -> bool {
    longer.kind == KeywordKind::Organization
        && short.kind == KeywordKind::Term
        && longer.text.starts_with(&short.text)
        && LEXICON.frequency(&short.text) == 0
}

/// Whether `long` is the company `short` by its full name: 江苏金智科技股份有限公司.
fn is_legal(short: &Candidate, long: &Candidate) -> bool {
    [short, long].iter().all(|c| c.kind == KeywordKind::Organization)
        && long.text.ends_with("公司")
        && holds(&long.text, &short.text)
}

/// Whether a chosen keyword is a shorter form of `longer`: its end, or a phrase that seldom stands without the rest.
fn is_short_form(chosen: &Candidate, longer: &Candidate, weights: &Weights) -> bool {
    let share = match chosen.kind {
        KeywordKind::Phrase => 0.7,
        KeywordKind::Term | KeywordKind::Place => weights.phrase_takes,
        _ => 2.0,
    };
    let piece = longer.kind == KeywordKind::Phrase
        && longer.text.len() > chosen.text.len()
        && holds(&longer.text, &chosen.text)
        && {
            let inside = chosen.mentions.iter().filter(|m| stands_in(**m, &longer.mentions)).count();
            inside as f64 >= chosen.mentions.len() as f64 * share
        };
    piece || is_end(chosen, longer) || is_brand(chosen, longer)
}

/// Share of the weight of a word below which a word or phrase that holds it, or is held by it, says it once more.
const REPEATED: f64 = 0.6;

/// Whether a word or phrase that is not said much only repeats a stronger one: 资助计划 after 资助.
fn repeats(chosen: &Candidate, weaker: &Candidate) -> bool {
    let plain = |c: &Candidate| matches!(c.kind, KeywordKind::Term | KeywordKind::Phrase);
    plain(chosen)
        && plain(weaker)
        && weaker.mentions.len() < 3
        && weaker.weight < REPEATED * chosen.weight
        && (holds(&weaker.text, &chosen.text) || holds(&chosen.text, &weaker.text))
}

/// Share of the strongest weight below which a word of two letters tells little.
const FAINT: f64 = 0.25;

/// Bytes of two Chinese letters.
const SHORT: usize = 6;

/// Whether a keyword after the first ones tells something that they do not: no word of all news, none said in passing, no short
/// and faint one, no piece of what is shown.
fn is_specific(candidate: &Candidate, chosen: &[Candidate]) -> bool {
    let plain = |c: &Candidate| matches!(c.kind, KeywordKind::Term | KeywordKind::Phrase);
    let said = |c: &Candidate| holds(&c.text, &candidate.text) || holds(&candidate.text, &c.text) && plain(c);
    let best = chosen.first().map_or(0.0, |c| c.weight);
    let faint = candidate.weight < FAINT * best && candidate.text.len() == SHORT;
    let told = || faint || chosen.iter().filter(|c| !c.slight).any(said);
    !candidate.slight && (!plain(candidate) || !told())
}

/// Whether `long` is the place `short` with its rank: 上海市.
fn is_ranked(short: &Candidate, long: &Candidate) -> bool {
    long.text.strip_suffix(['省', '市', '县', '区']).is_some_and(|name| name == short.text)
}

/// Whether a candidate stands mostly inside longer keywords that are chosen, or is a longer form of one; of two phrases one may
/// end where the other begins: 便利化水平 of 登记注册便利化水平 says 注册便利化 once more.
fn said_by_others(candidate: &Candidate, chosen: &[Candidate], weights: &Weights) -> bool {
    let longer: Vec<&Candidate> = chosen.iter().filter(|c| holds(&c.text, &candidate.text)).collect();
    if longer.iter().any(|c| c.text == candidate.text) {
        return true;
    }
    let phrase = |c: &&Candidate| c.kind == KeywordKind::Phrase && candidate.kind == KeywordKind::Phrase;
    let inside = |m: &&Span| {
        let crosses = || chosen.iter().filter(phrase).any(|c| overlaps_one(**m, &c.mentions));
        longer.iter().any(|c| stands_in(**m, &c.mentions)) || crosses()
    };
    let within = candidate.mentions.iter().filter(inside).count();
    within as f64 > (1.0 - weights.phrase_kept) * candidate.mentions.len() as f64
}

/// Whether `span` shares letters with one of `mentions`, which are in order.
fn overlaps_one(span: Span, mentions: &[Span]) -> bool {
    let before = mentions.partition_point(|m| m.start < span.end);
    before.checked_sub(1).and_then(|i| mentions.get(i)).is_some_and(|m| m.overlaps(span))
}

/// Whether `span` lies inside one of `mentions`, which are in order.
fn stands_in(span: Span, mentions: &[Span]) -> bool {
    let after = mentions.partition_point(|m| m.start <= span.start);
    after.checked_sub(1).and_then(|i| mentions.get(i)).is_some_and(|m| m.contains(span))
}
