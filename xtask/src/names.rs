//! The counts behind names: which characters given names and foreign names are made of, and what stands beside a name.
//!
//! Seeds are high-precision matches of a pattern (title, surname and one or two characters, verb of saying or
//! punctuation) over the texts of a corpus, with the names of the jieba-rs dictionary. Only counts leave: no name, no
//! sentence of the corpus is written. The tables are committed, so nobody needs the corpus to build the crate.

use crate::lexicon::dictionary_path;
use crate::package::Package;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Counts<K> = BTreeMap<K, u32>;

const LEFT: &[&str] = &[
    "主席",
    "部长",
    "书记",
    "省长",
    "市长",
    "县长",
    "主任",
    "局长",
    "院长",
    "教授",
    "研究员",
    "记者",
    "总经理",
    "董事长",
    "创始人",
    "总裁",
    "院士",
    "校长",
    "秘书长",
    "发言人",
    "工程师",
    "专家",
    "村民",
    "会长",
    "所长",
    "经理",
    "负责人",
    "委员",
    "副总理",
    "CEO",
    "队长",
    "分析师",
    "医生",
    "老师",
    "选手",
    "队员",
    "名将",
    "总监",
    "厂长",
    "处长",
    "科长",
    "行长",
    "站长",
    "代表",
    "同志",
];
const RIGHT: &[&str] = &[
    "表示", "说", "介绍", "指出", "认为", "强调", "告诉", "、", "，", "（", "等", "出席", "主持", "率", "会见", "称",
    "在", "和", "：", "透露", "宣布", "致", "作", "陪同", "参加", "通过", "与", "同", "将", "向",
];
/// A context seen less often beside a name says nothing.
const LEAST_CONTEXT: u32 = 4;

/// Reads every `*.jsonl.gz` in `corpus` and writes `given.tsv`, `foreign.tsv`, `contexts.tsv` and the costs in `surnames.tsv`.
pub fn write(corpus: &Path) -> Result<(), Box<dyn Error>> {
    let lexicon = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon");
    let dictionary = fs::read_to_string(dictionary_path(&Package::find("jieba-rs")?))?;
    let texts = texts(corpus)?;
    let surname_table = fs::read_to_string(lexicon.join("surnames.tsv"))?;
    let surnames: BTreeSet<char> =
        rows(&surname_table).filter(|r| r[1] == "single").filter_map(|r| r[0].chars().next()).collect();
    let mined = mine(&texts, &surnames);
    let listed = listed(&dictionary, &surnames);
    println!("{} texts, {} names by pattern, {} in the dictionary", texts.len(), mined.len(), listed.len());
    let weighted = weigh(&mined, &listed);
    fs::write(lexicon.join("surnames.tsv"), surname_costs(&surname_table, &weighted))?;
    fs::write(lexicon.join("given.tsv"), given(&weighted))?;
    fs::write(lexicon.join("foreign.tsv"), foreign(&dictionary, &texts))?;
    fs::write(lexicon.join("contexts.tsv"), contexts(&texts, &mined))?;
    Ok(())
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect())
}

fn texts(corpus: &Path) -> Result<Vec<Vec<char>>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(corpus)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|p| p.to_string_lossy().ends_with(".jsonl.gz"));
    files.sort();
    let mut texts = Vec::new();
    for file in files {
        let unpacked = Command::new("gzip").arg("-dc").arg(&file).output()?;
        for line in String::from_utf8(unpacked.stdout)?.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            texts.push(row["text"].as_str().unwrap_or_default().chars().collect());
        }
    }
    Ok(texts)
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

fn ends_with_any(text: &[char], words: &[&str]) -> bool {
    words.iter().any(|w| {
        let n = w.chars().count();
        text.len() >= n && text[text.len() - n..].iter().copied().eq(w.chars())
    })
}

fn starts_with_any(text: &[char], words: &[&str]) -> bool {
    words.iter().any(|w| {
        w.chars().zip(text.iter().copied().map(Some).chain(std::iter::repeat(None))).all(|(a, b)| Some(a) == b)
    })
}

/// Names by pattern, with how often each was seen.
fn mine(texts: &[Vec<char>], surnames: &BTreeSet<char>) -> Counts<Vec<char>> {
    let mut found = Counts::new();
    for text in texts {
        for at in 0..text.len() {
            if !surnames.contains(&text[at]) || !ends_with_any(&text[..at], LEFT) {
                continue;
            }
            let length = [3, 2].into_iter().find(|&n| {
                let name = text.get(at..at + n);
                name.is_some_and(|name| name.iter().all(|&c| is_han(c))) && starts_with_any(&text[at + n..], RIGHT)
            });
            if let Some(n) = length {
                *found.entry(text[at..at + n].to_vec()).or_default() += 1;
            }
        }
    }
    found
}

