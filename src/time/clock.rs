//! Times of day: 14:30, 8时, 10时32分, 下午五点半, 24时; and whether `A:B` is one.

use crate::among::among;
use crate::lexicon::tables::has_cue;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{self, digits_end};

/// What two numbers with a colon between them are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Colon {
    Clock,
    Score,
    Ratio,
}

/// Which of the three `A:B` at `i..end` is.
pub(crate) fn colon(line: &Line, i: usize, end: usize) -> Option<Colon> {
    let middle = (i..end).find(|&j| line.at(j) == ':')?;
    let first = line.words(i, middle);
    let second = line.words(middle + 1, end);
    let second = second.trim();
    let clock = first.trim().parse::<u32>().is_ok_and(|hour| hour <= 24) && second.len() == 2 && second < "60";
    let near_before = line.words(line.clause_start(i, ",。;、()").max(i.saturating_sub(10)), i);
    let near_after = line.words(end, line.clause_end(end, ",。;、()").min(end + 8));
    let near = format!("{near_before}|{near_after}");
    let clause = line.words(line.clause_start(i, "。;"), line.clause_end(end, "。;"));
    let scored = has_cue("scoretight", &near);
    Some(if clock && has_cue("clock", &near) && !scored {
        Colon::Clock
    } else if has_cue("ratio", &near) {
        Colon::Ratio
    } else if scored || has_cue("score", &clause) && (!clock || has_cue("scoretight", &clause)) {
        Colon::Score
    } else if clock {
        Colon::Clock
    } else {
        Colon::Ratio
    })
}

/// The time of day at `i`: the index after it, hour and minute. `dated` where a day or a part of the day stands before it.
pub(crate) fn read(line: &Line, i: usize, dated: bool) -> Option<(usize, (u32, u32))> {
    let (at, part) = day_part(line, i).unwrap_or((i, ""));
    let dated = dated || at > i;
    let at = line.skip_spaces(at);
    let (end, (hour, minute)) = digital(line, at, dated).or_else(|| spoken(line, at, dated))?;
    let (end, part) = meridiem(line, end).unwrap_or((end, part));
    (hour <= 24 && minute < 60).then(|| (end, (adjusted(hour, part), minute)))
}

/// 8:00 a.m., 2:00pm.
fn meridiem(line: &Line, end: usize) -> Option<(usize, &'static str)> {
    let at = line.skip_spaces(end);
    MERIDIEMS.iter().find(|(words, _)| line.has(at, words)).map(|&(words, part)| (at + words.len(), part))
}

const MERIDIEMS: &[(&str, &str)] =
    &[("a.m.", "上午"), ("p.m.", "下午"), ("am", "上午"), ("pm", "下午"), ("AM", "上午"), ("PM", "下午")];

/// 下午3点 is 15.
fn adjusted(hour: u32, part: &str) -> u32 {
    match part {
        "下午" | "午后" | "傍晚" if (1..12).contains(&hour) => hour + 12,
        // 深夜2点 is after midnight.
        "晚上" | "晚间" | "晚" | "当晚" | "夜间" | "深夜" | "夜里" | "夜" if (5..12).contains(&hour) => {
            hour + 12
        }
        "中午" if (1..3).contains(&hour) => hour + 12,
        "凌晨" if hour == 12 => 0,
        _ => hour,
    }
}

/// A part of the day at `i`: the index after it.
pub(crate) fn day_part(line: &Line, i: usize) -> Option<(usize, &'static str)> {
    let opens = matches!(
        line.at(i),
        '凌' | '清'
            | '早'
            | '上'
            | '中'
            | '午'
            | '正'
            | '下'
            | '傍'
            | '晚'
            | '夜'
            | '深'
            | '当'
            | '白'
            | '入'
            | '盘'
            | '尾'
    );
    let part = DAY_PARTS.iter().filter(|_| opens).find(|part| line.has(i, part))?;
    let end = i + part.chars().count();
    let single = part.chars().count() == 1
        && is_han(line.at(end))
        && !among("在，,时分将至到起前举公发与播", line.at(end))
        && !numeral::is_numeral(line.at(end));
    (!single).then_some((end, *part))
}

