//! How good an answer is. Characters count, after folding, without white space and punctuation.

use super::article::Case;
use std::collections::{HashMap, HashSet};

/// A text as its letters.
pub fn letters(text: &str) -> Vec<char> {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// What measures a summary: names of measures with their values in percent.
pub fn summary(case: &Case, points: &[&str]) -> Vec<(String, f64)> {
    let texts: Vec<Vec<char>> = points.iter().filter(|p| !p.contains("原标题")).map(|p| letters(p)).collect();
    let name = |measure: &str| format!("{} {measure}", case.source);
    if case.source == "finqa" {
        let known: HashSet<Vec<char>> = case.facts.iter().map(|f| letters(f)).filter(|f| !f.is_empty()).collect();
        // What stands before the original title is another page's.
        let told = case
            .text
            .find("原标题")
            .and_then(|at| case.text[at..].split_once('\n'))
            .map_or(&*case.text, |(_, rest)| rest);
        let body = letters(told);
        let known: Vec<&Vec<char>> = known.iter().filter(|f| holds(&body, f)).collect();
        if known.is_empty() || sentences(told).len() < 4 {
            return Vec::new();
        }
        let found = |part: &[Vec<char>]| {
            let said = part.concat();
            100.0 * known.iter().filter(|f| holds(&said, f)).count() as f64 / known.len() as f64
        };
        return vec![
            (name("facts@1"), found(&texts[..texts.len().min(1)])),
            (name("facts@3"), found(&texts)),
            (name("facts@120ch"), found(&budget(&texts, 120))),
        ];
    }
    let reference = letters(&case.reference);
    let first = &texts[..texts.len().min(1)];
    let mut measures =
        vec![(name("R2@1"), overlap(first, &reference, 2).2), (name("R2r@3"), overlap(&texts, &reference, 2).1)];
    if case.source == "xwlb" {
        measures.push((name("R1@1"), overlap(first, &reference, 1).2));
        measures.push((name("RL@1"), longest(&first.concat(), &reference)));
        measures.push((name("cov"), coverage(&case.text, &texts)));
        measures.push((name("red"), redundancy(&texts)));
    }
    measures
}

/// What measures keywords.
pub fn keywords(case: &Case, keywords: &[String]) -> Vec<(String, f64)> {
    let mut found: Vec<Vec<char>> = Vec::new();
    for keyword in keywords.iter().map(|k| letters(k)) {
        if !keyword.is_empty() && !found.contains(&keyword) && found.len() < 5 {
            found.push(keyword);
        }
    }
    if case.keywords.is_empty() {
        return vec![(format!("{} hdF", case.source), headline(&letters(&case.reference), &found))];
    }
    let gold: HashSet<Vec<char>> = case.keywords.iter().map(|k| letters(k)).collect();
    let f = |hits: usize| 100.0 * 2.0 * hits as f64 / (5 + gold.len()) as f64;
    let exact = found.iter().filter(|k| gold.contains(*k)).count();
    let mut left: Vec<&Vec<char>> = gold.iter().filter(|g| !found.contains(g)).collect();
    left.sort_unstable();
    let mut partial = exact;
    for keyword in found.iter().filter(|k| !gold.contains(*k)) {
        if let Some(at) = left.iter().position(|g| is_part(keyword, g)) {
            left.remove(at);
            partial += 1;
        }
    }
    vec![(format!("{} F@5", case.source), f(exact)), (format!("{} F@5~", case.source), f(partial))]
}

fn is_part(a: &[char], b: &[char]) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.len() >= 2 && 2 * short.len() >= long.len() && holds(long, short)
}

/// The harmonic mean of the share of keywords in the headline and the share of the headline in keywords.
fn headline(headline: &[char], keywords: &[Vec<char>]) -> f64 {
    let mut covered = vec![false; headline.len()];
    let mut hits = 0;
    for keyword in keywords {
        let places: Vec<usize> =
            headline.windows(keyword.len()).enumerate().filter(|(_, w)| w == keyword).map(|(i, _)| i).collect();
        hits += usize::from(!places.is_empty());
        places.iter().for_each(|&i| covered[i..i + keyword.len()].fill(true));
    }
    let precision = hits as f64 / keywords.len().max(1) as f64;
    let recall = covered.iter().filter(|c| **c).count() as f64 / headline.len().max(1) as f64;
    harmonic(precision, recall)
}

fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 100.0 * 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

fn holds(text: &[char], part: &[char]) -> bool {
    part.len() <= text.len() && text.windows(part.len().max(1)).any(|w| w == part)
}

fn grams(text: &[char], n: usize) -> HashMap<&[char], usize> {
    let mut counts = HashMap::new();
    for gram in text.windows(n) {
        *counts.entry(gram).or_insert(0) += 1;
    }
    counts
}

/// Precision, recall and their harmonic mean of shared n-grams.
fn overlap(parts: &[Vec<char>], reference: &[char], n: usize) -> (f64, f64, f64) {
    let mut said: HashMap<&[char], usize> = HashMap::new();
    for part in parts {
        for (gram, count) in grams(part, n) {
            *said.entry(gram).or_insert(0) += count;
        }
    }
    let wanted = grams(reference, n);
    let hits: usize = wanted.iter().map(|(g, c)| said.get(g).map_or(0, |s| *s.min(c))).sum();
    let share = |of: usize| if of > 0 { hits as f64 / of as f64 } else { 0.0 };
    let (precision, recall) = (share(said.values().sum()), share(wanted.values().sum()));
    (100.0 * precision, 100.0 * recall, harmonic(precision, recall))
}

/// The harmonic mean by the longest common subsequence.
fn longest(a: &[char], b: &[char]) -> f64 {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    let common = row[b.len()] as f64;
    harmonic(common / a.len().max(1) as f64, common / b.len().max(1) as f64)
}

/// The first `letters` letters in ranked order.
fn budget(texts: &[Vec<char>], letters: usize) -> Vec<Vec<char>> {
    let mut left = letters;
    let mut parts = Vec::new();
    for text in texts {
        let part: Vec<char> = text.iter().copied().take(left).collect();
        left -= part.len();
        parts.push(part);
    }
    parts
}

/// The pieces of a text between stops and line breaks that hold letters, cut without regard to what they are for.
fn sentences(text: &str) -> Vec<&str> {
    let mut pieces: Vec<&str> = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let closed = chars.peek().is_some_and(|&(_, next)| "”’」』）)".contains(next));
        if c == '\n' || ("。！？!?".contains(c) && !closed) {
            pieces.push(&text[start..at + c.len_utf8()]);
            start = at + c.len_utf8();
        }
    }
    pieces.push(&text[start..]);
    pieces.retain(|piece| piece.chars().any(char::is_alphanumeric));
    pieces
}

/// Share of what the article says again that the first 120 letters hold.
fn coverage(text: &str, texts: &[Vec<char>]) -> f64 {
    let sentences: HashSet<Vec<char>> = sentences(text).iter().map(|s| letters(s)).collect();
    let mut spread: HashMap<&[char], usize> = HashMap::new();
    for gram in sentences.iter().flat_map(|s| s.windows(2).collect::<HashSet<_>>()) {
        *spread.entry(gram).or_insert(0) += 1;
    }
    let first = budget(texts, 120);
    let said: HashSet<&[char]> = first.iter().flat_map(|t| t.windows(2)).collect();
    let again = || spread.iter().filter(|(_, n)| **n > 1);
    let total: usize = again().map(|(_, n)| n).sum();
    100.0 * again().filter(|(g, _)| said.contains(*g)).map(|(_, n)| n).sum::<usize>() as f64 / total.max(1) as f64
}

/// The largest share of one point's bigrams that another holds.
fn redundancy(texts: &[Vec<char>]) -> f64 {
    let grams: Vec<HashMap<&[char], usize>> = texts.iter().map(|t| grams(t, 2)).collect();
    let mut most: f64 = 0.0;
    for (i, a) in grams.iter().enumerate() {
        for b in grams.iter().take(i) {
            let shared: usize = a.iter().map(|(g, n)| b.get(g).map_or(0, |m| *m.min(n))).sum();
            let least = a.values().sum::<usize>().min(b.values().sum()).max(1);
            most = most.max(shared as f64 / least as f64);
        }
    }
    100.0 * most
}
