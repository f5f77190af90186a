//! The texts of a corpus: a folder of `*.jsonl.gz`, each line an object with `text` and, where it is known, `date`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A text of the corpus.
pub struct Text {
    /// The year it is dated; 0 where it is not.
    pub year: u16,
    pub text: String,
    /// Which file it is of, counted from 0.
    pub part: usize,
}

/// The texts of the files in `folder`, in the order of their names.
pub fn texts(folder: &Path) -> Result<Vec<Text>, Box<dyn Error>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<_, _>>()?;
    files.retain(|p| p.to_string_lossy().ends_with(".jsonl.gz"));
    files.sort();
    let mut texts = Vec::new();
    for (part, file) in files.into_iter().enumerate() {
        let unpacked = Command::new("gzip").arg("-dc").arg(&file).output()?;
        for line in String::from_utf8(unpacked.stdout)?.lines() {
            let row: serde_json::Value = serde_json::from_str(line)?;
            let year = row["date"].as_str().and_then(|d| d.get(..4)?.parse().ok()).unwrap_or(0);
            texts.push(Text { year, text: row["text"].as_str().unwrap_or_default().to_owned(), part });
        }
    }
    Ok(texts)
}
