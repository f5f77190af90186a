//! Two numbers with `:`, `-` or 比 between: a clock time, a score or a ratio, told apart by what stands around them.

use super::found::{Found, Shape};
use crate::lexicon::tables::has_cue;
use crate::numeral::decimal::Decimal;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{self, digits_end};
use crate::quantity::FigureKind;
use crate::time::clock::{Colon, colon};

/// The score or ratio that begins at `i`; clock times are read by [`crate::time`].
pub(crate) fn read(line: &Line, i: usize) -> Option<Found> {
    let (first_end, first) = number(line, i)?;
    if let Some(end) = several_end(line, first_end).filter(|&end| !code_like(line, i, end)) {
        let found = Found::one(i, end, Decimal::ZERO, FigureKind::Ratio, "");
        return Some(Found { shape: Shape::Several, ..found });
    }
    let at = line.skip_spaces(first_end);
    let joint = line.at(at);
    let from = line.skip_spaces(at + 1);
    let (end, second) = number(line, from)?;
    if !matches!(joint, ':' | '比' | '-' | '–' | '—') || line.at(end) == joint || code_like(line, i, end) {
        return None;
    }
    let kind = match joint {
        ':' => match colon(line, i, end)? {
            Colon::Clock => return None,
            Colon::Score => FigureKind::Score,
            Colon::Ratio => FigureKind::Ratio,
        },
        '比' => of_word(line, i, end)?,
        _ => of_dash(line, i, end)?,
    };
    let found = Found::one(i, end, first, kind, "");
    Some(Found { high: second, shape: Shape::Parts, ..found })
}

/// Where a ratio of three and more ends whose first number ends at `first`: 6.4∶45.1∶48.5.
fn several_end(line: &Line, first: usize) -> Option<usize> {
    let next = |end: usize| (line.at(end) == ':').then(|| number(line, end + 1)).flatten().map(|(end, _)| end);
    let mut end = next(next(first)?)?;
    for _ in 0..MOST {
        end = next(end).unwrap_or(end);
    }
    Some(end)
}

/// Most further numbers of such a ratio.
const MOST: usize = 6;

/// 3比1 is a score unless a ratio is spoken of.
fn of_word(line: &Line, i: usize, end: usize) -> Option<FigureKind> {
    let before = line.words(line.clause_start(i, ",。;"), i);
    let small = |words: String| words.chars().count() <= 3;
    let middle = (i..end).find(|&j| line.at(j) == '比')?;
    let plain = small(line.words(i, middle))
        && small(line.words(middle + 1, end))
        && line.at(end) != '%'
        && line.at(end) != '例';
    let decimal = (i..end).any(|j| line.at(j) == '.') && end - i <= 12 && line.at(end) != '%';
    if decimal {
        return Some(FigureKind::Ratio);
    }
    plain.then_some(if has_cue("ratio", &before) || line.has(end, "的比例") {
        FigureKind::Ratio
    } else {
        FigureKind::Score
    })
}

/// 5-4 is a score only right beside a word of winning or losing.
fn of_dash(line: &Line, i: usize, end: usize) -> Option<FigureKind> {
    let before = line.words(line.clause_start(i, ",。;").max(i.saturating_sub(6)), i);
    let after = line.words(end, (end + 5).min(line.clause_end(end, ",。;")));
    let list = line.before(i) == '、' || line.at(end) == '、';
    let clause = line.words(line.clause_start(i, "。;"), line.clause_end(end, "。;"));
    let cue = has_cue("scoretight", &after) || has_cue("scoretight", &before) || list && has_cue("scoretight", &clause);
    let short = line.words(i, end).split(|c: char| !c.is_ascii_digit()).all(|n| n.len() <= 3);
    (cue && short && !line.at(end).is_ascii_alphanumeric()).then_some(FigureKind::Score)
}

/// A whole number or a decimal with nothing to it.
fn number(line: &Line, i: usize) -> Option<(usize, Decimal)> {
    if line.at(i).is_ascii_digit() {
        let end = digits_end(line, i);
        let end =
            if line.at(end) == '.' && line.at(end + 1).is_ascii_digit() { digits_end(line, end + 1) } else { end };
        return (end - i <= 6).then(|| numeral::literal(line, i)).flatten().filter(|&(e, _)| e == end);
    }
    let number = numeral::read(line, i)?;
    (number.low == number.high && !number.arabic).then_some((number.end, number.low))
}

/// Whether letters or further joints make the pair part of a code.
fn code_like(line: &Line, i: usize, end: usize) -> bool {
    let before = line.before(i);
    before.is_ascii_alphanumeric()
        || matches!(before, '-' | '/' | '.' | '_' | '#')
        || line.at(end).is_ascii_alphabetic()
        || matches!(line.at(end), '/' | '_' | '%')
        || line.at(end) == '-' && !is_han(line.at(end + 1))
}
