//! Lines that were glued: a title, a time and a source before the report, credits after it, all in one line.

use super::byline;
use super::phrase::{self, Where};
use super::source;
use super::stamp;
use crate::lexicon::tables::structure;
use crate::reading::{is_han, is_letter_or_digit};
use crate::span::Span;

/// In a line shorter than this, in bytes, only what is glued parts from the report.
const SHORTEST: usize = 200;

/// A line shorter than this, in bytes, has no credits after its last sentence.
const SHORTEST_REPORT: usize = 60;

/// Titles end and reports begin within so many bytes.
const HEAD: usize = 300;

/// Credits after the report take so many bytes at most.
const TAIL: usize = 240;

/// The pieces of the line at `span`: itself, mostly.
pub(super) fn cut(text: &str, span: Span) -> Vec<Span> {
    let short = span.len() < SHORTEST;
    let dated = !short || span.of(text).contains(|c: char| c.is_ascii_digit());
    let head = dated.then(|| head(span.of(text))).flatten().filter(|head| !short || head.is_glued);
    if span.len() < SHORTEST_REPORT && head.is_none() {
        return vec![span];
    }
    let mut pieces = Vec::new();
    let mut rest = span;
    if let Some(head) = head {
        pieces.push(Span::new(span.start, span.start + head.title_end).trimmed(text));
        pieces.push(Span::new(span.start + head.title_end, span.start + head.facts_end).trimmed(text));
        rest = Span::new(span.start + head.facts_end, span.end).trimmed(text);
    }
    let tail = tail(text, rest);
    pieces.push(Span::new(rest.start, tail.map_or(rest.end, |tail| tail.start)).trimmed(text));
    pieces.extend(tail);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// What stands before the report in a line: `title 2023-08-31 17:52 来源：江城网 report`.
struct Head {
    /// Where the title ends.
    title_end: usize,
    /// Where the facts after it end.
    facts_end: usize,
    /// The title lost the space before its time.
    is_glued: bool,
}

fn head(line: &str) -> Option<Head> {
    let mut end = line.len().min(HEAD);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    let opening = line.get(..end)?;
    let stamp = stamp::find(opening).into_iter().find(|s| s.year.is_some())?;
    let title = opening.get(..stamp.span.start)?;
    let is_glued = is_glued(title);
    let unlabelled = structure("published").iter().find_map(|label| title.strip_suffix(label));
    let parted = title.is_empty() || title.ends_with([' ', '\t', '|']) || unlabelled.is_some();
    let parted = parted || (stamp.time.is_some() && is_glued);
    let title = unlabelled.unwrap_or(title);
    let is_title = title.trim().chars().count() <= 60 && !title.contains(['。']);
    let after = opening.get(stamp.span.end..)?;
    let gap = after.len() - after.trim_start().len();
    let label = source::labelled(line, Span::new(stamp.span.end, end));
    let label = label.filter(|name| name.start - stamp.span.end <= gap + "信息来源：".len() + 2);
    let facts_end = label.map_or(stamp.span.end, |name| name.end);
    let followed = line.get(facts_end..).is_some_and(|rest| rest.starts_with([' ', '\t']));
    let proven = stamp.time.is_some() || label.is_some();
    (parted && is_title && followed && proven).then_some(Head { title_end: title.len(), facts_end, is_glued })
}

/// Whether the words before a stamp are a title that lost the space before its time: `江城大桥通车2023-08-31 17:52`.
fn is_glued(title: &str) -> bool {
    title.ends_with(is_han) && title.chars().count() >= TITLE && !title.contains(['：', '。'])
}

/// Shortest title that may be glued to its time, in characters.
const TITLE: usize = 10;

/// Credits, or a notice of the page, after the last sentence of the line.
fn tail(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let mut from = line.len().saturating_sub(TAIL);
    while !line.is_char_boundary(from) {
        from += 1;
    }
    let closing = line.get(from..)?;
    // The sentences of a notice are one block.
    let is_all_notice = phrase::strongest(line).is_some_and(|hit| hit.place == Where::Start && hit.weight >= NOTICE);
    let stops = closing.char_indices().filter(|&(_, c)| matches!(c, '。' | '！' | '？' | '”'));
    // The first stop after which only credits follow.
    for (at, c) in stops {
        let start = span.start + from + at + c.len_utf8();
        let rest = Span::new(start, span.end).trimmed(text);
        let is_photo = rest.of(text).trim_end_matches(['）', '。']).ends_with('摄');
        if rest.is_empty() || is_photo || rest.of(text).starts_with(['”', '’', '）', '。']) {
            continue;
        }
        let credits = byline::read(text, rest);
        let is_credit = credits.has_role && credits.other_letters <= 4 && rest.len() <= 150;
        let letters = rest.of(text).chars().filter(|&c| is_letter_or_digit(c)).count();
        let noticed = || phrase::strongest(rest.of(text)).is_some_and(|hit| hit.weight >= NOTICE);
        let is_notice = !is_all_notice && letters <= 30 && noticed();
        let is_end = matches!(rest.of(text), "（完）" | "(完)" | "[完]");
        let is_source = letters <= LONGEST_SOURCE && source::labelled(text, rest).is_some();
        if is_credit || is_notice || is_end || is_source {
            return Some(rest);
        }
    }
    None
}

/// Least weight of a phrase that makes a notice.
const NOTICE: f64 = 6.0;

/// Longest line that names the source after the report, in letters.
const LONGEST_SOURCE: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glued_lines_come_apart() {
        let report = "江城大桥8月30日通车，全长两公里。".repeat(6);
        let all = format!("江城大桥通车 2023-08-31 17:52 来源：江城网 {report}（责任编辑：何田田）");
        let whole = Span::new(0, all.len());
        let pieces: Vec<&str> = cut(&all, whole).into_iter().map(|piece| piece.of(&all)).collect();
        assert_eq!(pieces, ["江城大桥通车", "2023-08-31 17:52 来源：江城网", &report, "（责任编辑：何田田）"]);
        let plain = Span::new(0, report.len());
        assert_eq!(cut(&report, plain), [plain]);
    }
}
