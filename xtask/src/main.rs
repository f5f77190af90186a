//! Builds what cargo alone does not: the packed lexicon, the table of traditional characters, the wasm file.

mod lexicon;
mod names;
mod package;
mod places;
mod traditional;
mod traps;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask lexicon       packs the dictionary of the jieba-rs package into src/lexicon/words.bin
cargo xtask names CORPUS      counts what names are made of, over a folder of *.jsonl.gz
cargo xtask places PACKAGES   lists places from npm packages unpacked in a folder
cargo xtask traditional   lists the traditional characters of OpenCC in src/lexicon/traditional.tsv
cargo xtask traps         lists the dictionary's words that hold numerals in src/lexicon/traps.tsv
cargo xtask wasm          builds the wasm file and its JavaScript into www/pkg";

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let folder = || std::path::PathBuf::from(std::env::args().nth(2).unwrap_or_default());
    let done = match task.as_str() {
        "lexicon" => lexicon::write(),
        "names" => names::write(&folder()),
        "places" => places::write(&folder()),
        "traditional" => traditional::write(),
        "traps" => traps::write(),
        "wasm" => wasm::build(),
        _ => Err(format!("unknown task {task:?}\n{USAGE}").into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
