//! The OpenCC character tables that the simplecc package carries → `src/lexicon/traditional.tsv`.

use crate::package::{Package, sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Traditional to simplified, and the regional shapes of traditional characters.
const TO_SIMPLIFIED: &str = "TSCharacters.txt";
const TO_REGIONAL: [&str; 2] = ["TWVariants.txt", "HKVariants.txt"];

/// Makes the table and says what went into it.
pub fn write() -> Result<(), Box<dyn Error>> {
    let table = table()?;
    fs::write(table_path(), &table)?;
    println!("made src/lexicon/traditional.tsv, {} bytes, sha256 {}", table.len(), sha256(table.as_bytes()));
    Ok(())
}

fn table_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon/traditional.tsv")
}

/// The whole file: a head that says where it is from, then one row for each simplified character.
fn table() -> Result<String, Box<dyn Error>> {
    let package = Package::find("simplecc")?;
    let read = |name: &str| fs::read_to_string(package.folder.join("OpenCC/data/dictionary").join(name));
    let to_simplified = read(TO_SIMPLIFIED)?;
    let mut pairs = pairs(&to_simplified);
    for name in TO_REGIONAL {
        add_regional(&mut pairs, &read(name)?);
    }
    let mut out = String::from("# Traditional characters by the simplified one that they are read as.\n");
    writeln!(out, "# Origin: OpenCC (Apache-2.0), {TO_SIMPLIFIED} with {}, as carried by", TO_REGIONAL.join(" and "))?;
    writeln!(
        out,
        "# simplecc {} (MIT); sha256 of {TO_SIMPLIFIED} {}",
        package.version,
        sha256(to_simplified.as_bytes())
    )?;
    writeln!(out, "# Made by `cargo xtask traditional`; not edited by hand.")?;
    writeln!(
        out,
        "# simplified; traditional; traditional, but in simplified text too (in GB 2312); = if traditional text uses"
    )?;
    writeln!(out, "# the simplified character too (in Big5)")?;
    for (simplified, forms) in by_simplified(&pairs) {
        let (shared, own): (String, String) = forms.into_iter().partition(|&c| in_gb2312(c));
        writeln!(out, "{simplified}\t{own}\t{shared}\t{}", if in_big5(simplified) { "=" } else { "" })?;
    }
    Ok(out)
}

/// Each traditional character with the first simplified one given for it; the characters of the basic plane.
fn pairs(dictionary: &str) -> BTreeMap<char, char> {
    let mut pairs = BTreeMap::new();
    for (from, to) in rows(dictionary) {
        if from != to {
            pairs.insert(from, to);
        }
    }
    pairs
}

/// Adds regional shapes: 裡 is read as 裏 is. A shape that is itself a simplified character stays what it is.
fn add_regional(pairs: &mut BTreeMap<char, char>, dictionary: &str) {
    let simplified: BTreeSet<char> = pairs.values().copied().collect();
    for (standard, regional) in rows(dictionary) {
        let read_as = pairs.get(&standard).copied().unwrap_or(standard);
        if regional != read_as && !simplified.contains(&regional) {
            pairs.entry(regional).or_insert(read_as);
        }
    }
}

/// Rows `key value value…` of one character each, with the first value.
fn rows(dictionary: &str) -> impl Iterator<Item = (char, char)> {
    let basic = |c: &char| u32::from(*c) <= 0xffff;
    dictionary.lines().filter_map(move |line| {
        let (key, values) = line.split_once('\t')?;
        let (mut key, mut value) = (key.chars(), values.split(' ').next()?.trim().chars());
        let pair = (key.next().filter(basic)?, value.next().filter(basic)?);
        (key.next().is_none() && value.next().is_none()).then_some(pair)
    })
}

fn by_simplified(pairs: &BTreeMap<char, char>) -> BTreeMap<char, Vec<char>> {
    let mut rows: BTreeMap<char, Vec<char>> = BTreeMap::new();
    for (&traditional, &simplified) in pairs {
        rows.entry(simplified).or_default().push(traditional);
    }
    rows
}

/// Two bytes of GBK, both of the older standard's rows.
fn gb2312(c: char) -> Option<[u8; 2]> {
    let text = c.to_string();
    let (bytes, _, unmappable) = encoding_rs::GBK.encode(&text);
    let bytes: [u8; 2] = bytes.as_ref().try_into().ok()?;
    (!unmappable && (0xb0..=0xf7).contains(&bytes[0]) && bytes[1] >= 0xa1).then_some(bytes)
}

fn in_gb2312(c: char) -> bool {
    gb2312(c).is_some()
}

fn in_big5(c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, unmappable) = encoding_rs::BIG5.encode(&text);
    !unmappable && bytes.len() == 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_is_what_the_command_makes() {
        assert!(table().unwrap() == fs::read_to_string(table_path()).unwrap(), "run `cargo xtask traditional`");
    }

    #[test]
    fn standards_say_which_script_a_character_belongs_to() {
        assert!(in_gb2312('国') && !in_big5('国'), "simplified");
        assert!(!in_gb2312('國') && in_big5('國'), "traditional");
        assert!(in_gb2312('后') && in_big5('后'), "both");
    }
}
