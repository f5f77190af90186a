//! Builds what cargo alone does not: the packed lexicon, the table of traditional characters, the wasm file.

mod common;
mod corpus;
mod cut;
mod fit;
mod letters;
mod lexicon;
mod names;
mod package;
mod places;
mod rare;
mod significant;
mod sizes;
mod traditional;
mod traps;
mod wasm;
mod words;

use crate::cut::{CUT, Cut};
use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask lexicon [FREQUENCY PHRASES TEXTS]  packs the dictionary and letter model of jieba-rs into
                          src/lexicon/words.bin and letters.bin: entries and set phrases so frequent, and rare ones
                          that so many texts hold
cargo xtask names CORPUS      counts what names are made of, over a folder of *.jsonl.gz
cargo xtask places PACKAGES   lists places from npm packages unpacked in a folder
cargo xtask rare CORPUS   counts the rare words of the dictionary in a news corpus into src/lexicon/rare.tsv
cargo xtask common CORPUS     counts the words that tell little in a news corpus into src/lexicon/common.tsv
cargo xtask words CORPUS  counts the words of a news corpus that the dictionary lacks into src/lexicon/news.tsv
cargo xtask fit DATA [summary|keywords [WEIGHT...]]  fits the weights, or those named, to annotated texts, into src/lexicon/weights.tsv and weights.md
cargo xtask traditional   lists the traditional characters of OpenCC in src/lexicon/traditional.tsv
cargo xtask traps         lists the dictionary's words that hold numerals in src/lexicon/traps.tsv
cargo xtask wasm          builds the wasm file and its JavaScript into www/pkg";

/// The cut that the command line names, else that in use.
fn cut() -> Result<Cut, Box<dyn Error>> {
    let numbers: Vec<u32> = std::env::args().skip(2).map(|number| number.parse()).collect::<Result<_, _>>()?;
    match numbers[..] {
        [] => Ok(CUT),
        [frequent, phrases, texts] => Ok(Cut { frequent, phrases, texts }),
        _ => Err(USAGE.into()),
    }
}

/// The folder that the command line names.
fn folder() -> Result<PathBuf, Box<dyn Error>> {
    std::env::args().nth(2).map(PathBuf::from).ok_or_else(|| format!("which folder?\n{USAGE}").into())
}

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    let done = match task.as_str() {
        "lexicon" => cut().and_then(lexicon::write),
        "names" => folder().and_then(|corpus| names::write(&corpus)),
        "places" => folder().and_then(|packages| places::write(&packages)),
        "rare" => folder().and_then(|corpus| rare::write(&corpus)),
        "common" => folder().and_then(|corpus| common::write(&corpus)),
        "words" => folder().and_then(|corpus| words::write(&corpus)),
        "fit" => folder().and_then(|data| {
            fit::run(&data, std::env::args().nth(3).as_deref(), &std::env::args().skip(4).collect::<Vec<_>>())
        }),
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
