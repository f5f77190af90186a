//! Numerals → exact values: 1,024, 41.76万亿, 二十一, 一万二, 三五, 数十, 十几万.
//!
//! One pass over the characters with an accumulator as for reading Chinese aloud: a digit waits (`pending`) for its
//! multiplier (十百千), multipliers build a section, scales (万亿兆) close sections. Every sum is kept twice, as a low
//! and a high end, so that juxtaposed digits (三五百) and vague ones (数, 几) need no case of their own.

pub(crate) mod decimal;
pub(crate) mod line;

use crate::lexicon::tables::UNITS;
use decimal::Decimal;
use line::Line;

/// A number as read, before its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    /// Index of the character after it.
    pub(crate) end: usize,
    /// The value, or the low end.
    pub(crate) low: Decimal,
    /// The high end; the same as `low` for a plain number.
    pub(crate) high: Decimal,
    /// 多, 余, 来 inside or right behind it.
    pub(crate) infix: Option<Infix>,
    /// Whether 数 or 几 stands in it.
    pub(crate) vague: bool,
    /// The power of ten of its last scale: 8 for 3.5亿, 0 without one.
    pub(crate) scale: i32,
    /// Whether it is written with digits 0 to 9.
    pub(crate) arabic: bool,
    /// Whether white space or a wrong letter stands inside its digits.
    pub(crate) repaired: bool,
}

/// A bound written inside the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Infix {
    /// 多, 余
    Over,
    /// 来
    About,
}

/// Reads the number that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<Numeral> {
    if chinese_digits_end(line, i) - i > 2 && multiplier(line.at(chinese_digits_end(line, i))).is_none() {
        return None;
    }
    Reader::new(line, i).run()
}

/// Value of a Chinese digit, formal and spoken ones included.
pub(crate) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '两' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Power of ten of 十百千.
pub(crate) fn multiplier(c: char) -> Option<i32> {
    Some(match c {
        '十' | '拾' => 1,
        '百' | '佰' => 2,
        '千' | '仟' => 3,
        _ => return None,
    })
}

/// Power of ten of 万亿兆.
pub(crate) fn scale(c: char) -> Option<i32> {
    Some(match c {
        '万' => 4,
        '亿' => 8,
        '兆' => 12,
        _ => return None,
    })
}

/// Whether a number can begin with, or go on with, `c`.
pub(crate) fn is_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || digit(c).is_some()
        || multiplier(c).is_some()
        || scale(c).is_some()
        || matches!(c, '廿' | '卅')
}

/// Digits with thousands separators and a decimal point: the index after them, and their value.
pub(crate) fn literal(line: &Line, i: usize) -> Option<(usize, Decimal)> {
    let whole = digits_end(line, i);
    if whole == i {
        return None;
    }
    let end = grouped_end(line, i, whole);
    let fraction =
        if line.at(end) == '.' && digits_end(line, end + 1) > end + 1 { digits_end(line, end + 1) } else { end };
    let places = i32::try_from(fraction.saturating_sub(end + 1)).ok()?;
    let value = Decimal::from_digits((i..fraction).filter_map(|j| line.at(j).to_digit(10)), places)?;
    match exponent(line, fraction) {
        Some((end, power)) => Some((end, value.shift(power))),
        None => Some((fraction, value)),
    }
}

/// The power of ten behind a literal, 1.2E5 or 3.5×10^9: the index after it.
fn exponent(line: &Line, i: usize) -> Option<(usize, i32)> {
    let raised = match line.at(i) {
        'E' | 'e' => i + 1,
        '×' if line.has(i + 1, "10^") => i + 4,
        _ => return None,
    };
    let sign = matches!(line.at(raised), '+' | '-' | '−');
    let from = raised + usize::from(sign);
    let end = digits_end(line, from);
    let power = line.words(from, end).parse::<i32>().ok().filter(|_| (1..=2).contains(&(end - from)))?;
    let negative = sign && line.at(raised) != '+';
    (!line.at(end).is_ascii_alphanumeric()).then_some((end, if negative { -power } else { power }))
}

