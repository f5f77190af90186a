//! Pages as people have them on the clipboard, each with what every line of it is:
//! `tests/pages/NAME/{source.txt or source.html, expected.txt}`.
//!
//! A line of `expected.txt` is a block of the page, `KIND | words`, `KIND` ending in `*` where it belongs to the article,
//! and below a rule what the page says of itself. `YAODIAN_ACCEPT=1 cargo test --test it pages` writes what is now.

use crate::articles::folders_in;
use std::fs;
use yaodian::document::{BlockKind, Byline};
use yaodian::options::{Format, Options};
use yaodian::{Digest, digest_with_options};

/// The page's blocks, then its headline, source, time, bylines and notices.
fn render(digest: &Digest, text: &str) -> String {
    let document = &digest.document;
    let name = |kind: BlockKind| serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned();
    let block = |b: &yaodian::document::Block| {
        let kind = format!("{}{}", name(b.kind), if b.body { "*" } else { "" });
        format!("{kind:<11} | {}\n", b.span().of(text).replace('\n', "⏎"))
    };
    let byline = |b: &Byline| format!("{} {:?}", b.name, b.role);
    let facts = [
        ("headline", document.headline.iter().map(|h| h.text.replace('\n', "⏎")).collect::<Vec<_>>()),
        ("source", document.source.iter().map(|s| s.text.clone()).collect()),
        ("published", document.published.iter().map(|p| p.value.clone().unwrap_or_default()).collect()),
        ("bylines", document.bylines.iter().map(byline).collect()),
        ("notices", digest.notices.iter().map(|n| n.code.to_owned()).collect()),
    ];
    let facts = facts.iter().filter(|(_, values)| !values.is_empty());
    let facts: String = facts.map(|(name, values)| format!("{name}: {}\n", values.join(", "))).collect();
    format!("{}---\n{facts}", document.blocks.iter().map(block).collect::<String>())
}

/// The blocks of every page as its `expected.txt` has them: kind and words.
fn expected_blocks() -> Vec<Vec<(String, String)>> {
    let block = |line: &str| line.split_once(" | ").map(|(kind, words)| (kind.trim().to_owned(), words.to_owned()));
    let blocks = |page: String| page.lines().take_while(|line| *line != "---").filter_map(block).collect();
    let pages = folders_in("tests/pages").into_iter().filter_map(|f| fs::read_to_string(f.join("expected.txt")).ok());
    pages.map(blocks).collect()
}

/// Whether neighbouring blocks of a page are of the `kinds`, in their order, and the first holds one of the `words`.
fn shows(page: &[(String, String)], kinds: &[&str], words: &str) -> bool {
    let is = |kinds: &str, kind: &str| kinds.split('|').any(|k| k == kind);
    page.windows(kinds.len()).any(|blocks| {
        let alike = blocks.iter().zip(kinds).all(|((kind, _), kinds)| is(kinds, kind));
        alike && words.split('|').any(|word| blocks[0].1.contains(word))
    })
}

#[test]
fn every_kind_of_clutter_stands_in_two_pages() {
    let table = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/specs/clutter.tsv")).unwrap();
    let pages = expected_blocks();
    let mut missing = Vec::new();
    for row in table.lines().filter(|row| !row.starts_with('#')) {
        let [what, kinds, words] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("not three fields: {row}") };
        let kinds: Vec<&str> = kinds.split(' ').collect();
        let count = pages.iter().filter(|page| shows(page, &kinds, words)).count();
        if count < 2 {
            missing.push(format!("{what}: {count}"));
        }
    }
    assert!(missing.is_empty(), "kinds of clutter in fewer than two pages: {}", missing.join(", "));
}

#[test]
fn every_line_of_a_page_is_known() {
    let folders = folders_in("tests/pages");
    assert!(folders.len() >= 25, "{} pages", folders.len());
    let mut wrong = Vec::new();
    for folder in folders {
        let html = fs::read_to_string(folder.join("source.html"));
        let mut options = Options::default();
        options.format = if html.is_ok() { Format::Html } else { Format::Text };
        let source = html.or_else(|_| fs::read_to_string(folder.join("source.txt"))).unwrap();
        let digest = digest_with_options(&source, &options);
        let actual = render(&digest, digest.document.text.as_deref().unwrap_or(&source));
        let path = folder.join("expected.txt");
        if std::env::var_os("YAODIAN_ACCEPT").is_some() {
            fs::write(&path, &actual).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if actual != expected {
            wrong.push(format!("{}\nexpected\n{expected}\nfound\n{actual}", folder.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
