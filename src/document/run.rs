//! The run of lines whose evidence adds up to most (maximum subarray, Kadane).

use super::BlockKind;
use super::line::Line;
use super::verdict::Verdict;
use std::ops::Range;

/// The article begins after the lines that say when and where it was published; this much speaks for a start there.
const AFTER_FACTS: f64 = 8.0;

/// So many lines after them at most.
const NEAR_FACTS: usize = 12;

/// What it costs the article to reach across a line of clutter: little for what is pushed between paragraphs, much for
/// what comes after the end.
fn gap(line: &Line, verdict: &Verdict) -> f64 {
    let most = match verdict.clutter {
        Some(BlockKind::Caption) => 0.5,
        // 相关阅读 with a title in the same line stands between paragraphs; alone it heads the list at the end.
        Some(BlockKind::Related) if line.letters > 8 => 2.5,
        Some(BlockKind::Related) => 4.5,
        Some(BlockKind::Advert | BlockKind::Share | BlockKind::Noise | BlockKind::Byline | BlockKind::Source) => 1.5,
        Some(BlockKind::Headline | BlockKind::Navigation | BlockKind::Timestamp | BlockKind::Keywords) => 3.0,
        Some(BlockKind::Disclaimer | BlockKind::Copyright) => 4.0,
        _ => 6.0,
    };
    verdict.clutter_weight().min(most)
}

/// The run of lines with the largest sum of evidence (Kadane), the first of equals. Where no line is written like prose,
/// every line that is not clutter by its own words.
pub(super) fn find(lines: &[Line], verdicts: &[Verdict]) -> Range<usize> {
    let mut best = (0.0, 0..0);
    let (mut sum, mut from) = (0.0, 0);
    let mut since_facts = usize::MAX;
    for (i, (line, verdict)) in lines.iter().zip(verdicts).enumerate() {
        let start = if since_facts <= NEAR_FACTS { AFTER_FACTS } else { 0.0 };
        if sum <= 0.0 || (sum < start && since_facts == 0) {
            (sum, from) = (start, i);
        }
        if line.is_dateline && sum < AFTER_FACTS {
            (sum, from) = (AFTER_FACTS, i);
        }
        let dated = matches!(verdict.clutter, Some(BlockKind::Timestamp | BlockKind::Source));
        let signed = i.checked_sub(1).and_then(|above| verdicts.get(above)).is_some_and(Verdict::is_signature);
        since_facts = if dated && verdict.is_clutter() && !signed { 0 } else { since_facts.saturating_add(1) };
        sum += match verdict.is_clutter() {
            // An article does not open with clutter; the start that the facts speak for is still to come.
            true if from == i => 0.0 - sum,
            true => -gap(line, verdict),
            false => verdict.score(),
        };
        if sum > best.0 {
            best = (sum, from..i + 1);
        }
    }
    let open = |i: &usize| verdicts.get(*i).is_some_and(|v| !v.is_clutter());
    let has_prose = lines.get(best.1.clone()).is_some_and(|run| run.iter().any(Line::is_prose));
    if has_prose {
        return best.1;
    }
    let first = (0..lines.len()).find(open);
    let last = (0..lines.len()).rev().find(open);
    match (first, last) {
        (Some(first), Some(last)) => first..last + 1,
        _ => 0..0,
    }
}
