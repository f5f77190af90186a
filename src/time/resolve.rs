//! Time expressions → ISO 8601, against the day of publication and the dates said before. What cannot be resolved is none.

mod period;
mod year;

use super::point::{Moment, Month, Part, Point, Third, Unit, Until, Year};
use super::tense::Tense;
use super::{TimeExpression, TimeKind};
use crate::calendar::{Date, days_in};
use crate::numeral::line::Line;

/// Resolves the times of one text in their order.
pub(crate) struct Resolver {
    base: Option<Date>,
    /// The day said last, for clock times that follow it.
    last_day: Option<Date>,
    /// The day that 次日 follows, with the count of the sentence that says it; another 次日 leaves it open.
    next_of: Option<(Date, usize)>,
    /// How many sentences were resolved.
    sentences: usize,
    /// Year and month said last in the same sentence.
    said: Option<(i32, Option<u32>)>,
    /// What the sentence is about: its first time.
    subject: Option<Subject>,
}

/// The time that a sentence is about.
#[derive(Clone, Copy)]
struct Subject {
    year: i32,
    /// If it is a month or a part of one.
    month: Option<u32>,
    /// If it is a quarter, its last month.
    quarter: Option<u32>,
}

impl Resolver {
    /// Against `base`, the day of publication.
    pub(crate) fn new(base: Option<Date>) -> Self {
        Self { base, last_day: None, next_of: None, sentences: 0, said: None, subject: None }
    }

    /// Resolves the `moments` of one sentence.
    pub(crate) fn sentence(
        &mut self,
        text: &str,
        sentence: Option<usize>,
        line: &Line,
        moments: &[Moment],
        times: &mut Vec<TimeExpression>,
    ) {
        (self.said, self.subject) = (None, None);
        self.sentences += 1;
        let mut read = 0;
        for moment in moments {
            let span = line.span(moment.start, moment.end);
            // What was quoted is not what the words after it are about.
            if (read..moment.start).any(|i| line.any(i, &["”", "」"]).is_some()) {
                self.subject = None;
            }
            read = moment.end;
            let ends = self.compared(line, moment);
            let relative = line.any(moment.start, &["上年", "上月"]).is_some()
                || matches!(moment.first.part, Part::QuarterFrom(_) | Part::HalfFrom(_));
            self.subject = self.subject.or_else(|| subject(moment, ends.as_ref().filter(|_| !relative)?));
            let clock = moment.first.clock.is_some();
            let lasts = matches!(moment.first.part, Part::Span(..) | Part::Years(..) | Part::Week(_));
            let kind = match (&moment.until, ends.as_ref()) {
                (_, Some((a, b))) if a != b => TimeKind::Period,
                (Until::Itself, _) if clock => TimeKind::Time,
                (Until::Itself, _) if !lasts => TimeKind::Date,
                _ => TimeKind::Period,
            };
            let single = ends.as_ref().is_some_and(|(a, b)| a == b);
            let range = ends.clone().filter(|_| !single).map(|(a, b)| [a, b]);
            let value = ends.filter(|_| single).map(|(a, _)| a);
            times.push(TimeExpression {
                start: span.start,
                end: span.end,
                text: span.of(text).to_owned(),
                kind,
                value,
                range,
                sentence,
            });
        }
    }

    /// 上年 and 上月 are those before what the sentence is about: 2021年…较上年增长 means 2020.
    fn compared(&mut self, line: &Line, moment: &Moment) -> Option<(String, String)> {
        let base = self.base;
        let month = self.subject.and_then(|s| {
            // 较上季度 is the one before what is told; 本季度 and 上季度 alone are told from the day of publication.
            let than = matches!(line.before(moment.start), '比' | '较');
            let quarterly = than && moment.first.part == Part::QuarterFrom(-1);
            let of_year = line.has(moment.start, "上年").then_some(12);
            of_year
                .or(s.month.filter(|_| line.has(moment.start, "上月")))
                .or(s.quarter.or(s.month).filter(|_| quarterly))
        });
        if let Some((subject, month)) = self.subject.zip(month) {
            self.base = Date::new(subject.year, month, 1).or(base);
        }
        let ends = self.resolve(line, moment);
        self.base = base;
        ends
    }

