//! What a caller may ask of a digest, and the checks that an asked-for value is one that exists.

use crate::calendar::Date;
use std::fmt;

/// How much of what to return. `Options::default()` is what [`crate::digest`] uses.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Options {
    /// Sentences in the summary. Default: three.
    pub sentences: Length,
    /// Most keywords returned, 0 to 50. Default: 10.
    pub keywords: usize,
    /// Most figures returned, 0 to 200; all are found, the most salient are kept. Default: 50.
    pub figures: usize,
    /// What the input is. Default: plain text.
    pub format: Format,
    /// Publication date against which 今年, 昨日, 上月 are resolved where the text states none. Default: none; there is no clock.
    pub reference_date: Option<Date>,
    /// Words to keep whole in segmentation. Default: none.
    pub words: Vec<UserWord>,
    /// What to do with tokens. Default: kept inside.
    pub tokens: TokenOutput,
    /// What a reader says blocks are, against what the page looks like. Default: none.
    pub marks: Vec<Mark>,
}

/// What a reader says a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Index into `document.blocks`, which marks do not change.
    pub block: usize,
    /// What it is.
    pub kind: MarkKind,
}

/// The three things a block can be said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// The title of the article; there is one, the first so marked.
    Headline,
    /// Prose of the article.
    Body,
    /// No part of the article.
    Clutter,
}

impl MarkKind {
    /// The kind called `name` in JSON.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "headline" => Some(Self::Headline),
            "body" => Some(Self::Body),
            "clutter" => Some(Self::Clutter),
            _ => None,
        }
    }
}

/// Length of a summary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Length {
    /// So many sentences, 1 to 20.
    Sentences(usize),
    /// A share of the body's characters, between 0 and 1, both excluded.
    Share(f64),
}

/// Kind of input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text as pasted.
    Text,
    /// HTML as copied from a page.
    Html,
}

/// Whether the digest lists every token of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenOutput {
    /// `digest.tokens` is absent.
    Omitted,
    /// `digest.tokens` lists them all.
    Listed,
}

/// A word that segmentation keeps whole for one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UserWord {
    /// The word, 1 to 100 characters, without white space.
    pub word: String,
    /// Its part of speech in jieba's tag set. Default: `n`.
    pub tag: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            sentences: Length::Sentences(3),
            keywords: 10,
            figures: 50,
            format: Format::Text,
            reference_date: None,
            words: Vec::new(),
            tokens: TokenOutput::Omitted,
            marks: Vec::new(),
        }
    }
}

/// A value as it arrives from JSON, JavaScript or the command line, before it is checked.
#[derive(Clone, Debug, PartialEq)]
pub enum Setting {
    /// A number.
    Number(f64),
    /// A string.
    Text(String),
    /// `true` or `false`.
    Flag(bool),
    /// A list of words with optional tags.
    Words(Vec<UserWord>),
    /// A list of marks on blocks, not empty.
    Marks(Vec<Mark>),
    /// Anything else, named by its type.
    Other(&'static str),
}

/// Why an option was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionError {
    /// Stable code: `E_OPTION_UNKNOWN`, `E_OPTION_TYPE` or `E_OPTION_RANGE`.
    pub code: &'static str,
    /// What was wrong and what is allowed.
    pub message: String,
}

impl fmt::Display for OptionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for OptionError {}

/// Names of all options, for messages.
const NAMES: &str = "sentences, keywords, figures, format, referenceDate, words, tokens, marks";

/// Most words in `options.words`.
const MOST_WORDS: usize = 10_000;

/// Most characters in a word of `options.words`.
const LONGEST_WORD: usize = 100;

impl Options {
    /// Sets the option called `name` (in camelCase, as in JSON) to `value`.
    ///
    /// # Errors
    /// `E_OPTION_UNKNOWN` for a name that is no option, `E_OPTION_TYPE` for a value of another type,
    /// `E_OPTION_RANGE` for a value outside what is allowed; the message says what is.
    pub fn set(&mut self, name: &str, value: Setting) -> Result<(), OptionError> {
        match name {
            "sentences" => self.sentences = length(value)?,
            "keywords" => self.keywords = count("keywords", value, 50)?,
            "figures" => self.figures = count("figures", value, 200)?,
            "format" => self.format = format(value)?,
            "referenceDate" => self.reference_date = Some(date(value)?),
            "words" => self.words = words(value)?,
            "tokens" => {
                self.tokens = match value {
                    Setting::Flag(true) => TokenOutput::Listed,
                    Setting::Flag(false) => TokenOutput::Omitted,
                    other => return Err(wrong_type("tokens", "true or false", &other)),
                }
            }
            "marks" => self.marks = marks(value)?,
            _ => {
                let message = format!("unknown option {:?}; the options are {NAMES}", shortened(name));
                return Err(OptionError { code: "E_OPTION_UNKNOWN", message });
            }
        }
        Ok(())
    }
}

fn length(value: Setting) -> Result<Length, OptionError> {
    const ALLOWED: &str = "a whole number from 1 to 20, or a share between 0 and 1";
    match value {
        Setting::Number(n) if n > 0.0 && n < 1.0 => Ok(Length::Share(n)),
        Setting::Number(n) if n.fract() == 0.0 && (1.0..=20.0).contains(&n) => Ok(Length::Sentences(n as usize)),
        Setting::Number(n) => Err(out_of_range("sentences", ALLOWED, &written(n))),
        other => Err(wrong_type("sentences", ALLOWED, &other)),
    }
}

