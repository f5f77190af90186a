//! What a row or a column is of: its name, its unit in brackets, and whether it is a time, a difference or no measure at all.

use crate::among::{holds, parted};
use crate::lexicon::tables::{cues, has_cue, is_word, last_cue};
use crate::number;
use crate::numeral::line::Line;
use crate::span::Span;
use crate::time::parse;

/// The head of a row or a column.
#[derive(Debug)]
pub(super) struct Head<'t> {
    /// Its place without the unit.
    pub(super) name: Span,
    /// The unit as written: 亿元 of 总投资（亿元）.
    pub(super) unit: Option<&'t str>,
    pub(super) sort: Sort,
    /// Whether it names the sum of the others: 合计, 全市.
    pub(super) is_total: bool,
    /// Whether it names nothing but that: 合计.
    pub(super) is_sum: bool,
    /// Whether it is one of several parts of the row above it: 其中.
    pub(super) is_part: bool,
    /// Whether the unit of the table is not its own: numbers of things, rates, places in an order.
    pub(super) is_bare: bool,
}

/// What stands under a head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// What the head names.
    Named,
    /// The values of a time.
    Time,
    /// The values of now: 本期.
    Now,
    /// The values of the period before: 上年同期.
    Before,
    /// The differences to the year before: 同比.
    Yearly,
    /// Other differences: 增减.
    Change,
    /// No measure: 序号.
    Skipped,
}

impl<'t> Head<'t> {
    /// Reads the head at `span`.
    pub(super) fn of(text: &'t str, span: Span) -> Self {
        let words = span.of(text);
        let unit = bracketed(words).filter(|unit| is_unit(unit));
        let length = unit.map_or(words.len(), |_| words.rfind(['（', '(']).unwrap_or(words.len()));
        let part = cues("tablepart").iter().find_map(|word| said_after(words, word));
        let from = part.map_or(span.start, |rest| span.start + span.len() - rest.len());
        let name = Span::new(from, (span.start + length).max(from)).trimmed(text);
        let said = name.of(text);
        let is_sum = is_word("tabletotal", said);
        Self {
            name,
            unit,
            sort: sort(said),
            is_total: is_sum || is_word("tablewhole", said),
            is_sum,
            is_part: part.is_some(),
            is_bare: last_cue("tablebare", said).is_some(),
        }
    }
}

/// What stands behind `word` at the start of a head: 制造业 of 其中：制造业.
fn said_after<'w>(words: &'w str, word: &str) -> Option<&'w str> {
    words.strip_prefix(word).map(|rest| rest.trim_start_matches(['：', ':', '、', ' ']))
}

fn sort(name: &str) -> Sort {
    if is_word("tablenow", name) {
        Sort::Now
    } else if is_word("tablebefore", name) {
        Sort::Before
    } else if last_cue("tableskip", name).is_some() || !name.is_empty() && name.chars().all(|c| !c.is_alphanumeric()) {
        Sort::Skipped
    } else if is_time(name) {
        Sort::Time
    } else if has_cue("tablechange", name) {
        if ["同比", "比上年", "较上年"].iter().any(|word| holds(name, word)) {
            Sort::Yearly
        } else {
            Sort::Change
        }
    } else {
        Sort::Named
    }
}

/// Whether all of it is a time: 2025年, 8月, 前三季度, or the digits of a year.
fn is_time(name: &str) -> bool {
    let line = Line::new(name, Span::new(0, name.len()));
    is_year(name) || parse::read(&line, 0).is_some_and(|moment| moment.end == line.len())
}

/// Whether it is the four digits of a year.
pub(super) fn is_year(words: &str) -> bool {
    words.len() == 4 && words.parse().is_ok_and(|year: u32| (1950..2100).contains(&year))
}

/// The unit in the words above a table: `单位：亿元`, `各区投资（亿元）`.
pub(super) fn caption_unit(words: &str) -> Option<&str> {
    let said = ["单位：", "单位:", "單位：", "單位:"].into_iter().find_map(|mark| parted(words, mark));
    let unit = match said {
        Some((_, unit)) => Some(unit.split(['）', ')', '，', ',', ' ']).next().unwrap_or(unit)),
        None => bracketed(words),
    };
    unit.map(str::trim).filter(|unit| is_unit(unit))
}

/// What stands in brackets at the end.
fn bracketed(words: &str) -> Option<&str> {
    let inner = words.strip_suffix(['）', ')'])?;
    let (_, unit) = inner.rsplit_once(['（', '('])?;
    let unit = unit.strip_prefix("单位").unwrap_or(unit);
    Some(unit.trim_start_matches(['：', ':']).trim())
}

/// Whether a number with these words behind it is one with a unit.
fn is_unit(words: &str) -> bool {
    !words.is_empty() && number::alone(&format!("1{words}")).is_some_and(|found| !found.unit.is_empty())
}
