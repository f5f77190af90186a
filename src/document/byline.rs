//! Who made the article: names beside the words for what they did (`src/lexicon/roles.tsv`).

use super::{Byline, Role};
use crate::lexicon::LEXICON;
use crate::lexicon::tables::structure;
use crate::lexicon::{rows, table};
use crate::order;
use crate::reading::{is_han, is_letter_or_digit};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// A word for a maker of articles.
struct Word {
    text: &'static str,
    /// What they did; nothing for words that only look like a role (只看该作者).
    role: Option<Role>,
    /// Whether a name may follow at once, rather than after a colon, slash or bar.
    free: bool,
}

/// By their first character, the longest word first.
static WORDS: LazyLock<FxHashMap<char, Vec<Word>>> = LazyLock::new(|| {
    let mut words = Vec::new();
    for [name, mark, list, _] in rows(table!("roles")) {
        let Some(role) = role(name) else { continue };
        words.extend(list.split('|').map(|text| Word { text, role, free: mark == "free" }));
    }
    order::by_key(&mut words, |word: &Word| (Reverse(word.text.len()), Reverse(word.free)));
    let mut by_first: FxHashMap<char, Vec<Word>> = FxHashMap::default();
    for word in words {
        by_first.entry(word.text.chars().next().unwrap_or_default()).or_default().push(word);
    }
    by_first
});

fn role(name: &str) -> Option<Option<Role>> {
    Some(Some(match name {
        "none" => return Some(None),
        "reporter" => Role::Reporter,
        "intern" => Role::Intern,
        "correspondent" => Role::Correspondent,
        "photographer" => Role::Photographer,
        "editor" => Role::Editor,
        "proofreader" => Role::Proofreader,
        "producer" => Role::Producer,
        "author" => Role::Author,
        "other" => Role::Other,
        _ => return None,
    }))
}

/// The credits found in a piece of text.
#[derive(Debug, Default)]
pub(super) struct Credits {
    pub(super) bylines: Vec<Byline>,
    /// Letters that are neither name, nor role, nor place or verb of a credit.
    pub(super) other_letters: usize,
    /// Whether a word for a role was found, with or without a name.
    pub(super) has_role: bool,
}

/// Reads the credits in the piece of `text` at `span`.
pub(super) fn read(text: &str, span: Span) -> Credits {
    let piece = span.of(text);
    let mut credits = Credits::default();
    let mut at = 0;
    while let Some(rest) = piece.get(at..).filter(|rest| !rest.is_empty()) {
        // 网站地图 is no credit of a picture.
        let inside = |word: &Word| word.text.len() == 3 && piece.get(..at).unwrap_or_default().ends_with(is_han);
        let Some((word, marked)) = role_word(rest).filter(|(word, _)| !inside(word)) else {
            let c = rest.chars().next().unwrap_or_default();
            credits.other_letters += usize::from(is_letter_or_digit(c));
            at += c.len_utf8();
            continue;
        };
        at += word.text.len();
        let Some(role) = word.role else {
            credits.other_letters += word.text.chars().count();
            continue;
        };
        credits.has_role = true;
        let (names, end) = names(piece, at, marked);
        for (start, end) in names {
            let text = piece.get(start..end).unwrap_or_default().to_owned();
            let name = text.chars().filter(|c| !c.is_whitespace()).collect();
            let (start, end) = (span.start + start, span.start + end);
            credits.bylines.push(Byline { start, end, text, name, role });
        }
        at = end;
    }
    credits
}

/// The names in brackets at the head of a report that give no role: (甲乙丙 丁戊).
pub(super) fn read_names(text: &str, span: Span, role: Role) -> Vec<Byline> {
    let piece = span.of(text);
    let (names, end) = names(piece, 0, false);
    if piece.get(end..).is_some_and(|rest| rest.chars().any(is_letter_or_digit)) {
        return Vec::new();
    }
    let byline = |(start, end): (usize, usize)| {
        let text = piece.get(start..end).unwrap_or_default().to_owned();
        let name = text.chars().filter(|c| !c.is_whitespace()).collect();
        Byline { start: span.start + start, end: span.start + end, text, name, role }
    };
    names.into_iter().map(byline).collect()
}

