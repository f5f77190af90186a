//! What the text claims of a figure: its status, its role, and what it is compared with.

use super::view::View;
use super::{Change, FigureKind, FigureRole, Modifier, Status};
use crate::among::{holds, last_place};
use crate::lexicon::tables::{CHANGES, first_cue, has_cue, is_word, last_cue};
use crate::quantity::Quantity;
use crate::span::Span;

/// Fact, forecast, target, limit or history.
pub(crate) fn status(view: &View, quantity: &Quantity) -> Status {
    let clause = view.clause_before(quantity.span.start).of(view.text);
    let after = view.clause_after(quantity.span.end).of(view.text);
    let limited = matches!(quantity.modifier, Some(Modifier::AtMost | Modifier::AtLeast));
    if is_base(view, quantity) {
        Status::History
    } else if limited && (has_cue("limit", clause) || after.starts_with("以下") || after.starts_with("以内")) {
        Status::Limit
    } else if has_cue("target", clause) {
        Status::Target
    } else if has_cue("forecast", clause)
        || has_cue("forecast", sentence_head(view)) && quantity.kind != FigureKind::Ordinal
    {
        Status::Forecast
    } else {
        Status::Fact
    }
}

fn sentence_head<'a>(view: &View<'a>) -> &'a str {
    let words = view.between(view.span.start, view.ceiling(view.span.start));
    let end = words.find(['，', '；', ',']).unwrap_or(words.len());
    words.get(..end).unwrap_or_default()
}

/// Whether the figure is what another is compared with: 由68.3%降至65.9%, 去年同期的4亿元.
fn is_base(view: &View, quantity: &Quantity) -> bool {
    let clause = view.clause_before(quantity.span.start).of(view.text);
    let tail: String = clause.chars().rev().take(10).collect::<Vec<_>>().into_iter().rev().collect();
    let after = view.clause_after(quantity.span.end).of(view.text);
    let next = view.first_figure(quantity.span.end).map(|next| view.between(quantity.span.end, next.start));
    let to =
        next.is_some_and(|words| words.len() < after.len() && (words.contains(['至', '到']) || words.ends_with('为')));
    let from = to && tail.contains(['由', '从', '自']);
    let compared = ["恢复", "相当于", "达到", "占"].iter().any(|word| holds(clause, word));
    let arrived = ["到去年的", "至去年的", "到上年的", "至上年的"].iter().any(|word| tail.ends_with(word));
    let of_then = ["去年同期", "上年同期"].iter().any(|word| clause.starts_with(word));
    let said = last_cue("then", &tail).is_some();
    from || of_then || said && !arrived && !compared && quantity.kind != FigureKind::Multiple
}

/// Total, part, level, change, share or rank.
pub(crate) fn role(view: &View, quantity: &Quantity, property: &str) -> FigureRole {
    let clause = view.clause_before(quantity.span.start).of(view.text);
    let before = view.between(view.floor(quantity.span.start), quantity.span.start);
    let before = before.rsplit(['；', '。']).next().unwrap_or_default();
    let part = || holds(before, "其中");
    let ratio = matches!(quantity.kind, FigureKind::Percent | FigureKind::Fraction);
    if quantity.kind == FigureKind::Ordinal {
        FigureRole::Rank
    } else if matches!(quantity.change, Some(Change::Up | Change::Down)) || quantity.kind == FigureKind::Pp {
        FigureRole::Change
    } else if ratio && (has_cue("share", clause) || has_cue("share", property)) {
        FigureRole::Share
    } else if has_total(clause, property) && !ratio {
        FigureRole::Total
    } else if part() || before.rsplit('，').next().is_some_and(|clause| holds(clause, "分别")) {
        FigureRole::Part
    } else {
        FigureRole::Level
    }
}

fn has_total(clause: &str, property: &str) -> bool {
    let near = clause.char_indices().rev().take(8).last().and_then(|(i, _)| clause.get(i..)).unwrap_or_default();
    let any = |words: &str, any: &[&str]| any.iter().any(|word| holds(words, word));
    // Most say neither, and are not searched for words.
    let said =
        near.contains(['共', '计']) && any(near, &["共", "合计", "总计", "累计"]) && !any(near, &["公共", "共同"]);
    said || property.starts_with('总') && !is_word("untotal", property)
        || property.contains(['总', '合']) && any(property, &["总额", "总数", "总量", "合计"])
}

/// What a change is measured against: `yoy`, `mom`, or the words of the text.
pub(crate) fn basis(view: &View, quantity: &Quantity) -> Option<String> {
    quantity.change?;
    let clause = view.clause_before(quantity.span.start).of(view.text);
    let last = |word: &str| last_place(clause, word);
    let (year, month) = (last("同比"), last("环比"));
    match (year, month) {
        (Some(y), Some(m)) if m > y => return Some("mom".to_owned()),
        (Some(_), _) => return Some("yoy".to_owned()),
        (None, Some(_)) => return Some("mom".to_owned()),
        _ => {}
    }
    if let Some(basis) = taiwanese(clause) {
        return Some(basis.to_owned());
    }
    let inside = |i: usize| {
        let (before, after) =
            (clause.get(..i).unwrap_or_default(), clause.get(i + '比'.len_utf8()..).unwrap_or_default());
        // 比亚迪 compares nothing.
        let at = quantity.span.start - clause.len() + i;
        let token = view.back(view.span.start, at + 1).next();
        let rest = token.map(|t| Span::new(at + '比'.len_utf8(), t.end)).filter(|rest| !rest.is_empty());
        let name = rest.is_some_and(|rest| !after.starts_with(['上', '去', '前', '年']) && !view.is_number(rest));
        name || before.ends_with(['占', '对', '百', '之']) || after.starts_with(['例', '重', '值', '率'])
    };
    let than = last("比").filter(|&i| !inside(i));
    let (at, length) = last("较").or(than).max(than).map(|i| (i, '较'.len_utf8()))?;
    let rest = clause.get(at + length..)?;
    let words = rest.get(..change_in(rest))?.trim();
    let plain = !words.is_empty() && words.chars().count() <= 14 && !words.contains(['%', '，']);
    plain.then(|| words.to_owned())
}

/// 年增21.7%, 季增8.4%: what Taiwan writes for 同比 and 环比.
fn taiwanese(clause: &str) -> Option<&'static str> {
    let verb = clause.trim_end().strip_suffix(['增', '減', '减'])?;
    let whose = |period: char| {
        verb.strip_suffix(period)
            .is_some_and(|before| !before.ends_with(['今', '去', '前', '每', '全', '本', '上', '当']))
    };
    if whose('年') {
        return Some("yoy");
    }
    (whose('月') || whose('季')).then_some("mom")
}

/// Where a verb of change begins in `words`, or what goes before one; their end, where none does.
fn change_in(words: &str) -> usize {
    let mut places = words.char_indices().map(|(i, _)| (i, words.get(i..).unwrap_or_default()));
    let changes = |rest: &str| CHANGES.heads(rest).next().is_some_and(|(_, way)| *way != "none");
    let found = places.find(|(_, rest)| first_cue("beside", rest).is_some() || changes(rest));
    found.map_or(words.len(), |(i, _)| i)
}