const DAY_PARTS: &[&str] = &[
    "凌晨", "清晨", "早晨", "早上", "早间", "上午", "中午", "午间", "正午", "下午", "午后", "傍晚", "晚间", "晚上",
    "夜间", "深夜", "夜里", "当晚", "白天", "入夜", "夜晚", "午夜", "盘后", "盘前", "盘中", "早盘", "午盘", "尾盘",
    "晚", "早", "夜",
];

/// 14:30, 17:55:23.
fn digital(line: &Line, i: usize, dated: bool) -> Option<(usize, (u32, u32))> {
    let middle = digits_end(line, i);
    let end = digits_end(line, middle + 1);
    let shape = (1..=2).contains(&(middle - i)) && line.at(middle) == ':' && end == middle + 3;
    if !shape || line.before(i).is_ascii_digit() || matches!(line.before(i), ':' | '.') {
        return None;
    }
    let seconds = line.at(end) == ':' && digits_end(line, end + 1) == end + 3;
    if !dated && !seconds && colon(line, i, end) != Some(Colon::Clock) {
        return None;
    }
    let end = if seconds { end + 3 } else { end };
    let end = if line.at(end) == '时' && !is_han(line.at(end + 1)) { end + 1 } else { end };
    let value = |from: usize, to: usize| line.words(from, to).parse::<u32>().ok();
    Some((end, (value(i, middle)?, value(middle + 1, middle + 3)?)))
}

/// 8时, 10时32分, 五点半, 八点一刻.
fn spoken(line: &Line, i: usize, dated: bool) -> Option<(usize, (u32, u32))> {
    let (at, hour) = super::digits::small(line, i)?;
    let at = line.skip_spaces(at);
    let mark = line.at(at);
    let half = mark == '点' && dated && line.at(at + 1) == '半';
    let other = !half && among(NOT_HOUR, line.at(at + 1)) && at + 1 < line.len();
    if hour > 24 || !matches!(mark, '时' | '点') || other {
        return None;
    }
    let mut end = at + 1;
    let mut minute = 0;
    let next = line.skip_spaces(end);
    if mark == '点' && line.at(end) == '半' {
        (end, minute) = (end + 1, 30);
    } else if let Some((stop, value)) = super::digits::small(line, next) {
        let stop = line.skip_spaces(stop);
        let quarter = line.at(stop) == '刻';
        let bare = mark == '点' && dated && value >= 10 && !is_han(line.at(stop));
        if line.at(stop) == '分' && line.at(stop + 1) != '之' || quarter || bare {
            minute = if quarter { value * 15 } else { value };
            end = if bare && line.at(stop) != '分' { stop } else { stop + 1 };
        }
    }
    let seconds = super::digits::small(line, end).filter(|&(stop, _)| line.at(stop) == '秒' && end > at + 1);
    end = seconds.map_or(end, |(stop, _)| stop + 1);
    if matches!(line.at(end), '整' | '钟') || line.at(end) == '正' && !is_han(line.at(end + 1)) {
        end += 1;
    }
    let evident = dated || mark == '时' || end > at + 1 || hour_cue(line, i, end);
    evident.then_some((end, (hour, minute)))
}

/// What 时 or 点 begins when it is no hour.
const NOT_HOUR: &str = "间代期刻任候速常有而隔段评击赞燃心名缀火尚机光装位半径长差限效";

/// Whether the words around a bare N点 show that it is an hour.
fn hour_cue(line: &Line, i: usize, end: usize) -> bool {
    let before =
        line.any_before(i, &["从", "于", "至", "到", "自", "约", "在", "大约", "每天", "每晚", "截至", "前"]).is_some()
            || i == 0;
    let after = line
        .any(end, &["前", "后", "起", "左右", "许", "开始", "至", "到", "以前", "之前", "发车", "开赛", "准时"])
        .is_some()
        || end == line.len();
    before || after
}
