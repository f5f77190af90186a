//! Phrases by which clutter gives itself away (`src/lexicon/boilerplate.tsv`).

use super::BlockKind;
use crate::lexicon::phrases::Characters;
use crate::lexicon::{Row, rows, table};
use crate::numeral::decimal::Decimal;
use crate::reading::is_letter;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Longer lines are searched only so many bytes from either end: what stands in the middle of a paragraph is its own.
const REACH: usize = 240;

/// Longest phrase looked up by its beginning or end, in bytes.
const LONGEST: usize = 60;

/// Evidence that a line is clutter of some kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hit {
    pub(super) kind: BlockKind,
    pub(super) place: Where,
    pub(super) weight: f64,
    /// Byte of the line where the phrase begins; 0 for those of the whole line or its ends.
    pub(super) at: usize,
}

/// Where in its line a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// The whole line, signs and digits left out.
    Line,
    Start,
    End,
    Any,
}

/// The strongest phrase of `line`, if any.
pub(super) fn strongest(line: &str) -> Option<Hit> {
    let mut best: Option<Hit> = None;
    let mut offer = |hit: Hit| {
        if best.is_none_or(|b| hit.weight > b.weight) {
            best = Some(hit);
        }
    };
    let table = &*PHRASES;
    if line.len() <= LONGEST {
        let words: String = line.chars().filter(|c| is_letter(*c)).collect();
        table.lines.get(words.as_str()).filter(|_| !words.is_empty()).copied().into_iter().for_each(&mut offer);
    }
    let opened = line.trim_start_matches(OPENING);
    let label = spaced_label(line).unwrap_or_default();
    for start in [if opened.len() < line.len() { line } else { "" }, opened, label.as_str()] {
        let opens = start.chars().next().is_some_and(|c| table.first.holds(c));
        let prefixes = prefixes(start).take_while(|_| opens);
        prefixes.filter_map(|p| table.starts.get(p).copied()).for_each(&mut offer);
    }
    let closed = line.trim_end_matches(CLOSING);
    for end in [if closed.len() < line.len() { line } else { "" }, closed] {
        let closes = end.chars().next_back().is_some_and(|c| table.last.holds(c));
        suffixes(end).take_while(|_| closes).filter_map(|s| table.ends.get(s).copied()).for_each(&mut offer);
    }
    for (from, window) in windows(line) {
        table.within(from, window, &mut offer);
    }
    best
}

/// The label at the head of `line` without the spaces by which tables set labels to one width: `文  号：`.
fn spaced_label(line: &str) -> Option<String> {
    let label = line.get(..line.find('：').filter(|&end| end <= LABEL)?)?;
    label.contains([' ']).then(|| label.chars().filter(|c| *c != ' ').chain(['：']).collect())
}

/// Such a label ends within so many bytes.
const LABEL: usize = 30;

/// Brackets and marks before the words of a line.
const OPENING: [char; 13] = ['※', '（', '(', '【', '[', '·', '•', '●', '■', '★', '*', '>', ' '];

/// Brackets and stops after the words of a line.
const CLOSING: [char; 6] = ['）', ')', '】', ']', '。', ' '];

#[derive(Default)]
struct Phrases {
    lines: FxHashMap<String, Hit>,
    starts: FxHashMap<&'static str, Hit>,
    ends: FxHashMap<&'static str, Hit>,
    /// First characters of the phrases that begin lines, last characters of those that end them.
    first: Characters,
    last: Characters,
    /// By their first character, longest first.
    anywhere: FxHashMap<char, Vec<(&'static str, Hit)>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut phrases = Phrases::default();
    rows(table!("boilerplate")).for_each(|row| phrases.add(row));
    phrases.first = Characters::of(phrases.starts.keys().filter_map(|phrase| phrase.chars().next()));
    phrases.last = Characters::of(phrases.ends.keys().filter_map(|phrase| phrase.chars().next_back()));
    phrases
});

impl Phrases {
    fn add(&mut self, [name, place, weight, list]: Row) {
        let (Some(kind), Some(weight)) = (kind(name), Decimal::of_table(weight).map(Decimal::to_f64)) else { return };
        for phrase in list.split('|') {
            let hit = |place| Hit { kind, place, weight, at: 0 };
            match place {
                "line" => {
                    let words = phrase.chars().filter(|c| c.is_alphabetic()).collect();
                    self.lines.entry(words).or_insert(hit(Where::Line));
                }
                "start" => {
                    self.starts.entry(phrase).or_insert(hit(Where::Start));
                }
                "end" => {
                    self.ends.entry(phrase).or_insert(hit(Where::End));
                }
                _ => {
                    let first = phrase.chars().next().unwrap_or_default();
                    self.anywhere.entry(first).or_default().push((phrase, hit(Where::Any)));
                }
            }
        }
    }

    /// Offers the phrases in `window`, which begins at byte `from` of its line.
    fn within(&self, from: usize, window: &str, offer: &mut impl FnMut(Hit)) {
        for (i, c) in window.char_indices() {
            let Some(phrases) = self.anywhere.get(&c) else { continue };
            let rest = window.get(i..).unwrap_or_default();
            phrases
                .iter()
                .filter(|(phrase, _)| rest.starts_with(phrase))
                .for_each(|&(_, hit)| offer(Hit { at: from + i, ..hit }));
        }
    }
}

/// The kind of clutter that the tables call `name`.
pub(super) fn kind(name: &str) -> Option<BlockKind> {
    Some(match name {
        "share" => BlockKind::Share,
        "advert" => BlockKind::Advert,
        "copyright" => BlockKind::Copyright,
        "disclaimer" => BlockKind::Disclaimer,
        "comment" => BlockKind::Comment,
        "related" => BlockKind::Related,
        "keywords" => BlockKind::Keywords,
        "navigation" => BlockKind::Navigation,
        "caption" => BlockKind::Caption,
        "noise" => BlockKind::Noise,
        _ => return None,
    })
}

fn prefixes(line: &str) -> impl Iterator<Item = &str> {
    let ends = line.char_indices().map(|(i, c)| i + c.len_utf8()).take_while(|&end| end <= LONGEST);
    ends.filter_map(|end| line.get(..end))
}

fn suffixes(line: &str) -> impl Iterator<Item = &str> {
    let starts = line.char_indices().rev().map(|(i, _)| i).take_while(|&start| line.len() - start <= LONGEST);
    starts.filter_map(|start| line.get(start..))
}

/// The line, or both ends of a long one, each with the byte at which it begins.
fn windows(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let cut = |mut at: usize| {
        while !line.is_char_boundary(at) {
            at += 1;
        }
        at
    };
    let pieces = if line.len() <= 2 * REACH {
        [Some((0, line)), None]
    } else {
        let tail = cut(line.len() - REACH);
        [line.get(..cut(REACH)).map(|head| (0, head)), line.get(tail..).map(|end| (tail, end))]
    };
    pieces.into_iter().flatten()
}
