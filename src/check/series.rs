//! Comparable figures → series for charts.

use super::mention::{ending, owner, property, same_unit};
use super::{Axis, Check, CheckKind, Item, Series, Total};
use crate::article::Article;
use crate::figure::{Figure, FigureKind, FigureRole, Status};
use crate::span::Span;
use crate::time::TimeExpression;
use std::collections::BTreeSet;

/// Fewest figures that are a comparison.
const FEWEST: usize = 2;
/// Sentences that lie at most between two items.
const GAP: usize = 1;
/// How many open series a figure is tried on.
const OPEN: usize = 12;

/// The parts of each sum, then what remains by one property.
pub(crate) fn series(article: &Article, figures: &[Figure], times: &[TimeExpression], checks: &[Check]) -> Vec<Series> {
    let sums = checks.iter().filter(|c| c.kind == CheckKind::Sum).filter_map(|check| of_sum(figures, check));
    let mut all: Vec<Series> = sums.collect();
    let mut taken: BTreeSet<usize> = all.iter().flat_map(|s| s.items.iter().map(|i| i.figure)).collect();
    taken.extend(all.iter().filter_map(|s| s.total.map(|t| t.figure)));
    let free = figures.iter().filter(|f| !taken.contains(&f.id) && is_level(f));
    let groups = group(free);
    all.extend(groups.iter().filter_map(|group| of_group(article, times, group)));
    all.sort_by_key(|s| s.items.first().map(|i| i.figure));
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

fn of_sum(figures: &[Figure], check: &Check) -> Option<Series> {
    let (total, parts) = check.figures.split_last()?;
    let parts: Vec<&Figure> = parts.iter().filter_map(|&id| figures.get(id)).collect();
    let total = figures.get(*total)?;
    let labels = labels(&parts)?;
    let total = Total { value: total.value?, figure: total.id };
    Some(assemble(&parts, labels, Axis::Category, Some(total)))
}

/// Figures of one unit, kind and role class whose properties end alike, close to each other.
fn group<'f>(figures: impl Iterator<Item = &'f Figure>) -> Vec<Vec<&'f Figure>> {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in figures {
        let floor = groups.len().saturating_sub(OPEN);
        let open = groups.iter_mut().skip(floor).rev().find(|g| g.last().is_some_and(|last| follows(last, figure)));
        match open {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups
}

fn follows(last: &Figure, next: &Figure) -> bool {
    let near = matches!((last.sentence, next.sentence), (Some(a), Some(b)) if b <= a + GAP);
    let share = |f: &Figure| f.role == FigureRole::Share;
    let running = |f: &Figure| property(f).contains("累计");
    let into_parts = next.role == FigureRole::Part && last.role != FigureRole::Part;
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
    if let Some(labels) = dates(article, times, group) {
        return Some(assemble(group, labels, Axis::Time, None));
    }
    let now: Vec<&Figure> = group.iter().copied().filter(|f| f.status == Status::Fact).collect();
    let labels = labels(&now).filter(|_| now.len() >= FEWEST)?;
    let shares = now.iter().all(|f| f.role == FigureRole::Share);
    let sum: f64 = now.iter().filter_map(|f| f.value).sum();
    let axis = if shares && (99.0..=101.0).contains(&sum) { Axis::Share } else { Axis::Category };
    Some(assemble(&now, labels, axis, None))
}

/// Distinct owners, or else distinct properties.
fn labels(figures: &[&Figure]) -> Option<Vec<String>> {
    let by = |name: fn(&Figure) -> Option<&str>| -> Option<Vec<String>> {
        let names: Vec<String> = figures.iter().filter_map(|f| name(f).map(str::to_owned)).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        (distinct.len() == figures.len()).then_some(names)
    };
    by(owner).or_else(|| by(|f| Some(property(f)).filter(|p| !p.is_empty())))
}

/// The dates beside the figures, where property and owner stay the same and each has its own.
fn dates(article: &Article, times: &[TimeExpression], group: &[&Figure]) -> Option<Vec<String>> {
    let first = group.first()?;
    let one = group.iter().all(|f| property(f) == property(first) && owner(f) == owner(first));
    let labels: Vec<String> = group.iter().filter_map(|f| date(article, times, f)).collect();
    let distinct: BTreeSet<&String> = labels.iter().collect();
    (one && distinct.len() == group.len()).then_some(labels)
}

/// The time that stands last before the figure in its clause.
fn date(article: &Article, times: &[TimeExpression], figure: &Figure) -> Option<String> {
    let next = times.partition_point(|t| t.start < figure.start);
    let time = times.get(next.checked_sub(1)?)?;
    let between = article.words(Span::new(time.end, figure.start));
    let beside = time.sentence == figure.sentence && !between.contains(['，', '；', '。', ',']);
    beside.then(|| time.text.clone())
}

fn assemble(figures: &[&Figure], labels: Vec<String>, axis: Axis, total: Option<Total>) -> Series {
    let first = figures.first();
    let items = figures.iter().zip(labels);
    let items = items.map(|(f, label)| Item { label, value: f.value.unwrap_or_default(), figure: f.id }).collect();
    Series {
        property: first.map(|f| common_ending(figures, property(f))).unwrap_or_default(),
        unit: first.map(|f| f.unit.clone()).unwrap_or_default(),
        kind: first.map_or(FigureKind::Number, |f| f.kind),
        axis,
        items,
        total,
    }
}

/// What all properties end in, or the first of them where that is less than a word.
fn common_ending(figures: &[&Figure], first: &str) -> String {
    let ends = first.char_indices().map(|(i, _)| first.get(i..).unwrap_or_default());
    let mut shared = ends.filter(|end| figures.iter().all(|f| property(f).ends_with(end)));
    shared.next().filter(|end| end.chars().count() > 1).unwrap_or(first).to_owned()
}
