//! The order of the house: what a reader of the code may rely on, held by a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a file before its tests.
const FILE: usize = 300;
/// The most lines of a function.
const FUNCTION: usize = 60;

#[test]
fn modules_use_only_those_above_them() {
    let order = modules();
    let mut wrong = Vec::new();
    for file in rust_files("src").into_iter().filter(|f| !f.components().any(|c| c.as_os_str() == "bin")) {
        let Some(&place) = order.get(&module_of(&file)) else { continue };
        let code = code(&file);
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        for used in code.split("crate::").skip(1) {
            let name: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if order.get(&name).is_some_and(|&other| other > place) {
                wrong.push(format!("{}: uses {name}, which comes after it in src/lib.rs", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_and_functions_can_be_read_at_a_sitting() {
    let mut wrong = Vec::new();
    for file in ["src", "tests/it", "xtask/src"].into_iter().flat_map(rust_files) {
        let code = code(&file);
        let lines: Vec<&str> = code.lines().collect();
        if lines.len() > FILE {
            wrong.push(format!("{}: {} lines before its tests", file.display(), lines.len()));
        }
        for (start, length) in functions(&lines).into_iter().filter(|f| f.1 > FUNCTION) {
            wrong.push(format!("{}:{}: a function of {length} lines", file.display(), start + 1));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tables_name_their_origin_and_licence() {
    let tables = fs::read_dir(root().join("src/lexicon")).unwrap().map(|entry| entry.unwrap().path());
    let mut wrong: Vec<String> = tables
        .filter(|path| path.extension().is_some_and(|e| e == "tsv"))
        .filter(|path| {
            let text = fs::read_to_string(path).unwrap();
            let head: String = text.lines().take_while(|line| line.starts_with("# ")).collect();
            let licence = ["Licence: ", "MIT", "Unicode-3.0", "CC BY"].iter().any(|name| head.contains(name));
            !head.contains("Origin: ") || !licence
        })
        .map(|path| path.display().to_string())
        .collect();
    wrong.sort();
    assert!(wrong.is_empty(), "no origin or no licence at the head of {}", wrong.join(", "));
}

#[test]
fn every_list_asked_for_is_in_its_table() {
    let table = fs::read_to_string(root().join("src/lexicon/structure.tsv")).unwrap();
    let sorts: Vec<&str> = table.lines().filter_map(|row| row.split_once('\t')).map(|(sort, _)| sort).collect();
    let code: String = rust_files("src").iter().map(|file| code(file)).collect();
    let asked: Vec<&str> = code.split("structure(\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for sort in &sorts {
        assert!(asked.contains(sort) || *sort == "# sort", "nothing asks for {sort}");
    }
    for sort in asked {
        assert!(sorts.contains(&sort), "no row {sort} in structure.tsv");
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every module of the crate with its place in `src/lib.rs`.
fn modules() -> BTreeMap<String, usize> {
    let map = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let names = map.lines().filter_map(|line| line.trim_start_matches("pub ").strip_prefix("mod ")?.strip_suffix(';'));
    names.enumerate().map(|(place, name)| (name.to_owned(), place)).collect()
}

/// The top module that a file under `src` belongs to.
fn module_of(file: &Path) -> String {
    let within = file.strip_prefix(root().join("src")).unwrap();
    let first = within.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// Every Rust file below a folder, in the order of their paths.
fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// A file without its unit tests.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.split("\n#[cfg(test)]\nmod tests").next().unwrap_or_default().to_owned()
}

/// The first line of each function and the number of its lines; the code is formatted, so its brace closes at its indent.
fn functions(lines: &[&str]) -> Vec<(usize, usize)> {
    let starts = lines.iter().enumerate().filter(|(_, line)| {
        let words = line.trim_start().split('(').next().unwrap_or_default();
        words.split(' ').any(|word| word == "fn") && !words.starts_with("//")
    });
    starts
        .filter_map(|(start, line)| {
            let indent: String = line.chars().take_while(|c| *c == ' ').collect();
            let close = format!("{indent}}}");
            let length = lines.iter().skip(start).position(|line| **line == close)?;
            (!line.ends_with('}')).then_some((start, length + 1))
        })
        .collect()
}
