//! Comparable figures → series for charts.

use super::mention::{divided, ending, owner, property, same_unit};
use super::{Axis, Check, CheckKind, Item, Series, Total};
use crate::among::holds;
use crate::article::Article;
use crate::figure::{Figure, FigureKind, FigureRole, Status};
use crate::order;
use crate::span::Span;
use crate::time::TimeExpression;

/// Fewest figures that are a comparison.
const FEWEST: usize = 2;
/// Sentences that lie at most between two items.
const GAP: usize = 1;
/// How many open series a figure is tried on.
const OPEN: usize = 12;

/// The parts of each sum, then what remains by one property.
pub(crate) fn series(article: &Article, figures: &[Figure], times: &[TimeExpression], checks: &[Check]) -> Vec<Series> {
    let sums = checks.iter().filter(|c| c.kind == CheckKind::Sum).filter_map(|check| of_sum(article, figures, check));
    let mut all: Vec<Series> = sums.collect();
    let mut taken = order::set(all.iter().flat_map(|s| s.items.iter().map(|i| i.figure)));
    taken.extend(all.iter().filter_map(|s| s.total.map(|t| t.figure)));
    let free = figures.iter().filter(|f| !taken.contains(&f.id) && is_level(f));
    let groups = group(article, free);
    let whole = |group: &&Vec<&Figure>| !leaves_out_shares(figures, group);
    all.extend(groups.iter().filter(whole).filter_map(|group| of_group(article, times, group)));
    order::by_key(&mut all, |s| s.items.first().map(|i| i.figure));
    all
}

/// Facts that are no changes, each one number.
fn is_level(figure: &Figure) -> bool {
    figure.value.is_some()
        && figure.change.is_none()
        && matches!(figure.status, Status::Fact | Status::History)
        && !matches!(
            figure.kind,
            FigureKind::Pp | FigureKind::Ordinal | FigureKind::Age | FigureKind::Number | FigureKind::Coordinate
        )
}

fn of_sum(article: &Article, figures: &[Figure], check: &Check) -> Option<Series> {
    let (total, parts) = check.figures.split_last()?;
    let parts: Vec<&Figure> = parts.iter().filter_map(|&id| figures.get(id)).collect();
    let total = figures.get(*total)?;
    let labels = labels(&parts)?;
    let named = common_ending(article, &parts).unwrap_or_else(|| property(total).to_owned());
    let total = Total { value: total.value?, figure: total.id };
    Some(Series { property: named, total: Some(total), ..assemble(article, &parts, labels, Axis::Category) })
}

/// Figures of one unit, kind and role class whose properties end alike, close to each other.
fn group<'f>(article: &Article, figures: impl Iterator<Item = &'f Figure>) -> Vec<Vec<&'f Figure>> {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in figures {
        let floor = groups.len().saturating_sub(OPEN);
        let joins = |last: &&Figure| follows(last, figure) && !divided(article, last.span(), figure.span());
        let open = groups.iter_mut().skip(floor).rev().find(|g| g.last().is_some_and(joins));
        match open {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups
}

/// Whether the shares of a group leave out one that stands among them: the rest would look like all.
fn leaves_out_shares(figures: &[Figure], group: &[&Figure]) -> bool {
    let (Some(first), Some(last)) = (group.first(), group.last()) else { return false };
    let beside = |f: &&Figure| f.role == FigureRole::Share && f.sentence == first.sentence && f.unit == first.unit;
    let all = figures.iter().take(last.id + 1).skip(first.id.saturating_sub(NEAR)).filter(beside).count();
    first.role == FigureRole::Share && first.sentence == last.sentence && all > group.len()
}

/// How many figures before its first one a series of shares is looked for others.
const NEAR: usize = 12;

fn follows(last: &Figure, next: &Figure) -> bool {
    let near = matches!((last.sentence, next.sentence), (Some(a), Some(b)) if b <= a + GAP);
    let share = |f: &Figure| f.role == FigureRole::Share;
    let running = |f: &Figure| holds(property(f), "累计");
    let into_parts = next.role == FigureRole::Part && last.role != FigureRole::Part;
    let of_a_whole = share(last) && share(next) && last.sentence == next.sentence;
    if of_a_whole && property(next).chars().next_back() == property(last).chars().next_back() {
        return true;
    }
    near && same_unit(last, next)
        && running(last) == running(next)
        && !into_parts
        && last.unit == next.unit
        && share(last) == share(next)
        && property(next).chars().count() > 1
        && ending(property(last), 2) == ending(property(next), 2)
}