fn count(name: &str, value: Setting, most: usize) -> Result<usize, OptionError> {
    let allowed = format!("a whole number from 0 to {most}");
    match value {
        Setting::Number(n) if n.fract() == 0.0 && (0.0..=most as f64).contains(&n) => Ok(n as usize),
        Setting::Number(n) => Err(out_of_range(name, &allowed, &written(n))),
        other => Err(wrong_type(name, &allowed, &other)),
    }
}

fn format(value: Setting) -> Result<Format, OptionError> {
    const ALLOWED: &str = "'text' or 'html'";
    match value {
        Setting::Text(s) if s == "text" => Ok(Format::Text),
        Setting::Text(s) if s == "html" => Ok(Format::Html),
        Setting::Text(s) => Err(out_of_range("format", ALLOWED, &s)),
        other => Err(wrong_type("format", ALLOWED, &other)),
    }
}

fn date(value: Setting) -> Result<Date, OptionError> {
    const ALLOWED: &str = "a date of the calendar, written YYYY-MM-DD";
    match value {
        Setting::Text(s) => Date::parse_iso(&s).ok_or_else(|| out_of_range("referenceDate", ALLOWED, &s)),
        other => Err(wrong_type("referenceDate", ALLOWED, &other)),
    }
}

fn words(value: Setting) -> Result<Vec<UserWord>, OptionError> {
    const ALLOWED: &str =
        "a list of at most 10000 words, or of { word, tag }, each of 1 to 100 characters without white space";
    let Setting::Words(words) = value else { return Err(wrong_type("words", ALLOWED, &value)) };
    if words.len() > MOST_WORDS {
        return Err(out_of_range("words", ALLOWED, &format!("{} words", words.len())));
    }
    let bad = |w: &&UserWord| {
        w.word.is_empty() || w.word.chars().count() > LONGEST_WORD || w.word.chars().any(char::is_whitespace)
    };
    match words.iter().find(bad) {
        Some(w) => Err(out_of_range("words", ALLOWED, &w.word)),
        None => Ok(words),
    }
}

fn marks(value: Setting) -> Result<Vec<Mark>, OptionError> {
    match value {
        Setting::Marks(marks) => Ok(marks),
        // An empty list is a list of anything.
        Setting::Words(words) if words.is_empty() => Ok(Vec::new()),
        other => Err(wrong_type("marks", "a list of { block, as: 'headline', 'body' or 'clutter' }", &other)),
    }
}

/// A number for a message, without what writes any double: that takes a browser five kilobytes.
fn written(number: f64) -> String {
    if !number.is_finite() {
        return "no finite number".to_owned();
    }
    let fraction = if number.fract() == 0.0 { "" } else { " and a fraction" };
    format!("{}{fraction}", number as i64)
}

fn wrong_type(name: &str, allowed: &str, got: &Setting) -> OptionError {
    let kind = match got {
        Setting::Number(_) => "a number",
        Setting::Text(_) => "a string",
        Setting::Flag(_) => "a boolean",
        Setting::Words(_) | Setting::Marks(_) => "a list",
        Setting::Other(kind) => kind,
    };
    OptionError { code: "E_OPTION_TYPE", message: format!("option {name} must be {allowed}, not {kind}") }
}

fn out_of_range(name: &str, allowed: &str, got: &str) -> OptionError {
    let message = format!("option {name} must be {allowed}, not {:?}", shortened(got));
    OptionError { code: "E_OPTION_RANGE", message }
}

/// A hostile value must not make a message of megabytes.
fn shortened(s: &str) -> String {
    s.chars().take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(name: &str, value: Setting) -> &'static str {
        Options::default().set(name, value).map_or_else(|e| e.code, |()| "ok")
    }

    #[test]
    fn values_are_checked() {
        let text = |s: &str| Setting::Text(s.to_owned());
        let word = |s: &str| Setting::Words(vec![UserWord { word: s.to_owned(), tag: None }]);
        let table = [
            ("sentences", Setting::Number(3.0), "ok"),
            ("sentences", Setting::Number(0.2), "ok"),
            ("sentences", Setting::Number(0.0), "E_OPTION_RANGE"),
            ("sentences", Setting::Number(21.0), "E_OPTION_RANGE"),
            ("sentences", Setting::Number(f64::NAN), "E_OPTION_RANGE"),
            ("sentences", text("3"), "E_OPTION_TYPE"),
            ("keywords", Setting::Number(0.0), "ok"),
            ("keywords", Setting::Number(51.0), "E_OPTION_RANGE"),
            ("keywords", Setting::Number(-1.0), "E_OPTION_RANGE"),
            ("figures", Setting::Number(200.0), "ok"),
            ("figures", Setting::Number(1.5), "E_OPTION_RANGE"),
            ("format", text("html"), "ok"),
            ("format", text("pdf"), "E_OPTION_RANGE"),
            ("referenceDate", text("2024-02-29"), "ok"),
            ("referenceDate", text("2023-02-29"), "E_OPTION_RANGE"),
            ("referenceDate", Setting::Number(2023.0), "E_OPTION_TYPE"),
            ("words", word("锐捷云"), "ok"),
            ("words", word(""), "E_OPTION_RANGE"),
            ("words", word("两 字"), "E_OPTION_RANGE"),
            ("tokens", Setting::Flag(true), "ok"),
            ("tokens", Setting::Other("null"), "E_OPTION_TYPE"),
            ("marks", Setting::Marks(vec![Mark { block: 9, kind: MarkKind::Body }]), "ok"),
            ("marks", Setting::Words(Vec::new()), "ok"),
            ("marks", word("正文"), "E_OPTION_TYPE"),
            ("sentence", Setting::Number(3.0), "E_OPTION_UNKNOWN"),
        ];
        for (name, value, expected) in table {
            assert_eq!(code(name, value.clone()), expected, "{name} = {value:?}");
        }
    }
}
