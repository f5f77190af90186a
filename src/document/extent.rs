//! From which line to which the article reaches, given what it speaks of: evidence draws the run, its matter the ends.
//!
//! `搭地铁去坐邮轮！ / 江城邮轮母港11月开港，…。 / 来看看现场 / 母港码头工程 / 据介绍，母港航站楼…。` is one article, though half of
//! its lines alone look like titles of others.

use super::BlockKind;
use super::body::Outline;
use super::line::{Ending, Line};
use super::verdict::Verdict;
use crate::html::Part;
use crate::lexicon::tables::structure;
use std::ops::Range;

impl Outline {
    /// Lines between the page's facts (time, source, byline) and the article that speak of its matter: a lead-in.
    pub(super) fn lead(&self, text: &str) -> Range<usize> {
        let facts = |i: usize| self.verdicts.get(i).is_some_and(Verdict::is_clutter);
        let kin = |i: usize| self.lines.get(i).is_some_and(|l| l.letters >= LEAST && self.shared(l.of(text)) >= KIN);
        let mut from = self.run.start;
        let addressed = |i: usize| self.lines.get(i).is_some_and(|line| is_address(text, line));
        if from > 0 && addressed(from - 1) {
            return from - 1..from;
        }
        while from > 0 && !facts(from - 1) && kin(from - 1) && self.run.start - from < LONGEST_LEAD {
            from -= 1;
        }
        // A document that opens with the first of its chapters.
        if from > 0 && self.lines.get(from - 1).is_some_and(is_heading) && !facts(from - 1) {
            from -= 1;
        }
        let titled = self.headline.as_ref().is_some_and(|headline| headline.lines.end <= from);
        if titled && from > 0 { from..self.run.start } else { self.run.start..self.run.start }
    }

    /// The run without what stands at its ends and is neither written like prose nor speaks of the article's matter.
    pub(super) fn trimmed(&self, text: &str) -> Range<usize> {
        let run = self.lines.get(self.run.clone()).unwrap_or_default();
        if !run.iter().any(Line::is_prose) {
            return self.run.clone();
        }
        let foreign = |&i: &usize| {
            let (Some(line), Some(verdict)) = (self.lines.get(i), self.verdicts.get(i)) else { return false };
            verdict.is_clutter() || (verdict.score() < 0.0 && !self.belongs(text, line))
        };
        let Range { start, end } = self.run.clone();
        let first = (start..end).find(|i| !foreign(i)).unwrap_or(start);
        let last = (first..end).rev().find(|i| !foreign(i)).map_or(end, |i| i + 1);
        first..last
    }

    /// Where the article begins whose run opens below a signature: what is signed above passes on what follows.
    /// `现将办法印发给你们。 / 江城市人民政府办公室 / 2024年3月5日 / 一、本办法…`
    pub(super) fn signed(&self) -> usize {
        let above = |i: usize| i.checked_sub(1).and_then(|i| Some((self.lines.get(i)?, self.verdicts.get(i)?)));
        let start = self.run.start;
        let dated = above(start).is_some_and(|(_, verdict)| verdict.clutter == Some(BlockKind::Timestamp));
        let mut from = start - usize::from(dated);
        if !above(from).is_some_and(|(_, verdict)| verdict.is_signature()) {
            return start;
        }
        from -= 1;
        let signed = from;
        while above(from).is_some_and(|(line, verdict)| line.is_prose() && !verdict.is_clutter()) {
            from -= 1;
        }
        let titled = self.headline.as_ref().is_some_and(|headline| headline.lines.end <= from);
        if titled && from < signed { from } else { start }
    }

    /// Whether a line that is no prose could be part of the article all the same.
    fn belongs(&self, text: &str, line: &Line) -> bool {
        line.is_dateline || line.is_row() || line.is_chapter || line.is_item || self.shared(line.of(text)) >= KIN
    }

    /// Where the last paragraph ends that is parted from the article by short lines alone, as accounts write them, half a
    /// sentence to a line, if these or it speak of the article's matter.
    pub(super) fn reach(&self, text: &str) -> usize {
        let mut end = self.run.end;
        let (mut short, mut speaks_of_it) = (0, false);
        for (i, (line, verdict)) in self.lines.iter().zip(&self.verdicts).enumerate().skip(self.run.end) {
            if verdict.is_clutter() {
                if is_pushed_in(verdict) {
                    continue;
                }
                break;
            }
            speaks_of_it |= line.letters >= LEAST && self.shared(line.of(text)) >= KIN;
            if !line.is_prose() || verdict.score() <= 0.0 {
                short += 1;
            } else if speaks_of_it || (i == end && end > self.run.end) {
                (end, short, speaks_of_it) = (i + 1, 0, false);
            }
            if short > MOST_SHORT {
                break;
            }
        }
        end
    }

    /// Short lines that end the article after its last paragraph, up to a full stop and the page's next own words.
    pub(super) fn ending(&self, text: &str) -> usize {
        let mut end = 0;
        let unstopped = self.is_unstopped();
        let mut marks = 0;
        for (count, (line, verdict)) in self.lines.iter().zip(&self.verdicts).skip(self.run.end).enumerate() {
            marks += usize::from(verdict.is_mark());
            let far = count.saturating_sub(marks) >= LONGEST_LEAD && !line.is_row();
            if far || (verdict.is_clutter() && !is_pushed_in(verdict)) {
                break;
            }
            if !verdict.is_clutter() && !line.is_row() && self.shared(line.of(text)) < AKIN {
                break;
            }
            let is_table = line.is_row() && end == count;
            let ends = match line.ending {
                Ending::Stop => !line.calls,
                Ending::Open => unstopped && line.commas > 0,
                _ => false,
            };
            if !verdict.is_clutter() && (is_table || ends) {
                end = count + 1;
            }
        }
        end
    }

    /// Whether most paragraphs of the article end without a stop, as some accounts write.
    fn is_unstopped(&self) -> bool {
        let prose = self.lines.get(self.run.clone()).unwrap_or_default().iter().filter(|line| line.is_prose());
        let (open, all) =
            prose.fold((0, 0), |(open, all), line| (open + usize::from(line.ending == Ending::Open), all + 1));
        open * 2 > all
    }
}

/// Whether a line of clutter may stand between the lines of an article.
fn is_pushed_in(verdict: &Verdict) -> bool {
    matches!(verdict.clutter, Some(BlockKind::Caption | BlockKind::Advert)) || verdict.is_mark()
}

/// Whether the line heads what follows, by its number or its tags.
fn is_heading(line: &Line) -> bool {
    line.ending == Ending::Open && line.stops == 0 && (line.is_chapter || line.hint.part == Part::Heading)
}

/// Longest address, in letters.
const ADDRESS: usize = 40;

/// Whether the line names those whom the article is for: `各位会员：`.
fn is_address(text: &str, line: &Line) -> bool {
    line.ending == Ending::Colon
        && line.letters <= ADDRESS
        && structure("address").iter().any(|word| line.of(text).starts_with(word))
}

/// A line that shares this much of its letter pairs with the article speaks of its matter.
const KIN: f64 = 0.25;

/// Shorter lines, in letters, share what they share by chance.
const LEAST: usize = 6;

/// Short last lines need share less: 参加会见的还有…
const AKIN: f64 = 0.1;

/// Most lines of a lead-in.
const LONGEST_LEAD: usize = 4;

/// Most short lines between two paragraphs.
const MOST_SHORT: usize = 12;
