//! Dates and clock times as pages stamp them: `2023-08-31 17:52`, `2023年8月31日`, `08月31日 17:52`, `10-08 12:00`,
//! `二〇一九年八月二十七日`, `Jun 12, 2024`.

use crate::among::among;
use crate::lexicon::tables::structure;
use crate::span::Span;

/// A date in a line, perhaps with a time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// Its place in the line.
    pub(super) span: Span,
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
    /// Hour and minute.
    pub(super) time: Option<(u32, u32)>,
    /// Written with signs (`2023-08-31`) rather than as a sentence would (`2023年8月31日`).
    pub(super) by_machine: bool,
}

/// Whether the line gives a time as a distance from now: `3小时前`, `昨天`, `今天 10:11`.
pub(super) fn is_relative(line: &str) -> bool {
    let line = line.strip_prefix("原创").unwrap_or(line).trim();
    let words = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ':' || c == ' ');
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let distance =
        ["秒前", "分钟前", "小时前", "天前", "周前", "个月前", "月前", "年前"].contains(&after) && after != line;
    matches!(words, "昨天" | "前天" | "今天" | "刚刚" | "昨日" | "今日") || distance
}

/// Every stamp of `line`, in order.
pub(super) fn find(line: &str) -> Vec<Stamp> {
    let mut stamps = Vec::new();
    let mut end = 0;
    let mut after_digit = false;
    for (at, c) in line.char_indices() {
        if at < end {
            continue;
        }
        let digit = is_digit(c);
        let starts = !after_digit && (digit || c.is_ascii_uppercase());
        after_digit = digit || c.is_ascii_alphabetic();
        if let Some((stamp, next)) = starts.then(|| Cursor { line, at }.stamp()).flatten() {
            stamps.push(stamp);
            end = next.at;
            after_digit = false;
        }
    }
    stamps
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || han_digit(c).is_some()
}

