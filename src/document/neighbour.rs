//! What the lines around a line say of it: lists repeat themselves, stand under a heading, and give a time with each title.

use super::BlockKind;
use super::line::{Ending, Line};
use super::verdict::Verdict;
use rustc_hash::FxHashMap;

/// Fewer timestamps than this make no list.
const LISTED: usize = 4;

/// A paragraph this long, in letters, is no teaser of another article.
const LONG: usize = 100;

/// A sentence this long, in letters, ends a list of titles.
const SENTENCE: usize = 45;

/// Longest heading of a list, in letters.
const HEADING: usize = 14;

/// Shortest line whose repetition says something, in letters.
const REPEATED: usize = 6;

/// Adds to the verdicts what the other lines say.
pub(super) fn weigh(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    repeated(text, lines, verdicts);
    under_heading(lines, verdicts);
    beside_timestamps(lines, verdicts);
}

fn repeated(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for line in lines.iter().filter(|line| line.letters >= REPEATED) {
        *counts.entry(line.of(text)).or_default() += 1;
    }
    for (line, verdict) in lines.iter().zip(verdicts) {
        if counts.get(line.of(text)).is_some_and(|&count| count > 1) {
            verdict.add("repeated", -3.0);
        }
    }
}

fn under_heading(lines: &[Line], verdicts: &mut [Verdict]) {
    let mut under = false;
    for (line, verdict) in lines.iter().zip(verdicts) {
        let clutter = verdict.is_clutter();
        if clutter && verdict.clutter == Some(BlockKind::Related) && line.letters <= HEADING {
            under = true;
        } else if line.letters >= SENTENCE && line.ending == Ending::Stop {
            under = false;
        } else if under && !clutter && (line.ending != Ending::Stop || line.calls) {
            verdict.add("under the heading of a list", -3.0);
        }
    }
}

fn beside_timestamps(lines: &[Line], verdicts: &mut [Verdict]) {
    let stamped: Vec<bool> =
        verdicts.iter().map(|v| v.clutter == Some(BlockKind::Timestamp) && v.is_clutter()).collect();
    if stamped.iter().filter(|&&s| s).count() < LISTED {
        return;
    }
    let at = |i: Option<usize>| i.and_then(|i| stamped.get(i)).copied().unwrap_or(false);
    for (i, (line, verdict)) in lines.iter().zip(verdicts).enumerate() {
        if line.letters < LONG && !verdict.is_clutter() && (at(i.checked_sub(1)) || at(Some(i + 1))) {
            verdict.add("beside a timestamp", -2.0);
        }
    }
}
