//! The lines of a page, measured.

use super::column;
use super::dateline;
use super::seam;
use crate::among::among;
use crate::html::{Hint, Part};
use crate::reading::{is_han, is_letter_or_digit};
use crate::span::Span;

/// A line that is not blank, and what can be counted in it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Its place, white space at the ends left out.
    pub(super) span: Span,
    /// Letters, digits and Han characters.
    pub(super) letters: usize,
    /// Digits among them.
    pub(super) digits: usize,
    /// Han characters among them.
    pub(super) han: usize,
    /// `，` and `、`.
    pub(super) commas: usize,
    /// `。`, `！`, `？`, `；` and `…`.
    pub(super) stops: usize,
    /// Signs that part the items of a menu.
    pub(super) separators: usize,
    /// Runs of white space inside.
    pub(super) gaps: usize,
    /// Tabs inside.
    pub(super) tabs: usize,
    /// How it ends.
    pub(super) ending: Ending,
    /// It begins with the mark or number of a list item.
    pub(super) is_item: bool,
    /// It begins with the number of a chapter: `一、`, `（二）`, `第三章`.
    pub(super) is_chapter: bool,
    /// What the tags said of it, if it comes from HTML.
    pub(super) hint: Hint,
    /// It ends with `！` or `？`, as headlines may.
    pub(super) calls: bool,
    /// All of it is a dateline, whose report stands in the next line.
    pub(super) is_dateline: bool,
    /// It was broken inside a number, the rest of which opens the next line: `32 / 043亿元`.
    pub(super) is_broken: bool,
    /// It is a cell of a table that is copied one cell a line.
    pub(super) is_cell: bool,
}

/// The last sign of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// `。`, `！`, `？`, perhaps with closing quotation marks or brackets.
    Stop,
    /// `，`, `、`, `；`: more follows.
    Comma,
    /// `：`: a list or a quotation follows.
    Colon,
    /// `……`: trailing off.
    Ellipsis,
    /// `...`, `…`: cut by the page, mostly.
    Cut,
    /// Anything else.
    Open,
}

impl Line {
    /// All lines of `text` that are not blank, in order.
    pub(super) fn all(text: &str, hints: &[Hint]) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut start = 0;
        let mut hints = hints.iter().copied();
        for line in text.split('\n') {
            let hint = hints.next().unwrap_or_default();
            let span = Span::new(start, start + line.len()).trimmed(text);
            if !span.is_empty() {
                let pieces = seam::cut(text, span).into_iter();
                lines.extend(pieces.map(|piece| Self { hint, ..Self::measure(text, piece) }));
            }
            start += line.len() + 1;
        }
        for i in 1..lines.len() {
            let rest = lines.get(i).is_some_and(|next: &Self| is_rest_of_number(next.of(text)));
            if let Some(line) = lines.get_mut(i - 1).filter(|_| rest) {
                line.is_broken = line.of(text).ends_with(|c: char| c.is_ascii_digit());
            }
        }
        column::mark(text, &mut lines);
        lines
    }

    /// Measures the line of `text` at `span`.
    pub(super) fn measure(text: &str, span: Span) -> Self {
        let mut line = Self {
            span,
            letters: 0,
            digits: 0,
            han: 0,
            commas: 0,
            stops: 0,
            separators: 0,
            gaps: 0,
            tabs: 0,
            ending: Ending::of(span.of(text)),
            is_item: is_item(span.of(text)),
            is_chapter: is_chapter(span.of(text)),
            hint: Hint::default(),
            calls: span.of(text).ends_with(['！', '？']),
            is_dateline: dateline::is_whole(span.of(text)),
            is_broken: false,
            is_cell: false,
        };
        let mut before = ' ';
        for c in span.of(text).chars() {
            line.letters += usize::from(is_letter_or_digit(c));
            line.digits += usize::from(c.is_ascii_digit());
            line.han += usize::from(is_han(c));
            line.commas += usize::from(matches!(c, '，' | '、'));
            line.stops += usize::from(matches!(c, '。' | '！' | '？' | '；' | '…'));
            line.separators += usize::from(matches!(c, '|' | '>' | '»' | '›' | '丨' | '│' | '·' | '→'));
            line.gaps += usize::from(matches!(c, ' ' | '\t') && !matches!(before, ' ' | '\t'));
            line.tabs += usize::from(c == '\t');
            before = c;
        }
        line
    }

    /// Its words.
    pub(super) fn of<'t>(&self, text: &'t str) -> &'t str {
        self.span.of(text)
    }

    /// Whether it is written like prose: of some length, with the stops of a sentence.
    pub(super) fn is_prose(&self) -> bool {
        match self.ending {
            Ending::Stop => self.letters >= 12,
            Ending::Comma | Ending::Colon | Ending::Ellipsis | Ending::Cut => self.letters >= 25,
            Ending::Open => self.letters >= 40 && self.commas + self.stops > 1,
        }
    }

    /// Whether it is long enough, and ends like a sentence, to be the lead of an article.
    pub(super) fn is_lead(&self) -> bool {
        self.ending == Ending::Stop && self.letters >= 40
    }

    /// Whether it could be a title: not long, not ending like a sentence.
    pub(super) fn is_title_like(&self) -> bool {
        (4..=80).contains(&self.letters) && self.han >= 2 && !self.text_ends_sentence()
    }

    /// Whether it is a row of a table: cells parted by tabs or wide gaps, most of them figures.
    pub(super) fn is_row(&self) -> bool {
        let cells = self.tabs > 0 || (self.gaps >= 2 && self.digits * 3 > self.letters);
        self.is_cell || (cells || self.hint.part == Part::Row) && self.ending == Ending::Open && self.stops == 0
    }

    fn text_ends_sentence(&self) -> bool {
        matches!(self.ending, Ending::Comma | Ending::Colon) || (self.ending == Ending::Stop && self.letters > 45)
    }
}

