//! The outlet that published the article.

use super::BlockKind;
use super::body::Outline;
use super::dateline;
use super::stamp;
use crate::lexicon::tables::structure;
use crate::span::{Excerpt, Span};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../lexicon/outlets.tsv");

static OUTLETS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| TABLE.lines().filter(|row| !row.starts_with('#')).collect());

/// Longest name of an outlet, in characters.
const LONGEST: usize = 16;

/// The outlet whose name `words` begins with, the longest one.
pub(super) fn outlet_at_start(words: &str) -> Option<&str> {
    let ends = words.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST);
    ends.filter_map(|end| words.get(..end)).filter(|w| OUTLETS.contains(w)).last()
}

/// The name after `来源：` in the line of `text` at `span`.
pub(super) fn labelled(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let rest = structure("source").iter().find_map(|label| {
        let after = line.get(line.find(label)? + label.len()..)?.trim_start_matches(' ');
        let rest = after.trim_start_matches(['：', ':', '|', '丨', '｜', '/']);
        (rest.len() < after.len()).then_some(rest.trim_start())
    })?;
    let start = span.end - rest.len();
    let stops = |c: char| "\t|，。（(）)】]；丨【“”".contains(c);
    let words = rest.get(..rest.find(stops).unwrap_or(rest.len()))?;
    // A space ends the name, except between Latin words.
    let latin = |c: char| c.is_ascii_alphanumeric();
    let space = words.match_indices(' ').map(|(at, _)| at).find(|&at| {
        let before = words.get(..at).is_some_and(|before| before.ends_with(latin));
        !(before && words.get(at + 1..).is_some_and(|after| after.starts_with(latin)))
    });
    let others = structure("after_source").iter().filter_map(|word| words.find(word));
    let length = space.into_iter().chain(others).min().unwrap_or(words.len());
    let name = Span::new(start, start + length).trimmed(text);
    (1..=24).contains(&name.of(text).chars().count()).then_some(name)
}

/// What stands alone beside a stamp and is named as outlets are: `江城在线 2024-03-05 09:12`.
fn beside_time(text: &str, span: Span) -> Option<Span> {
    let [stamp] = stamp::find(span.of(text))[..] else { return None };
    let before = Span::new(span.start, span.start + stamp.span.start).trimmed(text);
    let after = Span::new(span.start + stamp.span.end, span.end).trimmed(text);
    let name = match (before.is_empty(), after.is_empty()) {
        (false, true) => before,
        (true, false) => after,
        _ => return None,
    };
    let words = name.of(text);
    let whole = words.chars().all(char::is_alphanumeric) && (3..=LONGEST).contains(&words.chars().count());
    (whole && structure("outlet").iter().any(|end| words.ends_with(end))).then_some(name)
}

/// So many lines after the article may name its source.
const TAIL: usize = 10;

/// The source that the page names: by label, in a dateline, or at the head of a line of its own.
pub(super) fn find(text: &str, outline: &Outline) -> Option<Excerpt> {
    let head: Vec<Span> = outline.head().map(|i| outline.span(i)).collect();
    let label = head.iter().find_map(|&span| labelled(text, span));
    let in_tail = || {
        let after = outline.run.end..outline.run.end + TAIL;
        let is_source =
            |&i: &usize| outline.labels.get(i).is_some_and(|l| matches!(l.0, BlockKind::Source | BlockKind::Byline));
        after.filter(is_source).find_map(|i| labelled(text, outline.span(i)))
    };
    let in_dateline = || {
        outline.body().take(3).find_map(|i| {
            let span = outline.span(i);
            let length = dateline::length(span.of(text))?;
            let opening = span.of(text).len() - span.of(text).trim_start_matches(['【', '《']).len();
            let name = outlet_at_start(span.of(text).get(opening..length)?)?;
            Some(Span::new(span.start + opening, span.start + opening + name.len()))
        })
    };
    let by_name = || {
        let below = outline.headline.as_ref().map_or(0, |h| h.span.end);
        head.iter().filter(|s| s.start >= below && s.of(text).chars().count() <= 40).find_map(|span| {
            let name = outlet_at_start(span.of(text))?;
            let rest = span.of(text).get(name.len()..)?;
            let alone = rest.is_empty() || rest.starts_with([' ', '记', '2', '0', '1', '|', '·']);
            alone.then(|| Span::new(span.start, span.start + name.len()))
        })
    };
    let beside_time = || head.iter().find_map(|&span| beside_time(text, span));
    label
        .or_else(in_dateline)
        .or_else(by_name)
        .or_else(beside_time)
        .or_else(in_tail)
        .map(|span| Excerpt::of(span, text))
}
