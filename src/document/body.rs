//! Where the article is: the run of lines whose evidence adds up to most, and what each line is given its neighbours.

use super::BlockKind;
use super::evidence;
use super::headline::{self, Headline};
use super::line::{Ending, Line};
use super::neighbour::{self, HEADING};
use super::run;
use super::verdict::Verdict;
use rustc_hash::FxHashSet;
use std::ops::Range;

use crate::html::{Hint, Part};
use crate::reading::is_letter_or_digit;
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
    /// Pairs of letters of its first paragraphs, by which a line is told to speak of the same thing.
    pairs: FxHashSet<u64>,
}

impl Outline {
    /// Labels the lines of `text`.
    pub(super) fn of(text: &str, hints: &[Hint]) -> Self {
        let lines = Line::all(text, hints);
        let mut verdicts: Vec<Verdict> = lines.iter().map(|line| evidence::weigh(text, line)).collect();
        neighbour::weigh(text, &lines, &mut verdicts);
        let run = run::find(&lines, &verdicts);
        let labels = vec![(BlockKind::Noise, false); lines.len()];
        let prose = lines.get(run.clone()).unwrap_or_default().iter().filter(|line| line.is_prose()).take(COMPARED);
        let pairs = prose.flat_map(|line| letter_pairs(line.of(text))).collect();
        let mut outline = Self { lines, verdicts, labels, run, headline: None, pairs };
        outline.headline = headline::find(text, &outline);
        outline.mark_copies(text);
        outline.label(text);
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
        let mut above: Option<&Line> = None;
        for (i, (line, verdict)) in self.lines.iter().zip(&mut self.verdicts).enumerate() {
            // Inside the article the first words of the title may be words of the story.
            let least = if self.run.contains(&i) && !headline.holds(line) { headline.letters() / 2 } else { 0 };
            let copied = line.letters >= least && headline.is_copied_by(text, line);
            let rest = above.is_some_and(|above| headline.goes_on(text, above, line));
            above = Some(line).filter(|_| copied);
            if !headline::is_fact(verdict) && (copied || rest) {
                verdict.accuse("headline copy", 9.0, BlockKind::Headline);
            }
        }
    }

    fn label(&mut self, text: &str) {
        self.run = run::find(&self.lines, &self.verdicts);
        self.run = self.trimmed(text);
        self.run.start = self.signed();
        self.run.end = self.reach(text);
        self.run.end += self.ending(text);
        let lead = self.lead(text);
        let flash = |line: &Line| line.is_prose() && headline::flash_title(line.of(text)).is_some();
        let first = self.lines.get(self.run.clone()).and_then(|run| run.iter().find(|line| line.is_prose()));
        // Where one report opens with its title in brackets, so do those that follow it.
        let flashes = first.is_some_and(flash);
        let mut list = None;
        let mut before = BlockKind::Noise;
        for i in 0..self.lines.len() {
            let (Some(line), Some(verdict)) = (self.lines.get(i), self.verdicts.get(i)) else { break };
            // A portal's pages give the lead right under the title, then their menus, then the article.
            let under_title = before == BlockKind::Headline && i < self.run.start && line.is_lead();
            let inside = self.run.contains(&i) || lead.contains(&i) || under_title || (flashes && flash(line));
            let label = if verdict.is_clutter() {
                (verdict.clutter.unwrap_or(BlockKind::Noise), false)
            } else if !inside {
                (self.listed(i, list).unwrap_or_else(|| self.outside(i, line)), false)
            } else if list == Some(BlockKind::Related) && line.ending == Ending::Open && line.letters < 60 {
                (BlockKind::Related, false)
            } else {
                (self.inside(i, line), true)
            };
            list = match label.0 {
                // 相关阅读 with a title behind it, between two paragraphs, heads no list.
                BlockKind::Related if inside && list.is_none() && line.letters > HEADING => None,
                BlockKind::Related => Some(BlockKind::Related),
                BlockKind::Comment => (!line.of(text).starts_with(MORE)).then_some(BlockKind::Comment),
                BlockKind::Timestamp => list,
                _ => list.filter(|_| !label.1 && !line.is_prose()),
            };
            before = label.0;
            if let Some(slot) = self.labels.get_mut(i) {
                *slot = label;
            }
        }
        self.keep_something();
    }

    /// What line `i` is as an item of the list that it stands in: titles under 相关阅读, anything under 网友评论.
    fn listed(&self, i: usize, list: Option<BlockKind>) -> Option<BlockKind> {
        match list? {
            BlockKind::Comment if i >= self.run.end => Some(BlockKind::Comment),
            BlockKind::Related => self.lines.get(i)?.is_title_like().then_some(BlockKind::Related),
            _ => None,
        }
    }

    /// A page of nothing but clutter by its words is a report about such things: its sentences are then the article.
    fn keep_something(&mut self) {
        if self.labels.iter().any(|&(_, body)| body) {
            return;
        }
        for ((line, verdict), label) in self.lines.iter().zip(&self.verdicts).zip(&mut self.labels) {
            let fact =
                matches!(label.0, BlockKind::Timestamp | BlockKind::Byline | BlockKind::Headline | BlockKind::Source);
            match verdict.fact() {
                _ if fact => {}
                Some(kind) => *label = (kind, false),
                None if line.han >= LEAST_HAN => *label = (BlockKind::Paragraph, true),
                None => {}
            }
        }
    }

    /// Share of the letter pairs of `words` that the article has too, 0 to 1.
    pub(super) fn shared(&self, words: &str) -> f64 {
        let (shared, all) = letter_pairs(words)
            .fold((0.0, 0.0), |(shared, all), p| (shared + f64::from(u8::from(self.pairs.contains(&p))), all + 1.0));
        if all > 0.0 { shared / all } else { 0.0 }
    }

    /// What a line of the article is.
    fn inside(&self, i: usize, line: &Line) -> BlockKind {
        let next_is_prose = self.lines.get(i + 1..).unwrap_or_default().iter().take(2).any(Line::is_prose);
        match line.ending {
            _ if line.is_dateline || line.is_broken => BlockKind::Paragraph,
            _ if line.is_row() => BlockKind::Table,
            Ending::Open if line.hint.part == Part::Heading => BlockKind::Subheading,
            _ if line.is_item || line.hint.part == Part::Item => BlockKind::ListItem,
            // A numbered measure, with who sees to it in brackets behind its full stop.
            Ending::Open if line.is_chapter && line.stops > 0 => BlockKind::Paragraph,
            Ending::Open if line.letters <= 40 && line.is_chapter => BlockKind::Subheading,
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

/// A list of comments ends with the line that offers more of them.
const MORE: &str = "查看";

/// Lines at the start of the article that still count as the page's head: sources and bylines stand there too.
const HEAD: usize = 3;

/// Han characters of a line that could be the article, where nothing else is.
const LEAST_HAN: usize = 8;

/// So many paragraphs tell what the article speaks of.
const COMPARED: usize = 40;

/// Neighbouring letters of `words`, signs left out, each pair as one number.
fn letter_pairs(words: &str) -> impl Iterator<Item = u64> + '_ {
    let mut letters = words.chars().filter(|&c| is_letter_or_digit(c));
    let mut before = letters.next();
    letters.filter_map(move |c| Some(u64::from(before.replace(c)?) << 32 | u64::from(c)))
}
