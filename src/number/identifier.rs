//! Numbers that name: stock codes, document numbers, telephones, flights, models, versions, addresses.

use super::IdentifierKind;
use super::found::unit_at;
use crate::among::among;
use crate::lexicon::tables::cues;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{digits_end, is_numeral, run_end, scale};

/// An identifier at characters `start..end`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: IdentifierKind,
    pub(crate) value: String,
}

/// The identifier that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<Named> {
    let c = line.at(i);
    if matches!(c, '〔' | '[' | '(' | '【') {
        return document(line, i);
    }
    if c.is_ascii_alphabetic() {
        return url(line, i)
            .or_else(|| numbered(line, i))
            .or_else(|| listed_before(line, i))
            .or_else(|| standard(line, i))
            .or_else(|| model(line, i));
    }
    if !c.is_ascii_digit() || line.before(i).is_ascii_digit() {
        return None;
    }
    numbered(line, i)
        .or_else(|| version(line, i))
        .or_else(|| security(line, i))
        .or_else(|| phone(line, i))
        .or_else(|| long_number(line, i))
}

fn named(line: &Line, start: usize, end: usize, kind: IdentifierKind) -> Option<Named> {
    Some(Named { start, end, kind, value: line.words(start, end) })
}

/// 国发〔2023〕25号: the bracket at `i` holds a year, letters of the issuing office stand before it.
fn document(line: &Line, i: usize) -> Option<Named> {
    if let Some(case) = case_number(line, i) {
        return Some(case);
    }
    let close = i + 5;
    let year = digits_end(line, i + 1) == close && matches!(line.at(close), '〕' | ']' | ')' | '】');
    let from = if line.at(close + 1) == '第' { close + 2 } else { close + 1 };
    let end = digits_end(line, from);
    if !year || end == from || line.at(end) != '号' {
        return None;
    }
    let floor = i.saturating_sub(10);
    let office = (floor..i)
        .rev()
        .take_while(|&j| is_han(line.at(j)) && !among("的据以按和及照为", line.at(j)))
        .last()
        .unwrap_or(i);
    // Registers write the year in turtle-shell brackets, whatever a page makes of them.
    let value = format!("{}〔{}〕{}", line.words(office, i), line.words(i + 1, close), line.words(close + 1, end + 1));
    Some(Named { start: office, end: end + 1, kind: IdentifierKind::Document, value })
}

/// （2019）沪03破155号: a court's case, by year, court, sort and number.
fn case_number(line: &Line, i: usize) -> Option<Named> {
    let close = i + 5;
    let year = digits_end(line, i + 1) == close && matches!(line.at(close), ')' | '〕' | ']');
    let end =
        (close + 1..close + 16).find(|&j| !is_han(line.at(j)) && !line.at(j).is_ascii_digit() || line.at(j) == '号')?;
    let body = line.slice(close + 1, end);
    let court = body.first().copied().is_some_and(is_han) && body.last().is_some_and(char::is_ascii_digit);
    (year && court && line.at(end) == '号').then(|| named(line, i, end + 1, IdentifierKind::Document)).flatten()
}

/// 公告编号：2020-076, 证书编号为A12-345: what stands behind a word for such numbers.
fn numbered(line: &Line, i: usize) -> Option<Named> {
    let before = line.back_spaces(i);
    let mark = line.any_before(before, &[":", "为", "“"])?;
    line.any_before(before - mark, cues("registered"))?;
    let end = (i..i + 40).find(|&j| !line.at(j).is_ascii_alphanumeric() && !matches!(line.at(j), '-' | '/' | '.'))?;
    let digits = line.slice(i, end).iter().filter(|c| c.is_ascii_digit()).count();
    (digits > 2).then(|| named(line, i, end, IdentifierKind::Document)).flatten()
}

fn url(line: &Line, i: usize) -> Option<Named> {
    if line.before(i).is_ascii_alphanumeric() {
        return None;
    }
    line.any(i, &["http://", "https:/", "www."])?;
    let end = (i..line.len()).find(|&j| !is_url_character(line.at(j))).unwrap_or(line.len());
    let trimmed = (i..end).rev().find(|&j| !matches!(line.at(j), '.' | ',' | ':' | ';' | ')')).map_or(end, |j| j + 1);
    named(line, i, trimmed, IdentifierKind::Url)
}

fn is_url_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || among("-._~:/?#[]@!$&'()*+,;=%|", c)
}

