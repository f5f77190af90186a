//! Days of the lunar calendar, which are not resolved: 农历八月十五, 正月初八, 腊月廿三, 大年三十.

use super::digits::small;
use super::month::month;
use super::point::Part;
use crate::numeral::line::Line;

/// The lunar month or day that begins at `i`.
pub(crate) fn read(line: &Line, i: usize) -> Option<(usize, Part)> {
    let calendar = line.any(i, &["农历", "阴历", "旧历"]);
    let at = i + calendar.unwrap_or(0);
    let at = at + usize::from(line.at(at) == '闰');
    let named = line.any(at, &["正月", "腊月", "冬月"]).map(|length| at + length);
    if let Some(end) = named.or_else(|| calendar.and_then(|_| month(line, at)).map(|(end, _)| end)) {
        return Some((day(line, end).unwrap_or(end), Part::Open));
    }
    let end = day(line, i + line.any(i, &["大年"])?)?;
    Some((end, Part::Open))
}

/// 初八, 十五, 廿三: the index after a day of a lunar month.
fn day(line: &Line, i: usize) -> Option<usize> {
    let from = i + usize::from(line.at(i) == '初');
    let (end, _) = small(line, from).filter(|&(end, day)| day <= 30 && !line.at(end - 1).is_ascii_digit())?;
    Some(end + usize::from(matches!(line.at(end), '日')))
}
