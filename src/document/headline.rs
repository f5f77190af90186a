//! The title: the fullest copy of it.

use super::BlockKind;
use super::body::Outline;
use super::issued;
use super::line::{Ending, Line, key};
use super::title;
use super::verdict::Verdict;
use crate::among::{holds, place};
use crate::lexicon::tables::structure;
use crate::span::Span;
use std::ops::Range;

/// The headline of the page.
#[derive(Clone, Debug)]
pub(super) struct Headline {
    /// The lines it stands in.
    pub(super) lines: Range<usize>,
    /// Its place.
    pub(super) span: Span,
    key: String,
}

/// A copy shorter than this, in letters, may be any word of the page.
pub(super) const SHORTEST_COPY: usize = 5;

impl Headline {
    fn new(text: &str, line: usize, span: Span) -> Self {
        Self { lines: line..line + 1, span, key: key(span.of(text)) }
    }

    /// The title that is made of whole lines.
    fn of_lines(text: &str, outline: &Outline, lines: Range<usize>) -> Self {
        let span = Span::new(outline.span(lines.start).start, outline.span(lines.end - 1).end);
        let span = bare(text, span);
        Self { lines, span, key: key(span.of(text)) }
    }

    /// Where the title or its copy stands in the paragraph at `span`: `【title】report`.
    pub(super) fn within(&self, text: &str, span: Span) -> Option<Span> {
        if span.contains(self.span) {
            return Some(self.span);
        }
        let copy = flash_title(span.of(text))?;
        let copy = Span::new(span.start + copy.start, span.start + copy.end);
        (key(copy.of(text)) == self.key).then_some(copy)
    }

    /// Letters of the title.
    pub(super) fn letters(&self) -> usize {
        self.key.chars().count()
    }

    /// Whether `line` is one of several over which the title goes.
    pub(super) fn holds(&self, line: &Line) -> bool {
        self.lines.len() > 1 && self.span.contains(line.span)
    }

    /// Whether `line` goes on with the title where `above`, a piece of it, ends.
    pub(super) fn goes_on(&self, text: &str, above: &Line, line: &Line) -> bool {
        let rest = self.key.strip_prefix(&key(above.of(text)));
        rest.is_some_and(|rest| !rest.is_empty() && rest == key(line.of(text)))
    }

    /// Whether `line` is the headline or a piece cut from its start.
    pub(super) fn is_copied_by(&self, text: &str, line: &Line) -> bool {
        if self.holds(line) {
            return true;
        }
        if line.span.contains(self.span) {
            let alone = line.letters <= self.letters() + SHORTEST_COPY;
            return alone || line.ending != Ending::Stop && line.letters <= 2 * self.letters() + 20;
        }
        let other = key(line.of(text));
        // `江城社江城10月22日电 题：title`
        if holds(line.of(text), "题：") && other.ends_with(&self.key) {
            return true;
        }
        let long = other.chars().count();
        let cut = long >= SHORTEST_COPY && self.key.starts_with(&other);
        cut || (self.key.chars().count() >= 8 && other.starts_with(&self.key) && long <= self.key.chars().count() + 12)
    }
}

/// The title without its label and the brackets around all of it: `主题：title`, `【title】`.
fn bare(text: &str, span: Span) -> Span {
    let mut words = span.of(text);
    while let Some(rest) = structure("label").iter().find_map(|label| words.strip_prefix(label)) {
        words = rest.trim_start();
    }
    let span = Span::new(span.end - words.len(), span.end);
    let inner = span.of(text).strip_prefix('【').and_then(|words| words.strip_suffix('】'));
    let inner = inner.filter(|words| !words.contains(['【', '】']));
    inner.map_or(span, |words| Span::new(span.start + '【'.len_utf8(), span.start + '【'.len_utf8() + words.len()))
}

/// Whether the line gives the title that the article had where it was first published.
pub(super) fn has_original_title(words: &str) -> bool {
    let opened = words.trim_start_matches(['（', '(', '【', '[', ' ']);
    structure("original").iter().any(|label| opened.starts_with(label))
}

