//! What a time expression says, before it is resolved: 去年 as one year before, 三季度 as a quarter of an unsaid year.

/// Characters `start..end` of a line that say when.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Moment {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) first: Point,
    pub(crate) until: Until,
}

/// Where the time ends.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Until {
    /// With itself.
    Itself,
    /// With another point.
    Point(Point),
    /// With the day of publication: 今年以来.
    Now,
}

/// One point of a calendar or clock.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Point {
    pub(crate) year: Year,
    pub(crate) part: Part,
    /// Hour and minute.
    pub(crate) clock: Option<(u32, u32)>,
    /// Whether the clock stands for every day: 工作日9:00.
    pub(crate) recurring: bool,
}

impl Point {
    pub(crate) fn new(year: Year, part: Part) -> Self {
        Self { year, part, clock: None, recurring: false }
    }
}

/// A year, if one is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Year {
    Unsaid,
    Of(i32),
    /// So many years from the base: 去年 is -1.
    From(i32),
}

/// What of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Whole,
    Half(u32),
    Quarter(u32),
    /// 三季度末
    QuarterEnd(u32),
    /// 前三季度
    Quarters(u32),
    /// 前8个月
    Months(u32),
    Month(Month),
    /// 初, 上旬, 中旬, 下旬, 末 of a month.
    Third(Month, Third),
    Day(Month, u32),
    /// 年初
    Start,
    /// 年底
    End,
    /// So many days from the base: 昨天 is -1.
    DayFrom(i64),
    /// A day of a week: weeks from the base's, Monday as 1; nothing for the nearest.
    Weekday(Option<i64>, u32),
    /// A week: 上周 is -1.
    Week(i64),
    /// First and last year: 80年代, 十四五.
    Years(i32, i32),
    /// So many of a unit before the base: 9年前.
    Ago(i64, Unit),
    /// From so many of a unit ago to the base, or from it on if negative: 近三年, 未来五年.
    Span(i64, Unit),
    /// So many quarters from the base's: 上季度 is -1.
    QuarterFrom(i64),
    /// So many halves of a year from the base's: 上个半年 is -1.
    HalfFrom(i64),
    /// So many days after the day said last: 次日 is 1.
    AfterSaid(i64),
    /// A clock time of a day said elsewhere.
    Clock,
    /// Known to be a time, not to be resolved.
    Open,
}

/// A month, if one is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Month {
    Unsaid,
    Of(u32),
    /// 上月 is -1.
    From(i64),
}

/// Part of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Third {
    Start,
    First,
    Second,
    Last,
    End,
}

/// Unit of a distance in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Year,
    Month,
    Week,
    Day,
    /// Hours and less: no clock says what they are counted from.
    Hour,
}
