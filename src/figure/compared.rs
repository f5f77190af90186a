//! 比, 较, 由 and their like in a clause: where the subject ends before a comparison, and where they only end a noun.

use super::view::{View, passed_tail};
use crate::among::{among, last_place};
use crate::span::Span;
use crate::token::Token;

/// Where the subject ends in 甲比上年增长, 甲较6月末上升, 甲是乙的3倍: before the comparison.
pub(super) fn before_comparison(view: &View, clause: Span) -> Option<usize> {
    let words = clause.of(view.text);
    let possessive = words.ends_with('的');
    let equal =
        ["是", "为", "达", "相当于"].iter().filter(|_| possessive).filter_map(|verb| last_place(words, verb)).max();
    let than = ['较', '比', '由', '从', '自'].into_iter().filter_map(|word| {
        let i = words.rfind(word)?;
        let before = words.get(..i)?.chars().next_back();
        let after = words.get(i + word.len_utf8()..)?.chars().next();
        let ends = rest_is_passed(words.get(i + word.len_utf8()..).unwrap_or_default());
        let inside = word == '比' && (ends || before.is_some_and(|c| among("对占百同环可反正之", c)))
            || after.is_some_and(|c| among("例重率值价划强大小为", c));
        let source = matches!(word, '自' | '从' | '由');
        let beginning = source && i == 0;
        // 自 of 自动驾驶 stands for no source.
        let at = clause.start + i;
        let longer = view.ahead(at).next().filter(|t| t.start == at && t.end > at + word.len_utf8());
        let since = source && words.get(i..).is_some_and(|rest| rest.contains(['起']));
        let named = |t: &Token| !view.between(at + word.len_utf8(), t.end).starts_with(['上', '去', '前', '年', '起']);
        // 电动自行车
        let within = view.back(view.span.start, at).next().is_some_and(|t| t.end > at && t.tag != "x");
        let part = since || within || longer.is_some_and(|t| source || named(t));
        (!part && (!inside && !beginning || i == 0 && matches!(word, '较' | '比'))).then_some(i)
    });
    than.chain(equal).min()
}

/// 师生比: 比 belongs to the noun where only words of reaching stand behind it.
pub(super) fn with_ratio(view: &View, noun: Span, at: usize) -> Span {
    let behind = view.between(noun.end, at);
    let ratio = ["占比", "比", "成交"].into_iter().find(|ratio| behind.strip_prefix(ratio).is_some_and(rest_is_passed));
    Span::new(noun.start, noun.end + ratio.map_or(0, str::len))
}

/// Whether only words of reaching stand behind 比, so that it ends a noun: 师生比为, 招聘比达到.
fn rest_is_passed(words: &str) -> bool {
    !words.starts_with("上") && passed_tail(words) == 0
}