fn of_group(article: &Article, times: &[TimeExpression], group: &[&Figure]) -> Option<Series> {
    if group.len() < FEWEST {
        return None;
    }
    // What a sentence dates by itself is a series without what the next one says.
    let sentences = group.chunk_by(|a, b| a.sentence == b.sentence).filter(|run| run.len() > FEWEST);
    let dated = [group].into_iter().chain(sentences).find_map(|run| Some((run, dates(article, times, run)?)));
    if let Some((run, labels)) = dated {
        return Some(assemble(article, run, labels, Axis::Time));
    }
    let now: Vec<&Figure> = group.iter().copied().filter(|f| f.status == Status::Fact).collect();
    let whole = || labels(&now).filter(|_| now.len() > 2 && is_whole(&now));
    let labels = rivals(&now).or_else(|| kinds(article, &now)).or_else(whole).filter(|_| now.len() >= FEWEST)?;
    let axis = if is_whole(&now) { Axis::Share } else { Axis::Category };
    Some(assemble(article, &now, labels, axis))
}

/// Whether they are shares that make up a whole.
fn is_whole(figures: &[&Figure]) -> bool {
    let sum: f64 = figures.iter().filter_map(|f| f.value).sum();
    figures.iter().all(|f| f.role == FigureRole::Share) && (99.0..=101.0).contains(&sum)
}

/// Distinct owners, or else distinct properties.
fn labels(figures: &[&Figure]) -> Option<Vec<String>> {
    let named = |f: &Figure| Some(property(f).to_owned()).filter(|p| !p.is_empty());
    distinct(figures, |f| owner(f).map(str::to_owned)).or_else(|| distinct(figures, named))
}

/// The names of all figures, if each has one of its own.
fn distinct(figures: &[&Figure], name: impl Fn(&Figure) -> Option<String>) -> Option<Vec<String>> {
    let names: Vec<String> = figures.iter().filter_map(|f| name(f)).collect();
    (order::set(names.iter().map(String::as_str)).len() == figures.len()).then_some(names)
}

/// Owners to compare by one property: named ones, none of them part of another.
fn rivals(figures: &[&Figure]) -> Option<Vec<String>> {
    let names = distinct(figures, |f| owner(f).map(str::to_owned))?;
    let apart = names.iter().all(|a| !names.iter().any(|b| a != b && holds(a, b)));
    let standing = names.iter().any(|name| name.ends_with("公司") && name.chars().count() < 5);
    let first = figures.first()?;
    // Where the property carries the owner's name, what follows it is what is compared.
    let bare = |f: &Figure| owner(f).and_then(|o| property(f).strip_prefix(o)).unwrap_or(property(f)).to_owned();
    let one = figures.iter().all(|f| bare(f) == bare(first));
    let shared = figures.len() > 2 && !property(first).starts_with('占');
    (apart && !standing && (one || shared)).then_some(names)
}

/// Kinds of one thing: 第一产业增加值, 第二产业增加值; two only where they are named alike, as 进口 and 出口.
fn kinds(article: &Article, figures: &[&Figure]) -> Option<Vec<String>> {
    let named = |f: &Figure| Some(property(f).to_owned()).filter(|p| !p.is_empty());
    let names = distinct(figures, named)?;
    let ending = common_ending(article, figures)?;
    let heads: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(ending.as_str())).collect();
    let extreme = heads.iter().any(|h| h.is_empty() || EXTREMES.iter().any(|word| holds(h, word)));
    let size = heads.first().map(|h| h.chars().count());
    let alike =
        figures.len() > 2 || ending.chars().count() > 3 || heads.iter().all(|h| Some(h.chars().count()) == size);
    (!extreme && alike).then_some(names)
}

/// What makes two properties the ends, the sum or the definition of one thing rather than two things to compare.
const EXTREMES: &[&str] = &["最高", "最低", "最大", "最小", "累计", "归母", "扣非", "总", "占", "质押"];

