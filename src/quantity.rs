//! What a number of the text is before it is known what it measures: its value and unit, its kind, how it is hedged and
//! whether it is a change.

use crate::span::Span;
use serde::Serialize;

/// A number with its unit, before it is known what it measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// From the first numeral character to the end of the unit.
    pub span: Span,
    /// Index into the article's passages.
    pub passage: usize,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// The number in `unit`. `None` where `range` or `parts` holds it.
    pub value: Option<f64>,
    /// Both ends of a range, or of a vague number such as 数十家 (20 to 99).
    pub range: Option<[f64; 2]>,
    /// Both numbers of a ratio or a score.
    pub parts: Option<[f64; 2]>,
    /// ISO 4217 for money, UCUM-like codes for measures, the measure word for counts, empty for none.
    pub unit: String,
    /// How the text hedges it.
    pub modifier: Option<Modifier>,
    /// Whether it is a change, or the level after one.
    pub change: Option<Change>,
    /// Whether the digits were damaged in the paste.
    pub repaired: bool,
}

/// Sort of figure.
#[allow(missing_docs, reason = "the names are the contract's and say it all")]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureKind {
    Money,
    Count,
    Percent,
    Pp,
    Multiple,
    Fraction,
    Ratio,
    Score,
    Ordinal,
    Index,
    Duration,
    Age,
    Length,
    Area,
    Volume,
    Mass,
    Temperature,
    Speed,
    Pressure,
    Power,
    Energy,
    Voltage,
    Charge,
    Data,
    Windforce,
    Magnitude,
    Density,
    Coordinate,
    Discount,
    Number,
}

impl FigureKind {
    /// The kind by its name in the contract.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "money" => Self::Money,
            "count" => Self::Count,
            "percent" => Self::Percent,
            "pp" => Self::Pp,
            "multiple" => Self::Multiple,
            "fraction" => Self::Fraction,
            "ratio" => Self::Ratio,
            "score" => Self::Score,
            "ordinal" => Self::Ordinal,
            "index" => Self::Index,
            "duration" => Self::Duration,
            "age" => Self::Age,
            "length" => Self::Length,
            "area" => Self::Area,
            "volume" => Self::Volume,
            "mass" => Self::Mass,
            "temperature" => Self::Temperature,
            "speed" => Self::Speed,
            "pressure" => Self::Pressure,
            "power" => Self::Power,
            "energy" => Self::Energy,
            "voltage" => Self::Voltage,
            "charge" => Self::Charge,
            "data" => Self::Data,
            "windforce" => Self::Windforce,
            "magnitude" => Self::Magnitude,
            "density" => Self::Density,
            "coordinate" => Self::Coordinate,
            "discount" => Self::Discount,
            "number" => Self::Number,
            _ => return None,
        })
    }
}

/// How a number is hedged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Modifier {
    /// 约, 左右
    Approx,
    /// 近
    Near,
    /// 超, 逾, 多
    Over,
    /// 不足
    Under,
    /// 至少, 以上
    AtLeast,
    /// 至多, 以内
    AtMost,
    /// 数十, 若干
    Vague,
}

/// Direction of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Grew by this much.
    Up,
    /// Fell by this much.
    Down,
    /// Grew to this value.
    ToUp,
    /// Fell to this value.
    ToDown,
}