/// SZ 300273, SH600000.
fn listed_before(line: &Line, i: usize) -> Option<Named> {
    let length = line.any(i, &["SZ", "SH", "BJ", "HK", "sz", "sh"])?;
    let from = (i + length..i + length + 2).find(|&j| !matches!(line.at(j), ' ' | ':' | '.'))?;
    let end = digits_end(line, from);
    let digits = end - from;
    if line.before(i).is_ascii_alphanumeric()
        || !(digits == 6 || digits == 5 && line.at(i) == 'H')
        || line.at(end).is_ascii_alphanumeric()
    {
        return None;
    }
    let value = format!("{}.{}", line.words(from, end), line.words(i, i + length).to_ascii_uppercase());
    Some(Named { start: i, end, kind: IdentifierKind::Security, value })
}

/// GB/T 19001—2016, ISO 9001.
fn standard(line: &Line, i: usize) -> Option<Named> {
    let length = line.any(i, &["GB/T", "GB", "ISO", "IEC", "ISBN", "CN", "DB"])?;
    let from = line.skip_spaces(i + length);
    let body =
        (from..from + 24).find(|&j| !(line.at(j).is_ascii_digit() || matches!(line.at(j), '-' | '—' | '.' | '/')))?;
    let free = !line.before(i).is_ascii_alphanumeric() && body > from + 2 && !line.at(body).is_ascii_alphanumeric();
    free.then(|| named(line, i, body, IdentifierKind::Document)).flatten()
}

/// C919, MU9191, Nova 50, 4.0 behind a name: Latin letters with digits.
fn model(line: &Line, i: usize) -> Option<Named> {
    if line.before(i).is_ascii_alphanumeric() {
        return None;
    }
    let letters = (i..i + 16).find(|&j| !line.at(j).is_ascii_alphabetic())?;
    let mut from = letters;
    if matches!(line.at(from), '-' | ' ' | '·' | '_') {
        from += 1;
    }
    let digits = digits_end(line, from);
    let spaced = line.at(letters) == ' ';
    let word = line.slice(i, letters);
    let proper = word.first().is_some_and(char::is_ascii_uppercase);
    let currency = ["RMB", "USD", "HKD", "EUR", "CNY", "GBP", "JPY", "AUD", "O", "I", "l", "o"]
        .contains(&line.words(i, letters).as_str());
    if digits == from || currency || !proper && spaced || digits - from > 8 {
        return None;
    }
    let mut end = digits;
    while end < digits + 12
        && (line.at(end).is_ascii_alphanumeric()
            || matches!(line.at(end), '-' | '.') && line.at(end + 1).is_ascii_alphanumeric())
    {
        end += 1;
    }
    let measured = spaced
        && (scale(line.at(end)).is_some() || unit_at(line, line.skip_spaces(end)).is_some() || line.at(end) == '%');
    let han_before = spaced && word.len() < 2 && !proper;
    // qoq-4.5% is a rate behind letters.
    let rate = line.at(letters) == '-' && line.at(end) == '%';
    if measured
        || rate
        || han_before
        || scale(line.at(end)).is_some() && !spaced && word.len() == 1 && line.at(i) == 'l'
    {
        return None;
    }
    named(line, i, end, IdentifierKind::Model)
}

/// 4.0.0.108.
fn version(line: &Line, i: usize) -> Option<Named> {
    let mut end = digits_end(line, i);
    let mut points = 0;
    while line.at(end) == '.' && line.at(end + 1).is_ascii_digit() && points < 6 {
        end = digits_end(line, end + 1);
        points += 1;
    }
    let year = digits_end(line, i) == i + 4 && matches!(line.at(i), '1' | '2') && matches!(line.at(i + 1), '0' | '9');
    let dated = points == 2 && year;
    (points >= 2 && !dated && !line.at(end).is_ascii_alphabetic())
        .then(|| named(line, i, end, IdentifierKind::Other))
        .flatten()
}

/// 600000.SH, 000656 SZ, 1113.HK, （代码：588000）.
fn security(line: &Line, i: usize) -> Option<Named> {
    let end = digits_end(line, i);
    let digits = end - i;
    if !(4..=6).contains(&digits) {
        return None;
    }
    let joint = matches!(line.at(end), '.' | ' ' | '-');
    let from = if joint { end + 1 } else { end };
    let market = line.any(from, &["SZ", "SH", "BJ", "HK", "OF", "NQ", "sz", "sh", "hk"]);
    if let Some(length) = market.filter(|&length| !line.at(from + length).is_ascii_alphanumeric()) {
        let value = format!("{}.{}", line.words(i, end), line.words(from, from + length).to_ascii_uppercase());
        return Some(Named { start: i, end: from + length, kind: IdentifierKind::Security, value });
    }
    let before = line.back_spaces(i);
    let coded = line.any_before(before, &["代码:", "代码", "代码为", "代号:", "证券代码:"]).is_some();
    let bracketed = digits == 6
        && matches!(line.before(before), '(' | '、' | ',')
        && matches!(line.at(end), ')' | '、' | ',' | ';')
        && in_brackets(line, i);
    (coded || bracketed && among("03689", line.at(i)) || is_short_code(line, i, end))
        .then(|| named(line, i, end, IdentifierKind::Security))
        .flatten()
}

