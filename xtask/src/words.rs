//! A corpus of news → `src/lexicon/news.tsv`: the words that the dictionary lacks and the news uses.
//!
//! Candidates are sequences of two to five dictionary words that the corpus holds often. A word keeps together (each of
//! its parts seldom stands without the rest: the symmetric conditional probability of Ferreira da Silva and Lopes 1999)
//! and stands among many neighbours (boundary entropy, Tung and Lee 1994). What the review struck out is in
//! `words/rejected.tsv`, what it let in that keeps together less (新 and 能源 stand alone too) in `words/kept.tsv`.

use crate::package::sha256;
use crate::{corpus, lexicon};
use jieba_rs::Jieba;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The words of the dictionary that are taken for words, also such as are packed only if the news uses them.
const LEAST_FREQUENCY: u32 = 4;
/// A word must stand so often in the corpus.
const LEAST_COUNT: u32 = 24;
/// Most dictionary words in a candidate, and most characters.
const MOST_PARTS: usize = 5;
const MOST_CHARACTERS: usize = 7;
/// How well it must keep together, from 0 to 1, at its weakest joint.
const LEAST_COHESION: f64 = 0.08;
/// Or how loyal one side of a joint must be to the other, from 0 to 1: 质生产力 stands after 新 alone.
const LEAST_LOYALTY: f64 = 0.6;
/// How many neighbours it must have on either side, in bits.
const LEAST_ENTROPY: f64 = 2.0;
/// The dictionary's words of a lower frequency take it from the news: so little is chance in the corpus behind it. Those up
/// to 40 too would cost csl, xwlb and readhub a tenth each.
const RARE: u32 = 30;

/// Words that begin or end no name of a thing.
const NO_EDGE: &str = "的了在是和与及或把被将从向对为以而但也都就才又再已很更最这那其某每各请称说到于等中上下内外后前间时年月日个名位家次项种元万亿多约近超第之不有我他她它们来去出着过地得让使由至该此并";

/// What the corpus says of a candidate.
#[derive(Default)]
struct Word {
    years: BTreeMap<String, u32>,
    tag: String,
    left: HashMap<u32, u32>,
    right: HashMap<u32, u32>,
}

/// Mines the corpus in `folder` and writes the table.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let dictionary = lexicon::dictionary(LEAST_FREQUENCY)?;
    let jieba = Jieba::with_dict(&mut dictionary.as_bytes())?;
    let corpus = Corpus::read(folder, &jieba)?;
    let counts = corpus.count();
    let (rejected, kept) = (reviewed("rejected"), reviewed("kept"));
    let words = corpus.words(&counts, &rare(&dictionary), &kept);
    let mut table = head(&rejected, &kept);
    for (word, entry) in words {
        if rejected.contains(&word) {
            continue;
        }
        let years: Vec<String> = entry.years.iter().map(|(y, n)| format!("{y}:{n}")).collect();
        writeln!(table, "{word}\t{}\t{}\t{}", entry.tag, entry.years.values().sum::<u32>(), years.join(" "))?;
    }
    Ok(fs::write(lexicon::lexicon_file("news.tsv"), table)?)
}

/// The lines before the words: origin, and what the command went by, so that a table that it would no longer make is known
/// without the corpus.
fn head(rejected: &BTreeSet<String>, kept: &BTreeSet<String>) -> String {
    let hash =
        |list: &BTreeSet<String>| sha256(list.iter().flat_map(|word| [word, "\n"]).collect::<String>().as_bytes());
    let review = hash(rejected).chars().take(8).chain([' ']).chain(hash(kept).chars().take(8)).collect::<String>();
    format!(
        "# Words of the news of ten years that the dictionary lacks.\n\
         # Origin: counted by `cargo xtask words` in broadcast news and news briefs of 2016 to 2026, reviewed by hand. Licence: MIT OR\n\
         # Apache-2.0, as the code: single words and numbers, no text of the corpus.\n\
         # Made with: dictionary {LEAST_FREQUENCY}, rare {RARE}, count {LEAST_COUNT}, parts {MOST_PARTS}, characters {MOST_CHARACTERS}, \
         cohesion {LEAST_COHESION}, loyalty {LEAST_LOYALTY}, entropy {LEAST_ENTROPY}, review {review}.\n\
         # word\ttag\tcount\tyear:count\n"
    )
}

/// The words of one list of the review.
fn reviewed(name: &str) -> BTreeSet<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/words/{name}.tsv"));
    let list = fs::read_to_string(path).unwrap_or_default();
    list.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// The dictionary's rare words, with their tags.
fn rare(dictionary: &str) -> HashMap<&str, &str> {
    let fields = dictionary.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    fields
        .filter_map(|f| Some((*f.first()?, f.get(1)?.parse::<u32>().ok()?, *f.get(2)?)))
        .filter(|(word, frequency, _)| *frequency < RARE && word.chars().count() > 1)
        .map(|(word, _, tag)| (word, tag))
        .collect()
}

/// The corpus as numbers: each run of Han words, with its year.
struct Corpus {
    words: Vec<(String, String)>,
    runs: Vec<(u16, Vec<u32>)>,
}

type Counts = HashMap<Vec<u32>, u32>;