/// The headline: 原标题 if the page gives it, unless it has a whole one of its own; else the line that most looks like one.
pub(super) fn find(text: &str, outline: &Outline) -> Option<Headline> {
    let flash = flash(text, outline);
    // The name of the outlet above its flashes is the title of none.
    let chosen = candidate(text, outline).filter(|chosen| flash.is_none() || chosen.letters() > LONGEST_OUTLET);
    let original = original(text, outline);
    match (original, chosen) {
        (Some(original), Some(chosen))
            if is_titled(outline, &chosen, &original) && !is_cut(text, &chosen, &original) =>
        {
            Some(chosen)
        }
        (Some(original), _) => Some(original),
        (None, Some(chosen)) => Some(chosen),
        (None, None) => flash.or_else(|| poem(text, outline)),
    }
}

/// Whether the page's own title is the beginning of the original one, or ends in an ellipsis.
fn is_cut(text: &str, chosen: &Headline, original: &Headline) -> bool {
    let words = chosen.span.of(text);
    words.ends_with("...") || words.ends_with('…') || original.key.starts_with(&chosen.key)
}

/// Whether the page has a title of its own: the article, or when and where it appeared, stands between it and the
/// original one.
fn is_titled(outline: &Outline, chosen: &Headline, original: &Headline) -> bool {
    let between = outline.verdicts.get(chosen.lines.end..original.lines.start);
    original.lines.start > outline.run.end || between.is_some_and(|verdicts| verdicts.iter().any(is_fact))
}

/// The title after `原标题：`.
fn original(text: &str, outline: &Outline) -> Option<Headline> {
    outline.lines.iter().enumerate().find_map(|(i, line)| {
        let words = line.of(text);
        let (at, label) = structure("original").iter().find_map(|label| Some((place(words, label)?, *label)))?;
        let before = words.get(..at)?;
        if before.chars().count() > 60 || before.contains(['。', '，']) {
            return None;
        }
        let from = at + label.len();
        let rest = words.get(from..)?;
        let bracketed = words.get(..at)?.trim_end().ends_with(['（', '(', '【', '[']);
        let end = ["来源：", "    ", "作者："].iter().filter_map(|next| place(rest, next)).min();
        let title = rest.get(..end.unwrap_or(rest.len()))?.trim_end_matches(['|', '丨', ' ', '\t']);
        let title = if bracketed { title.trim_end_matches(['）', ')', '】', ']']) } else { title };
        let lead = title.len() - title.trim_start().len();
        let title = title.trim();
        let named = title.strip_prefix('《').and_then(|title| title.strip_suffix('》'));
        let named = named.filter(|named| !named.contains(['《']));
        let (lead, title) = named.map_or((lead, title), |named| (lead + '《'.len_utf8(), named));
        let start = line.span.start + from + lead;
        let span = Span::new(start, start + title.len());
        (key(span.of(text)).chars().count() >= 2).then(|| Headline::new(text, i, span))
    })
}

/// `【title】` before the report of a flash, perhaps after the topic of a post: `#topic#【title】`.
fn flash(text: &str, outline: &Outline) -> Option<Headline> {
    let prose = |i: &usize| outline.lines.get(*i).is_some_and(Line::is_prose);
    let titled = |i: &usize| flash_title(outline.span(*i).of(text)).is_some();
    // Where the article is a flash, those above it are flashes too, each with its own time and counts below.
    let last = outline.run.clone().find(prose).filter(titled)?;
    let first = (0..=last).find(|i| prose(i) && titled(i))?;
    let span = outline.span(first);
    let title = flash_title(span.of(text))?;
    Some(Headline::new(text, first, Span::new(span.start + title.start, span.start + title.end)))
}

