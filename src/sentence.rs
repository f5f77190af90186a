//! Body blocks → Sentences, with quotations and brackets kept whole.
//!
//! A sentence ends with 。！？… or their like, together with the quotation marks and brackets that close after them.
//! Inside quotation marks and brackets nothing ends, as long as they close again soon: `“去。”他说，“现在就去。”` is one
//! sentence, and a mark that is never closed holds nothing together.

use crate::among::{among, holds};
use crate::document::{Block, BlockKind, Document};
use crate::lexicon::tables::structure;
use crate::reading::is_han;
use crate::span::Span;
use serde::Serialize;
use std::collections::BTreeMap;

/// A sentence of the body.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sentence {
    /// First byte.
    pub start: usize,
    /// One past the last byte, closing punctuation included.
    pub end: usize,
    /// Index into `document.blocks`.
    pub block: usize,
    /// 0 to 1, the most salient sentence of the article is 1. Zero until [`crate::salience`] has run.
    pub salience: f64,
    /// Named parts that sum to the unscaled score. Empty until [`crate::salience`] has run.
    pub reasons: BTreeMap<&'static str, f64>,
}

impl Sentence {
    /// Its place.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Splits every body block that holds prose (not datelines, subheadings or tables) into sentences, in order.
pub fn split(text: &str, document: &Document) -> Vec<Sentence> {
    let is_prose = |b: &Block| b.body && matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem);
    let blocks = document.blocks.iter().enumerate().filter(|(_, b)| is_prose(b));
    let mut sentences = Vec::new();
    for (block, b) in blocks {
        for piece in pieces(b.span().of(text)) {
            let span = Span::new(b.start + piece.start, b.start + piece.end).trimmed(text);
            if span.of(text).chars().any(char::is_alphanumeric) {
                let (start, end) = (span.start, span.end);
                sentences.push(Sentence { start, end, block, salience: 0.0, reasons: BTreeMap::new() });
            } else if let Some(last) = sentences.last_mut().filter(|s| s.block == block) {
                // Signs without a word belong to the sentence before.
                last.end = last.end.max(span.end);
            }
        }
    }
    sentences
}

/// A quotation or bracket longer than this, in bytes, is taken for one that was never closed.
const LONGEST_ENCLOSED: usize = 1500;

/// The sentences of a paragraph.
fn pieces(paragraph: &str) -> Vec<Span> {
    let mut pieces = Vec::new();
    let places = closing_places(paragraph);
    let mut enclosed = places.iter().copied().peekable();
    let (mut start, mut enclosing) = (0, None);
    for (at, c) in paragraph.char_indices() {
        while enclosed.next_if(|&(open, _)| open < at).is_some() {}
        if let Some(place) = enclosed.next_if(|&(open, _)| open == at) {
            enclosing = Some(place);
        }
        if at < start || enclosing.is_some_and(|(_, close)| at < close) {
            continue;
        }
        let rest = paragraph.get(at + c.len_utf8()..).unwrap_or_default();
        let ends = match enclosing.take() {
            Some((open, close)) if close == at => {
                let before = paragraph.get(start..open).unwrap_or_default();
                ends_inside(paragraph, at, c, rest) && (is_introduced(before) || !is_attributed(rest))
            }
            _ => is_end(paragraph, at, c, rest),
        };
        if ends {
            let end = at + c.len_utf8() + trailing(rest);
            pieces.push(Span::new(start, end));
            start = end;
        }
    }
    if start < paragraph.len() {
        pieces.push(Span::new(start, paragraph.len()));
    }
    pieces
}

/// Whether the sentence ends with `c` at byte `at`, outside quotations and brackets.
fn is_end(paragraph: &str, at: usize, c: char, rest: &str) -> bool {
    match c {
        '。' | '！' | '？' => true,
        '!' | '?' => rest.is_empty() || rest.starts_with([' ', '\n']),
        '…' => !rest.starts_with('…') && long_pause(paragraph, at) && is_anew_after_pause(rest),
        '.' => {
            let before = paragraph.get(..at).unwrap_or_default();
            let word = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            let latin = before.ends_with(|b: char| b.is_ascii_lowercase()) && rest.starts_with(' ');
            let pause = before.ends_with("..") && rest.starts_with(is_han) && is_anew_after_pause(rest);
            pause || (latin && !structure("abbreviation").contains(&word) && begins_anew(rest))
        }
        _ => false,
    }
}