fn listed(dictionary: &str, surnames: &BTreeSet<char>) -> BTreeSet<Vec<char>> {
    let names = dictionary.lines().filter_map(|line| {
        let mut fields = line.split_whitespace();
        let (word, _, tag) = (fields.next()?, fields.next()?, fields.next()?);
        let name: Vec<char> = word.chars().collect();
        (tag == "nr" && (2..=3).contains(&name.len()) && surnames.contains(&name[0])).then_some(name)
    });
    names.collect()
}

/// The dictionary's list leans to a few rare surnames, so a name the corpus shows counts four times.
fn weigh(mined: &Counts<Vec<char>>, listed: &BTreeSet<Vec<char>>) -> Counts<Vec<char>> {
    let mut all: Counts<Vec<char>> = listed.iter().map(|name| (name.clone(), 1)).collect();
    for (name, &seen) in mined {
        *all.entry(name.clone()).or_default() += 4 * seen.min(2);
    }
    all
}

/// -log2(part / whole) in 1/16 bit.
fn cost(part: f64, whole: f64) -> i32 {
    (-(part / whole).log2() * 16.0).round() as i32
}

/// How much the counts of the corpus weigh against the order of the table: its few hundred names say little of the rarer
/// surnames, and words that begin with a rare one (国, 党, 农) look like names by pattern.
const MINED: f64 = 0.1;

/// The share of a surname by its place in the table, which lists them by how common they are today: a Zipf-Mandelbrot
/// law with the shares of the first (7 %) and the hundredth (0.1 %).
fn share(rank: usize) -> f64 {
    0.09 / (1.0 + 0.2 * rank as f64).powf(1.5)
}

fn surname_costs(table: &str, names: &Counts<Vec<char>>) -> String {
    let mut counts: Counts<char> = Counts::new();
    let mut total = 0;
    for (name, &n) in names.iter().filter(|(_, n)| **n >= 4) {
        *counts.entry(name[0]).or_default() += n;
        total += n;
    }
    let mut out = String::new();
    let mut rank = 0;
    for line in table.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match (fields.as_slice(), fields[0].chars().next()) {
            (&[surname, "single", _], Some(c)) => {
                let mined = f64::from(counts.get(&c).copied().unwrap_or(0)) / f64::from(total);
                let blended = mined * MINED + share(rank) * (1.0 - MINED);
                let _ = writeln!(out, "{surname}\tsingle\t{}", cost(blended, 1.0));
                rank += 1;
            }
            _ => out.push_str(&format!("{line}\n")),
        }
    }
    out
}

fn given(names: &Counts<Vec<char>>) -> String {
    let mut counts: BTreeMap<char, [f64; 3]> = BTreeMap::new();
    let mut totals = [0.0; 3];
    for (name, &n) in names {
        let places: &[(usize, usize)] = if name.len() == 3 { &[(1, 0), (2, 1)] } else { &[(1, 2)] };
        for &(at, place) in places {
            counts.entry(name[at]).or_default()[place] += f64::from(n);
            totals[place] += f64::from(n);
        }
    }
    let mut out = String::from(
        "# Characters of given names: cost in 1/16 bit as first of two, second of two, and alone.\n\
         # Origin: counts over names found by pattern in news texts and the names of the jieba-rs dictionary (MIT).\n\
         # Licence: MIT OR Apache-2.0, as the project. Command: cargo xtask names CORPUS\n",
    );
    for (c, n) in counts.iter().filter(|(_, n)| n.iter().sum::<f64>() >= 3.0) {
        let spread = n.iter().sum::<f64>() / 3.0;
        let costs: Vec<String> =
            (0..3).map(|i| cost(n[i] * 0.8 + spread * 0.2 + 0.05, totals[i]).to_string()).collect();
        let _ = writeln!(out, "{c}\t{}", costs.join("\t"));
    }
    out
}

fn foreign(dictionary: &str, texts: &[Vec<char>]) -> String {
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

/// How much likelier a name is beside a context than anywhere, in 1/16 bit, for one and two characters on either side.
fn contexts(texts: &[Vec<char>], mined: &Counts<Vec<char>>) -> String {
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
