//! What keeps a sentence out of every summary, however well it scores.

use crate::among::among;
use crate::cue::Shown;
use crate::reading::is_han;

/// Classes of cues that make a sentence none of the story.
const CLASSES: [&str; 6] = ["credit", "advert", "disclaimer", "biography", "heading", "stub"];

/// Characters from which a sentence tells something before its colon.
const LONG: usize = 40;

/// For each sentence, the reason why it is none of the story.
///
/// Where this would leave nothing, nothing is at fault: a reader who pasted a disclaimer wants a disclaimer read.
pub(super) fn faults(sentences: &[&str], shown: &[Shown]) -> Vec<Option<&'static str>> {
    let stopped = sentences.iter().filter(|s| is_stopped(s)).count();
    let prose = stopped * 3 >= sentences.len();
    // What an article in two languages says in the other one.
    let han = |s: &&&str| s.contains(is_han);
    let chinese = sentences.iter().filter(han).count() * 2 > sentences.len();
    let read =
        |(s, shown): (&&str, &Shown)| fault(s, *shown, prose).or_else(|| (chinese && !han(&s)).then_some("foreign"));
    let found: Vec<_> = sentences.iter().zip(shown).map(read).collect();
    if found.iter().all(Option::is_some) { vec![None; sentences.len()] } else { found }
}

/// `prose`: sentences of the text use to end with a stop, so that one without is a heading, a caption or a list item.
fn fault(sentence: &str, shown: Shown, prose: bool) -> Option<&'static str> {
    let letters = sentence.chars().count();
    let digits = sentence.chars().filter(char::is_ascii_digit).count();
    if letters < 9 {
        Some("fragment")
    } else if digits * 100 > letters * 45 {
        Some("table")
    } else if sentence.trim_end_matches(['”', '’', '」', '）']).ends_with(['？', '?']) {
        Some("question")
    } else if letters < LONG && is_bare_item(sentence) {
        Some("stub")
    } else if prose && !is_stopped(sentence) && !(letters >= LONG && sentence.ends_with('：')) {
        Some("unfinished")
    } else {
        // A long sentence that ends in 如下： says what comes before it says that more will come.
        CLASSES.into_iter().find(|class| shown.is(class) && !(*class == "stub" && letters >= LONG))
    }
}

/// Whether a sentence is an item of a numbered list that names a thing and tells no figure: 1、股份解除质押证明；
fn is_bare_item(sentence: &str) -> bool {
    let mark = |c: char| c.is_ascii_digit() || among("一二三四五六七八九十", c);
    let opened = sentence.trim_start_matches(['（', '(', ' ']);
    let rest = opened.trim_start_matches(mark);
    let marked = rest.len() < opened.len() && rest.starts_with(['、', '.', '．', '）', ')']);
    marked && !rest.contains(|c: char| c.is_ascii_digit())
}

/// Whether a sentence ends with a stop, maybe inside a quotation.
fn is_stopped(sentence: &str) -> bool {
    sentence
        .trim_end_matches(['”', '’', '」', '』', '）', '》', '】'])
        .ends_with(['。', '！', '？', '…', '；', '!', '?', '.'])
}