/// 鸿远精密（4581）, 海州控股（00688）: four digits, or five from 0, alone in brackets behind a name.
fn is_short_code(line: &Line, i: usize, end: usize) -> bool {
    let alone = line.before(i) == '(' && line.at(end) == ')';
    let name = line.before(i.saturating_sub(1));
    let behind = is_han(name) || name.is_ascii_alphanumeric();
    let year = matches!(line.at(i), '1' | '2') && matches!(line.at(i + 1), '0' | '9');
    alone && behind && (end - i == 4 && !year || end - i == 5 && line.at(i) == '0')
}

/// Whether an opening bracket stands shortly before `i` with no closing one between.
fn in_brackets(line: &Line, i: usize) -> bool {
    (i.saturating_sub(24)..i).rev().map(|j| line.at(j)).find(|c| matches!(c, '(' | ')')) == Some('(')
}

/// 021-63212345, 13812345678, 12345热线, 拨打110.
fn phone(line: &Line, i: usize) -> Option<Named> {
    let end = digits_end(line, i);
    let digits = end - i;
    let area = (3..=4).contains(&digits) && line.at(i) == '0' && line.at(end) == '-';
    if let Some(end) = subscriber_end(line, end + 1).filter(|_| area) {
        return named(line, i, end, IdentifierKind::Phone);
    }
    let toll = line.has(i, "400-") || line.has(i, "800-") || line.has(i, "888-");
    if toll {
        let last = (i..i + 14).find(|&j| !line.at(j).is_ascii_digit() && line.at(j) != '-')?;
        return (last - i >= 11).then(|| named(line, i, last, IdentifierKind::Phone)).flatten();
    }
    let mobile = digits == 11 && line.at(i) == '1' && !is_numeral(line.at(end)) && unit_at(line, end).is_none();
    let called = (3..=8).contains(&digits)
        && is_called(line, i)
        && unit_at(line, end).is_none()
        && scale(line.at(end)).is_none();
    (mobile || called).then(|| named(line, i, end, IdentifierKind::Phone)).flatten()
}

/// Whether a word for telephones stands before the number at `i`, or before the list that it stands in.
fn is_called(line: &Line, i: usize) -> bool {
    let floor = i.saturating_sub(PHONES);
    let behind = |passed: fn(char) -> bool| (floor..i).rev().find(|&j| !passed(line.at(j))).map_or(floor, |j| j + 1);
    let ends = [
        i,
        behind(|c| matches!(c, ':' | '或' | '为' | '和' | '、' | '了')),
        behind(|c| c.is_ascii_digit() || among("或、和及,:为/-", c)),
    ];
    let cues = ["热线", "电话", "拨打", "致电", "客服"];
    ends.into_iter().any(|end| end >= floor + 2 && line.any_before(end, &cues).is_some())
}

/// The end of a number behind its area code: 63212345, 8812 3456, 88123456转802.
fn subscriber_end(line: &Line, i: usize) -> Option<usize> {
    let first = digits_end(line, i);
    let parted = matches!(first - i, 3 | 4) && matches!(line.at(first), ' ' | '-');
    let second = if parted { digits_end(line, first + 1) } else { first };
    let digits = second - i - usize::from(parted);
    if !(7..=8).contains(&digits) {
        return None;
    }
    let extension = if line.at(second) == '转' { digits_end(line, second + 1) } else { second };
    Some(if extension > second + 1 { extension } else { second })
}

/// How far before a number a word for telephones is looked for: a list of numbers may stand between.
const PHONES: usize = 40;

/// Eight digits and more without a unit are an order or account number.
fn long_number(line: &Line, i: usize) -> Option<Named> {
    let end = run_end(line, i);
    let next = line.at(line.skip_spaces(end));
    let measured =
        scale(next).is_some() || unit_at(line, line.skip_spaces(end)).is_some() || next == '.' || next == ',';
    let cut = next != line.at(end) && next.is_ascii_digit();
    (end - i >= 8 && !measured && !cut).then(|| named(line, i, end, IdentifierKind::Account)).flatten()
}
