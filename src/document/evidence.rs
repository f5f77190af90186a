//! What speaks for and against a line being the article. Weights add up; each has a name, so that a label can be explained.
//!
//! The weights were set by hand on pages with labelled lines: a sentence of ordinary length weighs about +4, a bare
//! headline about −0.5, a line of the page's own words −4 and below.

use super::BlockKind;
use super::byline;
use super::headline;
use super::line::{Ending, Line};
use super::phrase::{self, Where};
use super::source;
use super::stamp::{self, Stamp};
use super::verdict::Verdict;
use super::vocabulary;
use crate::among::holds;
use crate::html::Part;
use crate::lexicon::tables::structure;

/// Weighs the line of `text` by itself.
pub(super) fn weigh(text: &str, line: &Line) -> Verdict {
    let mut verdict = Verdict { reasons: Vec::new(), clutter: None };
    writing(line, &mut verdict);
    signs(line, line.of(text), &mut verdict);
    // 教育 at the head of a row of figures is no section of the site.
    let is_data = line.is_cell || line.is_row() && line.tabs > 1 && line.digits * 2 > line.letters;
    if !is_data {
        phrases(line, line.of(text), &mut verdict);
        page_words(line, line.of(text), &mut verdict);
    }
    tags(line, &mut verdict);
    // What stands at the head of a report names its source and reporter, and is part of it.
    if line.letters <= 120 && !line.is_dateline {
        page_facts(text, line, &mut verdict);
    }
    verdict
}

/// Length, stops and commas.
fn writing(line: &Line, verdict: &mut Verdict) {
    let letters = line.letters as f64;
    verdict.add("length", (letters / 25.0).min(3.0));
    match line.ending {
        _ if line.is_row() => verdict.add("table row", -0.3),
        Ending::Stop if line.calls && line.letters < 40 => verdict.add("sentence end", 0.5),
        Ending::Stop if line.letters >= 8 => verdict.add("sentence end", 1.5),
        Ending::Stop => verdict.add("sentence end", 0.5),
        Ending::Comma => verdict.add("goes on", 0.8),
        Ending::Colon => verdict.add("goes on", 0.5),
        Ending::Cut if line.letters >= 30 => verdict.add("teaser", -2.5),
        Ending::Ellipsis | Ending::Cut => verdict.add("open end", -0.5),
        Ending::Open if line.letters < 60 => verdict.add("open end", -1.8),
        Ending::Open => verdict.add("open end", -0.5),
    }
    if line.is_chapter && line.letters <= CHAPTER {
        verdict.add("chapter", 1.5);
    }
    if line.is_broken {
        verdict.add("broken number", 4.0);
    }
    verdict.add("inner stops", (0.5 * (line.commas + line.stops) as f64).min(1.5));
    if line.letters <= 8 && !line.is_row() && (line.ending != Ending::Stop || line.calls) {
        verdict.add("short", -0.9);
    }
}

/// Longest heading of a chapter, in letters.
const CHAPTER: usize = 40;

/// Signs of menus, tables of figures and addresses.
fn signs(line: &Line, words: &str, verdict: &mut Verdict) {
    if line.letters == 0 {
        verdict.accuse("no letters", 3.0, BlockKind::Noise);
    } else if is_section_number(words) {
        verdict.add("section number", -0.5);
    } else if line.is_cell {
        verdict.add("cell", 0.0);
    } else if line.digits == line.letters && line.digits <= 12 && line.ending != Ending::Stop && !line.is_broken {
        verdict.accuse("digits", 4.0, BlockKind::Noise);
    } else if line.digits * 2 > line.letters && line.letters < 30 && line.ending != Ending::Stop && !line.is_row() {
        verdict.add("mostly digits", -1.0);
    }
    // `安政办发〔2023〕27号`, `要闻 >`
    if line.letters <= WIDGET * 6 && words.ends_with('号') && holds(words, "（20") && line.stops == 0 {
        verdict.accuse("digits", 4.0, BlockKind::Noise);
    } else if line.letters <= 3 * WIDGET && line.han > 0 && words.ends_with(['>', '›', '»']) {
        verdict.accuse("menu", 4.0, BlockKind::Navigation);
    }
    if line.separators >= 2 && line.letters < line.separators * 12 {
        verdict.accuse("menu", (line.separators as f64).min(5.0), BlockKind::Navigation);
    }
    if line.gaps >= 2 && line.letters <= WIDGET * (line.gaps + 1) && line.stops + line.commas == 0 && !line.is_row() {
        verdict.accuse("widget", 1.5, BlockKind::Navigation);
    }
    if line.letters <= BRACKETED && is_bracketed(words) {
        verdict.accuse("in brackets", 2.6, BlockKind::Noise);
    }
    if line.letters <= CREDITED && ends_in_photo_credit(words) {
        verdict.accuse("caption", 4.0, BlockKind::Caption);
    }
    let address = || ["http://", "https://", "www.", "@"].iter().any(|a| holds(words, a));
    if line.letters < 80 && line.han < 30 && address() {
        verdict.accuse("address", 3.0, BlockKind::Noise);
    }
}

