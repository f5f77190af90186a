//! Tables copied one cell a line, as some browsers of telephones give them: `区域 / 总投资（亿元） / 海州区 / 51 / 松岭区 / 62`.
//!
//! Only a strict pattern is a table: so many heads in words, then rows of as many lines, each of words and then figures.

use super::line::{Ending, Line};
use std::ops::Range;

/// A table that is copied so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// Its lines.
    pub(crate) lines: Range<usize>,
    /// How many of them are a row.
    pub(crate) width: usize,
}

/// Fewest and most cells of a row.
const NARROWEST: usize = 3;
const WIDEST: usize = 8;
/// Fewest rows below the heads.
const FEWEST: usize = 2;
/// Longest cell, in letters.
const LONGEST: usize = 16;

/// What a line may be of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    Words,
    Figure,
    /// No cell at all.
    None,
}

impl Cell {
    /// What the words of a cell are.
    pub(crate) fn of(words: &str) -> Self {
        let digits = words.chars().any(|c| c.is_ascii_digit());
        let first = words.trim_start_matches(['+', '-', '−', '￥', '¥', '$']);
        let figure =
            digits && first.starts_with(|c: char| c.is_ascii_digit()) && !words.contains(['年', '月', '日', ':', '：']);
        match (figure || matches!(words, "-" | "—" | "--" | "/"), words.chars().count() <= LONGEST) {
            (_, false) => Self::None,
            (true, true) => Self::Figure,
            (false, true) => Self::Words,
        }
    }
}

/// The tables among `cells`, in order.
pub(crate) fn all(cells: &[Cell]) -> Vec<Column> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < cells.len() {
        // Heads are words: only where a figure stands soon does looking further pay.
        let width =
            (NARROWEST..=WIDEST).find(|&width| is_head(cells, i, width) && rows(cells, i + width, width) >= FEWEST);
        let Some(width) = width else {
            i += 1;
            continue;
        };
        let end = i + width + rows(cells, i + width, width) * width;
        found.push(Column { lines: i..end, width });
        i = end;
    }
    found
}

fn is_head(cells: &[Cell], i: usize, width: usize) -> bool {
    cells.get(i..i + width).is_some_and(|head| head.iter().all(|&cell| cell == Cell::Words))
}

/// How many rows of words and figures begin at `i`.
fn rows(cells: &[Cell], i: usize, width: usize) -> usize {
    let rest = cells.get(i..).unwrap_or_default();
    let is_row =
        |row: &&[Cell]| row.first() == Some(&Cell::Words) && row.iter().skip(1).all(|&cell| cell == Cell::Figure);
    rest.chunks_exact(width).take(MOST_ROWS).take_while(is_row).count()
}

/// Most rows of a table.
const MOST_ROWS: usize = 200;

/// Marks the lines of such tables.
pub(super) fn mark(text: &str, lines: &mut [Line]) {
    let cell = |line: &Line| {
        let open = line.ending == Ending::Open && line.stops + line.commas + line.gaps == 0;
        if open { Cell::of(line.of(text)) } else { Cell::None }
    };
    let cells: Vec<Cell> = lines.iter().map(cell).collect();
    for column in all(&cells) {
        for line in lines.get_mut(column.lines).unwrap_or_default() {
            line.is_cell = true;
        }
    }
}
