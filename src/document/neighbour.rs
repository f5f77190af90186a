//! What the lines around a line say of it: lists repeat themselves, stand under a heading, and give a time with each title.

use super::BlockKind;
use super::issued;
use super::line::{Ending, Line};
use super::verdict::Verdict;
use crate::among::{among, holds, parted};
use crate::lexicon::tables::structure;
use rustc_hash::FxHashMap;

/// Fewer timestamps than this make no list.
const LISTED: usize = 4;

/// A paragraph this long, in letters, is no teaser of another article.
const LONG: usize = 100;

/// A sentence this long, in letters, ends a list of titles.
const SENTENCE: usize = 45;

/// Longest heading of a list, in letters.
pub(super) const HEADING: usize = 14;

/// Shortest line whose repetition says something, in letters.
const REPEATED: usize = 6;

/// Adds to the verdicts what the other lines say.
pub(super) fn weigh(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    let counts = counts(text, lines);
    repeated(text, lines, &counts, verdicts);
    running_heads(text, lines, &counts, verdicts);
    signatures(text, lines, verdicts);
    captions(text, lines, verdicts);
    labels(text, lines, verdicts);
    scenes(text, lines, verdicts);
    programs(text, lines, verdicts);
    heads_of_paragraphs(lines, verdicts);
    heads_of_roundups(text, lines, verdicts);
    under_heading(lines, verdicts);
    beside_timestamps(lines, verdicts);
}

/// How often the words of each line stand on the page.
type Counts<'t> = FxHashMap<&'t str, usize>;

fn counts<'t>(text: &'t str, lines: &[Line]) -> Counts<'t> {
    let mut counts = Counts::default();
    for line in lines.iter().filter(|line| line.letters >= REPEATED) {
        *counts.entry(line.of(text)).or_default() += 1;
    }
    counts
}

fn repeated(text: &str, lines: &[Line], counts: &Counts, verdicts: &mut [Verdict]) {
    for (line, verdict) in lines.iter().zip(verdicts) {
        if counts.get(line.of(text)).is_some_and(|&count| count > 1) {
            verdict.add("repeated", -3.0);
        }
    }
}

/// The numbers of a printed document's pages, and the lines beside them that every page repeats.
fn running_heads(text: &str, lines: &[Line], counts: &Counts, verdicts: &mut [Verdict]) {
    for i in 0..lines.len() {
        if !lines.get(i).is_some_and(|line| is_page_number(line.of(text))) {
            continue;
        }
        for j in i.saturating_sub(RUNNING)..=i + RUNNING {
            let (Some(line), Some(verdict)) = (lines.get(j), verdicts.get_mut(j)) else { continue };
            let is_head = line.ending == Ending::Open && counts.get(line.of(text)).is_some_and(|&count| count > 1);
            if j == i || is_head {
                verdict.accuse("running head", 6.0, BlockKind::Noise);
            }
        }
    }
}

/// So many lines above and below the number of a page may stand on every page.
const RUNNING: usize = 2;

/// `2 / 3`, `第2页 共3页`, `- 2 -`.
fn is_page_number(words: &str) -> bool {
    let signs = |c: char| among("第页共/-—– ", c);
    let is_number =
        words.chars().all(|c| c.is_ascii_digit() || signs(c)) && words.contains(|c: char| c.is_ascii_digit());
    let alone = words.starts_with(['-', '—', '–']) && words.ends_with(['-', '—', '–']);
    let counted = words.split_once('/').is_some_and(|(_, all)| all.trim().len() < 4);
    is_number && words.len() <= LONGEST_NUMBER && (alone || counted || words.contains(['页']))
}

/// Longest number of a page, in bytes.
const LONGEST_NUMBER: usize = 24;

/// Those who sign a document above its date.
fn signatures(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    for i in 0..lines.len() {
        if verdicts.get(i).is_some_and(|v| v.clutter == Some(BlockKind::Timestamp) && v.is_clutter()) {
            let signed = issued::signature(text, lines, i);
            let signing = verdicts.get_mut(signed).unwrap_or_default();
            signing.iter_mut().for_each(|verdict| verdict.accuse("signature", 4.0, BlockKind::Source));
        }
    }
}