impl Corpus {
    fn read(folder: &Path, jieba: &Jieba) -> Result<Self, Box<dyn Error>> {
        let mut indices: HashMap<String, u32> = HashMap::new();
        let mut corpus = Self { words: Vec::new(), runs: Vec::new() };
        for text in corpus::texts(folder)? {
            for piece in text.text.split(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c)) {
                let mut run = Vec::new();
                for token in jieba.tag(piece, false) {
                    run.push(*indices.entry(token.word.to_owned()).or_insert_with(|| {
                        corpus.words.push((token.word.to_owned(), token.tag.to_owned()));
                        corpus.words.len() as u32 - 1
                    }));
                }
                corpus.runs.push((text.year, run));
            }
        }
        Ok(corpus)
    }

    /// How often each sequence stands in the corpus; longer ones only where their parts are frequent.
    fn count(&self) -> Counts {
        let mut counts = Counts::new();
        for parts in 1..=MOST_PARTS {
            let mut longer = Counts::new();
            for window in self.runs.iter().flat_map(|(_, run)| run.windows(parts)) {
                let frequent =
                    parts == 1 || (counts.contains_key(&window[1..]) && counts.contains_key(&window[..parts - 1]));
                if frequent && self.text(window).chars().count() <= MOST_CHARACTERS {
                    *longer.entry(window.to_vec()).or_insert(0) += 1;
                }
            }
            longer.retain(|_, n| *n >= LEAST_COUNT);
            counts.extend(longer);
        }
        counts
    }

    fn text(&self, parts: &[u32]) -> String {
        parts.iter().map(|&i| self.words[i as usize].0.as_str()).collect()
    }

    /// The sequences that are words.
    fn words(&self, counts: &Counts, rare: &HashMap<&str, &str>, kept: &BTreeSet<String>) -> BTreeMap<String, Word> {
        let cohesive: HashMap<&[u32], String> = counts
            .keys()
            .filter(|parts| parts.len() > 1)
            .map(|parts| (parts.as_slice(), self.text(parts)))
            .filter(|(parts, text)| kept.contains(text) || keeps_together(parts, counts))
            .filter(|(_, text)| !text.starts_with(|c| NO_EDGE.contains(c)) && !text.ends_with(|c| NO_EDGE.contains(c)))
            .collect();
        let mut words: BTreeMap<String, Word> = BTreeMap::new();
        for (year, run) in &self.runs {
            for parts in 2..=MOST_PARTS.min(run.len()) {
                for (i, window) in run.windows(parts).enumerate() {
                    let Some(text) = cohesive.get(window) else { continue };
                    let word = words.entry(text.clone()).or_default();
                    *word.years.entry(year.to_string()).or_insert(0) += 1;
                    word.tag = self.tag(window);
                    let edge = u32::MAX - word.left.len() as u32;
                    *word.left.entry(i.checked_sub(1).map_or(edge, |b| run[b])).or_insert(0) += 1;
                    *word.right.entry(run.get(i + parts).copied().unwrap_or(edge)).or_insert(0) += 1;
                }
            }
        }
        words.retain(|text, w| kept.contains(text) || entropy(&w.left).min(entropy(&w.right)) >= LEAST_ENTROPY);
        for (year, run) in &self.runs {
            for &i in run.iter().filter(|i| counts.contains_key([**i].as_slice())) {
                let text = &self.words[i as usize].0;
                let Some(tag) = rare.get(text.as_str()) else { continue };
                let word = words.entry(text.clone()).or_default();
                word.tag = (*tag).to_owned();
                *word.years.entry(year.to_string()).or_insert(0) += 1;
            }
        }
        words
    }

    fn tag(&self, parts: &[u32]) -> String {
        let tag = |i: Option<&u32>| i.map_or("", |&i| self.words[i as usize].1.as_str());
        match (tag(parts.first()), tag(parts.last())) {
            ("ns", "n" | "ns" | "ng") if self.text(parts).ends_with(['省', '市', '县', '区', '州', '岛', '湾']) => {
                "ns"
            }
            (_, last) if last.starts_with('v') => "vn",
            _ => "n",
        }
        .to_owned()
    }
}

/// Whether the parts keep together at every joint: both seldom stand apart, or one of them hardly ever does.
fn keeps_together(parts: &[u32], counts: &Counts) -> bool {
    let count = |parts: &[u32]| f64::from(counts.get(parts).copied().unwrap_or(u32::MAX));
    let whole = count(parts);
    (1..parts.len()).all(|at| {
        let (left, right) = (whole / count(&parts[..at]), whole / count(&parts[at..]));
        left * right >= LEAST_COHESION || left.max(right) >= LEAST_LOYALTY
    })
}

fn entropy(counts: &HashMap<u32, u32>) -> f64 {
    let total: u32 = counts.values().sum();
    let mut shares: Vec<f64> = counts.values().map(|&n| f64::from(n) / f64::from(total)).collect();
    shares.sort_by(f64::total_cmp);
    shares.iter().map(|p| -p * p.log2()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_is_of_this_command_and_its_review() {
        let table = fs::read_to_string(lexicon::lexicon_file("news.tsv")).unwrap();
        let (rejected, kept) = (reviewed("rejected"), reviewed("kept"));
        let rows = table.strip_prefix(&head(&rejected, &kept)).expect("run `cargo xtask words CORPUS`");
        let frequent = lexicon::dictionary(RARE).unwrap();
        let frequent: BTreeSet<&str> = frequent.lines().filter_map(|line| line.split(' ').next()).collect();
        let mut words = BTreeSet::new();
        for row in rows.lines() {
            let [word, tag, count, years] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let years = years.split(' ').map(|year| year.split_once(':').unwrap().1.parse::<u32>().unwrap());
            assert_eq!(count.parse::<u32>().unwrap(), years.sum::<u32>(), "{row}");
            assert!(!tag.is_empty() && !rejected.contains(word) && !frequent.contains(word), "{row}");
            assert!(words.last().is_none_or(|last| *last < word) && words.insert(word), "{row} is out of order");
        }
        assert!(kept.iter().all(|word| words.contains(word.as_str())));
    }
}
