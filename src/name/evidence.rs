//! What stands beside a firm and shows it: a verb that firms have, the code of a share, a share held, what it is to another.

use super::tables::sort;
use super::unit::{Kind, Line, Unit};
use crate::lexicon::tables::{has_cue, is_word, last_cue};

/// So many pieces make up a name behind what it is to another firm.
const MOST_PIECES: usize = 4;

/// What shows a firm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// A verb that firms and few others have.
    Acts,
    /// One that firms have together: 与云启动力签署.
    Signs,
    /// One that nobody else has.
    Announces,
    /// One of shares or investors, which has a list before it.
    Moves,
    /// What it is to another firm: 股东, 子公司.
    Owned,
    /// A share of it that someone holds.
    Held,
    /// A verb of what rises as shares do and goods may.
    Rises,
    /// The head of headline and story.
    Heading,
}

impl Evidence {
    /// Whether others may have it too.
    pub(super) const fn is_act(self) -> bool {
        matches!(self, Self::Acts | Self::Signs)
    }

    /// Whether a list stands before it.
    pub(super) const fn is_listed(self) -> bool {
        matches!(self, Self::Moves | Self::Rises)
    }

    /// Whether it is of the firms on either side of 和 or 与.
    pub(super) const fn is_shared(self) -> bool {
        self.is_listed() || matches!(self, Self::Signs)
    }
}

/// The sorts of verbs that show a firm in `line`: goods rise and fall as shares do.
pub(super) fn verbs(line: &Line) -> u64 {
    let goods = has_cue("goods", line.piece(0, line.len()));
    sort::ACTS | sort::ANNOUNCES | if goods { 0 } else { sort::MOVES }
}

/// The verb of the sorts `wanted` that begins with `unit`.
pub(super) fn verb(line: &Line, unit: &Unit, wanted: u64) -> Option<Evidence> {
    let word = line.listed(unit.start).iter().rfind(|word| word.sorts & wanted != 0 && word.end >= unit.end)?;
    Some(match word.sorts & wanted {
        sort::ANNOUNCES => Evidence::Announces,
        sort::MOVES => Evidence::Moves,
        _ if matches!(line.char(unit.start), '签' | '达') => Evidence::Signs,
        _ => Evidence::Acts,
    })
}

/// 澜舟动力|涨|5.02%, 澜舟动力|报|20.41元, 澜舟动力|18%|股权: the share that a firm rises by, its price, or the share that is held
/// of it.
pub(super) fn moved(line: &Line, units: &[Unit], at: usize, wanted: u64) -> Option<Evidence> {
    let [unit, next] = units.get(at..at + 2)? else { return None };
    let priced = line.piece(next.start, next.end) == "每股" || line.before(next.end) == '元';
    if priced && is_word("priced", line.piece(unit.start, unit.end)) && wanted & sort::MOVES != 0 {
        return Some(Evidence::Rises);
    }
    if unit.kind != Kind::Number && next.kind != Kind::Number {
        return None;
    }
    let rises = matches!(line.piece(unit.start, unit.end), "涨" | "跌" | "收涨" | "收跌") && wanted & sort::MOVES != 0;
    let share = |u: &Unit| u.kind == Kind::Number && line.before(u.end) == '%';
    let held = share(unit) && matches!(line.piece(next.start, next.end), "股权" | "股份" | "的");
    let held = held && (line.char(next.start) != '的' || line.piece(next.end, next.end + 2) == "股权");
    if rises && share(next) { Some(Evidence::Rises) } else { held.then_some(Evidence::Held) }
}

/// Whether a bracket with the code of a share opens at `at`: （300999.SZ）, (02589.HK).
pub(super) fn is_code(line: &Line, at: usize) -> bool {
    let digits = (at + 1..at + 8).take_while(|&i| line.char(i).is_ascii_digit()).count();
    let behind = line.char(at + 1 + digits);
    matches!(line.char(at), '（' | '(')
        && ((4..=6).contains(&digits) && behind == '.' || digits == 6 && matches!(behind, '）' | ')'))
}

/// 海诺森、伟世达|等|优质|企业: what a list of firms is said to be of.
pub(super) fn listed(line: &Line, units: &[Unit], at: usize) -> Option<Evidence> {
    units.get(at).filter(|u| line.piece(u.start, u.end) == "等")?;
    let mark = |u: &&Unit| matches!(line.char(u.start), '、' | '和');
    units.get(..at)?.iter().rev().take(2 * MOST_PIECES).find(mark)?;
    let behind =
        units.get(at + 1..)?.iter().take(MOST_PIECES).take_while(|u| u.kind != Kind::Mark && !u.is(sort::TITLE));
    let firms = behind.filter(|u| is_word("firms", line.piece(u.start, u.end))).last()?;
    let held = units.iter().skip(at).find(|u| u.start >= firms.end).is_some_and(|u| u.is(sort::TITLE));
    (!held).then_some(Evidence::Rises)
}

/// 股东|旭|岭|投资, 子公司|利江|药业: the pieces from what a firm is to another up to what names of firms end with.
pub(super) fn owned<'u>(line: &Line, units: &'u [Unit], at: usize) -> Option<&'u [Unit]> {
    let owner = units.get(at.checked_sub(1)?).filter(|u| u.kind == Kind::Word && u.len() >= 2)?;
    last_cue("owners", line.piece(owner.start, owner.end))?;
    let run = units.get(at..)?;
    let ends = |u: &Unit| u.kind == Kind::Word && u.len() >= 2 && u.is(sort::FIRM | sort::LOOSE);
    let end = run.iter().take(MOST_PIECES).position(ends).filter(|&end| end > 0)?;
    run.get(..=end).filter(|run| !run.iter().take(end).any(|u| u.is(sort::SUFFIX | sort::FIELD | sort::WORK)))
}
