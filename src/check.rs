//! Figures → the arithmetic between them, and series ready to chart.

mod arithmetic;
mod doubt;
mod mention;
mod relation;
mod series;
mod sum;
mod table;

pub use doubt::doubts;

use crate::article::Article;
use crate::figure::{Figure, FigureKind};
use crate::order;
use crate::table::Table;
use crate::time::TimeExpression;
use serde::Serialize;
use std::collections::BTreeSet;

/// Comparable figures side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// What is compared.
    pub property: String,
    /// The common unit.
    pub unit: String,
    /// The common kind.
    pub kind: FigureKind,
    /// By what they differ.
    pub axis: Axis,
    /// The figures, in order.
    pub items: Vec<Item>,
    /// The stated total these items belong to, if the text states one.
    pub total: Option<Total>,
}

/// By what the items of a series differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Axis {
    /// By owner.
    Category,
    /// By date.
    Time,
    /// Shares of a whole.
    Share,
}

/// A figure of a series.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Item {
    /// Whose, or when.
    pub label: String,
    /// How much.
    pub value: f64,
    /// Id of the figure.
    pub figure: usize,
}

/// The total of a series.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Total {
    /// How much.
    pub value: f64,
    /// Id of the figure.
    pub figure: usize,
}

/// Arithmetic between figures of the article, held or broken.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Check {
    /// What is checked.
    pub kind: CheckKind,
    /// Ids of the figures: the parts first, the result last.
    pub figures: Vec<usize>,
    /// Whether the arithmetic holds within the rounding of the text.
    pub holds: bool,
    /// As a reader would write it: `51+62+57=170`, `12+8+5=25≠26`.
    pub arithmetic: String,
}

/// What a check is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckKind {
    /// Parts add up to their total.
    Sum,
    /// One is another less a third.
    Difference,
    /// One is so many times another.
    Ratio,
    /// A change against its base.
    Growth,
    /// A total by a count.
    Average,
    /// A part of a whole in percent.
    Share,
    /// The same thing said with different values.
    Conflict,
}

/// Finds the arithmetic that the figures claim or show, in the order of the text.
pub fn checks(article: &Article, figures: &[Figure], tables: &[Table]) -> Vec<Check> {
    let mentions = mention::all(article, figures);
    let mut checks = sum::sums(article, &mentions);
    checks.extend(relation::relations(article, &mentions));
    checks.extend(relation::conflicts(article, figures));
    checks.extend(table::sums(figures, tables));
    order::by_key(&mut checks, |check| check.figures.first().copied());
    let held: Vec<BTreeSet<usize>> =
        checks.iter().filter(|c| c.holds).map(|c| order::set(c.figures.iter().copied())).collect();
    // The same figures read the other way round need not hold as well.
    checks.retain(|c| c.holds || !held.iter().any(|h| c.figures.iter().all(|id| h.contains(id))));
    let mut seen = BTreeSet::new();
    checks.retain(|check| seen.insert(check.arithmetic.clone()));
    checks
}

/// Sets comparable figures side by side: the parts of each sum, those of one property that differ by owner or time, and
/// the columns of tables.
pub fn series(
    article: &Article,
    figures: &[Figure],
    times: &[TimeExpression],
    checks: &[Check],
    tables: &[Table],
) -> Vec<Series> {
    let mut all = series::series(article, figures, times, checks);
    all.extend(table::series(article, figures, tables));
    // The parts of a column's sum are that column.
    let mut seen = BTreeSet::new();
    all.retain(|series| seen.insert(series.items.iter().map(|item| item.figure).collect::<Vec<_>>()));
    order::by_key(&mut all, |series| series.items.first().map(|item| item.figure));
    all
}
