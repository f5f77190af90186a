//! Organisations that the lexicon or the tables list as one word, and what belongs to them on the left.

use super::tables::sort;
use super::unit::{Kind, Line, Unit};
use crate::lexicon::LEXICON;

/// Where the organisation begins that a listed one is a part of: 海州大学 of 海州大学物理系.
pub(super) fn part_of_organization(line: &Line, done: &[Unit], unit: &Unit) -> Option<usize> {
    let whole = done.last().filter(|last| last.kind == Kind::Organization && last.end == unit.start)?;
    let part = (1..unit.len()).any(|n| line.is(unit.end - n, unit.end, sort::UNIT));
    part.then_some(whole.start)
}

/// Where the country of a well-known body begins: 墨西哥 of 墨西哥参议院, 俄 of 俄国家杜马.
pub(super) fn country_before(line: &Line, done: &[Unit], unit: &Unit) -> Option<usize> {
    let general = unit.kind == Kind::Organization && unit.is(sort::AUTHORITY | sort::BODY);
    let place = done.last().filter(|last| last.end == unit.start)?;
    let short = place.kind == Kind::Word && place.len() == 1 && place.is(sort::SHORT);
    let country = place.kind == Kind::Place && !matches!(line.before(place.end), '京' | '海');
    (general && (short || country)).then_some(place.start)
}

/// Whether an organisation of the lexicon is one of a name: it begins with a place or a realm (英国政府, 中国新闻社), or has
/// before its last word what is no common word (飞利浦公司, but not 加油站).
pub(super) fn is_name(line: &Line, unit: &Unit) -> bool {
    let realm = |n: usize| line.is(unit.start, unit.start + n, sort::PLACE | sort::SCOPE);
    let named = |n: usize| {
        let head = line.piece(unit.start, unit.end - n);
        let proper = LEXICON.tag(head).is_none_or(|tag| matches!(tag, "ns" | "nrt" | "nz" | "nt" | "nr"));
        proper
            && line.is(unit.end - n, unit.end, sort::AUTHORITY | sort::BODY | sort::FIRM)
            && (!line.is(unit.start, unit.end - n, sort::FIELD | sort::SCOPE | sort::DULL | sort::WORK)
                || line.is(unit.start, unit.end - n, sort::PLACE))
    };
    unit.len() >= 4 && (2..unit.len()).any(realm) || unit.len() >= 3 && (1..unit.len() - 1).any(named)
}
