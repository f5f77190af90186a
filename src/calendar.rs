//! Days of the proleptic Gregorian calendar, as ISO 8601 writes them.

use std::fmt;

/// A day that exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// 1 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

impl Date {
    /// The day, if the calendar has it and its year has at most four digits.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, nothing else.
    pub fn parse_iso(s: &str) -> Option<Self> {
        let mut parts = s.split('-');
        let mut field = |digits: usize| {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok())?
        };
        let (year, month, day) = (field(4)?, field(2)?, field(2)?);
        if parts.next().is_some() {
            return None;
        }
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// The day `days` later (earlier if negative), if it has a four-digit year.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        from_days(self.days().checked_add(days)?)
    }

    /// The same day of the month `months` later, or that month's last day.
    pub fn plus_months(self, months: i64) -> Option<Self> {
        let index = i64::from(self.year) * 12 + i64::from(self.month) - 1;
        let index = index.checked_add(months)?;
        let year = i32::try_from(index.div_euclid(12)).ok()?;
        let month = u32::try_from(index.rem_euclid(12)).ok()? + 1;
        Self::new(year, month, self.day.min(days_in(year, month)))
    }

    /// Monday is 1, Sunday is 7.
    pub fn weekday(self) -> u32 {
        // 1970-01-01 was a Thursday.
        ((self.days() + 3).rem_euclid(7) + 1) as u32
    }

    /// Days since 1970-01-01 (Howard Hinnant's `days_from_civil`, chrono-compatible low-level date algorithms).
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((i64::from(self.month) + 9) % 12) + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Days of `month` (1 to 12) in `year`.
pub fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Hinnant's `civil_from_days`.
fn from_days(days: i64) -> Option<Date> {
    let shifted = days.checked_add(719_468)?;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date::new(i32::try_from(year).ok()?, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_both_ways() {
        for days in (-700_000..2_000_000).step_by(37) {
            let Some(date) = from_days(days) else { continue };
            assert_eq!(date.days(), days, "{date}");
        }
        assert_eq!(Date::new(1970, 1, 1).map(Date::days), Some(0));
    }

    #[test]
    fn steps_stay_in_the_calendar() {
        let date = |s| Date::parse_iso(s).unwrap();
        assert_eq!(date("2024-01-31").plus_months(1), Some(date("2024-02-29")));
        assert_eq!(date("2023-03-01").plus_days(-1), Some(date("2023-02-28")));
        assert_eq!(date("2023-01-15").plus_months(-1), Some(date("2022-12-15")));
        assert_eq!(date("9999-12-31").plus_days(1), None);
        assert_eq!(date("2023-08-31").weekday(), 4);
    }

    #[test]
    fn only_iso_days_are_read() {
        for wrong in ["2023-8-31", "2023-02-29", "2023-13-01", "20230831", "2023-08-31T00:00", "0000-01-01", "", "一"]
        {
            assert_eq!(Date::parse_iso(wrong), None, "{wrong}");
        }
    }
}
