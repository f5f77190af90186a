//! Two numbers that are the ends of a range: 3-5亿元, 21亿至23亿美元, 18%～22%, 三到五成, 1.15±0.13.

use super::found::{Found, Shape, unit_at};
use super::measure;
use crate::lexicon::tables::has_cue;
use crate::numeral::decimal::Decimal;
use crate::numeral::line::{Line, is_dash, is_han};
use crate::numeral::{self};
use crate::quantity::FigureKind;

/// The range that begins with `first`, if one does.
pub(crate) fn extend(line: &Line, first: &Found) -> Option<Found> {
    if first.shape != Shape::One || first.kind == FigureKind::Fraction {
        return None;
    }
    let (at, joint) = joint(line, first.end)?;
    let second = measure::read(line, at).filter(|second| second.shape == Shape::One)?;
    // 10000与20000间: no rooms.
    let second = if second.unit == "间" && joint == Joint::And && !first.has_unit() && second.modifier.is_none() {
        Found { end: second.end - 1, kind: FigureKind::Number, unit: String::new(), ..second }
    } else {
        second
    };
    if joint == Joint::PlusMinus {
        return around(first, &second);
    }
    let first = distributed(line, first, &second)?;
    let (first, second) = ascending(line, first, second, joint);
    let between = line.has(second.end, "之间") || line.at(second.end) == '间';
    let dash_alone = !second.has_unit() && joint == Joint::Dash && !between;
    let listed = joint == Joint::And && !between;
    if first.low >= second.low || dash_alone && !plausible(line, &first, &second) || listed {
        return None;
    }
    let modifier = second.modifier.or(first.modifier);
    Some(Found { start: first.start, low: first.low, high: second.low, shape: Shape::Range, modifier, ..second })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Dash,
    Word,
    And,
    PlusMinus,
}

/// What joins the ends of a range at `i`, and the index after it.
fn joint(line: &Line, i: usize) -> Option<(usize, Joint)> {
    let at = line.skip_spaces(i);
    let (end, joint) = match line.at(at) {
        c if is_dash(c) => (at + 1 + usize::from(is_dash(line.at(at + 1))), Joint::Dash),
        '至' | '到' => (at + 1, Joint::Word),
        '和' | '与' => (at + 1, Joint::And),
        '±' => (at + 1, Joint::PlusMinus),
        _ => return None,
    };
    Some((line.skip_spaces(end), joint))
}

/// 降至-28℃到-32℃: below zero the ends of a range may stand the other way round.
fn ascending(line: &Line, first: Found, second: Found, joint: Joint) -> (Found, Found) {
    let zero = Decimal::ZERO;
    let below = first.low < zero && second.low < first.low && matches!(joint, Joint::Dash | Joint::Word);
    let moved = line.words(first.start.saturating_sub(6), first.start).contains(['从', '由', '自']);
    if !below || moved {
        return (first, second);
    }
    let (low, high) = (second.low, first.low);
    (Found { low, high: low, ..first }, Found { low: high, high, ..second })
}

/// The first end with the scale and unit of the second: 3-5亿元 begins at 3亿元.
fn distributed(line: &Line, first: &Found, second: &Found) -> Option<Found> {
    let mut shared = first.clone();
    if first.has_unit() {
        // 跌0.4%至1.3120 is a change and the level after it.
        if first.kind == FigureKind::Percent && !second.has_unit() {
            return None;
        }
        let same =
            first.unit == second.unit || second.unit.starts_with(&format!("{}/", first.unit)) || !second.has_unit();
        return same.then_some(shared);
    }
    let places = second.scale - first.scale;
    // 5000-1万元 shares no scale; 800-1000万元 does.
    if places > 0 && first.scale == 0 && first.low <= second.low.shift(-places) {
        shared = shared.shifted(places);
    }
    let percent_of_tenths =
        second.kind == FigureKind::Percent && line.before(second.end) == '成' || second.kind == FigureKind::Discount;
    if percent_of_tenths && first.low < Decimal::integer(10) {
        shared = shared.shifted(1);
    }
    (first.scale <= second.scale || second.has_unit()).then_some(shared)
}

