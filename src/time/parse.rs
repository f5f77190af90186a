//! Characters → time expressions: 2023年8月30日, 1—7月份, 今年以来, 9月6日24时, 十四五, 上周五.

use super::clock;
use super::digits::{self, small};
use super::month::{month, of_month};
pub(crate) use super::point::Moment;
use super::point::{Month, Part, Point, Until, Year};
use super::{relative, year};
use crate::among::among;
use crate::lexicon::tables::{has_cue, last_cue};
use crate::numeral::line::{Line, is_dash, is_han};

/// The time expression that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<Moment> {
    if line.at(i).is_ascii_digit() && (line.before(i).is_ascii_digit() || line.before(i) == '.')
        || line.before(i).is_ascii_alphabetic() && line.at(i).is_ascii_digit()
    {
        return None;
    }
    let (end, first) = shared_range(line, i).or_else(|| point(line, i).map(|(end, p)| (end, (p, None))))?;
    let (first, last) = first;
    if let Some(last) = last {
        return Some(Moment { start: i, end, first, until: Until::Point(last) });
    }
    if line.any(end, &["以来"]).is_some() && !matches!(first.part, Part::Years(..) | Part::Clock | Part::Span(..)) {
        return Some(Moment { start: i, end: end + 2, first, until: Until::Now });
    }
    if let Some((end, last)) = until(line, end, &first) {
        return Some(Moment { start: i, end, first, until: Until::Point(last) });
    }
    Some(Moment { start: i, end, first, until: Until::Itself })
}

/// The second end of a range of times.
fn until(line: &Line, end: usize, first: &Point) -> Option<(usize, Point)> {
    let at = line.skip_spaces(end);
    let both = line.any(at, &["和", "与"]);
    let joint = if is_dash(line.at(at)) {
        1 + usize::from(is_dash(line.at(at + 1)))
    } else {
        both.or_else(|| line.any(at, &["至", "到"]))?
    };
    let from = line.skip_spaces(at + joint);
    let (stop, mut last) = match first.part {
        Part::Clock => {
            clock::read(line, from, true).map(|(stop, time)| (stop, Point { clock: Some(time), ..first.clone() }))?
        }
        _ => point(line, from)?,
    };
    // 2015年和2018年 are two years; 2015年和2018年之间 is a period.
    if both.is_some() && line.any(stop, &["之间", "期间"]).is_none() {
        return None;
    }
    if matches!(last.part, Part::Clock) && first.clock.is_some() {
        last = Point { clock: last.clock, ..first.clone() };
    }
    let fits = std::mem::discriminant(&first.part) == std::mem::discriminant(&last.part)
        || matches!(
            (first.part, last.part),
            (
                Part::Day(..) | Part::Month(_) | Part::Whole | Part::Third(..),
                Part::Day(..) | Part::Month(_) | Part::Third(..) | Part::Whole
            )
        );
    fits.then_some((stop, last))
}

/// Ranges whose ends share a unit: 1—7月份, 2019—2021年, 8月3—5日, 3至5日.
fn shared_range(line: &Line, i: usize) -> Option<(usize, (Point, Option<Point>))> {
    let (year, at) = match year::year(line, i) {
        Some((end, year)) => (year, line.skip_spaces(end)),
        None => (Year::Unsaid, i),
    };
    let (month, at) = match month(line, at) {
        Some((end, month)) => (Month::Of(month), line.skip_spaces(end)),
        None => (Month::Unsaid, at),
    };
    let (middle, first) = small(line, at)?;
    let joint = line.skip_spaces(middle);
    let width = if is_dash(line.at(joint)) {
        1 + usize::from(is_dash(line.at(joint + 1)))
    } else {
        line.any(joint, &["至", "到"])?
    };
    let (stop, second) = small(line, line.skip_spaces(joint + width))?;
    let stop = line.skip_spaces(stop);
    let ascending = first < second;
    let (end, make): (usize, fn(Year, Month, u32) -> Point) = match line.at(stop) {
        '月' if month == Month::Unsaid && second <= 12 && first >= 1 && line.at(stop + 1) != '龄' => {
            (stop + 1 + usize::from(line.at(stop + 1) == '份'), |year, _, value| {
                Point::new(year, Part::Month(Month::Of(value)))
            })
        }
        '日' | '号'
            if second <= 31
                && first >= 1
                && ascending
                && (month != Month::Unsaid
                    || !has_cue("duration", &line.words(i.saturating_sub(2), i)) && !line.has(stop + 1, "内")) =>
        {
            (stop + 1, |year, month, value| Point::new(year, Part::Day(month, value)))
        }
        '年' if at == i && first >= 1900 && second < 2100 && ascending => {
            (stop + 1, |_, _, value| Point::new(Year::Of(value.cast_signed()), Part::Whole))
        }
        // 2024—2025赛季 runs over two years.
        '赛' | '学' if at == i && first >= 1900 && second < 2100 && line.any(stop, &["赛季", "学年"]).is_some() => {
            (stop, |_, _, value| Point::new(Year::Of(value.cast_signed()), Part::Whole))
        }
        _ => return None,
    };
    let year = if line.at(stop) == '年' { Year::Unsaid } else { year };
    Some((end, (make(year, month, first), Some(make(year, month, second)))))
}

