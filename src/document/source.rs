//! The outlet that published the article.

use super::BlockKind;
use super::body::Outline;
use super::dateline;
use super::phrase;
use super::stamp;
use crate::among::{among, holds, place};
use crate::lexicon::tables::structure;
use crate::lexicon::{rows, table};
use crate::reading::is_han;
use crate::span::{Excerpt, Span};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

static OUTLETS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(table!("outlets")).map(|[name, ..]| name).collect());

/// Longest name of an outlet, in characters.
const LONGEST: usize = 16;

/// The outlet whose name `words` begins with, the longest one.
pub(super) fn outlet_at_start(words: &str) -> Option<&str> {
    let ends = words.char_indices().map(|(i, c)| i + c.len_utf8()).take(LONGEST);
    ends.filter_map(|end| words.get(..end)).filter(|w| OUTLETS.contains(w)).last()
}

/// The name after `来源：` in the line of `text` at `span`.
pub(super) fn labelled(text: &str, span: Span) -> Option<Span> {
    let line = span.of(text);
    let rest = structure("source").iter().find_map(|label| {
        let after = line.get(place(line, label)? + label.len()..)?.trim_start_matches(' ');
        let rest = after.trim_start_matches(['：', ':', '|', '丨', '｜', '/']);
        (rest.len() < after.len()).then_some(rest.trim_start())
    })?;
    let start = span.end - rest.len();
    let stops = |c: char| among("\t|，。（(）)】]；丨【“”", c);
    let words = rest.get(..rest.find(stops).unwrap_or(rest.len()))?;
    // A space ends the name, except between Latin words.
    let latin = |c: char| c.is_ascii_alphanumeric();
    let space = words.match_indices(' ').map(|(at, _)| at).find(|&at| {
        let before = words.get(..at).is_some_and(|before| before.ends_with(latin));
        !(before && words.get(at + 1..).is_some_and(|after| after.starts_with(latin)))
    });
    let others = structure("after_source").iter().filter_map(|word| place(words, word));
    let length = space.into_iter().chain(others).min().unwrap_or(words.len());
    let name = Span::new(start, start + length).trimmed(text);
    (1..=24).contains(&name.of(text).chars().count()).then_some(name)
}

/// The outlet beside a stamp: what is named as outlets are, parted by spaces or bars (`2024-03-05 09:12 江城在线 记者林小满`),
/// or what stands alone beside the time of day, whatever its name (`江城热线 06-12 08:40`).
fn beside_time(text: &str, span: Span) -> Option<Span> {
    let [stamp] = stamp::find(span.of(text))[..] else { return None };
    let before = Span::new(span.start, span.start + stamp.span.start).trimmed(text);
    let after = unposted(text, Span::new(span.start + stamp.span.end, span.end));
    // 原创, the author and the account, as messages of accounts are headed.
    let account = before.of(text).starts_with("原创").then(|| fields(text, before).last()).flatten();
    let account = account.filter(|name| name.start > before.start);
    let named = [before, after].into_iter().flat_map(|side| fields(text, side)).find(|&field| is_named(text, field));
    let alone = match (before.is_empty(), after.is_empty()) {
        (false, true) => Some(before),
        (true, false) => Some(after),
        _ => None,
    };
    account.or(named).or(alone.filter(|&name| stamp.time.is_some() && is_account(name.of(text))))
}

/// The account alone on the line above the time of its posting: `江城早知道 / 2024-03-05 09:12 来自 微博网页版`.
fn above_time(text: &str, outline: &Outline) -> Option<Span> {
    outline.head().find_map(|i| {
        let name = outline.span(i.checked_sub(1)?);
        let below = outline.span(i);
        let [stamp] = stamp::find(below.of(text))[..] else { return None };
        let after = below.of(text).get(stamp.span.end..)?.trim_start();
        let posted = stamp.span.start == 0 && structure("after_time").iter().any(|word| after.starts_with(word));
        (posted && is_account(name.of(text))).then_some(name)
    })
}