impl Ending {
    fn of(line: &str) -> Self {
        let closing = |c: char| among("”’）)》」』】\"'", c);
        let core = line.trim_end_matches(closing);
        if core.ends_with("...") {
            return Self::Cut;
        }
        match core.chars().next_back() {
            Some('。' | '！' | '？' | '!' | '?') => Self::Stop,
            Some('，' | '、' | '；' | ',') => Self::Comma,
            Some('：' | ':') => Self::Colon,
            Some('…') if core.ends_with("……") => Self::Ellipsis,
            // A cry that is quoted: `有人喊：“船家——”`.
            Some('—') if core.len() < line.len() => Self::Ellipsis,
            Some('…') => Self::Cut,
            Some('.') if core.len() < line.len() || core.chars().rev().nth(1).is_some_and(|c| !c.is_ascii_digit()) => {
                Self::Stop
            }
            _ => Self::Open,
        }
    }
}

/// Whether the line opens with the last digits of a number: three of them, the first a zero, before a unit of counting.
fn is_rest_of_number(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with('0') && line.len() - rest.len() == 3 && rest.starts_with(['万', '亿'])
}

/// `●…`, `1、…`, `（1）…`, `①…`; a chapter's number (一、) makes a heading.
fn is_item(line: &str) -> bool {
    if line.starts_with([
        '●', '•', '■', '◆', '★', '▪', '◎', '◇', '☆', '➤', '✔', '①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩',
    ]) {
        return true;
    }
    let bracketed = line.strip_prefix('（');
    let rest = bracketed.unwrap_or(line);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (1..=2).contains(&(rest.len() - after.len()));
    let mark = if bracketed.is_some() { after.starts_with('）') } else { after.starts_with(['、', '.', '）']) };
    let decimal = after.strip_prefix('.').is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()));
    numbered && mark && !decimal
}

fn is_chapter(line: &str) -> bool {
    let numeral = |c: char| among("一二三四五六七八九十", c);
    let ordinal = line.strip_prefix('第');
    let opened = line.strip_prefix('（').or(ordinal).unwrap_or(line);
    let after = opened.trim_start_matches(numeral);
    let closes: &[char] = if ordinal.is_some() { &['章', '节', '篇', '部'] } else { &['、', '）', '.', '．'] };
    after.len() < opened.len() && after.starts_with(closes)
}

/// Letters, digits and Han characters of a line, by which copies are told; quotes of stocks that pages push in
/// (`（20.880，0.29，1.41%）`, `（维权）`) are left out.
pub(super) fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, inner, after)) = split_brackets(rest) {
        key.extend(before.chars().filter(|&c| is_letter_or_digit(c)));
        if !is_pushed_in(inner) {
            key.extend(inner.chars().filter(|&c| is_letter_or_digit(c)));
        }
        rest = after;
    }
    key.extend(rest.chars().filter(|&c| is_letter_or_digit(c)));
    key
}

/// What stands before the first pair of brackets, in it and after it; brackets that nothing closes are no pair.
fn split_brackets(line: &str) -> Option<(&str, &str, &str)> {
    let (before, bracket) = line.split_once('（')?;
    let (inner, after) = bracket.split_once('）')?;
    Some((before, inner, after))
}

fn is_pushed_in(inner: &str) -> bool {
    let quote = |c: char| c.is_ascii_digit() || among(".,，+-% ", c);
    inner == "维权" || (inner.contains(['%', '，', ',']) && inner.chars().all(quote))
}
