//! Figures side by side: the parts of a sum, the members that 分别 pairs, shares of a whole.

use super::{Axis, Check, CheckKind, Item, Series, Total};
use crate::article::Article;
use crate::figure::{Change, Figure, FigureKind, FigureRole};

/// Series from the sums that hold, then from lists of one property.
pub(crate) fn build(article: &Article, figures: &[Figure], checks: &[Check]) -> Vec<Series> {
    let mut series: Vec<Series> =
        checks.iter().filter(|c| c.kind == CheckKind::Sum && c.holds).filter_map(|c| of_sum(figures, c)).collect();
    for group in groups(article, figures) {
        let known = |s: &Series| group.iter().filter(|f| s.items.iter().any(|i| i.figure == f.id)).count() > 1;
        if !series.iter().any(known) {
            series.extend(of_group(&group));
        }
    }
    series
}

fn of_sum(figures: &[Figure], check: &Check) -> Option<Series> {
    let find = |id: &usize| figures.iter().find(|f| f.id == *id);
    let (total, parts) = check.figures.split_last()?;
    let total = find(total)?;
    let parts: Vec<&Figure> = parts.iter().filter_map(find).collect();
    let items = labelled(&parts)?;
    let property =
        common_property(&parts).or_else(|| total.property.as_ref().map(|p| p.text.clone())).unwrap_or_default();
    let total = total.value.map(|value| Total { value, figure: total.id });
    Some(Series {
        property,
        unit: parts.first()?.unit.clone(),
        kind: parts.first()?.kind,
        axis: Axis::Category,
        items,
        total,
    })
}

/// Figures of one sentence with one unit, one sort of change and one status, in lists of two and more.
fn groups<'f>(article: &Article, figures: &'f [Figure]) -> Vec<Vec<&'f Figure>> {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in figures.iter().filter(|f| f.value.is_some() && f.sentence.is_some() && f.kind != FigureKind::Ordinal)
    {
        let fits = |g: &Vec<&Figure>| g.last().is_some_and(|last| joins(article, last, figure));
        match groups.iter_mut().rev().take(REACH).find(|g| fits(g)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups.retain(|g| g.len() > 1);
    groups
}

/// Lists that run side by side in one sentence: values and their rates.
const REACH: usize = 4;

fn joins(article: &Article, last: &Figure, figure: &Figure) -> bool {
    let alike = last.kind == figure.kind
        && last.unit == figure.unit
        && last.status == figure.status
        && changes(last) == changes(figure);
    let near = article.text.get(last.end..figure.start).is_some_and(|s| s.chars().count() <= 24);
    alike && near && last.sentence == figure.sentence
}

/// Levels, changes and changed-to levels are not mixed.
fn changes(figure: &Figure) -> u8 {
    match figure.change {
        None => 0,
        Some(Change::Up | Change::Down) => 1,
        Some(Change::ToUp | Change::ToDown) => 2,
    }
}

fn of_group(group: &[&Figure]) -> Option<Series> {
    let first = group.first()?;
    let shares = group.len() > 1 && group.iter().all(|f| f.role == FigureRole::Share);
    let one_property =
        group.iter().all(|f| f.property.as_ref().map(|p| &p.text) == first.property.as_ref().map(|p| &p.text));
    let items = if shares || one_property { labelled(group)? } else { return None };
    let timed = items.iter().all(|item| is_time(&item.label));
    let axis = if timed {
        Axis::Time
    } else if shares {
        Axis::Share
    } else {
        Axis::Category
    };
    let property = if shares { String::new() } else { first.property.as_ref()?.text.clone() };
    Some(Series { property, unit: first.unit.clone(), kind: first.kind, axis, items, total: None })
}

fn is_time(label: &str) -> bool {
    label.ends_with(['年', '月', '日']) || label.ends_with("季度") || label.ends_with("半年")
}

/// Items by owner, or by what is measured where the owners do not tell them apart.
fn labelled(figures: &[&Figure]) -> Option<Vec<Item>> {
    let by_owner: Vec<Option<&str>> = figures.iter().map(|f| f.entity.as_ref().map(|e| e.text.as_str())).collect();
    let by_property: Vec<Option<&str>> = figures.iter().map(|f| f.property.as_ref().map(|p| p.text.as_str())).collect();
    let labels = [by_owner, by_property].into_iter().find(|labels| distinct(labels))?;
    let value = |f: &Figure| match f.change {
        Some(Change::Down) => f.value.map(|v| -v),
        _ => f.value,
    };
    figures
        .iter()
        .zip(labels)
        .map(|(f, label)| Some(Item { label: label?.to_owned(), value: value(f)?, figure: f.id }))
        .collect()
}

fn distinct(labels: &[Option<&str>]) -> bool {
    labels.iter().enumerate().all(|(i, label)| label.is_some() && labels.iter().skip(i + 1).all(|other| other != label))
}

/// What most of the parts measure.
fn common_property(parts: &[&Figure]) -> Option<String> {
    let named: Vec<&str> = parts.iter().filter_map(|f| f.property.as_ref().map(|p| p.text.as_str())).collect();
    let count = |name: &str| named.iter().filter(|n| **n == name).count();
    let best = named
        .iter()
        .copied()
        .max_by_key(|name| (count(name), std::cmp::Reverse(named.iter().position(|n| n == name))))?;
    (count(best) * 2 > parts.len()).then(|| best.to_owned())
}
