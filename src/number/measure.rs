//! Number and unit: 170亿元, 3.6万平方米, 1.09元/股, 八成五, 千分之三, 一个半小时, 9秒98, 翻两番, 半数.

use super::context;
use super::found::{Found, Shape, unit_at};
use super::{compound, currency, part};
use crate::among::among;
use crate::lexicon::tables::{Form, Unit};
use crate::numeral::decimal::Decimal;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{self, Numeral, digit};
use crate::quantity::{FigureKind, Modifier};

/// Reads the number, with its unit if it has one, that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<Found> {
    let found = match line.at(i) {
        '半' => half(line, i),
        '翻' => part::doubled(line, i),
        '对' if line.has(i, "对折") && line.before(i) == '打' => {
            Some(Found::one(i, i + 2, Decimal::integer(50), FigureKind::Discount, "%"))
        }
        _ => signed(line, i),
    }?;
    Some(tailed(line, found))
}

/// 半数, 过半, 半年.
fn half(line: &Line, i: usize) -> Option<Found> {
    if line.has(i, "半数")
        || (line.before(i) == '过' && !is_han(line.at(i + 1)))
        || line.has_before(i + 1, "过半") && among("的、", line.at(i + 1))
    {
        let end = if line.at(i + 1) == '数' { i + 2 } else { i + 1 };
        return Some(Found::one(i, end, Decimal::integer(50), FigureKind::Percent, "%"));
    }
    if among("上下前后大小多各一", line.before(i)) && i > 0 {
        return None;
    }
    let (end, unit) = unit_at(line, i + 1)?;
    let found = Found::one(i, end, Decimal::HALF, FigureKind::Number, "").with_unit(unit, end);
    let plain = matches!(found.kind, FigureKind::Duration | FigureKind::Mass | FigureKind::Area)
        && !matches!(unit.code, "世纪" | "晚");
    plain.then_some(found)
}

/// Signs and currency symbols before the number.
fn signed(line: &Line, i: usize) -> Option<Found> {
    let (at, negative) = sign(line, i)?;
    let (from, currency) = currency::before(line, at);
    let spaced = if currency.is_some() { line.skip_spaces(from) } else { from };
    let mut found = part::read(line, spaced).or_else(|| plain(line, spaced))?;
    found.start = i;
    if negative {
        (found.low, found.high) = match found.shape {
            Shape::Fraction => (found.low.negated(), found.high),
            _ => (found.high.negated(), found.low.negated()),
        };
    }
    if let Some(code) = currency {
        if let Some((end, power)) = currency::scale_after(line, found.end).filter(|_| !found.has_unit()) {
            found = Found { end, scale: power, ..found }.shifted(power);
        }
        found.kind = FigureKind::Money;
        let denominator = found.unit.split_once('/').map(|(_, d)| format!("/{d}")).unwrap_or_default();
        found.unit = format!("{code}{denominator}");
    } else if from != i && !found.has_unit() && !found.arabic && line.at(i) != '负' {
        return None;
    }
    Some(found)
}

/// A sign at `i`: the index after it and whether it is negative.
fn sign(line: &Line, i: usize) -> Option<(usize, bool)> {
    let free = !line.before(i).is_ascii_alphanumeric() && !matches!(line.before(i), ')' | '%' | '-' | '/' | '.' | '_');
    // qoq-4.5%
    let rate = || numeral::literal(line, i + 1).is_some_and(|(end, _)| line.at(end) == '%');
    let free = free || line.before(i).is_ascii_lowercase() && rate();
    match line.at(i) {
        '-' | '−' | '+' if !free => None,
        '-' | '−' if line.at(i + 1).is_ascii_digit() => Some((i + 1, true)),
        '+' if line.at(i + 1).is_ascii_digit() => Some((i + 1, false)),
        '负' if numeral::is_numeral(line.at(i + 1)) && line.before(i) != '正' => Some((i + 1, true)),
        '零' if line.has(i, "零下") => Some((i + 2, true)),
        '-' | '−' | '+' | '负' => None,
        _ => Some((i, false)),
    }
}

/// A numeral and the unit after it.
fn plain(line: &Line, i: usize) -> Option<Found> {
    let damaged = damaged(line, i);
    let number = damaged.or_else(|| numeral::read(line, i))?;
    let mut found = Found::bare(i, &number);
    found.repaired |= damaged.is_some();
    if let Some(tenths) = part::tenths(line, i, &number) {
        return Some(tenths);
    }
    let at = line.skip_spaces(number.end);
    if line.at(at) == '个' && line.at(at + 1) == '半' {
        return and_a_half(line, found, at);
    }
    if let Some((end, unit)) = more_of_time(line, at) {
        return Some(Found { modifier: Some(Modifier::Over), ..found.with_unit(unit, end) });
    }
    let Some((end, unit)) = unit_at(line, at).filter(|&(end, unit)| fits(line, &number, i, at, end, unit.form)) else {
        return Some(found);
    };
    let scaled = found.arabic && found.scale > 0;
    match context::settle(line, found.clone().with_unit(unit, end), at) {
        Some(found) => compound::extend(line, found),
        // 332.5万股份, 三千出头: what follows begins with what looks like a unit.
        None => (scaled || line.has(at, "出头")).then_some(found),
    }
}

