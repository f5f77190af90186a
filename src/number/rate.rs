//! Rates whose denominator stands before the number: 每股21.8元, 每小时10到15公里, 时速120公里, 每吨分别提高120元.

use super::found::{Found, Shape, unit_at};
use crate::numeral::line::Line;
use crate::quantity::FigureKind;

/// The figure with the denominator that stands before it.
pub(crate) fn prefixed(line: &Line, found: Found) -> Found {
    if let Some(found) = hourly(line, &found) {
        return found;
    }
    if let Some(length) = line.any_before(found.start, SCALES).filter(|_| found.kind == FigureKind::Temperature) {
        return Found { start: found.start - length, ..found };
    }
    if !matches!(found.kind, FigureKind::Money | FigureKind::Length | FigureKind::Mass | FigureKind::Volume)
        || found.unit.contains(['/'])
        || found.shape == Shape::Parts
    {
        return found;
    }
    let clause = line.clause_start(found.start, ",。;:");
    let Some(at) = (clause..found.start).rev().find(|&j| line.at(j) == '每') else { return found };
    let Some((end, unit)) = unit_at(line, at + 1) else { return found };
    let between = line.words(end, found.start);
    let touches = between.trim().is_empty();
    let hedged = touches || NEAR.iter().any(|words| between == *words);
    let commodity =
        matches!(unit.kind, "mass" | "volume" | "area" | "energy") || matches!(unit.code, "股" | "桶" | "辆" | "台");
    let apart = commodity && between.chars().count() <= 10 && !between.contains(|c: char| c.is_ascii_digit());
    let timed = matches!(unit.code, "时" | "秒" | "分" | "日");
    let speed = found.kind == FigureKind::Length && timed;
    let flow = found.kind == FigureKind::Volume;
    let verb = found.kind == FigureKind::Money && between.chars().count() == 1;
    let money = found.kind == FigureKind::Money && (apart || verb);
    if !(hedged || money) || !timed && (found.kind == FigureKind::Length || flow) {
        return found;
    }
    joined(found, unit.code, if touches { Some(at) } else { None }, speed)
}

/// Where the base of a dividend ends that begins at `i`: 10派2.5元, 10转4.
pub(crate) fn ten_shares(line: &Line, i: usize) -> Option<usize> {
    let end = i + line.any(i, &["10", "十"])?;
    let whole = !line.before(i).is_ascii_digit() && line.before(i) != '.';
    let shared = matches!(line.at(end), '派' | '转' | '送') && line.at(end + 1).is_ascii_digit();
    (whole && shared).then_some(end)
}

/// What ten shares get: money, or so many shares.
pub(crate) fn per_ten_shares(mut found: Found) -> Found {
    let plain = found.shape == Shape::One && found.scale == 0 && !found.unit.contains(['/']);
    match found.kind {
        FigureKind::Money if plain => found.unit.push_str("/10股"),
        FigureKind::Number | FigureKind::Count if plain && matches!(found.unit.as_str(), "" | "股") => {
            (found.kind, found.unit) = (FigureKind::Count, "股/10股".to_owned());
        }
        _ => {}
    }
    found
}

/// Names of the scales of temperature that stand before a number.
const SCALES: &[&str] = &["华氏温度", "摄氏温度", "华氏", "摄氏"];

/// Words that may stand between denominator and number.
const NEAR: &[&str] =
    &["约", "近", "超", "达", "不足", "超过", "可达", "最高", "最低", "仅", "高达", "为", "约为", "人民币"];

fn joined(mut found: Found, per: &str, start: Option<usize>, speed: bool) -> Found {
    found.unit = format!("{}/{per}", found.unit);
    if speed && per != "日" {
        found.kind = FigureKind::Speed;
    }
    if per != "日" && matches!(found.kind, FigureKind::Speed | FigureKind::Volume) {
        found.unit = clocked(&found.unit);
    }
    found.start = start.unwrap_or(found.start);
    found
}

/// 时速120公里.
fn hourly(line: &Line, found: &Found) -> Option<Found> {
    if found.kind != FigureKind::Length {
        return None;
    }
    let floor = found.start.saturating_sub(6);
    let at = (floor..found.start).rev().find(|&j| line.has(j, "时速"))?;
    let between = line.words(at + 2, found.start);
    let touches = between.trim().is_empty();
    let near = touches
        || NEAR.iter().any(|words| between == *words)
        || ["达到", "可达到", "达到了"].contains(&between.as_str());
    near.then(|| joined(found.clone(), "时", touches.then_some(at), true))
}

/// A unit by the hour, the second or the minute, with their signs.
pub(crate) fn clocked(unit: &str) -> String {
    let times = [("时", "h"), ("秒", "s"), ("分", "min")];
    let by = |(time, sign): (&str, &str)| Some(unit.strip_suffix(time)?.to_owned() + sign);
    times.into_iter().find_map(by).unwrap_or_else(|| unit.to_owned())
}
