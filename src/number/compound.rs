//! What follows a unit and belongs to it: denominators (元/平方米), halves (一年半), smaller units (2分20秒04, 3元5角).

use super::found::{Found, Shape, unit_at};
use super::rate;
use crate::among::among;
use crate::numeral::decimal::Decimal;
use crate::numeral::line::{Line, is_dash, is_han};
use crate::numeral::{self, chinese_digits_end, digit, digits_end, is_numeral};
use crate::quantity::FigureKind;

/// Takes what belongs to the unit of `found`.
pub(crate) fn extend(line: &Line, found: Found) -> Option<Found> {
    let found = denominator(line, found);
    Some(match found.kind {
        FigureKind::Count if found.unit == "分" && seconds_follow(line, found.end) => {
            duration(line, Found { kind: FigureKind::Duration, ..found })
        }
        FigureKind::Count if found.unit == "分" && line.has(found.end, "半钟") => {
            let found = with_half(line, Found { kind: FigureKind::Duration, ..found });
            Found { end: found.end + 1, ..found }
        }
        FigureKind::Duration => duration(line, found),
        FigureKind::Money => change(line, found),
        FigureKind::Temperature => tenths_of_degree(line, found),
        FigureKind::Coordinate => minutes_of_arc(line, found),
        FigureKind::Length => centimetres(line, with_half(line, found)),
        FigureKind::Mass | FigureKind::Area | FigureKind::Age | FigureKind::Multiple => with_half(line, found),
        _ => found,
    })
}

/// 元/平方米, 元每吨, 个/平方米.
fn denominator(line: &Line, mut found: Found) -> Found {
    let at = line.skip_spaces(found.end);
    let per = line.any(at, &["/", "每", "一"]);
    let from = line.skip_spaces(at + per.unwrap_or(0));
    let Some((end, unit)) = per.and_then(|_| unit_at(line, from)).or_else(|| per.and_then(|_| worded(line, from)))
    else {
        return found;
    };
    let kinds =
        if line.at(at) == '/' { DIVISIBLE } else { &[FigureKind::Money, FigureKind::Length, FigureKind::Volume] };
    let one =
        line.at(at) == '一' && !(found.kind == FigureKind::Money && matches!(unit.kind, "mass" | "area" | "volume"));
    if !kinds.contains(&found.kind)
        || one
        // A space ends the phrase of a headline.
        || line.at(at) != '/' && at > found.end
        || line.at(at) == '每' && end < line.len() && numeral::is_numeral(line.at(end))
    {
        return found;
    }
    found.unit = format!("{}/{}", found.unit, unit.code);
    let timed = matches!(unit.kind, "duration") && matches!(unit.code, "时" | "秒" | "分");
    if timed && matches!(found.kind, FigureKind::Length | FigureKind::Volume) {
        found.kind = if found.kind == FigureKind::Length { FigureKind::Speed } else { found.kind };
        found.unit = rate::clocked(&found.unit);
    } else if found.kind == FigureKind::Mass && unit.kind == "volume" {
        found.kind = FigureKind::Density;
    }
    found.end = end;
    found
}

/// Denominators that are no measure words elsewhere.
fn worded(line: &Line, i: usize) -> Option<(usize, &'static crate::lexicon::tables::Unit)> {
    use crate::lexicon::tables::{Form, Unit};
    static MINUTE: Unit = Unit { code: "分", kind: "duration", shift: 0, form: Form::Any };
    (line.at(i) == '分').then_some((i + 1, &MINUTE))
}

const DIVISIBLE: &[FigureKind] = &[
    FigureKind::Money,
    FigureKind::Count,
    FigureKind::Length,
    FigureKind::Mass,
    FigureKind::Volume,
    FigureKind::Energy,
    FigureKind::Power,
    FigureKind::Data,
    FigureKind::Number,
];

/// 2分20秒04: these are minutes, not points.
fn seconds_follow(line: &Line, i: usize) -> bool {
    numeral::read(line, line.skip_spaces(i)).is_some_and(|n| line.at(line.skip_spaces(n.end)) == '秒')
}

/// 一年半, 三个月零五天, 4小时18分, 9秒98.
fn duration(line: &Line, found: Found) -> Found {
    let mut found = with_half(line, found);
    for _ in 0..4 {
        let Some(longer) = smaller_duration(line, &found) else { break };
        found = longer;
    }
    hundredths(line, found)
}

/// The duration lengthened by a smaller unit behind it.
fn smaller_duration(line: &Line, found: &Found) -> Option<Found> {
    let joint = found.end + line.any(found.end, &["又", "零", "余"]).unwrap_or(0);
    let number = numeral::read(line, line.skip_spaces(joint))?;
    let at = line.skip_spaces(number.end);
    let (end, code) = match line.any(at, &["分钟", "分", "秒钟", "秒"]) {
        Some(length) if line.at(at) == '分' => (at + length, "分"),
        Some(length) => (at + length, "秒"),
        None => {
            let (end, unit) = unit_at(line, at)?;
            (end, if unit.kind == "duration" { unit.code } else { return None })
        }
    };
    let per = ratio_of(&found.unit, code)?;
    if found.shape != Shape::One || number.low != number.high {
        return None;
    }
    let value = found.low.times(per)?.plus(number.low)?;
    Some(Found { end, low: value, high: value, unit: code.to_owned(), ..found.clone() })
}

