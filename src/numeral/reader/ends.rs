//! The two ends of a number that is still being read; the same for a plain one.

use crate::numeral::decimal::Decimal;

/// A low and a high end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends(pub(super) Decimal, pub(super) Decimal);

impl Ends {
    pub(super) const ZERO: Self = Self(Decimal::ZERO, Decimal::ZERO);

    pub(super) fn both(value: Decimal) -> Self {
        Self(value, value)
    }

    pub(super) fn shift(self, places: i32) -> Self {
        Self(self.0.shift(places), self.1.shift(places))
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        Some(Self(self.0.plus(other.0)?, self.1.plus(other.1)?))
    }

    pub(super) fn is_zero(self) -> bool {
        self.0.is_zero() && self.1.is_zero()
    }
}

/// A digit times a power of ten. A vague one reaches the last number before the next power: 几百 ends at 999.
pub(super) fn raised(digit: Ends, power: i32) -> Option<Ends> {
    let Ends(low, high) = digit.shift(power);
    if digit.0 == Decimal::integer(2) && digit.1 == Decimal::integer(9) {
        return Some(Ends(low, Decimal::integer(1).shift(power + 1).minus(Decimal::integer(1))?));
    }
    Some(Ends(low, high))
}
