//! Runs the stages in their order and assembles the one result.

use crate::article::Article;
use crate::check::{self, Check, Series};
use crate::document::{self, Block, Document, Notice};
use crate::figure::{self, Figure};
use crate::html;
use crate::keyword::{self, Keyword};
use crate::name::{self, Entity, Names, Person};
use crate::number::{self, Identifier, Numbers};
use crate::options::{Format, Options, TokenOutput};
use crate::order;
use crate::quote::{self, Quote};
use crate::reading::{Reading, Script};
use crate::salience::{self, Evidence, Salience};
use crate::sentence::{self, Sentence};
use crate::span::Span;
use crate::summary::{self, Summary};
use crate::table;
use crate::time::TimeExpression;
use crate::token::{self, Token};
use serde::Serialize;
use std::cmp::Reverse;
use std::future::poll_fn;
use std::mem::replace;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What a pasted text says. The fields are those of the published result contract, version 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Digest {
    /// Version of the contract.
    pub schema: u8,
    /// Han script of the body.
    pub script: Script,
    /// The parts of the page.
    pub document: Document,
    /// The sentences of the body.
    pub sentences: Vec<Sentence>,
    /// The story in a few of them.
    pub summary: Summary,
    /// What it is about, strongest first.
    pub keywords: Vec<Keyword>,
    /// Its numbers, in the order of the text.
    pub figures: Vec<Figure>,
    /// Comparable figures side by side.
    pub series: Vec<Series>,
    /// Arithmetic between figures.
    pub checks: Vec<Check>,
    /// Every date and time.
    pub times: Vec<TimeExpression>,
    /// Numbers that name.
    pub identifiers: Vec<Identifier>,
    /// The people of the story.
    pub people: Vec<Person>,
    /// Its organisations.
    pub organizations: Vec<Entity>,
    /// Its places.
    pub places: Vec<Entity>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What the reader should know about this result.
    pub notices: Vec<Notice>,
    /// Every token of the input, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Token>>,
}

/// Reads `text` with the default options. Never fails: any string has a digest.
///
/// ```
/// let digest = yaodian::digest("长宁区签约51亿元，嘉定区签约62亿元。");
/// assert_eq!(digest.sentences.len(), 1);
/// ```
pub fn digest(text: &str) -> Digest {
    digest_with_options(text, &Options::default())
}

/// Reads `text`. Offsets of the result are bytes of `text`; see [`Digest::in_utf16`].
pub fn digest_with_options(text: &str, options: &Options) -> Digest {
    digest_observed(text, options, &mut |_| {})
}

/// Reads `text`, calling `finished` with the name of each stage as it ends, for callers that have a clock.
pub fn digest_observed(text: &str, options: &Options, finished: &mut dyn FnMut(&'static str)) -> Digest {
    let mut stages = pin!(digest_in_stages(text, options, finished));
    loop {
        if let Poll::Ready(digest) = stages.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return digest;
        }
    }
}

