//! Parts and their total: 共18个 … 6家 … 6个 … 6家; 201枚金牌、111枚银牌和71枚铜牌，总数383枚.

use super::amount::{Amount, equal, written};
use super::{Check, CheckKind};
use crate::article::Article;
use crate::figure::{Change, Figure, FigureKind, FigureRole, Status};

/// A total and its parts hardly ever reach further.
const MOST_PARTS: usize = 8;
/// Figures looked at behind or before a total.
const WINDOW: usize = 16;
/// Sentences between a total and its last part.
const SENTENCES: usize = 4;

/// Every sum that the text shows, and those it claims wrongly.
pub(crate) fn sums(article: &Article, figures: &[Figure]) -> Vec<Check> {
    let mut checks: Vec<Check> = Vec::new();
    for (i, total) in figures.iter().enumerate().filter(|(_, f)| can_total(f)) {
        let after: Vec<&Figure> = figures.iter().skip(i + 1).take(WINDOW).filter(|f| can_be_part(f, total)).collect();
        let before: Vec<&Figure> =
            figures.iter().take(i).rev().take(WINDOW).filter(|f| can_be_part(f, total)).collect();
        let found = after_total(article, total, &after).or_else(|| before_total(article, total, &before));
        let known = |check: &Check| checks.iter().any(|c| c.figures == check.figures);
        if let Some(check) = found.filter(|check| !known(check)) {
            checks.push(check);
        }
    }
    checks
}

fn can_total(figure: &Figure) -> bool {
    let summable = matches!(
        figure.kind,
        FigureKind::Money
            | FigureKind::Count
            | FigureKind::Area
            | FigureKind::Mass
            | FigureKind::Power
            | FigureKind::Energy
            | FigureKind::Volume
            | FigureKind::Length
    );
    summable
        && figure.value.is_some_and(|v| v > 0.0)
        && !matches!(figure.change, Some(Change::Up | Change::Down))
        && !figure.unit.contains('/')
}

/// Whether `part` may be a summand of `total`: the same sort, no rise, no forecast beside a fact, and smaller.
fn can_be_part(part: &Figure, total: &Figure) -> bool {
    let units = part.unit == total.unit || part.kind == FigureKind::Count && mixes(&part.unit, &total.unit);
    let level = !matches!(part.change, Some(Change::Up | Change::Down)) || part.change == total.change;
    let smaller = part.value.zip(total.value).is_some_and(|(p, t)| p > 0.0 && p < t);
    part.kind == total.kind && units && level && smaller && part.status != Status::History && near(part, total)
}

/// 6家, 6个 and 6项 can be counted together; so can 3名 and 5人.
fn mixes(a: &str, b: &str) -> bool {
    let groups = [&["个", "家", "项"][..], &["人", "名", "位"][..]];
    groups.iter().any(|group| group.contains(&a) && group.contains(&b))
}

fn near(a: &Figure, b: &Figure) -> bool {
    let closest = a.mentions.len().max(b.mentions.len()) > 1;
    match (a.sentence, b.sentence) {
        (Some(x), Some(y)) => x.abs_diff(y) <= SENTENCES || closest,
        _ => false,
    }
}

/// 共18个, of which 6, 6 and 6.
fn after_total(article: &Article, total: &Figure, parts: &[&Figure]) -> Option<Check> {
    let last = total.mentions.last().map_or(total.end, |m| m.end);
    let parts: Vec<&Figure> =
        parts.iter().copied().filter(|p| p.start >= last || p.mentions.iter().any(|m| m.start >= last)).collect();
    let first = parts.first()?;
    let lead = article.text.get(last..first.mentions.last().map_or(first.start, |m| m.start)).unwrap_or_default();
    let split = lead.contains("其中") || lead.contains("分别") || lead.contains("包括");
    let claimed = total.role == FigureRole::Total || split;
    let held = claimed.then(|| prefix(total, &parts)).flatten();
    held.or_else(|| broken_after(article, total, &parts, split, lead))
}

/// 12, 8 and 5, together 25.
fn before_total(article: &Article, total: &Figure, parts: &[&Figure]) -> Option<Check> {
    if total.role != FigureRole::Total {
        return None;
    }
    let held = prefix(total, parts).map(|mut check| {
        let result = check.figures.pop();
        check.figures.reverse();
        check.figures.extend(result);
        let ordered: Vec<&Figure> = parts.iter().copied().take(check.figures.len() - 1).rev().collect();
        check.arithmetic = arithmetic(&ordered, total, true);
        check
    });
    held.or_else(|| broken_before(article, total, parts))
}

