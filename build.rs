//! The tables of `src/lexicon` as they are compiled in: without their notes and column by column, in which form what a
//! browser loads of them is a tenth smaller. The first line says how many rows; then every column, a field a line.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

/// Tables whose further columns only people read, with how many the crate does.
const READ: [(&str, usize); 2] = [("weights.tsv", 2), ("common.tsv", 2)];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=src/lexicon");
    let out = env::var("OUT_DIR")?;
    for entry in fs::read_dir("src/lexicon")? {
        let entry = entry?;
        let name = entry.file_name().into_string().map_err(|_| "a file whose name is no text")?;
        if name.ends_with(".tsv") {
            let read = READ.iter().find(|(table, _)| *table == name).map_or(usize::MAX, |&(_, columns)| columns);
            fs::write(Path::new(&out).join(&name), by_column(&fs::read_to_string(entry.path())?, read))?;
        }
    }
    Ok(())
}

/// The first `read` columns of `table`, one after the other; absent fields are empty.
fn by_column(table: &str, read: usize) -> String {
    let lines = table.lines().filter(|line| !line.is_empty() && *line != "#" && !line.starts_with("# "));
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0).min(read);
    let mut packed = rows.len().to_string();
    for column in 0..width {
        for row in &rows {
            packed.push('\n');
            packed.push_str(row.get(column).unwrap_or(&""));
        }
    }
    packed
}
