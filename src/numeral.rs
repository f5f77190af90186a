//! Numerals → exact values: 1,024, 41.76万亿, 二十一, 一万二, 三五, 数十, 十几万.
//!
//! One pass over the characters with an accumulator as for reading Chinese aloud: a digit waits (`pending`) for its
//! multiplier (十百千), multipliers build a section, scales (万亿兆) close sections. Every sum is kept twice, as a low
//! and a high end, so that juxtaposed digits (三五百) and vague ones (数, 几) need no case of their own.

pub(crate) mod decimal;
pub(crate) mod line;
mod reader;

use crate::lexicon::tables::UNITS;
use decimal::Decimal;
use line::Line;
use reader::{LONGEST, Reader};

/// A number as read, before its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// Index of the character after it.
    pub(crate) end: usize,
    /// The value, or the low end.
    pub(crate) low: Decimal,
    /// The high end; the same as `low` for a plain number.
    pub(crate) high: Decimal,
    /// 多, 余, 来 inside or right behind it.
    pub(crate) infix: Option<Infix>,
    /// Whether 数 or 几 stands in it.
    pub(crate) vague: bool,
    /// The power of ten of its last scale: 8 for 3.5亿, 0 without one.
    pub(crate) scale: i32,
    /// Whether it is written with digits 0 to 9.
    pub(crate) arabic: bool,
    /// Whether white space or a wrong letter stands inside its digits.
    pub(crate) repaired: bool,
}

/// A bound written inside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Infix {
    /// 多, 余
    Over,
    /// 来
    About,
}

/// Reads the number that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<Numeral> {
    if let Some((_, number)) = line.last.get().filter(|&(at, _)| at == i) {
        return number;
    }
    let digits = chinese_digits_end(line, i);
    let named = digits > i + 2 && multiplier(line.at(digits)).is_none();
    let number = if named { None } else { Reader::new(line, i).run() };
    line.last.set(Some((i, number)));
    number
}

/// Value of a Chinese digit, formal and spoken ones included.
pub(crate) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '两' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Power of ten of 十百千.
pub(crate) fn multiplier(c: char) -> Option<i32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// Power of ten of 万亿兆.
pub(crate) fn scale(c: char) -> Option<i32> {
    Some(match c {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Whether a number can begin with, or go on with, `c`.
pub(crate) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || digit(c).is_some()
        || multiplier(c).is_some()
        || scale(c).is_some()
        || matches!(c, '廿' | '卅')
}

/// Digits with thousands separators and a decimal point: the index after them, and their value.
pub(crate) fn literal(line: &Line, i: usize) -> Option<(usize, Decimal)> {
    let whole = digits_end(line, i);
    if whole == i {
        return None;
    }
    let end = grouped_end(line, i, whole);
    let fraction =
        if line.at(end) == '.' && digits_end(line, end + 1) > end + 1 { digits_end(line, end + 1) } else { end };
    let places = i32::try_from(fraction.saturating_sub(end + 1)).ok()?;
    let value = Decimal::from_digits((i..fraction).filter_map(|j| line.at(j).to_digit(10)), places)?;
    match exponent(line, fraction) {
        Some((end, power)) => Some((end, value.shift(power))),
        None => Some((fraction, value)),
    }
}

/// The power of ten behind a literal, 1.2E5 or 3.5×10^9: the index after it.
fn exponent(line: &Line, i: usize) -> Option<(usize, i32)> {
    let raised = match line.at(i) {
        'E' | 'e' => i + 1,
        '×' if line.has(i + 1, "10^") => i + 4,
        _ => return None,
    };
    let sign = matches!(line.at(raised), '+' | '-' | '−');
    let from = raised + usize::from(sign);
    let end = digits_end(line, from);
    let power = line.words(from, end).parse::<i32>().ok().filter(|_| (1..=2).contains(&(end - from)))?;
    let negative = sign && line.at(raised) != '+';
    (!line.at(end).is_ascii_alphanumeric()).then_some((end, if negative { -power } else { power }))
}

/// The index after the digits that begin at `i`, looked at as far as numbers reach.
pub(crate) fn digits_end(line: &Line, i: usize) -> usize {
    (i..i + LONGEST).find(|&j| !line.at(j).is_ascii_digit()).unwrap_or(i + LONGEST)
}

/// The index after the digits that begin at `i`, however many there are; only for a place that no digit stands before.
pub(crate) fn run_end(line: &Line, i: usize) -> usize {
    (i..).find(|&j| !line.at(j).is_ascii_digit()).unwrap_or(i)
}

/// The index after the Chinese digits that begin at `i`, looked at as far as numbers reach.
pub(crate) fn chinese_digits_end(line: &Line, i: usize) -> usize {
    (i..i + LONGEST).find(|&j| digit(line.at(j)).is_none()).unwrap_or(i + LONGEST)
}

/// The index after groups of three digits, if the commas from `whole` on can only be thousands separators.
fn grouped_end(line: &Line, start: usize, whole: usize) -> usize {
    if whole - start > 3 || line.at(start) == '0' {
        return whole;
    }
    let mut end = whole;
    while line.at(end) == ',' && digits_end(line, end + 1) == end + 4 {
        end += 4;
    }
    let groups = (end - whole) / 4;
    // 985,211 is a list unless something shows that it counts; 68,000 is not.
    let certain = groups > 1
        || whole - start < 3
        || line.at(end) == '.'
        || UNITS.longest(|j| line.at(j), line.skip_spaces(end)).is_some()
        || scale(line.at(line.skip_spaces(end))).is_some();
    if groups == 0 || !certain { whole } else { end }
}
