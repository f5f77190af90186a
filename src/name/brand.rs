//! Pieces of a line that no sentence is made of: what brands and unknown names are cut into.

use super::tables::sort;
use super::unit::{Kind, Line, Unit, is_han};
use crate::among::among;
use crate::term::AFFIXES;

/// A single character that is a word of meaning, as the pieces of an unknown name are.
pub(super) fn is_stray(line: &Line, unit: &Unit) -> bool {
    unit.kind == Kind::Word
        && unit.len() == 1
        && is_han(line.char(unit.start))
        && !unit.is(sort::DULL)
        && !matches!(
            unit.tag,
            "p" | "c" | "u" | "uj" | "ul" | "uz" | "ud" | "d" | "r" | "y" | "q" | "vshi" | "vyou" | "k"
        )
        && (unit.tag != "m" || line.char(unit.start) == '元')
        && !among(AFFIXES.brandless, line.char(unit.start))
}

/// Whether the name before `last` may be cut into characters: a brand's, or a street's before its office (碧|岚|街道办事处).
pub(super) fn takes_strays(line: &Line, last: &Unit) -> bool {
    !last.is(sort::AUTHORITY) || line.piece(last.start, last.end).starts_with("街道")
}

/// A word that no one uses but in names.
pub(super) fn is_brand(line: &Line, unit: &Unit) -> bool {
    let han = (unit.start..unit.end).all(|i| is_han(line.char(i)));
    match unit.kind {
        Kind::Foreign | Kind::Latin | Kind::Person => true,
        Kind::Word
            if unit.sorts & !(sort::UNIT | sort::FIRM | sort::LOOSE) != 0 || unit.is(sort::WORK | sort::LOOSE) =>
        {
            false
        }
        // The dictionary calls many words of two characters names: 文明, 廉政.
        Kind::Word => han && (matches!(unit.tag, "nz" | "nrt" | "x") || unit.tag == "nr" && unit.len() >= 3),
        _ => false,
    }
}

/// The last character or word of what says what someone trades in or does, before their name: 设备|商, 施工|方, 绿能|业者.
pub(super) fn is_trade_end(line: &Line, unit: &Unit) -> bool {
    unit.kind == Kind::Word && line.is(unit.start, unit.end, sort::MAKER) && is_han(line.before(unit.start))
}

/// 东岭证券|新能源|行业: before these words a trade is none of a firm's name.
pub(super) fn is_trade(line: &Line, next: &Unit) -> bool {
    line.is(next.start, next.end, sort::TRADES)
}
