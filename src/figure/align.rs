//! 甲、乙、丙分别完成120亿元、95亿元和64亿元: lists that 分别 pairs by their order.

use super::view::{MEASURED, View, is_passed, passed_tail};
use crate::among::{among, holds, last_place, place, places};
use crate::lexicon::tables::is_word;
use crate::order;
use crate::quantity::Quantity;
use crate::span::Span;

/// For each quantity of a passage, the list member that 分别 gives it.
pub(crate) fn aligned(view: &View, quantities: &[&Quantity]) -> Vec<Option<Span>> {
    let mut members = vec![None; quantities.len()];
    let words = view.span.of(view.text);
    let mut names: Vec<Span> = Vec::new();
    let marker = "分别";
    for i in places(words, marker) {
        let at = view.span.start + i;
        let list = list_before(view, at);
        if list.len() > 1 {
            names = list;
        }
        let from = at + marker.len();
        for run in runs(view, quantities, from) {
            if run.len() == names.len() {
                for (&q, &name) in run.iter().zip(&names) {
                    if let Some(slot) = members.get_mut(q) {
                        *slot = Some(name);
                    }
                }
            }
        }
    }
    members
}

/// The members of all lists, each once, in the order of the text.
pub(crate) fn in_order(members: &[Option<Span>]) -> Vec<Span> {
    let mut members: Vec<Span> = members.iter().flatten().copied().collect();
    order::by_key(&mut members, |span| *span);
    members.dedup();
    members
}

/// A property without the list that 分别 pairs with it: 产值 of 海州、松岭、青山三市产值分别为; what is done behind 分别
/// where it is the last member. `members` are those of the passage, as [`in_order`] gives them; the figure is at `at`.
pub(crate) fn without_list(view: &View, property: Span, members: &[Span], at: usize) -> Option<Span> {
    let before = |at: usize| members.partition_point(|m| m.start < at).checked_sub(1).and_then(|i| members.get(i));
    let last = before(property.start + 1).filter(|m| property.start < m.end);
    let last = last.or_else(|| before(property.end).filter(|m| property.contains(**m)));
    let Some(last) = last else { return Some(property) };
    if last.end >= property.end {
        return done(view, last.end, at);
    }
    let rest = view.between(last.end, property.end);
    let tail = TAILS.iter().filter(|t| COUNTED.contains(t)).find(|t| rest.starts_with(**t)).map_or(0, |t| t.len());
    Some(if tail < rest.len() { Span::new(last.end + tail, property.end) } else { property })
}

/// What the members did, by the words behind 分别: 交付 of 分别累计交付.
fn done(view: &View, from: usize, at: usize) -> Option<Span> {
    let words = view.between(from, at);
    let start = from + place(words, "分别")? + "分别".len();
    let verb = view.ahead(start).take_while(|t| t.end <= at && !view.is_number(t.span()));
    let verb = verb.filter(|t| !is_passed(view.word(t))).last()?;
    Some(verb.span())
}

/// Which of the tails count the members.
const COUNTED: &[&str] =
    &["两地", "三地", "四地", "三区", "两市", "三市", "三省", "两省", "四省", "等地", "两家", "三家", "四家", "等"];

/// Members of the list that stands right before 分别, or at the head of its sentence.
fn list_before(view: &View, at: usize) -> Vec<Span> {
    let floor = view.floor(at);
    let before = view.between(floor, at);
    let digit = |i: usize| before.as_bytes().get(i).is_some_and(u8::is_ascii_digit);
    // 18,733辆: a comma between digits parts nothing.
    let inside = |i: usize, c: char| c == ',' && i.checked_sub(1).is_some_and(digit) && digit(i + 1);
    let marks = before.char_indices().filter(|&(i, c)| among("，；。：,;", c) && !inside(i, c));
    let marks: Vec<(usize, char)> = marks.collect();
    let mut end = before.len();
    for &(i, mark) in marks.iter().rev() {
        let members = members(view, Span::new(floor + i + mark.len_utf8(), floor + end));
        if members.len() > 1 {
            return members;
        }
        if matches!(mark, '。' | '；' | ';') {
            return Vec::new();
        }
        end = i;
    }
    members(view, Span::new(floor, floor + end))
}