/// The index after the digits that begin at `i`.
pub(crate) fn digits_end(line: &Line, i: usize) -> usize {
    (i..).find(|&j| !line.at(j).is_ascii_digit()).unwrap_or(i)
}

/// The index after the Chinese digits that begin at `i`, looked at as far as numbers reach.
pub(crate) fn chinese_digits_end(line: &Line, i: usize) -> usize {
    (i..i + LONGEST).find(|&j| digit(line.at(j)).is_none()).unwrap_or(i + LONGEST)
}

/// The index after groups of three digits, if the commas from `whole` on can only be thousands separators.
fn grouped_end(line: &Line, start: usize, whole: usize) -> usize {
    if whole - start > 3 || line.at(start) == '0' {
        return whole;
    }
    let mut end = whole;
    while line.at(end) == ',' && digits_end(line, end + 1) == end + 4 {
        end += 4;
    }
    let groups = (end - whole) / 4;
    // 985,211 is a list unless something shows that it counts; 68,000 is not.
    let certain = groups > 1
        || whole - start < 3
        || line.at(end) == '.'
        || UNITS.longest(|j| line.at(j), line.skip_spaces(end)).is_some()
        || scale(line.at(line.skip_spaces(end))).is_some();
    if groups == 0 || !certain { whole } else { end }
}

struct Reader<'l> {
    line: &'l Line,
    start: usize,
    i: usize,
    total: Ends,
    section: Ends,
    pending: Option<Ends>,
    /// Power of ten of the last multiplier or scale read; large before the first.
    last: i32,
    /// Power of ten of the smallest scale read.
    scale: i32,
    /// Whether 零 stands between: then a last digit is a unit, not a tenth of the last multiplier.
    zero: bool,
    any: bool,
    arabic: bool,
    chinese: bool,
    vague: bool,
    infix: Option<Infix>,
    repaired: bool,
}

/// A low and a high end.
#[derive(Clone, Copy, Debug)]
struct Ends(Decimal, Decimal);

impl Ends {
    const ZERO: Self = Self(Decimal::ZERO, Decimal::ZERO);

    fn both(value: Decimal) -> Self {
        Self(value, value)
    }

    fn shift(self, places: i32) -> Self {
        Self(self.0.shift(places), self.1.shift(places))
    }

    fn plus(self, other: Self) -> Option<Self> {
        Some(Self(self.0.plus(other.0)?, self.1.plus(other.1)?))
    }

    fn is_zero(self) -> bool {
        self.0.is_zero() && self.1.is_zero()
    }
}

const UNSET: i32 = 100;
/// Longest numeral in characters: longer ones are not numbers, and reading stays linear.
const LONGEST: usize = 60;

impl<'l> Reader<'l> {
    fn new(line: &'l Line, i: usize) -> Self {
        Self {
            line,
            start: i,
            i,
            total: Ends::ZERO,
            section: Ends::ZERO,
            pending: None,
            last: UNSET,
            scale: 0,
            zero: false,
            any: false,
            arabic: false,
            chinese: false,
            vague: false,
            infix: None,
            repaired: false,
        }
    }

    fn run(mut self) -> Option<Numeral> {
        while self.i - self.start < LONGEST && self.step().is_some() {}
        self.finish()
    }

    /// Takes the next character or literal; nothing when the number ends.
    fn step(&mut self) -> Option<()> {
        let at = self.spaces()?;
        let c = self.line.at(at);
        if c.is_ascii_digit() {
            self.literal(at)
        } else if let Some(value) = digit(c) {
            self.digit(at, value)
        } else if let Some(power) = multiplier(c) {
            self.multiply(at, power)
        } else if let Some(power) = scale(c) {
            self.rescale(at, power)
        } else {
            match c {
                '数' | '几' => self.vague(at, c),
                '多' | '余' | '来' => self.infix(at, c),
                '点' => self.fraction(at),
                '廿' => self.twenty(at, 2),
                '卅' => self.twenty(at, 3),
                'k' => self.thousand(at),
                _ => None,
            }
        }
    }

