//! White space that cuts a number in two: no piece of `12 34元` is the number that was written, so none is reported.

use crate::among::among;
use crate::numeral::line::Line;
use crate::numeral::{digit, digits_end, multiplier, scale};

/// Whether what is read at `start..end` is a piece of a longer run of digits. `known` is where the last thing read ends:
/// digits that belong to a date or an identifier cut nothing.
pub(crate) fn is_piece(line: &Line, start: usize, end: usize, known: usize) -> bool {
    is_tail(line, start, known) || is_head(line, end)
}

/// Whether digits stand before `start` with white space between, or before groups of digits that end there.
fn is_tail(line: &Line, start: usize, known: usize) -> bool {
    if is_chinese_numeral(line.at(start)) {
        let last = back_over(line, start, " ");
        return last < start && last > known && is_chinese_numeral(line.before(last));
    }
    let mut at = start;
    for _ in 0..MOST_GROUPS {
        let last = back_over(line, at, " ,.");
        let scaled = scale(line.before(last)).is_some() && line.before(last.saturating_sub(1)).is_ascii_digit();
        let digits = line.before(last).is_ascii_digit();
        if !line.at(at).is_ascii_digit() || last == at || last <= known || !(digits || scaled) {
            return false;
        }
        if is_broken(line, last, at) {
            return true;
        }
        at = back_over_digits(line, last);
    }
    false
}

/// Whether digits go on behind `end` with white space between, where no unit has ended the number.
fn is_head(line: &Line, end: usize) -> bool {
    let last = line.before(end);
    let zero = line.at(end) == '零';
    if is_chinese_numeral(last) || zero && scale(last).is_some() {
        let end = end + usize::from(zero);
        let next = over(line, end, " ");
        return next > end && is_chinese_numeral(line.at(next));
    }
    let open = last.is_ascii_digit() || scale(last).is_some() && line.before(end - 1).is_ascii_digit();
    let mut at = end;
    for _ in 0..MOST_GROUPS {
        let next = over(line, at, " ,.");
        if !open || next == at || !line.at(next).is_ascii_digit() {
            return false;
        }
        if is_broken(line, at, next) {
            return true;
        }
        at = digits_end(line, next);
    }
    false
}

/// Whether the gap between digits at `from..to` holds white space and so is no separator. Behind a comma and white space
/// only three digits are a group; others begin the next item of a list.
fn is_broken(line: &Line, from: usize, to: usize) -> bool {
    let gap = line.slice(from, to);
    let group = !gap.contains(&',') || digits_end(line, to) == to + 3;
    gap.contains(&' ') && group
}

fn is_chinese_numeral(c: char) -> bool {
    digit(c).is_some() || multiplier(c).is_some()
}

fn back_over(line: &Line, i: usize, marks: &str) -> usize {
    (0..FARTHEST).fold(i, |j, _| if j > 0 && among(marks, line.before(j)) { j - 1 } else { j })
}

fn back_over_digits(line: &Line, i: usize) -> usize {
    (0..FARTHEST * 3).fold(i, |j, _| if line.before(j).is_ascii_digit() { j - 1 } else { j })
}

fn over(line: &Line, i: usize, marks: &str) -> usize {
    (i..i + FARTHEST).find(|&j| j >= line.len() || !among(marks, line.at(j))).unwrap_or(i + FARTHEST)
}

/// How many characters of white space and separators are looked over.
const FARTHEST: usize = 4;
/// How many groups of digits a number has at most.
const MOST_GROUPS: usize = 5;