/// What stands after a time, without the point between and what the page says of the posting: `·江城快讯`, ` 发布于江城 + 关注`.
fn unposted(text: &str, span: Span) -> Span {
    let span = Span::new(span.end - span.of(text).trim_start_matches([' ', '·', '|']).len(), span.end);
    let posted = structure("after_time").iter().any(|word| span.of(text).starts_with(word));
    if posted { Span::new(span.start, span.start) } else { span.trimmed(text) }
}

/// The pieces of a line between spaces and bars.
fn fields(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    let parts = |c: char| matches!(c, ' ' | '\t' | '|' | '丨' | '·' | '/');
    let mut end = span.start;
    span.of(text).split_inclusive(parts).map(move |field| {
        let start = end;
        end += field.len();
        Span::new(start, start + field.trim_end_matches(parts).len())
    })
}

/// Whether a piece of a line is named as outlets are.
fn is_named(text: &str, name: Span) -> bool {
    let words = name.of(text);
    let whole = words.chars().all(char::is_alphanumeric) && (3..=LONGEST).contains(&words.chars().count());
    whole && structure("outlet").iter().any(|end| words.ends_with(end))
}

/// Whether what stands alone beside a time could be the name of an account: Chinese, longer than a person's name, and not
/// words of the page.
fn is_account(words: &str) -> bool {
    let long = (SHORTEST_ACCOUNT..=LONGEST).contains(&words.chars().count());
    let labelled = structure("stamp").iter().any(|label| holds(words, label));
    long && words.chars().all(is_han) && !labelled && phrase::strongest(words).is_none()
}

/// Longest line that names the outlet before those who report for it, in bytes.
const LONGEST_CREDIT: usize = 90;

/// Shortest name of such an account, in characters.
const SHORTEST_ACCOUNT: usize = 4;

/// So many lines after the article may name its source.
const TAIL: usize = 10;

/// The source that the page names: by label, in a dateline, or at the head of a line of its own.
pub(super) fn find(text: &str, outline: &Outline) -> Option<Excerpt> {
    let head: Vec<Span> = outline.head().map(|i| outline.span(i)).collect();
    let label = head.iter().find_map(|&span| labelled(text, span));
    let in_tail = || {
        let after = outline.run.end..outline.run.end + TAIL;
        let is_source =
            |&i: &usize| outline.labels.get(i).is_some_and(|l| matches!(l.0, BlockKind::Source | BlockKind::Byline));
        after.filter(is_source).find_map(|i| labelled(text, outline.span(i)))
    };
    let in_dateline = || {
        outline.body().take(3).find_map(|i| {
            let span = outline.span(i);
            let length = dateline::length(span.of(text))?;
            let opening = span.of(text).len() - span.of(text).trim_start_matches(['【', '《']).len();
            let name = outlet_at_start(span.of(text).get(opening..length)?)?;
            Some(Span::new(span.start + opening, span.start + opening + name.len()))
        })
    };
    let by_name = || {
        let below = outline.headline.as_ref().map_or(0, |h| h.span.end);
        head.iter().filter(|s| s.start >= below && s.of(text).chars().count() <= 40).find_map(|span| {
            let name = outlet_at_start(span.of(text))?;
            let rest = span.of(text).get(name.len()..)?;
            let alone = rest.is_empty() || rest.starts_with([' ', '记', '2', '0', '1', '|', '·']);
            alone.then(|| Span::new(span.start, span.start + name.len()))
        })
    };
    let beside_time = || head.iter().find_map(|&span| beside_time(text, span));
    let on_its_line = || {
        let (from, to) = (outline.headline.as_ref()?.span.end, outline.span(outline.run.start).start);
        let below = head.iter().filter(|span| from <= span.start && span.end <= to && span.len() <= LONGEST_CREDIT);
        // 即时新闻 alone is a column.
        let mut first = below.flat_map(|&span| fields(text, span).take(1));
        first.find(|&field| is_named(text, field) && !field.of(text).ends_with("新闻"))
    };
    label
        .or_else(beside_time)
        .or_else(in_dateline)
        .or_else(by_name)
        .or_else(on_its_line)
        .or_else(|| above_time(text, outline))
        .or_else(in_tail)
        .map(|span| Excerpt::of(span, text))
}
