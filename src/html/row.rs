//! Rows of tables: the lines of one row become one line, its cells parted by tabs.
//!
//! `<tr><td>甲区</td><td>51</td></tr>` is read as `甲区\t51`. A table whose cells hold several lines lays out the page
//! rather than data, and keeps its lines.

use super::{Page, Part};

/// Rows longer than this, in bytes, lay out the page rather than hold data.
const LONGEST: usize = 600;

/// Tables nested deeper than this are ignored.
const DEEPEST: usize = 256;

/// The row that is open in each open table, inner tables last.
#[derive(Default)]
pub(super) struct Tables(Vec<Option<Row>>);

/// A row of a table, and where its lines begin in the page.
struct Row {
    text: usize,
    hints: usize,
    /// Whether each cell so far gave one line at most.
    is_data: bool,
    /// Lines of the page where its last cell begins.
    cell: usize,
}

impl Tables {
    /// Notes where tables, rows and cells begin; `page` is what was read before them.
    pub(super) fn start(&mut self, name: &str, page: &mut Page) {
        match name {
            "table" if self.0.len() < DEEPEST => self.0.push(None),
            "tr" => {
                self.close_row(page);
                let lines = page.hints.len();
                let row = Row { text: page.text.len(), hints: lines, is_data: true, cell: lines };
                if let Some(slot) = self.0.last_mut() {
                    *slot = Some(row);
                }
            }
            "td" | "th" => {
                if let Some(Some(row)) = self.0.last_mut() {
                    let lines = page.hints.len();
                    row.is_data &= lines <= row.cell + 1;
                    row.cell = lines;
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

    /// Makes the lines of the innermost open row one line, unless cells hold several lines.
    fn close_row(&mut self, page: &mut Page) {
        let Some(row) = self.0.last_mut().and_then(Option::take) else { return };
        let lines = page.hints.len();
        let text = page.text.get(row.text..).unwrap_or_default();
        if !row.is_data || lines > row.cell + 1 || lines < row.hints + 2 || text.len() > LONGEST {
            return;
        }
        let joined = text.trim_end_matches('\n').replace('\n', "\t");
        page.text.truncate(row.text);
        page.text.push_str(&joined);
        page.text.push('\n');
        page.hints.truncate(row.hints + 1);
        if let Some(hint) = page.hints.last_mut() {
            hint.part = Part::Row;
        }
    }
}
