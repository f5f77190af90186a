//! Blocks → the heads and rows of tables.

use super::head::is_year;
use crate::among::{among, holds, places};
use crate::article::Article;
use crate::document::{Block, BlockKind, column};
use crate::span::Span;

/// A table as it is written.
#[derive(Debug)]
pub(super) struct Grid {
    /// The words above it.
    pub(super) caption: Span,
    /// The heads of the columns, that above the heads of the rows first; none where the table has none.
    pub(super) head: Vec<Span>,
    /// The cells of each row, its head first.
    pub(super) rows: Vec<Vec<Span>>,
}

/// Most rows of a table, and most columns, that are read.
const MOST_ROWS: usize = 1000;
const MOST_COLUMNS: usize = 40;

/// Every run of rows.
pub(super) fn all(article: &Article) -> Vec<Grid> {
    let blocks = &article.document.blocks;
    // A page without an article may be nothing but a table.
    let bare = article.sentences.is_empty();
    let is_row = |block: &Block| block.kind == BlockKind::Table && (block.body || bare);
    let mut grids = Vec::new();
    let mut start = 0_usize;
    for run in blocks.chunk_by(|a, b| is_row(a) == is_row(b)) {
        let above = blocks.get(start.saturating_sub(ABOVE)..start).unwrap_or_default();
        if run.first().is_some_and(is_row) {
            grids.extend(grid(article.text, above, run));
        }
        start += run.len();
    }
    grids
}

/// So many blocks above a table may hold its heads and its unit.
const ABOVE: usize = 3;

fn grid(text: &str, above: &[Block], run: &[Block]) -> Option<Grid> {
    let mut rows: Vec<Vec<Span>> = run.iter().take(MOST_ROWS).map(|block| cells(text, block.span())).collect();
    if rows.iter().all(|row| row.len() == 1) {
        rows = columns(text, &rows.concat());
    }
    let width = rows.last()?.len();
    let first = rows.first()?;
    let mut before = above.iter().rev();
    let head = if first.len() == width && is_head(text, first) {
        rows.remove(0)
    } else {
        // Heads that are parted by spaces look like words.
        let words = before.clone().next().map(|block| cells(text, block.span())).unwrap_or_default();
        let fits = words.len() == width && is_head(text, &words);
        if fits {
            before.next();
        }
        if fits { words } else { Vec::new() }
    };
    let caption = before.map(|block| block.span()).find(|span| says_unit(span.of(text))).unwrap_or_default();
    rows.retain(|row| row.len() == width && (2..=MOST_COLUMNS).contains(&width));
    // Numbers that count the rows are no heads of them.
    let head = without_first(text, head, &mut rows);
    Some(Grid { caption, head, rows })
}

/// The rows of a table that is copied one cell a line.
fn columns(text: &str, cells: &[Span]) -> Vec<Vec<Span>> {
    let sorts: Vec<column::Cell> = cells.iter().map(|cell| column::Cell::of(cell.of(text))).collect();
    let first = column::all(&sorts).into_iter().next();
    let rows =
        first.and_then(|table| Some(cells.get(table.lines)?.chunks(table.width).map(<[Span]>::to_vec).collect()));
    rows.unwrap_or_default()
}

/// The heads, and the rows with them, without a first column that is digits alone.
fn without_first(text: &str, head: Vec<Span>, rows: &mut [Vec<Span>]) -> Vec<Span> {
    let counted = |row: &Vec<Span>| row.len() > 2 && row.first().is_some_and(|cell| is_count(cell.of(text)));
    if rows.is_empty() || !rows.iter().all(counted) {
        return head;
    }
    for row in rows {
        row.remove(0);
    }
    head.into_iter().skip(1).collect()
}

/// Whether a cell holds at most three digits and nothing else.
fn is_count(words: &str) -> bool {
    (1..=3).contains(&words.len()) && words.chars().all(|c| c.is_ascii_digit())
}

/// Whether the words above a table may give its unit: short, or with 单位.
fn says_unit(words: &str) -> bool {
    words.len() <= LONGEST_CAPTION && (holds(words, "单位") || holds(words, "單位") || words.ends_with(['）', ')']))
}

/// Longest words above a table, in bytes.
const LONGEST_CAPTION: usize = 150;

/// The places of the cells of a row: between tabs, or else between gaps of two spaces, or else of one.
fn cells(text: &str, row: Span) -> Vec<Span> {
    let words = row.of(text);
    let mark = ["\t", "  "].into_iter().find(|mark| holds(words, mark)).unwrap_or(" ");
    let ends = places(words, mark).chain([words.len()]);
    let mut at = row.start;
    let mut cells = Vec::new();
    for end in ends {
        let span = Span::new(at, row.start + end);
        at = span.end + mark.len();
        let span = span.trimmed(text);
        // Empty cells keep their place between tabs alone.
        if mark == "\t" || !span.is_empty() {
            cells.push(span);
        }
    }
    cells
}

/// Whether the cells behind the first are words or years rather than figures.
fn is_head(text: &str, row: &[Span]) -> bool {
    let words = |span: &Span| {
        let words = span.of(text);
        is_year(words)
            || words.is_empty()
            || !words.starts_with(|c: char| c.is_ascii_digit() || among("+-−.", c))
            || words.contains(['年', '月', '季', '日'])
    };
    row.len() > 1 && row.iter().skip(1).all(words)
}
