//! Points that are no day: years, halves, quarters, months and their thirds, weeks, spans.

use super::{Resolver, same};
use crate::calendar::days_in;
use crate::time::point::{Part, Point, Third, Unit};
use crate::time::tense::Tense;

impl Resolver {
    /// Both ends of a point that is no day.
    pub(super) fn period(&mut self, point: &Point, tense: Tense) -> Option<(String, String)> {
        let year = point.year;
        match point.part {
            Part::Whole => {
                let year = self.year_of(year)?;
                // A bare year is mostly a base of comparison, so that months after it do not take it over.
                Some(same(format!("{year:04}")))
            }
            Part::Month(month) => {
                let (year, month) = self.month_of(year, month, tense)?;
                self.said = Some((year, Some(month)));
                Some(same(format!("{year:04}-{month:02}")))
            }
            Part::Third(month, third) => {
                let (year, month) = self.month_of(year, month, tense)?;
                Some(third_of(year, month, third))
            }
            Part::Half(n) => Some(same(format!("{:04}-H{n}", self.half_year(year, n, tense)?))),
            Part::Quarter(n) => Some(same(format!("{:04}-Q{n}", self.quarter_year(year, n * 3 - 2, tense)?))),
            Part::Quarters(n) => {
                self.quarter_year(year, n * 3, tense).map(|y| (format!("{y:04}-01"), format!("{y:04}-{:02}", n * 3)))
            }
            Part::Months(n) => {
                self.quarter_year(year, n, tense).map(|y| (format!("{y:04}-01"), format!("{y:04}-{n:02}")))
            }
            Part::Start => self.year_of(year).map(|year| same(format!("{year:04}-01"))),
            Part::Years(first, last) => Some((format!("{first:04}"), format!("{last:04}"))),
            Part::Week(weeks) => {
                let base = self.base?;
                let monday = base.plus_days(weeks * 7 + 1 - i64::from(base.weekday()))?;
                Some((monday.to_string(), monday.plus_days(6)?.to_string()))
            }
            Part::QuarterFrom(quarters) => {
                let there = self.base?.plus_months(3 * quarters)?;
                Some(same(format!("{:04}-Q{}", there.year, there.month.div_ceil(3))))
            }
            Part::HalfFrom(halves) => {
                let there = self.base?.plus_months(6 * halves)?;
                Some(same(format!("{:04}-H{}", there.year, there.month.div_ceil(6))))
            }
            Part::Ago(n, unit) => self.ago(n, unit),
            Part::Span(n, unit) => self.span(n, unit),
            _ => None,
        }
    }

    fn ago(&self, n: i64, unit: Unit) -> Option<(String, String)> {
        let base = self.base?;
        match unit {
            Unit::Year => base.plus_months(-12 * n).map(|date| same(format!("{:04}", date.year))),
            Unit::Month => base.plus_months(-n).map(|date| same(format!("{:04}-{:02}", date.year, date.month))),
            Unit::Week => base.plus_days(-7 * n).map(|date| same(date.to_string())),
            Unit::Day | Unit::Hour => None,
        }
    }

    fn span(&self, n: i64, unit: Unit) -> Option<(String, String)> {
        let base = self.base?;
        let there = match unit {
            Unit::Year => base.plus_months(-12 * n),
            Unit::Month => base.plus_months(-n),
            Unit::Week => base.plus_days(-7 * n),
            Unit::Day => base.plus_days(-n),
            Unit::Hour => None,
        }?;
        Some(if n > 0 { (there.to_string(), base.to_string()) } else { (base.to_string(), there.to_string()) })
    }
}

fn third_of(year: i32, month: u32, third: Third) -> (String, String) {
    let day = |day: u32| format!("{year:04}-{month:02}-{day:02}");
    match third {
        Third::Start => same(format!("{year:04}-{month:02}")),
        Third::First => (day(1), day(10)),
        Third::Second => (day(11), day(20)),
        Third::Last => (day(21), day(days_in(year, month))),
        Third::End => same(day(days_in(year, month))),
    }
}