/// 三个半月, 7个半足球场: the number with 个半 at `at`.
fn and_a_half(line: &Line, mut found: Found, at: usize) -> Option<Found> {
    found.low = found.low.plus(Decimal::HALF)?;
    found.high = found.high.plus(Decimal::HALF)?;
    if let Some((end, unit)) = unit_at(line, at + 2).filter(|(_, unit)| unit.kind == "duration") {
        return Some(found.with_unit(unit, end));
    }
    let (_, unit) = unit_at(line, at)?;
    // 两个半场, 两个半岛 are halves themselves.
    let noun = is_han(line.at(at + 2)) && !among("场球岛径圆数", line.at(at + 2));
    noun.then(|| found.with_unit(unit, at + 2))
}

/// 个多小时, 个多月 at `at`: the index after it and the unit.
fn more_of_time(line: &Line, at: usize) -> Option<(usize, &'static Unit)> {
    let more = line.at(at) == '个' && matches!(line.at(at + 1), '多' | '来');
    unit_at(line, at + 2).filter(|(_, unit)| more && unit.kind == "duration")
}

/// Whether the unit at `at..end` can belong to the number at `i`.
fn fits(line: &Line, number: &Numeral, i: usize, at: usize, end: usize, form: Form) -> bool {
    // Across a space only a unit of its own: 5 个, but in 2023 年度 the space is no joint of a number.
    let lone_one = number.end == i + 1 && line.at(i) == '一';
    // 前一交易日, 上一年: the one before, not a number of them.
    if lone_one && among("前上下后这那每某", line.before(i)) && i > 0 {
        return false;
    }
    // 登陆 局地: no numeral character stands apart from its unit.
    if !number.arabic && number.end == i + 1 && at > number.end {
        return false;
    }
    match form {
        Form::Digits => number.arabic,
        Form::NoArticle => !lone_one || among("仅第共有另", line.before(i)) && line.at(at) != '个' && i > 0,
        Form::Any => at == number.end || line.at(at) != 'm' || !line.at(end).is_ascii_alphabetic(),
    }
}

/// Whether a figure read at a place is one: it has a unit, or stands as a bare number can.
pub(crate) fn stands(line: &Line, found: &Found) -> bool {
    if found.has_unit() || found.shape == Shape::Parts {
        return true;
    }
    let start = sign(line, found.start).map_or(found.start, |(at, _)| at);
    numeral::read(line, start).is_none_or(|number| number.end != found.end || bare(line, start, &number))
}

/// Whether a number without a unit is one: digits that are no year and no part of a name, or a numeral with multipliers.
fn bare(line: &Line, i: usize, number: &Numeral) -> bool {
    let (before, after) = (line.before(i), line.at(number.end));
    let length = number.end - i;
    if number.arabic {
        let name = before.is_ascii_alphabetic()
            || matches!(before, '_' | '#' | '@')
            || after.is_ascii_alphabetic() && number.scale == 0;
        let year = length == 4
            && matches!(line.at(i), '1' | '2')
            && number.low.small_integer().is_some_and(|v| (1900..2100).contains(&v));
        let glued = matches!(before, '-' | '/' | ':' | '.' | '+') && line.before(i - 1).is_ascii_alphanumeric()
            || matches!(after, '-' | '/' | '+' | '_') && line.at(number.end + 1).is_ascii_alphanumeric();
        return !(name || year || glued);
    }
    if length > 1 && !number.vague && number.low == number.high && !is_name_part(line, i, number.end) {
        return true;
    }
    // A lone numeral character counts only where it stands by itself, or where a clause ends with it: 答案是五.
    length >= 1
        && (!is_han(before) || matches!(before, '是' | '为'))
        && !is_han(after)
        && digit(line.at(i)).is_some()
        && !matches!(after, '、' | '.' | ')' | '，')
        || (number.vague || number.low != number.high) && length > 1 && number.scale > 0
}

/// Whether Han characters on both sides make 三百 part of a name rather than a number.
fn is_name_part(line: &Line, start: usize, end: usize) -> bool {
    let counts = among("为是有约达到至近超共第等于逾的了过足和与、占破", line.before(start));
    let noun = line.at(end) == '\0'
        || !is_han(line.at(end))
        || among("人多余的以左上和与", line.at(end))
        || line.has(end, "出头");
    is_han(line.before(start)) && !counts && !noun
}

