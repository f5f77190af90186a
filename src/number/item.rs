//! Marks of list items: the 1 of `1、股份解除质押证明；` orders and counts nothing.

use crate::numeral::line::Line;

/// Most digits of a mark: longer numbers before a mark are years and codes.
const MOST_DIGITS: usize = 2;

/// Whether the number at `start..end` opens a line or an item and only numbers it: `1、`, `1.`, `1)`, `(1)`, `一、`.
pub(crate) fn is_mark(line: &Line, start: usize, end: usize) -> bool {
    let bracketed = line.before(start) == '(' && line.at(end) == ')';
    let closed = matches!(line.at(end), '、' | '.' | ')') && !line.at(line.skip_spaces(end + 1)).is_ascii_digit();
    let before = line.before(line.back_spaces(if bracketed { start - 1 } else { start }));
    let opens = matches!(before, '\0' | '\n' | ';' | ':' | '。');
    (bracketed || closed) && opens && end - start <= MOST_DIGITS
}
