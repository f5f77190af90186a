//! A number with its unit as first found, with exact ends, before it becomes a [`crate::quantity::Quantity`].

use crate::lexicon::tables::{UNITS, Unit};
use crate::numeral::decimal::Decimal;
use crate::numeral::line::Line;
use crate::numeral::{Infix, Numeral};
use crate::quantity::{FigureKind, Modifier};

/// Characters `start..end` of a line read as a number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: FigureKind,
    /// The value, or the low end of a range, or the first of two parts.
    pub(crate) low: Decimal,
    /// The high end of a range, or the second of two parts.
    pub(crate) high: Decimal,
    pub(crate) shape: Shape,
    pub(crate) unit: String,
    pub(crate) modifier: Option<Modifier>,
    /// 翻番 says by itself that something grew.
    pub(crate) grows: bool,
    /// Power of ten of the last scale, for ranges that share it: 3-5亿.
    pub(crate) scale: i32,
    pub(crate) arabic: bool,
    pub(crate) repaired: bool,
}

/// What `low` and `high` are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// One value in `low`.
    One,
    /// From `low` to `high`.
    Range,
    /// `low` to `high` as 3:1.
    Parts,
    /// `low` divided by `high`.
    Fraction,
    /// Three and more numbers as 6.4∶45.1∶48.5, none of which is the figure.
    Several,
}

impl Found {
    /// A numeral without a unit.
    pub(crate) fn bare(start: usize, number: &Numeral) -> Self {
        let vague = number.vague.then_some(Modifier::Vague);
        let infix = number.infix.map(|infix| if infix == Infix::Over { Modifier::Over } else { Modifier::Approx });
        Self {
            start,
            end: number.end,
            kind: FigureKind::Number,
            low: number.low,
            high: number.high,
            shape: if number.low == number.high { Shape::One } else { Shape::Range },
            unit: String::new(),
            modifier: vague.or(infix),
            grows: false,
            scale: number.scale,
            arabic: number.arabic,
            repaired: number.repaired,
        }
    }

    /// One value of a kind.
    pub(crate) fn one(start: usize, end: usize, value: Decimal, kind: FigureKind, unit: &str) -> Self {
        let unit = unit.to_owned();
        let (low, high, shape) = (value, value, Shape::One);
        Self {
            start,
            end,
            kind,
            low,
            high,
            shape,
            unit,
            modifier: None,
            grows: false,
            scale: 0,
            arabic: false,
            repaired: false,
        }
    }

    /// The same in `unit`, which ends at `end`.
    pub(crate) fn with_unit(mut self, unit: &Unit, end: usize) -> Self {
        self.kind = FigureKind::named(unit.kind).unwrap_or(FigureKind::Number);
        unit.code.clone_into(&mut self.unit);
        self.end = end;
        self.shifted(unit.shift)
    }

    /// The same moved by powers of ten.
    pub(crate) fn shifted(mut self, places: i32) -> Self {
        self.low = self.low.shift(places);
        self.high = self.high.shift(places);
        self
    }

    /// Whether it has a unit.
    pub(crate) fn has_unit(&self) -> bool {
        self.kind != FigureKind::Number || !self.unit.is_empty()
    }
}

/// The unit that stands at `i`, and the index after it. A unit in Latin letters is a word of its own.
pub(crate) fn unit_at(line: &Line, i: usize) -> Option<(usize, &'static Unit)> {
    UNITS.all(|j| line.at(j), i).map(|(length, unit)| (i + length, unit)).find(|&(end, _)| {
        let latin = line.before(end).is_ascii_alphabetic();
        let joined = line.at(end) == '-' && !line.at(end + 1).is_ascii_digit();
        !(latin && (line.at(end).is_ascii_alphanumeric() || joined))
    })
}
