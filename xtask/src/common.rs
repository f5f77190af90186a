//! A corpus of news → `src/lexicon/common.tsv`: words that tell little of what a text is about, since much of all news says
//! them, or since they only lead to a number.

use crate::corpus;
use crate::lexicon::lexicon_file;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use yaodian::span::Span;
use yaodian::token::tokenize;

/// Share of the texts of one part of the corpus, in percent, from which a word is common.
const COMMON: f64 = 3.5;

/// Share of the uses of a verb, in percent, that lead to a number, from which it measures; and the least uses.
const MEASURE: f64 = 30.0;
const LEAST_USES: u32 = 100;

/// What may stand between a verb and its number.
const BETWEEN: &[char] = &['了', '到', '至', '近', '约', '逾', '超', '过', '为', '达', '成', '共'];

const HEAD: &str = "\
# Words that tell little of what a text is about, with their share in percent: common, of texts of broadcast news or of news
# briefs that hold the word (below others as a keyword); measure, of uses of a verb that lead to a number (never a keyword alone).
# Origin: counted by `cargo xtask common` in broadcast news and news briefs of 2016 to 2026, topics struck out by hand.
# Licence: MIT OR Apache-2.0, as the code: single words and numbers, no text of the corpus.
# word\tkind\tshare
";

/// What the corpus says of a word.
#[derive(Default)]
struct Word {
    tag: String,
    /// For each part of the corpus the texts that hold it.
    texts: BTreeMap<usize, u32>,
    uses: u32,
    measuring: u32,
}

/// Counts the corpus in `folder` and writes the table.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut words: BTreeMap<String, Word> = BTreeMap::new();
    let mut sizes: BTreeMap<usize, u32> = BTreeMap::new();
    for corpus::Text { text, part, .. } in corpus::texts(folder)? {
        *sizes.entry(part).or_default() += 1;
        let mut seen = BTreeSet::new();
        for token in tokenize(&text, Span::new(0, text.len()), &[]) {
            let word = words.entry(text[token.start..token.end].to_owned()).or_default();
            let rest = text[token.end..].trim_start_matches(BETWEEN);
            word.measuring += u32::from(rest.starts_with(|c: char| c.is_ascii_digit()));
            word.uses += 1;
            word.tag = token.tag.into_owned();
            if seen.insert(&text[token.start..token.end]) {
                *word.texts.entry(part).or_default() += 1;
            }
        }
    }
    let topics = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/common/topics.tsv"))?;
    let topics: BTreeSet<&str> = topics.lines().filter(|line| !line.starts_with('#')).collect();
    let mut table = HEAD.to_owned();
    for (text, word) in words.iter().filter(|(text, _)| text.chars().count() > 1 && !topics.contains(text.as_str())) {
        if let Some((kind, share)) = kind(word, &sizes) {
            writeln!(table, "{text}\t{kind}\t{share:.0}")?;
        }
    }
    Ok(fs::write(lexicon_file("common.tsv"), table)?)
}

/// What makes a word tell little, with its share in percent.
fn kind(word: &Word, sizes: &BTreeMap<usize, u32>) -> Option<(&'static str, f64)> {
    let measuring = 100.0 * f64::from(word.measuring) / f64::from(word.uses);
    if word.tag.starts_with('v') && word.uses >= LEAST_USES && measuring >= MEASURE {
        return Some(("measure", measuring));
    }
    let share = |(part, texts): (&usize, &u32)| 100.0 * f64::from(*texts) / f64::from(sizes[part]);
    let common = word.texts.iter().map(share).fold(0.0, f64::max);
    let open = word.tag.starts_with(['n', 'v', 'a', 'i', 'l', 'j', 's', 'b', 'z']);
    (open && common >= COMMON).then_some(("common", common))
}
