//! Money without its unit: 成交额突破1.5万亿, 斥资7.57亿收购.

use super::found::{Found, Shape};
use crate::lexicon::tables::has_cue;
use crate::numeral::line::{Line, is_han};
use crate::quantity::FigureKind;

/// Gives bare amounts of ten thousand and more the currency that the text speaks of, where the words before say money.
pub(crate) fn currency(line: &Line, found: &mut [Found]) {
    let mut last: Option<String> = None;
    for f in found {
        let clause = line.clause_start(f.start, ",。;:、(");
        let bare = f.kind == FigureKind::Number && f.unit.is_empty() && f.scale >= 4 && f.shape != Shape::Parts;
        let said = || line.words(clause.max(f.start.saturating_sub(NEAR)), f.start);
        let ends = !is_han(line.at(f.end)) || AFTER.contains(line.at(f.end));
        if bare && ends && has_cue("money", &said()) {
            f.kind = FigureKind::Money;
            f.unit = last.clone().unwrap_or_else(|| "CNY".to_owned());
        }
        if f.kind == FigureKind::Money && !f.unit.contains('/') {
            last = Some(f.unit.clone());
        }
    }
}

/// How many characters before an amount are looked at.
const NEAR: usize = 12;
/// What may follow an amount of money that goes without its unit.
const AFTER: &str = "余多收购左以的入用买投拍成大关后元建和";