/// The same for callers whose thread has other work: a future that is pending once after each stage, and waits for nothing.
pub async fn digest_in_stages(text: &str, options: &Options, finished: &mut dyn FnMut(&'static str)) -> Digest {
    let page = (options.format == Format::Html).then(|| html::read(text));
    let reading = page.as_ref().map_or_else(|| Reading::of(text), |page| Reading::of_paragraphs(&page.text));
    let hints = page.as_ref().map_or(&[][..], |page| &page.hints);
    end("reading", finished).await;
    let (mut document, notices) = document::read_with_hints(&reading.text, hints, &options.marks);
    document.text = page.as_ref().map(|page| page.text.clone());
    end("document", finished).await;
    let sentences = sentence::split(&reading.text, &document);
    end("sentence", finished).await;
    let article = Article::new(&reading.text, &document, &sentences, &options.words);
    end("token", finished).await;
    let numbers = number::read(&article, document.reference_date(options));
    end("number", finished).await;
    let tables = table::read(&article);
    let mut names = name::read(&article, &numbers);
    end("name", finished).await;
    let quotes = quote::read(&article, &names);
    quote::assign(&quotes, &mut names.people);
    end("quote", finished).await;
    let figures = figure::attach(&article, &numbers, &names, &tables);
    let checks = check::checks(&article, &figures, &tables);
    let series = check::series(&article, &figures, &numbers.times, &checks, &tables);
    let doubts = check::doubts(&article, &figures, &names.people, &numbers.times);
    end("figure", finished).await;
    let keywords = keyword::rank(&article, &numbers, &names);
    end("keyword", finished).await;
    let evidence =
        Evidence { figures: &figures, times: &numbers.times, names: &names, quotes: &quotes, keywords: &keywords };
    let weights = salience::weigh(&article, &evidence);
    end("salience", finished).await;
    let summary = summary::choose(&article, &evidence, &weights, options.sentences);
    end("summary", finished).await;
    let tokens = (options.tokens == TokenOutput::Listed)
        .then(|| token::tokenize(&reading.text, Span::new(0, reading.text.len()), &options.words));
    let Numbers { times, identifiers, .. } = numbers;
    let Names { people, organizations, places } = names;
    let mut digest = Digest {
        schema: 1,
        script: reading.script(document.blocks.iter().filter(|b| b.body).map(Block::span)),
        document,
        sentences,
        summary,
        keywords,
        figures,
        series,
        checks,
        times,
        identifiers,
        people,
        organizations,
        places,
        quotes,
        notices: reading.notices.iter().cloned().chain(notices).chain(doubts).collect(),
        tokens,
    };
    digest.weigh(weights);
    digest.limit(options);
    digest.in_original(&reading)
}

/// Tells that `stage` has ended, and is pending once.
async fn end(stage: &'static str, finished: &mut dyn FnMut(&'static str)) {
    finished(stage);
    let mut rested = false;
    poll_fn(|_| if replace(&mut rested, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

impl Digest {
    /// Gives every sentence its salience, the highest of them 1.
    fn weigh(&mut self, weights: Vec<Salience>) {
        let highest = weights.iter().map(|w| w.score).fold(0.0, f64::max);
        for (sentence, weight) in self.sentences.iter_mut().zip(weights) {
            sentence.salience = if highest > 0.0 { (weight.score / highest).max(0.0) } else { 0.0 };
            sentence.reasons = weight.reasons;
        }
    }

    /// Keeps as many keywords and figures as were asked for, and the checks and series whose figures are all kept.
    fn limit(&mut self, options: &Options) {
        self.keywords.retain(|k| k.shown);
        self.keywords.truncate(options.keywords);
        if self.figures.len() <= options.figures {
            return;
        }
        order::by_key(&mut self.figures, |f| (Reverse(f.salience), f.start));
        self.figures.truncate(options.figures);
        order::by_key(&mut self.figures, |f| f.start);
        let mut kept: Vec<usize> = self.figures.iter().map(|f| f.id).collect();
        order::by_key(&mut kept, |&id| id);
        let is_kept = |id: usize| kept.binary_search(&id).is_ok();
        self.checks.retain(|c| c.figures.iter().all(|&id| is_kept(id)));
        let total_is_kept = |s: &Series| s.total.is_none_or(|t| is_kept(t.figure));
        self.series.retain(|s| s.items.iter().all(|i| is_kept(i.figure)) && total_is_kept(s));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_in_stages_rests_after_each_and_is_the_same() {
        let (text, options) = ("海州市今年签约18个项目，总投资170亿元。", Options::default());
        let mut stages = Vec::new();
        let mut rests = 0;
        let staged = {
            let mut finished = |stage| stages.push(stage);
            let mut work = pin!(digest_in_stages(text, &options, &mut finished));
            loop {
                match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                    Poll::Ready(digest) => break digest,
                    Poll::Pending => rests += 1,
                }
            }
        };
        assert_eq!(staged, digest(text));
        assert_eq!((rests, stages.last()), (11, Some(&"summary")));
        assert_eq!(stages.len(), rests);
    }
}
