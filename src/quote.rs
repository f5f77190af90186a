//! Who said what: words in quotation marks with the subject and verb beside them, and what verbs of saying govern.

mod direct;
mod indirect;
mod marks;
mod speaker;
mod verb;

use crate::article::Article;
use crate::name::unit::Line;
use crate::name::{Names, Person};
use crate::order;
use crate::span::Span;
use direct::Speech;
use indirect::{Marked, Report};
use serde::Serialize;
use speaker::Roster;
use std::collections::BTreeMap;

/// Something said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// First byte, the quotation mark left out.
    pub start: usize,
    /// One past the last byte, the quotation mark left out.
    pub end: usize,
    /// The words: the parts, joined.
    pub text: String,
    /// The pieces of the text that were said: one, or several where the speaker stands between them (“A，”X说，“B”).
    pub parts: Vec<Span>,
    /// How it is given.
    pub kind: QuoteKind,
    /// Name as in people or organisations; `None` where the text does not say.
    pub speaker: Option<String>,
    /// The verb of saying.
    pub verb: Option<String>,
}

/// How words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// After a verb of saying.
    Indirect,
}

/// Finds every quotation of the article and whose it is.
pub fn read(article: &Article, names: &Names) -> Vec<Quote> {
    let roster = Roster::new(names);
    let mut quotes = Vec::new();
    let mut open: Option<String> = None;
    for paragraph in article.sentences.chunk_by(|a, b| a.block == b.block) {
        let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else { continue };
        let span = Span::new(first.start, last.end);
        let line = Line::new(article.text, span);
        let cast = roster.cast(&line, span);
        let mut speeches = direct::read(&line, &cast, &marks::pairs(&line));
        let marked = Marked::of(&speeches);
        let sentences = paragraph.iter().map(|s| (line.index(s.start), line.index(s.end)));
        let reports: Vec<Report> =
            sentences.flat_map(|(from, to)| indirect::read(&line, &cast, from, to, &marked)).collect();
        direct::attribute(&line, &cast, &mut speeches, &reports, open.as_deref());
        open = speeches.last().filter(|s| s.is_open(&line)).and_then(|s| s.speaker.clone());
        let free = speeches.iter().filter(|s| !is_within(s, &reports));
        let mut here: Vec<Quote> = free.filter_map(|s| spoken(article, &line, s)).collect();
        here.extend(reports.iter().map(|r| reported(article, &line, r)));
        order::by_key(&mut here, |q| q.start);
        quotes.append(&mut here);
    }
    quotes
}

/// Whether all of `speech` is part of a report; `reports` are in order and apart.
fn is_within(speech: &Speech, reports: &[Report]) -> bool {
    let (Some(first), Some(last)) = (speech.parts.first(), speech.parts.last()) else { return false };
    let after = reports.partition_point(|report| report.start <= first.start);
    after.checked_sub(1).and_then(|at| reports.get(at)).is_some_and(|report| last.end <= report.end)
}

fn spoken(article: &Article, line: &Line, speech: &Speech) -> Option<Quote> {
    let parts: Vec<Span> = speech.parts.iter().map(|p| line.span(p.start, p.end)).collect();
    Some(Quote {
        start: parts.first()?.start,
        end: parts.last()?.end,
        text: parts.iter().map(|&p| article.words(p)).collect(),
        parts,
        kind: QuoteKind::Direct,
        speaker: speech.speaker.clone(),
        verb: speech.verb.map(|(start, end)| line.piece(start, end).to_owned()),
    })
}

fn reported(article: &Article, line: &Line, report: &Report) -> Quote {
    let span = line.span(report.start, report.end);
    Quote {
        start: span.start,
        end: span.end,
        text: article.words(span).to_owned(),
        parts: vec![span],
        kind: QuoteKind::Indirect,
        speaker: Some(report.speaker.clone()),
        verb: Some(line.piece(report.verb.0, report.verb.1).to_owned()),
    }
}

/// Gives every person the indices of the quotes that are theirs, alone or with others.
pub fn assign(quotes: &[Quote], people: &mut [Person]) {
    let mut theirs: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, quote) in quotes.iter().enumerate() {
        for name in quote.speaker.iter().flat_map(|s| s.split('、')) {
            theirs.entry(name).or_default().push(index);
        }
    }
    for person in people {
        person.quotes = theirs.get_mut(person.name.as_str()).map(std::mem::take).unwrap_or_default();
    }
}
