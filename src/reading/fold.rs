//! One character as it is read between its neighbours.

use super::script::{is_han, simplified};
use crate::among::among;
use crate::lexicon::{Row, rows, table};
use std::sync::LazyLock;

/// What the folding of a character needs to know of its line.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Line {
    /// The line holds Han characters, so that its brackets are Chinese ones.
    has_han: bool,
    /// The line holds `。`, so that a dot between Han characters stands in a name.
    has_stop: bool,
    /// Straight quotation marks come in pairs, so that they open and close by turns.
    pairs_quotes: bool,
    /// So do straight single ones.
    pairs_singles: bool,
    /// Double quotation marks stand in the line, so that single ones stand for what is quoted within.
    has_double: bool,
    /// Characters are read as traditional ones.
    traditional: bool,
}

impl Line {
    pub(super) fn of(line: &str, traditional: bool) -> Self {
        let mut this = Self { traditional, pairs_quotes: true, pairs_singles: true, ..Self::default() };
        let mut before = None;
        let mut chars = line.chars().peekable();
        while let Some(c) = chars.next() {
            this.has_han |= is_han(c);
            this.has_stop |= c == '。';
            this.pairs_quotes ^= is_double(c);
            this.pairs_singles ^= is_single(c, before, chars.peek().copied());
            this.has_double |= is_double(c) || matches!(width(c), '“' | '”');
            // As the folded text has it, so that quotation marks are paired as they are then read.
            before = if is_invisible(c) { before } else { Some(width(c)) };
        }
        this
    }
}

/// Where a character stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) line: Line,
    /// What was read before it, in the same line.
    pub(super) before: Option<char>,
    /// What follows in the input.
    pub(super) after: Option<char>,
    /// Whether the next straight quotation mark opens.
    pub(super) opens: bool,
    /// Whether the next straight single one does.
    pub(super) opens_single: bool,
    /// Whether only Chinese numerals stand before it in its line.
    pub(super) after_numeral: bool,
}

/// What `c` is read as, or nothing where it is passed over.
pub(super) fn fold(c: char, place: Place) -> Option<char> {
    let plain = matches!(c, ' ' | '\n' | '0'..='9' | 'A'..='Z' | 'a'..='z');
    let simplified = matches!(c, '\u{4e00}'..='\u{9fff}') && !place.line.traditional;
    if plain || simplified { Some(c) } else { rarer(c, place) }
}

/// The same for what is neither a Latin letter nor simplified Han, kept apart: it is large, and most characters are those.
#[inline(never)]
fn rarer(c: char, place: Place) -> Option<char> {
    match c {
        '\r' if place.after == Some('\n') => None,
        _ if is_line_end(c) => Some('\n'),
        _ if is_invisible(c) => None,
        '\t' => Some('\t'),
        _ if c.is_control() || c.is_whitespace() => Some(' '),
        _ if is_han(c) || is_radical(c) => Some(han(c, place.line)),
        _ => Some(punctuation(width(c), place)),
    }
}

/// A straight quotation mark.
pub(super) fn is_double(c: char) -> bool {
    matches!(c, '"' | '＂')
}

/// A straight single quotation mark between what was read before it and what follows in the input, not an apostrophe and
/// not the sign of feet or minutes.
pub(super) fn is_single(c: char, before: Option<char>, after: Option<char>) -> bool {
    let straight = |c: char| matches!(c, '\'' | '＇');
    let doubled = || before.is_some_and(straight) || after.is_some_and(straight);
    straight(c) && !doubled() && !is_inside_word(before, after)
}

/// Whether the neighbours of a mark make it an apostrophe: `it's`.
fn is_inside_word(before: Option<char>, after: Option<char>) -> bool {
    [before, after].iter().all(|c| c.is_some_and(|c| width(c).is_ascii_alphanumeric()))
}

/// Whether a line ends with `c` (with `\r` also before `\n`).
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Characters of no width: joiners, soft hyphens, marks of direction, variation selectors, tags.
fn is_invisible(c: char) -> bool {
    is_bidi_control(c)
        || is_zero_width(c)
        || matches!(c, '\u{ad}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}' | '\u{180e}')
}

