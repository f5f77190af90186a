//! Builds what cargo alone does not: `cargo xtask lexicon` and `cargo xtask wasm`.

mod lexicon;
mod names;
mod places;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask lexicon   packs the dictionary of the jieba-rs package into src/lexicon/words.bin
cargo xtask names CORPUS    counts what names are made of over a folder of *.jsonl.gz, into src/lexicon
cargo xtask places PACKAGES makes src/lexicon/divisions.tsv from npm packages unpacked in a folder
cargo xtask wasm      builds the wasm file and its JavaScript into www/pkg";

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let folder = || std::path::PathBuf::from(std::env::args().nth(2).unwrap_or_default());
    let done = match task.as_str() {
        "lexicon" => lexicon::write(),
        "names" => names::write(&folder()),
        "places" => places::write(&folder()),
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