    fn resolve(&mut self, line: &Line, moment: &Moment) -> Option<(String, String)> {
        let tense = Tense::of(line, moment);
        let first = self.point(&self.dated_by_end(moment, tense), tense)?;
        match &moment.until {
            Until::Itself => Some(first),
            Until::Now => Some((
                first.0.get(..4).filter(|_| first.0.len() == 4).map_or(first.0.clone(), |year| format!("{year}-01-01")),
                self.base?.to_string(),
            )),
            Until::Point(last) => {
                let last = self.completed(&moment.first, last);
                let last = self.point(&last, tense)?;
                (first.0.as_str() <= last.1.as_str()).then_some((first.0, last.1))
            }
        }
    }

    /// The first end, in the year of the last one: 1—11月 said in January ended in the year before.
    fn dated_by_end(&self, moment: &Moment, tense: Tense) -> Point {
        let mut first = moment.first.clone();
        if let (Part::Month(Month::Of(a)), Until::Point(Point { part: Part::Month(Month::Of(b)), .. })) =
            (first.part, &moment.until)
            && first.year == Year::Unsaid
            && a < *b
        {
            first.year = self.quarter_year(Year::Unsaid, *b, tense).map_or(Year::Unsaid, Year::Of);
        }
        first
    }

    /// The second end with what it takes over from the first.
    fn completed(&self, first: &Point, last: &Point) -> Point {
        let mut last = last.clone();
        if last.year == Year::Unsaid {
            last.year = first.year;
            let month_of = |part: Part| match part {
                Part::Day(Month::Of(m), _) | Part::Month(Month::Of(m)) => Some(m),
                _ => None,
            };
            // 10月至次年3月 written as 10月至3月
            if let (Some(a), Some(b)) = (month_of(first.part), month_of(last.part)) {
                let year = self.said.map(|(year, _)| year);
                last.year =
                    if b < a { year.map_or(last.year, |y| Year::Of(y + 1)) } else { year.map_or(last.year, Year::Of) };
            }
        }
        if let (Part::Day(month, from), Part::Day(Month::Unsaid, to)) = (first.part, last.part) {
            last.part = Part::Day(if to >= from && month != Month::Unsaid { month } else { Month::Unsaid }, to);
        }
        last
    }

    /// Both ends of one point; equal for a single date.
    fn point(&mut self, point: &Point, tense: Tense) -> Option<(String, String)> {
        if let (Part::Clock, Some(clock)) = (point.part, point.clock) {
            if point.recurring {
                return Some(same(time_of(clock)));
            }
            let day = self.last_day.or(self.base)?;
            return Some(same(format!("{day}T{}", time_of(clock))));
        }
        if let Some(day) = self.day(point, tense) {
            let day = day?;
            self.last_day = Some(day);
            self.next_of = Some((day, self.sentences)).filter(|_| !matches!(point.part, Part::AfterSaid(_)));
            if point.year != Year::Unsaid || matches!(point.part, Part::Day(Month::Of(_), _)) {
                self.said = Some((day.year, Some(day.month)));
            }
            return Some(same(point.clock.map_or(day.to_string(), |clock| format!("{day}T{}", time_of(clock)))));
        }
        self.period(point, tense)
    }

    /// The day, for points that are one; `Some(None)` where it cannot be resolved.
    fn day(&self, point: &Point, tense: Tense) -> Option<Option<Date>> {
        Some(match point.part {
            Part::Day(month, day) => self.day_of(point.year, month, day, tense),
            Part::DayFrom(days) => self.base.and_then(|base| base.plus_days(days)),
            Part::AfterSaid(days) => self
                .next_of
                .filter(|&(_, sentence)| self.sentences - sentence <= 1)
                .and_then(|(last, _)| last.plus_days(days)),
            Part::Weekday(weeks, day) => self.weekday(weeks, day, tense),
            Part::Ago(n, Unit::Day) => self.base.and_then(|base| base.plus_days(-n)),
            Part::Third(month, Third::End) => {
                self.month_of(point.year, month, tense).and_then(|(y, m)| Date::new(y, m, days_in(y, m)))
            }
            Part::End => self.year_of(point.year).and_then(|year| Date::new(year, 12, 31)),
            Part::QuarterEnd(n) => self
                .quarter_year(point.year, n * 3, tense)
                .and_then(|year| Date::new(year, n * 3, days_in(year, n * 3))),
            _ => return None,
        })
    }

