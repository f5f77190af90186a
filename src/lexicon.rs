//! The word list that segmentation uses, decoded once on first use.

use jieba_rs::Jieba;
use std::sync::LazyLock;

mod pack;
pub(crate) mod tables;

/// The packed word list, made by `cargo xtask lexicon` (see `lexicon/README.md`).
static PACKED: &[u8] = include_bytes!("lexicon/words.bin");

/// Words with their frequency and part of speech.
pub struct Lexicon {
    /// The segmenter over these words.
    pub(crate) jieba: Jieba,
    words: pack::Words,
}

/// The one lexicon, read-only.
pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let words = pack::Words::decode(PACKED);
    // A pack that the tests have proven to be whole gives no error; an empty segmenter still cuts every text.
    let jieba = Jieba::with_dict(&mut words.lines()).unwrap_or_else(|_| Jieba::empty());
    Lexicon { jieba, words }
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
}