    /// Passes over spaces where a number may hold them: before a multiplier or scale, or between Chinese numerals.
    fn spaces(&mut self) -> Option<usize> {
        let at = self.line.skip_spaces(self.i);
        if at == self.i {
            return Some(at);
        }
        let c = self.line.at(at);
        let joins = multiplier(c).is_some()
            || scale(c).is_some()
            || (self.chinese && (self.last < UNSET && digit(c).is_some() || c == '点'));
        let after_multiplier = self.last < UNSET && self.pending.is_none();
        let digit_then_multiplier = c.is_ascii_digit() && after_multiplier && {
            let end = digits_end(self.line, at);
            let next = self.line.at(self.line.skip_spaces(end));
            multiplier(next).is_some() || (scale(next).is_some_and(|p| p < self.last))
        };
        if !self.any || !(joins || digit_then_multiplier) {
            return None;
        }
        self.repaired |= self.line.before(self.i) == '万' && c == '亿';
        Some(at)
    }

    fn literal(&mut self, at: usize) -> Option<()> {
        if self.pending.is_some() || self.infix.is_some() {
            return None;
        }
        let (end, value) = literal(self.line, at)?;
        let next = self.line.at(self.line.skip_spaces(end));
        let continues = self.zero || multiplier(next).is_some() || scale(next).is_some_and(|p| p < self.last);
        if self.any && !continues {
            return None;
        }
        self.pending = Some(Ends::both(value));
        self.arabic = true;
        self.take(end)
    }

    fn digit(&mut self, at: usize, value: u32) -> Option<()> {
        if self.arabic && self.pending.is_some() || self.infix.is_some() {
            return None;
        }
        let next = self.line.at(at + 1);
        if value == 0 && self.pending.is_none() && self.any {
            self.zero = true;
            let follows = is_numeral(next) || next == '几';
            return if follows { self.take(at + 1) } else { None };
        }
        if self.pending.is_some() {
            return None;
        }
        let low = Decimal::integer(i128::from(value));
        let second = digit(next).filter(|&second| value > 0 && (second == value + 1 || (value, second) == (3, 5)));
        let after = self.line.at(at + 2);
        // 十五六 and 三五 are two ends; a third digit makes a digit string.
        let joined =
            second.filter(|_| digit(after).is_none() && after != '点' && next != '〇' && self.line.at(at) != '〇');
        let (high, end) = joined.map_or((low, at + 1), |second| (Decimal::integer(i128::from(second)), at + 2));
        if joined.is_none() && digit(next).is_some() && multiplier(after).is_none() && next != '零' && next != '两' {
            return None;
        }
        self.pending = Some(Ends(low, high));
        self.chinese = true;
        self.take(end)
    }

    fn multiply(&mut self, at: usize, power: i32) -> Option<()> {
        if power >= self.last && self.last < 4 || self.infix.is_some() || self.is_unit(at) {
            return None;
        }
        let digit = match self.pending.take() {
            Some(digit) => digit,
            None if self.section.is_zero() && (power == 1 || self.any || self.leads(at)) => {
                Ends::both(Decimal::integer(1))
            }
            None if power == 1 && self.zero => Ends::both(Decimal::integer(1)),
            None => return None,
        };
        self.section = self.section.plus(raised(digit, power)?)?;
        self.last = power;
        self.zero = false;
        self.chinese = true;
        self.take(at + 1)
    }

    fn rescale(&mut self, at: usize, power: i32) -> Option<()> {
        if self.is_unit(at) || (!self.any && !self.leads(at)) || self.scale > 16 {
            return None;
        }
        let none = self.pending.is_none() && self.section.is_zero();
        let part = self.section.plus(self.pending.take().unwrap_or(Ends::ZERO))?;
        if !self.any {
            self.total = Ends::both(Decimal::integer(1)).shift(power);
        } else if none || self.last < UNSET && self.scale > 0 && power > self.scale {
            // 万亿 multiplies; 三万五千亿 closes a larger section.
            self.total = self.total.plus(part)?.shift(power);
        } else {
            self.total = self.total.plus(raised(part, power)?)?;
        }
        self.section = Ends::ZERO;
        self.scale = if none { self.scale + power } else { power };
        self.last = power;
        self.zero = false;
        self.take(at + 1)
    }

