//! Years: 2023年, 二〇二三年, 85年2月, 今年, 2020财年, 康熙三年.

use super::digits::small;
use super::lunar;
use super::month::month;
use super::point::{Part, Point, Year};
use super::relative;
use crate::numeral::line::Line;
use crate::numeral::{self, digit, digits_end};

/// 2023年, 二〇二三年, 今年: the index after it.
pub(crate) fn year(line: &Line, i: usize) -> Option<(usize, Year)> {
    if let Some((end, offset)) = relative::year(line, i) {
        return Some((end, Year::From(offset)));
    }
    let digits = digits_end(line, i);
    let (end, value) = if digits == i + 4 {
        (digits, line.words(i, digits).parse::<i32>().ok()?)
    } else if digits > i {
        return two_digit_year(line, i, digits);
    } else {
        chinese_year(line, i)?
    };
    let at = line.skip_spaces(end);
    if line.at(at) == 'Q' || line.at(at) == 'H' {
        return (1900..2100).contains(&value).then_some((at, Year::Of(value)));
    }
    if line.has(at, "财年") && (1900..2100).contains(&value) {
        return Some((at + 2, Year::Of(value)));
    }
    let wrong = !(1000..3000).contains(&value)
        || line.at(at) != '年'
        || matches!(line.at(at + 1), '期' | '级' | '历' | '轻' | '代')
        || line.at(at + 1) == '多';
    if wrong {
        return None;
    }
    let more = usize::from(line.at(at + 1) == '度' && line.at(at + 2) != '假');
    Some((at + 1 + more, Year::Of(value)))
}

/// 85年2月, 零六年一月: two digits are a year only before a month.
fn two_digit_year(line: &Line, i: usize, digits: usize) -> Option<(usize, Year)> {
    if digits != i + 2 || line.at(digits) != '年' || month(line, line.skip_spaces(digits + 1)).is_none() {
        return None;
    }
    let value = line.words(i, digits).parse::<i32>().ok()?;
    Some((digits + 1, Year::Of(if value < 50 { 2000 + value } else { 1900 + value })))
}

/// 二〇二三, 一九九八, 两千零五, 八五 before a month.
fn chinese_year(line: &Line, i: usize) -> Option<(usize, i32)> {
    let end = numeral::chinese_digits_end(line, i);
    if end == i + 4 {
        let value = (i..end).filter_map(|j| digit(line.at(j))).fold(0, |value, d| value * 10 + d);
        return Some((end, value.cast_signed()));
    }
    let number = numeral::read(line, i)?;
    let value = number.low.small_integer().filter(|_| number.low == number.high && !number.arabic && !number.vague)?;
    ((1900..2100).contains(&value) && line.at(number.end) == '年').then_some((number.end, value))
}

/// 康熙三年五月, 民国二十年: years of a reign, which is not resolved.
pub(crate) fn of_reign(line: &Line, i: usize) -> Option<(usize, Point)> {
    let end = match small(line, i) {
        Some((end, _)) if line.at(end) == '年' && line.any_before(i, REIGNS).is_some() => end + 1,
        _ if line.has(i, "元年") && month(line, i + 2).is_some() => i + 2,
        _ => return None,
    };
    let day = month(line, end).or_else(|| lunar::read(line, end).map(|(end, _)| (end, 0)));
    Some((day.map_or(end, |(end, _)| end), Point::new(Year::Unsaid, Part::Open)))
}

/// Eras that news counts years by.
const REIGNS: &[&str] = &[
    "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统", "民国", "洪武", "永乐", "万历", "崇祯",
    "贞观", "开元", "天宝", "昭和", "平成", "令和", "明治", "大正",
];
