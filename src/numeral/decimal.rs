//! Exact decimal numbers: 1.18亿 is 118000000, with no trace of a binary fraction.

mod double;

/// `mantissa` × 10^`exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    /// Nothing.
    pub(crate) const ZERO: Self = Self::integer(0);
    /// The half of 一年半.
    pub(crate) const HALF: Self = Self { mantissa: 5, exponent: -1 };

    /// A whole number.
    pub(crate) const fn integer(value: i128) -> Self {
        Self { mantissa: value, exponent: 0 }
    }

    /// Decimal digits, the last `fraction` of them after the point. `None` beyond 30 digits.
    pub(crate) fn from_digits(digits: impl Iterator<Item = u32>, fraction: i32) -> Option<Self> {
        let mut mantissa: i128 = 0;
        for (count, digit) in digits.enumerate() {
            if count == MOST_DIGITS {
                return None;
            }
            mantissa = mantissa * 10 + i128::from(digit);
        }
        Some(Self { mantissa, exponent: -fraction })
    }

    /// A number of a table: digits with a point or none, with a minus or none.
    pub(crate) fn of_table(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let read = whole.chars().chain(fraction.chars()).map(|c| c.to_digit(10)).collect::<Option<Vec<u32>>>()?;
        let size = Self::from_digits(read.into_iter(), i32::try_from(fraction.len()).ok()?)?;
        Some(if digits.len() < text.len() { size.negated() } else { size })
    }

    /// Moved by `places` powers of ten.
    pub(crate) fn shift(self, places: i32) -> Self {
        Self { mantissa: self.mantissa, exponent: self.exponent.saturating_add(places).clamp(-99, 99) }
    }

    /// The sum, if it can be held.
    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        if self.mantissa == 0 || other.mantissa == 0 {
            return Some(if self.mantissa == 0 { other } else { self });
        }
        let exponent = self.exponent.min(other.exponent);
        let sum = self.at(exponent)?.checked_add(other.at(exponent)?)?;
        Some(Self { mantissa: sum, exponent })
    }

    /// The negative.
    pub(crate) fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, ..self }
    }

    /// The difference, if it can be held.
    pub(crate) fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// The product, if it can be held.
    pub(crate) fn times(self, factor: i128) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_mul(factor)?, ..self })
    }

    /// Whether it is zero.
    pub(crate) fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    /// The whole number, if it is one of at most nine digits.
    pub(crate) fn small_integer(self) -> Option<i32> {
        i32::try_from(self.at(0)?).ok().filter(|v| v.unsigned_abs() < 1_000_000_000)
    }

    /// The nearest double, of two as near the even one.
    pub(crate) fn to_f64(self) -> f64 {
        let size = double::of(self.mantissa.unsigned_abs(), self.exponent);
        if self.mantissa < 0 { -size } else { size }
    }

    /// The mantissa at `exponent`, if the number is a multiple of that power of ten.
    fn at(self, exponent: i32) -> Option<i128> {
        let power = 10_i128.checked_pow(self.exponent.abs_diff(exponent))?;
        if self.exponent >= exponent {
            self.mantissa.checked_mul(power)
        } else {
            (self.mantissa % power == 0).then(|| self.mantissa / power)
        }
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        self.to_f64().partial_cmp(&other.to_f64())
    }
}

/// Longer digit strings are codes, not numbers.
const MOST_DIGITS: usize = 30;

#[cfg(test)]
mod tests {
    use super::*;

    fn read(digits: &str, fraction: i32) -> Decimal {
        Decimal::from_digits(digits.chars().filter_map(|c| c.to_digit(10)), fraction).unwrap()
    }

    #[test]
    fn scaled_decimals_carry_no_noise() {
        assert_eq!(read("118", 2).shift(8).to_f64(), 118_000_000.0);
        assert_eq!(read("1", 1).plus(read("2", 1)).unwrap().to_f64(), 0.3);
        assert_eq!(read("005", 3).to_f64(), 0.005);
        assert_eq!(Decimal::integer(12).plus(Decimal::HALF).unwrap().to_f64(), 12.5);
        assert_eq!(read("25", 1).small_integer(), None);
        assert_eq!(read("250", 1).small_integer(), Some(25));
    }

    #[test]
    fn numbers_of_tables_are_read() {
        let read = |text| Decimal::of_table(text).map(Decimal::to_f64);
        assert_eq!([read("24"), read("-0.48"), read("0.3")], [Some(24.0), Some(-0.48), Some(0.3)]);
        assert_eq!([read("1e3"), read("--1"), read("1.2.3")], [None; 3]);
    }
}
