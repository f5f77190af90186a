//! Organisations put together from the pieces of a line: a last word such as 公司 or 局, and what belongs to it on the left.

use super::brand::{self, is_brand, is_stray, is_trade_end, takes_strays};
use super::tables::sort;
use super::unit::{Kind, Line, Unit, is_han};
use super::{beside, legal, listed};
use crate::among::among;
use crate::lexicon::LEXICON;

/// The longest name, in pieces and in characters.
const MOST_UNITS: usize = 14;
const MOST_CHARACTERS: usize = 32;

/// What a piece left of a last word does for the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
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

/// Replaces the pieces of every organisation with one.
pub(super) fn join(line: &Line, units: &mut Vec<Unit>) {
    let mut done: Vec<Unit> = Vec::with_capacity(units.len());
    for (index, &unit) in units.iter().enumerate() {
        if done.last().is_some_and(|last| unit.start < last.end) {
            continue;
        }
        let next = units.get(index + 1);
        let ends = unit.kind == Kind::Word
            && unit.is(sort::SUFFIX | sort::LOOSE | sort::MEDIUM_SUFFIX)
            && !beside::is_particle(line, &unit, next);
        let trade = unit.is(sort::LOOSE) && next.is_some_and(|u| brand::is_trade(line, u));
        if let Some(start) = listed::country_before(line, &done, &unit) {
            done.pop();
            done.push(Unit { start, ..unit });
            continue;
        }
        let last = listed::as_last(line, unit);
        let left = || legal::start(line, &done, &last).or_else(|| beside::brand_pair(line, &done, &last));
        if let Some(from) = (!trade && (ends || listed::is_compound(line, &unit)))
            .then(|| left().or_else(|| left_end(line, &done, &last)))
            .flatten()
        {
            let start = done.get(from).map_or(unit.start, |u| u.start);
            done.truncate(from);
            let end = legal::end(line, &unit);
            done.push(Unit { start, end, kind: Kind::Organization, tag: "nt", sorts: 0 });
            continue;
        }
        let part = unit.kind == Kind::Word
            && unit.len() >= 3
            && matches!(unit.tag, "n" | "x")
            && !unit.is(sort::TITLE | sort::DULL);
        if let Some(start) = part.then(|| listed::part_of_organization(line, &done, &unit)).flatten() {
            done.pop();
            done.push(Unit { start, end: unit.end, kind: Kind::Organization, tag: "nt", sorts: 0 });
            continue;
        }
        if unit.kind == Kind::Word && unit.tag == "nt" && unit.sorts == 0 && listed::is_name(line, &unit) {
            let start = listed::part_of_organization(line, &done, &unit).unwrap_or(unit.start);
            done.truncate(done.partition_point(|u| u.start < start));
            let unit = Unit { start, ..unit };
            done.push(Unit { kind: Kind::Organization, ..unit });
            continue;
        }
        done.push(unit);
        listed::session(line, &mut done);
    }
    *units = done;
}

/// Where in `done` the name that ends with `last` begins; `None` where it is no name.
fn left_end(line: &Line, done: &[Unit], last: &Unit) -> Option<usize> {
    let mut from = done.len();
    let mut leftmost = None;
    let mut fields = 0;
    let mut strays = false;
    let mut adjacent = Part::Stop;
    let team = beside::is_team(line, done, last);
    while from > 0 && done.len() - from < MOST_UNITS {
        let unit = done.get(from - 1)?;
        if last.end - unit.start > MOST_CHARACTERS {
            break;
        }
        let part = match beside::bracketed(line, done, from) {
            Some(open) => {
                adjacent = Part::Proper;
                from = open;
                continue;
            }
            // 澜舟动力|子公司|…, 海州|矿业公司|合作|…
            None if unit.len() >= 3 && line.piece(unit.start, unit.end).ends_with("公司") && !last.is(sort::UNIT) => {
                Part::Stop
            }
            None if beside::is_measured(line, done, from - 1) => Part::Stop,
            None if beside::names_team(line, unit, team) || strays && beside::is_head(line, unit, last) => Part::Proper,
            None => part_of(line, done, from - 1, last),
        };
        if from == done.len() {
            adjacent = part;
        }
        match part {
            Part::Stop => break,
            Part::Proper => leftmost = Some(from - 1),
            Part::Field => {
                fields += 1;
                if last.is(sort::AUTHORITY) || unit.is(sort::SCOPE) {
                    leftmost = Some(from - 1);
                }
            }
            Part::Link if !links(line, done, from, last) => break,
            Part::Link | Part::Common => {}
        }
        if is_stray(line, unit) {
            // Two strays side by side are a brand: 林 + 达 + 集团.
            let two = done.get(from).is_some_and(|u| is_stray(line, u)) && takes_strays(line, last);
            strays |= two;
            // 澜|江飞|鹰|队
            if two || team && leftmost == Some(from) {
                leftmost = Some(from - 1);
            }
        }
        from -= 1;
    }
    let start = leftmost?;
    // 施工方|海州…公司, 设备商|鸿远精密
    let start = start + usize::from(start + 1 < done.len() && done.get(start).is_some_and(|u| is_trade_end(line, u)));
    let proper = done.iter().skip(start).filter(|u| is_proper(line, u)).count() + usize::from(strays);
    let adjacent = if (strays || team) && adjacent == Part::Common { Part::Proper } else { adjacent };
    (team && beside::is_placed(done.get(start)) || is_name(line, done.get(start..)?, last, proper, fields, adjacent))
        .then_some(start)
}