/// One point: a year, month, day, quarter, week, with a part of the day and a clock time if they follow.
pub(crate) fn point(line: &Line, i: usize) -> Option<(usize, Point)> {
    let (end, mut point) = digits::iso(line, i)
        .or_else(|| digits::slashed(line, i))
        .or_else(|| digits::dotted(line, i))
        .or_else(|| year::of_reign(line, i))
        .or_else(|| dated(line, i))
        .or_else(|| relative::read(line, i))
        .or_else(|| clock_only(line, i))?;
    let is_day = matches!(point.part, Part::Day(..) | Part::DayFrom(_) | Part::AfterSaid(_) | Part::Weekday(..));
    if !is_day || point.clock.is_some() {
        return Some((end, point));
    }
    let at = line.skip_spaces(end);
    // 昨晚8点: the day ends with the part of the day that the hour belongs to.
    let part = if matches!(line.before(end), '晚' | '夜') { end - 1 } else { at };
    if let Some((stop, time)) = clock::read(line, part, true).or_else(|| clock::read(line, at, true)) {
        point.clock = Some(time);
        return Some((stop, point));
    }
    Some((clock::day_part(line, at).map_or(end, |(stop, _)| stop), point))
}

/// 2023年8月30日, 今年上半年, 8月, 31日, 三季度.
fn dated(line: &Line, i: usize) -> Option<(usize, Point)> {
    let said = year::year(line, i);
    let (after, year) = said.map_or((i, Year::Unsaid), |(end, year)| (end, year));
    let mut at = line.skip_spaces(after);
    if said.is_some() && line.at(at) == '的' {
        at += 1;
    }
    let part = of_year(line, at, said.is_some());
    // 康熙三年五月: a month of another calendar.
    let foreign = said.is_none() && line.before(i) == '年';
    match (said, part) {
        (None, Some((end, _))) if foreign => {
            let day = small(line, end).filter(|&(_, day)| day <= 30).map(|(end, _)| end);
            Some((day.unwrap_or(end), Point::new(year, Part::Open)))
        }
        (_, Some((end, part))) => Some((end, Point::new(year, part))),
        (Some(_), None) => Some((after, Point::new(year, Part::Whole))),
        (None, None) => {
            day_only(line, i).map(|(end, day)| (end, Point::new(Year::Unsaid, Part::Day(Month::Unsaid, day))))
        }
    }
}

/// What of a year begins at `i`.
fn of_year(line: &Line, i: usize, after_year: bool) -> Option<(usize, Part)> {
    if let Some((end, month)) = month(line, i) {
        return Some(of_month(line, end, Month::Of(month)));
    }
    if let Some((end, part)) = period(line, i, after_year) {
        return Some((end, part));
    }
    if !after_year {
        return None;
    }
    if let Some(found) =
        line.any(i, SEASONS).map(|length| (i + length, Part::Whole)).or_else(|| relative::edge(line, i))
    {
        return Some(found);
    }
    let ends = [
        ("年初", Part::Start),
        ("年底", Part::End),
        ("年末", Part::End),
        ("初", Part::Start),
        ("底", Part::End),
        ("末", Part::End),
    ];
    let (words, part) = ends.into_iter().find(|(words, _)| line.has(i, words))?;
    (!(words == "初" && line.at(i + 1) == '中')).then_some((i + words.chars().count(), part))
}

/// Seasons of a year, which resolve to it.
const SEASONS: &[&str] = &["春天", "夏天", "秋天", "冬天", "春季", "夏季", "秋季", "冬季"];

