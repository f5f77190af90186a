//! A passage as its figures see it: clauses, tokens to either side, and the numbers no phrase reaches over.

use super::left::Left;
use crate::lexicon::tables::{CHANGES, PASSED, PHRASES, is_word};
use crate::order;
use crate::passage::Passage;
use crate::reading::is_letter_or_digit;
use crate::span::Span;
use crate::token::Token;
use rustc_hash::FxHashMap;
use std::cell::RefCell;

/// A passage with the numbers in it.
pub(crate) struct View<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// Figures and times of the passage, in order.
    pub(crate) numbers: Vec<Span>,
    /// The times among them, in order.
    times: Vec<Span>,
    pub(crate) span: Span,
    /// What stands left of each place that was asked for: owners ask for that of one figure before every other.
    pub(super) lefts: RefCell<FxHashMap<usize, Left>>,
}

/// How many bytes around a figure are looked at, so that a text without punctuation takes time in proportion to its length.
const FARTHEST: usize = 1500;

/// How many bytes before a span the word may begin that it cuts.
const CUT: usize = 15;

/// Punctuation that ends a clause.
const CLAUSE_MARKS: [char; 14] = ['，', '；', '。', '：', '！', '？', ',', ';', ':', '!', '?', '\n', '“', '、'];

impl<'a> View<'a> {
    pub(crate) fn new(text: &'a str, passage: &'a Passage, figures: &[Span], times: Vec<Span>) -> Self {
        let mut numbers: Vec<Span> = figures.iter().chain(&times).copied().collect();
        order::by_key(&mut numbers, |span| *span);
        Self { text, tokens: &passage.tokens, numbers, times, span: passage.span, lefts: RefCell::default() }
    }

    pub(crate) fn word(&self, token: &Token) -> &'a str {
        token.span().of(self.text)
    }

    /// The words from `start` to `end`.
    pub(crate) fn between(&self, start: usize, end: usize) -> &'a str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Where looking back from `at` ends: at the beginning of the passage, or as far as a figure is looked around.
    pub(crate) fn floor(&self, at: usize) -> usize {
        let far = at.saturating_sub(FARTHEST).max(self.span.start);
        (far..at).find(|&i| self.text.is_char_boundary(i)).unwrap_or(at)
    }

    /// Where looking ahead from `at` ends.
    pub(crate) fn ceiling(&self, at: usize) -> usize {
        let far = (at + FARTHEST).min(self.span.end);
        (at..=far).rev().find(|&i| self.text.is_char_boundary(i)).unwrap_or(at)
    }

    /// The clause from its beginning to `at`.
    pub(crate) fn clause_before(&self, at: usize) -> Span {
        let floor = self.floor(at);
        let before = self.between(floor, at);
        let mark = before.rfind(CLAUSE_MARKS);
        let width = mark.and_then(|i| before.get(i..)).and_then(|s| s.chars().next()).map_or(0, char::len_utf8);
        Span::new(floor + mark.unwrap_or(0) + width, at)
    }

    /// The clause from `at` to its end.
    pub(crate) fn clause_after(&self, at: usize) -> Span {
        let after = self.between(at, self.ceiling(at));
        Span::new(at, at + after.find(CLAUSE_MARKS).unwrap_or(after.len()))
    }

    /// Tokens that begin between `floor` and `at`, nearest first.
    pub(crate) fn back(&self, floor: usize, at: usize) -> impl Iterator<Item = &'a Token> {
        let end = self.tokens.partition_point(|t| t.start < at);
        let tokens: &'a [Token] = self.tokens;
        tokens.iter().take(end).rev().take_while(move |t| t.start >= floor)
    }

    /// Tokens that begin at or after `at`, nearest first.
    pub(crate) fn ahead(&self, at: usize) -> impl Iterator<Item = &'a Token> {
        let start = self.tokens.partition_point(|t| t.start < at);
        let tokens: &'a [Token] = self.tokens;
        tokens.iter().skip(start)
    }

    /// Where the nearest number before `at` ends.
    pub(crate) fn number_before(&self, at: usize) -> Option<Span> {
        let end = self.numbers.partition_point(|n| n.start < at);
        self.numbers.iter().take(end).rev().find(|n| n.end <= at).copied()
    }

    /// The nearest number before `at`, where it is a figure.
    pub(crate) fn figure_before(&self, at: usize) -> Option<Span> {
        self.number_before(at).filter(|number| self.times.binary_search(number).is_err())
    }

    /// `span` with the rest of a word that the dictionary lacks and that it cuts: 现金红利 for 金红利.
    pub(crate) fn whole_phrase(&self, span: Span) -> Span {
        let from = self.floor(span.start).max(span.start.saturating_sub(CUT));
        let from = (from..=span.start).find(|&i| self.text.is_char_boundary(i)).unwrap_or(span.start);
        let words = self.between(from, self.ceiling(span.end));
        let places = words.char_indices().map(|(i, _)| i).take_while(|i| from + i < span.end);
        let found = places.flat_map(|i| PHRASES.heads(words.get(i..).unwrap_or_default()).map(move |found| (i, found)));
        let found = found.filter_map(|(i, (length, &row))| {
            let whole = Span::new(from + i, from + i + length);
            let cut = || self.tokens.binary_search_by_key(&whole.start, |t| t.start).is_err();
            (whole.overlaps(span) && (!span.contains(whole) || cut())).then_some((whole, row))
        });
        let Some((whole, _)) = found.max_by_key(|(whole, row)| (whole.len(), *row)) else { return span };
        Span::new(whole.start, whole.end.max(span.end))
    }

    /// The first figure that begins at or after `at`.
    pub(crate) fn first_figure(&self, at: usize) -> Option<Span> {
        let from = self.numbers.partition_point(|n| n.start < at);
        self.numbers.iter().skip(from).find(|n| self.times.binary_search(n).is_err()).copied()
    }

    /// The times between `start` and `end`.
    pub(crate) fn times_within(&self, start: usize, end: usize) -> &[Span] {
        let from = self.times.partition_point(|t| t.start < start);
        let to = self.times.partition_point(|t| t.end <= end).max(from);
        self.times.get(from..to).unwrap_or_default()
    }

    /// The place before `at` and the times that only passed-over words part from it: 贸易额 in 贸易额去年突破.
    pub(crate) fn before_times(&self, at: usize) -> usize {
        let clause = self.clause_before(at).start;
        let mut at = at;
        while let Some(time) = self.number_before(at).filter(|n| n.start > clause) {
            let known = self.times.binary_search(&time).is_ok();
            if !known || passed_tail(self.between(time.end, at)) > 0 {
                break;
            }
            at = time.start;
        }
        at
    }

    /// Whether a token is part of a number.
    pub(crate) fn is_number(&self, span: Span) -> bool {
        let from = self.numbers.partition_point(|n| n.end <= span.start);
        self.numbers.get(from).is_some_and(|n| n.overlaps(span))
    }
}

