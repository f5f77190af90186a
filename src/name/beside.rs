//! What stands beside the pieces of an organisation's name, and shows where it begins and ends or who acts.

use super::brand::is_stray;
use super::tables::sort;
use super::unit::{Kind, Line, Unit, is_han};
use super::{person, title};
use crate::lexicon::tables::is_word;

/// How many pieces before the last of a team's name its opponent's verb may stand.
const TEAM: usize = 5;

/// Whether a bracket or a title of office after `at` shows that an organisation ends there: 云溪科技（下称…, 云溪科技董事长.
pub(super) fn is_shown_after(line: &Line, at: usize) -> bool {
    let title = |n: usize| line.is(at, at + n, sort::OFFICE | sort::POST) && !title::is_office_head(line, at);
    // 云溪科技|全资子公司
    let owner = || (at + 2..=at + 5).any(|end| is_word("owners", line.piece(at, end.min(line.len()))));
    matches!(line.char(at), '（' | '(') || (2..=6).any(title) || owner()
}

/// Whether what stands after `at` shows that who ends there acts: a title, a bracket, a verb of saying.
pub(super) fn is_actor(line: &Line, at: usize) -> bool {
    is_shown_after(line, at) || person::is_speech_after(line, at)
}

/// Whether title or verb show that a name is a person's, and no part of a firm's.
pub(super) fn is_shown_person(line: &Line, unit: &Unit) -> bool {
    unit.tag != "nr" || person::is_title_before(line, unit.start) || person::is_speech_after(line, unit.end)
}

/// Whether what stands beside shows that a team's name ends with `last`: 钢铁队主帅, 飞鹰队客场, 战胜钢铁队.
pub(super) fn is_team(line: &Line, done: &[Unit], last: &Unit) -> bool {
    let led = || done.iter().rev().take(TEAM).any(|u| line.is(u.start, u.end, sort::LEADS_TEAM));
    line.piece(last.start, last.end) == "队" && (line.longest(last.end, sort::AFTER_TEAM).is_some() || led())
}

/// 第三|节|飞鹰队: one character right after a number is what it counts.
pub(super) fn is_measured(line: &Line, done: &[Unit], at: usize) -> bool {
    let [.., number, unit] = done.get(..=at).unwrap_or_default() else { return false };
    let ordinal = number.kind == Kind::Number && line.char(number.start) == '第';
    ordinal && unit.kind == Kind::Word && unit.len() == 1 && is_han(line.char(unit.start))
}

/// A bracketed place or 集团 before the last word, as in 远帆智造（苏州）有限公司: where it opens.
pub(super) fn bracketed(line: &Line, done: &[Unit], from: usize) -> Option<usize> {
    let [open, place, close] = done.get(from.checked_sub(3)?..from)? else { return None };
    let is = |u: &Unit, a: char, b: char| matches!(line.char(u.start), c if c == a || c == b);
    let inner = place.kind == Kind::Place || line.piece(place.start, place.end) == "集团";
    (is(open, '（', '(') && inner && is(close, '）', ')')).then_some(from - 3)
}

/// 十五大所提出的: 所 before a verb is grammar.
pub(super) fn is_particle(line: &Line, unit: &Unit, next: Option<&Unit>) -> bool {
    line.piece(unit.start, unit.end) == "所" && next.is_some_and(|u| u.tag.starts_with('v'))
}

/// Whether `unit` may begin a team's name: 江飞 of 澜江飞鹰队, 东陵 of 东陵钢铁队.
pub(super) fn names_team(line: &Line, unit: &Unit, team: bool) -> bool {
    let person = unit.kind == Kind::Person && !is_shown_person(line, unit);
    team && (person || unit.tag == "ns" && unit.len() >= 2 && !unit.is(sort::NO_PLACE))
}

/// Whether what was taken for a name of two characters begins a firm's before single characters: 云泽|碳|元|科技.
pub(super) fn is_head(line: &Line, unit: &Unit, last: &Unit) -> bool {
    let firm = last.is(sort::FIRM | sort::LOOSE) && !last.is(sort::FAINT) && last.len() >= 2;
    firm && unit.kind == Kind::Person && unit.len() == 2 && !is_shown_person(line, unit)
}

/// Where the name begins of which two single characters, one of them of grammar, are the brand, at the head of a clause or
/// after a place: 极|昼|汽车|创始人, 南|都|财经|大学.
pub(super) fn brand_pair(line: &Line, done: &[Unit], last: &Unit) -> Option<usize> {
    let firm = last.is(sort::FIRM | sort::BODY) && last.len() >= 2;
    if !firm || !last.is(sort::BODY) && !is_shown_after(line, last.end) {
        return None;
    }
    let noun = |u: &&Unit| u.kind == Kind::Word && u.len() >= 2 && matches!(u.tag, "n" | "vn" | "nz" | "b" | "j");
    let from = done.len() - done.iter().rev().take(2).take_while(noun).count();
    let [first, second] = done.get(from.checked_sub(2)?..from)? else { return None };
    let single = |u: &Unit| u.kind == Kind::Word && u.len() == 1 && is_han(line.char(u.start)) && !u.is(sort::SHORT);
    let grammar = |u: &Unit| matches!(u.tag, "d" | "c" | "p");
    let word = |u: &Unit| is_stray(line, u) || u.tag == "ns";
    let pair = word(first) && grammar(second) || word(second) && grammar(first);
    let before = from.checked_sub(3).and_then(|at| done.get(at));
    let head = before.is_none_or(|u| matches!(u.kind, Kind::Mark | Kind::Place));
    let place = usize::from(before.is_some_and(|u| u.kind == Kind::Place && u.end == first.start));
    (single(first) && single(second) && pair && head).then_some(from - 2 - place)
}

/// Whether it is a place, or what the lexicon calls one.
pub(super) fn is_placed(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|u| u.kind == Kind::Place || u.tag == "ns")
}
