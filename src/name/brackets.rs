//! Another name of a person in brackets behind the first: 扬·哈祖斯（Jan Hatzius）, Alex Wu（吴立行）.

use super::tables::{TABLES, sort};
use super::unit::{Kind, Line, Unit, is_han, starting_at};

/// The longest name in Latin letters, in characters.
const LONGEST: usize = 40;

/// The name in Latin letters in the bracket that opens at `open`: its first character and one past its last.
pub(super) fn latin(line: &Line, open: usize) -> Option<(usize, usize)> {
    let start = open + 1;
    if !matches!(line.char(open), '（' | '(') || !line.char(start).is_ascii_uppercase() {
        return None;
    }
    let letter = |c: char| c.is_alphabetic() && !is_han(c) || matches!(c, ' ' | '.' | '-' | '\'' | '’' | '·');
    let end = (start..line.len().min(start + LONGEST)).find(|&i| !letter(line.char(i)))?;
    let name = line.piece(start, end);
    let closed = matches!(line.char(end), '）' | ')' | '，' | ',');
    // CEO and the like are none.
    let mixed = name.chars().any(char::is_lowercase);
    (closed && mixed && !TABLES.is(name, sort::TITLE)).then_some((start, end))
}

/// The Chinese name that fills the bracket behind a foreign one.
pub(super) fn person<'u>(units: &'u [Unit], unit: &Unit, line: &Line) -> Option<&'u Unit> {
    let opens = matches!(line.char(unit.end), '（' | '(');
    let inner = starting_at(units, unit.end + 1).filter(|_| opens && unit.kind == Kind::Foreign)?;
    let person = matches!(inner.kind, Kind::Person | Kind::Foreign);
    (person && matches!(line.char(inner.end), '）' | ')')).then_some(inner)
}