/// `9月17日，游人在河畔骑行。` above `江城社发（周宁摄）`: the words under a picture, above its credit.
fn captions(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    for i in 1..lines.len() {
        let (Some(line), Some(credit), Some(verdict)) = (lines.get(i - 1), lines.get(i), verdicts.get(i)) else {
            break;
        };
        let gap = text.get(line.span.end..credit.span.start).unwrap_or("\n");
        // A chart's words and its source: `募资规模。数据来源：何氏研究`.
        let charted = !gap.contains(['\n']) && credit.of(text).starts_with("数据来源");
        let credited = (charted || verdict.clutter == Some(BlockKind::Caption)) && verdict.is_clutter();
        let short = credit.letters <= CREDIT && credit.stops == 0;
        let shown = line.letters <= CAPTION && line.stops == 1 && (charted || shows(line.of(text)));
        if let Some(verdict) = verdicts.get_mut(i - 1).filter(|_| credited && short && shown) {
            verdict.accuse("caption", 5.0, BlockKind::Caption);
        }
    }
}

/// `何田田。` between long paragraphs that name it: the words under a picture of whom or what they tell of.
fn labels(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    for i in 1..lines.len() {
        let Some(name) = lines.get(i).filter(|l| l.letters <= LABEL && l.letters == l.han).map(|l| l.of(text)) else {
            continue;
        };
        let Some(name) = name.strip_suffix('。').filter(|name| name.chars().nth(1).is_some()) else { continue };
        let around = || lines.iter().skip(i.saturating_sub(2)).take(4).filter(|line| line.is_prose());
        let named = around().any(|line| line.of(text).contains(name));
        let between = lines.get(i - 1).is_some_and(Line::is_prose) && around().count() > 1;
        if let Some(verdict) = verdicts.get_mut(i).filter(|_| named && between) {
            verdict.accuse("caption", 5.0, BlockKind::Caption);
        }
    }
}

/// Longest caption that only names what is seen, in letters.
const LABEL: usize = 6;

/// `市民在集市上挑选油纸伞。` between paragraphs, two of which at least say where: the words under pictures that name no one
/// who took them.
fn scenes(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    let longer = |i: Option<usize>| i.and_then(|i| lines.get(i)).is_some_and(|l| l.is_prose() && l.letters > SCENE);
    let alone = |i: usize| longer(i.checked_sub(1)) || longer(Some(i + 1));
    let scene = |&i: &usize| alone(i) && lines.get(i).is_some_and(|line| is_scene(text, line));
    let scenes: Vec<usize> = (1..lines.len()).filter(scene).collect();
    let shown = |&&i: &&usize| lines.get(i).is_some_and(|line| line.of(text).contains(['在', '正']));
    let proven = scenes.iter().filter(shown).count() > 1;
    for &i in scenes.iter().filter(|_| proven) {
        let verdict = verdicts.get_mut(i).into_iter();
        verdict.for_each(|verdict| verdict.accuse("caption", 5.0, BlockKind::Caption));
    }
}

/// Lines of a program in an article: they are neither written like prose nor clutter.
fn programs(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    let mut from = 0;
    while from < lines.len() {
        let latin = |line: &&Line| line.han == 0 && line.letters > 0;
        let length = lines.iter().skip(from).take_while(latin).count();
        let block = lines.get(from..from + length).unwrap_or_default();
        let signed = block.iter().filter(|line| is_statement(line.of(text))).count();
        if length >= PROGRAM && signed * 2 >= length {
            for verdict in verdicts.iter_mut().skip(from).take(length).filter(|verdict| verdict.score() < 0.0) {
                verdict.add("program", -verdict.score());
            }
        }
        from += length.max(1);
    }
}

/// Fewest lines of a program.
const PROGRAM: usize = 3;

