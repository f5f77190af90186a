//! Places in an order: 第6, 第三个月, 第9号, 前十名, 全省第二.

use super::found::{Found, Shape, unit_at};
use crate::among::among;
use crate::numeral::decimal::Decimal;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{self};
use crate::quantity::FigureKind;

/// The ordinal that begins at `i` with 第 or 前.
pub(crate) fn read(line: &Line, i: usize) -> Option<Found> {
    match line.at(i) {
        '第' => nth(line, i),
        '前' => first_so_many(line, i),
        _ => None,
    }
}

fn nth(line: &Line, i: usize) -> Option<Found> {
    let number = numeral::read(line, line.skip_spaces(i + 1)).filter(|n| !n.vague)?;
    let mut found = Found { start: i, kind: FigureKind::Ordinal, ..Found::bare(i, &number) };
    if matches!(line.at(number.end), '-' | '—' | '~' | '至' | '到') {
        let from = if line.at(number.end + 1) == '第' { number.end + 2 } else { number.end + 1 };
        if let Some(last) = numeral::read(line, from).filter(|last| last.low > number.low) {
            (found.high, found.end, found.shape) = (last.low, last.end, Shape::Range);
        }
    }
    let at = line.skip_spaces(found.end);
    match line.at(at) {
        '号' => ("号".clone_into(&mut found.unit), found.end = at + 1),
        '分' if line.at(at + 1) == '钟' => ("分".clone_into(&mut found.unit), found.end = at + 2),
        '章' | '款' | '编' | '卷' | '回' if !is_han(line.at(at + 1)) || line.at(at) != '回' => {
            (found.unit = line.at(at).to_string(), found.end = at + 1)
        }
        _ => match unit_at(line, at).filter(|&(end, unit)| counts(line, at, end, unit.kind)) {
            Some((end, unit)) => (unit.code.clone_into(&mut found.unit), found.end = end),
            None => ((), ()),
        },
    };
    Some(found)
}

/// Whether the unit at `at..end` can follow 第N.
fn counts(line: &Line, at: usize, end: usize, kind: &str) -> bool {
    let words = line.words(at, end);
    let word_begins = crate::lexicon::tables::HOMOGRAPHS
        .get(words.as_str())
        .is_some_and(|next| among(next, line.at(end)) && end < line.len());
    matches!(kind, "count" | "duration" | "ordinal") && !word_begins
}

/// 前十名, 排名前三.
fn first_so_many(line: &Line, i: usize) -> Option<Found> {
    let numbered = line.any_before(
        i,
        &["排名", "全球", "全国", "全省", "世界", "行业", "国内", "销量", "中国", "全市", "榜单", "跻身"],
    );
    if is_han(line.before(i)) && !among("的排列在入进和与位为", line.before(i)) && numbered.is_none() {
        return None;
    }
    let number = numeral::read(line, i + 1).filter(|n| !n.vague && n.low == n.high)?;
    let ranked = line.any_before(i, &["排名", "排", "位列", "位居", "跻身", "列", "进入"]).is_some();
    let unit = unit_at(line, number.end)
        .filter(|(_, unit)| matches!(unit.code, "名" | "位" | "家" | "只" | "个" | "强" | "席"));
    let next = line.at(number.end);
    if unit.is_none() && (!ranked || is_han(next) && next != '的') {
        return None;
    }
    let mut found = Found {
        kind: FigureKind::Ordinal,
        shape: Shape::Range,
        high: number.low,
        low: Decimal::integer(1),
        ..Found::bare(i, &number)
    };
    if let Some((end, unit)) = unit {
        found.end = end;
        unit.code.clone_into(&mut found.unit);
    }
    Some(found)
}
