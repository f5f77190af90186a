//! Runs the stages in their order and assembles the one result.

use crate::article::Article;
use crate::check::{self, Check, Series};
use crate::document::{self, Document, Notice};
use crate::figure::{self, Figure};
use crate::keyword::{self, Keyword};
use crate::name::{self, Entity, Person};
use crate::number::{self, Identifier};
use crate::options::{Options, TokenOutput};
use crate::quote::{self, Quote};
use crate::reading::Reading;
use crate::salience::{self, Evidence};
use crate::sentence::{self, Sentence};
use crate::span::Span;
use crate::summary::{self, Summary};
use crate::time::TimeExpression;
use crate::token::{self, Token};
use serde::Serialize;

/// What a pasted text says. The fields are those of the published result contract, version 1.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Digest {
    /// Version of the contract.
    pub schema: u8,
    /// Han script of the body.
    pub script: Script,
    /// The parts of the page.
    pub document: Document,
    /// The sentences of the body.
    pub sentences: Vec<Sentence>,
    /// The story in a few of them.
    pub summary: Summary,
    /// What it is about, strongest first.
    pub keywords: Vec<Keyword>,
    /// Its numbers, in the order of the text.
    pub figures: Vec<Figure>,
    /// Comparable figures side by side.
    pub series: Vec<Series>,
    /// Arithmetic between figures.
    pub checks: Vec<Check>,
    /// Every date and time.
    pub times: Vec<TimeExpression>,
    /// Numbers that name.
    pub identifiers: Vec<Identifier>,
    /// The people of the story.
    pub people: Vec<Person>,
    /// Its organisations.
    pub organizations: Vec<Entity>,
    /// Its places.
    pub places: Vec<Entity>,
    /// Who said what.
    pub quotes: Vec<Quote>,
    /// What the reader should know about this result.
    pub notices: Vec<Notice>,
    /// Every token of the input, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Token<'static>>>,
}

/// Han script of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Simplified.
    Hans,
    /// Traditional.
    Hant,
    /// Both.
    Mixed,
    /// No Han text to speak of.
    None,
}
