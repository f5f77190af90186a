//! Builds what cargo alone does not: the packed lexicon, the table of traditional characters, the wasm file.

mod lexicon;
mod package;
mod traditional;
mod traps;
mod wasm;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask lexicon       packs the dictionary of the jieba-rs package into src/lexicon/words.bin
cargo xtask traditional   lists the traditional characters of OpenCC in src/lexicon/traditional.tsv
cargo xtask traps         lists the dictionary's words that hold numerals in src/lexicon/traps.tsv
cargo xtask wasm          builds the wasm file and its JavaScript into www/pkg";

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "lexicon" => lexicon::write(),
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
