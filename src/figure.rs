//! Quantities → Figures: what each measures, whose it is, and how often the text says it.

mod actor;
mod align;
mod candidate;
mod claim;
mod compared;
mod district;
mod merge;
mod lends;
mod owner;
mod left;
mod mention;
mod phrase;
mod property;
mod rank;
mod right;
mod tabled;
mod thing;
mod torn;
mod trade;
mod view;

use crate::article::Article;
use crate::name::Names;
use crate::number::Numbers;
use crate::order;
use crate::quantity::Quantity;
pub use crate::quantity::{Change, FigureKind, Modifier};
use crate::span::{Excerpt, Span};
use crate::table::Table;
use mention::Mentions;
use owner::{Owner, Topic};
use serde::Serialize;
use view::View;

/// A number that the article reports.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// As written, with its unit.
    pub text: String,
    /// Its number in this digest; series and checks refer to it.
    pub id: usize,
    /// What sort of number it is.
    pub kind: FigureKind,
    /// The number in `unit`. `None` where `range` or `parts` holds it.
    pub value: Option<f64>,
    /// Both ends of a range, or of a vague number such as 数十家 (20 to 99).
    pub range: Option<[f64; 2]>,
    /// Both numbers of a ratio or a score.
    pub parts: Option<[f64; 2]>,
    /// ISO 4217 for money, UCUM-like codes for measures, the measure word for counts, empty for none.
    pub unit: String,
    /// How the text hedges it.
    pub modifier: Option<Modifier>,
    /// Whether it is a change, or the level after one.
    pub change: Option<Change>,
    /// Against what: `yoy` (同比), `mom` (环比), or the words of the text.
    pub basis: Option<String>,
    /// What is measured.
    pub property: Option<Excerpt>,
    /// Whose it is.
    pub entity: Option<Excerpt>,
    /// The name that `entity` stands for.
    pub entity_name: Option<String>,
    /// Its part in the article's arithmetic.
    pub role: FigureRole,
    /// What the text claims of it.
    pub status: Status,
    /// Index into the sentences; `None` for the headline and for tables.
    pub sentence: Option<usize>,
    /// 0 to 1 within the article.
    pub salience: f64,
    /// All places where the same figure of the same thing is said, this one first.
    pub mentions: Vec<Span>,
    /// Whether the digits were damaged in the paste.
    pub repaired: bool,
}

impl Figure {
    /// Its place.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Part of a figure in the article's arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FigureRole {
    /// A sum of others.
    Total,
    /// A summand.
    Part,
    /// A value at a time.
    Level,
    /// A difference.
    Change,
    /// A share of a whole.
    Share,
    /// A place in an order.
    Rank,
}

/// What the text claims of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It is so.
    Fact,
    /// It is expected.
    Forecast,
    /// It is aimed at.
    Target,
    /// It is allowed.
    Limit,
    /// It was so before.
    History,
}

/// Attaches every quantity to what it measures and whose it is, adds the cells of tables, joins repeated ones, and scores
/// them.
pub fn attach(article: &Article, numbers: &Numbers, names: &Names, tables: &[Table]) -> Vec<Figure> {
    let mentions = Mentions::new(names, article.text);
    let mut topic = Topic::default();
    let mut figures = Vec::new();
    let (mut from, mut carried) = (0, Vec::new());
    for (index, passage) in article.passages.iter().enumerate() {
        let quantities: Vec<&Quantity> =
            numbers.quantities.iter().skip(from).take_while(|q| q.passage == index).collect();
        from += quantities.len();
        let block = passage.sentence.and_then(|s| article.sentences.get(s)).map(|s| s.block);
        let figured: Vec<Span> = quantities.iter().map(|q| q.span).collect();
        let view = View::new(article.text, passage, &figured, times(numbers, passage.span));
        let candidates = mentions.of(&view);
        let named = candidates.within(&view, view.span);
        let names: Vec<Span> = named.iter().map(|candidate| candidate.span).collect();
        let measured = property::of_passage(&view, &quantities, &names, &carried);
        let owned = owner::of_passage(&candidates, &view, &measured, &topic, block);
        topic = topic.next(&named, &view, block);
        let members = align::aligned(&view, &quantities);
        let listed = align::in_order(&members);
        for ((&(quantity, property), owner), member) in measured.iter().zip(owned).zip(members) {
            let property = property.and_then(|p| align::without_list(&view, p, &listed, quantity.span.start));
            let property = property.or_else(|| property::said(&view, quantity));
            figures.push(record(article, &view, quantity, &Attached { property, member, owner }, passage.sentence));
        }
        // A passage without a full stop goes on in the next line, but no headline does.
        let ended =
            passage.sentence.is_none() || article.words(passage.span).ends_with(['。', '！', '？', '”', '!', '?']);
        carried = if ended { Vec::new() } else { measured };
    }
    if !tables.is_empty() {
        let cells = tabled::figures(article, tables);
        figures.retain(|figure| !tabled::holds(&cells, figure.start));
        figures.extend(cells);
        order::by_key(&mut figures, |figure| figure.start);
    }
    let mut figures = merge::merge(figures);
    rank::rank(article, &mut figures);
    figures
}

/// The times of a passage, in order.
fn times(numbers: &Numbers, passage: Span) -> Vec<Span> {
    let first = numbers.times.partition_point(|t| t.start < passage.start);
    let times = numbers.times.iter().skip(first).take_while(|t| t.start < passage.end);
    times.map(|t| Span::new(t.start, t.end)).filter(|t| passage.contains(*t)).take(MOST_TIMES).collect()
}

/// Most times of one sentence that are looked at.
const MOST_TIMES: usize = 500;

/// What was found beside a quantity.
struct Attached {
    property: Option<Span>,
    /// What 分别 pairs it with.
    member: Option<Span>,
    owner: Option<Owner>,
}

fn record(article: &Article, view: &View, quantity: &Quantity, attached: &Attached, sentence: Option<usize>) -> Figure {
    let excerpt = |span: Span| article.excerpt(span);
    let property = attached.property.map(excerpt);
    let named = property.as_ref().map_or("", |p| p.text.as_str());
    Figure {
        start: quantity.span.start,
        end: quantity.span.end,
        text: article.words(quantity.span).to_owned(),
        id: 0,
        kind: quantity.kind,
        value: quantity.value,
        range: quantity.range,
        parts: quantity.parts,
        unit: quantity.unit.clone(),
        modifier: quantity.modifier,
        change: quantity.change,
        basis: claim::basis(view, quantity),
        role: claim::role(view, quantity, named),
        property,
        entity: attached.member.or(attached.owner.as_ref().map(|o| o.span)).map(excerpt),
        entity_name: attached.owner.as_ref().filter(|_| attached.member.is_none()).and_then(|o| o.name.clone()),
        status: claim::status(view, quantity),
        sentence,
        salience: 0.0,
        mentions: vec![quantity.span],
        repaired: quantity.repaired,
    }
}