/// `01`, `02`: sections of an article are numbered so on lines of their own, visitors are not counted so.
fn is_section_number(words: &str) -> bool {
    words.len() == 2 && words.starts_with('0') && words.ends_with(|c: char| c.is_ascii_digit())
}

/// Menus and share bars give so many letters to an item at most: `首页 新闻 视频`.
const WIDGET: usize = 4;

/// A longer line in brackets, in letters, may be a remark of the article.
const BRACKETED: usize = 16;

/// Whether one pair of brackets holds the whole line.
pub(super) fn is_bracketed(words: &str) -> bool {
    let pairs = [('（', '）'), ('[', ']'), ('(', ')')];
    let inner = pairs.iter().find_map(|&(open, close)| words.strip_prefix(open)?.strip_suffix(close));
    inner.is_some_and(|inner| !inner.contains(['（', '）', '【', '】', '。']))
}

/// Longest caption with a credit in brackets, in letters.
const CREDITED: usize = 60;

/// Whether the line ends with the credit of a picture in brackets: `（江城晚报 图）`, `（周宁摄）`.
fn ends_in_photo_credit(words: &str) -> bool {
    let inner = words.trim_end_matches('。').strip_suffix(['）', ')']).and_then(|w| w.rsplit(['（', '(']).next());
    inner.is_some_and(|inner| inner.chars().count() <= BRACKETED && inner.ends_with(['图', '摄', '影']))
}

/// Words in which the page speaks of itself.
fn page_words(line: &Line, words: &str, verdict: &mut Verdict) {
    if line.letters > LONGEST_NOTICE {
        return;
    }
    // In a sentence, what stands in quotation marks is what others write.
    let own = if line.letters > QUOTING { unquoted(words) } else { words.to_owned() };
    if let Some(found) = vocabulary::weigh(&own).filter(|found| found.weight >= LEAST_WORDS) {
        verdict.accuse("page words", found.weight.min(MOST_WORDS), found.kind);
    }
}

/// `words` without what stands in quotation marks.
fn unquoted(words: &str) -> String {
    let mut depth = 0usize;
    let mut outside = |c: &char| {
        depth += usize::from(*c == '“');
        let outside = depth == 0;
        depth -= usize::from(*c == '”' && depth > 0);
        outside
    };
    words.chars().filter(|c| outside(c)).collect()
}

/// Lines longer than this, in letters, are sentences that may quote.
const QUOTING: usize = 30;

/// Longer lines are not searched for the page's words, in letters.
const LONGEST_NOTICE: usize = 120;

/// Bounds of what the page's words weigh.
const LEAST_WORDS: f64 = 0.5;
const MOST_WORDS: f64 = 6.0;

/// What the tags of a page in HTML say.
fn tags(line: &Line, verdict: &mut Verdict) {
    match line.hint.part {
        Part::Frame => verdict.accuse("around the article", 5.0, BlockKind::Navigation),
        Part::Caption => verdict.accuse("caption", 5.0, BlockKind::Caption),
        // Readers of feeds link a title to its page; a shorter one is the name of the site.
        Part::Title if line.letters > SITE_NAME => {}
        _ if line.hint.links >= LINKED && line.letters < 60 => {
            verdict.accuse(
                "links",
                4.0,
                if line.letters <= SITE_NAME { BlockKind::Navigation } else { BlockKind::Related },
            );
        }
        _ => {}
    }
}

/// Longest name of the site or a part of it, in letters.
const SITE_NAME: usize = 8;

/// A line is a link if this share of its letters are, in percent (Readability takes a quarter for whole elements).
const LINKED: u8 = 70;

fn phrases(line: &Line, words: &str, verdict: &mut Verdict) {
    let Some(hit) = phrase::strongest(words) else { return };
    let legal = matches!(hit.kind, BlockKind::Disclaimer | BlockKind::Copyright | BlockKind::Advert);
    // In a long line a phrase is one of many words, unless it is one with which notices of any length begin.
    let share = match (hit.place, line.letters) {
        // A notice after the sentences of a report is cut from it, or is what the report says.
        (Where::Any, 31..) if legal && hit.at * 3 > words.len() && is_after_sentence(words, hit.at) => 0.2,
        (Where::Any, 31..) if is_quoted(words, hit.at) => 0.2,
        (Where::Line, _) | (_, 0..=30) => 1.0,
        (Where::Start, _) if hit.kind == BlockKind::Disclaimer => 1.0,
        (_, 31..=80) if legal || hit.kind == BlockKind::Caption => 1.0,
        (_, 31..=200) if legal => 0.9,
        (_, 31..=60) => 0.8,
        (_, 61..=200) => 0.4,
        _ if legal => 0.6,
        _ => 0.2,
    };
    verdict.accuse("phrase", hit.weight * share, hit.kind);
}

