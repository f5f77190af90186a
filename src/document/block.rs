//! Labelled lines → Blocks, with the dateline of a paragraph as a block of its own.

use super::body::Outline;
use super::byline;
use super::dateline;
use super::{Block, BlockKind, Byline, Role};
use crate::lexicon::tables::structure;
use crate::reading::is_han;
use crate::span::Span;

/// Cuts the lines into blocks.
pub(super) fn cut(text: &str, outline: &Outline) -> Vec<Block> {
    let mut blocks = Vec::with_capacity(outline.lines.len());
    for (line, &(kind, body)) in outline.lines.iter().zip(&outline.labels) {
        let span = line.span;
        let headline = outline.headline.as_ref().filter(|_| body).and_then(|headline| headline.within(text, span));
        if let Some(headline) = headline {
            around_headline(text, span, headline, &mut blocks);
            continue;
        }
        match dateline::length(span.of(text)).filter(|_| body && kind == BlockKind::Paragraph) {
            Some(length) if length >= span.len() => {
                blocks.push(Block { start: span.start, end: span.end, kind: BlockKind::Dateline, body });
            }
            Some(length) => {
                let head = Span::new(span.start, span.start + length).trimmed(text);
                let report = Span::new(span.start + length, span.end).trimmed(text);
                blocks.push(Block { start: head.start, end: head.end, kind: BlockKind::Dateline, body });
                blocks.push(Block { start: report.start, end: report.end, kind, body });
            }
            None => match run_in_heading(span.of(text)).filter(|_| body && kind == BlockKind::Paragraph) {
                Some(length) => {
                    let at = span.start + length;
                    blocks.push(Block { start: span.start, end: at, kind: BlockKind::Subheading, body });
                    blocks.push(Block { start: at, end: span.end, kind, body });
                }
                None => blocks.push(Block { start: span.start, end: span.end, kind, body }),
            },
        }
    }
    blocks
}

/// Length in bytes of the heading that runs into the paragraph, before the words with which this opens: `优势互补据了解，…`.
fn run_in_heading(paragraph: &str) -> Option<usize> {
    let at = paragraph
        .char_indices()
        .take(LONGEST_HEADING + 1)
        .find(|&(_, c)| !is_han(c))
        .map(|(at, c)| at + c.len_utf8())?;
    let clause = paragraph.get(..at)?;
    let heading = structure("opener").iter().find_map(|opener| clause.strip_suffix(opener))?;
    let whole = heading.chars().count() >= SHORTEST_HEADING
        && !heading.ends_with(['另', '又', '而', '且', '并', '但', '外', '者']);
    whole.then_some(heading.len())
}

/// Length of such a heading, in characters.
const SHORTEST_HEADING: usize = 4;
const LONGEST_HEADING: usize = 20;

/// A headline inside a paragraph (`【title】report`) is a block, with its brackets, before the report.
fn around_headline(text: &str, span: Span, headline: Span, blocks: &mut Vec<Block>) {
    let after = text.get(headline.end..span.end).unwrap_or_default();
    let bracket = after.chars().next().filter(|c| matches!(c, '】' | '）' | ')')).map_or(0, char::len_utf8);
    let title = Span::new(span.start, headline.end + bracket).trimmed(text);
    let report = Span::new(title.end, span.end).trimmed(text);
    blocks.push(Block { start: title.start, end: title.end, kind: BlockKind::Headline, body: false });
    if !report.is_empty() {
        blocks.push(Block { start: report.start, end: report.end, kind: BlockKind::Paragraph, body: true });
    }
}

/// The people who made the article: in lines of credits, captions' photographers left out, and in datelines.
pub(super) fn bylines(text: &str, blocks: &[Block]) -> Vec<Byline> {
    let mut found: Vec<Byline> = Vec::new();
    for block in blocks {
        let credits = match block.kind {
            BlockKind::Byline | BlockKind::Source | BlockKind::Timestamp => byline::read(text, block.span()).bylines,
            BlockKind::Dateline => in_dateline(text, block.span()),
            _ => continue,
        };
        for byline in credits {
            if !found.iter().any(|b| b.name == byline.name && b.role == byline.role) {
                found.push(byline);
            }
        }
    }
    found
}

/// Credits of a dateline; names in its brackets without a role are the reporters'.
fn in_dateline(text: &str, span: Span) -> Vec<Byline> {
    let credits = byline::read(text, span).bylines;
    let words = span.of(text);
    let inner = words.find('（').zip(words.rfind('）'));
    match inner {
        Some((open, close)) if credits.is_empty() && open < close => {
            let inner = Span::new(span.start + open + '（'.len_utf8(), span.start + close);
            byline::read_names(text, inner, Role::Reporter)
        }
        _ => credits,
    }
}
