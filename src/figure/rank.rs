//! Which figures a reader would put on a card: points for what makes a number news, scaled to 1.

use super::{Figure, FigureKind, FigureRole, Status};
use crate::among::holds;
use crate::article::Article;
use crate::lexicon::tables::has_cue;

/// Gives every figure its salience, the highest of the article 1.
pub(crate) fn rank(article: &Article, figures: &mut [Figure]) {
    // The first counts those of the headline and of other clutter.
    let place = |figure: &Figure| figure.sentence.map_or(0, |sentence| sentence + 1);
    let mut crowds = vec![0; article.sentences.len() + 1];
    for figure in figures.iter() {
        crowds.get_mut(place(figure)).into_iter().for_each(|n| *n += 1);
    }
    let headline = article.passages.iter().find(|p| p.sentence.is_none()).map_or("", |p| article.words(p.span));
    let crowd = |figure: &Figure| crowds.get(place(figure)).copied().unwrap_or(0);
    let scores: Vec<f64> = figures.iter().map(|f| score(article, f, crowd(f), headline)).collect();
    let highest = scores.iter().copied().fold(0.0, f64::max);
    for (figure, score) in figures.iter_mut().zip(scores) {
        figure.salience = if highest > 0.0 { (score / highest).max(0.0) } else { 0.0 };
    }
}

/// How many sentences may repeat a figure of the headline.
const MOST_TITLED: usize = 2000;

/// Whether a figure only tells which: 第9轮, 第十四届, 7天期, but not 连续第三年.
fn is_label(article: &Article, figure: &Figure) -> bool {
    let rank = matches!(figure.unit.as_str(), "位" | "名" | "");
    let again = article.text.get(..figure.start).is_some_and(|before| before.ends_with("连续"));
    let term = || article.text.get(figure.end..).is_some_and(|rest| rest.starts_with('期'));
    figure.kind == FigureKind::Ordinal && !rank && !again || figure.kind == FigureKind::Duration && term()
}

fn score(article: &Article, figure: &Figure, neighbours: usize, headline: &str) -> f64 {
    if is_label(article, figure) {
        return LEAST;
    }
    let place = match figure.sentence {
        // A cell of a table is one of many, its total one of few.
        None if is_tabled(article, figure) => {
            if figure.role == FigureRole::Total {
                -0.5
            } else {
                -1.5
            }
        }
        None => 2.0,
        Some(0) => 1.5,
        Some(1) => 1.0,
        Some(s) if s < 4 => 0.5,
        Some(_) => 0.0,
    };
    let titled = figure.sentence.is_none_or(|s| s < MOST_TITLED) && holds(headline, &figure.text);
    let said_again = if figure.mentions.len() > 1 { 1.5 } else { 0.0 };
    let crowded = if neighbours > 6 { -0.5 } else { 0.0 };
    let bracketed = if in_brackets(article, figure) { -0.8 } else { 0.0 };
    let points = 1.0 + kind(figure) + role(figure) + size(figure) + status(figure) + place;
    (points + said_again + crowded + bracketed + if titled { 1.5 } else { 0.0 } + casualty(figure)).max(LEAST)
}

/// The points of what is no news.
const LEAST: f64 = 0.05;

/// Whether the figure stands outside all that is read as prose.
fn is_tabled(article: &Article, figure: &Figure) -> bool {
    let outside = article.passages.iter().filter(|p| p.sentence.is_none());
    !outside.take(MOST_OUTSIDE).any(|p| p.span.contains(figure.span()))
}

/// How many passages outside the sentences, headlines mostly, are looked at.
const MOST_OUTSIDE: usize = 8;

/// Money and rates are news, places in an order and lengths of time less so.
fn kind(figure: &Figure) -> f64 {
    match figure.kind {
        FigureKind::Money => 2.0,
        FigureKind::Percent => 1.3,
        FigureKind::Pp | FigureKind::Multiple | FigureKind::Score | FigureKind::Magnitude | FigureKind::Windforce => {
            1.0
        }
        FigureKind::Count | FigureKind::Duration if is_small_word(figure) => -0.8,
        FigureKind::Count if figure.unit == "个" => 0.4,
        FigureKind::Count => 0.6,
        FigureKind::Ordinal => -0.3,
        FigureKind::Duration | FigureKind::Age | FigureKind::Coordinate | FigureKind::Discount => -0.4,
        FigureKind::Number | FigureKind::Ratio | FigureKind::Fraction => 0.1,
        _ => 0.5,
    }
}

/// 两个, 三大: small numbers written as words tell a story rather than measure.
fn is_small_word(figure: &Figure) -> bool {
    !figure.text.contains(|c: char| c.is_ascii_digit()) && figure.value.is_some_and(|v| v < 10.0)
}

fn role(figure: &Figure) -> f64 {
    let total = if figure.role == FigureRole::Total { 0.7 } else { 0.0 };
    let compared = if figure.change.is_some() && figure.basis.is_some() { 0.6 } else { 0.0 };
    let named = if figure.property.is_some() { 0.3 } else { -0.3 };
    total + compared + named
}

/// Powers of ten of money and counts, a little for each.
fn size(figure: &Figure) -> f64 {
    let value = figure.value.or(figure.range.map(|r| r[1])).unwrap_or(0.0).abs();
    let steps = [1e2, 1e4, 1e6, 1e8, 1e9, 1e10, 1e11, 1e12];
    let passed = steps.iter().filter(|&&step| value >= step).count();
    if matches!(figure.kind, FigureKind::Money | FigureKind::Count) {
        f64::from(u8::try_from(passed).unwrap_or(0)) * 0.12
    } else {
        0.0
    }
}

fn status(figure: &Figure) -> f64 {
    match figure.status {
        Status::Fact => 0.3,
        Status::Target | Status::Limit => 0.0,
        Status::Forecast => -0.2,
        Status::History => -0.8,
    }
}

fn casualty(figure: &Figure) -> f64 {
    let said = figure.property.as_ref().is_some_and(|p| has_cue("casualty", &p.text));
    if figure.kind == FigureKind::Count && said { 2.0 } else { 0.0 }
}

fn in_brackets(article: &Article, figure: &Figure) -> bool {
    let before = article.text.get(..figure.start).unwrap_or_default();
    let near: String = before.chars().rev().take(20).take_while(|c| !matches!(c, '。' | '）' | ')')).collect();
    near.contains(['（', '('])
}