/// Whether the line has the signs of a statement: `db = connect("localhost");`
fn is_statement(words: &str) -> bool {
    let signed = ["=", "(", "{", "}", "->", "::", "</"].iter().any(|sign| holds(words, sign));
    signed || words.ends_with([';', ':', ','])
}

/// Whether the line is one clause that says what those do who are seen in pictures: `市民在集市上挑选油纸伞。`
fn is_scene(text: &str, line: &Line) -> bool {
    let words = line.of(text);
    let bare = line.commas == 0 && line.stops == 1 && line.digits == 0 && line.letters <= SCENE;
    bare && words.ends_with('。') && structure("shown").iter().any(|who| words.starts_with(who))
}

/// Longest caption that names no one who took the picture, in letters.
const SCENE: usize = 24;

/// Longest credit and longest caption, in letters.
const CREDIT: usize = 20;
const CAPTION: usize = 60;

/// Whether the words say what a picture shows: `9月17日，游人…`, `这是…`.
fn shows(words: &str) -> bool {
    let day = parted(words, "日，").map_or("", |(day, _)| day);
    let dated = !day.is_empty() && day.chars().all(|c| c.is_ascii_digit() || matches!(c, '年' | '月'));
    dated || words.starts_with("这是")
}

/// `国内资讯` above a title and a paragraph: a heading of the article, though made of the words of menus and lists.
fn heads_of_paragraphs(lines: &[Line], verdicts: &mut [Verdict]) {
    for (i, (line, verdict)) in lines.iter().zip(verdicts).enumerate() {
        let listed = matches!(verdict.clutter, Some(BlockKind::Related | BlockKind::Navigation));
        let mut below = lines.get(i + 1..).unwrap_or_default().iter().take(2);
        let heads = below.any(|below| below.letters >= SENTENCE && below.ending == Ending::Stop);
        if listed && line.letters <= HEADING && verdict.is_clutter() && verdict.weight_but_words() == 0.0 && heads {
            verdict.add("heads a paragraph", 3.0);
        }
    }
}

/// `今日要闻速览` above its time: the title of the page, though lists are headed so elsewhere.
fn heads_of_roundups(text: &str, lines: &[Line], verdicts: &mut [Verdict]) {
    for (i, line) in lines.iter().enumerate() {
        let dated = verdicts.get(i + 1).is_some_and(|below| below.clutter == Some(BlockKind::Timestamp));
        let named = line.letters <= HEADING && structure("roundup").iter().any(|end| line.of(text).ends_with(end));
        if let Some(verdict) = verdicts.get_mut(i).filter(|verdict| dated && named && verdict.is_clutter()) {
            verdict.add("heads the page", verdict.clutter_weight());
        }
    }
}

fn under_heading(lines: &[Line], verdicts: &mut [Verdict]) {
    let mut under = false;
    for (line, verdict) in lines.iter().zip(verdicts) {
        let clutter = verdict.is_clutter();
        if clutter && verdict.clutter == Some(BlockKind::Related) && line.letters <= HEADING {
            under = true;
        } else if line.letters >= SENTENCE && line.ending == Ending::Stop {
            under = false;
        } else if under && !clutter && (line.ending != Ending::Stop || line.calls) {
            verdict.add("under the heading of a list", -3.0);
        }
    }
}

fn beside_timestamps(lines: &[Line], verdicts: &mut [Verdict]) {
    let stamped: Vec<bool> =
        verdicts.iter().map(|v| v.clutter == Some(BlockKind::Timestamp) && v.is_clutter()).collect();
    if stamped.iter().filter(|&&s| s).count() < LISTED {
        return;
    }
    let at = |i: Option<usize>| i.and_then(|i| stamped.get(i)).copied().unwrap_or(false);
    for (i, (line, verdict)) in lines.iter().zip(verdicts).enumerate() {
        if line.letters < LONG && !verdict.is_clutter() && (at(i.checked_sub(1)) || at(Some(i + 1))) {
            verdict.add("beside a timestamp", -2.0);
        }
    }
}
