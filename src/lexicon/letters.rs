//! The letter model: how often characters begin, go on with, end and are words, for words that no list knows.
//!
//! A pack is the costs of a hidden Markov model and the counts behind its emissions, by which they are exact.
//!
//! | part | form |
//! | --- | --- |
//! | magic | `YDL1` |
//! | cost of a first letter in each state | 4 × u32, little-endian, in 1/65536 bit |
//! | cost of a step from each state to each | 4 × 4 × u32 |
//! | cost of a character seen once in each state | 4 × u32 |
//! | counts of the letters in each state | four bytes a letter, by its rank in the word list |
//!
//! A count is rounded to four significant bits, as what lies beyond is chance in the corpus behind it and bytes here: its
//! byte is the count itself up to 15, then eight steps for every doubling. The counts are read where they lie.

use super::trie::number;
use crate::logarithm::log2;

const MAGIC: &[u8] = b"YDL2";

/// Cost of what never is. More than all that merely is unlikely in a run of characters together.
pub(crate) const NEVER: u64 = 1 << 40;

/// Places of a character in a word.
pub(crate) const STATES: usize = 4;

/// The model. States are begin, end, middle and single, in this order; costs are -log2 in 1/65536 bit.
#[derive(Default)]
pub(crate) struct Letters {
    pub(crate) first: [u64; STATES],
    pub(crate) steps: [[u64; STATES]; STATES],
    once: [u64; STATES],
    /// By the rank of the letter, four bytes each.
    counts: &'static [u8],
}

impl Letters {
    /// Decodes a pack. What is not a whole pack knows no letter.
    pub(crate) fn decode(pack: &'static [u8]) -> Self {
        Self::read(pack).unwrap_or_default()
    }

    fn read(pack: &'static [u8]) -> Option<Self> {
        let mut counts = pack.strip_prefix(MAGIC)?;
        let mut costs = [[0; STATES]; STATES + 2];
        for cost in costs.as_flattened_mut() {
            // The largest number stands for what never is.
            let written = u32::try_from(number(&mut counts)?).ok()?;
            *cost = if written == u32::MAX { NEVER } else { written.into() };
        }
        let [first, b, e, m, s, once] = costs;
        Some(Self { first, steps: [b, e, m, s], once, counts })
    }

    /// What the letter of `rank` costs in each state.
    pub(crate) fn costs(&self, rank: u16) -> [u64; STATES] {
        let at = usize::from(rank) * STATES;
        let Some(counts) = self.counts.get(at..at + STATES) else { return [NEVER; STATES] };
        let mut costs = [NEVER; STATES];
        for ((cost, &byte), &once) in costs.iter_mut().zip(counts).zip(&self.once) {
            if byte > 0 {
                *cost = once.saturating_sub(log2(count(byte)).into());
            }
        }
        costs
    }
}

/// The count that a byte stands for.
fn count(byte: u8) -> u64 {
    let byte = u64::from(byte);
    if byte < 16 { byte } else { (8 + byte % 8) << (byte / 8 - 1) }
}

#[cfg(test)]
mod tests {
    use super::super::{LETTERS, LEXICON};
    use super::{Letters, NEVER, STATES};
    use std::f64::consts::LN_2;

    impl Letters {
        /// The model over `alphabet`, whose characters stand by their ranks, in the form of jieba's `hmm.model`.
        pub(crate) fn lines(&self, alphabet: &[char]) -> String {
            let share =
                |&cost: &u64| -> f64 { if cost >= NEVER { -3.14e100 } else { -(cost as f64) / 65_536.0 * LN_2 } };
            let mut lines = String::new();
            for costs in [self.first].iter().chain(&self.steps) {
                lines.extend(costs.iter().map(|cost| format!("{} ", share(cost))));
                lines.push('\n');
            }
            for state in 0..STATES {
                for (rank, letter) in (0..).zip(alphabet) {
                    let cost = self.costs(rank)[state];
                    if cost < NEVER {
                        lines.push_str(&format!("{letter}:{},", share(&cost)));
                    }
                }
                lines.push('\n');
            }
            lines
        }
    }

    #[test]
    fn letters_cost_what_their_places_in_words_tell() {
        let model = &LEXICON.letters;
        let [begin, end, _, single] = model.costs(LEXICON.words.rank('的'));
        assert!(single < begin && single < end, "a word by itself");
        let [begin, end, ..] = model.costs(LEXICON.words.rank('们'));
        assert!(end < begin, "ends words");
        assert_eq!(model.costs(LEXICON.words.rank('a')), [NEVER; 4]);
        assert!(model.first.iter().filter(|&&cost| cost == NEVER).count() == 2, "no word begins in its middle");
    }

    #[test]
    fn counts_go_up_by_an_eighth_of_each_doubling() {
        assert_eq!([0, 1, 15, 16, 17, 23, 24, 156].map(super::count), [0, 1, 15, 16, 18, 30, 32, 3 << 20]);
    }

    #[test]
    fn a_broken_pack_knows_no_letter() {
        for cut in [0, 3, 4, 19, 40, 99] {
            assert!(super::Letters::decode(&LETTERS[..cut]).counts.is_empty(), "{cut}");
        }
    }
}