/// Where the title stands in a report that opens with it: `【title】report`, `#topic#【title】report`.
pub(super) fn flash_title(report: &str) -> Option<Span> {
    let topic = report.strip_prefix('#').and_then(|words| words.find('#'));
    let opening = topic.map_or(0, |length| length + 2 * '#'.len_utf8());
    let words = report.get(opening..)?.trim_start().strip_prefix('【')?;
    let title = words.get(..words.find('】')?)?;
    let start = report.len() - words.len();
    (title.chars().count() >= FLASH).then(|| Span::new(start, start + title.len()))
}

/// Shortest title of a flash, in characters.
const FLASH: usize = 8;

/// The first line, where what follows is verse: lines of few letters that each end with a stop, or have as many letters.
fn poem(text: &str, outline: &Outline) -> Option<Headline> {
    let (title, rest) = outline.lines.split_first()?;
    // The poet's name may stand between.
    let signed = rest.first().is_some_and(|line| line.ending == Ending::Open && line.letters <= POET);
    let equal = |verse: &[Line]| verse.windows(2).all(|pair| matches!(pair, [a, b] if a.letters == b.letters));
    let is_verse = |verse: &[Line]| {
        let short = verse.len() >= STANZA && verse.iter().all(|line| (3..=VERSE).contains(&line.letters));
        short && (verse.iter().all(|line| line.ending != Ending::Open) || equal(verse))
    };
    let below = rest.get(usize::from(signed)..)?;
    let named = title.ending == Ending::Open && title.han == title.letters && (2..VERSE).contains(&title.letters);
    let stands_out = below.first().is_some_and(|verse| verse.letters != title.letters || verse.ending != Ending::Open);
    (named && stands_out && is_verse(below)).then(|| Headline::new(text, 0, title.span))
}

/// Longest name of a poet and longest line of verse, in letters; fewest lines of a poem.
const POET: usize = 4;
const VERSE: usize = 16;
const STANZA: usize = 4;

/// The line that most looks like a title.
fn candidate(text: &str, outline: &Outline) -> Option<Headline> {
    let mut best: Option<(f64, usize)> = None;
    let reported = outline.lines.iter().position(|line| line.is_dateline).unwrap_or(usize::MAX);
    for i in 0..outline.lines.len().min(outline.run.start + 1).min(reported) {
        let Some(score) = title::score(text, outline, i) else { continue };
        // One title of a list is as good as another; the page's own stands apart.
        let apart = score + outline.verdicts.get(i).map_or(0.0, |verdict| LISTED * verdict.listed());
        if score >= LEAST && best.is_none_or(|(most, _)| apart > most) {
            best = Some((apart, i));
        }
    }
    let (_, best) = best?;
    let open = |i: usize| !outline.verdicts.get(i).is_some_and(Verdict::is_clutter);
    let lines = issued::title(text, &outline.lines, fullest(text, outline, best), open);
    Some(Headline::of_lines(text, outline, lines))
}

/// The longest line before the article of which line `i` is the beginning.
fn fullest(text: &str, outline: &Outline, i: usize) -> usize {
    let own = key(outline.span(i).of(text));
    let long = own.chars().count();
    let mut fullest = (long, i);
    for (j, line) in outline.lines.iter().enumerate().take(outline.run.start) {
        let fuller = line.letters > fullest.0 && line.letters <= 2 * long && line.is_title_like();
        if fuller && !outline.verdicts.get(j).is_some_and(Verdict::is_clutter) && key(line.of(text)).starts_with(&own) {
            fullest = (line.letters, j);
        }
    }
    fullest.1
}

/// Below this a line is no title.
const LEAST: f64 = 1.8;

/// A line this short, in letters, that a line of facts repeats is the name of the outlet or account.
pub(super) const LONGEST_OUTLET: usize = 10;

/// How much the evidence for a list counts against a title.
const LISTED: f64 = 0.5;

/// Whether the line says when, where or by whom the article was published.
pub(super) fn is_fact(verdict: &Verdict) -> bool {
    verdict.is_clutter()
        && matches!(verdict.clutter, Some(BlockKind::Timestamp | BlockKind::Source | BlockKind::Byline))
}
