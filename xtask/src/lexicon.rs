//! The dictionary text of the jieba-rs package and `src/lexicon/news.tsv` → `src/lexicon/words.bin`, in the form that
//! `src/lexicon/trie.rs` reads, with the letter model beside it, and a note of their origin.

use crate::cut::{Cut, RARE};
use crate::letters::{self, LetterModel};
use crate::package::{Package, sha256};
use crate::significant;
use jieba_rs::Jieba;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Bits of a frequency that are kept, which is an eighth too high or too low at most, and a sixteenth for words of at least
/// [`COMMON`], which have a part in most cuts.
const SIGNIFICANT_BITS: u32 = 3;
const COMMON: u32 = 1024;

/// The corpus behind the dictionary's frequencies is about so many times larger than that of `news.tsv`.
const NEWS_SCALE: u32 = 12;

/// Makes the packs and the note beside them, which says what went into them.
pub fn write(cut: Cut) -> Result<(), Box<dyn Error>> {
    let made = Made::from(&Package::find("jieba-rs")?, cut)?;
    fs::write(lexicon_file("words.bin"), &made.pack)?;
    fs::write(lexicon_file("letters.bin"), &made.letters)?;
    fs::write(lexicon_file("words.md"), &made.origin)?;
    println!(
        "made src/lexicon/words.bin, {} bytes, letters.bin, {}, and words.md",
        made.pack.len(),
        made.letters.len()
    );
    Ok(())
}

/// What the command writes.
struct Made {
    pack: Vec<u8>,
    letters: Vec<u8>,
    origin: String,
}

impl Made {
    fn from(source: &Package, cut: Cut) -> Result<Self, Box<dyn Error>> {
        let dictionary = fs::read_to_string(dictionary_path(source))?;
        let news = fs::read_to_string(lexicon_file("news.tsv"))?;
        let rare = fs::read_to_string(lexicon_file("rare.tsv"))?;
        let model = LetterModel::read(&fs::read_to_string(letters::model_path()?)?)?;
        let mut entries = chosen(&dictionary, &rare, cut)?;
        let kept = entries.len();
        add_news(&mut entries, &news)?;
        let alphabet = alphabet(&entries, &model);
        let (pack, letters) = (pack(&entries, &alphabet)?, model.pack(&alphabet)?);
        let origin = origin(source, (cut, kept), &dictionary, &news, [&pack, &letters])?;
        Ok(Self { pack, letters, origin })
    }
}

/// The note beside the pack: origin, licence, version, hashes and the command.
fn origin(
    source: &Package,
    (cut, kept): (Cut, usize),
    dictionary: &str,
    news: &str,
    [pack, letters]: [&[u8]; 2],
) -> Result<String, Box<dyn Error>> {
    let Cut { frequent, phrases, texts } = cut;
    let all = dictionary.lines().count();
    Ok(format!(
        "# `words.bin`\n\n\
         The words that segmentation knows, each with its frequency and part of speech, in the form that `trie.rs` reads.\n\n\
         | | |\n| --- | --- |\n\
         | origin | `src/data/dict.txt` of the crate jieba-rs {}, the dictionary of jieba by Sun Junyi |\n\
         | licence | MIT; its text stands in `NOTICE` |\n\
         | sha256 of the origin | `{}` |\n\
         | chosen | {kept} of {all} entries: those of a frequency of at least {frequent}, set phrases of {phrases}, and of those of at least {RARE} \
         the places, and what at least {texts} texts of the news hold ([`rare.tsv`](rare.tsv)) |\n\
         | added | {} words of [`news.tsv`](news.tsv) |\n\
         | made by | `cargo xtask lexicon`, which writes this note too |\n\
         | size | {} bytes |\n\
         | sha256 | `{}` |\n\n\
         # `letters.bin`\n\n\
         The letters of words that the list lacks, in the form that `letters.rs` reads.\n\n\
         | | |\n| --- | --- |\n\
         | origin | `src/hmm.model` of the crate jieba-macros, the letter model of jieba by Sun Junyi |\n\
         | licence | MIT; its text stands in `NOTICE` |\n\
         | chosen | all, the emissions as the counts that they were made from |\n\
         | made by | `cargo xtask lexicon` |\n\
         | size | {} bytes |\n\
         | sha256 | `{}` |\n",
        source.version,
        sha256(dictionary.as_bytes()),
        rows(news).count(),
        pack.len(),
        sha256(pack),
        letters.len(),
        sha256(letters),
    ))
}

/// Where the jieba-rs package keeps its dictionary.
pub fn dictionary_path(package: &Package) -> PathBuf {
    package.folder.join("src/data/dict.txt")
}

pub fn lexicon_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon").join(name)
}

