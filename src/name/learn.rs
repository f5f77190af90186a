//! What the first cut of a document is sure of: names that are known everywhere in it.

use super::alias::Alias;
use super::brackets;
use super::brand::is_stray;
use super::lattice::{BIT, Known};
use super::owner::Owner;
use super::person;
use super::tables::sort;
use super::title;
use super::unit::{Kind, Line, Unit, ending_at, is_han, parts, starting_at};
use std::collections::BTreeMap;

/// What a name costs that the document has shown before.
const SHOWN: i32 = 9 * BIT;
/// The same for one of two characters, which more often stands there by chance.
const SHOWN_SHORT: i32 = 12 * BIT;
/// The longest name that is looked for, in characters.
const LONGEST_KNOWN: usize = 24;

/// How often a longer place must stand where the table knows its last two characters, and never these alone.
const STANDS: usize = 2;

/// Puts every name that the first cut is sure of into `known`.
pub(super) fn learn(lines: &[Line], units: &[Vec<Unit>], aliases: &[Alias], known: &mut Known) {
    for alias in aliases {
        know(known, &alias.short, alias.kind, 8 * BIT);
    }
    learn_counties(lines, units, known);
    for (line, units) in lines.iter().zip(units) {
        for (index, unit) in units.iter().enumerate() {
            let name = line.piece(unit.start, unit.end);
            match unit.kind {
                Kind::Person if unit.tag == "nr" => learn_person(line, unit, name, known),
                Kind::Foreign => {
                    learn_foreign(line, unit, name, known);
                    learn_latin(line, unit, known);
                }
                _ => {}
            }
            if matches!(unit.kind, Kind::Person | Kind::Foreign) {
                for owner in title::read(line, units, index).owners {
                    let Owner::Named(start, end) = owner else { continue };
                    let brand = starting_at(units, start).is_none_or(|u| u.end != end) && end - start >= 3;
                    let whole = ending_at(units, end).is_some()
                        && units.iter().any(|u| u.start < end && u.end > start && u.kind != Kind::Place);
                    if brand && whole && !is_part(line, units, end) {
                        know(known, line.piece(start, end), Kind::Organization, SHOWN);
                    }
                }
            }
        }
    }
}

/// 青|岚县, 青|岚县: what stands before the same short place wherever it is said is its first character.
fn learn_counties(lines: &[Line], units: &[Vec<Unit>], known: &mut Known) {
    let mut said: BTreeMap<&str, Option<(&str, usize)>> = BTreeMap::new();
    for (line, units) in lines.iter().zip(units) {
        for (index, unit) in units.iter().enumerate() {
            if unit.kind != Kind::Place || unit.len() != 2 || !line.is(unit.end - 1, unit.end, sort::DIVISION) {
                continue;
            }
            let before =
                index.checked_sub(1).and_then(|i| units.get(i)).filter(|u| u.end == unit.start && is_stray(line, u));
            let whole = before.map(|u| line.piece(u.start, unit.end));
            let of = said.entry(line.piece(unit.start, unit.end)).or_insert(whole.map(|name| (name, 0)));
            *of = of.zip(whole).filter(|((name, _), whole)| name == whole).map(|((name, count), _)| (name, count + 1));
        }
    }
    for (name, count) in said.into_values().flatten() {
        if count >= STANDS {
            know(known, name, Kind::Place, SHOWN);
        }
    }
}

/// 采购部, 房屋管理科: by itself the part of an organisation, which is not to be cut from the whole.
fn is_part(line: &Line, units: &[Unit], end: usize) -> bool {
    let last = ending_at(units, end).and_then(|i| units.get(i));
    last.is_some_and(|u| (1..=u.len()).any(|n| line.is(u.end - n, u.end, sort::UNIT)))
}

fn learn_person(line: &Line, unit: &Unit, name: &str, known: &mut Known) {
    let strong = person::is_title_before(line, unit.start) || person::is_speech_after(line, unit.end);
    let cost = match unit.len() {
        0..=2 if strong => SHOWN_SHORT,
        0..=2 => return,
        _ if strong => SHOWN,
        _ => SHOWN + 2 * BIT,
    };
    know(known, name, Kind::Person, cost);
}

/// Knows `name`, as what it was first taken for, at the least cost.
pub(super) fn know(known: &mut Known, name: &str, kind: Kind, cost: i32) {
    if name.chars().nth(LONGEST_KNOWN).is_some() {
        return;
    }
    if let Some(entry) = known.entry(name.chars()) {
        *entry = Some(
            entry.map_or((kind, cost), |(first, least)| (first, if first == kind { least.min(cost) } else { least })),
        );
    }
}

/// A dotted name is known by its parts as well.
fn learn_foreign(line: &Line, unit: &Unit, name: &str, known: &mut Known) {
    let strong = person::is_title_before(line, unit.start) || person::is_speech_after(line, unit.end);
    let latin = unit.tag == "nrl";
    if latin || parts(name).nth(1).is_some() {
        know(known, name, Kind::Foreign, if latin { BIT } else { SHOWN });
        let least = if latin { 3 } else { 2 };
        let whole =
            |p: &&str| p.chars().count() >= least && p.chars().all(if latin { char::is_alphabetic } else { is_han });
        for part in parts(name).filter(whole) {
            know(known, part, Kind::Foreign, if latin { BIT } else { SHOWN + BIT });
        }
    } else if strong && unit.len() >= 3 {
        know(known, name, Kind::Foreign, SHOWN);
    }
}

/// 哈祖斯（Jan Hatzius）: the name in the bracket is known, and its last word.
fn learn_latin(line: &Line, unit: &Unit, known: &mut Known) {
    let Some((start, end)) = brackets::latin(line, unit.end) else { return };
    let name = line.piece(start, end);
    let last = name.split(' ').next_back().filter(|word| word.len() >= 3);
    for piece in std::iter::once(name).chain(last) {
        know(known, piece, Kind::Foreign, BIT);
    }
}
