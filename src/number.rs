//! Tokens → the numbers of the text, told apart: quantities, times, identifiers, and words that merely contain numerals.

mod alone;
mod bound;
mod change;
mod compound;
mod context;
mod currency;
mod cut;
mod found;
mod identifier;
mod implied;
mod item;
mod label;
mod measure;
mod ordinal;
mod pair;
mod part;
mod range;
mod rate;
mod scan;
mod serial;

use crate::article::Article;
use crate::calendar::Date;
use crate::document::BlockKind;
use crate::numeral::line::Line;
use crate::order;
use crate::quantity::{Change, Quantity};
use crate::span::Span;
use crate::time::TimeExpression;
use crate::time::resolve::Resolver;
pub(crate) use alone::{Alone, alone};
use found::{Found, Shape};
use identifier::Named;
use serde::Serialize;

/// All numbers of an article, each list in the order of the text. No two overlap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Numbers {
    /// Numbers that measure.
    pub quantities: Vec<Quantity>,
    /// Numbers that date.
    pub times: Vec<TimeExpression>,
    /// Numbers that name.
    pub identifiers: Vec<Identifier>,
}

/// A number that names rather than measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Identifier {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// As written.
    pub text: String,
    /// What it names.
    pub kind: IdentifierKind,
    /// As registers write it, e.g. `600000.SH`.
    pub value: String,
}

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum IdentifierKind {
    /// A share, fund or bond.
    Security,
    /// An official document.
    Document,
    /// A telephone.
    Phone,
    /// A product model, a flight, a version.
    Model,
    /// An account, an order, a case.
    Account,
    /// A web address.
    Url,
    /// Any other.
    Other,
}

/// Reads every number of the article; relative dates are resolved against `reference`.
pub fn read(article: &Article, reference: Option<Date>) -> Numbers {
    let mut numbers = Numbers::default();
    let mut calendar = Resolver::new(reference);
    datelines(article, &mut calendar, &mut numbers.times);
    let mut done = 0;
    for (index, passage) in article.passages.iter().enumerate() {
        // A headline inside the body is read once more as body: figures outside sentences are told apart by that.
        if passage.sentence.is_none() {
            done = 0;
        }
        let from = passage.span.start.max(done);
        let span = Span::new(from, joined_end(article.text, Span::new(from, passage.span.end)));
        if span.is_empty() {
            continue;
        }
        let line = Line::new(article.text, span);
        let scan = scan::scan(&line);
        calendar.sentence(article.text, passage.sentence, &line, &scan.moments, &mut numbers.times);
        numbers.identifiers.extend(scan.named.iter().map(|named| identify(article.text, &line, named)));
        quantities(article, &line, index, &scan.found, &mut numbers);
        done = if passage.sentence.is_none() { 0 } else { span.end.max(passage.span.end) };
    }
    order::by_key(&mut numbers.times, |time| time.start);
    order::by_key(&mut numbers.identifiers, |identifier| identifier.start);
    numbers
}

/// The days that datelines name: 新华社北京8月30日电.
fn datelines(article: &Article, calendar: &mut Resolver, times: &mut Vec<TimeExpression>) {
    let blocks = article.document.blocks.iter();
    for block in blocks.filter(|block| block.body && block.kind == BlockKind::Dateline) {
        let line = Line::new(article.text, block.span());
        calendar.sentence(article.text, None, &line, &scan::scan(&line).moments, times);
    }
}

/// The end of `span`, or the end of the number that a line break cuts there: `32⏎043亿`.
fn joined_end(text: &str, span: Span) -> usize {
    let before = span.of(text).bytes().rev().take_while(u8::is_ascii_digit).count();
    let Some(rest) = text.get(span.end..).and_then(|rest| rest.strip_prefix('\n')) else { return span.end };
    let after = rest.bytes().take_while(u8::is_ascii_digit).count();
    let unit = rest.get(after..).is_some_and(|unit| unit.starts_with(['亿', '万']));
    if !(1..=3).contains(&before) || after != 3 || !unit {
        return span.end;
    }
    let line_end = rest.find(['。', '，', '；', '\n']).unwrap_or(rest.len());
    span.end + 1 + line_end
}

/// What the scan found on one line, as quantities of that passage, or as names of things.
fn quantities(article: &Article, line: &Line, passage: usize, found: &[Found], numbers: &mut Numbers) {
    let (mut floor, mut last, mut serial) = (0, None, None);
    let tokens = article.passages.get(passage).map_or(&[][..], |passage| &passage.tokens);
    for (i, f) in found.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| found.get(i));
        let change = change::of(line, f, floor, last);
        let change = change.or_else(|| before.and_then(|b| change::listed(line, b, f, last)));
        last = change;
        floor = f.end;
        let name = serial::read(line, tokens, f).or_else(|| serial::listed(line, serial.as_ref()?, f));
        serial = name.filter(|_| change.is_none());
        match &serial {
            Some(named) => numbers.identifiers.push(identify(article.text, line, named)),
            None => numbers.quantities.push(quantity(line, passage, f, change)),
        }
    }
}

fn quantity(line: &Line, passage: usize, found: &Found, change: Option<Change>) -> Quantity {
    let ends = [found.low.to_f64(), found.high.to_f64()];
    let modifier = found.modifier.or_else(|| bound::modifier(line, found.start, found.end));
    Quantity {
        span: line.span(found.start, found.end),
        passage,
        kind: found.kind,
        value: match found.shape {
            Shape::One => Some(ends[0]),
            Shape::Fraction => Some(ends[0] / ends[1]),
            Shape::Range | Shape::Parts | Shape::Several => None,
        },
        range: (found.shape == Shape::Range).then_some(ends),
        parts: (found.shape == Shape::Parts).then_some(ends),
        unit: found.unit.clone(),
        modifier,
        change,
        repaired: found.repaired,
    }
}

fn identify(text: &str, line: &Line, named: &Named) -> Identifier {
    let span = line.span(named.start, named.end);
    Identifier {
        start: span.start,
        end: span.end,
        text: span.of(text).to_owned(),
        kind: named.kind,
        value: named.value.clone(),
    }
}