/// Whether the ellipsis at `at` is a whole one.
fn long_pause(paragraph: &str, at: usize) -> bool {
    paragraph.get(..at).is_some_and(|b| b.ends_with('…'))
}

/// Whether what follows an ellipsis or a quotation could open a sentence: not a comma, not a verb of saying.
fn begins_anew(rest: &str) -> bool {
    !rest.starts_with(['，', '、', '；', '：', '。', '！', '？', '）', '”', '’', '】', '的', '等'])
}

/// Whether a new sentence begins after an ellipsis rather than what the one before was leading up to:
/// `他犹豫了一下……然后签了字。`
fn is_anew_after_pause(rest: &str) -> bool {
    begins_anew(rest) && !is_attributed(rest) && !structure("carrying_on").iter().any(|word| rest.starts_with(word))
}

/// Whether a quotation that ends with a stop before its closing mark `c` may end the sentence too.
fn ends_inside(paragraph: &str, at: usize, c: char, rest: &str) -> bool {
    if c != '”' && c != '’' {
        return false;
    }
    let stopped = paragraph.get(..at).is_some_and(|b| b.ends_with(['。', '！', '？', '…']));
    stopped && begins_anew(rest)
}

/// Whether the speaker of a quotation stands `before` it, so that the next one's words begin after it: `他说：“…”`.
fn is_introduced(before: &str) -> bool {
    let words = before.trim_end_matches(['：', '，']);
    structure("saying").iter().any(|verb| words.ends_with(verb))
}

/// Whether `rest` begins with a speaker and a verb of saying.
fn is_attributed(rest: &str) -> bool {
    let clause: String = rest.chars().take_while(|c| !among("。！？；，：“", *c)).take(SPEAKER).collect();
    structure("saying").iter().any(|verb| holds(&clause, verb))
}

/// So many characters after a quotation its speaker and the verb of saying stand in.
const SPEAKER: usize = 40;

/// Bytes of `rest` that close the sentence: further stops, quotation marks, brackets.
fn trailing(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches(['。', '！', '？', '…', '”', '’', '）', '】', '』', '」', '!', '?']).len()
}

/// Where the quotations and brackets that are closed soon enough open and close, by opening place; inner ones are left out.
fn closing_places(paragraph: &str) -> Vec<(usize, usize)> {
    let mut stack: Vec<(char, usize)> = Vec::new();
    let mut places: Vec<(usize, usize)> = Vec::new();
    for (at, c) in paragraph.char_indices() {
        if let Some(close) = closing(c) {
            // A second opening of the same mark means that the first was never closed.
            if stack.len() < DEEPEST {
                stack.push((close, at));
            }
        } else if let Some(depth) = stack.iter().rposition(|&(close, _)| close == c) {
            let opened = stack.get(depth).map_or(at, |&(_, opened)| opened);
            stack.truncate(depth);
            if at - opened <= LONGEST_ENCLOSED {
                while places.last().is_some_and(|&(from, _)| from > opened) {
                    places.pop();
                }
                places.push((opened, at));
            }
        }
    }
    places
}

/// Deeper nesting is no prose.
const DEEPEST: usize = 16;

fn closing(c: char) -> Option<char> {
    Some(match c {
        '“' => '”',
        '‘' => '’',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '《' => '》',
        '「' => '」',
        '『' => '』',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_would_pause() {
        for sentences in [
            &["桥通了。", "车过了！", "人呢？"][..],
            &["“去。”他说，“现在就去。”"],
            &["“去。”", "他走了。"],
            &["“桥通了！”林小满说。", "车过了。"],
            &["他说：“桥通了。车也过了。”", "大家鼓掌。"],
            &["增长3.5%，达到1.2万亿元。", "下同。"],
            &["公司（下称“江城控股”。注：已上市）称，一切正常。", "完。"],
            &["他走了……", "天黑了。"],
            &["等等……，他说。"],
            &["“没有关上的引号，他说。", "第二句。"],
            &["没有句号的句子"],
            &["太好了！！！", "真的？！", "真的。"],
        ] {
            let text: String = sentences.concat();
            let found: Vec<&str> = pieces(&text).into_iter().map(|s| s.of(&text)).collect();
            assert_eq!(found, sentences);
        }
    }
}
