//! The outlet that published the article.

use super::body::Outline;
use super::dateline;
use crate::span::{Excerpt, Span};
use std::collections::HashSet;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../lexicon/outlets.tsv");

static OUTLETS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| TABLE.lines().filter(|row| !row.starts_with('#')).collect());

/// Longest name of an outlet, in characters.
const LONGEST: usize = 16;

/// Words before the name of the source.
const LABELS: [&str; 9] =
    ["信息来源：", "文章来源：", "新闻来源：", "稿件来源：", "本文来源：", "来源：", "来源:", "稿源：", "来源|"];

/// The outlet whose name `words` begins with, the longest one.
pub(super) fn outlet_at_start(words: &str) -> Option<&str> {
    let ends = words.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST);
    ends.filter_map(|end| words.get(..end)).filter(|w| OUTLETS.contains(w)).last()
}

/// The name after `来源：` in the line of `text` at `span`.
pub(super) fn labelled(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let (at, label) = LABELS.iter().filter_map(|label| Some((line.find(label)?, *label))).min_by_key(|&(at, _)| at)?;
    let from = at + label.len();
    let rest = line.get(from..)?;
    let lead = rest.len() - rest.trim_start_matches([' ', '\t', '：']).len();
    let rest = rest.get(lead..)?;
    let stops =
        |c: char| matches!(c, ' ' | '\t' | '|' | '，' | '。' | '）' | ')' | '】' | ']' | '；' | '丨' | '【' | '「');
    let length = rest.find(stops).unwrap_or(rest.len());
    let name = Span::new(span.start + from + lead, span.start + from + lead + length);
    let characters = name.of(text).chars().count();
    (1..=24).contains(&characters).then_some(name)
}

/// The source that the page names: by label, in a dateline, or at the head of a line of its own.
pub(super) fn find(text: &str, outline: &Outline) -> Option<Excerpt> {
    let head: Vec<Span> = outline.head().map(|i| outline.span(i)).collect();
    let clutter = outline.clutter().map(|i| outline.span(i));
    let label = head.iter().copied().chain(clutter).find_map(|span| labelled(text, span));
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
        head.iter().filter(|s| s.of(text).chars().count() <= 40).find_map(|span| {
            let name = outlet_at_start(span.of(text))?;
            let rest = span.of(text).get(name.len()..)?;
            let alone = rest.is_empty() || rest.starts_with([' ', '记', '2', '0', '1', '|', '·']);
            alone.then(|| Span::new(span.start, span.start + name.len()))
        })
    };
    label.or_else(in_dateline).or_else(by_name).map(|span| Excerpt::of(span, text))
}
