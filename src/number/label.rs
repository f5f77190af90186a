//! Numbers that label a thing: 3号线, 92号汽油, K128+300米, 冀A·D3F72, 歼-20, 602室, 318国道, 第三检察部.

use super::IdentifierKind;
use super::found::unit_at;
use super::identifier::Named;
use crate::among::among;
use crate::lexicon::tables::{cues, is_word};
use crate::numeral::line::{Line, is_han};
use crate::numeral::{self, digits_end, scale};

/// The label that begins at `i`, or right before it.
pub(crate) fn read(line: &Line, i: usize) -> Option<Named> {
    match line.at(i) {
        '-' => craft(line, i, i + 1),
        c if c.is_ascii_alphabetic() => kilometre(line, i).or_else(|| plate(line, i)),
        c if c.is_ascii_digit() && !line.before(i).is_ascii_digit() => {
            numbered(line, i).or_else(|| craft(line, i, i)).or_else(|| contract(line, i))
        }
        _ => None,
    }
}

/// Where the numeral of a body's name ends that begins at `i` with 第: 第三检察部, 第二附属医院.
pub(crate) fn body_end(line: &Line, i: usize) -> Option<usize> {
    let number = numeral::read(line, i + 1).filter(|number| line.at(i) == '第' && !number.vague)?;
    let counted = unit_at(line, number.end).is_some() || line.at(number.end) == '季';
    let names = cues("body");
    let named = (number.end..=number.end + 3)
        .take_while(|&j| is_han(line.at(j)) && line.at(j) != '的')
        .any(|j| line.any(j, names).is_some());
    (!counted && named).then_some(number.end)
}

fn other(line: &Line, start: usize, end: usize) -> Option<Named> {
    Some(Named { start, end, kind: IdentifierKind::Other, value: line.words(start, end) })
}

/// K128+300米: a place on a road.
fn kilometre(line: &Line, i: usize) -> Option<Named> {
    let plus = digits_end(line, i + 1);
    let end = digits_end(line, plus + 1);
    let whole = matches!(line.at(i), 'K' | 'k') && plus > i + 1 && line.at(plus) == '+' && end > plus + 1;
    let metres = usize::from(line.at(end) == '米') + usize::from(line.at(end) == 'm');
    (whole && !line.before(i).is_ascii_alphanumeric()).then(|| other(line, i, end + metres)).flatten()
}

/// 冀A·D3F72: the plate of a car, whose province stands before `i`.
fn plate(line: &Line, i: usize) -> Option<Named> {
    let from = if matches!(line.at(i + 1), '·' | '•' | '-') { i + 2 } else { i + 1 };
    let end = (from..from + 8).find(|&j| !line.at(j).is_ascii_alphanumeric() && line.at(j) != '*')?;
    let signs = line.slice(from, end);
    let upper = line.at(i).is_ascii_uppercase() && signs.iter().all(|c| !c.is_ascii_lowercase());
    let whole = upper && matches!(signs.len(), 5 | 6) && signs.iter().any(char::is_ascii_digit);
    (whole && among(PROVINCES, line.before(i))).then(|| other(line, i - 1, end)).flatten()
}

/// First characters of number plates.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

/// 3号线, 92号汽油, 向阳红10号, 602室, 318国道, 国道219线. Days of the month are read before.
fn numbered(line: &Line, i: usize) -> Option<Named> {
    let end = digits_end(line, i);
    if matches!(line.before(i), '第' | '.' | '~') || end - i > 4 {
        return None;
    }
    if line.at(end) == '号' {
        return other(line, i, end + 1 + thing(line, end + 1).unwrap_or(0));
    }
    // 1、2号机组: the first takes its word from the last.
    let last = digits_end(line, end + 1);
    if matches!(line.at(end), '、' | '和' | '至' | '-' | '—') && last > end + 1 && line.at(last) == '号' {
        return thing(line, last + 1).and_then(|_| other(line, i, end));
    }
    let room = line.at(end) == '室' && end - i > 2 && !line.has(end, "室内") && !line.has(end, "室外");
    let roads = ["国道", "省道", "县道"];
    if end - i == 3 && line.any_before(i, &roads).is_some() {
        return other(line, i, end + usize::from(line.at(end) == '线'));
    }
    let road = end - i == 3 && line.any(end, &roads).is_some();
    let flat = line.has(end, "单元") && line.any_before(i, &["楼", "栋", "幢"]).is_some();
    let width = match (room, road || flat) {
        (true, _) => 1,
        (false, true) => 2,
        (false, false) => return None,
    };
    other(line, i, end + width)
}

/// 2509合约, 主力合约2601, 4月期货, 10月原油期货: contracts of an exchange by the month of delivery, which date nothing.
fn contract(line: &Line, i: usize) -> Option<Named> {
    let end = digits_end(line, i);
    if end == i + 4 {
        let month = line.words(i + 2, end).parse().is_ok_and(|month: u32| (1..=12).contains(&month));
        let named = line.has(end, "合约");
        let behind = line.any_before(i, &["合约", "主力", "主连"]).is_some() && unit_at(line, end).is_none();
        return (month && (named || behind)).then(|| other(line, i, end + if named { 2 } else { 0 })).flatten();
    }
    let month = || line.words(i, end).parse().is_ok_and(|month: u32| (1..=12).contains(&month));
    if line.at(end) != '月' || line.before(i) == '年' || line.before(i) == '.' || !month() {
        return None;
    }
    let goods = (end + 1..=end + 1 + GOODS).take_while(|&j| is_han(line.at(j)) && !among("的份日末底初", line.at(j)));
    let cues = cues("contract");
    let at = goods.into_iter().find(|&j| line.any(j, cues).is_some())?;
    other(line, i, at + 2)
}

/// Longest name of what such a contract delivers, in characters.
const GOODS: usize = 5;

/// What 号 before `i` numbers: 线, 楼, 汽油.
fn thing(line: &Line, i: usize) -> Option<usize> {
    line.any(i, cues("numbered"))
}

/// 歼-20, 轰-6K, 东风41: an aircraft, rocket or missile whose name stands before `i` and whose number is at `from`.
fn craft(line: &Line, i: usize, from: usize) -> Option<Named> {
    let digits = digits_end(line, from);
    let end = (digits..digits + 4).find(|&j| !line.at(j).is_ascii_alphanumeric())?;
    let dashed = from > i;
    // 净利润-28,079元.
    let grouped = line.at(end) == ',' && digits_end(line, end + 1) == end + 4;
    let measured = grouped || scale(line.at(end)).is_some() || matches!(line.at(end), '.' | '/' | '%' | '℃' | '°');
    if !(1..=3).contains(&(digits - from)) || measured {
        return None;
    }
    let unit = end == digits && unit_at(line, line.skip_spaces(end)).is_some();
    if unit && !dashed {
        return None;
    }
    let name = (1..=3).rev().find(|&n| n <= i && is_word("craft", &line.words(i - n, i)));
    if unit && name.is_none() {
        return None;
    }
    let start = match name {
        Some(length) => i - length,
        // 小海-7: a dash between a name and its number is no sign.
        None if dashed && is_han(line.before(i)) && !among("为是达至到从由约报跌降温于在比", line.before(i)) => {
            from
        }
        None => return None,
    };
    Some(Named { start, end, kind: IdentifierKind::Model, value: line.words(start, end) })
}