/// `0 08%`, `12 5%`, `3O亿元`, `l9.6亿元`: digits damaged in the paste, read only where a unit gives evidence.
fn damaged(line: &Line, i: usize) -> Option<Numeral> {
    lost_point(line, i).or_else(|| broken_group(line, i)).or_else(|| wrong_letters(line, i))
}

/// A point lost between digits before a percent sign.
fn lost_point(line: &Line, i: usize) -> Option<Numeral> {
    let whole = numeral::digits_end(line, i);
    let fraction = numeral::digits_end(line, whole + 1);
    let shape = line.at(whole) == ' '
        && (1..=3).contains(&(whole - i))
        && (1..=2).contains(&fraction.saturating_sub(whole + 1));
    let rate = line.any(line.skip_spaces(fraction), &["%", "个百分点", "‰", "折"]);
    if !shape || rate.is_none() || line.before(i) == '.' || follows_digits(line, i) {
        return None;
    }
    let digits = (i..whole).chain(whole + 1..fraction).filter_map(|j| line.at(j).to_digit(10));
    let value = Decimal::from_digits(digits, i32::try_from(fraction - whole - 1).ok()?)?;
    Some(number_of(fraction, value))
}

/// White space for the comma between groups of digits before a scale or a unit: 32⏎043亿, 12 500元.
fn broken_group(line: &Line, i: usize) -> Option<Numeral> {
    let whole = numeral::digits_end(line, i);
    let end = numeral::digits_end(line, whole + 1);
    let grouped = matches!(line.at(whole), '\n' | ' ') && (1..=3).contains(&(whole - i)) && end == whole + 4;
    if !grouped || line.at(i) == '0' || matches!(line.before(i), '.' | '第' | '图' | '表') || follows_digits(line, i)
    {
        return None;
    }
    let point = line.at(end) == '.' && line.at(end + 1).is_ascii_digit();
    let last = if point { numeral::digits_end(line, end + 1) } else { end };
    let places = i32::try_from(last.saturating_sub(end + 1)).ok()?;
    let value = Decimal::from_digits((i..last).filter_map(|j| line.at(j).to_digit(10)), places)?;
    let scales = (last..last + 2).map_while(|j| numeral::scale(line.at(j)));
    let (count, scale) = scales.fold((0, 0), |(count, sum), scale| (count + 1, sum + scale));
    let evident = scale > 0 || unit_at(line, last).is_some();
    evident.then(|| Numeral { scale, ..number_of(last + count, value.shift(scale)) })
}

/// Whether digits stand before the white space before `i`, so that it is not clear where the number begins.
fn follows_digits(line: &Line, i: usize) -> bool {
    let at = line.back_spaces(i);
    at < i && line.before(at).is_ascii_digit()
}

/// O for 0 and l for 1 inside a number that has a scale or a unit.
fn wrong_letters(line: &Line, i: usize) -> Option<Numeral> {
    let read = |c: char| {
        c.to_digit(10).or(match c {
            'O' | 'o' => Some(0),
            'l' | 'I' => Some(1),
            _ => None,
        })
    };
    let end = (i..i + 16).find(|&j| read(line.at(j)).is_none() && line.at(j) != '.')?;
    let written = line.slice(i, end);
    let digits = written.iter().filter(|c| c.is_ascii_digit()).count();
    let wrong = written.iter().filter(|c| c.is_ascii_alphabetic()).count();
    let points = written.iter().filter(|&&c| c == '.').count();
    if digits == 0 || wrong == 0 || wrong > 2 || points > 1 || line.before(i).is_ascii_alphanumeric() {
        return None;
    }
    let scaled = numeral::scale(line.at(end)).unwrap_or(0);
    let unit_from = if scaled > 0 { end + 1 } else { end };
    let (_, unit) = unit_at(line, line.skip_spaces(unit_from))?;
    if scaled == 0 && (unit.kind == "count" || written.first() == Some(&'O')) {
        return None;
    }
    let places = written.iter().position(|&c| c == '.').map_or(0, |p| written.len() - p - 1);
    let value = Decimal::from_digits(written.iter().filter_map(|&c| read(c)), i32::try_from(places).ok()?)?;
    Some(Numeral { scale: scaled, ..number_of(unit_from, value.shift(scaled)) })
}

fn number_of(end: usize, value: Decimal) -> Numeral {
    Numeral { end, low: value, high: value, infix: None, vague: false, scale: 0, arabic: true, repaired: true }
}

/// 多 and 余 behind the unit belong to the figure: 4倍多, 3年多.
fn tailed(line: &Line, mut found: Found) -> Found {
    let tail = line.at(found.end);
    let next = line.at(found.end + 1);
    let more = matches!(tail, '多' | '余')
        && found.has_unit()
        && !matches!(found.kind, FigureKind::Number | FigureKind::Ratio);
    let word = is_han(next) && !among("的时前后以来，。人", next);
    if more && found.modifier.is_none() && !word {
        found.end += 1;
        found.modifier = Some(Modifier::Over);
    }
    found
}
