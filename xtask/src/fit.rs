//! Fits the weights of `src/lexicon/weights.tsv` to texts with headlines, asked-for facts and keywords.
//!
//! Coordinate search: each weight in turn is tried at a few steps up and down, and a step is kept if the objective grows.
//! The objective adds up, over all measures, how far each is above its aim, with little reward beyond a margin, so that
//! no measure is bought with another. Three folds by position in the file tell what the search reaches on texts that it
//! has not seen; then the weights are fitted on all and written.

mod article;
mod measure;

use crate::lexicon::lexicon_file;
use article::{Case, Read, Ready};
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use yaodian::weight::{WEIGHTS, Weights};

/// Measures with what is aimed at and how much a point of them counts.
const SUMMARY: &[(&str, f64, f64)] = &[
    ("xwlb R1@1", 42.0, 1.0),
    ("xwlb R2@1", 32.0, 1.0),
    ("xwlb RL@1", 38.8, 1.0),
    ("xwlb R2r@3", 66.5, 1.0),
    ("xwlb cov", 74.0, 2.0),
    ("xwlb red", 17.0, -1.0),
    ("finna R2@1", 29.8, 1.0),
    ("finna R2r@3", 68.0, 1.0),
    ("lcsts R2@1", 14.9, 1.0),
    ("finqa facts@1", 65.0, 0.5),
    ("finqa facts@3", 92.0, 0.5),
    ("finqa facts@120ch", 86.0, 0.5),
];

const KEYWORDS: &[(&str, f64, f64)] = &[
    ("csl F@5", 22.0, 1.0),
    ("csl F@5~", 43.0, 1.0),
    ("tnews_title F@5", 42.0, 1.0),
    ("xwlb hdF", 36.5, 1.0),
    ("readhub hdF", 37.0, 1.0),
];

/// Weights of keywords; the others are those of summaries.
const OF_KEYWORDS: usize = 30;

/// Weights that are set by hand: no measure sees what they are for.
const HELD: &[&str] = &[
    "dangling",
    "filler",
    "actor_says",
    "bystander",
    "staging",
    "headline_word",
    "spoken_word",
    "common_part",
    "phrase_takes",
];

/// Folds of the cross-validation.
const FOLDS: usize = 3;

/// Shares of a weight by which it is moved, round by round.
const STEPS: [f64; 2] = [0.5, 0.2];

/// Points above the aim that count in full; beyond they count a tenth.
const MARGIN: f64 = 1.0;

/// How much more than a point above its aim a point below it counts: all aims are to be met at once.
const SHORT: f64 = 2.0;

/// Fits on the sets in `data`, `part` of the weights alone if it names one, of that those in `only` if there are any, and
/// writes the table and its report.
pub fn run(data: &Path, part: Option<&str>, only: &[String]) -> Result<(), Box<dyn Error>> {
    let mut cases = Vec::new();
    for name in ["summaries", "finqa", "keywords", "briefs"] {
        cases.extend(article::read(&data.join(format!("{name}.dev.jsonl")))?);
    }
    let of = |sources: &[&str]| -> Vec<Case> {
        cases.iter().filter(|c| sources.contains(&c.source.as_str())).cloned().collect()
    };
    let summaries = of(&["xwlb", "finna", "lcsts", "finqa"]);
    let keywords = of(&["csl", "tnews_title", "readhub", "xwlb"]);
    let names = Weights::NAMES;
    let (of_summaries, of_keywords) = names.split_at(names.len() - OF_KEYWORDS);
    let moved = |names: &[&'static str]| -> Vec<&'static str> {
        let named = |name: &&&str| only.is_empty() || only.iter().any(|only| only == **name);
        names.iter().filter(named).copied().collect()
    };
    let (of_summaries, of_keywords) = (moved(of_summaries), moved(of_keywords));
    let tasks = [
        ("summary", Task { cases: &summaries, aims: SUMMARY, names: &of_summaries, measure: summary_measures }),
        ("keywords", Task { cases: &keywords, aims: KEYWORDS, names: &of_keywords, measure: keyword_measures }),
    ];
    let mut weights = WEIGHTS.clone();
    let mut report = String::from("# How the weights were fitted\n\nMade by `cargo xtask fit`.\n");
    for (_, task) in tasks.into_iter().filter(|(name, _)| part.is_none_or(|part| part == *name)) {
        fit(task, &mut weights, &mut report)?;
    }
    write_table(&lexicon_file("weights.tsv"), &weights)?;
    fs::write(lexicon_file("weights.md"), report)?;
    Ok(())
}

fn summary_measures(case: &Case, ready: &Ready, weights: &Weights) -> Vec<(String, f64)> {
    measure::summary(case, &ready.points(weights))
}

fn keyword_measures(case: &Case, ready: &Ready, weights: &Weights) -> Vec<(String, f64)> {
    measure::keywords(case, &ready.keywords(weights))
}

/// One of the two fits.
#[derive(Clone, Copy)]
struct Task<'c> {
    cases: &'c [Case],
    aims: &'c [(&'c str, f64, f64)],
    names: &'c [&'c str],
    measure: fn(&Case, &Ready, &Weights) -> Vec<(String, f64)>,
}

/// A case with its text read.
type Prepared<'p> = (&'p Case, Ready<'p>);

