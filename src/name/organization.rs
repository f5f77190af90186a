//! Organisations put together from the pieces of a line: a last word such as 公司 or 局, and what belongs to it on the left.

use super::brand::{self, is_brand, is_stray, is_trade_end, takes_strays};
use super::part::{Part, is_proper, part_of};
use super::tables::sort;
use super::unit::{Kind, Line, Unit};
use super::{beside, legal, listed};
use crate::among::among;

/// The longest name, in pieces and in characters.
const MOST_UNITS: usize = 14;
const MOST_CHARACTERS: usize = 32;

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
            let from = listed::posted(line, &done, from);
            let start = done.get(from).map_or(start, |u| u.start);
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
        if unit.kind == Kind::Word && unit.sorts == 0 && listed::is_name(line, &unit) {
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
    let mut left =
        Left { line, done, last, team: beside::is_team(line, done, last), leftmost: None, fields: 0, strays: false };
    let mut from = done.len();
    let mut adjacent = Part::Stop;
    while from > 0 && done.len() - from < MOST_UNITS {
        let unit = done.get(from - 1)?;
        if last.end - unit.start > MOST_CHARACTERS {
            break;
        }
        if let Some(open) = beside::bracketed(line, done, from) {
            adjacent = Part::Proper;
            from = open;
            continue;
        }
        let part = left.part(from, unit);
        adjacent = if from == done.len() { part } else { adjacent };
        if !left.takes(from, unit, part) {
            break;
        }
        from -= 1;
    }
    left.start(adjacent)
}

/// What is known of a name while it is read from its last word to the left.
struct Left<'l, 't> {
    line: &'l Line<'t>,
    done: &'l [Unit],
    last: &'l Unit,
    /// Whether it is a team's.
    team: bool,
    /// The leftmost piece that makes a name.
    leftmost: Option<usize>,
    fields: usize,
    /// Whether two single characters stand side by side in it.
    strays: bool,
}

impl Left<'_, '_> {
    /// What the piece `unit` before `from` does for the name.
    fn part(&self, from: usize, unit: &Unit) -> Part {
        let Self { line, done, last, .. } = *self;
        // 澜舟动力|子公司|…, 海州|矿业公司|合作|…
        let firm = unit.len() >= 3 && line.piece(unit.start, unit.end).ends_with("公司") && !last.is(sort::UNIT);
        // 光刻机|巨头|澜江|公司
        let trade = self.leftmost.is_some() && unit.len() >= 2 && is_trade_end(line, unit);
        if firm || trade || beside::is_measured(line, done, from - 1) {
            return Part::Stop;
        }
        let named = beside::names_team(line, unit, self.team) || self.strays && beside::is_head(line, unit, last);
        if named { Part::Proper } else { part_of(line, done, from - 1, last) }
    }

    /// Takes the piece `unit` before `from` into the name; `false` where the name ends before it.
    fn takes(&mut self, from: usize, unit: &Unit, part: Part) -> bool {
        match part {
            Part::Stop => return false,
            Part::Proper => self.leftmost = Some(from - 1),
            Part::Field => {
                self.fields += 1;
                if self.last.is(sort::AUTHORITY) || unit.is(sort::SCOPE) {
                    self.leftmost = Some(from - 1);
                }
            }
            Part::Link if !links(self.line, self.done, from, self.last) => return false,
            Part::Link | Part::Common => {}
        }
        if is_stray(self.line, unit) {
            // Two strays side by side are a brand: 林 + 达 + 集团.
            let two = self.done.get(from).is_some_and(|u| is_stray(self.line, u)) && takes_strays(self.line, self.last);
            self.strays |= two;
            // 澜|江飞|鹰|队
            if two || self.team && self.leftmost == Some(from) {
                self.leftmost = Some(from - 1);
            }
        }
        true
    }

    /// Where the name begins, if what was taken is one; `adjacent` is what the piece before the last word does for it.
    fn start(self, adjacent: Part) -> Option<usize> {
        let Self { line, done, last, team, strays, fields, .. } = self;
        let start = self.leftmost?;
        // 施工方|海州…公司, 设备商|鸿远精密
        let trade = start + 1 < done.len() && done.get(start).is_some_and(|u| is_trade_end(line, u));
        let start = start + usize::from(trade);
        let proper = done.iter().skip(start).filter(|u| is_proper(line, u)).count() + usize::from(strays);
        let adjacent = if (strays || team) && adjacent == Part::Common { Part::Proper } else { adjacent };
        (team && beside::is_placed(done.get(start))
            || is_name(line, done.get(start..)?, last, proper, fields, adjacent))
        .then_some(start)
    }
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
        // 国家云溪安全监察局|海州|局
        let branch = matches!(parts, [whole, place] if whole.kind == Kind::Organization && place.kind == Kind::Place
            && line.before(whole.end) == line.char(last.start));
        if single && branch {
            return true;
        }
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
        return numbered && proper > 0 || brand && adjacent == Part::Proper || of_firm(line, parts, last) || public;
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

/// Whether a firm stands before the last word, with nothing between them but what it does: not 海关|进口|食品, 澜舟|人形|机器人.
fn of_firm(line: &Line, parts: &[Unit], last: &Unit) -> bool {
    let organization = |u: &&Unit| u.kind == Kind::Organization;
    if !last.is(sort::FIRM) {
        return parts.iter().any(|u| organization(&u));
    }
    let works = |u: &&Unit| u.is(sort::FIELD | sort::WORK | sort::SCOPE | sort::SUFFIX);
    let whole = parts.iter().rev().find(|u| !works(u)).filter(organization);
    whole.is_some_and(|u| !line.has_before(u.end, 1..=4, sort::AUTHORITY | sort::BODY))
}

/// Whether two strays stand side by side.
fn strays(line: &Line, parts: &[Unit]) -> bool {
    parts.iter().zip(parts.iter().skip(1)).any(|(a, b)| is_stray(line, a) && is_stray(line, b))
}
