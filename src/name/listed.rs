//! Organisations that the lexicon or the tables list as one word, and what belongs to them on the left.

use super::tables::{TABLES, sort};
use super::unit::{Kind, Line, Unit};
use crate::among::holds;
use crate::lexicon::LEXICON;

/// Where the organisation begins that a listed one is a part of: 海州大学 of 海州大学物理系.
pub(super) fn part_of_organization(line: &Line, done: &[Unit], unit: &Unit) -> Option<usize> {
    let whole = done.last().filter(|last| last.kind == Kind::Organization && last.end == unit.start)?;
    let part = (1..unit.len()).any(|n| line.is(unit.end - n, unit.end, sort::UNIT));
    part.then_some(whole.start)
}

/// Where the country of a well-known body begins: 墨西哥 of 墨西哥参议院, 俄 of 俄国家杜马.
pub(super) fn country_before(line: &Line, done: &[Unit], unit: &Unit) -> Option<usize> {
    let general = unit.kind == Kind::Organization && (unit.is(sort::AUTHORITY | sort::BODY) || unit.tag == "x");
    let place = done.last().filter(|last| last.end == unit.start)?;
    let short = place.kind == Kind::Word && place.len() == 1 && place.is(sort::SHORT);
    let country = place.kind == Kind::Place && !matches!(line.before(place.end), '京' | '海');
    // 埃及|央行, 香港|证监会
    let national = || TABLES.full(line.piece(unit.start, unit.end)).is_some_and(|full| full.starts_with(['中', '国']));
    let foreign = place.kind == Kind::Place && line.is(place.start, place.end, sort::COUNTRY);
    let general = general || unit.kind == Kind::Organization && foreign && national();
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
    // The word list of news calls them nouns: 国家云溪管理局.
    let office = |n: usize| line.is(unit.end - n, unit.end, sort::AUTHORITY);
    match unit.tag {
        "nt" => unit.len() >= 4 && (2..unit.len()).any(realm) || unit.len() >= 3 && (1..unit.len() - 1).any(named),
        "n" => unit.len() >= 5 && (2..4).any(realm) && (1..4).any(office),
        _ => false,
    }
}

/// Whether words of these sorts end organisations that are called by one word of the lexicon; not 人形|机器人.
const fn is_end(sorts: u64) -> bool {
    sorts & (sort::AUTHORITY | sort::BODY) != 0 || sorts & sort::FIRM != 0 && sorts & sort::LOOSE == 0
}

/// A place or word of the lexicon that itself ends as an organisation does: 财政部, 证监局.
pub(super) fn is_compound(line: &Line, unit: &Unit) -> bool {
    unit.kind == Kind::Word && unit.len() >= 3 && matches!(unit.tag, "n" | "nt" | "nz" | "j" | "x" | "l") && {
        let tail = |n: usize| is_end(line.sorts(unit.end - n, unit.end));
        ((2..unit.len()).any(tail) || is_field_office(line, unit)) && !unit.is(sort::TITLE | sort::DULL)
    }
}

/// 旅游局, 发展局: a field and the one character of an authority as one word.
pub(super) fn is_field_office(line: &Line, unit: &Unit) -> bool {
    unit.kind == Kind::Word
        && unit.len() >= 3
        && line.is(unit.end - 1, unit.end, sort::AUTHORITY)
        && line.is(unit.start, unit.end - 1, sort::FIELD)
}

/// The unit as the last word of a name: 旅游局 ends one as 局 does.
pub(super) fn as_last(line: &Line, unit: Unit) -> Unit {
    let office = if is_field_office(line, &unit) { sort::AUTHORITY } else { 0 };
    Unit { sorts: unit.sorts | office, ..unit }
}

/// 日本|驻|韩国|大使馆: where in `done` the country begins that the mission whose name begins at `from` is of.
pub(super) fn posted(line: &Line, done: &[Unit], from: usize) -> usize {
    let sends = |u: &Unit| u.kind == Kind::Place || u.is(sort::SHORT);
    match done.get(..from) {
        Some([.., country, posted]) if line.piece(posted.start, posted.end) == "驻" && sends(country) => from - 2,
        _ => from,
    }
}

/// 第十届全国…代表大会: the number of a congress belongs to its name.
pub(super) fn session(line: &Line, done: &mut Vec<Unit>) {
    let [.., number, last] = done.as_slice() else { return };
    let ordinal = line.char(number.start) == '第' && line.before(number.end) == '届';
    let (start, congress) = (number.start, *last);
    let named = congress.kind == Kind::Organization && holds(line.piece(congress.start, congress.end), "大会");
    if ordinal && named {
        done.truncate(done.len() - 2);
        done.push(Unit { start, ..congress });
    }
}