/// Characters that change the order in which others are shown, so that what is seen is not what is read.
pub(super) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Characters that take no room.
pub(super) fn is_zero_width(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn is_radical(c: char) -> bool {
    matches!(c, '\u{2f00}'..='\u{2fd5}')
}

fn han(c: char, line: Line) -> char {
    let unified = if is_radical(c) || matches!(c, '\u{f900}'..='\u{faff}') { unified(c) } else { c };
    if line.traditional { simplified(unified) } else { unified }
}

fn unified(c: char) -> char {
    static ROWS: LazyLock<Vec<(u32, Vec<char>)>> = LazyLock::new(|| {
        let parse =
            |[first, characters, ..]: Row| Some((u32::from_str_radix(first, 16).ok()?, characters.chars().collect()));
        rows(table!("compatibility")).filter_map(parse).collect()
    });
    let at = |(first, characters): &(u32, Vec<char>)| {
        let offset = u32::from(c).checked_sub(*first)?;
        characters.get(usize::try_from(offset).ok()?).copied()
    };
    ROWS.iter().find_map(at).unwrap_or(c)
}

/// One form for the many widths and shapes of a sign. Sentence punctuation and brackets stay full-width.
fn width(c: char) -> char {
    match c {
        '，' | '；' | '：' | '！' | '？' | '（' | '）' => c,
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '﹐' => '，',
        '﹑' | '､' => '、',
        '﹒' => '.',
        '﹔' => '；',
        '﹕' | '︰' => '：',
        '﹖' => '？',
        '﹗' => '！',
        '﹙' => '（',
        '﹚' => '）',
        '﹪' => '%',
        '﹣' | '−' | '‐' | '‑' => '-',
        '﹢' => '+',
        '﹩' => '$',
        '｡' => '。',
        '「' | '｢' | '﹁' | '〝' | '„' => '“',
        '」' | '｣' | '﹂' | '〞' | '〟' => '”',
        '『' | '﹃' => '‘',
        '』' | '﹄' => '’',
        '〔' | '﹝' => '（',
        '〕' | '﹞' => '）',
        '〜' | '∼' => '~',
        '―' | '─' => '—',
        '⋯' => '…',
        '‧' | '・' | '･' | '∙' | '⋅' => '·',
        _ => c,
    }
}

/// Half-width punctuation among Chinese characters is read as full-width.
fn punctuation(c: char, place: Place) -> char {
    let Place { line, before, after, .. } = place;
    if !line.has_han {
        return c;
    }
    let digits = before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| width(c).is_ascii_digit());
    let ends = after.is_none_or(is_line_end);
    let among_chinese = before.is_some_and(is_chinese) || after.is_some_and(|c| is_chinese(width(c)));
    match c {
        '(' => '（',
        ')' => '）',
        '"' if line.pairs_quotes => {
            if place.opens {
                '“'
            } else {
                '”'
            }
        }
        '\'' if line.pairs_singles && is_single(c, before, after) => match (line.has_double, place.opens_single) {
            (false, true) => '“',
            (false, false) => '”',
            (true, true) => '‘',
            (true, false) => '’',
        },
        '‘' if !line.has_double => '“',
        '’' if !line.has_double && !is_inside_word(before, after) => '”',
        ',' if !digits && (among_chinese || before == Some('%') || ends) => '，',
        ';' if among_chinese => '；',
        ':' if !digits && among_chinese && after != Some('/') => '：',
        '!' if among_chinese || ends => '！',
        '?' if among_chinese || ends => '？',
        '.' => dot(place),
        '•' if before.is_some_and(is_han) && after.is_some_and(is_han) => '·',
        '○' | '◯' if [before, after].into_iter().flatten().any(is_numeral) => '〇',
        _ => c,
    }
}

/// A full stop after a Chinese character or a percentage, a middle dot in a name, or the dot that it is.
fn dot(place: Place) -> char {
    let Place { line, before, after, .. } = place;
    let closes = |c: char| c == ' ' || is_line_end(c) || among("”’）", width(c)) || c == '"' || c == ')';
    let follows_chinese = before.is_some_and(is_chinese) && !place.after_numeral;
    match after {
        Some(next) if before == Some('%') && is_han(next) => '。',
        Some(next) if follows_chinese && is_han(next) && line.has_stop => '·',
        Some(next) if follows_chinese && (is_han(next) || closes(next)) => '。',
        None if follows_chinese => '。',
        _ => '.',
    }
}

/// Han characters and the punctuation that stands only among them.
fn is_chinese(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3001}'..='\u{303f}' | '，' | '；' | '：' | '！' | '？' | '（' | '）' | '“' | '”')
}

/// Chinese numerals that number a heading.
pub(super) fn is_numeral(c: char) -> bool {
    among("〇零一二三四五六七八九十百", c)
}