/// 上半年, 三季度, 第三季度, 前三季度, 前8个月, Q3.
fn period(line: &Line, i: usize, after_year: bool) -> Option<(usize, Part)> {
    let halves = [("上半年", 1), ("下半年", 2), ("前半年", 1), ("后半年", 2)];
    if let Some((words, half)) = halves.into_iter().find(|(words, _)| line.has(i, words)) {
        return Some((i + words.chars().count(), Part::Half(half)));
    }
    if matches!(line.at(i), 'Q' | 'H')
        && ('1'..='4').contains(&line.at(i + 1))
        && !line.at(i + 2).is_ascii_alphanumeric()
    {
        let n = line.at(i + 1).to_digit(10)?;
        return (line.at(i) == 'Q' || n < 3)
            .then_some((i + 2, if line.at(i) == 'Q' { Part::Quarter(n) } else { Part::Half(n) }));
    }
    let leading = matches!(line.at(i), '前' | '首')
        && (after_year || !is_han(line.before(i)) || !among("此之以日目年提向天面跟月眼生当史", line.before(i)));
    let ordinal = line.at(i) == '第';
    let (end, n) = small(line, i + usize::from(leading || ordinal))?;
    let at = line.skip_spaces(end);
    if (1..=4).contains(&n) && line.has(at, "季度") {
        return Some(if leading && n > 1 {
            (at + 2, Part::Quarters(n))
        } else if line.at(at + 2) == '末' {
            (at + 3, Part::QuarterEnd(n))
        } else {
            (at + 2, Part::Quarter(n))
        });
    }
    if (1..=4).contains(&n) && line.at(at) == '季' && (leading || ordinal) && is_quarter(line, i, at) {
        return Some((at + 1, if leading && n > 1 { Part::Quarters(n) } else { Part::Quarter(n) }));
    }
    let months = line.any(at, &["个月", "月"])?;
    if ordinal && after_year && months == 2 && (1..=12).contains(&n) {
        return Some((at + months, Part::Month(Month::Of(n))));
    }
    (leading && (1..=12).contains(&n) && !(line.at(at + months) == '份' && months == 2))
        .then_some((at + months, Part::Months(n)))
}

/// Whether 第3季 is a quarter, as Taiwan writes it, rather than a season of a programme.
fn is_quarter(line: &Line, i: usize, at: usize) -> bool {
    let around = line.words(line.clause_start(i, "。;"), line.clause_end(at, "。;"));
    let shown = matches!(line.before(i), '》' | '”' | '」') || has_cue("season", &around);
    !shown && !matches!(line.at(at + 1), '节' | '赛' | '候' | '风' | '军')
}

/// A day of an unsaid month: 31日, but not 3日内 or 连续5日.
fn day_only(line: &Line, i: usize) -> Option<(usize, u32)> {
    let (end, day) = small(line, i).filter(|&(_, day)| (1..=31).contains(&day))?;
    let at = line.skip_spaces(end);
    let after = line.at(at + 1);
    if end == i + 1 && line.at(i) == '一' && among("前后上下次同某", line.before(i)) && i > 0 {
        return None;
    }
    let duration = line
        .any(
            at + 1,
            &["年化", "内", "以内", "之内", "之间", "游", "均", "线", "元", "本", "龄", "连", "无", "后复", "行情"],
        )
        .is_some()
        || last_cue("duration", line.words(i.saturating_sub(3), i).trim_end()).is_some()
            && line.before(i) != '后'
            && line.before(i) != '前'
        || matches!(line.before(i), '第' | '每' | '数' | '这' | '某' | '几');
    if line.at(at) == '号' {
        let bounded = matches!(after, '前' | '起' | '至');
        let number = is_han(line.before(i)) && !among("在于到至从本月、的，", line.before(i));
        return (clock::day_part(line, at + 1).is_some() || bounded && !number).then_some((at + 1, day));
    }
    let word =
        crate::lexicon::tables::HOMOGRAPHS.get("日").is_some_and(|next| among(next, after) && at + 1 < line.len());
    // 12日|报告, but 每3|日报
    let verb = line.any(at + 1, &["报告", "报道", "报警", "报名", "报案", "记者", "前往", "前来"]).is_some();
    (line.at(at) == '日' && !duration && (!word || verb)).then_some((at + 1, day))
}

/// A time of day with its day elsewhere.
fn clock_only(line: &Line, i: usize) -> Option<(usize, Point)> {
    if line.before(i).is_ascii_digit() || matches!(line.before(i), ':' | '第') {
        return None;
    }
    let (end, time) = clock::read(line, i, false)?;
    let before = line.words(line.clause_start(i, "。;"), i);
    let clause = line.words(line.clause_start(i, ",。;"), i);
    let recurring = has_cue("recurring", &clause) || has_cue("recurring", &before) && before.contains(['至']);
    Some((end, Point { clock: Some(time), recurring, ..Point::new(Year::Unsaid, Part::Clock) }))
}
