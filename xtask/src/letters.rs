//! The letter model of the jieba-macros package → `src/lexicon/letters.bin`, in the form that `src/lexicon/letters.rs`
//! reads.
//!
//! Its emissions are the logarithms of shares, `ln(count / total)`, so that the counts can be had back, which are small
//! and exact, and are rounded for the pack.

use crate::package::Package;
use crate::significant;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::PathBuf;

const STATES: usize = 4;

/// Bits of a count that are kept.
const SIGNIFICANT_BITS: u32 = 4;

/// Where the jieba-macros package keeps the model.
pub fn model_path() -> Result<PathBuf, Box<dyn Error>> {
    Ok(Package::find("jieba-macros")?.folder.join("src/hmm.model"))
}

/// The model; states are begin, end, middle and single.
pub struct LetterModel {
    first: [f64; STATES],
    steps: [[f64; STATES]; STATES],
    /// ln of the share of a letter seen once.
    once: [f64; STATES],
    counts: BTreeMap<char, [u32; STATES]>,
}

impl LetterModel {
    /// Reads the text of a model: a line of first shares, four of steps, four of emissions `letter:share,…`.
    pub fn read(text: &str) -> Result<Self, Box<dyn Error>> {
        let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        let &[first, b, e, m, s, ref emissions @ ..] = lines.as_slice() else {
            return Err("the model is short".into());
        };
        let mut model = Self {
            first: four(first)?,
            steps: [four(b)?, four(e)?, four(m)?, four(s)?],
            once: [0.0; STATES],
            counts: BTreeMap::new(),
        };
        for (state, line) in emissions.iter().enumerate().take(STATES) {
            let shares = shares(line)?;
            let once = shares.iter().map(|s| s.1).fold(0.0, f64::min);
            model.once[state] = once;
            for (letter, share) in shares {
                model.counts.entry(letter).or_default()[state] = (share - once).exp().round() as u32;
            }
        }
        // The segmenter asks for these only.
        model.counts.retain(|c, _| ('\u{4E00}'..='\u{9FD5}').contains(c));
        Ok(model)
    }

    /// The letters that the model knows.
    pub fn letters(&self) -> impl Iterator<Item = char> {
        self.counts.keys().copied()
    }

    /// The pack, counts in the order of the alphabet.
    pub fn pack(&self, alphabet: &[char]) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut pack = b"YDL2".to_vec();
        let costs = [self.first].into_iter().chain(self.steps).chain([self.once]);
        costs.flatten().for_each(|share| pack.extend_from_slice(&cost(share).to_le_bytes()));
        for letter in alphabet {
            for &count in self.counts.get(letter).unwrap_or(&[0; STATES]) {
                pack.push(u8::try_from(byte(count))?);
            }
        }
        Ok(pack)
    }
}

/// The byte of a count: the count itself up to 15, then eight steps for every doubling, the nearest of them.
fn byte(count: u32) -> u32 {
    let count = significant::nearest(count, SIGNIFICANT_BITS);
    let rest = significant::rest(count, SIGNIFICANT_BITS);
    (rest << (SIGNIFICANT_BITS - 1)) + (count >> rest)
}

fn four(line: &str) -> Result<[f64; STATES], Box<dyn Error>> {
    let numbers: Vec<f64> = line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    numbers.try_into().map_err(|_| "not four numbers".into())
}

fn shares(line: &str) -> Result<Vec<(char, f64)>, Box<dyn Error>> {
    let pairs = line.split(',').map(|pair| {
        let (letter, share) = pair.split_once(':').ok_or("a share without a letter")?;
        Ok((letter.chars().next().ok_or("a share without a letter")?, share.parse()?))
    });
    pairs.collect()
}

/// -log2 of a share given by its natural logarithm, in 1/65536 bit; the largest number for a share of nothing.
fn cost(share: f64) -> u32 {
    if share < -1e6 { u32::MAX } else { (-share * std::f64::consts::LOG2_E * 65_536.0).round() as u32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_go_up_by_an_eighth_of_each_doubling() {
        assert_eq!([0, 1, 15, 16, 17, 31, 3 << 20].map(byte), [0, 1, 15, 16, 17, 24, 156]);
    }

    #[test]
    fn shares_are_counts_again() {
        let path = model_path().unwrap();
        let text = std::fs::read_to_string(path).unwrap();
        let model = LetterModel::read(&text).unwrap();
        let emissions = text.lines().filter(|line| line.contains(':') && !line.starts_with('#'));
        for (state, line) in emissions.enumerate() {
            for (letter, share) in shares(line).unwrap() {
                let Some(counts) = model.counts.get(&letter) else { continue };
                let again = model.once[state] + f64::from(counts[state]).ln();
                assert!((again - share).abs() < 2e-6, "{letter}: {share}, again {again}");
            }
        }
    }
}
