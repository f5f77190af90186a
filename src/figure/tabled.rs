//! Cells of tables → figures.

use super::{Figure, FigureKind, FigureRole, Status};
use crate::article::Article;
use crate::lexicon::tables::has_cue;
use crate::table::{Cell, CellRole, Table};

/// A figure for every cell, in the order of the text.
pub(crate) fn figures(article: &Article, tables: &[Table]) -> Vec<Figure> {
    tables.iter().flat_map(|table| &table.cells).map(|cell| figure(article, cell)).collect()
}

/// Whether one of the cells begins at `start`: what a sentence makes of its number is less than what the table says.
pub(crate) fn holds(cells: &[Figure], start: usize) -> bool {
    cells.binary_search_by_key(&start, |cell| cell.start).is_ok()
}

fn figure(article: &Article, cell: &Cell) -> Figure {
    Figure {
        start: cell.span.start,
        end: cell.span.end,
        text: article.words(cell.span).to_owned(),
        id: 0,
        kind: cell.kind,
        value: Some(cell.value),
        range: None,
        parts: None,
        unit: cell.unit.clone(),
        modifier: None,
        change: None,
        basis: (cell.role == CellRole::Yearly).then(|| "yoy".to_owned()),
        property: Some(article.excerpt(cell.property)),
        entity: cell.owner.map(|owner| article.excerpt(owner)),
        entity_name: None,
        role: role(cell, article.words(cell.property)),
        status: if cell.role == CellRole::Before { Status::History } else { Status::Fact },
        sentence: None,
        salience: 0.0,
        mentions: vec![cell.span],
        repaired: false,
    }
}

fn role(cell: &Cell, property: &str) -> FigureRole {
    match cell.role {
        CellRole::Total => FigureRole::Total,
        CellRole::Yearly | CellRole::Change => FigureRole::Change,
        _ if cell.kind == FigureKind::Percent && has_cue("share", property) => FigureRole::Share,
        CellRole::Level | CellRole::Before => FigureRole::Level,
    }
}