/// The first so many parts that add up to the total.
fn prefix(total: &Figure, parts: &[&Figure]) -> Option<Check> {
    let target = Amount::of(total)?;
    let (mut sum, mut slack) = (0.0, target.slack);
    for (count, part) in parts.iter().take(MOST_PARTS).enumerate() {
        let amount = Amount::of(part)?;
        sum += amount.value;
        slack += amount.slack;
        let rounding = if target.slack < target.scale / 2.0 { slack } else { 0.0 };
        if count > 0 && equal(sum, target.value, rounding) && telling(total, count + 1) {
            let chosen: Vec<&Figure> = parts.iter().copied().take(count + 1).collect();
            return Some(check(&chosen, total, true));
        }
    }
    None
}

/// Whether so many parts with this total can hardly agree by chance.
fn telling(total: &Figure, parts: usize) -> bool {
    total.role == FigureRole::Total || parts > 2 || total.value.is_some_and(|v| v >= 20.0)
}

/// A whole list behind 其中 or 分别 in the total's sentence that misses it by little.
fn broken_after(article: &Article, total: &Figure, parts: &[&Figure], split: bool, lead: &str) -> Option<Check> {
    let own: Vec<&Figure> = parts.iter().copied().filter(|p| p.sentence == total.sentence).collect();
    let list = run(article, &own);
    let tail = article.text.get(list.last()?.end..sentence_end(article, total)).unwrap_or_default();
    let open = tail.starts_with('等')
        || ["其余", "其他", "另有", "此外", "还有"].iter().any(|word| tail.contains(word) || lead.contains(word));
    let counted = total.kind == FigureKind::Count && list.len() >= 3 || lead.contains("分别");
    if !split
        || open
        || !counted
        || list.len() != own.len()
        || total.role != FigureRole::Total
        || total.modifier.is_some()
    {
        return None;
    }
    broken(&list, total)
}

/// 合计 behind a list in the same sentence that it does not fit.
fn broken_before(article: &Article, total: &Figure, parts: &[&Figure]) -> Option<Check> {
    let mut own: Vec<&Figure> = parts.iter().copied().filter(|p| p.sentence == total.sentence).collect();
    own.reverse();
    let list = run(article, &own);
    let between = article.text.get(list.last()?.end..total.start).unwrap_or_default();
    let claimed = ["合计", "共计", "总计", "一共", "合共"].iter().any(|word| between.contains(word))
        && between.chars().count() <= 12;
    let whole = list.len() == own.len() && list.len() >= 2 && total.modifier.is_none();
    if !claimed || !whole { None } else { broken(&list, total) }
}

fn broken(list: &[&Figure], total: &Figure) -> Option<Check> {
    let hedged = list.iter().any(|part| part.modifier.is_some());
    let target = Amount::of(total)?;
    let amounts: Vec<Amount> = list.iter().filter_map(|part| Amount::of(part)).collect();
    let sum: f64 = amounts.iter().map(|a| a.value).sum();
    let slack: f64 = amounts.iter().map(|a| a.slack).sum::<f64>() + target.slack;
    let close = (sum - target.value).abs() <= target.value * NEARLY;
    (!hedged && close && !equal(sum, target.value, slack)).then(|| check(list, total, false))
}

/// A list that misses its total by more than this was not meant to make it up.
const NEARLY: f64 = 0.2;

/// The figures at the head of `parts` that stand in one list: little between them but their own nouns.
fn run<'f>(article: &Article, parts: &[&'f Figure]) -> Vec<&'f Figure> {
    let mut list: Vec<&Figure> = Vec::new();
    for part in parts {
        let joined = list.last().is_none_or(|last| {
            article.text.get(last.end..part.start).is_some_and(|s| s.chars().count() <= 16 && !s.contains(['。', '；']))
        });
        if !joined {
            break;
        }
        list.push(part);
    }
    list
}

fn sentence_end(article: &Article, figure: &Figure) -> usize {
    figure.sentence.and_then(|s| article.sentences.get(s)).map_or(figure.end, |s| s.end.max(figure.end))
}

fn check(parts: &[&Figure], total: &Figure, holds: bool) -> Check {
    let figures = parts.iter().map(|p| p.id).chain([total.id]).collect();
    Check { kind: CheckKind::Sum, figures, holds, arithmetic: arithmetic(parts, total, holds) }
}

/// `51+62+57=170`, `12+8+5=25≠26`, in the scale of the total.
fn arithmetic(parts: &[&Figure], total: &Figure, holds: bool) -> String {
    let scale = Amount::of(total).map_or(1.0, |a| a.scale);
    let terms: Vec<f64> = parts.iter().filter_map(|p| p.value).collect();
    let sum: f64 = terms.iter().sum();
    let target = total.value.unwrap_or_default();
    let left = terms.iter().map(|t| written(t / scale)).collect::<Vec<_>>().join("+");
    let (sum, target) = (written(sum / scale), written(target / scale));
    match (holds, sum == target) {
        (true, true) => format!("{left}={target}"),
        (true, false) => format!("{left}={sum}≈{target}"),
        (false, _) => format!("{left}={sum}≠{target}"),
    }
}