    /// 数十, 几千, 十几万.
    fn vague(&mut self, at: usize, c: char) -> Option<()> {
        let next = self.line.at(at + 1);
        let multiplied = multiplier(next).is_some() || scale(next).is_some();
        let after_ten = c == '几' && self.pending.is_none() && (self.last <= 3 || self.zero) && self.infix.is_none();
        let opens =
            !self.any && multiplied && !self.is_unit(at + 1) && (c == '几' || !PREFIXED.contains(self.line.before(at)));
        if self.pending.is_some() || !(opens || after_ten) {
            return None;
        }
        let low = if self.any { 1 } else { 2 };
        self.pending = Some(Ends(Decimal::integer(low), Decimal::integer(9)));
        self.vague = true;
        self.chinese = true;
        self.take(at + 1)
    }

    /// 多, 余 and 来 after a round number and before a scale, a unit or the end.
    fn infix(&mut self, at: usize, c: char) -> Option<()> {
        let next = self.line.at(at + 1);
        let round = self.arabic || self.pending.is_none();
        let unit = UNITS.longest(|j| self.line.at(j), self.line.skip_spaces(at + 1)).is_some();
        let scaled = scale(next).is_some() && !self.is_unit(at + 1);
        let ends = c != '来' && !line::is_han(next) && next != ' ';
        let noun = c == '余' && line::is_han(next) && !"下额量地生年".contains(next)
            || c == '多' && NOUNS_AFTER_MANY.contains(next);
        if !self.any
            || !round
            || self.infix.is_some()
            || !(unit || scaled || ends || noun)
            || (c == '来' && !unit && !scaled)
        {
            return None;
        }
        self.infix = Some(if c == '来' { Infix::About } else { Infix::Over });
        self.take(at + 1)
    }

    /// 点 between Chinese numerals.
    fn fraction(&mut self, at: usize) -> Option<()> {
        let from = self.line.skip_spaces(at + 1);
        let mut end = from;
        while digit(self.line.at(end)).is_some() && end - from < 20 {
            end += 1;
        }
        let arabic_end = digits_end(self.line, from);
        let end = if self.arabic && self.last < UNSET { end.max(arabic_end) } else { end };
        let clock = matches!(self.line.at(end), '分' | '刻') && self.line.at(end + 1) != '之'
            || multiplier(self.line.at(end)).is_some();
        if end == from || clock || (self.arabic && !self.chinese) || !self.any || self.infix.is_some() {
            return None;
        }
        let value_of = |c: char| c.to_digit(10).or_else(|| digit(c));
        let places = i32::try_from(end - from).ok()?;
        let fraction = Decimal::from_digits((from..end).filter_map(|j| value_of(self.line.at(j))), places)?;
        self.elided_tail();
        let whole = self.pending.take().unwrap_or(Ends::ZERO);
        self.pending = Some(whole.plus(Ends::both(fraction))?);
        self.last = 0;
        self.take(end)
    }

    fn twenty(&mut self, at: usize, tens: i128) -> Option<()> {
        if self.any {
            return None;
        }
        self.section = Ends::both(Decimal::integer(tens * 10));
        self.last = 1;
        self.chinese = true;
        self.take(at + 1)
    }

    /// 40k.
    fn thousand(&mut self, at: usize) -> Option<()> {
        let next = self.line.at(at + 1);
        let large = self.pending.is_some_and(|p| p.0 >= Decimal::integer(10));
        if !large || self.last < UNSET || next.is_ascii_alphanumeric() || self.line.before(at) == ' ' {
            return None;
        }
        self.section = self.pending.take()?.shift(3);
        self.last = 3;
        self.take(at + 1)
    }

    fn take(&mut self, end: usize) -> Option<()> {
        self.any = true;
        self.i = end;
        Some(())
    }

