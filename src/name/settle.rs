//! What a foreign name of one word names: a person, a place or a team, by what stands beside it wherever the document has it.

use super::person;
use super::tables::sort;
use super::unit::{Kind, Line, Unit, parts};
use std::collections::BTreeMap;

/// What speaks for each reading of a name.
#[derive(Clone, Copy, Debug, Default)]
struct Votes {
    person: u32,
    place: u32,
    team: u32,
}

impl Votes {
    /// Where nothing speaks for anything else, a person.
    fn kind(self) -> Kind {
        if self.place > self.person.max(self.team) {
            Kind::Place
        } else if self.team > self.person {
            Kind::Organization
        } else {
            Kind::Foreign
        }
    }
}

/// Title or verb of saying; a part of a full name.
const SHOWN: u32 = 3;

/// Gives every foreign name of one word its kind.
pub(super) fn settle(lines: &[Line], units: &mut [Vec<Unit>]) {
    let mut votes: BTreeMap<&str, Votes> = BTreeMap::new();
    for (line, units) in lines.iter().zip(units.iter()) {
        for (index, unit) in units.iter().enumerate().filter(|(_, unit)| unit.kind == Kind::Foreign) {
            let name = line.piece(unit.start, unit.end);
            if parts(name).nth(1).is_some() || name.is_ascii() {
                for part in parts(name).chain([name]) {
                    votes.entry(part).or_default().person += SHOWN;
                }
            } else {
                vote(line, units, index, votes.entry(name).or_default());
            }
        }
    }
    for (line, units) in lines.iter().zip(units) {
        for unit in units.iter_mut().filter(|unit| unit.kind == Kind::Foreign) {
            if let Some(votes) = votes.get(line.piece(unit.start, unit.end)) {
                unit.kind = votes.kind();
            }
        }
    }
}

/// Adds what stands beside `units[index]`.
fn vote(line: &Line, units: &[Unit], index: usize, votes: &mut Votes) {
    let Some(unit) = units.get(index) else { return };
    let beside = |i: Option<usize>| i.and_then(|i| units.get(i));
    let before = beside(index.checked_sub(1));
    let after = beside(Some(index + 1));
    let ends = |sorts: u64| (1..=5).any(|n| unit.start.checked_sub(n).is_some_and(|s| line.is(s, unit.start, sorts)));
    let begins = |sorts: u64| line.longest(unit.end, sorts).is_some();
    let said = person::is_title_before(line, unit.start) || person::is_speech_after(line, unit.end);
    votes.person += if said { SHOWN } else { 0 };
    votes.person += if begins(sort::OFFICE | sort::COURTESY) { 2 } else { 0 };
    votes.place += 2 * u32::from(ends(sort::LEADS_PLACE)) + 2 * u32::from(begins(sort::AFTER_PLACE));
    votes.team += 2 * u32::from(ends(sort::LEADS_TEAM)) + 2 * u32::from(begins(sort::AFTER_TEAM));
    votes.place += u32::from(line.before(unit.end) == '堡');
    // A list goes on with what it began with.
    let listed = |mark: Option<&Unit>, other: Option<usize>| {
        mark.filter(|m| matches!(line.char(m.start), '、' | '和' | '与') && m.len() == 1).and_then(|_| beside(other))
    };
    for other in [listed(before, index.checked_sub(2)), listed(after, Some(index + 2))].into_iter().flatten() {
        match other.kind {
            Kind::Person => votes.person += 2,
            Kind::Place => votes.place += 2,
            Kind::Organization => votes.team += 2,
            _ => {}
        }
    }
}
