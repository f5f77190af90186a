//! White space that cuts a number in two: no piece of `12 34元` is the number that was written, so none is reported.

use crate::numeral::line::Line;
use crate::numeral::{digit, digits_end, multiplier, scale};

/// Whether what is read at `start..end` is a piece of a longer run of digits. `known` is where the last thing read ends:
/// digits that belong to a date or an identifier cut nothing.
pub(crate) fn is_piece(line: &Line, start: usize, end: usize, known: usize) -> bool {
    is_tail(line, start, known) || is_head(line, end)
}

/// Whether digits stand before `start`, with white space and at most a separator between.
fn is_tail(line: &Line, start: usize, known: usize) -> bool {
    if start == 0 || !begins_in_digits(line, start) {
        return false;
    }
    let last = back_over_spaces(line, start);
    let separated = matches!(line.before(last), '.' | ',');
    let digits = if separated { back_over_spaces(line, last - 1) } else { last };
    let (spaced, before) = (digits < start - usize::from(separated), line.before(digits));
    if !spaced || digits <= known || known == last {
        return false;
    }
    let group = !separated || line.before(last) == '.' || digits_end(line, start) == start + 3;
    let arabic = line.at(start).is_ascii_digit();
    if arabic {
        group && (before.is_ascii_digit() || scale(before).is_some() && line.before(digits - 1).is_ascii_digit())
    } else {
        !separated && is_chinese_numeral(before)
    }
}

/// Whether digits go on behind `end`, with white space between, where no unit has ended the number.
fn is_head(line: &Line, end: usize) -> bool {
    let last = line.before(end);
    let open = last.is_ascii_digit() || scale(last).is_some() && line.before(end - 1).is_ascii_digit();
    let at = over_spaces(line, end);
    let separated = matches!(line.at(at), '.' | ',');
    let next = if separated { over_spaces(line, at + 1) } else { at };
    let spaced = next > end + usize::from(separated);
    let group = !separated || line.at(at) == '.' || digits_end(line, next) == next + 3;
    if open && spaced && group && line.at(next).is_ascii_digit() {
        return true;
    }
    is_chinese_numeral(last) && !separated && spaced && is_chinese_numeral(line.at(next))
}

fn begins_in_digits(line: &Line, start: usize) -> bool {
    line.at(start).is_ascii_digit() || is_chinese_numeral(line.at(start))
}

fn is_chinese_numeral(c: char) -> bool {
    digit(c).is_some() || multiplier(c).is_some()
}

fn back_over_spaces(line: &Line, i: usize) -> usize {
    (0..FARTHEST).fold(i, |j, _| if line.before(j) == ' ' { j - 1 } else { j })
}

fn over_spaces(line: &Line, i: usize) -> usize {
    (i..i + FARTHEST).find(|&j| line.at(j) != ' ').unwrap_or(i + FARTHEST)
}

/// How many white spaces are looked over.
const FARTHEST: usize = 4;
