//! The same figure of the same thing said more than once becomes one record with its mentions.

use super::Figure;
use crate::among::holds;

/// Joins repeated figures; ids are given anew, in the order of first mention.
pub(crate) fn merge(figures: Vec<Figure>) -> Vec<Figure> {
    let mut kept: Vec<Figure> = Vec::new();
    // Only figures of one value can be one: looked up among the last ones, so that merging stays linear.
    let mut values: Vec<Option<f64>> = Vec::new();
    for figure in figures {
        let floor = kept.len().saturating_sub(REACH);
        let near = values.iter().zip(&mut kept).skip(floor).filter(|(value, _)| **value == figure.value);
        match near.map(|(_, first)| first).find(|first| same(first, &figure)) {
            Some(first) => adopt(first, figure),
            None => {
                values.push(figure.value);
                kept.push(figure);
            }
        }
    }
    for (id, figure) in kept.iter_mut().enumerate() {
        figure.id = id;
    }
    kept
}

/// How many figures back a repetition is looked for.
const REACH: usize = 200;

fn same(a: &Figure, b: &Figure) -> bool {
    let value = a.value == b.value && a.range == b.range && a.parts == b.parts && a.kind == b.kind;
    let numbered = a.value.is_some() || a.range.is_some() || a.parts.is_some();
    value
        && (numbered || a.text == b.text)
        && a.sentence != b.sentence
        && a.unit == b.unit
        && a.change == b.change
        && a.status == b.status
        && a.modifier == b.modifier
        && things(a, b)
        && owners(a, b)
}

/// Whether both measure the same, as far as the text says.
fn things(a: &Figure, b: &Figure) -> bool {
    match (&a.property, &b.property) {
        (Some(a), Some(b)) => {
            let harm = |text: &str| text.starts_with(['死', '伤']) || text.ends_with(['死', '伤']);
            let same = a.text.ends_with(&b.text) || b.text.ends_with(&a.text);
            // 2死 of the headline is 2人死亡.
            same || harm(&a.text) && (holds(&a.text, &b.text) || holds(&b.text, &a.text))
        }
        _ => false,
    }
}

fn owners(a: &Figure, b: &Figure) -> bool {
    match (owner(a), owner(b)) {
        (Some(a), Some(b)) => a.ends_with(b) || b.ends_with(a),
        _ => true,
    }
}

fn owner(figure: &Figure) -> Option<&str> {
    figure.entity_name.as_deref().or(figure.entity.as_ref().map(|entity| entity.text.as_str()))
}

/// The first mention takes what only the later one knows.
fn adopt(first: &mut Figure, later: Figure) {
    first.mentions.extend(later.mentions);
    first.repaired |= later.repaired;
    if first.entity.is_none() {
        first.entity = later.entity;
        first.entity_name = later.entity_name;
    }
    if first.sentence.is_none() {
        first.sentence = later.sentence;
    }
}
