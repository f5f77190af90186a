//! The words of the lexicon in a line.

use super::unit::{Line, is_han};
use crate::lexicon::LEXICON;

/// A word of the lexicon where it stands in a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) end: usize,
    pub(super) frequency: u32,
    pub(super) tag: &'static str,
}

/// Every word of the lexicon that stands in a line and begins with a Chinese character.
pub(super) struct Words {
    all: Vec<Word>,
    firsts: Vec<usize>,
}

impl Words {
    /// Looks at every place of `line`.
    pub(super) fn of(line: &Line) -> Self {
        let mut all: Vec<Word> = Vec::with_capacity(line.len() * 2);
        let mut firsts = Vec::with_capacity(line.len() + 1);
        for start in 0..line.len() {
            firsts.push(all.len());
            if is_han(line.char(start)) {
                all.extend(LEXICON.words.prefixes(line.chars(start, line.len())).map(|(length, entry)| Word {
                    end: start + length,
                    frequency: entry.frequency,
                    tag: entry.tag,
                }));
            }
        }
        firsts.push(all.len());
        Self { all, firsts }
    }

    /// Those that begin at `i`, shortest first.
    pub(super) fn at(&self, i: usize) -> &[Word] {
        let first = |i: usize| self.firsts.get(i).copied().unwrap_or(self.all.len());
        self.all.get(first(i)..first(i + 1)).unwrap_or_default()
    }

    /// Part of speech of the word from `start` to `end`.
    pub(super) fn tag(&self, start: usize, end: usize) -> Option<&'static str> {
        self.at(start).iter().find(|w| w.end == end).map(|w| w.tag)
    }
}
