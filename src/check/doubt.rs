//! What the text says in two ways that cannot both be right, beside its sums: a day with the wrong day of the week or
//! another date, a dateline after the day of publication, one number with the units 亿 and 万 in turn, one holder of an
//! office written in two ways.
//!
//! `3月5日（星期五）`, where 3月5日 is a Tuesday. Each is a notice at the later of the two places. Only what is plain is said:
//! siblings, deputies and things that differ have other titles, other properties, other digits.

use super::arithmetic::Amount;
use super::mention::{owner, property};
use crate::article::Article;
use crate::calendar::Date;
use crate::document::BlockKind;
use crate::figure::{Figure, FigureKind, FigureRole};
use crate::name::Person;
use crate::reading::Notice;
use crate::span::Span;
use crate::time::{TimeExpression, TimeKind};

/// The doubts of the article, each kind in the order of the text.
pub fn doubts(article: &Article, figures: &[Figure], people: &[Person], times: &[TimeExpression]) -> Vec<Notice> {
    days(article, times).chain(late(article, times)).chain(units(figures)).chain(names(article, people)).collect()
}

fn notice(code: &'static str, message: &str, span: Span) -> Notice {
    Notice { code, message: message.to_owned(), span: Some(span) }
}

/// `3月5日（星期五）`, `3月5日星期五` where the day is another one of the week; `昨日（3日）` where yesterday was the 4th.
fn days<'a>(article: &'a Article, times: &'a [TimeExpression]) -> impl Iterator<Item = Notice> + 'a {
    times.windows(2).filter_map(|pair| {
        let [day, other] = pair else { return None };
        let between = article.text.get(day.end..other.start).filter(|words| matches!(*words, "" | "（" | "("))?;
        let closing = article.text.get(other.end..)?.chars().next().filter(|c| matches!(c, '）' | ')'));
        let closing = closing.filter(|_| !between.is_empty());
        let date = whole_day(day)?;
        let (code, message) = if let Some(stated) = weekday(&other.text) {
            (date.weekday() != stated).then_some(("weekday", "日期与星期对不上。"))?
        } else {
            closing.filter(|_| {
                is_relative(day) != is_relative(other) && whole_day(other).is_some_and(|stated| stated != date)
            })?;
            ("day", "一天写成了两个日期。")
        };
        Some(notice(code, message, Span::new(day.start, other.end + closing.map_or(0, char::len_utf8))))
    })
}

/// A dateline of a day after the one on which the article was published.
fn late<'a>(article: &'a Article, times: &'a [TimeExpression]) -> impl Iterator<Item = Notice> + 'a {
    let published =
        article.document.published.as_ref().and_then(|time| Date::parse_iso(time.value.as_deref()?.get(..10)?));
    let datelines = article.document.blocks.iter().filter(|block| block.body && block.kind == BlockKind::Dateline);
    let later = move |time: &&TimeExpression| published.zip(whole_day(time)).is_some_and(|(first, day)| day > first);
    let within =
        move |span: Span| times.iter().filter(later).find(|time| span.contains(Span::new(time.start, time.end)));
    datelines
        .filter_map(move |block| within(block.span()))
        .map(|time| notice("late-dateline", "电头的日期晚于发布日期。", Span::new(time.start, time.end)))
}

fn whole_day(time: &TimeExpression) -> Option<Date> {
    Date::parse_iso(time.value.as_deref().filter(|_| time.kind == TimeKind::Date && time.range.is_none())?)
}

/// A day told by another, `昨日`, which names no number. A day of some week tells less.
fn is_relative(time: &TimeExpression) -> bool {
    !time.text.contains(|c: char| c.is_ascii_digit() || matches!(c, '周' | '期' | '拜'))
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
