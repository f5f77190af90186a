//! Words at any place of a line: the longest match in a table of few.

use crate::order;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// Words with what is known of each, found by their first character: the longest first, at places of any line, and most
/// places passed over by one bit, where [`super::tree`] gives every word and walks a slice.
pub(crate) struct Phrases<T> {
    by_first: FxHashMap<char, Vec<(Vec<char>, T)>>,
    /// What the words begin with: most places are passed over by it alone.
    firsts: Characters,
}

impl<T> Phrases<T> {
    /// From words and what is known of each; where a word comes twice the first counts.
    pub(crate) fn new(rows: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: FxHashMap<char, Vec<(Vec<char>, T)>> = FxHashMap::default();
        for (word, known) in rows {
            let chars: Vec<char> = word.chars().collect();
            if let Some(&first) = chars.first() {
                by_first.entry(first).or_default().push((chars, known));
            }
        }
        for words in by_first.values_mut() {
            order::by_key(words, |(chars, _)| Reverse(chars.len()));
        }
        let firsts = Characters::of(by_first.keys().copied());
        Self { by_first, firsts }
    }

    /// The longest word that stands at `i` of the text whose characters `at` gives: its length and what is known of it.
    pub(crate) fn longest(&self, at: impl Fn(usize) -> char, i: usize) -> Option<(usize, &T)> {
        self.all(at, i).next()
    }

    /// Every word that stands at `i`, longest first.
    pub(crate) fn all(&self, at: impl Fn(usize) -> char, i: usize) -> impl Iterator<Item = (usize, &T)> {
        let first = Some(at(i)).filter(|&first| self.firsts.holds(first));
        let words = first.and_then(|first| self.by_first.get(&first)).into_iter().flatten();
        words
            .filter(move |(chars, _)| chars.iter().zip(i..).all(|(&c, j)| at(j) == c))
            .map(|(chars, known)| (chars.len(), known))
    }

    /// Every word that `words` begin with, longest first: its length in bytes and what is known of it.
    pub(crate) fn heads(&self, words: &str) -> impl Iterator<Item = (usize, &T)> {
        let first = words.chars().next().filter(|&first| self.firsts.holds(first));
        let entries = first.and_then(|first| self.by_first.get(&first)).into_iter().flatten();
        entries.filter_map(|(chars, known)| {
            let mut rest = words.chars();
            chars.iter().all(|&c| rest.next() == Some(c)).then(|| (words.len() - rest.as_str().len(), known))
        })
    }

    /// The longest word that ends right before `i`.
    pub(crate) fn longest_before(&self, at: impl Fn(usize) -> char, i: usize) -> Option<(usize, &T)> {
        (1..=MOST_BEFORE.min(i)).rev().find_map(|length| {
            let start = i - length;
            self.all(&at, start).find(|&(found, _)| found == length)
        })
    }
}

/// A set of characters, of the basic plane by a bit each.
pub(crate) struct Characters(Box<[u64; 1024]>);

impl Default for Characters {
    fn default() -> Self {
        Self::of(std::iter::empty())
    }
}

impl Characters {
    /// Of `characters`.
    pub(crate) fn of(characters: impl Iterator<Item = char>) -> Self {
        let mut bits = Box::new([0; 1024]);
        for c in characters {
            if let Some(bits) = bits.get_mut(c as usize / 64) {
                *bits |= 1 << (c as usize % 64);
            }
        }
        Self(bits)
    }

    /// Whether `c` is one of them: certain of the basic plane, possible beyond it.
    pub(crate) fn holds(&self, c: char) -> bool {
        self.0.get(c as usize / 64).is_none_or(|bits| bits >> (c as usize % 64) & 1 == 1)
    }
}

/// Longest word looked for before a place.
const MOST_BEFORE: usize = 6;
