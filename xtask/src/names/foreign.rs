//! `foreign.tsv`: the characters that transliterate foreign names.

use super::{Counts, cost, is_han};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The table, from the dictionary's transliterated names and the parts of dotted names in `texts`.
pub(super) fn table(dictionary: &str, texts: &[Vec<char>]) -> String {
    let mut words: BTreeSet<Vec<char>> = BTreeSet::new();
    let mut letters: Counts<char> = Counts::new();
    for line in dictionary.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        if fields.get(2) == Some(&"nrt") && fields[0].chars().count() >= 3 {
            words.insert(fields[0].chars().collect());
            fields[0].chars().for_each(|c| *letters.entry(c).or_default() += 1);
        }
    }
    let transliterates = |w: &Vec<char>| w.iter().all(|c| letters.get(c).is_some_and(|&n| n >= 8));
    for text in texts {
        for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == '·') {
            let after: Vec<char> = text[at + 1..].iter().copied().take_while(|&c| is_han(c)).take(3).collect();
            let before: Vec<char> = text[..at].iter().rev().copied().take_while(|&c| is_han(c)).take(3).collect();
            words.extend(
                [after, before.into_iter().rev().collect()]
                    .into_iter()
                    .filter(|w: &Vec<char>| w.len() >= 2 && transliterates(w)),
            );
        }
    }
    let mut counts: BTreeMap<char, [f64; 3]> = BTreeMap::new();
    let mut totals = [0.0; 3];
    for word in &words {
        for (at, &c) in word.iter().enumerate() {
            let place = if at == 0 {
                0
            } else if at + 1 == word.len() {
                2
            } else {
                1
            };
            counts.entry(c).or_default()[place] += 1.0;
            totals[place] += 1.0;
        }
    }
    let mut out = String::from(
        "# Characters that transliterate foreign names: cost in 1/16 bit as first, inner and last.\n\
         # Origin: counts over the transliterated names (nrt) of the jieba-rs dictionary (MIT) and the parts of dotted names\n\
         # in news texts. Licence: MIT OR Apache-2.0, as the project. Command: cargo xtask names CORPUS\n",
    );
    for (c, n) in counts.iter().filter(|(_, n)| n.iter().sum::<f64>() >= 6.0) {
        let costs: Vec<String> = (0..3).map(|i| cost(n[i] + 0.3, totals[i]).to_string()).collect();
        let _ = writeln!(out, "{c}\t{}", costs.join("\t"));
    }
    out
}
