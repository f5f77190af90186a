//! Tokens → the names of the text: people with their titles, organisations, places.
//!
//! Each passage is cut into words and names at once ([`lattice`]); pieces are put together to places and organisations
//! ([`place`], [`organization`]); what stands before a person gives titles ([`title`]). What the document shows to be a
//! name in one place is known everywhere, so every passage is cut a second time; [`coreference`] then joins the mentions.

use crate::article::Article;
use crate::number::Numbers;
use crate::order;
use crate::span::Span;
use serde::Serialize;

mod acting;
mod alias;
mod beside;
mod brackets;
mod brand;
mod coreference;
mod element;
mod entry;
mod evidence;
mod familiar;
mod foreign;
mod identity;
mod lattice;
mod learn;
mod legal;
mod listed;
mod office;
mod organization;
mod owner;
mod part;
mod person;
mod place;
mod settle;
mod surroundings;
pub(crate) mod tables;
mod title;
pub(crate) mod unit;
mod words;

use coreference::Gathered;
use lattice::{Known, Lattice};
use unit::{Line, Unit};

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
    let lines: Vec<Line> = article.passages.iter().map(|p| Line::new(article.text, p.span)).collect();
    let places = numbers_of(article, numbers);
    let mut known = Known::default();
    let (mut lattices, mut kept) = (Vec::new(), 0);
    let first = |(line, numbers): (&Line, &Vec<Span>)| {
        let lattice = Lattice::new(line, numbers);
        let units = cut(line, &lattice, &known);
        kept += lattice.len();
        lattices.push((kept <= KEPT).then_some(lattice));
        units
    };
    let mut units: Vec<Vec<Unit>> = lines.iter().zip(&places).map(first).collect();
    let aliases = alias::defined(&lines, &units);
    acting::learn(&lines, &units, &mut known);
    learn::learn(&lines, &units, &aliases, &mut known);
    for (((line, numbers), lattice), units) in lines.iter().zip(&places).zip(lattices).zip(&mut units) {
        if Lattice::holds(line, &known) {
            *units = cut(line, &lattice.unwrap_or_else(|| Lattice::new(line, numbers)), &known);
        }
    }
    settle::settle(&lines, &mut units);
    let aliases = alias::defined(&lines, &units);
    Gathered::from(&lines, &units, &aliases).names(article)
}

/// So many ways on are kept for when the names are known, more than any article has; a book's are found anew, as they
/// would take more memory than all else.
const KEPT: usize = 200_000;

fn cut(line: &Line, lattice: &Lattice, known: &Known) -> Vec<Unit> {
    let mut units = lattice.cut(line, known);
    place::join(line, &mut units);
    place::sights(line, &mut units);
    place::addresses(line, &mut units);
    organization::join(line, &mut units);
    units
}

/// The places of numbers, times and identifiers by passage, in order, none overlapping another.
fn numbers_of(article: &Article, numbers: &Numbers) -> Vec<Vec<Span>> {
    let mut all: Vec<Span> = numbers.quantities.iter().map(|q| q.span).collect();
    all.extend(numbers.times.iter().map(|t| Span::new(t.start, t.end)));
    all.extend(numbers.identifiers.iter().map(|i| Span::new(i.start, i.end)));
    order::by_key(&mut all, |span| *span);
    let within = |passage: Span| {
        let from = all.partition_point(|s| s.start < passage.start);
        let mut last = passage.start;
        let spans = all.iter().skip(from).take_while(|s| s.start < passage.end);
        spans
            .filter(|s| {
                let free = s.start >= last && s.end <= passage.end;
                if free {
                    last = s.end;
                }
                free
            })
            .copied()
            .collect()
    };
    article.passages.iter().map(|p| within(p.span)).collect()
}
