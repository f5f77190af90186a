//! Tokens → the names of the text: people with their titles, organisations, places.

use crate::article::Article;
use crate::number::Numbers;
use crate::span::Span;
use serde::Serialize;

/// All names of an article, each list in order of first mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// People in the story (its makers are bylines).
    pub people: Vec<Person>,
    /// Companies, offices, schools, courts and the like.
    pub organizations: Vec<Entity>,
    /// Places.
    pub places: Vec<Entity>,
}

/// Someone in the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The full name.
    pub name: String,
    /// Titles as the text gives them, longest form first.
    pub titles: Vec<String>,
    /// Where they belong; 该公司 is given by the name it stands for.
    pub organization: Option<String>,
    /// Every place where they are named.
    pub mentions: Vec<Span>,
    /// Indices into the quotes. Empty until [`crate::quote`] has run.
    pub quotes: Vec<usize>,
}

/// An organisation or a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// The fullest name.
    pub name: String,
    /// Short forms that the text defines or uses.
    pub aliases: Vec<String>,
    /// Every place where it is named, by its name or an alias.
    pub mentions: Vec<Span>,
}

/// Finds every name of the article. `numbers` are not names.
pub fn read(article: &Article, numbers: &Numbers) -> Names {
    let _ = (article, numbers);
    Names::default()
}
