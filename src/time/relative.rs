//! Times counted from the day of publication or named: 去年, 上月初, 昨晚, 上周五, 80年代, 十四五, 9年前, 近三年.

use super::digits::small;
use super::lunar;
use super::month::of_month;
use super::point::{Month, Part, Point, Unit, Year};
use crate::among::among;
use crate::numeral;
use crate::numeral::line::{Line, is_han};

/// The relative or named time that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<(usize, Point)> {
    counted(line, i)
        .or_else(|| plan(line, i))
        .or_else(|| decade(line, i))
        .or_else(|| span(line, i))
        .or_else(|| edge(line, i))
        .or_else(|| ago(line, i))
        .or_else(|| lunar::read(line, i))
        .or_else(|| end_of_year(line, i))
        .map(|(end, part)| (end, Point::new(Year::Unsaid, part)))
}

/// What is counted from the base: most places are passed over by one character.
fn counted(line: &Line, i: usize) -> Option<(usize, Part)> {
    match line.at(i) {
        '上' | '下' | '这' | '本' => month(line, i).or_else(|| quarter(line, i)).or_else(|| week(line, i)),
        '次' | '翌' | '大' | '今' | '昨' | '明' | '前' | '后' => {
            day(line, i).or_else(|| day_in_brackets(line, i))
        }
        '星' | '礼' | '周' => week(line, i),
        _ => None,
    }
}

/// 今年, 去年: the index after it and the years from the base.
pub(crate) fn year(line: &Line, i: usize) -> Option<(usize, i32)> {
    let opens = matches!(line.at(i), '今' | '去' | '明' | '大' | '前' | '后' | '本' | '上');
    let &(words, offset) = YEARS.iter().find(|(words, _)| opens && line.has(i, words))?;
    let end = i + words.chars().count();
    let after_period = words == "后年" && is_han(line.before(i)) && !among("到至，、在于", line.before(i));
    let counted =
        matches!(line.at(end), '级' | '轻') || words == "前年" && line.before(i) == '大' || line.before(i) == '产';
    let more = usize::from(line.at(end) == '度' && words != "后年");
    (!after_period && !counted).then_some((end + more, offset))
}

const YEARS: &[(&str, i32)] =
    &[("今年", 0), ("去年", -1), ("明年", 1), ("大前年", -3), ("前年", -2), ("后年", 2), ("本年", 0), ("上年", -1)];

/// 上月, 下月初, 本月5日.
fn month(line: &Line, i: usize) -> Option<(usize, Part)> {
    let &(words, offset) = MONTHS.iter().find(|(words, _)| line.has(i, words))?;
    let end = i + words.chars().count();
    let whole = Month::From(offset);
    (!matches!(line.at(end), '球' | '亮')).then(|| of_month(line, end, whole))
}

const MONTHS: &[(&str, i64)] =
    &[("上上个月", -2), ("上个月", -1), ("这个月", 0), ("下个月", 1), ("上月", -1), ("本月", 0), ("下月", 1)];

/// 上个季度, 本季度, 下季度, 上个半年.
fn quarter(line: &Line, i: usize) -> Option<(usize, Part)> {
    let &(words, offset) = WHICH.iter().find(|(words, _)| line.has(i, words))?;
    let at = i + words.chars().count();
    let rest = i > 0 && among("以之", line.before(i));
    if line.has(at, "季度") {
        return (!rest).then_some((at + 2, Part::QuarterFrom(offset)));
    }
    // 下半年 is the second half of a year.
    (line.has(at, "半年") && words.ends_with('个')).then_some((at + 2, Part::HalfFrom(offset)))
}

const WHICH: &[(&str, i64)] =
    &[("上个", -1), ("上一", -1), ("上", -1), ("这个", 0), ("本", 0), ("下个", 1), ("下一", 1), ("下", 1)];

/// 今天, 昨晚, 后天, 次日.
fn day(line: &Line, i: usize) -> Option<(usize, Part)> {
    if line.any(i, &["次日", "翌日"]).is_some() {
        let word = among("上下首每某这那多几数本历当再", line.before(i)) || numeral::is_numeral(line.before(i));
        let counted = (i > 0 && word) || among("程均线报常志本", line.at(i + 2)) && i + 2 < line.len();
        return (!counted).then_some((i + 2, Part::AfterSaid(1)));
    }
    let &(words, offset) = DAYS.iter().find(|(words, _)| line.has(i, words))?;
    let end = i + words.chars().count();
    // 今晚 is the day with its part of the day, which is read after it.
    let single = words.chars().count() == 1;
    let free = !single || matches!(line.at(end), '晚' | '早' | '夜' | '晨');
    let wrong = words.starts_with('前') && is_han(line.before(i)) && among("提从以之目此大", line.before(i))
        || words.starts_with('后') && line.before(i) == '大'
        || line.has(end, "然");
    (free && !wrong).then_some((if single { end + 1 } else { end }, Part::DayFrom(offset)))
}

