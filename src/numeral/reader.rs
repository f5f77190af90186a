//! The accumulator that reads one numeral, character by character.

mod ends;
mod scales;
mod vague;

use super::decimal::Decimal;
use super::line::Line;
use super::{Infix, Numeral, digit, digits_end, is_numeral, literal, multiplier, scale};
use ends::{Ends, raised};
use scales::follows_scale;

/// The accumulator.
pub(super) struct Reader<'l> {
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

const UNSET: i32 = 100;
/// Longest numeral in characters: longer ones are not numbers, and reading stays linear.
pub(super) const LONGEST: usize = 60;

impl<'l> Reader<'l> {
    /// At the beginning of the number at `i`.
    pub(super) fn new(line: &'l Line, i: usize) -> Self {
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

    /// The number, as far as it goes.
    pub(super) fn run(mut self) -> Option<Numeral> {
        while self.i - self.start < LONGEST && self.step().is_some() {}
        self.finish()
    }

    /// Takes the next character or literal; nothing when the number ends. What each kind of character takes is kept apart
    /// (`inline(never)`), as a browser compiles anew a large function that is run for every character.
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
                '个' => self.counted(at),
                _ => None,
            }
        }
    }

    /// Passes over spaces where a number may hold them: before a multiplier or scale, or between Chinese numerals.
    #[inline(never)]
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

    #[inline(never)]
    fn literal(&mut self, at: usize) -> Option<()> {
        if self.pending.is_some() || self.infix.is_some() {
            return None;
        }
        let (end, value) = literal(self.line, at)?;
        let next = self.line.at(self.line.skip_spaces(end));
        let continues = self.zero
            || multiplier(next).is_some()
            || scale(next).is_some_and(|p| p < self.last)
            || self.last == 4 && at == self.i && follows_scale(end - at, value, next);
        if self.any && !continues {
            return None;
        }
        self.pending = Some(Ends::both(value));
        self.arabic = true;
        self.take(end)
    }

    #[inline(never)]
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

    #[inline(never)]
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

    #[inline(never)]
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

    /// 点 between Chinese numerals.
    #[inline(never)]
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

    /// 一万二 is 12000: a last digit right behind a multiplier of a hundred or more is a tenth of it.
    fn elided_tail(&mut self) {
        let elided = self.chinese && !self.zero && (2..=8).contains(&self.last) && !self.vague;
        let from_digit = self.pending.filter(|_| elided && digit(self.line.before(self.i)).is_some());
        if let Some(ends) = from_digit {
            self.pending = Some(ends.shift(self.last - 1));
        }
    }

    #[inline(never)]
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
