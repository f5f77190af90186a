//! Months and what of them is said: 8月, 8月份, 8月上旬, 8月30日.

use super::digits::small;
use super::point::{Month, Part, Third};
use crate::among::among;
use crate::lexicon::tables::HOMOGRAPHS;
use crate::numeral::digit;
use crate::numeral::line::{Line, is_han};

/// 8月, 十二月, 8月份 without 份: the index after 月.
pub(crate) fn month(line: &Line, i: usize) -> Option<(usize, u32)> {
    let (end, value) = small(line, i)?;
    let at = line.skip_spaces(end);
    let valid = (1..=12).contains(&value)
        && line.at(at) == '月'
        && !HOMOGRAPHS.get("月").is_some_and(|next| among(next, line.at(at + 1)));
    valid.then_some((at + 1, value))
}

/// What of the month follows it at `i`.
pub(crate) fn of_month(line: &Line, i: usize, month: Month) -> (usize, Part) {
    if line.at(i) == '份' && line.at(i + 1) != '额' {
        return (i + 1, Part::Month(month));
    }
    let thirds = [
        ("上旬", Third::First),
        ("中旬", Third::Second),
        ("下旬", Third::Last),
        ("初", Third::Start),
        ("底", Third::End),
        ("末", Third::End),
    ];
    if let Some((words, third)) = thirds.into_iter().find(|(words, _)| line.has(i, words)) {
        return (i + words.chars().count(), Part::Third(month, third));
    }
    if let Some((end, day)) = small(line, line.skip_spaces(i)).filter(|&(_, day)| (1..=31).contains(&day)) {
        let at = line.skip_spaces(end);
        if matches!(line.at(at), '日' | '号') {
            return (at + 1, Part::Day(month, day));
        }
        if !is_han(line.at(end))
            && !line.at(end).is_ascii_alphanumeric()
            && digit(line.at(line.skip_spaces(i))).is_some() | line.has(line.skip_spaces(i), "十")
        {
            return (end, Part::Day(month, day));
        }
    }
    (i, Part::Month(month))
}
