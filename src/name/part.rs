//! What a piece left of an organisation's last word does for its name.

use super::beside;
use super::brand::{is_brand, is_stray, takes_strays};
use super::tables::sort;
use super::unit::{Kind, Line, Unit, is_han};
use crate::among::among;
use crate::lexicon::LEXICON;
use crate::term::AFFIXES;

/// What a piece left of a last word does for the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Makes a name: a place, a brand, another organisation.
    Proper,
    /// What an authority is in charge of, or the realm it stands in.
    Field,
    /// May stand within a name.
    Common,
    /// 和, 与, 、 between fields.
    Link,
    /// Ends the name on the left.
    Stop,
}

/// What `done[at]` does for the name that ends with `last`.
pub(super) fn part_of(line: &Line, done: &[Unit], at: usize, last: &Unit) -> Part {
    let Some(unit) = done.get(at) else { return Part::Stop };
    let adjacent = at + 1 == done.len();
    match unit.kind {
        Kind::Place | Kind::Organization | Kind::Foreign | Kind::Latin => Part::Proper,
        Kind::Person if adjacent && !last.is(sort::AUTHORITY) && unit.tag == "nr" => Part::Proper,
        Kind::Person if last.is(sort::FIRM) && last.len() >= 2 && !beside::is_shown_person(line, unit) => Part::Common,
        Kind::Person => Part::Stop,
        Kind::Number => {
            if line.char(unit.start) == '第' {
                Part::Common
            } else {
                Part::Stop
            }
        }
        Kind::Mark => {
            let fields = last.is(sort::AUTHORITY | sort::BODY) && line.char(unit.start) == '、';
            if fields { Part::Link } else { Part::Stop }
        }
        // 海州|联合|银行
        Kind::Word
            if adjacent
                && line.piece(unit.start, unit.end) == "联合"
                && at.checked_sub(1).and_then(|i| done.get(i)).is_some_and(|u| u.kind == Kind::Place) =>
        {
            Part::Common
        }
        Kind::Word => word_part(line, unit, last),
    }
}

fn word_part(line: &Line, unit: &Unit, last: &Unit) -> Part {
    if unit.is(sort::FIELD | sort::SCOPE) {
        return Part::Field;
    }
    if unit.is(sort::AUTHORITY) && unit.len() >= 2 {
        return Part::Proper;
    }
    if is_stray(line, unit) && takes_strays(line, last) {
        return Part::Common;
    }
    // 高级代表|办公室
    if unit.is(sort::TITLE) && line.piece(last.start, last.end) == "办公室" && unit.end == last.start {
        return Part::Field;
    }
    // 律师|协会
    if unit.is(sort::TITLE) && last.is(sort::BODY) && unit.end == last.start && line.before(last.end) == '会' {
        return Part::Common;
    }
    let act = unit.len() >= 2 && line.is(unit.start, unit.end, sort::ACTS) && unit.tag.starts_with('v');
    if (act || unit.is(sort::TITLE | sort::STATE | sort::SAY | sort::DULL)) && !unit.is(sort::SUFFIX) {
        return Part::Stop;
    }
    if matches!(line.piece(unit.start, unit.end), "和" | "与" | "及") {
        return if last.is(sort::AUTHORITY | sort::BODY) { Part::Link } else { Part::Stop };
    }
    if is_proper(line, unit) {
        return Part::Proper;
    }
    if unit.is(sort::WORK | sort::LOOSE) {
        return Part::Common;
    }
    match unit.tag {
        "m" if line.char(unit.start) == '第' => Part::Common,
        "n" | "ng" | "b" | "j" | "vn" | "nt" | "ns" | "f" | "an" | "s" | "l" | "zg" => Part::Common,
        "v" if unit.len() >= 2 && unit.is(sort::SUFFIX) => Part::Common,
        // In a full name any word of quality may be the brand: 致远有限公司.
        "a" | "z" | "i" | "d" if unit.len() >= 2 && line.piece(last.start, last.end).ends_with("有限公司") => {
            Part::Common
        }
        // 海州|正|衡|律师事务所
        "a" | "d"
            if last.len() >= 4 && is_han(line.char(unit.start)) && !among(AFFIXES.degree, line.char(unit.start)) =>
        {
            Part::Common
        }
        // So may a rare word in that of any firm or body: 海州正大律师事务所.
        "a" | "z" | "i" | "v" | "ad"
            if unit.len() == 2
                && !last.is(sort::AUTHORITY)
                && LEXICON.frequency(line.piece(unit.start, unit.end)) <= RARE =>
        {
            Part::Common
        }
        _ => Part::Stop,
    }
}

/// How often the dictionary's corpus has a word that is rare.
const RARE: u32 = 300;

/// Whether it makes a name by itself.
pub(super) fn is_proper(line: &Line, unit: &Unit) -> bool {
    match unit.kind {
        Kind::Place | Kind::Organization | Kind::Foreign | Kind::Latin | Kind::Person => true,
        Kind::Word => is_brand(line, unit),
        _ => false,
    }
}