/// Packs words whose characters all are in the alphabet.
fn pack(entries: &Entries, alphabet: &[char]) -> Result<Vec<u8>, Box<dyn Error>> {
    let frequencies: Vec<u32> = entries.values().map(|entry| entry.0).collect::<BTreeSet<_>>().into_iter().collect();
    let tags: Vec<&str> = entries.values().map(|entry| entry.1).collect::<BTreeSet<_>>().into_iter().collect();
    let ranks: BTreeMap<char, u32> = alphabet.iter().copied().zip(0..).collect();
    let ranked: BTreeMap<Vec<u32>, (u32, &str)> =
        entries.iter().map(|(word, &entry)| (word.chars().map(|c| ranks[&c]).collect(), entry)).collect();
    let mut columns = Columns::default();
    for node in nodes(&ranked) {
        leb128(node.label, &mut columns.labels);
        leb128(node.children * 2 + u32::from(node.entry.is_some()), &mut columns.children);
        if let Some((frequency, tag)) = node.entry {
            leb128(u32::try_from(frequencies.partition_point(|&f| f < frequency))?, &mut columns.frequencies);
            columns.tags.push(u8::try_from(tags.partition_point(|&t| t < tag))?);
        }
    }
    let mut letters = Vec::new();
    let mut before = 0;
    for &c in alphabet {
        let step = i64::from(u32::from(c)) - before;
        leb128(u32::try_from(if step < 0 { -2 * step - 1 } else { 2 * step })?, &mut letters);
        before = u32::from(c).into();
    }
    let roots = ranked.keys().filter_map(|word| word.first()).collect::<BTreeSet<_>>().len();
    let mut pack = b"YDW2".to_vec();
    for length in [alphabet.len(), roots, tags.len(), frequencies.len()] {
        pack.extend_from_slice(&u32::try_from(length)?.to_le_bytes());
    }
    for tag in tags {
        pack.push(u8::try_from(tag.len())?);
        pack.extend_from_slice(tag.as_bytes());
    }
    let steps = std::iter::once(&0).chain(&frequencies).zip(&frequencies).map(|(before, frequency)| frequency - before);
    let mut values = Vec::new();
    steps.for_each(|step| leb128(step, &mut values));
    for column in [letters, values, columns.children, columns.labels, columns.frequencies, columns.tags] {
        pack.extend_from_slice(&u32::try_from(column.len())?.to_le_bytes());
        pack.extend_from_slice(&column);
    }
    Ok(pack)
}

/// The characters of all words and of the letter model by rank: those that begin words first, so that the rank of such a
/// one is its node, and of each sort the more frequent first, so that most steps between siblings are small, those about
/// as frequent by their code.
fn alphabet(entries: &Entries, model: &LetterModel) -> Vec<char> {
    let begin: BTreeSet<char> = entries.keys().filter_map(|word| word.chars().next()).collect();
    let mut prefixes: BTreeSet<&str> = BTreeSet::new();
    for word in entries.keys() {
        prefixes.extend(word.char_indices().map(|(at, c)| &word[..at + c.len_utf8()]));
    }
    let mut nodes: BTreeMap<char, u32> = model.letters().map(|c| (c, 0)).collect();
    prefixes.iter().filter_map(|prefix| prefix.chars().next_back()).for_each(|c| *nodes.entry(c).or_default() += 1);
    let mut alphabet: Vec<char> = nodes.keys().copied().collect();
    alphabet.sort_by_key(|c| (!begin.contains(c), std::cmp::Reverse(nodes[c].checked_ilog2()), *c));
    alphabet
}

/// A node of the trie, as it is written.
struct Node<'d> {
    /// How many ranks lie between it and the sibling before it, or the first rank.
    label: u32,
    children: u32,
    entry: Option<(u32, &'d str)>,
}

/// The nodes of the trie over words of ranks, level by level, siblings by rank.
fn nodes<'d>(words: &BTreeMap<Vec<u32>, (u32, &'d str)>) -> Vec<Node<'d>> {
    let deepest = words.keys().map(Vec::len).max().unwrap_or(0);
    // In the order of words, prefixes of one length are in the order of their level.
    let level = |length: usize| words.keys().filter_map(move |word| word.get(..length)).collect::<BTreeSet<&[u32]>>();
    let mut nodes = Vec::new();
    let mut prefixes = level(1);
    for length in 1..=deepest {
        let longer = level(length + 1);
        let mut previous: &[u32] = &[];
        for &prefix in &prefixes {
            let (&rank, parent) = prefix.split_last().expect("a prefix is not empty");
            let sibling = previous.split_last().filter(|(_, of)| *of == parent).map_or(0, |(rank, _)| rank + 1);
            let children = longer.range(prefix..).take_while(|longer| longer.starts_with(prefix)).count() as u32;
            nodes.push(Node { label: rank - sibling, children, entry: words.get(prefix).copied() });
            previous = prefix;
        }
        prefixes = longer;
    }
    nodes
}

