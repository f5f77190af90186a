//! The dictionary's words that contain a numeral without being a number → `src/lexicon/traps.tsv`.

use crate::package::{Package, sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两半";

/// Rarer words are left out: they are of novels and histories.
const LEAST_FREQUENCY: u32 = 16;

/// Parts of speech that are numbers: numerals, numbers with a measure word, measure words, times.
const NUMBERS: &[char] = &['m', 'q', 't'];

/// Writes the table and says how many words it holds.
pub fn write() -> Result<(), Box<dyn Error>> {
    let table = table()?;
    fs::write(lexicon("traps.tsv"), &table)?;
    println!("made src/lexicon/traps.tsv, {} lines", table.lines().count());
    Ok(())
}

fn table() -> Result<String, Box<dyn Error>> {
    let jieba = Package::find("jieba-rs")?;
    let dictionary = fs::read_to_string(jieba.folder.join("src/data/dict.txt"))?;
    let mut counted = first_fields("units.tsv")?;
    counted.extend(first_fields("measures.tsv")?);
    let hand = first_fields("traps.hand.tsv")?;
    let frequencies = frequencies(&dictionary);
    let words: BTreeSet<&str> = dictionary
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let (word, frequency, tag) = (fields.next()?, fields.next()?.parse::<u32>().ok()?, fields.next()?);
            let wanted =
                frequency >= LEAST_FREQUENCY && is_trap(word, tag, &counted, &frequencies) && !hand.contains(word);
            wanted.then_some(word)
        })
        .collect();
    let mut table = format!(
        "# Words of the dictionary that contain a numeral without being a number.\n\
         # Origin: src/data/dict.txt of jieba-rs {}, sha256 {}. Licence: MIT.\n\
         # Made by `cargo xtask traps`; words to add or to keep out stand in traps.hand.tsv and measures.tsv.\n",
        jieba.version,
        sha256(dictionary.as_bytes())
    );
    for word in words {
        table.push_str(word);
        table.push('\n');
    }
    Ok(table)
}

/// Whether `word` holds a numeral, is no number by its part of speech, and is not a numeral before something counted.
fn is_trap(word: &str, tag: &str, counted: &BTreeSet<String>, frequencies: &BTreeMap<&str, u32>) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let weekday = word.starts_with('每') || word.contains('周') && letters.len() <= 3;
    // 上百, 上万: a bound and its number.
    let bound = matches!(letters.as_slice(), ['上', '百' | '千' | '万' | '亿', ..]);
    if letters.len() < 2
        || weekday
        || bound
        || !letters.iter().any(|&c| NUMERALS.contains(c))
        || tag.starts_with(NUMBERS)
    {
        return false;
    }
    let rest: String = letters.iter().skip_while(|&&c| NUMERALS.contains(c) || c == '第').collect();
    let numerals = letters.len() - rest.chars().count();
    if numerals == 0 {
        return true;
    }
    // 二成 is a share like 三成, which the dictionary lacks.
    if rest == "成" {
        return false;
    }
    // 二百五 is a word; 三百六十 and 一百块 are amounts, and 五金 with a common noun after the numeral may count it.
    let amount = rest.is_empty() && tag != "i" && tag != "l" && letters.len() > 2;
    let counts = counted.iter().any(|unit| rest.starts_with(unit.as_str()))
        && !matches!(tag, "i" | "l" | "d" | "c" | "ns" | "nr");
    let free = numerals == 1 && rest.chars().count() >= 2 && frequencies.get(rest.as_str()).is_some_and(|&f| f > 500);
    !(amount || counts || free && tag == "n")
}

fn frequencies(dictionary: &str) -> BTreeMap<&str, u32> {
    let entry = |line: &'_ str| -> Option<(usize, u32)> {
        let (word, rest) = line.split_once(' ')?;
        Some((word.len(), rest.split(' ').next()?.parse().ok()?))
    };
    dictionary.lines().filter_map(|line| entry(line).map(|(end, frequency)| (&line[..end], frequency))).collect()
}

fn first_fields(table: &str) -> Result<BTreeSet<String>, Box<dyn Error>> {
    let text = fs::read_to_string(lexicon(table))?;
    let rows = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(rows.filter_map(|row| row.split('\t').next()).map(str::to_owned).collect())
}

fn lexicon(table: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon").join(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_is_what_the_command_makes() {
        assert!(table().unwrap() == fs::read_to_string(lexicon("traps.tsv")).unwrap(), "run `cargo xtask traps`");
    }
}
