//! What each figure measures: the noun phrase beside it, or the one it inherits.

use super::phrase::{self, Left, View};
use super::{Change, FigureKind};
use crate::number::Quantity;
use crate::span::Span;

/// The property of every quantity of a passage, in their order.
pub(crate) fn of_passage(view: &View, quantities: &[&Quantity]) -> Vec<Option<Span>> {
    let mut properties: Vec<Option<Span>> = Vec::new();
    for (i, quantity) in quantities.iter().enumerate() {
        let before: Vec<_> = quantities.iter().take(i).zip(&properties).map(|(q, p)| (*q, *p)).collect();
        properties.push(of(view, quantity, &before));
    }
    properties
}

fn of(view: &View, quantity: &Quantity, before: &[(&Quantity, Option<Span>)]) -> Option<Span> {
    let left = phrase::left(view, quantity.span.start);
    let right = || phrase::right(view, quantity.span.end);
    let inherited = || before.iter().rev().find_map(|(q, p)| p.filter(|_| lends(quantity, q)));
    let list = listed_after(view, quantity, before);
    match quantity.kind {
        FigureKind::Score => None,
        FigureKind::Count if is_person_count(quantity) => {
            phrase::fate(view, quantity.span.end).or_else(right).or(left.noun).or(left.verb).or_else(inherited)
        }
        FigureKind::Count => {
            let fate = phrase::fate(view, quantity.span.end);
            fate.filter(|_| right().is_none()).or_else(right).or(left.noun).or(left.verb).or_else(inherited)
        }
        FigureKind::Ordinal => {
            if quantity.unit == "号" { right() } else { None }.or(left.noun).or_else(right).or(left.verb)
        }
        _ if quantity.change.is_some() => left.noun.or_else(inherited).or(left.verb).or_else(right),
        _ if list => inherited().or(left.noun),
        _ => direct(view, quantity, left).or_else(right).or_else(inherited),
    }
}

/// The phrase left of a level. A verb alone counts only where nothing right of the figure names it.
fn direct(view: &View, quantity: &Quantity, left: Left) -> Option<Span> {
    let of_it =
        quantity.span.end < view.span.end && view.text.get(quantity.span.end..).is_some_and(|s| s.starts_with('的'));
    let right = phrase::right(view, quantity.span.end);
    if of_it && left.noun.is_none_or(|noun| noun.len() < 6) {
        return right.or(left.noun).or(left.verb);
    }
    left.noun.or_else(|| left.verb.filter(|_| right.is_none()))
}

/// Whether `quantity` stands in a list right behind another of its unit: 25：21、22：25.
fn listed_after(view: &View, quantity: &Quantity, before: &[(&Quantity, Option<Span>)]) -> bool {
    before.last().is_some_and(|(last, _)| {
        let between = view.text.get(last.span.end..quantity.span.start).unwrap_or_default();
        last.unit == quantity.unit && matches!(between.trim(), "、" | "和" | "及" | "与" | "或")
    })
}

/// Whether a figure without a subject of its own takes that of `lender`: a rate that of its level, a level that of its like.
fn lends(quantity: &Quantity, lender: &Quantity) -> bool {
    let nameless = matches!(lender.kind, FigureKind::Ordinal | FigureKind::Age | FigureKind::Score);
    let timed = lender.kind == FigureKind::Duration && quantity.kind != FigureKind::Duration;
    let counted = lender.kind == FigureKind::Count
        && !matches!(quantity.kind, FigureKind::Count | FigureKind::Percent | FigureKind::Multiple | FigureKind::Pp);
    let shown = matches!(quantity.change, Some(Change::Up | Change::Down))
        || quantity.kind != FigureKind::Count
        || lender.unit == quantity.unit;
    !nameless && !timed && !counted && shown
}

fn is_person_count(quantity: &Quantity) -> bool {
    matches!(quantity.unit.as_str(), "人" | "名" | "例" | "位")
}
