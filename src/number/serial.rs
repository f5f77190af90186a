//! Numbers that tell a thing from its like: 斯托克50指数, 波音737, iPhone 16, 《731》.

use super::IdentifierKind;
use super::found::{Found, Shape};
use super::identifier::Named;
use crate::lexicon::tables::{PASSED, cues, is_word, last_cue};
use crate::numeral::line::{Line, is_han};
use crate::token::Token;

/// `found` as the number of a name, the value being that of both, where it measures nothing: a whole number without a unit
/// right behind the name of a thing that is not measured. `tokens` are those of the passage.
pub(super) fn read(line: &Line, tokens: &[Token], found: &Found) -> Option<Named> {
    let (start, end) = (found.start, found.end);
    let series = found.unit == "系列" && line.before(line.back_spaces(start)).is_ascii_alphabetic();
    if !series && !is_plain(line, found) {
        return None;
    }
    // 0402芯片电阻, 337调查
    if line.at(start) == '0' && end > start + 1 || line.any(end, cues("procedure")).is_some() {
        return Some(named(line, found, start));
    }
    if line.before(start) == '《' && line.at(end) == '》' {
        return Some(named(line, found, start));
    }
    let before = line.back_spaces(start);
    let from = thing(line, tokens, before)?;
    let spaced = before < start;
    let latin = line.before(before).is_ascii_alphanumeric();
    let behind = line.any(line.skip_spaces(end), cues("serial")).is_some();
    (latin || !spaced || behind).then(|| named(line, found, from))
}

/// `found` as another number of the name before it: 菜粕期货2507、2509.
pub(super) fn listed(line: &Line, before: &Named, found: &Found) -> Option<Named> {
    let mark = found.start == before.end + 1 && matches!(line.at(before.end), '、' | '和' | '及' | '/');
    (mark && is_plain(line, found)).then(|| named(line, found, found.start))
}

fn named(line: &Line, found: &Found, from: usize) -> Named {
    let value = line.words(from, found.end);
    Named { start: found.start, end: found.end, kind: IdentifierKind::Model, value }
}

/// Whether `found` is a few digits and nothing else.
fn is_plain(line: &Line, found: &Found) -> bool {
    let bare = found.shape == Shape::One && !found.has_unit() && found.scale == 0 && found.modifier.is_none();
    let digits = line.slice(found.start, found.end).iter().all(char::is_ascii_digit);
    bare && digits && found.end - found.start <= LONGEST
}

/// Most digits of such a number.
const LONGEST: usize = 4;

/// Longest word that is looked at, in characters.
const WORD: usize = 32;

/// Where the last word begins of the name of a thing that ends at `at`: no verb, and nothing that is measured or counted.
fn thing(line: &Line, tokens: &[Token], at: usize) -> Option<usize> {
    let end = line.span(at, at).start;
    let index = tokens.partition_point(|token| token.end < end);
    let token = tokens.get(index).filter(|token| token.end == end)?;
    let letters = (0..=at).rev().take(WORD).find(|&i| line.span(i, i).start == token.start)?;
    let word = line.words(letters, at);
    let tag = token.tag.as_ref();
    let noun = tag.starts_with('n') || matches!(tag, "x" | "eng" | "j" | "b");
    let lettered =
        word.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric()) && word.contains(|c: char| !c.is_ascii_digit());
    let measured = PASSED.last(&word).is_some() || last_cue("valued", &word).is_some() || is_word("agent", &word);
    (noun && lettered && !measured && word.chars().count() > 1).then_some(letters)
}
