//! The texts to fit on, read once up to the point where weights come in.

use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use yaodian::article::Article;
use yaodian::document::{self, Document};
use yaodian::figure;
use yaodian::keyword;
use yaodian::name::{self, Names};
use yaodian::number::{self, Numbers};
use yaodian::options::{Length, Options};
use yaodian::quote;
use yaodian::reading::Reading;
use yaodian::salience::{Evidence, Survey};
use yaodian::sentence::{self, Sentence};
use yaodian::summary::Candidates;
use yaodian::table;
use yaodian::weight::Weights;

/// A text with what a good answer to it is known to hold.
#[derive(Clone)]
pub struct Case {
    /// The set it belongs to.
    pub source: String,
    /// The text.
    pub text: String,
    /// Its headline or a summary made by a person.
    pub reference: String,
    /// Figures, with subjects, that an analyst asked the page for; none where no figure was asked for.
    pub facts: Vec<String>,
    /// Keywords given by a person.
    pub keywords: Vec<String>,
}

/// Reads the cases of one file of JSON lines.
pub fn read(path: &Path) -> Result<Vec<Case>, Box<dyn Error>> {
    let mut cases = Vec::new();
    for line in fs::read_to_string(path)?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let string = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let list = |key: &str, field: &str| -> Vec<String> {
            let items = row[key].as_array().into_iter().flatten();
            items.filter_map(|x| x.as_str().or_else(|| x[field].as_str())).map(str::to_owned).collect()
        };
        if row["score"].as_i64().is_some_and(|s| s < 3) {
            continue;
        }
        let (summary, title) = (string("summary"), string("title"));
        let (present, figures) = (list("present", ""), list("figures", "value"));
        cases.push(Case {
            source: string("source"),
            text: string("text"),
            reference: if summary.is_empty() { title } else { summary },
            facts: if figures.is_empty() { figures } else { [figures, list("subjects", "text")].concat() },
            keywords: if present.is_empty() { list("keywords", "") } else { present },
        });
    }
    Ok(cases)
}

/// A text after the stages that have no weights.
pub struct Read<'t> {
    text: Reading<'t>,
    document: Document,
    sentences: Vec<Sentence>,
}

impl<'t> Read<'t> {
    /// Reads `text` up to its sentences.
    pub fn of(text: &'t str) -> Self {
        let text = Reading::of(text);
        let (document, _) = document::read(&text.text);
        let sentences = sentence::split(&text.text, &document);
        Self { text, document, sentences }
    }
}

/// The same up to its names, with its sentences looked at.
pub struct Ready<'r> {
    article: Article<'r>,
    numbers: Numbers,
    names: Names,
    survey: Survey,
    candidates: Candidates,
}

impl<'r> Ready<'r> {
    /// Reads on from the sentences.
    pub fn of(read: &'r Read) -> Self {
        let options = Options::default();
        let article = Article::new(&read.text.text, &read.document, &read.sentences, &options.words);
        let numbers = number::read(&article, read.document.reference_date(&options));
        let tables = table::read(&article);
        let names = name::read(&article, &numbers);
        let quotes = quote::read(&article, &names);
        let figures = figure::attach(&article, &numbers, &names, &tables);
        let keywords = keyword::rank(&article, &numbers, &names);
        let evidence =
            Evidence { figures: &figures, times: &numbers.times, names: &names, quotes: &quotes, keywords: &keywords };
        let survey = Survey::of(&article, &evidence);
        let candidates = Candidates::of(&article, &evidence);
        Self { article, numbers, names, survey, candidates }
    }

    /// The points of a three-sentence summary, best first.
    pub fn points(&self, weights: &Weights) -> Vec<&str> {
        let salience = self.survey.weigh(weights);
        let summary = self.candidates.choose(&salience, Length::Sentences(3), weights);
        let points: BTreeMap<usize, &str> =
            self.candidates.points.iter().map(|p| (p.sentence, p.text.as_str())).collect();
        summary.ranking.iter().filter_map(|i| points.get(i).copied()).collect()
    }

    /// The ten first keywords.
    pub fn keywords(&self, weights: &Weights) -> Vec<String> {
        let keywords = keyword::rank_with(&self.article, &self.numbers, &self.names, weights);
        keywords.into_iter().take(10).map(|k| k.text).collect()
    }
}