/// Whether the link before `from` stands between two fields.
fn links(line: &Line, done: &[Unit], from: usize, last: &Unit) -> bool {
    let linked = from >= 2 && matches!(part_of(line, done, from - 2, last), Part::Field);
    linked && done.get(from).map_or(listed::is_field_office(line, last), |u| u.is(sort::FIELD))
}

fn is_name(line: &Line, parts: &[Unit], last: &Unit, proper: usize, fields: usize, adjacent: Part) -> bool {
    let single_place = parts.len() == 1 && parts.iter().all(|u| u.kind == Kind::Place);
    if proper == 0 && line.piece(last.start, last.end).ends_with("政府") && !parts.iter().any(|u| u.is(sort::SCOPE)) {
        return false;
    }
    // The government of a country is the country speaking.
    if single_place && line.piece(last.start, last.end) == "政府" {
        return parts.iter().any(|u| among("省市县区镇乡州旗", line.before(u.end)));
    }
    if line.piece(last.start, last.end).ends_with("子公司") {
        return false;
    }
    if last.is(sort::FAINT) && !beside::is_actor(line, last.end) {
        return false;
    }
    if last.is(sort::AUTHORITY) {
        let single = last.len() == 1;
        return if single { adjacent == Part::Field && (proper + fields > 0) } else { proper + fields > 0 };
    }
    if last.is(sort::LOOSE) {
        let place =
            single_place && (beside::is_shown_after(line, last.end) || line.piece(last.start, last.end) == "队");
        let brand = place || strays(line, parts) || parts.iter().any(|u| is_brand(line, u));
        // 国家气象中心: what a public body is in charge of names it.
        let public = last.is(sort::BODY)
            && !last.is(sort::FIRM)
            && fields > 0
            && parts.iter().any(|u| u.is(sort::SCOPE) || u.kind == Kind::Place);
        // 海州市|第三|中学
        let numbered =
            last.is(sort::BODY) && parts.len() >= 2 && parts.last().is_some_and(|u| line.char(u.start) == '第');
        return numbered && proper > 0
            || brand && adjacent == Part::Proper
            || parts.iter().any(|u| u.kind == Kind::Organization)
            || public;
    }
    if last.is(sort::UNIT) && !last.is(sort::BODY | sort::FIRM) {
        return parts.iter().any(|u| u.kind == Kind::Organization);
    }
    if last.is(sort::FIRM) && single_place {
        return last.len() >= 2
            && !matches!(
                line.piece(last.start, last.end),
                "公司" | "工厂" | "商场" | "餐厅" | "超市" | "书店" | "药店" | "酒店" | "宾馆"
            );
    }
    proper > 0 || parts.iter().any(|u| u.is(sort::SCOPE)) && parts.len() >= 2
}

/// Whether two strays stand side by side.
fn strays(line: &Line, parts: &[Unit]) -> bool {
    parts.iter().zip(parts.iter().skip(1)).any(|(a, b)| is_stray(line, a) && is_stray(line, b))
}

fn part_of(line: &Line, done: &[Unit], at: usize, last: &Unit) -> Part {
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
    if unit.is(sort::TITLE | sort::STATE | sort::SAY | sort::DULL) && !unit.is(sort::SUFFIX) {
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
            if last.len() >= 4
                && is_han(line.char(unit.start))
                && !among("也都就还已又再不很最", line.char(unit.start)) =>
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

fn is_proper(line: &Line, unit: &Unit) -> bool {
    match unit.kind {
        Kind::Place | Kind::Organization | Kind::Foreign | Kind::Latin | Kind::Person => true,
        Kind::Word => is_brand(line, unit),
        _ => false,
    }
}