/// Cross-validates, fits on everything, and adds a table to the report.
fn fit(task: Task, weights: &mut Weights, report: &mut String) -> Result<(), Box<dyn Error>> {
    let read: Vec<Read> = task.cases.iter().map(|c| Read::of(&c.text)).collect();
    let prepared: Vec<Prepared> = task.cases.iter().zip(&read).map(|(c, r)| (c, Ready::of(r))).collect();
    let all: Vec<&Prepared> = prepared.iter().collect();
    let before = measured(&task, &all, weights);
    let mut held_out: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    for fold in 0..FOLDS {
        let part = |seen: bool| {
            all.iter()
                .enumerate()
                .filter(move |(i, _)| (i % FOLDS != fold) == seen)
                .map(|(_, p)| *p)
                .collect::<Vec<_>>()
        };
        let found = search(&task, &part(true), weights.clone());
        for (name, value) in measured(&task, &part(false), &found) {
            held_out.entry(name).or_default().push(value);
        }
        eprintln!("fold {fold} done");
    }
    let start = weights.clone();
    *weights = search(&task, &all, weights.clone());
    let after = measured(&task, &all, weights);
    writeln!(report, "\n| measure | aim | before | fitted | folds not seen |\n| --- | --- | --- | --- | --- |")?;
    for (name, aim, sign) in task.aims {
        let unseen = held_out.get(*name).map_or(0.0, |v| v.iter().sum::<f64>() / v.len() as f64);
        let bound = if *sign < 0.0 { "≤ " } else { "" };
        writeln!(report, "| {name} | {bound}{aim} | {:.1} | {:.1} | {unseen:.1} |", before[*name], after[*name])?;
    }
    writeln!(report, "\n| weight | before | fitted |\n| --- | --- | --- |")?;
    for name in task.names {
        let value = |w: &Weights| w.clone().get_mut(name).copied().unwrap_or_default();
        writeln!(report, "| {name} | {} | {} |", value(&start), value(weights))?;
    }
    Ok(())
}

/// Means of all measures over the cases.
fn measured(task: &Task, cases: &[&Prepared], weights: &Weights) -> BTreeMap<String, f64> {
    let halves: Vec<BTreeMap<String, (f64, usize)>> = std::thread::scope(|scope| {
        let threads: Vec<_> = cases
            .chunks(cases.len().div_ceil(2).max(1))
            .map(|half| scope.spawn(move || sums(task, half, weights)))
            .collect();
        threads.into_iter().filter_map(|t| t.join().ok()).collect()
    });
    let mut sums: BTreeMap<String, (f64, usize)> = BTreeMap::new();
    for (name, (sum, count)) in halves.into_iter().flatten() {
        let entry = sums.entry(name).or_default();
        *entry = (entry.0 + sum, entry.1 + count);
    }
    sums.into_iter().map(|(name, (sum, n))| (name, sum / n as f64)).collect()
}

fn sums(task: &Task, cases: &[&Prepared], weights: &Weights) -> BTreeMap<String, (f64, usize)> {
    let mut sums: BTreeMap<String, (f64, usize)> = BTreeMap::new();
    for (case, ready) in cases {
        for (name, value) in (task.measure)(case, ready, weights) {
            let entry = sums.entry(name).or_default();
            *entry = (entry.0 + value, entry.1 + 1);
        }
    }
    sums
}

/// How far the measures are above their aims.
fn objective(task: &Task, cases: &[&Prepared], weights: &Weights) -> f64 {
    let values = measured(task, cases, weights);
    let gain = |(name, aim, worth): &(&str, f64, f64)| {
        let above = (values.get(*name).copied().unwrap_or_default() - aim) * worth;
        match above {
            _ if above > MARGIN => MARGIN + (above - MARGIN) / 10.0,
            _ if above < 0.0 => above * SHORT,
            _ => above,
        }
    };
    task.aims.iter().map(gain).sum()
}

/// Coordinate search from `weights`.
fn search(task: &Task, cases: &[&Prepared], mut weights: Weights) -> Weights {
    let mut best = objective(task, cases, &weights);
    for step in STEPS {
        for name in task.names.iter().filter(|n| !HELD.contains(n)) {
            let Some(start) = weights.get_mut(name).map(|w| *w) else { continue };
            for value in [start * (1.0 - step), start * (1.0 + step), start - step / 5.0, start + step / 5.0] {
                let mut tried = weights.clone();
                let value = (value * 100.0).round() / 100.0;
                tried.get_mut(name).into_iter().for_each(|w| *w = value);
                let found = objective(task, cases, &tried);
                // A step must show: what gains less than this is chance.
                if found > best + 0.02 {
                    best = found;
                    weights = tried;
                }
            }
        }
    }
    weights
}

/// Writes the values into the table, its sentences kept.
fn write_table(path: &Path, weights: &Weights) -> Result<(), Box<dyn Error>> {
    let mut table = String::new();
    for line in fs::read_to_string(path)?.lines() {
        let mut fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if let [name, value, ..] = fields.as_mut_slice()
            && let Some(weight) = weights.clone().get_mut(name)
        {
            *value = weight.to_string();
        }
        table.push_str(&fields.join("\t"));
        table.push('\n');
    }
    Ok(fs::write(path, table)?)
}
