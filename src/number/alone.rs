//! A number that is all there is, as in a cell of a table.

use super::found::Shape;
use super::measure;
use crate::numeral::line::Line;
use crate::quantity::FigureKind;
use crate::span::Span;

/// A plain number with its unit.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Alone {
    pub(crate) kind: FigureKind,
    /// In `unit`.
    pub(crate) value: f64,
    /// As of a quantity; empty for none.
    pub(crate) unit: String,
}

/// The number that all of `words` are; nothing for ranges, pairs, dates, and numbers with words around them.
pub(crate) fn alone(words: &str) -> Option<Alone> {
    let line = Line::new(words, Span::new(0, words.len()));
    let whole = |end: usize| line.len() <= LONGEST && end == line.len();
    let found = measure::read(&line, 0).filter(|found| whole(found.end) && found.shape == Shape::One)?;
    let plain = found.modifier.is_none() && !found.repaired;
    plain.then(|| Alone { kind: found.kind, value: found.low.to_f64(), unit: found.unit })
}

/// Longest number of a cell with its unit, in characters.
const LONGEST: usize = 40;
