//! What is bought and sold, and is its own owner: 多晶硅跌2.8%.

use super::candidate::Candidates;
use super::left;
use super::view::{MEASURED, View};
use crate::lexicon::tables::first_cue;
use crate::span::Span;

/// Whether `noun` is what is bought and sold, which no one owns: 多晶硅 in 多晶硅跌2.8%.
pub(crate) fn is_traded(view: &View, noun: Span) -> bool {
    let rest = view.between(noun.end, view.ceiling(noun.end));
    let verb = first_cue("traded", rest).is_some();
    let words = noun.of(view.text);
    verb && (!words.ends_with(MEASURED) || words.ends_with("指数") || words.ends_with('指'))
}

/// Whether what is traded before the figure at `at` is named nowhere: 原油 in 青禾集团公告 原油跌4% is not the firm's.
pub(crate) fn is_unnamed(candidates: &Candidates, view: &View, at: usize) -> bool {
    let traded = |noun: &Span| is_traded(view, *noun) && noun.of(view.text).chars().count() > 1;
    let Some(noun) = left::of(view, at).noun.filter(traded) else { return false };
    let before = Span::new(view.clause_before(noun.start).start, at);
    candidates.within(view, before).iter().all(|candidate| candidate.span.end + 1 < noun.start)
}
