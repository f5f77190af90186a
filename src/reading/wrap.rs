//! Paragraphs broken at a fixed width, as PDF files and mail break them: the breaks inside a paragraph are no ends of lines.

use super::fold::is_line_end;
use super::script::is_han;
use crate::among::holds;
use std::ops::RangeInclusive;

/// Widths in columns, a Han character taking two, between which pages are broken.
const WIDTHS: RangeInclusive<usize> = 20..=WIDEST;
const WIDEST: usize = 160;

/// Narrower lines, the columns of a newspaper, may be titles of a list as well: only some of print stop within.
const NARROW: usize = 30;

/// No title is as wide as this.
const WIDE: usize = 100;

/// How many columns a full line of a `width` may be short: punctuation and numbers are not broken, and letters of a
/// printed page are not all of one width.
fn slack(width: usize) -> usize {
    (width / 8).max(5)
}

/// Of so many full lines one may be followed by a longer line, a heading or a row of a table set wider.
const LONGER: usize = 4;

/// Fewer full lines prove nothing.
fn least_full(width: usize) -> usize {
    if width < WIDE { 3 } else { 2 }
}

/// As many lines that begin with white space show that every paragraph does.
const LEAST_INDENTED: usize = 2;

/// The width at which the paragraphs of a text are broken, if they are.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wrap {
    width: Option<usize>,
    /// Whether paragraphs begin with white space: what does not goes on, also after a sentence.
    is_indented: bool,
}

impl Wrap {
    /// Looks for lines that are equally long, do not end like sentences, and go on in the next line.
    pub(crate) fn of(text: &str) -> Self {
        let measured: Vec<(usize, bool)> = lines(text).map(|line| (columns(line), ends_sentence(line))).collect();
        let Some(width) = most_common(&measured) else { return Self::default() };
        let full = |columns: usize| columns <= width && columns + slack(width) >= width;
        let broken = measured.windows(2).filter_map(|pair| match pair {
            [(columns, ends), next] if full(*columns) && !ends => Some(*next),
            _ => None,
        });
        let (mut count, mut go_on) = (0, 0);
        for (columns, ends) in broken {
            count += 1;
            go_on += usize::from(full(columns) || ends);
        }
        // Titles of a list may be equally long too, but hold few commas and stops.
        let marked = lines(text).filter(|line| full(columns(line)) && line.contains(['，', '。', ',', '、'])).count();
        let open = measured.iter().filter(|&&(columns, ends)| !ends && columns * 2 > width).count();
        let longer = measured.iter().filter(|&&(columns, _)| columns > width).count();
        let stopped = lines(text).filter(|line| full(columns(line)) && stops_within(line)).count();
        let is_wrapped = count >= least_full(width)
            && (width >= NARROW || stopped > 1)
            && go_on * 10 >= count * 7
            && count * 2 >= open
            && longer * LONGER <= count
            && marked * 2 >= count;
        let indented = lines(text).filter(|line| is_indented(line)).count();
        Self { width: is_wrapped.then_some(width), is_indented: indented >= LEAST_INDENTED }
    }

    /// Whether the paragraph of `line` goes on in `next`.
    pub(crate) fn joins(self, line: &str, next: &str) -> bool {
        let Some(width) = self.width else { return false };
        let begins_anew = next.starts_with([' ', '\t', '\u{3000}', '●', '■', '（', '(', '一', '二', '三'])
            && next.chars().nth(1).is_some_and(|c| !is_han(c));
        let is_tabular = holds(line.trim(), "   ");
        let columns = columns(line);
        columns <= width
            && columns + slack(width) >= width
            && (!ends_sentence(line) || (self.is_indented && ends_sentence(next) && !is_indented(next)))
            && !is_tabular
            && !next.trim().is_empty()
            && !begins_anew
    }
}

/// The width that most lines have that do not end like sentences, give or take the slack; the widest of equals.
fn most_common(measured: &[(usize, bool)]) -> Option<usize> {
    let mut counts = [0usize; WIDEST + 1];
    for &(columns, ends) in measured {
        if let Some(count) = counts.get_mut(columns).filter(|_| !ends) {
            *count += 1;
        }
    }
    let within = |width: usize| -> usize { counts.iter().take(width + 1).skip(width - slack(width)).sum() };
    let width =
        WIDTHS.filter(|&width| counts.get(width).is_some_and(|&count| count > 0)).max_by_key(|&w| (within(w), w))?;
    (within(width) >= least_full(width)).then_some(width)
}

/// The lines of `text`, each with the characters that end it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find(is_line_end).map_or(rest.len(), |at| {
            let tail = rest.get(at..).unwrap_or_default();
            let first = tail.chars().next().map_or(0, char::len_utf8);
            at + if tail.starts_with("\r\n") { 2 } else { first }
        });
        let (line, after) = rest.split_at_checked(end)?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

fn columns(line: &str) -> usize {
    line.trim_end().chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// A paragraph begins here: Chinese print leaves the place of two characters.
fn is_indented(line: &str) -> bool {
    line.starts_with("\u{3000}\u{3000}") || line.starts_with("    ")
}

fn stops_within(line: &str) -> bool {
    line.trim_end().trim_end_matches(['。', '！', '？', '”', '’', '）']).contains(['。', '！', '？'])
}

fn ends_sentence(line: &str) -> bool {
    let words = line.trim_end().trim_end_matches(['”', '’', '）', ')', '"', '」']);
    words.is_empty() || words.ends_with(['。', '！', '？', '!', '?', '：', ':', '；'])
}
