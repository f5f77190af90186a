//! The year of what is said without one: the last such month, or the next where the text looks ahead.

use super::{EXPECTED, Resolver, SOON};
use crate::calendar::Date;
use crate::time::point::{Month, Year};
use crate::time::tense::Tense;

impl Resolver {
    /// The year that is said, or else the base's.
    pub(super) fn year_of(&self, year: Year) -> Option<i32> {
        match year {
            Year::Of(year) => Some(year),
            Year::From(offset) => Some(self.base?.year + offset),
            Year::Unsaid => Some(self.base?.year),
        }
    }

    /// Year and month of a month.
    pub(super) fn month_of(&self, year: Year, month: Month, tense: Tense) -> Option<(i32, u32)> {
        match month {
            Month::Of(month) if self.begins_soon(year, month, tense) => Some((self.base?.year, month)),
            Month::Of(month) => Some((self.quarter_year(year, month, tense)?, month)),
            Month::From(months) => self.base?.plus_months(months).map(|date| (date.year, date.month)),
            Month::Unsaid => self.base.map(|base| (base.year, base.month)),
        }
    }

    /// Whether the next such month begins so soon that it needs no word of the future: 10月中旬举行 said in September.
    fn begins_soon(&self, year: Year, month: u32, tense: Tense) -> bool {
        let unsaid = year == Year::Unsaid && self.said.is_none() && tense == Tense::Past;
        let first = |base: Date| Date::new(base.year, month, 1).map(|first| first.days() - base.days());
        unsaid && self.base.and_then(first).is_some_and(|ahead| (1..=SOON).contains(&ahead))
    }

    /// The year of a month or of a period that ends with `month`: the last one, or the next where the text looks ahead.
    pub(super) fn quarter_year(&self, year: Year, month: u32, tense: Tense) -> Option<i32> {
        if year != Year::Unsaid {
            return self.year_of(year);
        }
        if let Some((year, _)) = self.said {
            return Some(year);
        }
        let base = self.base?;
        let ahead = month > base.month;
        let next = Date::new(base.year + 1, month, 1).map(|first| first.days() - base.days());
        Some(match tense {
            Tense::Past | Tense::Done if ahead => base.year - 1,
            Tense::Certain if month < base.month => base.year + 1,
            Tense::Future if month < base.month && next.is_some_and(|days| days <= EXPECTED) => base.year + 1,
            _ => base.year,
        })
    }

    /// The half of the base's year, or the last one.
    pub(super) fn half_year(&self, year: Year, half: u32, tense: Tense) -> Option<i32> {
        if year == Year::Unsaid && self.said.is_none() {
            let base = self.base?;
            let ahead = half == 2 && base.month <= 6;
            return Some(if ahead && tense.looks_back() { base.year - 1 } else { base.year });
        }
        self.quarter_year(year, half * 6, tense)
    }
}