/// Whether two bare numbers with a dash can be a range: not a score, not a code.
fn plausible(line: &Line, first: &Found, second: &Found) -> bool {
    let clause = line.words(line.clause_start(first.start, "。;,"), line.clause_end(second.end, "。;,"));
    let free = !is_dash(line.at(second.end))
        && !line.at(second.end).is_ascii_alphanumeric()
        && unit_at(line, second.end).is_none();
    let tens =
        first.low >= Decimal::integer(10) || !has_cue("scoretight", &clause) && first.low.small_integer().is_none();
    free && tens && !has_cue("scoretight", &clause) && first.scale <= second.scale
}

/// 1.15±0.13 as the two values it reaches.
fn around(value: &Found, deviation: &Found) -> Option<Found> {
    let unit = if deviation.has_unit() { deviation } else { value };
    let (low, high) = (value.low.minus(deviation.low)?, value.low.plus(deviation.low)?);
    Some(Found { start: value.start, end: deviation.end, low, high, shape: Shape::Range, ..unit.clone() })
}

/// 最多100最少20 and the like have their ends apart and stay two figures; a list shares the unit of its last member:
/// 0.6个和1.3个百分点, 2.1、2.3及2.5港元; its members are per the same as the first: 每吨提高120元和115元.
pub(crate) fn share_units(line: &Line, found: &mut [Found]) {
    for i in (0..found.len().saturating_sub(1)).rev() {
        let (Some(next), Some(this)) = (found.get(i + 1).cloned(), found.get(i)) else { continue };
        let elided = this.kind == FigureKind::Count && this.unit == "个" && next.kind == FigureKind::Pp;
        let joined = listed(line, this.end, next.start) || elided && compared(line, this.end, next.start);
        let bare = !this.has_unit()
            && this.shape != Shape::Parts
            && next.has_unit()
            && !matches!(next.kind, FigureKind::Ordinal | FigureKind::Fraction | FigureKind::Score | FigureKind::Ratio);
        if let Some(this) = found.get_mut(i).filter(|_| joined && (elided || bare)) {
            let scaled = if this.scale == 0 && next.scale > 0 && bare && this.low <= next.low.shift(-next.scale + 1) {
                next.scale
            } else {
                0
            };
            *this = Found { kind: next.kind, unit: next.unit, ..this.clone() }.shifted(scaled);
        }
    }
    for i in 1..found.len() {
        let (Some(last), Some(this)) = (found.get(i - 1).cloned(), found.get(i)) else { continue };
        let per = last.unit.strip_prefix(this.unit.as_str()).is_some_and(|rest| rest.starts_with('/'));
        let second = this.kind == FigureKind::Money && per;
        let shares = second && (listed(line, last.end, this.start) || moved(line, &last, this));
        if let Some(this) = found.get_mut(i).filter(|_| shares) {
            this.unit = last.unit;
        }
    }
}

/// 每公斤3.2元涨到5.6元: the second end is per the same.
fn moved(line: &Line, last: &Found, this: &Found) -> bool {
    let between = line.words(last.end, this.start);
    between.chars().count() <= 5 && between.ends_with(['到', '至'])
}

/// Whether only a conjunction stands between two places.
fn listed(line: &Line, from: usize, to: usize) -> bool {
    let words = line.words(from, to);
    matches!(words.trim(), "、" | "和" | "及" | "与" | "或" | "以及")
}

/// Whether a conjunction and one word stand between: 0.4个和高0.5个百分点, 0.4个、上升0.5个百分点.
fn compared(line: &Line, from: usize, to: usize) -> bool {
    let words = line.words(from, to);
    let rest = words.trim().strip_prefix(['、', '和', '与', '及', ',']);
    rest.is_some_and(|rest| rest.chars().count() <= 2 && rest.chars().all(is_han))
}

/// Whether `i` is followed by a number that a dash joins to it, as in 2019-2021.
pub(crate) fn joins_number(line: &Line, i: usize) -> bool {
    joint(line, i).is_some_and(|(at, joint)| joint == Joint::Dash && numeral::is_numeral(line.at(at)))
}
