//! Whose words a sentence gives: those of who acts in the story, or of someone who stands by.

use super::Evidence;
use super::feature::sentence_at;
use crate::article::Article;
use crate::name::Person;
use crate::name::tables::{TABLES, sort};
use crate::order;
use crate::quote::{Quote, QuoteKind};
use crate::span::Span;

/// Whose words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    /// A person whom the headline names.
    Actor,
    /// Someone without office or organisation, or nobody whom the text names.
    Bystander,
}

/// For each sentence whose words it gives; `None` where it gives nobody's, or those of an office or an expert.
pub(super) fn voices(article: &Article, evidence: &Evidence) -> Vec<Option<Voice>> {
    let mut voices = vec![None; article.sentences.len()];
    let headline = article.passages.iter().find(|p| p.sentence.is_none()).map(|p| p.span);
    let people = order::map(evidence.names.people.iter().map(|p| (p.name.as_str(), p)));
    let acts = |p: &Person| headline.is_some_and(|h| p.mentions.iter().any(|m| h.contains(*m)));
    for quote in evidence.quotes {
        let Some(sentence) = sentence_at(article, Span::new(quote.start, quote.start)) else { continue };
        let voice = match quote.speaker.as_deref() {
            None => is_most(quote, article, sentence).then_some(Voice::Bystander),
            Some(speaker) => match people.get(speaker) {
                Some(person) if acts(person) => Some(Voice::Actor),
                Some(person) => is_bystander(person, quote).then_some(Voice::Bystander),
                None => TABLES.is(speaker, sort::TRADE).then_some(Voice::Bystander),
            },
        };
        if let Some(told) = voices.get_mut(sentence).filter(|told| told.is_none()) {
            *told = voice;
        }
    }
    // 26岁的程序员何田田每月只付680元租金: an example.
    for person in evidence.names.people.iter().filter(|p| !acts(p) && is_private(p)) {
        let sentence = person.mentions.first().filter(|_| person.mentions.len() == 1);
        let sentence = sentence.and_then(|m| sentence_at(article, *m)).filter(|i| *i >= STORY);
        if let Some(told) = sentence.and_then(|i| voices.get_mut(i)).filter(|told| told.is_none()) {
            *told = Some(Voice::Bystander);
        }
    }
    voices
}

/// The first sentences tell of those whom the story is about.
const STORY: usize = 3;

/// Whether somebody has a trade and no office, and belongs nowhere.
fn is_private(person: &Person) -> bool {
    let holds = |kinds| person.titles.iter().any(|t| TABLES.is(t, kinds));
    person.organization.is_none() && holds(sort::TRADE) && !holds(sort::OFFICE | sort::POST)
}

/// Whether who is quoted holds no office and belongs nowhere: 村民, 王阿姨. A name alone that reports may be a firm's.
fn is_bystander(person: &Person, quote: &Quote) -> bool {
    let plain = person.organization.is_none() && !person.titles.iter().any(|t| TABLES.is(t, sort::OFFICE | sort::POST));
    let called = |(at, _)| person.name.get(at..).is_some_and(|rest| TABLES.is(rest, sort::KIN | sort::ADDRESS));
    let known = !person.titles.is_empty() || person.name.char_indices().nth(1).is_some_and(called);
    plain && (known || quote.kind == QuoteKind::Direct)
}

/// Whether a quotation is most of its sentence.
fn is_most(quote: &Quote, article: &Article, sentence: usize) -> bool {
    let whole = article.sentences.get(sentence).map_or(0, |s| s.end - s.start);
    quote.kind == QuoteKind::Direct && (quote.end - quote.start) * 2 > whole
}