/// Whether `word` is made of words that stand between a subject and its figure: verbs of reaching and change, hedges.
pub(crate) fn is_passed(word: &str) -> bool {
    passed_tail(word) == 0
}

/// How many bytes of `words` are left when all passed-over words at their end are taken off.
pub(crate) fn passed_tail(words: &str) -> usize {
    let mut left = words.len();
    while left > 0 {
        let rest = words.get(..left).unwrap_or_default();
        let trimmed = rest.trim_end().len();
        if trimmed < left {
            left = trimmed;
            continue;
        }
        let Some(length) = passed_suffix(rest) else { break };
        left -= length;
    }
    left
}

/// The longest passed-over word that `words` end with, in bytes.
fn passed_suffix(words: &str) -> Option<usize> {
    let word = PASSED.last(words)?;
    let noun = || ["合约", "签约", "预约", "契约", "条约", "节约", "制约"].iter().any(|noun| words.ends_with(noun));
    (word != "约" || !noun()).then_some(word.len())
}

/// Whether `word` is a verb of change or names the size of one.
pub(crate) fn is_change(word: &str) -> bool {
    CHANGES.heads(word).any(|(length, way)| length == word.len() && *way != "none")
}

/// Whether a token can be part of a noun phrase.
pub(crate) fn is_nominal(token: &Token, word: &str) -> bool {
    let tag = token.tag.as_ref();
    let noun = tag.starts_with('n')
        || matches!(
            tag,
            "vn" | "an" | "j" | "l" | "eng" | "b" | "a" | "ad" | "z" | "i" | "k" | "g" | "s" | "vd" | "ag" | "h"
        );
    let unknown = tag == "x" && !word.starts_with(FUNCTION);
    let named = tag != "m" && tag != "t" && word.ends_with(MEASURED);
    (noun || unknown || named || is_word("metric", word) || is_word("noun", word))
        && !word.is_empty()
        && (tag == "eng" || word.chars().all(is_letter_or_digit))
}

/// Characters that an unknown word which is no noun begins with.
const FUNCTION: [char; 22] = [
    '不', '已', '曾', '另', '未', '还', '也', '又', '再', '仅', '就', '都', '将', '被', '把', '向', '在', '从', '其',
    '该', '是', '有',
];
/// Last characters of what is measured.
pub(crate) const MEASURED: [char; 14] =
    ['率', '额', '量', '数', '价', '值', '费', '速', '幅', '款', '金', '税', '指', '积'];
