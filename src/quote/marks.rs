//! Quotation marks: which opens with which closes, nested ones left inside, unbalanced ones closed at the paragraph's end.

use crate::name::unit::Line;

/// What stands between a pair of marks, in characters of the line, the marks left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) start: usize,
    pub(super) end: usize,
    /// One past the closing mark; the same as `end` where it is missing.
    pub(super) after: usize,
}

impl Quoted {
    /// The place of the opening mark.
    pub(super) const fn open(&self) -> usize {
        self.start.saturating_sub(1)
    }
}

/// The outermost pairs of a paragraph, in order.
pub(super) fn pairs(line: &Line) -> Vec<Quoted> {
    let mut pairs = Vec::new();
    let mut open: Option<(usize, char, usize)> = None;
    for i in 0..line.len() {
        let c = line.char(i);
        match open {
            None => open = closing(c).map(|close| (i + 1, close, 0)),
            Some((start, close, 0)) if c == close => {
                pairs.push(Quoted { start, end: i, after: i + 1 });
                open = None;
            }
            Some((start, close, depth)) if c == close => open = Some((start, close, depth - 1)),
            Some((start, close, depth)) if closing(c) == Some(close) => open = Some((start, close, depth + 1)),
            Some(_) => {}
        }
    }
    if let Some((start, ..)) = open.filter(|o| o.0 < line.len()) {
        pairs.push(Quoted { start, end: line.len(), after: line.len() });
    }
    pairs
}

/// The mark that closes what `c` opens. A straight mark closes itself.
pub(super) const fn closing(c: char) -> Option<char> {
    match c {
        '“' => Some('”'),
        '「' => Some('」'),
        '『' => Some('』'),
        '"' => Some('"'),
        '＂' => Some('＂'),
        _ => None,
    }
}

/// How many characters back the beginning of a sentence or clause is looked for, so that a paragraph without punctuation
/// takes time in proportion to its length.
pub(super) const FARTHEST: usize = 400;

/// Whether `c` ends a sentence.
pub(super) const fn is_terminal(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…')
}

/// Whether `c` ends a clause.
pub(super) const fn is_pause(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '：' | ':' | '\n') || is_terminal(c)
}
