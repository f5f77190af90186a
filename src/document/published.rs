//! When the article was published.

use super::BlockKind;
use super::body::Outline;
use super::dateline;
use super::stamp::{self, Stamp};
use crate::among::place;
use crate::calendar::Date;
use crate::lexicon::tables::structure;
use crate::order;
use crate::reading::Notice;
use crate::span::Span;
use crate::time::{TimeExpression, TimeKind};

/// So many lines after the article may hold its date: the signature of an announcement.
const SIGNATURE: usize = 4;

/// So many lines before the headline may hold its date.
const BEFORE_HEADLINE: usize = 12;

/// The stamp that dates the article, with a notice where its year had to be taken from elsewhere.
pub(super) fn find(text: &str, outline: &Outline) -> (Option<TimeExpression>, Option<Notice>) {
    let Some((at, stamp)) =
        in_head(text, outline).or_else(|| in_datelines(text, outline)).or_else(|| in_tail(text, outline))
    else {
        return (None, None);
    };
    let span = Span::new(at + stamp.span.start, at + stamp.span.end);
    let year = stamp.year.or_else(|| infer_year(text, outline, &stamp));
    let notice = match (stamp.year, year) {
        (Some(_), _) => None,
        (None, Some(year)) => Some(Notice {
            code: "year-inferred",
            message: format!("发布时间没有写年份，按文中别处的日期取为{year}年。"),
            span: Some(span),
        }),
        (None, None) => Some(Notice {
            code: "year-unknown",
            message: "发布时间没有写年份，文中也没有可以依据的日期。".to_owned(),
            span: Some(span),
        }),
    };
    let date = year.and_then(|year| Date::new(year, stamp.month, stamp.day));
    let value = date.map(|date| match stamp.time {
        Some((hour, minute)) => format!("{date}T{hour:02}:{minute:02}"),
        None => date.to_string(),
    });
    let kind = if stamp.time.is_some() { TimeKind::Time } else { TimeKind::Date };
    let words = span.of(text).to_owned();
    let time =
        TimeExpression { start: span.start, end: span.end, text: words, kind, value, range: None, sentence: None };
    (Some(time), notice)
}

/// A stamp with the byte at which its line begins.
type Found = (usize, Stamp);

/// The first stamp below the headline, else the nearest above it.
fn in_head(text: &str, outline: &Outline) -> Option<Found> {
    let titled = |i: &usize| outline.labels.get(*i).is_some_and(|l| l.0 == BlockKind::Headline);
    let headline = (0..outline.run.start).find(titled).unwrap_or(0);
    let below = outline.head().filter(|&i| i >= headline);
    let before: Vec<usize> = outline.head().filter(|&i| i < headline && i + BEFORE_HEADLINE > headline).collect();
    let dated = |i: usize| {
        let span = outline.span(i);
        let fact = outline.labels.get(i).is_some_and(|l| {
            matches!(
                l.0,
                BlockKind::Timestamp | BlockKind::Source | BlockKind::Byline | BlockKind::Navigation | BlockKind::Share
            )
        });
        let stamps = if fact { stamp::find(span.of(text)) } else { Vec::new() };
        labelled(span.of(text)).or(stamps.into_iter().next()).map(|stamp| (span.start, stamp))
    };
    // Where a table gives several days of a document, one is headed by 发布日期.
    let is_label = |span: Span| structure("published").contains(&span.of(text));
    let above = |i: usize| i.checked_sub(1).is_some_and(|above| is_label(outline.span(above)));
    let headed = |i: usize| above(i) || labelled(outline.span(i).of(text)).is_some();
    let mut found = below.chain(before.into_iter().rev()).filter_map(|i| Some((headed(i), dated(i)?)));
    let (is_headed, first) = found.next()?;
    if is_headed { Some(first) } else { found.find(|(headed, _)| *headed).map(|(_, found)| found).or(Some(first)) }
}

/// The stamp that the line itself calls the day of publication, perhaps among others:
/// `成文日期： 2024年3月1日 发布日期： 2024年3月5日`.
fn labelled(line: &str) -> Option<Stamp> {
    let (at, label) = structure("published").iter().find_map(|label| Some((place(line, label)?, label)))?;
    let after = at + label.len();
    let gap = |stamp: &Stamp| {
        line.get(after..stamp.span.start).is_some_and(|gap| gap.trim_matches(['：', ' ', '\t']).is_empty())
    };
    stamp::find(line).into_iter().find(gap)
}

/// The date of a dateline: 新华社北京8月30日电.
fn in_datelines(text: &str, outline: &Outline) -> Option<Found> {
    outline.body().take(3).find_map(|i| {
        let span = outline.span(i);
        let length = dateline::length(span.of(text))?;
        let head = span.of(text).get(..length)?;
        stamp::find(head).into_iter().next().map(|stamp| (span.start, stamp))
    })
}

/// The date under a signature, right after the article.
fn in_tail(text: &str, outline: &Outline) -> Option<Found> {
    let after = outline.run.end..outline.lines.len().min(outline.run.end + SIGNATURE);
    let listed = after.clone().filter(|&i| outline.labels.get(i).is_some_and(|l| l.0 == BlockKind::Related)).count();
    if listed > 1 {
        return None;
    }
    let dated = |i: &usize| {
        let kind = outline.labels.get(*i).map(|l| l.0);
        matches!(kind, Some(BlockKind::Timestamp | BlockKind::Source | BlockKind::Byline))
    };
    after.filter(dated).rev().find_map(|i| {
        let span = outline.span(i);
        let stamp = stamp::find(span.of(text)).into_iter().next().filter(|s| s.year.is_some())?;
        Some((span.start, stamp))
    })
}

/// The year of another date of the page: of the same day, else the one most often stamped on the page around the
/// article, else the latest in the article.
fn infer_year(text: &str, outline: &Outline, stamp: &Stamp) -> Option<i32> {
    let dates = |i: usize| {
        let stamps = stamp::find(outline.span(i).of(text));
        stamps.into_iter().filter_map(|s| Some((s.year?, s.month, s.day)))
    };
    let same =
        (0..outline.lines.len()).flat_map(dates).find(|&(_, month, day)| (month, day) == (stamp.month, stamp.day));
    let mut around: Vec<i32> = outline.clutter().flat_map(dates).map(|(year, ..)| year).collect();
    order::by_key(&mut around, |&year| year);
    let often = around.chunk_by(|a, b| a == b).max_by_key(|years| years.len()).and_then(|years| years.first().copied());
    let latest = || {
        let (year, month, day) = outline.body().flat_map(dates).max()?;
        // News of January speak of last December.
        let wraps = (month, day) > (stamp.month, stamp.day) && month >= stamp.month + TURN_OF_YEAR;
        Some(if wraps { year + 1 } else { year })
    };
    same.map(|(year, ..)| year).or(often).or_else(latest)
}

/// A date so many months later in its year belongs to the year before.
const TURN_OF_YEAR: u32 = 10;