    fn day_of(&self, year: Year, month: Month, day: u32, tense: Tense) -> Option<Date> {
        match (year, month) {
            (Year::Of(_) | Year::From(_), Month::Of(month)) => Date::new(self.year_of(year)?, month, day),
            (_, Month::Of(month)) => self.nearest(month, day, tense),
            (_, Month::From(months)) => {
                let there = self.base?.plus_months(months)?;
                Date::new(there.year, there.month, day)
            }
            (_, Month::Unsaid) => self.day_of_month(day, tense),
        }
    }

    /// Month and day without a year: the last one, or the next one where the text looks ahead.
    fn nearest(&self, month: u32, day: u32, tense: Tense) -> Option<Date> {
        let inherited = self.said.filter(|&(_, said)| said.is_some()).and_then(|(year, _)| Date::new(year, month, day));
        let base = match self.base {
            Some(base) => base,
            None => return inherited,
        };
        if let Some(date) = inherited.filter(|&date| date <= base || !tense.looks_back()) {
            return Some(date);
        }
        let this = Date::new(base.year, month, day);
        let Some(this) = this else {
            // 29 February: the last leap year.
            return (1..8).find_map(|back| Date::new(base.year - back, month, day));
        };
        let ahead = this.days() - base.days();
        let near = |next: &Date| next.days() - base.days() <= EXPECTED;
        match tense {
            Tense::Certain if ahead < -SOON => Date::new(base.year + 1, month, day),
            Tense::Future if ahead < 0 => Date::new(base.year + 1, month, day).filter(near).or(Some(this)),
            Tense::Past if ahead > SOON => Date::new(base.year - 1, month, day),
            Tense::Done if ahead > SLIP => Date::new(base.year - 1, month, day),
            _ => Some(this),
        }
    }

    /// A day without a month: of the month said last, else of the base's.
    fn day_of_month(&self, day: u32, tense: Tense) -> Option<Date> {
        if let Some((year, Some(month))) = self.said {
            let there = Date::new(year, month, day);
            return if there.is_some_and(|date| self.last_day.is_none_or(|last| date >= last)) {
                there
            } else {
                Date::new(year, month, 1)?
                    .plus_months(i64::from(!tense.looks_back()))
                    .and_then(|next| Date::new(next.year, next.month, day))
            };
        }
        let base = self.base?;
        let this = Date::new(base.year, base.month, day);
        match this {
            Some(this) if this > base && tense.looks_back() && this.days() - base.days() > 2 => {
                base.plus_months(-1).and_then(|last| Date::new(last.year, last.month, day)).or(Some(this))
            }
            Some(this) => Some(this),
            None => base.plus_months(-1).and_then(|last| Date::new(last.year, last.month, day)),
        }
    }

    fn weekday(&self, weeks: Option<i64>, day: u32, tense: Tense) -> Option<Date> {
        let base = self.base?;
        let monday = base.plus_days(1 - i64::from(base.weekday()))?;
        let there = monday.plus_days(weeks.unwrap_or(0) * 7 + i64::from(day) - 1)?;
        match (weeks, tense) {
            (None, Tense::Past | Tense::Done) if there > base => there.plus_days(-7),
            (None, Tense::Future | Tense::Certain) if there < base => there.plus_days(7),
            _ => Some(there),
        }
    }
}

/// The year of a moment that has one, and its month or quarter if it is no longer than that.
fn subject(moment: &Moment, ends: &(String, String)) -> Option<Subject> {
    let year = ends.1.get(..4)?.parse().ok()?;
    let number = |from: usize| ends.1.get(from..7).and_then(|n| n.parse::<u32>().ok());
    let month = number(5).filter(|_| matches!(moment.first.part, Part::Month(_) | Part::Third(..)));
    let quarter = number(6).map(|n| n * 3).filter(|_| matches!(moment.first.part, Part::Quarter(_)));
    let plain = !matches!(moment.first.part, Part::Span(..) | Part::Years(..) | Part::Clock | Part::Ago(..));
    plain.then_some(Subject { year, month, quarter })
}

/// A date up to so many days ahead needs no word of the future.
const SOON: i64 = 45;
/// What is expected for a month or day gone by is for that of next year, where it is at most so many days ahead.
const EXPECTED: i64 = 120;
/// A page may be dated some days before what it tells of as done.
const SLIP: i64 = 7;

fn same(value: String) -> (String, String) {
    (value.clone(), value)
}

fn time_of((hour, minute): (u32, u32)) -> String {
    format!("{hour:02}:{minute:02}")
}
