//! Whole pages as people paste them, each with its expected digest: `tests/articles/SLUG/{source.txt, expected.txt}`.
//!
//! `YAODIAN_ACCEPT=1 cargo test --test it articles` writes what is now, so that the diff can be reviewed.

use crate::render;
use std::fs;
use std::path::{Path, PathBuf};

/// Every article's folder, in the order of their names.
pub(crate) fn folders() -> Vec<PathBuf> {
    folders_in("tests/articles")
}

/// Every folder in `parent`, a path from the project's root, in the order of their names.
pub(crate) fn folders_in(parent: &str) -> Vec<PathBuf> {
    let parent = Path::new(env!("CARGO_MANIFEST_DIR")).join(parent);
    let mut folders: Vec<PathBuf> = fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.is_dir());
    folders.sort();
    folders
}

#[test]
fn digests_are_as_expected() {
    let mut wrong = Vec::new();
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).unwrap();
        let actual = render::digest(&yaodian::digest(&text), &text);
        let expected = folder.join("expected.txt");
        if std::env::var_os("YAODIAN_ACCEPT").is_some() {
            fs::write(&expected, &actual).unwrap();
        }
        let expected = fs::read_to_string(&expected).unwrap_or_default();
        wrong.extend(difference(&expected, &actual).map(|lines| format!("{}\n{lines}", folder.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn there_are_articles_of_many_kinds() {
    assert!(folders().len() >= 8, "{:?}", folders());
}

/// The lines that stand on one side only, or nothing where both are the same.
fn difference(expected: &str, actual: &str) -> Option<String> {
    if expected == actual {
        return None;
    }
    let missing = expected.lines().filter(|line| !actual.lines().any(|l| l == *line)).map(|line| format!("- {line}"));
    let added = actual.lines().filter(|line| !expected.lines().any(|l| l == *line)).map(|line| format!("+ {line}"));
    let lines: Vec<String> = missing.chain(added).collect();
    Some(if lines.is_empty() { "the same lines in another order".to_owned() } else { lines.join("\n") })
}
