//! What segmentation knows of words and letters, decoded once on first use.

use crate::logarithm::{ONE, log2};
use std::sync::LazyLock;

pub(crate) mod letters;
pub(crate) mod phrases;
pub(crate) mod tables;
pub(crate) mod trie;
pub(crate) mod tree;

/// The packed word list, made by `cargo xtask lexicon` (see `lexicon/README.md`).
static PACKED: &[u8] = include_bytes!("lexicon/words.bin");

/// The packed letter model, made by the same command.
static LETTERS: &[u8] = include_bytes!("lexicon/letters.bin");

/// Words with their frequency and part of speech, and the letters that they are made of.
pub struct Lexicon {
    pub(crate) words: trie::Trie,
    /// How words are made that the list lacks.
    pub(crate) letters: letters::Letters,
}

/// The one lexicon, read-only.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    // Packs that the tests have proven to be whole; an empty list still cuts every text.
    Lexicon { words: trie::Trie::decode(PACKED), letters: letters::Letters::decode(LETTERS) }
});

impl Lexicon {
    /// How often `word` stands in the dictionary's corpus; zero for a word it does not hold.
    pub fn frequency(&self, word: &str) -> u32 {
        self.words.get(word).map_or(0, |entry| entry.frequency)
    }

    /// Part of speech of `word` in jieba's tag set, if it is a word of the list.
    pub fn tag(&self, word: &str) -> Option<&'static str> {
        self.words.get(word).map(|entry| entry.tag)
    }

    /// Sum of all frequencies.
    pub fn total(&self) -> u64 {
        self.words.total()
    }

    /// How many bits the sight of `word` tells: the logarithm to base 2 of how rarely the dictionary's corpus holds it.
    pub fn information(&self, word: &str) -> f64 {
        // Five more, so that words the corpus hardly holds are told apart by their other merits.
        let bits = log2(self.total()).saturating_sub(log2(u64::from(self.frequency(word)) + 5));
        f64::from(bits) / f64::from(ONE)
    }
}

/// A table of this folder by its name, as `build.rs` packs it.
macro_rules! table {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name, ".tsv"))
    };
}
pub(crate) use table;

/// The fields of a row; those that it lacks are empty.
pub(crate) type Row = [&'static str; 4];

/// The rows of a table, given by [`table!`].
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Row> {
    let mut cells = table.split('\n');
    let count: usize = cells.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    let cells: Vec<&str> = cells.collect();
    let cell = move |row: usize, column: usize| cells.get(column * count + row).copied().unwrap_or_default();
    (0..count).map(move |row| std::array::from_fn(|column| cell(row, column)))
}
