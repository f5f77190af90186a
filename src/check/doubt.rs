//! What the text says in two ways that cannot both be right, beside its sums: a day with the wrong day of the week, one
//! number with the units 亿 and 万 in turn, one holder of an office written in two ways.
//!
//! `3月5日（星期五）`, where 3月5日 is a Tuesday. Each is a notice at the later of the two places. Only what is plain is said:
//! siblings, deputies and things that differ have other titles, other properties, other digits.

use super::arithmetic::Amount;
use super::mention::{owner, property};
use crate::article::Article;
use crate::calendar::Date;
use crate::figure::{Figure, FigureKind, FigureRole};
use crate::name::Person;
use crate::reading::Notice;
use crate::span::Span;
use crate::time::{TimeExpression, TimeKind};

/// The doubts of the article, each kind in the order of the text.
pub fn doubts(article: &Article, figures: &[Figure], people: &[Person], times: &[TimeExpression]) -> Vec<Notice> {
    weekdays(article, times).chain(units(figures)).chain(names(article, people)).collect()
}

fn notice(code: &'static str, message: &str, span: Span) -> Notice {
    Notice { code, message: message.to_owned(), span: Some(span) }
}

/// `3月5日（星期五）`, `3月5日星期五` where the day is another one of the week.
fn weekdays<'a>(article: &'a Article, times: &'a [TimeExpression]) -> impl Iterator<Item = Notice> + 'a {
    times.windows(2).filter_map(|pair| {
        let [day, week] = pair else { return None };
        let between = article.text.get(day.end..week.start)?;
        let stated = weekday(&week.text).filter(|_| matches!(between, "" | "（" | "("))?;
        let date = day.value.as_deref().filter(|_| day.kind == TimeKind::Date && day.range.is_none())?;
        let actual = Date::parse_iso(date)?.weekday();
        let closing =
            article.text.get(week.end..)?.chars().next().filter(|c| !between.is_empty() && matches!(c, '）' | ')'));
        let span = Span::new(day.start, week.end + closing.map_or(0, char::len_utf8));
        (actual != stated).then(|| notice("weekday", "日期与星期对不上。", span))
    })
}

/// Monday is 1, Sunday is 7, in `星期一` and `周日`.
fn weekday(words: &str) -> Option<u32> {
    let day = ["星期", "礼拜", "周"].iter().find_map(|mark| words.strip_prefix(mark))?;
    let place = ["一", "二", "三", "四", "五", "六", "日"].iter().position(|name| *name == day);
    place.or((day == "天").then_some(6)).and_then(|place| u32::try_from(place + 1).ok())
}

/// Figures that are compared with those before them.
const WINDOW: usize = 60;

/// How much 亿 is of 万.
const SLIP: i128 = 10_000;

/// The same digits for the same thing of the same owner, once in 亿 and once in 万.
fn units(figures: &[Figure]) -> Vec<Notice> {
    let told = |f: &&Figure| f.role == FigureRole::Total && f.kind == FigureKind::Money && !property(f).is_empty();
    let totals: Vec<&Figure> = figures.iter().filter(told).take(WINDOW).collect();
    let slips = |first: &Figure, later: &Figure| {
        let alike = first.unit == later.unit && property(first) == property(later) && owner(first) == owner(later);
        alike && first.end < later.start && is_slip(first, later)
    };
    let slipped = totals.iter().filter(|later| totals.iter().any(|first| slips(first, later)));
    let message = "同一项目的数字相同，单位却一处为亿、一处为万。";
    slipped.map(|later| notice("unit-slip", message, Span::new(later.start, later.end))).collect()
}

fn is_slip(first: &Figure, later: &Figure) -> bool {
    let (Some(a), Some(b)) = (Amount::of(first), Amount::of(later)) else { return false };
    let same_digits = a.written(a.scale) == b.written(b.scale) && a.step > 0 && b.step > 0;
    same_digits && (a.value == b.value * SLIP || b.value == a.value * SLIP)
}

/// People compared with those before them.
const MOST_PEOPLE: usize = 60;

/// Two people of one office and one surname whose names differ in one character, never named in one sentence.
fn names<'a>(article: &'a Article, people: &'a [Person]) -> impl Iterator<Item = Notice> + 'a {
    let people = people.get(..people.len().min(MOST_PEOPLE)).unwrap_or_default();
    people.iter().enumerate().filter_map(move |(i, later)| {
        let earlier = people.get(..i)?;
        let twice = earlier.iter().any(|first| is_variant(first, later) && !share_sentence(article, first, later));
        let span = *later.mentions.first()?;
        twice.then(|| notice("name-variants", "职务相同、姓名只差一字，可能是同一人的两种写法。", span))
    })
}

fn is_variant(first: &Person, later: &Person) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (first.name.chars().collect(), later.name.chars().collect());
    let differing = a.iter().zip(&b).filter(|(a, b)| a != b).count();
    let alike = a.len() == b.len() && (2..=4).contains(&a.len()) && a.first() == b.first() && differing == 1;
    let office = first.titles.iter().any(|title| later.titles.contains(title));
    let apart = first.organization.as_ref().zip(later.organization.as_ref()).is_some_and(|(a, b)| a != b);
    alike && office && !apart && later.mentions.len().min(first.mentions.len()) == 1
}

fn share_sentence(article: &Article, first: &Person, later: &Person) -> bool {
    let holds = |span: Span, person: &Person| person.mentions.iter().any(|mention| span.contains(*mention));
    article.passages.iter().any(|passage| holds(passage.span, first) && holds(passage.span, later))
}
