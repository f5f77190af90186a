//! Words that the text itself marks as a name or a term: “新四化”, 《长河纪要》.

use crate::among::among;
use crate::article::Article;
use crate::span::Span;
use std::collections::BTreeMap;

/// Marks that open and close.
const MARKS: [(char, char); 6] = [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('《', '》'), ('【', '】')];

/// Most letters in a term; longer quotations are speech.
const MOST_LETTERS: usize = 8;

/// Every marked term with its places, in order of the words.
pub(super) fn terms<'t>(article: &Article<'t>) -> BTreeMap<&'t str, Vec<Span>> {
    let mut terms: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for passage in &article.passages {
        let mut open: Option<(usize, char)> = None;
        for (at, c) in passage.span.of(article.text).char_indices() {
            if let Some((_, close)) = MARKS.iter().find(|(o, _)| *o == c) {
                open = Some((at + c.len_utf8(), *close));
            } else if let Some((start, close)) = open
                && c == close
            {
                open = None;
                let span = Span::new(passage.span.start + start, passage.span.start + at);
                if is_term(span.of(article.text)) {
                    terms.entry(span.of(article.text)).or_default().push(span);
                }
            }
        }
    }
    terms
}

/// Two to eight letters, not all numerals, nothing else.
fn is_term(words: &str) -> bool {
    let letters = words.chars().count();
    (2..=MOST_LETTERS).contains(&letters)
        && words.chars().all(|c| c.is_alphanumeric() || among("·-+", c))
        && !words.chars().all(char::is_numeric)
}