/// How many of `small` make one `large`, where the calendar fixes it.
fn ratio_of(large: &str, small: &str) -> Option<i128> {
    let (Some(&(a, x)), Some(&(b, y))) = (SIZES.iter().find(|s| s.0 == large), SIZES.iter().find(|s| s.0 == small))
    else {
        return None;
    };
    let (group, other) = (a == "年" || a == "月", b == "年" || b == "月");
    (group == other && x > y).then(|| x / y)
}

/// Durations in months, or in seconds.
const SIZES: &[(&str, i128)] =
    &[("年", 12), ("月", 1), ("周", 604_800), ("日", 86_400), ("时", 3600), ("刻", 900), ("分", 60), ("秒", 1)];

/// 9秒98: hundredths behind the second.
fn hundredths(line: &Line, found: Found) -> Found {
    let end = digits_end(line, found.end);
    let read = found.unit == "秒" && end - found.end <= 3 && unit_at(line, end).is_none();
    if read { with_decimals(line, found, end) } else { found }
}

/// 2米06, 一米八: centimetres or decimetres behind the metre.
fn centimetres(line: &Line, found: Found) -> Found {
    let end = digits_end(line, found.end).max(chinese_digits_end(line, found.end));
    let next = line.at(end);
    let free = if end == found.end + 1 { !is_han(next) || among("的高长宽深", next) } else { next != '号' };
    let read = line.before(found.end) == '米' && found.unit == "m" && found.scale == 0 && end - found.end <= 2;
    let joined = next.is_ascii_alphanumeric() || is_numeral(next) || matches!(next, '.' | '%') || is_dash(next);
    if read && free && !joined && unit_at(line, end).is_none() { with_decimals(line, found, end) } else { found }
}

/// 38度5: as a fever is told.
fn tenths_of_degree(line: &Line, found: Found) -> Found {
    let end = digits_end(line, found.end);
    let next = line.at(end);
    let free = !is_han(next) && !next.is_ascii_alphanumeric() && !matches!(next, '.' | '%' | '~') && !is_dash(next);
    let read = line.before(found.end) == '度' && end == found.end + 1 && free;
    if read { with_decimals(line, found, end) } else { found }
}

/// 116°23′, 39度54分: to six decimals of a degree.
fn minutes_of_arc(line: &Line, mut found: Found) -> Found {
    let end = digits_end(line, found.end);
    let marked = end > found.end && matches!(line.at(end), '′' | '\'' | '分');
    let minutes = line.words(found.end, end).parse::<i128>().ok().filter(|&minutes| marked && minutes < 60);
    let part = minutes.map(|minutes| Decimal::integer(minutes * 1_000_000 / 60).shift(-6));
    if let Some(value) = part.and_then(|part| found.low.plus(part)) {
        (found.low, found.high, found.end) = (value, value, end + 1);
    }
    found
}

/// The whole number `found` with the digits up to `end` as its decimals.
fn with_decimals(line: &Line, mut found: Found, end: usize) -> Found {
    let places = end - found.end;
    if places == 0 || found.shape != Shape::One || found.low.small_integer().is_none() {
        return found;
    }
    let digits = (found.end..end).filter_map(|j| line.at(j).to_digit(10).or_else(|| digit(line.at(j))));
    let sum = i32::try_from(places).ok().and_then(|p| Decimal::from_digits(digits, p)).and_then(|f| found.low.plus(f));
    if let Some(value) = sum {
        (found.low, found.high, found.end) = (value, value, end);
    }
    found
}

/// 一年半, 三斤半.
fn with_half(line: &Line, mut found: Found) -> Found {
    let free = !matches!(
        line.at(found.end + 1),
        '年' | '径' | '导' | '场' | '数' | '决' | '岛' | '月' | '天' | '成' | '价' | '程' | '球'
    );
    let half = line.at(found.end) == '半' && free && found.shape == Shape::One;
    if let Some(value) = found.low.plus(Decimal::HALF).filter(|_| half) {
        (found.low, found.high, found.end) = (value, value, found.end + 1);
    }
    found
}

/// 3元5角, 123元1角1分, 3块5.
fn change(line: &Line, mut found: Found) -> Found {
    let mut last = 0;
    while let Some((number, (end, shift))) = numeral::read(line, found.end + usize::from(line.at(found.end) == '又'))
        .and_then(|n| Some((n, coin(line, n.end, &found)?)))
    {
        let sum = found
            .low
            .plus(number.low.shift(shift))
            .filter(|_| shift < last && found.scale == 0 && found.shape == Shape::One);
        let Some(sum) = sum.filter(|_| number.low < Decimal::integer(100)) else { break };
        (found.low, found.high, found.end, last) = (sum, sum, end, shift);
    }
    found
}

fn coin(line: &Line, at: usize, found: &Found) -> Option<(usize, i32)> {
    match line.at(at) {
        '角' | '毛' => Some((at + 1 + usize::from(line.at(at + 1) == '钱'), -1)),
        '分' if line.at(at + 1) != '之' => Some((at + 1 + usize::from(line.at(at + 1) == '钱'), -2)),
        '美' | '欧' | '港' | '日' => unit_at(line, at)
            .filter(|(_, unit)| unit.shift < 0 && unit.code == found.unit)
            .map(|(end, unit)| (end, unit.shift)),
        c if line.before(found.end) == '块' && !is_han(c) && !c.is_ascii_digit() && c != '%' => Some((at, -1)),
        _ => None,
    }
}
