//! Tables → the sums that their last rows claim, and the series that their columns and rows are.

use super::arithmetic::{Amount, Verdict, compare, equation};
use super::mention::property;
use super::{Axis, Check, CheckKind, Item, Series, Total};
use crate::among::among;
use crate::article::Article;
use crate::figure::{Figure, FigureKind};
use crate::order;
use crate::span::Span;
use crate::table::{Cell, CellRole, Table};

/// A cell with its figure.
type Entry<'a> = (&'a Cell, &'a Figure);

/// The figures by the places of their mentions.
struct Index<'f>(Vec<(usize, &'f Figure)>);

impl<'f> Index<'f> {
    fn of(figures: &'f [Figure]) -> Self {
        let mut places: Vec<(usize, &Figure)> =
            figures.iter().flat_map(|figure| figure.mentions.iter().map(move |m| (m.start, figure))).collect();
        order::by_key(&mut places, |&(start, _)| start);
        Self(places)
    }

    fn at(&self, span: Span) -> Option<&'f Figure> {
        let first = self.0.partition_point(|&(start, _)| start < span.start);
        self.0.get(first).filter(|&&(start, _)| start == span.start).map(|&(_, figure)| figure)
    }

    /// The cells of a table with their figures.
    fn entries<'a>(&self, table: &'a Table) -> Vec<Entry<'a>>
    where
        'f: 'a,
    {
        table.cells.iter().filter_map(|cell| Some((cell, self.at(cell.span)?))).collect()
    }
}

/// The columns of `entries`, each in the order of its rows.
fn columns<'a>(entries: &[Entry<'a>]) -> Vec<Vec<Entry<'a>>> {
    let mut sorted = entries.to_vec();
    order::by_key(&mut sorted, |(cell, _)| (cell.column, cell.row));
    sorted.chunk_by(|a, b| a.0.column == b.0.column).map(<[Entry]>::to_vec).collect()
}

/// The sum of every column that ends in a total, held or broken.
pub(crate) fn sums(figures: &[Figure], tables: &[Table]) -> Vec<Check> {
    let index = Index::of(figures);
    tables.iter().flat_map(|table| sums_of(&index, table)).collect()
}

fn sums_of(index: &Index, table: &Table) -> Vec<Check> {
    let checks: Vec<Check> = columns(&index.entries(table)).iter().filter_map(|column| sum(column)).collect();
    // Where one column adds up the rows are the parts of the total, so that one that does not is wrong; parts of parts add
    // up to more.
    let whole = checks.iter().any(|check| check.holds) && !table.is_nested;
    checks.into_iter().filter(|check| check.holds || whole).collect()
}

/// The sum of a column, whose total is the first or the last of its cells.
fn sum(column: &[Entry]) -> Option<Check> {
    let (total, parts) = match column {
        [parts @ .., total] if total.0.role == CellRole::Total => (total, parts),
        [total, parts @ ..] if total.0.role == CellRole::Total => (total, parts),
        _ => return None,
    };
    let alike = |cell: &Entry| cell.0.role == CellRole::Level && cell.0.unit == total.0.unit;
    if parts.len() < 2 || parts.len() > MOST_PARTS || !parts.iter().all(alike) || !adds_up(total) {
        return None;
    }
    let terms: Vec<Amount> = parts.iter().filter_map(|(_, figure)| Amount::of(figure)).collect();
    let stated = Amount::of(total.1)?;
    let computed: i128 = terms.iter().map(|a| a.value).sum();
    let verdict = compare(computed, &terms, stated);
    let figures = order::set(column.iter().map(|(_, figure)| figure.id));
    if verdict == Verdict::Unsure || terms.len() != parts.len() || figures.len() != column.len() {
        return None;
    }
    let ids = parts.iter().chain([total]).map(|(_, figure)| figure.id).collect();
    let arithmetic = equation(&terms, "+", computed, stated, verdict);
    Some(Check { kind: CheckKind::Sum, figures: ids, holds: verdict != Verdict::Different, arithmetic })
}

/// Most parts of a sum: the arithmetic is to be read.
const MOST_PARTS: usize = 24;

/// Whether cells of this kind can be added: rates, prices and averages cannot.
fn adds_up(cell: &Entry) -> bool {
    use FigureKind as K;
    let kind = matches!(
        cell.0.kind,
        K::Money | K::Count | K::Number | K::Area | K::Length | K::Volume | K::Mass | K::Power | K::Energy | K::Data
    );
    let name = property(cell.1);
    kind && !cell.0.unit.contains(['/']) && !name.contains(['均', '率', '价', '比']) && !name.ends_with("指数")
}

/// The series of every table: each column by owner or time, and the rows of times.
pub(crate) fn series(article: &Article, figures: &[Figure], tables: &[Table]) -> Vec<Series> {
    let index = Index::of(figures);
    let mut all = Vec::new();
    for table in tables {
        let entries = index.entries(table);
        all.extend(columns(&entries).iter().filter_map(|column| line(article, column)));
        let mut rows = entries;
        order::by_key(&mut rows, |(cell, _)| (cell.row, cell.column));
        let rows = rows.chunk_by(|a, b| a.0.row == b.0.row);
        all.extend(rows.filter_map(|row| line(article, row)));
    }
    all
}

/// The levels of a row or a column, where one thing is measured at different times or of different owners.
fn line(article: &Article, entries: &[Entry]) -> Option<Series> {
    let levels: Vec<&Entry> = entries.iter().filter(|(cell, _)| cell.role == CellRole::Level).collect();
    let first = levels.first()?;
    let one = levels.iter().all(|(cell, figure)| {
        cell.unit == first.0.unit && cell.kind == first.0.kind && property(figure) == property(first.1)
    });
    let label = |cell: &Cell| cell.owner.or(cell.time).map(|span| article.words(span).to_owned());
    let labels: Vec<String> = levels.iter().filter_map(|(cell, _)| label(cell)).collect();
    let distinct = order::set(labels.iter().map(String::as_str)).len();
    if !one || levels.len() < 2 || labels.len() != levels.len() || distinct != levels.len() {
        return None;
    }
    let timed = levels.iter().all(|(cell, _)| cell.owner.is_none());
    // 8月 and 1—8月 are no series.
    if timed && order::set(labels.iter().map(|label| shape(label))).len() > 1 {
        return None;
    }
    let items = levels.iter().zip(labels);
    let total = entries.iter().find(|entry| entry.0.role == CellRole::Total && adds_up(entry));
    Some(Series {
        property: property(first.1).to_owned(),
        unit: first.0.unit.clone(),
        kind: first.0.kind,
        axis: if timed { Axis::Time } else { Axis::Category },
        items: items.map(|((cell, figure), label)| Item { label, value: cell.value, figure: figure.id }).collect(),
        total: total.map(|(cell, figure)| Total { value: cell.value, figure: figure.id }),
    })
}

/// A label with its digits left out: years, quarters and months of one sort have one shape.
fn shape(label: &str) -> String {
    label.chars().filter(|c| !c.is_ascii_digit() && !among("一二三四五六七八九十", *c)).collect()
}
