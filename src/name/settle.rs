//! What a foreign name of one word names: a person, a place or a team, by what stands beside it wherever the document has it.
//! Cities that the tables list are settled too, as clubs are called by them (罗马客场战胜拉齐奥).

use super::tables::sort;
use super::unit::{Kind, Line, Unit, ending_at, parts};
use super::{brand, foreign, person};
use crate::lexicon::tables::{first_cue, is_word, last_cue};
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
        for (index, unit) in units.iter().enumerate().filter(|(_, unit)| is_open(line, unit)) {
            let name = line.piece(unit.start, unit.end);
            if parts(name).nth(1).is_some() || name.is_ascii() {
                for part in parts(name).chain([name]) {
                    votes.entry(part).or_default().person += SHOWN;
                }
            } else {
                let votes = votes.entry(name).or_default();
                votes.person += u32::from(unit.kind == Kind::Person);
                votes.place += 2 * u32::from(unit.kind == Kind::Place);
                vote(line, units, index, votes);
            }
        }
    }
    for (line, units) in lines.iter().zip(units) {
        for index in 0..units.len() {
            let thing = is_thing(line, units, index);
            let Some(unit) = units.get_mut(index).filter(|unit| thing || is_open(line, unit)) else { continue };
            if thing {
                unit.kind = Kind::Word;
            } else if let Some(votes) = votes.get(line.piece(unit.start, unit.end)) {
                unit.kind = match votes.kind() {
                    Kind::Foreign => unit.kind,
                    other => other,
                };
            }
        }
    }
}

/// Whether it is a foreign name, or may be one that is also a Chinese name (桑德兰) or a city's.
fn is_open(line: &Line, unit: &Unit) -> bool {
    let name = || line.piece(unit.start, unit.end);
    match unit.kind {
        Kind::Foreign => !line.is(unit.start, unit.end, sort::PERSON),
        Kind::Person => unit.tag != "nrx" && unit.len() >= 3 && foreign::is_likely(name()),
        Kind::Place => unit.len() <= 5 && !line.is(unit.start, unit.end, sort::COUNTRY) && foreign::is_likely(name()),
        _ => false,
    }
}

/// 云娜|6|型火箭, 台风|“杜梅”, “萨赫尔|-4”|导弹, 抗癌药|泽尼布, 洛塔热: what is called by a name, or its name.
fn is_thing(line: &Line, units: &[Unit], index: usize) -> bool {
    let Some(unit) = units.get(index) else { return false };
    // “海州|号”
    if unit.kind == Kind::Place {
        return matches!(line.before(unit.start), '“' | '「')
            && line.char(unit.end) == '号'
            && matches!(line.char(unit.end + 1), '”' | '」');
    }
    if !matches!(unit.kind, Kind::Person | Kind::Foreign) {
        return false;
    }
    let dash = usize::from(matches!(line.char(unit.end), '-' | '—'));
    let digits = line.chars(unit.end + dash, unit.end + dash + 4).iter().take_while(|c| c.is_ascii_digit()).count();
    let behind = unit.end + if digits > 0 { dash + digits } else { 0 };
    let closed = usize::from(matches!(line.char(behind), '”' | '」'));
    let open = usize::from(matches!(line.before(unit.start), '“' | '「'));
    let numbered = unit.kind == Kind::Foreign && digits > 0 && matches!(line.char(behind), '型' | '号');
    let after = behind + closed;
    let ends = |word: &str| ending_at(units, after + word.chars().count()).is_some();
    let of_thing = first_cue("thing", line.piece(after, line.len())).is_some_and(ends)
        || closed > 0 && matches!(line.char(after), '号' | '级');
    let before = line.piece(unit.start.saturating_sub(open + 4), unit.start - open);
    let named = matches!(line.before(unit.end), '号' | '热') && unit.kind == Kind::Foreign;
    let shown = person::is_title_before(line, unit.start) || person::is_speech_after(line, unit.end);
    !shown && (numbered || named || of_thing || last_cue(if open > 0 { "marked" } else { "called" }, before).is_some())
}

/// Adds what stands beside `units[index]`.
fn vote(line: &Line, units: &[Unit], index: usize, votes: &mut Votes) {
    let Some(unit) = units.get(index) else { return };
    let beside = |i: Option<usize>| i.and_then(|i| units.get(i));
    let before = beside(index.checked_sub(1));
    let after = beside(Some(index + 1));
    let ends = |sorts: u64| line.has_before(unit.start, 1..=5, sorts);
    let begins = |sorts: u64| line.longest(unit.end, sorts).is_some();
    let said = person::is_title_before(line, unit.start) || person::is_speech_after(line, unit.end);
    votes.person += if said { SHOWN } else { 0 };
    votes.person += if begins(sort::OFFICE | sort::COURTESY) { 2 } else { 0 };
    votes.place += 2 * u32::from(ends(sort::LEADS_PLACE)) + 2 * u32::from(begins(sort::AFTER_PLACE));
    votes.team += 2 * u32::from(ends(sort::LEADS_TEAM)) + 2 * u32::from(begins(sort::AFTER_TEAM));
    votes.place += u32::from(line.before(unit.end) == '堡');
    // 卡纳塔克|邦
    votes.place += if matches!(line.before(unit.end), '州' | '邦' | '郡' | '省') { SHOWN } else { 0 };
    // 航运|巨头|艾诺瓦
    votes.team += if before.is_some_and(|u| brand::is_trade_end(line, u)) { SHOWN } else { 0 };
    // 麦格里|资产管理
    votes.team += if after.is_some_and(|u| is_word("firmly", line.piece(u.start, u.end))) { SHOWN } else { 0 };
    // A list goes on with what it began with.
    let listed = |mark: Option<&Unit>, other: Option<usize>| {
        mark.filter(|m| matches!(line.char(m.start), '、' | '和' | '与') && m.len() == 1).and_then(|_| beside(other))
    };
    for other in [listed(before, index.checked_sub(2)), listed(after, Some(index + 2))].into_iter().flatten() {
        match other.kind {
            Kind::Person => votes.person += 2,
            Kind::Place => votes.place += 2,
            Kind::Organization if unit.kind == Kind::Foreign => votes.team += 2,
            _ => {}
        }
    }
}
