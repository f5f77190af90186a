//! How much a line looks like the title of the article.

use super::body::Outline;
use super::dateline;
use super::evidence::is_bracketed;
use super::headline::{LONGEST_OUTLET, SHORTEST_COPY, is_fact};
use super::issued;
use super::line::{Ending, Line, key};
use super::verdict::Verdict;
use crate::among::holds;
use crate::html::Part;
use crate::lexicon::tables::structure;

/// The evidence that line `i` is the title, or nothing where it cannot be.
pub(super) fn score(text: &str, outline: &Outline, i: usize) -> Option<f64> {
    let line = outline.lines.get(i)?;
    let verdict = outline.verdicts.get(i)?;
    if !is_possible(text, outline, i) {
        return None;
    }
    let repeated = is_repeated(text, outline, i);
    if is_report(text, line, repeated) || is_outlet(text, outline, i) {
        return None;
    }
    let length = if (8..=50).contains(&line.letters) { 1.0 } else { 0.0 };
    let facts = (i + 1..i + 8).any(|j| outline.verdicts.get(j).is_some_and(is_fact));
    let facts_before = !facts && (i.saturating_sub(6)..i).any(|j| outline.verdicts.get(j).is_some_and(is_fact));
    let distance = (outline.run.start - i.min(outline.run.start)) as f64;
    let mut score = 4.0 * outline.shared(line.of(text)) + length - (0.05 * distance).min(1.5);
    score += if repeated { 1.5 } else { 0.0 };
    score += if facts { 1.0 } else { 0.0 };
    score += if length > 0.0 && outline.verdicts.get(i + 1).is_some_and(is_fact) { 1.0 } else { 0.0 };
    score -= if verdict.is_menu() { 3.0 } else { 0.0 };
    score += if line.hint.part == Part::Title { 4.0 } else { 0.0 };
    score += if i == 0 { 1.0 } else { 0.0 };
    score += if is_roundup(text, outline, i) { 4.0 } else { 0.0 };
    score += if issued::ends_title(line.of(text)) { 2.0 } else { 0.0 };
    score += if i + 1 == outline.run.start { 1.2 } else { 0.0 };
    score -= if facts_before { 1.5 } else { 0.0 };
    score -= if is_outlet_beside_time(text, outline, i) { 3.0 } else { 0.0 };
    score -= if line.ending == Ending::Stop && !line.calls { 5.0 } else { 0.0 };
    Some(score)
}

/// Whether the line is written as titles are, whatever stands around it.
fn is_possible(text: &str, outline: &Outline, i: usize) -> bool {
    let (Some(line), Some(verdict)) = (outline.lines.get(i), outline.verdicts.get(i)) else { return false };
    let share = outline.shared(line.of(text));
    // A title may be made of the page's words where the article is about pages.
    let clutter = verdict.is_clutter() && (share < SPEAKS_OF_IT || verdict.weight_but_words() >= 2.5);
    // A poem may be called by two characters, above its author.
    let short = i == 0 && line.han >= 2 && line.letters < 4 && outline.verdicts.get(1).is_some_and(is_fact);
    if !(line.is_title_like() || short) || clutter || outline.lines.len() < 2 {
        return false;
    }
    // When a document was passed, or the telephone number of the page.
    if is_bracketed(line.of(text)) || line.digits * 2 > line.letters {
        return false;
    }
    // What stands below a title, to say more: `——江城第三棉纺厂改造记`.
    if line.of(text).starts_with("——") {
        return false;
    }
    // Who speaks by turns in an interview; what they say is no title.
    if structure("speaker").iter().any(|speaker| line.of(text).starts_with(speaker)) {
        return false;
    }
    if line.is_chapter || line.is_item || line.is_broken || (line.is_row() && line.han * 2 < line.letters) {
        return false;
    }
    // The heads of the table below.
    if line.tabs > 0 && outline.lines.get(i + 1).is_some_and(|row| row.is_row() && row.tabs == line.tabs) {
        return false;
    }
    let opens_body = i == outline.run.start;
    let below = outline.lines.get(i + 1..outline.run.end).unwrap_or_default();
    let is_all = line.ending == Ending::Stop && !below.iter().any(Line::is_prose);
    !(opens_body && line.is_prose() && (is_all || line.commas + line.stops > 2))
}

