//! Rows of tables: the lines of one row become one line, its cells parted by tabs.
//!
//! `<tr><td>甲区</td><td></td><td>51</td></tr>` is read as `甲区\t\t51`: an empty cell keeps its place among others. A
//! table whose cells hold paragraphs lays out the page rather than data, and keeps its lines.

use super::{Page, Part};

/// Rows longer than this, in bytes, lay out the page rather than hold data.
const LONGEST: usize = 600;

/// A cell of several lines is one of data up to this length, in characters: `产值<br>（亿元）`.
const LONGEST_HEADING: usize = 24;

/// Cells of a row beyond this are read as one.
const MOST_CELLS: usize = 256;

/// Tables nested deeper than this are ignored.
const DEEPEST: usize = 256;

/// The row that is open in each open table, inner tables last.
#[derive(Default)]
pub(super) struct Tables(Vec<Option<Row>>);

/// A row of a table, and where it and its cells begin in the page.
struct Row {
    text: usize,
    hints: usize,
    cells: Vec<usize>,
}

impl Tables {
    /// Notes where tables, rows and cells begin; `page` is what was read before them.
    pub(super) fn start(&mut self, name: &str, page: &mut Page) {
        match name {
            "table" if self.0.len() < DEEPEST => self.0.push(None),
            "tr" => {
                self.close_row(page);
                let row = Row { text: page.text.len(), hints: page.hints.len(), cells: Vec::new() };
                if let Some(slot) = self.0.last_mut() {
                    *slot = Some(row);
                }
            }
            "td" | "th" => {
                if let Some(Some(row)) = self.0.last_mut()
                    && row.cells.len() < MOST_CELLS
                {
                    row.cells.push(page.text.len());
                }
            }
            _ => {}
        }
    }

    /// Ends the open row where a row or its table ends.
    pub(super) fn end(&mut self, name: &str, page: &mut Page) {
        if matches!(name, "tr" | "table") {
            self.close_row(page);
        }
        if name == "table" {
            self.0.pop();
        }
    }

    /// Makes the lines of the innermost open row one line, unless it lays out the page.
    fn close_row(&mut self, page: &mut Page) {
        let Some(row) = self.0.last_mut().and_then(Option::take) else { return };
        let text = page.text.get(row.text..).unwrap_or_default();
        if text.len() > LONGEST {
            return;
        }
        let Some(joined) = joined(&page.text, &row) else { return };
        page.text.truncate(row.text);
        page.text.push_str(&joined);
        page.text.push('\n');
        page.hints.truncate(row.hints + 1);
        if let Some(hint) = page.hints.last_mut() {
            hint.part = Part::Row;
        }
    }
}

/// The cells of the row as one line; nothing where fewer than two say something, or one holds paragraphs.
fn joined(text: &str, row: &Row) -> Option<String> {
    let ends = row.cells.iter().skip(1).copied().chain([text.len()]);
    let mut cells = Vec::with_capacity(row.cells.len());
    for (start, end) in row.cells.iter().copied().zip(ends) {
        let cell = text.get(start..end)?.trim_end_matches('\n');
        let is_data = !cell.contains(['\n']) || cell.chars().count() <= LONGEST_HEADING;
        cells.push(is_data.then(|| cell.replace('\n', ""))?);
    }
    let telling = cells.iter().filter(|cell| !cell.is_empty()).count();
    (telling >= 2).then(|| cells.join("\t").trim_matches('\t').to_owned())
}