    /// Whether the scale at `at` belongs to a unit: 千 of 千米, 百 of 百帕.
    fn is_unit(&self, at: usize) -> bool {
        let Some((length, unit)) = UNITS.longest(|j| self.line.at(j), at) else {
            return self.any && self.is_brand(at);
        };
        // 五千米 is 5000 m, 5千米 is 5 km; 五千克 and 一千瓦 keep the unit.
        length > 1
            && unit.kind != "count"
            && self.any
            && !(self.chinese && !self.arabic && self.pending.is_some() && self.line.at(at + 1) == '米')
    }

    /// Whether a name begins with the scale at `at`: 亿欧, but not 亿欧元.
    fn is_brand(&self, at: usize) -> bool {
        BRANDS.iter().any(|name| self.line.has(at, name)) && UNITS.longest(|j| self.line.at(j), at + 1).is_none()
    }

    /// Whether 百千万亿 can begin a number here: 百余人, 千亿元, 近万名.
    fn leads(&self, at: usize) -> bool {
        if self.is_brand(at) {
            return false;
        }
        let (c, next) = (self.line.at(at), self.line.at(at + 1));
        let before = self.line.before(at);
        let bounded = "近上超逾过破成达".contains(before)
            && !self.line.has_before(at, "以上")
            && !self.line.has_before(at, "通过");
        let unit = |from: usize| UNITS.longest(|j| self.line.at(j), from).is_some_and(|(_, unit)| unit.code != "级");
        let larger = multiplier(next).is_some_and(|power| multiplier(c).is_some_and(|first| power > first));
        if scale(next).is_some() && next != c || larger {
            return bounded || unit(at + 2) || matches!(self.line.at(at + 2), '余' | '多');
        }
        let and_more = next == '余' || next == '多' && unit(at + 2);
        let hundred_three = c == '百' && digit(next).is_some() && at == 0 && at + 2 == self.line.len();
        and_more || hundred_three || bounded && (unit(at + 1) || !line::is_han(next))
    }

    /// 一万二 is 12000: a last digit right behind a multiplier of a hundred or more is a tenth of it.
    fn elided_tail(&mut self) {
        let elided = self.chinese && !self.zero && (2..=8).contains(&self.last) && !self.vague;
        let from_digit = self.pending.filter(|_| elided && digit(self.line.before(self.i)).is_some());
        if let Some(ends) = from_digit {
            self.pending = Some(ends.shift(self.last - 1));
        }
    }

    fn finish(mut self) -> Option<Numeral> {
        if !self.any {
            return None;
        }
        self.elided_tail();
        let last = self.pending.take().unwrap_or(Ends::ZERO);
        let sum = self.total.plus(self.section)?.plus(last)?;
        // A lone 数 or 几 has no number to it, nor has 零 between.
        let end = if self.line.at(self.i.saturating_sub(1)) == '零' && self.i - self.start > 1 {
            self.i - 1
        } else {
            self.i
        };
        Some(Numeral {
            end,
            low: sum.0,
            high: sum.1,
            infix: self.infix,
            vague: self.vague,
            scale: self.scale,
            arabic: self.arabic,
            repaired: self.repaired,
        })
    }
}

/// A digit times a power of ten. A vague one reaches the last number before the next power: 几百 ends at 999.
fn raised(digit: Ends, power: i32) -> Option<Ends> {
    let Ends(low, high) = digit.shift(power);
    if digit.0 == Decimal::integer(2) && digit.1 == Decimal::integer(9) {
        return Some(Ends(low, Decimal::integer(1).shift(power + 1).minus(Decimal::integer(1))?));
    }
    Some(Ends(low, high))
}

/// Characters that make 数 the end of a word for a quantity: 人数, 指数.
const PREFIXED: &str = "人次指总系参基多少件个函分户倍读票字天度偶奇计点码代招倒";
/// First characters of nouns that may follow 多 without a measure word: 30多万, 400多村民 need none.
const NOUNS_AFTER_MANY: &str = "国省市县村";
/// Names that begin with a scale.
const BRANDS: &[&str] = &[
    "万科", "万达", "万国", "亿欧", "千牛", "百度", "百胜", "百姓", "万象", "亿纬", "百科", "千问", "百川", "万华",
    "千禧", "百联", "亿滋",
];