#[derive(Clone, Copy)]
struct Cursor<'t> {
    line: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    fn peek(self) -> Option<char> {
        self.line.get(self.at..)?.chars().next()
    }

    /// Skips `c` if it is next.
    fn skip(self, accept: impl Fn(char) -> bool) -> Option<Self> {
        let c = self.peek().filter(|&c| accept(c))?;
        Some(Self { at: self.at + c.len_utf8(), ..self })
    }

    fn skip_spaces(mut self) -> Self {
        while let Some(next) = self.skip(|c| c == ' ') {
            self = next;
        }
        self
    }

    /// A number of at most `most` ASCII digits.
    fn number(mut self, most: usize) -> Option<(u32, usize, Self)> {
        let (mut value, mut digits) = (0, 0);
        while digits < most
            && let Some(d) = self.peek().and_then(|c| c.to_digit(10))
        {
            value = value * 10 + d;
            digits += 1;
            self.at += 1;
        }
        (digits > 0).then_some((value, digits, self))
    }

    fn stamp(self) -> Option<(Stamp, Self)> {
        let (year, month, day, end) = self
            .full_date()
            .or_else(|| self.han_date())
            .or_else(|| self.month_day())
            .or_else(|| self.english_date())?;
        let (time, end) = match end.time() {
            Some((time, end)) => (Some(time), end),
            None => (None, end),
        };
        let valid = (1..=12).contains(&month) && (1..=31).contains(&day);
        let span = Span::new(self.at, end.at);
        let by_machine = !span.of(self.line).contains(['月']);
        let stamp = Stamp { span, year, month, day, time, by_machine };
        valid.then_some((stamp, end))
    }

    /// `2023-08-31`, `2023年8月31日`, `18-03-08`.
    fn full_date(self) -> Option<(Option<i32>, u32, u32, Self)> {
        let (year, digits, next) = self.number(4)?;
        let year = match digits {
            4 if (1900..2100).contains(&year) => year,
            2 if year >= 10 => 2000 + year,
            _ => return None,
        };
        if let Some((month, day, next)) = next.parted_day().filter(|_| digits == 4) {
            return Some((i32::try_from(year).ok(), month, day, next));
        }
        let next = next.skip_spaces();
        let separator = next.peek().filter(|c| among("-/.年", *c))?;
        if digits == 2 && separator != '-' {
            return None;
        }
        let (month, _, next) = next.skip(|_| true)?.skip_spaces().number(2)?;
        let next = next.skip_spaces().skip(|c| c == separator || (separator == '年' && c == '月'))?;
        let (day, day_digits, next) = next.skip_spaces().number(2)?;
        if digits == 2 && day_digits != 2 && next.time().is_none() {
            return None;
        }
        let next = next.skip(|c| matches!(c, '日' | '号')).unwrap_or(next);
        Some((i32::try_from(year).ok(), month, day, next))
    }

    /// The `03/12` of `2026 03/12 09:41`, as pages set the year apart; a time of day follows.
    fn parted_day(self) -> Option<(u32, u32, Self)> {
        let (month, month_digits, next) = self.skip(|c| c == ' ')?.skip_spaces().number(2)?;
        let (day, day_digits, next) = next.skip(|c| c == '/')?.number(2)?;
        (month_digits == 2 && day_digits == 2 && next.time().is_some()).then_some((month, day, next))
    }

    /// `8月31日`; `08-31` and `08/31` where a time of day follows.
    fn month_day(self) -> Option<(Option<i32>, u32, u32, Self)> {
        let (month, digits, next) = self.number(2)?;
        let next = next.skip_spaces();
        if let Some(next) = next.skip(|c| c == '月') {
            let (day, _, next) = next.skip_spaces().number(2)?;
            let next = next.skip_spaces().skip(|c| matches!(c, '日' | '号'))?;
            return Some((None, month, day, next));
        }
        let next = next.skip(|c| matches!(c, '-' | '/') && digits == 2)?;
        let (day, day_digits, next) = next.number(2)?;
        (day_digits == 2 && next.time().is_some()).then_some((None, month, day, next))
    }

    /// `Jun 12, 2024`, `12 June 2024`.
    fn english_date(self) -> Option<(Option<i32>, u32, u32, Self)> {
        let day = |at: Self| at.number(2).filter(|&(_, _, next)| !next.peek().is_some_and(|c| c.is_ascii_digit()));
        let (month, day, next) = match day(self) {
            Some((day, _, next)) => {
                let (month, next) = next.skip(|c| c == ' ')?.english_month()?;
                (month, day, next)
            }
            None => {
                let (month, next) = self.english_month()?;
                let (day, _, next) = day(next.skip(|c| c == ' ')?)?;
                (month, day, next)
            }
        };
        let next = next.skip(|c| matches!(c, ',' | '，')).unwrap_or(next);
        let (year, digits, next) = next.skip_spaces().number(4)?;
        let year = i32::try_from(year).ok().filter(|year| digits == 4 && (1900..2100).contains(year))?;
        Some((Some(year), month, day, next))
    }

    /// The name of a month, or its first three letters with or without a dot.
    fn english_month(self) -> Option<(u32, Self)> {
        let rest = self.line.get(self.at..)?;
        let word = rest.get(..rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len()))?;
        let place = structure("month").iter().position(|&name| name == word || name.get(..3) == Some(word))?;
        let next = Self { at: self.at + word.len(), ..self };
        Some((u32::try_from(place + 1).ok()?, next.skip(|c| c == '.').unwrap_or(next)))
    }

    /// `二〇一九年八月二十七日`.
    fn han_date(self) -> Option<(Option<i32>, u32, u32, Self)> {
        let mut next = self;
        let mut year = 0;
        for _ in 0..4 {
            let digit = next.peek().and_then(han_digit).filter(|&d| d < 10)?;
            year = year * 10 + i32::try_from(digit).ok()?;
            next = next.skip(|_| true)?;
        }
        let (month, next) = next.skip(|c| c == '年')?.han_number()?;
        let (day, next) = next.skip(|c| c == '月')?.han_number()?;
        Some((Some(year).filter(|y| (1900..2100).contains(y)), month, day, next.skip(|c| c == '日')?))
    }

    /// `八`, `十一`, `二十七`, `三十`.
    fn han_number(mut self) -> Option<(u32, Self)> {
        let (mut value, mut any) = (0, false);
        while let Some(digit) = self.peek().and_then(han_digit) {
            value = match digit {
                10 if value == 0 => 10,
                10 => value * 10,
                _ => value + digit,
            };
            any = true;
            self = self.skip(|_| true)?;
            if value > 60 {
                return None;
            }
        }
        any.then_some((value, self))
    }

    /// `HKT `.
    fn zone(self) -> Option<Self> {
        let capital = |c: char| c.is_ascii_uppercase();
        self.skip(capital)?.skip(capital)?.skip(|c| c == 'T')?.skip(|c| c == ' ')
    }

    /// `17:52`, `17:52:08`, `T17:52`, `17时52分`, perhaps after spaces and the zone that it is the time of (`HKT 14:22`).
    fn time(self) -> Option<((u32, u32), Self)> {
        let next = self.skip_spaces();
        let next = next.zone().unwrap_or(next);
        let next = next.skip(|c| matches!(c, 'T' | '，')).unwrap_or(next).skip_spaces();
        let (hour, _, next) = next.number(2).filter(|&(hour, ..)| hour < 24)?;
        let next = next.skip(|c| matches!(c, ':' | '：' | '时'))?;
        let (minute, _, next) = next.number(2).filter(|&(minute, digits, _)| minute < 60 && digits == 2)?;
        let seconds = next.skip(|c| c == ':').and_then(|n| n.number(2)).map(|(.., n)| n);
        let next = seconds.or_else(|| next.skip(|c| c == '分')).unwrap_or(next);
        Some(((hour, minute), next))
    }
}

fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_read_in_every_common_form() {
        let cases = [
            ("2023-08-31 17:52:10", Some(2023), 8, 31, Some((17, 52))),
            ("2023年8月31日17:52", Some(2023), 8, 31, Some((17, 52))),
            ("2023/8/3", Some(2023), 8, 3, None),
            ("2023.08.31", Some(2023), 8, 31, None),
            ("2023 08/31 17:52:10", Some(2023), 8, 31, Some((17, 52))),
            ("2023-08-31 HKT 17:52", Some(2023), 8, 31, Some((17, 52))),
            ("2023-08-31T17:52", Some(2023), 8, 31, Some((17, 52))),
            ("08月31日 17:52", None, 8, 31, Some((17, 52))),
            ("10-08 12:00", None, 10, 8, Some((12, 0))),
            ("10-0812:00", None, 10, 8, Some((12, 0))),
            ("18-03-0823:16", Some(2018), 3, 8, Some((23, 16))),
            ("24-5-6 10:21", Some(2024), 5, 6, Some((10, 21))),
            ("Jun 12, 2024", Some(2024), 6, 12, None),
            ("September 3, 2024 09:30", Some(2024), 9, 3, Some((9, 30))),
            ("12 Dec. 2023", Some(2023), 12, 12, None),
            ("二〇二〇年七月十八日", Some(2020), 7, 18, None),
            ("二〇一九年十二月三十一日", Some(2019), 12, 31, None),
        ];
        for (line, year, month, day, time) in cases {
            let stamp = find(line).first().copied().unwrap();
            assert_eq!((stamp.year, stamp.month, stamp.day, stamp.time), (year, month, day, time), "{line}");
            assert_eq!(stamp.span, Span::new(0, line.len()), "{line}");
        }
    }

    #[test]
    fn other_numbers_are_no_stamps() {
        for line in [
            "3.5-4.2",
            "10-20",
            "2023年",
            "13月5日",
            "1-2",
            "比分31-28",
            "12:30",
            "2023-13-01",
            "May 2024",
            "24-5-6",
            "2023 03/12",
            "",
        ] {
            assert_eq!(find(line), [], "{line}");
        }
    }
}