/// A line that shares this much of its letter pairs with the article speaks of its matter.
const SPEAKS_OF_IT: f64 = 0.4;

/// Whether a piece of the line, at least half of it, stands below or after the article as its title.
fn is_repeated(text: &str, outline: &Outline, i: usize) -> bool {
    let Some(line) = outline.lines.get(i) else { return false };
    let own = key(line.of(text));
    let copies = |j: usize| {
        j != i
            && outline.lines.get(j).is_some_and(|other| {
                let other = key(other.of(text));
                let long = other.chars().count();
                long >= SHORTEST_COPY && own.starts_with(&other) && long * 2 > own.chars().count()
            })
    };
    (i + 1..outline.lines.len().min(i + 12)).chain(tail(outline)).any(copies)
}

/// Whether a report has begun with its dateline, unless a list of the page repeats the line as a title.
fn is_report(text: &str, line: &Line, repeated: bool) -> bool {
    let head = dateline::length(line.of(text)).and_then(|length| line.of(text).get(..length));
    let wire = |head: &str| line.ending != Ending::Open || head.contains(|c: char| c.is_ascii_digit() || c == '（');
    !repeated && head.is_some_and(wire)
}

/// Whether the line is the name of the outlet, which a line of facts near it repeats.
fn is_outlet(text: &str, outline: &Outline, i: usize) -> bool {
    let Some(line) = outline.lines.get(i) else { return false };
    let stands_in = |j: usize| {
        let fact = outline.verdicts.get(j).is_some_and(is_fact) && j != i;
        fact && holds(outline.span(j).of(text), line.of(text))
    };
    line.letters <= LONGEST_OUTLET && (i.saturating_sub(6)..i + 8).any(stands_in)
}

/// Whether the line is the name of an outlet between the title and its time, or at the head of the page: `江城大桥通车了吗 / 江城晚报 /
/// 2024-03-05 07:15`.
fn is_outlet_beside_time(text: &str, outline: &Outline, i: usize) -> bool {
    let Some(line) = outline.lines.get(i) else { return false };
    let named = line.letters <= LONGEST_OUTLET && structure("outlet").iter().any(|end| line.of(text).ends_with(end));
    let dated = outline.verdicts.get(i + 1).is_some_and(is_fact);
    let titled = i.checked_sub(1).is_none_or(|i| {
        let open = !outline.verdicts.get(i).is_some_and(Verdict::is_clutter);
        open && outline.lines.get(i).is_some_and(|above| above.is_title_like() && above.letters > line.letters)
    });
    named && dated && titled
}

/// Whether the line is the title of several items, each with a heading of its own below it.
fn is_roundup(text: &str, outline: &Outline, i: usize) -> bool {
    let named =
        outline.lines.get(i).is_some_and(|line| structure("roundup").iter().any(|end| line.of(text).ends_with(end)));
    let below = outline.lines.get(i + 1..).unwrap_or_default();
    // A paper that comes out in the evening is called so too.
    let outlet = is_outlet_beside_time(text, outline, i);
    let heads = |line: &Line| line.is_title_like() && !(outlet && line.is_prose());
    let item = |pair: &&[Line]| matches!(pair, [heading, report] if heads(heading) && report.is_prose());
    named && below.windows(2).take(ITEMS).filter(item).count() > 1
}

/// So many lines below a title tell whether it stands above several items.
const ITEMS: usize = 24;

/// Lines after the article, where lists repeat the title.
fn tail(outline: &Outline) -> std::ops::Range<usize> {
    outline.run.end..outline.lines.len().min(outline.run.end + 12)
}
