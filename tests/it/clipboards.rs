//! What programs put on the clipboard, and what a reader sees there: `tests/clipboards/NAME.clip`.
//!
//! A file begins with lines `KEY: VALUE`, then `---`, then the HTML as it was copied. The expectation was written by
//! reading the page, not by running the code; there is no way to accept what the code gives. Keys:
//!
//! - `headline`, `source`, `published`: exactly so, and none where the key is absent;
//! - `byline`: name and role, in order;
//! - `p`, `h`, `li`, `row`, `dateline`: the blocks of the article in order and complete, a paragraph, subheading or item
//!   by its first words, a row whole with `|` between its cells;
//! - `caption`: the captions in order, by their first words;
//! - `out`: words that are in the text but not in the article; `gone`: words that a reader does not see at all.

use std::fmt::Write;
use std::fs;
use yaodian::document::{Block, BlockKind};
use yaodian::options::{Format, Options};
use yaodian::{Digest, digest_with_options};

/// The key of a block of the article.
const fn key(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Subheading => "h",
        BlockKind::ListItem => "li",
        BlockKind::Table => "row",
        BlockKind::Dateline => "dateline",
        _ => "p",
    }
}

/// The words without the marks that say where a line may break, which nobody sees.
fn seen(words: &str) -> String {
    words.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{ad}')).collect()
}

/// What was found in the form of the expectation, blocks whole.
fn found(digest: &Digest, text: &str) -> Vec<(&'static str, String)> {
    let document = &digest.document;
    let mut facts = Vec::new();
    facts.extend(document.headline.iter().map(|h| ("headline", seen(&h.text).replace('\n', "⏎"))));
    facts.extend(document.source.iter().map(|s| ("source", s.text.clone())));
    facts.extend(document.published.iter().map(|p| ("published", p.value.clone().unwrap_or_default())));
    let role = |role| serde_json::to_value(role).unwrap().as_str().unwrap().to_owned();
    facts.extend(document.bylines.iter().map(|b| ("byline", format!("{} {}", b.name, role(b.role)))));
    let words = |b: &Block| seen(b.span().of(text)).replace('\t', "|");
    facts.extend(document.blocks.iter().filter(|b| b.body).map(|b| (key(b.kind), words(b))));
    let captions = document.blocks.iter().filter(|b| b.kind == BlockKind::Caption);
    facts.extend(captions.map(|b| ("caption", words(b))));
    facts
}

/// Whether what was found for a key is what the page shows.
fn agrees(key: &str, expected: &str, found: &str) -> bool {
    match key {
        "p" | "h" | "li" | "caption" => found.starts_with(expected),
        _ => found == expected,
    }
}

/// The keys that stand for one fact each.
const GROUPS: [&[&str]; 6] =
    [&["headline"], &["source"], &["published"], &["byline"], &["p", "h", "li", "row", "dateline"], &["caption"]];

/// How the digest of a clipboard differs from what a reader sees in it.
fn differences(clip: &str) -> String {
    let (head, html) = clip.split_once("\n---\n").expect("an expectation and a page, parted by ---");
    let expected: Vec<(&str, &str)> = head.lines().map(|line| line.split_once(": ").expect("KEY: VALUE")).collect();
    let mut options = Options::default();
    options.format = Format::Html;
    let digest = digest_with_options(html, &options);
    let text = digest.document.text.as_deref().unwrap_or_default();
    let found = found(&digest, text);
    let mut differences = String::new();
    for group in GROUPS {
        let wanted: Vec<_> = expected.iter().filter(|(key, _)| group.contains(key)).collect();
        let given: Vec<_> = found.iter().filter(|(key, _)| group.contains(key)).collect();
        let same =
            wanted.len() == given.len() && wanted.iter().zip(&given).all(|(w, g)| w.0 == g.0 && agrees(w.0, w.1, &g.1));
        if !same {
            let show =
                |key: &str, words: &str| format!("      {key}: {}\n", words.chars().take(60).collect::<String>());
            let wanted: String = wanted.iter().map(|(key, words)| show(key, words)).collect();
            let given: String = given.iter().map(|(key, words)| show(key, words)).collect();
            write!(differences, "    seen\n{wanted}    found\n{given}").unwrap();
        }
    }
    let bodies: Vec<&str> = digest.document.blocks.iter().filter(|b| b.body).map(|b| b.span().of(text)).collect();
    for (key, words) in expected {
        let (whole, body) = (text.contains(words), bodies.iter().any(|body| body.contains(words)));
        if (key == "out" && (!whole || body)) || (key == "gone" && whole) {
            writeln!(differences, "    {key}: {words} (in the text: {whole}, in the article: {body})").unwrap();
        }
    }
    differences
}

#[test]
fn clipboards_are_read_as_people_see_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clipboards");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 60, "{} clipboards", paths.len());
    let mut wrong = String::new();
    let mut count = 0;
    for path in paths {
        let differences = differences(&fs::read_to_string(&path).unwrap());
        if !differences.is_empty() {
            count += 1;
            writeln!(wrong, "{}\n{differences}", path.file_stem().unwrap().to_string_lossy()).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{count} clipboards are read otherwise:\n{wrong}");
}