#[derive(Default)]
struct Columns {
    children: Vec<u8>,
    labels: Vec<u8>,
    frequencies: Vec<u8>,
    tags: Vec<u8>,
}

/// Words with their frequency and tag.
type Entries<'d> = BTreeMap<&'d str, (u32, &'d str)>;

/// The entries that `wanted` takes, by word, frequency and tag.
fn entries(dictionary: &str, wanted: impl Fn(&str, u32, &str) -> bool) -> Result<Entries<'_>, Box<dyn Error>> {
    let mut entries = BTreeMap::new();
    for line in dictionary.lines() {
        let mut fields = line.split_whitespace();
        let (Some(word), Some(frequency), tag) = (fields.next(), fields.next(), fields.next()) else { continue };
        let (frequency, tag) = (frequency.parse()?, tag.unwrap_or_default());
        if wanted(word, frequency, tag) {
            entries.insert(word, (significant::nearest(frequency, bits(frequency)), tag));
        }
    }
    Ok(entries)
}

/// The entries that are packed before the news adds its own; `rare` holds rows `word texts`.
fn chosen<'d>(dictionary: &'d str, rare: &str, cut: Cut) -> Result<Entries<'d>, Box<dyn Error>> {
    let mut said = BTreeSet::new();
    for row in rows(rare) {
        let (word, texts) = row.split_once('\t').ok_or("a row of rare.tsv has two fields")?;
        if texts.parse::<u32>()? >= cut.texts {
            said.insert(word);
        }
    }
    let least = RARE.min(cut.frequent);
    entries(dictionary, |word, frequency, tag| {
        cut.holds(frequency, tag) || frequency >= least && (tag == "ns" || said.contains(word))
    })
}

/// Lines `word frequency tag` of the dictionary's entries of a frequency of at least `least`.
pub fn dictionary(least: u32) -> Result<String, Box<dyn Error>> {
    let all = fs::read_to_string(dictionary_path(&Package::find("jieba-rs")?))?;
    Ok(lines(&entries(&all, |_, frequency, _| frequency >= least)?))
}

/// The entries of at least [`RARE`] that `cut` does not pack by their frequency, in order.
pub fn left_out(cut: Cut) -> Result<Vec<String>, Box<dyn Error>> {
    let all = fs::read_to_string(dictionary_path(&Package::find("jieba-rs")?))?;
    let left = entries(&all, |_, frequency, tag| frequency >= RARE && !cut.holds(frequency, tag))?;
    Ok(left.into_keys().map(str::to_owned).collect())
}

/// How many bits of a frequency are kept.
fn bits(frequency: u32) -> u32 {
    SIGNIFICANT_BITS + u32::from(frequency >= COMMON)
}

fn lines(entries: &Entries) -> String {
    entries.iter().map(|(word, (frequency, tag))| format!("{word} {frequency} {tag}\n")).collect()
}

/// Adds the rows `word tag count …` of `news`, each frequent enough that the segmenter keeps it whole.
fn add_news<'d>(entries: &mut Entries<'d>, news: &'d str) -> Result<(), Box<dyn Error>> {
    let jieba = Jieba::with_dict(&mut lines(entries).as_bytes())?;
    for row in rows(news) {
        let mut fields = row.split('\t');
        let (Some(word), Some(tag), Some(count)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let frequency = u32::try_from(jieba.suggest_freq(word))?.max(count.parse::<u32>()? * NEWS_SCALE);
        entries.insert(word, (significant::at_least(frequency, bits(frequency)), tag));
    }
    Ok(())
}

/// The rows of a table.
fn rows(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

pub fn leb128(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cut::CUT;

    #[test]
    fn the_committed_files_are_what_the_command_makes() {
        let made = Made::from(&Package::find("jieba-rs").unwrap(), CUT).unwrap();
        assert!(made.pack == fs::read(lexicon_file("words.bin")).unwrap(), "run `cargo xtask lexicon`");
        assert!(made.letters == fs::read(lexicon_file("letters.bin")).unwrap(), "run `cargo xtask lexicon`");
        assert_eq!(made.origin, fs::read_to_string(lexicon_file("words.md")).unwrap(), "run `cargo xtask lexicon`");
    }

    #[test]
    fn siblings_follow_each_other_level_by_level() {
        let words = [(vec![0], (9, "n")), (vec![0, 4], (8, "n")), (vec![2, 1], (7, "v"))].into();
        let written: Vec<_> = nodes(&words).iter().map(|n| (n.label, n.children, n.entry.is_some())).collect();
        assert_eq!(written, [(0, 1, true), (1, 1, false), (4, 0, true), (1, 0, true)]);
    }
}
