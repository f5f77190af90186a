//! Why every line of a page is labelled as it is.

use crate::terminal::printable;
use yaodian::document::{self, Explanation};
use yaodian::html;
use yaodian::options::Format;
use yaodian::reading::Reading;

/// So many characters of a line are shown.
const SHOWN: usize = 36;

/// One line for each of the page's: its kind, the sum of the evidence, its words, the evidence.
pub(crate) fn render(text: &str, format: Format) -> String {
    let page = match format {
        Format::Text => html::Page::default(),
        Format::Html => html::read(text),
    };
    let reading = match format {
        Format::Text => Reading::of(text),
        Format::Html => Reading::of_paragraphs(&page.text),
    };
    let explained = document::explain(&reading.text, &page.hints);
    explained.iter().map(|explanation| line(explanation, explanation.span.of(&reading.text))).collect()
}

fn line(explanation: &Explanation, words: &str) -> String {
    let run = if explanation.in_run { "┃" } else { " " };
    let body = if explanation.body { "*" } else { "" };
    let kind = format!("{:?}{body}", explanation.kind);
    let sum: f64 = explanation.reasons.iter().map(|&(_, weight)| weight).sum();
    let mut shown: String = words.chars().take(SHOWN).collect();
    if shown.len() < words.len() {
        shown.push('…');
    }
    let reasons: Vec<String> =
        explanation.reasons.iter().map(|(name, weight)| format!("{name} {weight:+.1}")).collect();
    format!("{run} {kind:<12} | {sum:+5.1} | {} | {}\n", printable(&shown), reasons.join(", "))
}
