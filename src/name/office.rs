//! The office that someone takes in the clause behind the name (周游出任董事长), or has as the one named before has.

use super::tables::sort;
use super::title::{FAR, Role, VERB, ending_before, title_before};
use super::unit::{Kind, Line, Unit, starting_at};

/// 任命周游为|青禾集团|董事长, 周游|正式|出任|…: the titles in the clause behind `units[at]` that this person takes.
pub(super) fn taken(line: &Line, units: &[Unit], at: usize) -> Role {
    let Some(person) = units.get(at) else { return Role::default() };
    // 接替|陈立言|担任
    if line.has_before(person.start, VERB, sort::TAKES) {
        return Role::default();
    }
    let appointed = line.has_before(person.start, VERB, sort::APPOINTS);
    let behind = || units.iter().skip(at + 1);
    let adverbs = behind()
        .take(2)
        .take_while(|u| u.kind == Kind::Number || u.is(sort::COURTESY) || matches!(u.tag, "d" | "t" | "ad"))
        .count();
    let Some(verb) = behind().nth(adverbs) else { return Role::default() };
    let takes = line.longest(verb.start, sort::TAKES);
    let becomes = line.piece(verb.start, verb.end) == "为" && (appointed || is_all(line, units, verb.end));
    let Some(from) = takes.or_else(|| becomes.then_some(verb.end)) else { return Role::default() };
    let clause = units.iter().skip(units.partition_point(|u| u.start < from));
    let clause = clause.take_while(|u| u.end <= from + FAR && (u.kind != Kind::Mark || line.char(u.start) == '、'));
    let held =
        |u: &&Unit| title_before(line, units, u.end).is_some_and(|(_, sorts)| sorts & (sort::OFFICE | sort::POST) != 0);
    let Some(end) = clause.filter(held).map(|u| u.end).last() else { return Role::default() };
    let mut role = ending_before(line, units, end);
    // 当选|会长: the verb is no part of the title.
    role.titles.iter_mut().for_each(|title| title.0 = title.0.max(from));
    role.titles.retain(|title| title.0 < title.1);
    let person = |at: usize| starting_at(units, at).is_some_and(|u| u.kind == Kind::Person);
    role.owners.retain(|owner| owner.start() >= from && !person(owner.start()));
    role
}

/// 周游|为|公司|董事长: whether the clause that begins at `from` is a title and no more.
fn is_all(line: &Line, units: &[Unit], from: usize) -> bool {
    let end = (from..from + FAR).find(|&i| !line.char(i).is_alphanumeric()).unwrap_or(from);
    title_before(line, units, end)
        .is_some_and(|(start, sorts)| start >= from && sorts & (sort::OFFICE | sort::POST) != 0)
}

/// Whether a title of an office begins at `at`.
pub(super) fn begins(line: &Line, at: usize) -> bool {
    line.listed(at).iter().any(|word| word.sorts & (sort::OFFICE | sort::POST) != 0 && word.end >= at + 2)
}

/// In 分析师刘菲菲、黄河 the second has what the first has, in 教授诸葛文静、副教授闵知行 where the first is.
pub(super) fn shared(
    line: &Line,
    units: &[Unit],
    index: usize,
    role: Role,
    previous: Option<&(usize, Role, usize)>,
) -> Role {
    let Some((before, theirs, end)) = previous else { return role };
    let links = |to: usize| to == *end + 1 && matches!(line.char(*end), '、' | '和' | '与' | '及');
    if role.titles.is_empty() {
        let next = line.char(*end) != '与' && *before + 2 == index;
        return if next && units.get(index).is_some_and(|u| links(u.start)) { theirs.clone() } else { role };
    }
    // 海州大学教授诸葛文静、副教授闵知行: of the same place.
    let goes_on = role.owners.is_empty() && role.titles.first().is_some_and(|&(start, _)| links(start));
    let owners = if goes_on { theirs.owners.clone() } else { role.owners };
    Role { titles: role.titles, owners }
}
