//! Where the article is: the run of lines whose evidence adds up to most, and what each line is given its neighbours.

use super::BlockKind;
use super::evidence::{self, Verdict};
use super::headline::{self, Headline};
use super::line::{Ending, Line};
use std::ops::Range;

use crate::span::Span;

/// The lines of a page with their labels.
#[derive(Debug)]
pub(super) struct Outline {
    pub(super) lines: Vec<Line>,
    pub(super) verdicts: Vec<Verdict>,
    /// What each line is, and whether it belongs to the article.
    pub(super) labels: Vec<(BlockKind, bool)>,
    /// The lines from the first to the last of the article.
    pub(super) run: Range<usize>,
    pub(super) headline: Option<Headline>,
}

impl Outline {
    /// Labels the lines of `text`.
    pub(super) fn of(text: &str) -> Self {
        let lines = Line::all(text);
        let verdicts: Vec<Verdict> = lines.iter().map(|line| evidence::weigh(text, line)).collect();
        let run = run(&lines, &verdicts);
        let labels = vec![(BlockKind::Noise, false); lines.len()];
        let mut outline = Self { lines, verdicts, labels, run, headline: None };
        outline.headline = headline::find(text, &outline);
        outline.mark_copies(text);
        outline.label();
        outline
    }

    pub(super) fn span(&self, line: usize) -> Span {
        self.lines.get(line).map(|line| line.span).unwrap_or_default()
    }

    /// Indices of the lines before the article.
    pub(super) fn head(&self) -> impl Iterator<Item = usize> {
        self.clutter().filter(|&i| i < self.run.start + HEAD)
    }

    /// Indices of the lines of the article.
    pub(super) fn body(&self) -> impl Iterator<Item = usize> {
        self.labels.iter().enumerate().filter(|(_, label)| label.1).map(|(i, _)| i)
    }

    /// Indices of the lines that are not the article.
    pub(super) fn clutter(&self) -> impl Iterator<Item = usize> {
        self.labels.iter().enumerate().filter(|(_, label)| !label.1).map(|(i, _)| i)
    }

    fn mark_copies(&mut self, text: &str) {
        let Some(headline) = &self.headline else { return };
        for (line, verdict) in self.lines.iter().zip(&mut self.verdicts) {
            if !headline::is_fact(verdict) && headline.is_copied_by(text, line) {
                verdict.accuse("headline copy", 9.0, BlockKind::Headline);
            }
        }
    }

    fn label(&mut self) {
        self.run = run(&self.lines, &self.verdicts);
        let lead = self.lead();
        let mut under_related = false;
        for i in 0..self.lines.len() {
            let (Some(line), Some(verdict)) = (self.lines.get(i), self.verdicts.get(i)) else { break };
            let inside = self.run.contains(&i) || lead.contains(&i);
            let label = if is_clutter(verdict) {
                (verdict.clutter.unwrap_or(BlockKind::Noise), false)
            } else if !inside {
                (self.outside(i, line), false)
            } else if under_related && line.ending == Ending::Open && line.letters < 60 {
                (BlockKind::Related, false)
            } else {
                (self.inside(i, line), true)
            };
            under_related = match label.0 {
                BlockKind::Related => true,
                BlockKind::Timestamp => under_related,
                _ => under_related && !label.1 && !line.is_prose(),
            };
            if let Some(slot) = self.labels.get_mut(i) {
                *slot = label;
            }
        }
    }

    /// Lines between the page's facts (time, source, byline) and the article that are none of these: a lead-in.
    fn lead(&self) -> Range<usize> {
        let facts = |i: usize| {
            let kind = self.verdicts.get(i).and_then(|v| v.clutter.filter(|_| is_clutter(v)));
            kind.is_some()
        };
        let mut from = self.run.start;
        while from > 0 && !facts(from - 1) && self.run.start - from < LONGEST_LEAD {
            from -= 1;
        }
        let known = from > 0 && self.headline.as_ref().is_some_and(|h| h.line < from);
        if known && facts(from - 1) { from..self.run.start } else { self.run.start..self.run.start }
    }

    /// What a line of the article is.
    fn inside(&self, i: usize, line: &Line) -> BlockKind {
        let next_is_prose = self.lines.get(i + 1..).unwrap_or_default().iter().take(2).any(Line::is_prose);
        match line.ending {
            _ if line.is_item => BlockKind::ListItem,
            _ if line.is_row() => BlockKind::Table,
            Ending::Open if line.letters <= 40 && line.commas + line.stops <= 2 && next_is_prose => {
                BlockKind::Subheading
            }
            _ => BlockKind::Paragraph,
        }
    }

    /// What a line outside the article is, when its own words do not say.
    fn outside(&self, i: usize, line: &Line) -> BlockKind {
        if i < self.run.start {
            return if line.letters <= 12 { BlockKind::Navigation } else { BlockKind::Noise };
        }
        if line.is_title_like() && line.letters >= 5 { BlockKind::Related } else { BlockKind::Noise }
    }
}

/// Lines at the start of the article that still count as the page's head: sources and bylines stand there too.
const HEAD: usize = 3;

/// Most lines of a lead-in.
const LONGEST_LEAD: usize = 4;

/// Whether the words of the line itself say that it is clutter.
pub(super) fn is_clutter(verdict: &Verdict) -> bool {
    let weight = verdict.clutter_weight();
    weight >= 2.5 && weight > verdict.prose()
}

/// What it costs the article to reach across a line of clutter: little for what is pushed between paragraphs, much for
/// what comes after the end.
fn gap(verdict: &Verdict) -> f64 {
    let most = match verdict.clutter {
        Some(BlockKind::Caption) => 0.5,
        Some(BlockKind::Advert | BlockKind::Share | BlockKind::Noise | BlockKind::Byline | BlockKind::Source) => 1.5,
        Some(BlockKind::Headline | BlockKind::Navigation | BlockKind::Timestamp | BlockKind::Keywords) => 3.0,
        Some(BlockKind::Disclaimer | BlockKind::Copyright) => 4.0,
        _ => 6.0,
    };
    verdict.clutter_weight().min(most)
}

/// The run of lines with the largest sum of evidence (Kadane), the first of equals. Where no line is written like prose,
/// every line that is not clutter by its own words.
fn run(lines: &[Line], verdicts: &[Verdict]) -> Range<usize> {
    let mut best = (0.0, 0..0);
    let (mut sum, mut from) = (0.0, 0);
    for (i, verdict) in verdicts.iter().enumerate() {
        if sum <= 0.0 {
            (sum, from) = (0.0, i);
        }
        sum += if is_clutter(verdict) { -gap(verdict) } else { verdict.score() };
        if sum > best.0 {
            best = (sum, from..i + 1);
        }
    }
    let open = |i: &usize| verdicts.get(*i).is_some_and(|v| !is_clutter(v));
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
