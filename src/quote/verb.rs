//! Verbs of saying.

use crate::name::tables::sort;
use crate::name::unit::Line;

/// The longest verb of the tables, in characters.
const LONGEST: usize = 8;

/// A verb of saying at some characters of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sorts: u64,
}

impl Verb {
    /// Whether it governs what follows even without a comma.
    pub(super) fn is_strong(&self, line: &Line) -> bool {
        line.is(self.start, self.end, sort::STRONG)
    }
}

/// The verb of saying that begins at `start`, the longest, unless a word that is none begins there too.
pub(super) fn at(line: &Line, start: usize) -> Option<Verb> {
    let wanted = sort::SAY | sort::TELL | sort::MARK | sort::ACT;
    let end = line.longest(start, wanted)?;
    let never = line.longest(start, sort::NO_SPEECH).is_some_and(|other| other > end);
    let ahead = start.checked_sub(1).is_some_and(|s| line.longest(s, sort::NO_SPEECH).is_some_and(|end| end > start));
    let documents = line.listed(start).iter().filter(|word| word.sorts & sort::DOCUMENT != 0);
    // 报告称: the first word is who says it.
    if documents.into_iter().any(|word| word.end < end && line.is(word.end, end, sort::SAY)) {
        return None;
    }
    let sorts = line.sorts(start, end);
    let end = if end >= start + 2 && matches!(line.char(end), '道' | '说') { end + 1 } else { end };
    (!never && !ahead).then_some(Verb { start, end, sorts })
}

/// The verb of saying that ends at `end`.
pub(super) fn before(line: &Line, end: usize, from: usize) -> Option<Verb> {
    (1..=LONGEST)
        .rev()
        .filter_map(|n| end.checked_sub(n))
        .filter(|&s| s >= from)
        .find_map(|s| at(line, s).filter(|v| v.end == end))
}