/// 昨（12）日, 今（3日）.
fn day_in_brackets(line: &Line, i: usize) -> Option<(usize, Part)> {
    if !matches!(line.at(i), '昨' | '今' | '明') || line.at(i + 1) != '(' {
        return None;
    }
    let (end, day) = small(line, i + 2).filter(|&(_, day)| (1..=31).contains(&day))?;
    let closed = line.any(end, &[")日", "日)"])?;
    Some((end + closed, Part::Day(Month::Unsaid, day)))
}

const DAYS: &[(&str, i64)] = &[
    ("大前天", -3),
    ("大后天", 3),
    ("今天", 0),
    ("今日", 0),
    ("昨天", -1),
    ("昨日", -1),
    ("明天", 1),
    ("明日", 1),
    ("前天", -2),
    ("后天", 2),
    ("今", 0),
    ("昨", -1),
    ("明", 1),
];

/// 上周, 本周三, 周五, 下个星期一.
fn week(line: &Line, i: usize) -> Option<(usize, Part)> {
    let (at, offset) = match WEEKS.iter().find(|(words, _)| line.has(i, words)) {
        Some(&(words, offset)) => (i + words.chars().count(), Some(offset)),
        None => (i, None),
    };
    let mark = line.any(at, &["星期", "礼拜", "周"])?;
    let end = at + mark;
    let day = match line.at(end) {
        '一' => Some(1),
        '二' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '日' | '天' if line.at(end + 1) != '均' => Some(7),
        '末' => return offset.map(|weeks| (end + 1, Part::Weekday(Some(weeks), 6))),
        _ => None,
    };
    match (offset, day) {
        (_, Some(_))
            if line.any(end + 1, &["至", "到", "—", "-"]).is_some() && line.any(end + 2, &["周", "星期"]).is_some() =>
        {
            None
        }
        (None, Some(_))
            if among("首两数每一整二三四五六单上下", line.before(i)) && i > 0 || is_unit_after(line, end) =>
        {
            None
        }
        (offset, Some(day)) => Some((end + 1, Part::Weekday(offset, day))),
        (Some(offset), None) => Some((end, Part::Week(offset))),
        (None, None) => None,
    }
}

/// 周一年 is no Monday.
fn is_unit_after(line: &Line, end: usize) -> bool {
    matches!(line.at(end + 1), '年' | '个' | '次' | '岁')
}

const WEEKS: &[(&str, i64)] = &[
    ("上上个", -2),
    ("下下个", 2),
    ("上上", -2),
    ("下下", 2),
    ("上个", -1),
    ("这个", 0),
    ("下个", 1),
    ("上", -1),
    ("本", 0),
    ("这", 0),
    ("下", 1),
];

/// 十四五: five-year plans since the sixth (1981).
fn plan(line: &Line, i: usize) -> Option<(usize, Part)> {
    let ['十', which, '五'] = line.slice(i, i + 3) else { return None };
    let (_, number) = "一二三四五六".chars().zip(11..).find(|(one, _)| one == which)?;
    let quoted = matches!(line.before(i), '“' | '"' | '「' | '\'' | '‘')
        && matches!(line.at(i + 3), '”' | '"' | '」' | '\'' | '’');
    let named = line
        .any(
            i + 3,
            &[
                "时期", "期间", "规划", "末", "以来", "开局", "收官", "初", "期", "中期", "建设", "纲要", "目标", "，",
                ",", "计划", "发展", "的", "时",
            ],
        )
        .is_some();
    let first = 1981 + (number - 6) * 5;
    (quoted || named).then_some((i + 3, Part::Years(first, first + 4)))
}

/// 上世纪80年代, 九十年代初.
fn decade(line: &Line, i: usize) -> Option<(usize, Part)> {
    let (at, century) = match CENTURIES.iter().find(|(words, _)| line.has(i, words)) {
        Some(&(words, century)) => (i + words.chars().count(), century),
        None => (i, 1900),
    };
    let (end, decade) = small(line, at)?;
    if (1000..2100).contains(&decade) && decade % 10 == 0 && line.has(end, "年代") {
        let first = i32::try_from(decade).ok()?;
        return Some((end + 2 + decade_part(line, end + 2), Part::Years(first, first + 9)));
    }
    let named = line.has(end, "年代") && decade % 10 == 0 && decade < 100 && (at > i || decade >= 20);
    let first = century + i32::try_from(decade).ok()?;
    named.then_some((end + 2 + decade_part(line, end + 2), Part::Years(first, first + 9)))
}