/// Whether byte `at` of the line stands inside quotation marks: a report tells what others write.
fn is_quoted(words: &str, at: usize) -> bool {
    let before = words.get(..at).unwrap_or_default();
    before.rfind('“').is_some_and(|open| before.get(open..).is_some_and(|quoted| !quoted.contains(['”'])))
}

/// Whether a sentence of the line ends before byte `at`.
fn is_after_sentence(words: &str, at: usize) -> bool {
    words.get(..at).is_some_and(|before| before.contains(['。', '！', '？']))
}

/// The name of one who comments stands before the time, in so many bytes at most.
const NAME: usize = 60;

/// Lines that say when, where and by whom the article was published.
fn page_facts(text: &str, line: &Line, verdict: &mut Verdict) {
    dates(line, line.of(text), verdict);
    outlets(text, line, verdict);
    makers(text, line, verdict);
}

/// When it was published, or a comment posted.
fn dates(line: &Line, words: &str, verdict: &mut Verdict) {
    let stamps = stamp::find(words);
    let stamped: usize = stamps.iter().map(|s| s.span.of(words).chars().filter(|c| c.is_alphanumeric()).count()).sum();
    let timed = stamps.iter().any(|s| s.time.is_some());
    let exact = timed || stamps.iter().any(|s| s.year.is_some());
    let rest = line.letters - stamped.min(line.letters);
    let sentence = line.ending == Ending::Stop || line.ending == Ending::Comma;
    // `2025年11月16日5:30至12:00`: how long something lasts.
    let lasts = |s: &Stamp| words.get(s.span.end..).is_some_and(|rest| rest.starts_with(['至', '到', '—', '~']));
    let is_stamp = !stamps.is_empty() && !sentence && line.tabs == 0 && line.hint.part != Part::Row;
    let is_stamp = is_stamp && (rest <= 4 || (exact && rest <= 24 && line.commas == 0));
    if is_stamp && !stamps.iter().any(|s| s.time.is_some() && lasts(s)) {
        let labelled = structure("stamp").iter().any(|label| holds(words, label));
        let weight = if rest <= 8 || timed || labelled { 6.0 } else { 2.0 };
        verdict.accuse("timestamp", weight, BlockKind::Timestamp);
    }
    let posted = stamps.iter().any(|s| s.by_machine && s.time.is_some() && s.span.start <= NAME);
    if posted && sentence && line.letters <= 60 {
        verdict.accuse("timestamp", 5.0, BlockKind::Comment);
    }
    if line.letters <= 16 && stamp::is_relative(words) {
        verdict.accuse("timestamp", 5.0, BlockKind::Timestamp);
    }
}

/// Where it was published, now and before.
fn outlets(text: &str, line: &Line, verdict: &mut Verdict) {
    let words = line.of(text);
    let bare = words.trim_matches(['【', '】', '[', ']', '（', '）']);
    let labelled = source::labelled(text, line.span);
    let near = labelled.is_some_and(|name| name.start - line.span.start <= 30 || line.letters <= 60);
    if near || source::outlet_at_start(bare) == Some(bare) {
        verdict.accuse("source", 5.0, BlockKind::Source);
    }
    if line.letters > 8 && headline::has_original_title(words) {
        verdict.accuse("original title", 6.0, BlockKind::Headline);
    }
}

/// Who made it.
fn makers(text: &str, line: &Line, verdict: &mut Verdict) {
    let words = line.of(text);
    let credits = byline::read(text, line.span);
    let bracketed = words.starts_with(['（', '(', '【', '[']);
    let marked = credits.has_role && (credits.bylines.is_empty() || bracketed) && credits.other_letters <= 2;
    let outlet = source::outlet_at_start(words).map_or(0, |name| name.chars().count());
    let other = credits.other_letters.saturating_sub(outlet);
    let named = !credits.bylines.is_empty() && other <= 12 && other * 2 <= line.letters + 2;
    let is_photo = words.trim_end_matches(['）', ')', '。']).ends_with('摄') || words.starts_with(['▲', '△', '▼', '↑']);
    if !is_photo && (marked || (named && line.ending != Ending::Stop)) {
        verdict.accuse("byline", 6.0, BlockKind::Byline);
    }
}