/// The word for a role that `rest` begins with, and whether a colon, slash or bar follows it.
fn role_word(rest: &str) -> Option<(&'static Word, bool)> {
    WORDS.get(&rest.chars().next()?)?.iter().find_map(|word| {
        let after = rest.strip_prefix(word.text)?;
        let marked = after.trim_start_matches([' ', '\t']).starts_with(MARKS);
        (word.free || marked).then_some((word, marked))
    })
}

/// Signs between a role and its names.
const MARKS: [char; 8] = ['：', ':', '/', '|', '丨', '｜', '│', '∣'];

/// The names from byte `at` of `piece`, as byte ranges, and where they end.
fn names(piece: &str, at: usize, marked: bool) -> (Vec<(usize, usize)>, usize) {
    let mut found = Vec::new();
    let mut end = skip(piece, at, |c| MARKS.contains(&c) || c == ' ' || c == '\t');
    loop {
        // What follows a name after a space is a name only if it looks like one.
        let more = one_run(piece, end, marked && found.is_empty(), &mut found);
        let Some(after) = more else { break };
        end = after;
        let next = skip(piece, end, |c| matches!(c, ' ' | '、' | '，' | '/' | '&' | ',' | '\t'));
        if next == end || piece.get(next..).is_none_or(|rest| role_word(rest).is_some()) {
            break;
        }
        end = next;
    }
    (found, end)
}

/// Reads one run of Han characters as a name or several; returns where it ends, or nothing if it is no name.
fn one_run(piece: &str, at: usize, marked: bool, found: &mut Vec<(usize, usize)>) -> Option<usize> {
    let rest = piece.get(at..)?;
    if let Some(length) = foreign(rest) {
        found.push((at, at + length));
        return Some(at + length);
    }
    let run = han_run(rest);
    // What a colon follows is a label.
    if rest.get(run.len()..).is_some_and(|after| after.starts_with(['：', ':'])) {
        return None;
    }
    let chars: Vec<usize> = run.char_indices().map(|(i, _)| i).chain([run.len()]).collect();
    if let [_, first] = chars[..] {
        return spaced(piece, at, first, found);
    }
    let cut = run.char_indices().skip(1).find(|&(i, _)| run.get(i..).is_some_and(|r| role_word(r).is_some()));
    let run = cut.and_then(|(i, _)| run.get(..i)).unwrap_or(run);
    // 文 may end a name of three characters: 区凯文.
    let least = |verb: &str| if verb == "文" { 3 } else { 2 };
    let ends_with = |verb: &str| run.strip_suffix(verb).is_some_and(|name| name.chars().count() >= least(verb));
    let verb = structure("credit").iter().find(|verb| ends_with(verb));
    let core = verb.and_then(|verb| run.strip_suffix(*verb)).unwrap_or(run);
    // Where they reported from belongs to the credit.
    if verb.is_some() && LEXICON.tag(core).is_some_and(|tag| tag == "ns") {
        return Some(at + run.len());
    }
    let lengths = split_names(core, marked && cut.is_none())?;
    // Two characters right before another role are where the next person works: 江都见习记者.
    if cut.is_some() && core.chars().count() == 2 {
        return None;
    }
    let mut start = at;
    for length in lengths {
        found.push((start, start + length));
        start += length;
    }
    Some(at + run.len())
}

/// `张 三`: two single characters.
fn spaced(piece: &str, at: usize, first: usize, found: &mut Vec<(usize, usize)>) -> Option<usize> {
    let is_surname = surname(piece.get(at..at + first)?).is_some();
    let next = skip(piece, at + first, |c| c == ' ');
    let given = han_run(piece.get(next..)?);
    (is_surname && given.chars().count() == 1 && next > at + first).then(|| {
        found.push((at, next + given.len()));
        next + given.len()
    })
}

/// `约翰·史密斯`, `John Smith`.
fn foreign(rest: &str) -> Option<usize> {
    let han = rest.find(|c: char| !is_han(c) && c != '·').unwrap_or(rest.len());
    let name = rest.get(..han)?.trim_end_matches('·');
    (name.contains(['·']) && name.chars().count() <= 15).then_some(name.len())
}

fn han_run(rest: &str) -> &str {
    let end = rest.find(|c| !is_han(c)).unwrap_or(rest.len());
    rest.get(..end).unwrap_or_default()
}

/// The family name with which `words` begin; others are taken for a name only after a colon.
fn surname(words: &str) -> Option<&'static str> {
    structure("surname").iter().copied().find(|name| words.starts_with(name))
}

