//! Money without its unit: 成交额突破1.5万亿, 斥资7.57亿收购.

use super::found::{Found, Shape};
use crate::among::among;
use crate::lexicon::tables::{CHANGES, has_cue, is_word};
use crate::numeral::line::{Line, is_han};
use crate::quantity::FigureKind;

/// Gives bare amounts of ten thousand and more the currency that the text speaks of, where the words before say money.
pub(crate) fn currency(line: &Line, found: &mut [Found]) {
    let mut last: Option<String> = None;
    for f in found {
        let clause = line.clause_start(f.start, ",。;:、(");
        let bare = f.kind == FigureKind::Number && f.unit.is_empty() && f.scale >= 4 && f.shape != Shape::Parts;
        let said = || line.words(clause.max(f.start.saturating_sub(NEAR)), f.start);
        let behind = line.words(f.end, (f.end + 2).min(line.len()));
        let ends = !is_han(line.at(f.end)) || among(AFTER, line.at(f.end));
        let grew = || last.is_some() && is_change_alone(line, clause, f.start);
        if bare && (ends && (has_cue("money", &said()) || grew()) || is_word("money", &behind)) {
            f.kind = FigureKind::Money;
            f.unit = last.clone().unwrap_or_else(|| "CNY".to_owned());
        }
        if f.kind == FigureKind::Money && !f.unit.contains(['/']) {
            last = Some(f.unit.clone());
        }
    }
}

/// Whether all that a clause says before its amount is that something changed: 单日增加112亿, 比上年少20亿.
fn is_change_alone(line: &Line, clause: usize, start: usize) -> bool {
    let hedges = line.any_before(start, &["了近", "了约", "了超", "了", "近", "约", "超", "逾"]).unwrap_or(0);
    let at = start - hedges;
    let Some((length, _)) = CHANGES.longest_before(|j| line.at(j), at).filter(|(_, way)| **way != "none") else {
        return false;
    };
    let before = line.words(clause.min(at - length), at - length);
    before.is_empty() || before.starts_with(['比', '较']) || is_word("alone", &before)
}

/// How many characters before an amount are looked at.
const NEAR: usize = 12;
/// What may follow an amount of money that goes without its unit.
const AFTER: &str = "沽售出余多收购左以的入用买投拍成大关后元建和";
