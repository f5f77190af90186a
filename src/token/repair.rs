//! What readers of news keep whole and jieba cuts, and the other way round.
//!
//! Numbers keep their separators and their percent sign (1,382; 49.7%), Latin terms their hyphens and points (5G-A,
//! U.S.), shares their letter (A股); rows of dashes and dots are one mark. A numeral is apart from what it counts (一/条, 两/名), and letters of
//! grammar are apart from what the letter model glued them to.

use crate::among::among;
use crate::lexicon::LEXICON;
use crate::span::Span;

/// Joins and parts the cuts of a piece of `text`, given and returned in order.
pub(super) fn repair(text: &str, cuts: Vec<Span>) -> Vec<Span> {
    let mut parted = Vec::with_capacity(cuts.len());
    for cut in cuts {
        part(text, cut, &mut parted);
    }
    let mut joined: Vec<Word> = Vec::with_capacity(parted.len());
    let mut cuts = parted.into_iter().peekable();
    while let Some(cut) = cuts.next() {
        let right = Word::new(text, cut);
        let next = cuts.peek().map_or("", |next| next.of(text));
        match joined.last_mut().filter(|last| last.span.end == cut.start) {
            Some(left) if joins(text, left, &right, next) => left.take(&right),
            _ => joined.push(right),
        }
    }
    joined.into_iter().map(|word| word.span).collect()
}

/// What has been joined so far, with what must be known of all its characters, so that they are looked at once.
struct Word {
    span: Span,
    /// Only Arabic digits, points and commas.
    digits: bool,
    /// Only Chinese numerals.
    numeral: bool,
}

impl Word {
    fn new(text: &str, span: Span) -> Self {
        let word = span.of(text);
        let digits = word.chars().all(|c| is_digit(c) || matches!(c, '.' | ','));
        Self { span, digits, numeral: word.chars().all(is_numeral) }
    }

    /// Goes on with `right`.
    fn take(&mut self, right: &Self) {
        self.span.end = right.span.end;
        self.digits &= right.digits;
        self.numeral &= right.numeral;
    }
}

/// Whether `right` goes on with the word `left`. `next` is what follows.
fn joins(text: &str, left: &Word, right: &Word, next: &str) -> bool {
    let numerals = left.numeral && right.numeral;
    let (digits, left, right) = (left.digits, left.span.of(text), right.span.of(text));
    let (Some(end), Some(start)) = (left.chars().next_back(), right.chars().next()) else { return false };
    let number = digits && left.starts_with(is_digit);
    match right {
        "%" | "‰" => end.is_ascii_digit(),
        "股" => matches!(left, "A" | "B" | "H"),
        "." | "," if number => next.starts_with(|c: char| c.is_ascii_digit()) && (right == "." || next.len() == 3),
        "-" | "&" | "." | "'" | "+" | "/" if end.is_ascii_alphanumeric() && !number => {
            right == "+" || next.starts_with(|c: char| c.is_ascii_alphanumeric()) && right != "/"
        }
        _ if start.is_ascii_alphanumeric() => {
            end.is_ascii_alphanumeric()
                || among(".,-&'", end) && left.len() > 1 && left.starts_with(|c: char| c.is_ascii_alphanumeric())
        }
        "—" | "…" | "-" | "·" | "." => end == start,
        _ => numerals,
    }
}

/// Parts a cut that holds two words.
fn part(text: &str, cut: Span, parted: &mut Vec<Span>) {
    let word = cut.of(text);
    let at = if word.len() <= 3 {
        None
    } else if LEXICON.tag(word).is_none() {
        shares(text, cut).or_else(|| glued(word))
    } else {
        counted(word)
    };
    if let Some(at) = at {
        parted.push(Span::new(cut.start, cut.start + at));
        parted.push(Span::new(cut.start + at, cut.end));
    } else {
        parted.push(cut);
    }
}

/// A|股|三大: where the word for shares ends that stands behind their letter.
fn shares(text: &str, cut: Span) -> Option<usize> {
    let letter = text.get(..cut.start).is_some_and(|before| before.ends_with(['A', 'B', 'H']));
    (letter && cut.of(text).starts_with('股')).then_some('股'.len_utf8())
}

/// Where to part a word that only the letter model saw: after or before a letter that is a word by itself.
fn glued(word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let last = word.chars().next_back()?;
    if among(ALONE, last) {
        return Some(word.len() - last.len_utf8());
    }
    among(ALONE, first).then_some(first.len_utf8())
}

/// Where to part a word of the lexicon that is a numeral and what it counts (一条), or two words of grammar (就是).
fn counted(word: &str) -> Option<usize> {
    let mut letters = word.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    if letters.next().is_some() {
        return None;
    }
    let counts = among(COUNTING, first) && among(MEASURES, second) && word != "一个";
    let grammar = matches!(word, "这一" | "这是" | "就是" | "更是" | "不是" | "只是" | "之一");
    (counts || grammar).then_some(first.len_utf8())
}

const COUNTING: &str = "一二两三四五六七八九十几多";
const MEASURES: &str = "个条项次种位名年天批家座场支张块件套层届份笔辆艘架部所户根句只本轮段片颗首岁周";

/// Letters that are words of grammar wherever they stand at the edge of an unknown word.
const ALONE: &str = "的了在是和与及或把被将从向对为以而但也都就才又再已很更最这那其某每各请称说到于";

/// Whether `c` is an Arabic digit, of either width.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether `c` is a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '○'
            | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
    )
}
