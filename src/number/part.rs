//! Parts of a whole and multiples of it: 三分之一, 百分之五, 千分之三, 八成五, 八五折, 翻两番.

use super::found::{Found, Shape};
use crate::among::among;
use crate::numeral::decimal::Decimal;
use crate::numeral::line::Line;
use crate::numeral::{self, Numeral, digit};
use crate::quantity::FigureKind;

/// 百分之五, 三分之一, 一又二分之一.
pub(crate) fn read(line: &Line, i: usize) -> Option<Found> {
    for &(words, kind, unit, shift) in PARTS {
        if line.has(i, words) {
            let at = line.skip_spaces(i + words.chars().count());
            let (from, negative) = if line.at(at) == '负' { (at + 1, true) } else { (at, false) };
            let number = numeral::read(line, from)?;
            let value = if negative { number.low.negated() } else { number.low };
            let mut found = Found { start: i, ..Found::bare(i, &number) };
            (found.kind, found.low) = (kind, value);
            unit.clone_into(&mut found.unit);
            return Some(found.shifted(shift));
        }
    }
    fraction(line, i)
}

/// What is written before the numerator, the kind and unit it gives, and a power of ten.
const PARTS: &[(&str, FigureKind, &str, i32)] = &[
    ("百分之", FigureKind::Percent, "%", 0),
    ("百 分之", FigureKind::Percent, "%", 0),
    ("佰分之", FigureKind::Percent, "%", 0),
    ("千分之", FigureKind::Percent, "‰", 0),
    ("仟分之", FigureKind::Percent, "‰", 0),
    ("万分之", FigureKind::Percent, "%", -2),
    ("十万分之", FigureKind::Percent, "%", -3),
    ("百万分之", FigureKind::Percent, "%", -4),
    ("万万分之", FigureKind::Percent, "%", -6),
];

fn fraction(line: &Line, i: usize) -> Option<Found> {
    let first = numeral::read(line, i)?;
    if let Some(mixed) = mixed(line, i, &first) {
        return Some(mixed);
    }
    let at = line.skip_spaces(first.end);
    if line.at(at) == '又' {
        let part = fraction(line, line.skip_spaces(at + 1))?;
        let whole = first.low.times(i128::from(part.high.small_integer()?))?;
        return Some(Found { start: i, low: whole.plus(part.low)?, ..part });
    }
    let of = line.any(at, &["分之", "分 之", "分  之", "/"])?;
    if of == 1 && (!first.arabic || slash_is_no_fraction(line, i, at)) {
        return None;
    }
    let numerator = numeral::read(line, line.skip_spaces(at + of))?;
    let (low, high) = if of == 1 { (first.low, numerator.low) } else { (numerator.low, first.low) };
    let found = Found { start: i, low, high, shape: Shape::Fraction, ..Found::bare(i, &numerator) };
    (!high.is_zero()).then_some(Found { kind: FigureKind::Fraction, modifier: None, ..found })
}

/// 4 1/2.
fn mixed(line: &Line, i: usize, whole: &Numeral) -> Option<Found> {
    let from = whole.end + 1;
    let (over, under) = (numeral::digits_end(line, from), numeral::digits_end(line, from).saturating_add(1));
    let end = numeral::digits_end(line, under);
    let shape = whole.arabic && line.at(whole.end) == ' ' && over > from && line.at(over) == '/' && end > under;
    if !shape || end - from > 5 || line.before(i) == '.' || slash_is_no_fraction(line, from, over) {
        return None;
    }
    let (_, top) = numeral::literal(line, from)?;
    let (_, bottom) = numeral::literal(line, under)?;
    let low = whole.low.times(i128::from(bottom.small_integer()?))?.plus(top)?;
    let found = Found { end, low, high: bottom, shape: Shape::Fraction, ..Found::bare(i, whole) };
    (!bottom.is_zero()).then_some(Found { kind: FigureKind::Fraction, ..found })
}

/// 3/5 is a fraction only by itself; in dates, codes and rates it is not.
fn slash_is_no_fraction(line: &Line, i: usize, at: usize) -> bool {
    let end = numeral::digits_end(line, at + 1);
    let long = at - i > 3 || end - at > 4 || end == at + 1;
    let joined = line.before(i) == '-' && line.before(i.saturating_sub(1)).is_ascii_alphanumeric();
    long || joined
        || matches!(line.before(i), '/' | '.' | '_')
        || line.before(i).is_ascii_alphabetic()
        || matches!(line.at(end), '/' | '-' | '.' | '%')
        || line.at(end).is_ascii_alphabetic()
}

