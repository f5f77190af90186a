//! Dates, clock times and periods, resolved against the day of publication.

pub(crate) mod clock;
mod digits;
mod lunar;
mod month;
pub(crate) mod parse;
mod point;
mod relative;
pub(crate) mod resolve;
mod tense;
mod year;

use serde::Serialize;

/// A date, a time of day or a period that the text names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimeExpression {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// As written.
    pub text: String,
    /// What it is.
    pub kind: TimeKind,
    /// ISO 8601 local: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, `YYYY-MM-DDThh:mm`, or `YYYY-Qn` / `YYYY-Hn`. `None` where it cannot be resolved.
    pub value: Option<String>,
    /// Both ends, inclusive, for a period.
    pub range: Option<[String; 2]>,
    /// Index into the sentences; `None` outside the body.
    pub sentence: Option<usize>,
}

/// Sort of time expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TimeKind {
    /// A day, month, quarter or year.
    Date,
    /// A time of day, with or without its day.
    Time,
    /// From one date to another.
    Period,
}