/// The pieces of 甲、乙和丙三地 without what counts or introduces them.
fn members(view: &View, clause: Span) -> Vec<Span> {
    let text = view.text;
    let words = clause.of(text);
    let figure = view.first_figure(clause.start).filter(|figure| figure.end <= clause.end);
    // 甲、乙、丙三个县市: the figure counts the members.
    let last = clause.start + words.rfind(['、', '和', '与']).unwrap_or(0);
    let counted = figure.is_some_and(|figure| figure.start <= last || !figure.of(text).ends_with('个'));
    let clause = figure.filter(|_| !counted).map_or(clause, |figure| Span::new(clause.start, figure.start));
    let words = clause.of(text);
    if !words.contains(['、', '和', '与']) || counted {
        return Vec::new();
    }
    let mut members = Vec::new();
    let mut start = clause.start;
    for (i, c) in words.char_indices().filter(|&(_, c)| matches!(c, '、' | '和' | '与' | '及')) {
        members.push(Span::new(start, clause.start + i));
        start = clause.start + i + c.len_utf8();
    }
    members.push(Span::new(start, clause.end));
    if let Some(last) = members.last_mut() {
        let tail = last.of(text);
        let cut = TAILS.iter().find_map(|t| place(tail, t).filter(|&i| i > 0));
        last.end = cut.map_or(last.end, |i| last.start + i);
        let time = view.times_within(last.start, clause.end).first().filter(|time| time.start > last.start);
        last.end = time.map_or(last.end, |time| time.start.min(last.end));
    }
    let measures = members.first().is_some_and(|first| measure(view, *first).is_some());
    if let Some(last) = members.last_mut().filter(|_| !measures) {
        last.end = measure(view, *last).filter(|&at| at > last.start).unwrap_or(last.end);
    }
    if let Some(first) = members.first_mut() {
        let head = first.of(text);
        let cut = HEADS.iter().filter_map(|h| last_place(head, h).map(|i| i + h.len())).max();
        first.start += cut.unwrap_or(0);
        let time = view.times_within(clause.start, first.end).last().filter(|time| time.end < first.end);
        first.start = time.map_or(first.start, |time| time.end.max(first.start));
    }
    members.retain(|m| !m.is_empty() && m.of(text).chars().count() <= 16);
    members
}

/// Where what all members measure begins in a member that ends with it: 订单量 of 手机和家电订单量分别.
fn measure(view: &View, member: Span) -> Option<usize> {
    let end = member.start + passed_tail(member.of(view.text));
    let mut tokens = view.back(member.start, end);
    let last = tokens.next().filter(|token| token.end == end)?;
    let word = view.word(last);
    let measured =
        word.ends_with(MEASURED) && !word.ends_with('指') && !is_word("actor", word) || is_word("metric", word);
    // 订单|量
    let head = if word.chars().count() == 1 { tokens.next()? } else { last };
    let before = tokens.next().filter(|token| is_word("prefix", view.word(token)));
    measured.then(|| before.unwrap_or(head).start)
}

/// What ends the last member: a count of them, or their common verb.
const TAILS: &[&str] = &[
    "两地", "三地", "四地", "三区", "两市", "三市", "三省", "两省", "四省", "等地", "两家", "三家", "四家", "三者",
    "两者", "价格", "每", "等", "的", "同比", "环比", "销量", "产量", "营收", "净利",
];
/// What stands before the first member.
const HEADS: &[&str] = &["其中", "来看", "显示", "国内", "季度", "月份", "上半年", "年"];

/// Quantities behind `from` in the same sentence, cut into lists.
fn runs(view: &View, quantities: &[&Quantity], from: usize) -> Vec<Vec<usize>> {
    let mut runs: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<&Quantity> = None;
    let first = quantities.partition_point(|q| q.span.start < from);
    let ceiling = view.ceiling(from);
    let near = quantities.iter().enumerate().skip(first).take_while(|(_, q)| q.span.start < ceiling);
    for (i, quantity) in near {
        let between = |start: usize| view.text.get(start..quantity.span.start).unwrap_or_default();
        if between(from).contains(['；', '。']) {
            break;
        }
        let continues = last.is_some_and(|l| {
            let joint = between(l.span.end);
            joint.chars().count() <= 6
                && joint.contains(['、', '和', '与', '及', '，'])
                && !holds(joint, "分别")
                && alike(l, quantity)
        });
        match runs.last_mut().filter(|_| continues) {
            Some(run) => run.push(i),
            None => runs.push(vec![i]),
        }
        last = Some(quantity);
    }
    runs
}

fn alike(a: &Quantity, b: &Quantity) -> bool {
    a.kind == b.kind && a.unit == b.unit
}
