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
//! | counts of the letters in each state | 4 × LEB128, by the rank of the letter in the word list |

use super::trie::{leb128, number};
use crate::logarithm::log2;

const MAGIC: &[u8] = b"YDL1";

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
    /// By the rank of the letter.
    counts: Vec<[u32; STATES]>,
}

impl Letters {
    /// Decodes a pack. What is not a whole pack knows no letter.
    pub(crate) fn decode(pack: &[u8]) -> Self {
        Self::read(pack).unwrap_or_default()
    }

    fn read(pack: &[u8]) -> Option<Self> {
        let mut rest = pack.strip_prefix(MAGIC)?;
        let mut costs = [[0; STATES]; STATES + 2];
        for cost in costs.as_flattened_mut() {
            // The largest number stands for what never is.
            let written = u32::try_from(number(&mut rest)?).ok()?;
            *cost = if written == u32::MAX { NEVER } else { written.into() };
        }
        let [first, b, e, m, s, once] = costs;
        let mut numbers = rest.iter();
        let mut counts = Vec::with_capacity(rest.len() / STATES);
        while let Some(begin) = leb128(&mut numbers) {
            counts.push([begin, leb128(&mut numbers)?, leb128(&mut numbers)?, leb128(&mut numbers)?]);
        }
        Some(Self { first, steps: [b, e, m, s], once, counts })
    }

    /// What the letter of `rank` costs in each state.
    pub(crate) fn costs(&self, rank: u16) -> [u64; STATES] {
        let Some(counts) = self.counts.get(usize::from(rank)) else { return [NEVER; STATES] };
        let mut costs = [NEVER; STATES];
        for ((cost, &count), &once) in costs.iter_mut().zip(counts).zip(&self.once) {
            if count > 0 {
                *cost = once.saturating_sub(log2(count.into()).into());
            }
        }
        costs
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LETTERS, LEXICON};
    use super::NEVER;

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
    fn a_broken_pack_knows_no_letter() {
        for cut in [0, 3, 4, 19, 40] {
            assert!(super::Letters::decode(&LETTERS[..cut]).counts.is_empty(), "{cut}");
        }
    }
}