/// 三成, 八成五, 五折, 八五折, as percent.
pub(crate) fn tenths(line: &Line, i: usize, number: &Numeral) -> Option<Found> {
    let at = line.skip_spaces(number.end);
    match line.at(at) {
        '成' => tenths_of(line, i, number, at),
        '折' => discount(line, i, number, at),
        _ => None,
    }
}

fn tenths_of(line: &Line, i: usize, number: &Numeral, at: usize) -> Option<Found> {
    let small = number.high <= Decimal::integer(10) && number.scale == 0;
    if !small || among(NOT_TENTHS, line.at(at + 1)) && at + 1 < line.len() {
        return None;
    }
    let mut found = Found { end: at + 1, kind: FigureKind::Percent, ..Found::bare(i, number) }.shifted(1);
    "%".clone_into(&mut found.unit);
    let last = line.skip_spaces(at + 1);
    let value_of = |c: char| digit(c).or_else(|| c.to_digit(10).filter(|_| number.arabic));
    let free = |j: usize| {
        value_of(line.at(j)).is_none()
            && !matches!(line.at(j), '.' | '%' | ':')
            && numeral::multiplier(line.at(j)).is_none()
            && !among("个家名人年月日是项到", line.at(j))
    };
    if let Some(unit) = value_of(line.at(last))
        .filter(|&d| d > 0 && number.low == number.high && (free(last + 1) || last + 1 >= line.len()))
    {
        found.low = found.low.plus(Decimal::integer(i128::from(unit)))?;
        found.high = found.low;
        found.end = last + 1;
    } else if line.at(at + 1) == '半' {
        found.low = found.low.plus(Decimal::integer(5))?;
        found.high = found.low;
        found.end = at + 2;
    }
    Some(found)
}

/// What 成 begins when it is no tenth: 成立, 成本, 成员.
const NOT_TENTHS: &str = "立为本果员功交长都绩熟品就分型人效家群因形语书套活色名规片败才千百衣年事立材效份体";

fn discount(line: &Line, i: usize, number: &Numeral, at: usize) -> Option<Found> {
    if among(NOT_DISCOUNT, line.at(at + 1)) && at + 1 < line.len() {
        return None;
    }
    let ten = Decimal::integer(10);
    let percent = if number.low < ten { number.low.shift(1) } else { number.low };
    let valid = percent < Decimal::integer(100) && !percent.is_zero() && number.scale == 0;
    // A point lost between the digits (7 2 折) was put in again by the reader of damaged digits.
    valid.then(|| Found { repaired: number.repaired, ..Found::one(i, at + 1, percent, FigureKind::Discount, "%") })
}

/// What 折 begins when it is no discount: 折合, 折叠.
const NOT_DISCOUNT: &str = "合叠射算旧腾返磨戟桥线页抵";

/// 八五折: two digits without a multiplier.
pub(crate) fn digits_discount(line: &Line, i: usize) -> Option<Found> {
    let (tens, second) = (digit(line.at(i))?, line.skip_spaces(i + 1));
    let units = digit(line.at(second))?;
    let at = line.skip_spaces(second + 1);
    if line.at(at) != '折' || among(NOT_DISCOUNT, line.at(at + 1)) && at + 1 < line.len() {
        return None;
    }
    Some(Found::one(i, at + 1, Decimal::integer(i128::from(tens * 10 + units)), FigureKind::Discount, "%"))
}

/// 翻番, 翻两番, 翻了近一番, 翻倍.
pub(crate) fn doubled(line: &Line, i: usize) -> Option<Found> {
    let grown = |end: usize, value: i128| {
        Some(Found { grows: true, ..Found::one(i, end, Decimal::integer(value), FigureKind::Multiple, "x") })
    };
    if line.any(i, &["翻番", "翻倍"]).is_some() {
        return grown(i + 2, 2);
    }
    let at = i + 1 + line.any(i + 1, &["了近", "了约", "了超", "了", "近", "超"]).unwrap_or(0);
    if line.at(at) == '倍' && at > i + 1 {
        return grown(at + 1, 2);
    }
    let number = numeral::read(line, at)?;
    let times = number.low.small_integer().filter(|n| (1..=10).contains(n))?;
    match line.at(line.skip_spaces(number.end)) {
        '番' => grown(line.skip_spaces(number.end) + 1, 1 << times),
        _ => None,
    }
}
