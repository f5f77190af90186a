//! Rows of pasted tables → cells: what each measures, whose it is, and in what unit, by the heads of its row and column.
//!
//! `区域\t总投资（亿元）` above `海州区\t51` says that 51 is 5.1 billion yuan of 总投资 of 海州区. Where the heads of the columns
//! are times or say no more than 本期 and 上年同期, the heads of the rows are what is measured. What has no head measures
//! nothing and is left out.

mod grid;
mod head;

use crate::article::Article;
use crate::number;
use crate::quantity::FigureKind;
use crate::span::Span;
use grid::Grid;
use head::{Head, Sort};

/// A table, its cells in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Its cells that hold one number.
    pub cells: Vec<Cell>,
    /// Whether some rows are parts of others, or said to be but some of them: 其中.
    pub is_nested: bool,
}

/// A number of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Its place.
    pub span: Span,
    /// Its row, the first below the head being 0.
    pub row: usize,
    /// Its column, that of the heads of the rows being 0.
    pub column: usize,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// The number in `unit`.
    pub value: f64,
    /// As of a figure.
    pub unit: String,
    /// What is measured.
    pub property: Span,
    /// Whose it is.
    pub owner: Option<Span>,
    /// When, where a head says so.
    pub time: Option<Span>,
    /// What it is beside its neighbours.
    pub role: CellRole,
}

/// What a cell is beside its neighbours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellRole {
    /// A value.
    Level,
    /// The sum of those above it.
    Total,
    /// The value of the period before.
    Before,
    /// A difference to the year before.
    Yearly,
    /// Another difference.
    Change,
}

/// The tables of the article, or of a page that is nothing else.
pub fn read(article: &Article) -> Vec<Table> {
    let tables = grid::all(article).into_iter().map(|grid| table(article, &grid));
    tables.filter(|table| !table.cells.is_empty()).collect()
}

fn table(article: &Article, grid: &Grid) -> Table {
    let columns: Vec<Head> = grid.head.iter().map(|&span| Head::of(article.text, span)).collect();
    // 支出项目（万元） above the heads of the rows is the unit of them all.
    let caption =
        columns.first().and_then(|head| head.unit).or_else(|| head::caption_unit(article.words(grid.caption)));
    let dated = columns.iter().skip(1).all(|head| matches!(head.sort, Sort::Time | Sort::Now | Sort::Before));
    let stated = columns.iter().any(|head| matches!(head.sort, Sort::Now | Sort::Before));
    let by_row = dated || stated || has_measures_below_each_other(article, grid);
    let mut table = Table::default();
    for (row, cells) in grid.rows.iter().enumerate() {
        let Some(head) = cells.first().map(|&span| Head::of(article.text, span)) else { continue };
        table.is_nested |= head.is_part;
        for (column, &span) in cells.iter().enumerate().skip(1) {
            let heads = Heads { row: &head, column: columns.get(column), by_row, caption };
            table.cells.extend(cell(article, span, &heads).map(|cell| Cell { row, column, ..cell }));
        }
    }
    table
}

/// Whether the first figures of the rows are written with units of different sorts: 500公里 above 60千瓦时.
fn has_measures_below_each_other(article: &Article, grid: &Grid) -> bool {
    let firsts = grid.rows.iter().filter_map(|row| number::alone(article.words(*row.get(1)?)));
    let mut kinds = firsts.filter(|found| !found.unit.is_empty()).map(|found| found.kind);
    let first = kinds.next();
    kinds.any(|kind| Some(kind) != first)
}

/// What a cell stands under and beside.
struct Heads<'h> {
    row: &'h Head<'h>,
    column: Option<&'h Head<'h>>,
    /// Whether the rows are what is measured.
    by_row: bool,
    /// The unit that the words above the table give.
    caption: Option<&'h str>,
}

impl Heads<'_> {
    /// What of the heads is measured.
    fn property(&self) -> Option<&Head<'_>> {
        let property = if self.by_row { Some(self.row) } else { self.column };
        property.filter(|head| !head.name.is_empty() && !matches!(head.sort, Sort::Skipped | Sort::Time))
    }

    /// Whose it is: the other head, where that names somebody or something.
    fn owner(&self) -> Option<&Head<'_>> {
        let owner = if self.by_row { self.column } else { Some(self.row) };
        owner.filter(|head| head.sort == Sort::Named && !head.is_sum && !head.name.is_empty())
    }

    /// The unit that the heads give to bare numbers.
    fn unit(&self) -> Option<&str> {
        let column = self.column.and_then(|head| head.unit);
        let changes = self.column.is_some_and(|head| matches!(head.sort, Sort::Yearly | Sort::Change));
        let said = column.or(self.row.unit.filter(|_| !changes));
        said.or(self.caption.filter(|_| !changes && self.property().is_some_and(|head| !head.is_bare)))
    }
}

fn cell(article: &Article, span: Span, heads: &Heads) -> Option<Cell> {
    let property = heads.property()?.name;
    let sort = heads.column.map_or(Sort::Now, |head| head.sort);
    let words = article.words(span);
    let own = number::alone(words).filter(|found| !found.unit.is_empty());
    let found = match heads.unit() {
        _ if own.is_some() => own,
        Some(unit) => number::alone(&format!("{words}{unit}")),
        // A difference without a unit may be one in percent or in what is measured.
        None if matches!(sort, Sort::Yearly | Sort::Change) => None,
        None => number::alone(&format!("{words}{COUNTED}")).map(|found| number::Alone {
            kind: FigureKind::Number,
            unit: String::new(),
            ..found
        }),
    }?;
    let owner = heads.owner().map(|head| head.name);
    let time = [Some(heads.row), heads.column].into_iter().flatten().find(|head| head.sort == Sort::Time);
    let role = match sort {
        Sort::Skipped => return None,
        Sort::Before => CellRole::Before,
        Sort::Yearly => CellRole::Yearly,
        Sort::Change => CellRole::Change,
        _ if heads.row.is_total => CellRole::Total,
        _ => CellRole::Level,
    };
    Some(Cell {
        span,
        row: 0,
        column: 0,
        kind: found.kind,
        value: found.value,
        unit: found.unit,
        property,
        owner,
        time: time.map(|head| head.name),
        role,
    })
}

/// Makes a bare number one that is read.
const COUNTED: &str = "个";
