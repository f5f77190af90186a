//! Dates in digits alone, 2023-08-30, 2023/8/30, 8/30/2023, and the small numbers that dates are made of.

use super::clock;
use super::point::{Month, Part, Point, Year};
use crate::numeral::line::Line;
use crate::numeral::{self, digits_end};

/// 2023-08-30, 2023/8/30, 2023.08.30, with T or a space before a clock time.
pub(crate) fn iso(line: &Line, i: usize) -> Option<(usize, Point)> {
    let first = digits_end(line, i);
    let mark = line.at(first);
    if first != i + 4 || !matches!(mark, '-' | '/' | '.') {
        return None;
    }
    let second = digits_end(line, first + 1);
    let value = |from: usize, to: usize| line.words(from, to).parse::<u32>().ok();
    let (year, month) = (value(i, first)?, value(first + 1, second)?);
    if !(1..=2).contains(&(second - first - 1)) || !(1000..3000).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let year = Year::Of(year.cast_signed());
    let third = digits_end(line, second + 1);
    let day =
        value(second + 1, third).filter(|day| line.at(second) == mark && third - second <= 3 && (1..=31).contains(day));
    let Some(day) = day else {
        let free = mark != '.'
            && second == first + 3
            && !line.at(second).is_ascii_alphanumeric()
            && !matches!(line.at(second), '-' | '/' | '.');
        return free.then(|| (second, Point::new(year, Part::Month(Month::Of(month)))));
    };
    let mut point = Point::new(year, Part::Day(Month::Of(month), day));
    let end = if line.at(third) == '日' { third + 1 } else { third };
    let at = if line.at(end) == 'T' { end + 1 } else { line.skip_spaces(end) };
    if let Some((stop, time)) = clock::read(line, at, true).filter(|_| at > end || line.at(end) == 'T') {
        point.clock = Some(time);
        return Some((stop, point));
    }
    Some((end, point))
}

/// 9.28当天, 11.11当日: a day by its digits, where nothing but the word behind tells it from a number.
pub(crate) fn dotted(line: &Line, i: usize) -> Option<(usize, Point)> {
    let (first, second) = (digits_end(line, i), digits_end(line, digits_end(line, i) + 1));
    let value = |from: usize, to: usize| line.words(from, to).parse::<u32>().ok().filter(|_| to - from <= 2);
    let said = line.at(first) == '.' && line.any(second, &["当天", "当日"]).is_some();
    let month = value(i, first).filter(|month| said && (1..=12).contains(month))?;
    let day = value(first + 1, second).filter(|day| (1..=31).contains(day))?;
    Some((second, Point::new(Year::Unsaid, Part::Day(Month::Of(month), day))))
}

/// 30/8/2023 and 8/30/2023: where both could be the month nothing says which is.
pub(crate) fn slashed(line: &Line, i: usize) -> Option<(usize, Point)> {
    let first = digits_end(line, i);
    let second = digits_end(line, first + 1);
    let end = digits_end(line, second + 1);
    let shape = line.at(first) == '/' && line.at(second) == '/' && end == second + 5 && first > i && second > first + 1;
    let value = |from: usize, to: usize| line.words(from, to).parse::<u32>().ok().filter(|_| to - from <= 2);
    if !shape || matches!(line.before(i), '/') || matches!(line.at(end), '/') {
        return None;
    }
    let (a, b) = (value(i, first)?, value(first + 1, second)?);
    let year = Year::Of(line.words(second + 1, end).parse().ok()?);
    let day = |month: u32, day: u32| Point::new(year, Part::Day(Month::Of(month), day));
    match (a, b) {
        (1..=31, 1..=12) if a > 12 || a == b => Some((end, day(b, a))),
        (1..=12, 13..=31) => Some((end, day(a, b))),
        (1..=12, 1..=12) => Some((end, Point::new(year, Part::Open))),
        _ => None,
    }
}

/// A whole number of at most four digits, Arabic or Chinese.
pub(crate) fn small(line: &Line, i: usize) -> Option<(usize, u32)> {
    let end = digits_end(line, i);
    if end > i {
        let point = matches!(line.at(end), '.' | ',') && line.at(end + 1).is_ascii_digit();
        return if end - i <= 4 && !point { line.words(i, end).parse().ok().map(|value| (end, value)) } else { None };
    }
    let number = numeral::read(line, i).filter(|n| n.low == n.high && !n.vague && n.infix.is_none() && !n.arabic)?;
    Some((number.end, u32::try_from(number.low.small_integer()?).ok()?))
}
