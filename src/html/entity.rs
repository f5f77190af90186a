//! Character references: `&amp;`, `&#27743;`, `&#x6c5f;`.

use crate::lexicon::{rows, table};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static NAMES: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(table!("entities")).map(|[name, words, ..]| (name, words)).collect());

/// Longest reference, `&` left out.
const LONGEST: usize = 32;

/// Longest name that needs no semicolon: `frac34`.
const LONGEST_OLD: usize = 6;

/// Appends `text` with its character references read to `out`. What is no reference stays as it is.
pub(super) fn decode(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match reference(from) {
            Some((c, length)) => {
                c.push_to(out);
                rest = from.get(length..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = from.get(1..).unwrap_or_default();
            }
        }
    }
    out.push_str(rest);
}

enum Read {
    Char(char),
    Words(&'static str),
}

impl Read {
    fn push_to(&self, out: &mut String) {
        match self {
            Self::Char(c) => out.push(*c),
            Self::Words(words) => out.push_str(words),
        }
    }
}

/// The reference that `text` begins with, and its length in bytes.
fn reference(text: &str) -> Option<(Read, usize)> {
    let body = text.strip_prefix('&')?;
    if let Some(number) = body.strip_prefix('#') {
        let (digits, radix, prefix) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 3),
            None => (number, 10, 2),
        };
        let length = digits.chars().take(LONGEST).take_while(|c| c.is_digit(radix)).count();
        let code = u32::from_str_radix(digits.get(..length)?, radix).ok();
        let closed = usize::from(digits.get(length..).is_some_and(|r| r.starts_with(';')));
        let c = code.and_then(char::from_u32).filter(|&c| c != '\0').unwrap_or('\u{fffd}');
        return (length > 0).then_some((Read::Char(of_windows(c)), prefix + length + closed));
    }
    let length = body.chars().take(LONGEST).take_while(char::is_ascii_alphanumeric).count();
    let named = |length| body.get(..length).and_then(|name| NAMES.get(name)).copied();
    if let Some(words) = named(length).filter(|_| body.get(length..).is_some_and(|rest| rest.starts_with(';'))) {
        return Some((Read::Words(words), 1 + length + 1));
    }
    let old = |length| named(length).filter(|words| is_old(words)).map(|words| (Read::Words(words), 1 + length));
    (2..=length.min(LONGEST_OLD)).rev().find_map(old)
}

/// Whether a reference of the first versions of HTML gives `words`: those need no semicolon.
fn is_old(words: &str) -> bool {
    matches!(words.chars().next(), Some('&' | '<' | '>' | '"' | '\u{a0}'..='\u{ff}'))
}

/// Numbers of control characters that the standard reads as those of Windows: `&#150;` is a dash.
fn of_windows(c: char) -> char {
    let place = u32::from(c).checked_sub(0x80).and_then(|place| WINDOWS.chars().nth(place as usize));
    place.unwrap_or(c)
}

/// Code page 1252 from 0x80 to 0x9f.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read() {
        for (text, read) in [
            ("&#27743;城&#x57CE;", "江城城"),
            ("A&amp;B &lt;p&gt; &ldquo;桥&rdquo;&nbsp;&hellip;", "A&B <p> “桥”\u{a0}…"),
            ("&unknown; & &; &#; &#x; A&B", "&unknown; & &; &#; &#x; A&B"),
            ("&#0;&#xD800;&#99999999999;", "\u{fffd}\u{fffd}\u{fffd}"),
            ("&amp &copy2024 &hellip; &notit; &dollar &amp", "& ©2024 … ¬it; &dollar &"),
            ("&#128;&#150;&#x9f;&#160;", "€–Ÿ\u{a0}"),
        ] {
            let mut out = String::new();
            decode(text, &mut out);
            assert_eq!(out, read, "{text}");
        }
    }
}
