//! A corpus of news → `src/lexicon/rare.tsv`: the dictionary's rare words that the news uses all the same.

use crate::corpus;
use crate::cut::{CUT, RARE};
use crate::lexicon;
use jieba_rs::Jieba;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const HEAD: &str = "\
# Rare words of the dictionary that several texts of the news hold, and in how many they stand.
# Origin: the dictionary of jieba (MIT), counted by `cargo xtask rare` in broadcast news and news briefs of 2016 to 2026.
# Licence: MIT OR Apache-2.0, as the code: single words and numbers, no text of the corpus.
# word\ttexts
";

/// Counts the corpus in `folder`, cut with all words that may be packed, and writes the table.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let dictionary = lexicon::dictionary(RARE)?;
    let jieba = Jieba::with_dict(&mut dictionary.as_bytes())?;
    let mut texts: BTreeMap<String, u32> = BTreeMap::new();
    for text in corpus::texts(folder)? {
        let words: BTreeSet<&str> = jieba.cut(&text.text, false).into_iter().map(|token| token.word).collect();
        words.into_iter().for_each(|word| *texts.entry(word.to_owned()).or_default() += 1);
    }
    let mut table = HEAD.to_owned();
    for word in lexicon::left_out(CUT)? {
        let count = texts.get(&word).copied().unwrap_or(0);
        if count >= CUT.texts {
            writeln!(table, "{word}\t{count}")?;
        }
    }
    Ok(fs::write(lexicon::lexicon_file("rare.tsv"), table)?)
}
