//! The counts behind names: which characters given names and foreign names are made of, and what stands beside a name.
//!
//! Seeds are high-precision matches of a pattern (title, surname and one or two characters, verb of saying or
//! punctuation) over the texts of a corpus, with the names of the jieba-rs dictionary. Only counts leave: no name, no
//! sentence of the corpus is written. The tables are committed, so nobody needs the corpus to build the crate.

mod context;
mod foreign;

use crate::corpus;
use crate::lexicon::dictionary_path;
use crate::package::Package;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

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
/// Reads every `*.jsonl.gz` in `folder` and writes `given.tsv`, `foreign.tsv`, `contexts.tsv` and the costs in `surnames.tsv`.
pub fn write(folder: &Path) -> Result<(), Box<dyn Error>> {
    let lexicon = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon");
    let dictionary = fs::read_to_string(dictionary_path(&Package::find("jieba-rs")?))?;
    let texts: Vec<Vec<char>> = corpus::texts(folder)?.iter().map(|t| t.text.chars().collect()).collect();
    let surname_table = fs::read_to_string(lexicon.join("surnames.tsv"))?;
    let surnames: BTreeSet<char> =
        rows(&surname_table).filter(|r| r[1] == "single").filter_map(|r| r[0].chars().next()).collect();
    let mined = mine(&texts, &surnames);
    let listed = listed(&dictionary, &surnames);
    println!("{} texts, {} names by pattern, {} in the dictionary", texts.len(), mined.len(), listed.len());
    let weighted = weigh(&mined, &listed);
    fs::write(lexicon.join("surnames.tsv"), surname_costs(&surname_table, &weighted))?;
    fs::write(lexicon.join("given.tsv"), given(&weighted))?;
    fs::write(lexicon.join("foreign.tsv"), foreign::table(&dictionary, &texts))?;
    fs::write(lexicon.join("contexts.tsv"), context::table(&texts, &mined))?;
    Ok(())
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().filter(|l| !l.starts_with('#')).map(|l| l.split('\t').collect())
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

/// A cost to half a bit, which is as much as the counts know and packs smaller.
fn halved(cost: i32) -> i32 {
    (cost + 4).div_euclid(8) * 8
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
            (0..3).map(|i| halved(cost(n[i] * 0.8 + spread * 0.2 + 0.05, totals[i])).to_string()).collect();
        let _ = writeln!(out, "{c}\t{}", costs.join("\t"));
    }
    out
}
