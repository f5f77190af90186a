//! Firms by their full names in law, which begin at their place and are never cut inside: 海州向融领创私募基金管理有限公司,
//! 云川（海州）股权投资合伙企业（有限合伙）.

use super::beside;
use super::tables::sort;
use super::unit::{Kind, Line, Unit};
use crate::among::among;
use crate::lexicon::LEXICON;
use crate::lexicon::tables::last_cue;
use crate::term::AFFIXES;

/// What kind of partnership it is, behind its name.
const LIMITED: &str = "（有限合伙）";
/// The longest name, in pieces.
const MOST_UNITS: usize = 12;
/// How often the dictionary's corpus has a verb that names have.
const RARE: u32 = 300;

/// Where the full name ends whose last word is `last`: its kind belongs to it.
pub(super) fn end(line: &Line, last: &Unit) -> usize {
    let behind = last.end + LIMITED.chars().count();
    if line.piece(last.end, behind.min(line.len())) == LIMITED { behind } else { last.end }
}

/// Where in `done` the full name begins that ends with `last`.
pub(super) fn start(line: &Line, done: &[Unit], last: &Unit) -> Option<usize> {
    last_cue("form", line.piece(last.start, last.end))?;
    let mut from = done.len();
    let mut within = None;
    while from > 0 && done.len() - from < MOST_UNITS {
        if let Some(open) = beside::bracketed(line, done, from) {
            from = open;
            continue;
        }
        let unit = done.get(from - 1)?;
        match unit.kind {
            Kind::Place | Kind::Latin => {
                let whole = |u: &&Unit| matches!(u.kind, Kind::Place | Kind::Organization | Kind::Latin);
                return Some(from - done.get(..from)?.iter().rev().take_while(whole).count());
            }
            // 海州|电|投清融新能源|…
            Kind::Organization => {
                from -= 1;
                within = Some(from);
            }
            Kind::Word if is_part(line, unit) => from -= 1,
            Kind::Person | Kind::Foreign if is_held(line, unit) || !beside::is_shown_person(line, unit) => from -= 1,
            _ => break,
        }
    }
    if within.is_some() {
        return within;
    }
    // 澜特160国际有限公司 is no 国际有限公司.
    let number = from.checked_sub(1).and_then(|i| done.get(i)).filter(|u| u.kind == Kind::Number);
    if number.is_some_and(|u| !among("年月日时分", line.before(u.end))) {
        return None;
    }
    // 拟|向|云岭有限公司
    from += done.iter().skip(from).take_while(|u| u.len() == 1 && line.char(u.start) == '向').count();
    let parts = done.get(from..)?;
    let counted = parts.first().is_none_or(|u| matches!(u.tag, "m" | "q" | "r" | "t"));
    let own = parts.iter().any(|u| !u.is(sort::FIELD | sort::WORK | sort::SUFFIX | sort::SCOPE | sort::DULL));
    (own && !counted).then_some(from)
}

/// 股东|海州云|岭投资有限公司: whether it stands behind a title that firms have as people do.
fn is_held(line: &Line, unit: &Unit) -> bool {
    line.piece(0, unit.start).ends_with("股东")
}

/// Whether a word may stand within a full name: any of one character but the plainest of grammar, and none of what is done to
/// firms.
fn is_part(line: &Line, unit: &Unit) -> bool {
    if unit.len() == 1 {
        return !among(AFFIXES.joined, line.char(unit.start));
    }
    if unit.is(sort::FIELD | sort::WORK | sort::SUFFIX | sort::SCOPE) {
        return !line.piece(unit.start, unit.end).ends_with("公司");
    }
    let words = line.piece(unit.start, unit.end);
    let rare = !matches!(unit.tag, "v" | "vd" | "d" | "ad" | "p" | "c" | "r" | "f") || LEXICON.frequency(words) <= RARE;
    rare && !unit.is(sort::TITLE | sort::SAY | sort::STATE)
        && !line.is(unit.start, unit.end, sort::ACTS | sort::MEANT | sort::TAKES)
}
