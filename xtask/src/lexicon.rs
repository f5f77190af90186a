//! The dictionary text of the jieba-rs package and `src/lexicon/news.tsv` → `src/lexicon/words.bin`, in the form that
//! `src/lexicon/pack.rs` reads, and a note of its origin beside it.

use crate::package::{Package, sha256};
use jieba_rs::Jieba;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// Rarer entries are mostly long compounds that swallow the words inside them: without them news is cut better.
const LEAST_FREQUENCY: u32 = 10;

/// The corpus behind the dictionary's frequencies is about so many times larger than that of `news.tsv`.
const NEWS_SCALE: u32 = 12;

/// Makes the pack and the note beside it, which says what went into it.
pub fn write() -> Result<(), Box<dyn Error>> {
    let made = Made::from(&Package::find("jieba-rs")?)?;
    fs::write(lexicon_file("words.bin"), &made.pack)?;
    fs::write(lexicon_file("words.md"), &made.origin)?;
    println!("made src/lexicon/words.bin, {} bytes, and its origin, src/lexicon/words.md", made.pack.len());
    Ok(())
}

/// What the command writes.
struct Made {
    pack: Vec<u8>,
    origin: String,
}

impl Made {
    fn from(source: &Package) -> Result<Self, Box<dyn Error>> {
        let dictionary = fs::read_to_string(dictionary_path(source))?;
        let news = fs::read_to_string(lexicon_file("news.tsv"))?;
        let pack = pack(&dictionary, &news)?;
        let origin = origin(source, &dictionary, &news, &pack)?;
        Ok(Self { pack, origin })
    }
}

/// The note beside the pack: origin, licence, version, hashes and the command.
fn origin(source: &Package, dictionary: &str, news: &str, pack: &[u8]) -> Result<String, Box<dyn Error>> {
    let (kept, all) = (entries(dictionary, LEAST_FREQUENCY)?.len(), dictionary.lines().count());
    Ok(format!(
        "# `words.bin`\n\n\
         The words that segmentation knows, each with its frequency and part of speech, in the form that `pack.rs` reads.\n\n\
         | | |\n| --- | --- |\n\
         | origin | `src/data/dict.txt` of the crate jieba-rs {}, the dictionary of jieba by Sun Junyi |\n\
         | licence | MIT; its text stands in `NOTICE` |\n\
         | sha256 of the origin | `{}` |\n\
         | chosen | {kept} of {all} entries: those of a frequency of at least {LEAST_FREQUENCY} |\n\
         | added | {} words of [`news.tsv`](news.tsv) |\n\
         | made by | `cargo xtask lexicon`, which writes this note too |\n\
         | size | {} bytes |\n\
         | sha256 | `{}` |\n",
        source.version,
        sha256(dictionary.as_bytes()),
        news_rows(news).count(),
        pack.len(),
        sha256(pack),
    ))
}

/// Where the jieba-rs package keeps its dictionary.
pub fn dictionary_path(package: &Package) -> PathBuf {
    package.folder.join("src/data/dict.txt")
}

pub fn lexicon_file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon").join(name)
}

/// Packs the entries `word frequency tag` of `dictionary` that are frequent enough, and the words of `news`.
fn pack(dictionary: &str, news: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut entries = entries(dictionary, LEAST_FREQUENCY)?;
    add_news(&mut entries, news)?;
    let mut tags: Vec<&str> = entries.values().map(|&(_, tag)| tag).collect();
    tags.sort_unstable();
    tags.dedup();
    let mut columns = Columns::default();
    let mut previous = "";
    for (&word, &(frequency, tag)) in &entries {
        let shared = shared_prefix(previous, word);
        columns.shared.push(u8::try_from(shared)?);
        columns.added.push(u8::try_from(word.len() - shared)?);
        columns.tags.push(u8::try_from(tags.binary_search(&tag).map_err(|_| "tag not listed")?)?);
        leb128(frequency, &mut columns.frequencies);
        columns.suffixes.extend_from_slice(&word.as_bytes()[shared..]);
        previous = word;
    }
    let mut pack = b"YDW1".to_vec();
    for length in [entries.len(), tags.len(), columns.frequencies.len(), columns.suffixes.len()] {
        pack.extend_from_slice(&u32::try_from(length)?.to_le_bytes());
    }
    for tag in tags {
        pack.push(u8::try_from(tag.len())?);
        pack.extend_from_slice(tag.as_bytes());
    }
    for column in [columns.shared, columns.added, columns.tags, columns.frequencies, columns.suffixes] {
        pack.extend_from_slice(&column);
    }
    Ok(pack)
}

#[derive(Default)]
struct Columns {
    shared: Vec<u8>,
    added: Vec<u8>,
    tags: Vec<u8>,
    frequencies: Vec<u8>,
    suffixes: Vec<u8>,
}

/// Words with their frequency and tag.
type Entries<'d> = BTreeMap<&'d str, (u32, &'d str)>;

fn entries(dictionary: &str, least: u32) -> Result<Entries<'_>, Box<dyn Error>> {
    let mut entries = BTreeMap::new();
    for line in dictionary.lines() {
        let mut fields = line.split_whitespace();
        let (Some(word), Some(frequency), tag) = (fields.next(), fields.next(), fields.next()) else { continue };
        let frequency = frequency.parse()?;
        if frequency >= least {
            entries.insert(word, (frequency, tag.unwrap_or_default()));
        }
    }
    Ok(entries)
}

/// The words of the dictionary alone, also those of a frequency of 4 to 10, which are packed only if the news uses them.
pub fn dictionary() -> Result<String, Box<dyn Error>> {
    let all = fs::read_to_string(dictionary_path(&Package::find("jieba-rs")?))?;
    Ok(lines(&entries(&all, 4)?))
}

/// Whether an entry is packed for its frequency in the dictionary.
pub fn is_frequent(frequency: u32) -> bool {
    frequency >= LEAST_FREQUENCY
}

fn lines(entries: &Entries) -> String {
    entries.iter().map(|(word, (frequency, tag))| format!("{word} {frequency} {tag}\n")).collect()
}

/// Adds the rows `word tag count …` of `news`, each frequent enough that the segmenter keeps it whole.
fn add_news<'d>(entries: &mut Entries<'d>, news: &'d str) -> Result<(), Box<dyn Error>> {
    let jieba = Jieba::with_dict(&mut lines(entries).as_bytes())?;
    for row in news_rows(news) {
        let mut fields = row.split('\t');
        let (Some(word), Some(tag), Some(count)) = (fields.next(), fields.next(), fields.next()) else { continue };
        let frequency = u32::try_from(jieba.suggest_freq(word))?.max(count.parse::<u32>()? * NEWS_SCALE);
        entries.insert(word, (frequency, tag));
    }
    Ok(())
}

fn news_rows(news: &str) -> impl Iterator<Item = &str> {
    news.lines().filter(|line| !line.starts_with('#'))
}

/// Bytes that both words begin with, ending on a character boundary.
fn shared_prefix(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum()
}

fn leb128(mut value: u32, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_files_are_what_the_command_makes() {
        let made = Made::from(&Package::find("jieba-rs").unwrap()).unwrap();
        assert!(made.pack == fs::read(lexicon_file("words.bin")).unwrap(), "run `cargo xtask lexicon`");
        assert_eq!(made.origin, fs::read_to_string(lexicon_file("words.md")).unwrap(), "run `cargo xtask lexicon`");
    }

    #[test]
    fn words_share_whole_characters() {
        assert_eq!(shared_prefix("一体", "一体化"), 6);
        assert_eq!(shared_prefix("一", "丁"), 0, "their first bytes are the same");
    }
}