/// Length of 初, 中期 and the like behind a decade.
fn decade_part(line: &Line, i: usize) -> usize {
    line.any(i, &["中后期", "初期", "中期", "后期", "末期", "初", "末"]).unwrap_or(0)
}

const CENTURIES: &[(&str, i32)] = &[
    ("上个世纪", 1900),
    ("上世纪", 1900),
    ("20世纪", 1900),
    ("二十世纪", 1900),
    ("19世纪", 1800),
    ("十九世纪", 1800),
    ("本世纪", 2000),
    ("21世纪", 2000),
    ("二十一世纪", 2000),
];

/// 近三年, 过去五年, 未来10年.
fn span(line: &Line, i: usize) -> Option<(usize, Part)> {
    let &(words, sign) = SPANS.iter().find(|(words, _)| line.has(i, words))?;
    let at = line.skip_spaces(i + words.chars().count());
    // 近 before a duration mostly means nearly; at the head of a clause, or with 来 behind, it means the last.
    let heads = !is_han(line.before(i)) || among("在其最为", line.before(i)) || i == 0;
    let (end, n, unit) = distance(line, at)?;
    let lasting = matches!(line.at(end), '来' | '内');
    if words == "近" && !(heads && n <= 12 && unit != Unit::Hour || lasting) {
        return None;
    }
    Some((end, Part::Span(sign * n, unit)))
}

const SPANS: &[(&str, i64)] = &[("最近", 1), ("过去", 1), ("未来", -1), ("今后", -1), ("近", 1)];

/// 最后4个月, 前10天: the end or the beginning of a time said elsewhere.
pub(crate) fn edge(line: &Line, i: usize) -> Option<(usize, Part)> {
    let length = line.any(i, &["最后", "前", "头"])?;
    let (end, _, unit) = distance(line, line.skip_spaces(i + length))?;
    let before = line.before(i);
    let heads = !is_han(before) || among("月年季期假节的在于", before);
    let free = length > 1 || heads && unit != Unit::Hour;
    (free && unit != Unit::Hour && !matches!(line.at(end), '前' | '后')).then_some((end, Part::Open))
}

/// 9年前, 三个月前, 5天前.
fn ago(line: &Line, i: usize) -> Option<(usize, Part)> {
    let (end, n, unit) = distance(line, i)?;
    if let Some(length) = line.any(end, &["以前", "之前", "前"]) {
        let around = line.at(end + length) == '后' || line.before(i) == '第' || line.before(i) == '每';
        return (!around).then_some((end + length, Part::Ago(n, unit)));
    }
    let later = line.any(end, &["以后", "之后", "后"])?;
    let wrong = matches!(line.at(end + later), '的' | '市')
        || line.before(i) == '第'
        || is_han(line.at(end + later)) && line.at(end) == '后' && among("期续者来备勤面", line.at(end + later));
    (!wrong).then_some((end + later, Part::Open))
}

/// A number of years, months, weeks, days or hours.
fn distance(line: &Line, i: usize) -> Option<(usize, i64, Unit)> {
    let (end, n) = small(line, i)?;
    let at = line.skip_spaces(end);
    let (words, unit) = UNITS.iter().find(|(words, _)| line.has(at, words))?;
    (n > 0 && n < 1000).then(|| (at + words.chars().count(), i64::from(n), *unit))
}

const UNITS: &[(&str, Unit)] = &[
    ("年", Unit::Year),
    ("个月", Unit::Month),
    ("周", Unit::Week),
    ("个星期", Unit::Week),
    ("星期", Unit::Week),
    ("天", Unit::Day),
    ("小时", Unit::Hour),
    ("个小时", Unit::Hour),
    ("分钟", Unit::Hour),
];

/// 年初, 年底 of the base's year.
fn end_of_year(line: &Line, i: usize) -> Option<(usize, Part)> {
    let part = match line.slice(i, i + 2) {
        ['年', '底' | '末'] => Part::End,
        ['年', '初'] => Part::Start,
        _ => return None,
    };
    let counted =
        numeral::is_numeral(line.before(i)) || matches!(line.before(i), '每' | '当' | '期' | '次' | '上' | '周' | ' ');
    (!counted).then_some((i + 2, part))
}