/// The dates beside the figures, where property and owner stay the same and each has its own.
fn dates(article: &Article, times: &[TimeExpression], group: &[&Figure]) -> Option<Vec<String>> {
    let first = group.first()?;
    let one = group.iter().all(|f| property(f) == property(first) && owner(f) == owner(first));
    let labels: Vec<String> = group.iter().filter_map(|f| date(article, times, f)).collect();
    let distinct = order::set(labels.iter().map(String::as_str));
    if one && distinct.len() == group.len() {
        return Some(labels);
    }
    paired(article, times, group).or_else(|| years(article, times, group)).filter(|_| one)
}

/// The years of a period that 分别 pairs with the figures: 2021年至2023年分别为3亿元、4亿元、5亿元.
fn years(article: &Article, times: &[TimeExpression], group: &[&Figure]) -> Option<Vec<String>> {
    let first = group.first()?;
    let last = times.get(times.partition_point(|t| t.start < first.start).checked_sub(1)?)?;
    let [from, to] = last.range.as_ref()?;
    let (from, to) = (from.parse::<i32>().ok()?, to.parse::<i32>().ok()?);
    let said = article.words(Span::new(last.end, first.start));
    let fits = usize::try_from(to - from + 1) == Ok(group.len()) && last.sentence == first.sentence;
    let one = group.iter().all(|f| f.sentence == first.sentence);
    let paired = holds(said, "分别") && !said.contains(['；', '。']);
    (fits && one && paired).then(|| (from..=to).map(|year| format!("{year}年")).collect())
}

/// The times of a list that 分别 pairs with the figures: 2021年、2022年分别为3亿元、4亿元.
fn paired(article: &Article, times: &[TimeExpression], group: &[&Figure]) -> Option<Vec<String>> {
    let first = group.first()?;
    let together = group.iter().all(|f| f.sentence == first.sentence);
    let next = times.partition_point(|t| t.start < first.start);
    let listed: Vec<&TimeExpression> = times.get(next.checked_sub(group.len())?..next)?.iter().collect();
    let joint = |a: &TimeExpression, b: &TimeExpression| {
        matches!(article.words(Span::new(a.end, b.start)).trim(), "、" | "和" | "及" | "与" | "，")
    };
    let list = listed.windows(2).all(|w| matches!(w, [a, b] if a.sentence == first.sentence && joint(a, b)));
    let said = article.words(Span::new(listed.last()?.end, first.start));
    (together && list && holds(said, "分别") && !said.contains(['；', '。']))
        .then(|| listed.iter().map(|t| t.text.clone()).collect())
}

/// The time that stands last before the figure in its clause.
fn date(article: &Article, times: &[TimeExpression], figure: &Figure) -> Option<String> {
    let next = times.partition_point(|t| t.start < figure.start);
    let time = times.get(next.checked_sub(1)?)?;
    let between = article.words(Span::new(time.end, figure.start));
    let beside = time.sentence == figure.sentence && !between.contains(['，', '；', '。', ',']);
    // 去年同期 is no 去年.
    let same = if between.starts_with("同期") { "同期" } else { "" };
    beside.then(|| format!("{}{same}", time.text))
}

fn assemble(article: &Article, figures: &[&Figure], labels: Vec<String>, axis: Axis) -> Series {
    let first = figures.first();
    let items = figures.iter().zip(labels);
    let items = items.map(|(f, label)| Item { label, value: f.value.unwrap_or_default(), figure: f.id }).collect();
    Series {
        property: common_ending(article, figures).or(first.map(|f| property(f).to_owned())).unwrap_or_default(),
        unit: first.map(|f| f.unit.clone()).unwrap_or_default(),
        kind: first.map_or(FigureKind::Number, |f| f.kind),
        axis,
        items,
        total: None,
    }
}

/// The words that all properties end in, two characters or more.
fn common_ending(article: &Article, figures: &[&Figure]) -> Option<String> {
    let first = figures.first()?.property.as_ref()?;
    let passage = article.passages.iter().rfind(|p| p.span.contains(Span::new(first.start, first.end)))?;
    let from = passage.tokens.partition_point(|t| t.start < first.start);
    let starts = passage.tokens.iter().skip(from).map(|t| t.start).take_while(|&start| start < first.end);
    let mut ends = starts.map(|start| article.words(Span::new(start, first.end)));
    let shared = ends.find(|end| figures.iter().all(|f| property(f).ends_with(end)))?;
    (shared.chars().count() > 1).then(|| shared.to_owned())
}