/// Byte lengths of the names that make up `run`: one of two to four characters, a name and a place (甲乙丙广州), or names
/// without a space between them.
fn split_names(run: &str, marked: bool) -> Option<Vec<usize>> {
    let ends: Vec<usize> = run.char_indices().map(|(i, c)| i + c.len_utf8()).collect();
    let is_surname = surname(run).is_some();
    // 文｜江城观察 记者 何田田
    let is_outlet = ends.len() > 3 && structure("outlet").iter().any(|end| run.ends_with(end));
    if is_outlet || !is_surname && !marked {
        return None;
    }
    match ends.len() {
        3 | 4 if surname(run).is_some_and(|name| name.chars().count() == 2) => Some(vec![run.len()]),
        2 | 3 => Some(vec![run.len()]),
        4.. => {
            let place = [3, 2, 4].into_iter().find_map(|n: usize| {
                let end = *ends.get(n - 1)?;
                let rest = run.get(end..)?;
                let is_place = LEXICON.tag(rest).is_some_and(|tag| tag == "ns") || rest.starts_with("发自");
                (is_surname && is_place).then_some(end)
            });
            if let Some(end) = place {
                return Some(vec![end]);
            }
            glued(run, &ends).or_else(|| (ends.len() == 4).then(|| vec![run.len()]))
        }
        _ => None,
    }
}

/// Names of two or three characters written without spaces, each beginning with a family name.
fn glued(run: &str, ends: &[usize]) -> Option<Vec<usize>> {
    let starts_name = |at: usize| run.get(at..).is_some_and(|rest| surname(rest).is_some());
    let mut lengths = Vec::new();
    let mut from = 0;
    while from < ends.len() {
        let start = if from == 0 { 0 } else { *ends.get(from - 1)? };
        let take = [3, 2].into_iter().find(|n| {
            let rest = ends.len().checked_sub(from + n);
            let next = ends.get(from + n - 1).copied().unwrap_or(run.len());
            rest == Some(0) || (rest.is_some_and(|r| r >= 2) && starts_name(next))
        })?;
        if !starts_name(start) || lengths.len() > 5 {
            return None;
        }
        lengths.push(ends.get(from + take - 1)? - start);
        from += take;
    }
    Some(lengths)
}

fn skip(piece: &str, at: usize, accept: impl Fn(char) -> bool) -> usize {
    let rest = piece.get(at..).unwrap_or_default();
    piece.len() - rest.trim_start_matches(accept).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makers_are_read_with_their_roles() {
        use Role::{Author, Correspondent, Editor, Intern, Photographer, Proofreader, Reporter};
        let cases: &[(&str, &[(&str, Role)])] = &[
            ("江城经济报道记者林小满广州报道", &[("林小满", Reporter)]),
            ("江城晚报 记者 周 宁 杭州报道", &[("周宁", Reporter)]),
            (
                "（记者 李星辰 通讯员 赵远 摄影 孙一舟）",
                &[("李星辰", Reporter), ("赵远", Correspondent), ("孙一舟", Photographer)],
            ),
            ("责任编辑：何田田 校对：苏梅", &[("何田田", Editor), ("苏梅", Proofreader)]),
            ("文/钱多多", &[("钱多多", Author)]),
            ("江城日报 记者 区凯文", &[("区凯文", Reporter)]),
            ("发表于 2024-3-9 | 只看该作者 | 倒序浏览", &[]),
            ("By 孟可欣", &[("孟可欣", Author)]),
            ("编辑|禤志成", &[("禤志成", Editor)]),
            ("本报记者 马晓东、欧阳明月", &[("马晓东", Reporter), ("欧阳明月", Reporter)]),
            ("采写：江都见习记者 林子木", &[("林子木", Intern)]),
            ("责任编辑：杜石_NB12556", &[("杜石", Editor)]),
            ("记者从市气象局获悉", &[]),
            ("记者了解到", &[]),
            ("图书编辑部", &[]),
            ("网站地图 | 联系我们", &[]),
            ("文｜江城观察 记者 何田田", &[("何田田", Reporter)]),
        ];
        for (line, expected) in cases {
            let credits = read(line, Span::new(0, line.len()));
            let found: Vec<_> = credits.bylines.iter().map(|b| (b.name.as_str(), b.role)).collect();
            assert_eq!(&found[..], *expected, "{line}");
            for b in &credits.bylines {
                assert_eq!(Some(b.text.as_str()), line.get(b.start..b.end), "{line}");
            }
        }
    }
}
