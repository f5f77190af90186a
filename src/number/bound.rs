//! How the text hedges a number: 约, 近, 超过, 不足 before it; 左右, 以上, 以内 behind it.

use crate::among::among;
use crate::lexicon::tables::BOUNDS;
use crate::numeral::line::Line;
use crate::quantity::Modifier;

/// The modifier that the words around characters `start..end` give.
pub(crate) fn modifier(line: &Line, start: usize, end: usize) -> Option<Modifier> {
    after(line, end).or_else(|| before(line, start)).or_else(|| of_base(line, start))
}

/// 不低于工资的150%: the hedge stands before what the share is of.
fn of_base(line: &Line, start: usize) -> Option<Modifier> {
    if line.before(start) != '的' {
        return None;
    }
    let floor = line.clause_start(start, ",。;:、").max(start.saturating_sub(BASE));
    let hedges = ["不低于", "不少于", "不高于", "不超过", "不得超过", "不得低于"];
    let at = (floor..start).find(|&j| line.any(j, &hedges).is_some())?;
    let length = line.any(at, &hedges)?;
    named(BOUNDS.before.longest_before(|j| line.at(j), at + length)?.1)
}

/// Most characters from such a hedge to its number.
const BASE: usize = 12;

/// Words that may stand between a hedge and its number.
const BETWEEN: &[&str] =
    &["人民币", "达到", "了", "到", "达", "为", "有", "在", "占", "于", "零下", "每股", "至", "其", "可达", "是"];

fn before(line: &Line, start: usize) -> Option<Modifier> {
    // 上百 is a hundred at least.
    if line.before(start) == '上' && matches!(line.at(start), '百' | '千' | '万' | '亿') {
        return Some(Modifier::AtLeast);
    }
    let mut at = line.back_spaces(start);
    for _ in 0..3 {
        if let Some((length, name)) = BOUNDS.before.longest_before(|j| line.at(j), at) {
            let inside_word = length == 1 && is_inside_word(line, at);
            return if inside_word { None } else { named(name) };
        }
        at -= line.any_before(at, BETWEEN)?;
    }
    None
}

/// Whether the one-character hedge right before `at` ends a longer word: 签约, 最近, 赶超, 难过.
fn is_inside_word(line: &Line, at: usize) -> bool {
    let previous = at.checked_sub(1).map_or('\0', |j| line.before(j));
    match line.before(at) {
        '约' => among("签预契条合节公违特履邀缔大纽制", previous) && previous != '\0' && previous != '大',
        '近' => among("最附新靠亲邻远相临就", previous) && previous != '\0',
        '过' => !among("已经超均破突率价量数额年均人比额", previous) && previous != '\0',
        '破' => among("打爆侦攻击突", previous) && previous != '\0',
        _ => false,
    }
}

fn after(line: &Line, end: usize) -> Option<Modifier> {
    let mut at = line.skip_spaces(end);
    if matches!(line.at(at), '期' | '龄') {
        at += 1;
    }
    // 10万+
    if line.at(end) == '+' && !line.at(end + 1).is_ascii_alphanumeric() {
        return Some(Modifier::Over);
    }
    let (_, name) = BOUNDS.after.longest(|j| line.at(j), at)?;
    named(name)
}

/// The modifier by its name in the table.
fn named(name: &str) -> Option<Modifier> {
    Some(match name {
        "approx" => Modifier::Approx,
        "near" => Modifier::Near,
        "over" => Modifier::Over,
        "under" => Modifier::Under,
        "atleast" => Modifier::AtLeast,
        "atmost" => Modifier::AtMost,
        _ => return None,
    })
}
