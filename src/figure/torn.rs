//! Nouns left of a figure that the tokens tear or do not hold.

use super::view::{MEASURED, View};
use crate::reading::is_han;
use crate::span::Span;

/// The place `end`, or the end of the noun that it cuts: 衣着 ends as 看着 does.
pub(crate) fn whole_noun(view: &View, end: usize, at: usize) -> usize {
    let index = view.tokens.partition_point(|token| token.end <= end);
    let cut = view.tokens.get(index).filter(|token| token.start < end && token.end <= at && token.tag.starts_with('n'));
    let particle = view.between(end, at).starts_with(['着', '了', '过', '的', '之']);
    cut.filter(|_| particle).map_or(end, |token| token.end)
}

/// The rest of a word that a time or a figure cuts: 收入 of 2024|年收入.
pub(crate) fn cut_noun(view: &View, floor: usize, at: usize) -> Option<Span> {
    let token = view.back(view.span.start, floor).next().filter(|token| token.end > floor && token.end <= at)?;
    let rest = Span::new(floor, token.end);
    (token.tag == "n" && rest.of(view.text).chars().count() > 1).then_some(rest)
}

/// A short word that the dictionary lacks and whose last character says that it is measured: 道指, 起步价.
pub(crate) fn unknown_measure(view: &View, floor: usize, at: usize) -> Option<Span> {
    let words = view.between(floor, at);
    let start = floor + words.len() - words.trim_start().len();
    let name = words.trim();
    let short = (2..=6).contains(&name.chars().count()) && name.chars().all(is_han);
    (short && (name.ends_with(MEASURED) || name.ends_with(['分', '比']))).then(|| Span::new(start, start + name.len()))
}
