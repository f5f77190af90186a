//! `contexts.tsv`: what stands beside a name.

use super::{Counts, cost};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A context seen less often beside a name says nothing.
const LEAST_CONTEXT: u32 = 4;

/// How much likelier a name is beside a context than anywhere, in 1/16 bit, for one and two characters on either side.
pub(super) fn table(texts: &[Vec<char>], mined: &Counts<Vec<char>>) -> String {
    let names: BTreeSet<&[char]> =
        mined.iter().filter(|(n, c)| n.len() == 3 && **c >= 2).map(|(n, _)| n.as_slice()).collect();
    let mut beside: Counts<(Side, String)> = Counts::new();
    let mut repeats: Counts<(Side, String, &[char])> = Counts::new();
    let mut everywhere: Counts<(Side, String)> = Counts::new();
    let (mut hits, mut all) = (0.0, 0.0);
    for text in texts {
        for at in 0..text.len() {
            all += 1.0;
            for length in 1..=2 {
                for side in [Side::Left, Side::Right] {
                    if let Some(piece) = side.piece(text, at, at, length) {
                        *everywhere.entry((side, piece)).or_default() += 1;
                    }
                }
            }
            let Some(&name) = text.get(at..at + 3).and_then(|n| names.get(n)) else { continue };
            hits += 1.0;
            for length in 1..=2 {
                for side in [Side::Left, Side::Right] {
                    let Some(piece) = side.piece(text, at, at + 3, length) else { continue };
                    // A few names fill a corpus: each teaches a context at most three times.
                    let repeat = repeats.entry((side, piece.clone(), name)).or_default();
                    *repeat += 1;
                    if *repeat <= 3 {
                        *beside.entry((side, piece)).or_default() += 1;
                    }
                }
            }
        }
    }
    let mut out = String::from(
        "# What stands beside a name: side, one or two characters, and how much likelier a name is there than anywhere,\n\
         # in 1/16 bit. Origin: counts beside names found by pattern in news texts.\n\
         # Licence: MIT OR Apache-2.0, as the project. Command: cargo xtask names CORPUS\n",
    );
    for ((side, piece), &n) in beside.iter().filter(|(_, n)| **n >= LEAST_CONTEXT) {
        let base = f64::from(everywhere.get(&(*side, piece.clone())).copied().unwrap_or(1));
        let gain = -cost(f64::from(n) / base * all, hits);
        if gain.abs() >= 16 {
            let _ = writeln!(out, "{}\t{piece}\t{gain}", side.name());
        }
    }
    for ((side, piece), &n) in everywhere.iter().filter(|(key, _)| key.1.chars().count() == 1) {
        if n >= 400 && beside.get(&(*side, piece.clone())).is_none_or(|&b| b < LEAST_CONTEXT) {
            let _ = writeln!(out, "{}\t{piece}\t{}", side.name(), -cost(2.0 / f64::from(n) * all, hits).max(0));
        }
    }
    out
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Left,
    Right,
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The characters on this side of `start..end`.
    fn piece(self, text: &[char], start: usize, end: usize, length: usize) -> Option<String> {
        let piece = match self {
            Self::Left => text.get(start.checked_sub(length)?..start)?,
            Self::Right => text.get(end..end + length)?,
        };
        piece.iter().all(|c| !c.is_whitespace() && !c.is_ascii_alphanumeric()).then(|| piece.iter().collect())
    }
}
