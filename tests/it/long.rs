//! Long texts that repeat one piece: a stage that takes the square of the length is felt here by whoever waits for it.
//! Nothing is timed; `tests/bench/growth.mjs` prints how time grows.

use yaodian::options::{Format, Options};

/// Texts of 30,000 characters that repeat one piece, `tests/bench/families.tsv`, with the format they are read in.
fn long_texts() -> Vec<(String, Format)> {
    let rows = include_str!("../bench/families.tsv").lines().filter(|row| !row.starts_with('#'));
    let fields = rows.map(|row| row.split('\t').collect::<Vec<_>>());
    let texts = fields.flat_map(|row| {
        let [_, format, piece] = row[..] else { panic!("not three fields: {row:?}") };
        let piece: String = serde_json::from_str(&format!("\"{}\"", piece.replace('"', "\\\""))).unwrap();
        let text = piece.repeat(30_000 / piece.chars().count());
        let page = (format!("<h1>海州</h1><p>{text}</p>"), Format::Html);
        if format == "both" { vec![(text, Format::Text), page] } else { vec![page] }
    });
    texts.collect()
}

#[test]
fn long_texts_of_one_piece_are_digested() {
    for (text, format) in long_texts() {
        let mut options = Options::default();
        options.format = format;
        let digest = yaodian::digest_with_options(&text, &options);
        assert!(digest.sentences.iter().all(|s| s.start < s.end && digest.document.blocks.len() > s.block));
    }
}

#[test]
fn brackets_that_nothing_closes_are_digested() {
    for bracket in ["（", "("] {
        let digest = yaodian::digest(&bracket.repeat(200_000));
        assert!(digest.figures.is_empty() && digest.document.blocks.len() == 1);
    }
}
