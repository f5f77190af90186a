//! What keeps a sentence out of every summary, however well it scores.

use super::cue;

/// Classes of cues that make a sentence none of the story.
const CLASSES: [&str; 6] = ["credit", "advert", "disclaimer", "biography", "heading", "stub"];

/// For each sentence, the reason why it is none of the story.
///
/// Where this would leave nothing, nothing is at fault: a reader who pasted a disclaimer wants a disclaimer read.
pub(super) fn faults(sentences: &[&str]) -> Vec<Option<&'static str>> {
    let stopped = sentences.iter().filter(|s| is_stopped(s)).count();
    let prose = stopped * 2 > sentences.len();
    let found: Vec<_> = sentences.iter().map(|s| fault(s, prose)).collect();
    if found.iter().all(Option::is_some) { vec![None; sentences.len()] } else { found }
}

/// `prose`: most sentences of the text end with a stop.
fn fault(sentence: &str, prose: bool) -> Option<&'static str> {
    let letters = sentence.chars().count();
    let digits = sentence.chars().filter(char::is_ascii_digit).count();
    if letters < 9 {
        Some("fragment")
    } else if digits * 100 > letters * 45 {
        Some("table")
    } else if sentence.trim_end_matches(['”', '’', '」', '）']).ends_with(['？', '?']) {
        Some("question")
    } else if prose && !is_stopped(sentence) && !(letters >= 40 && sentence.ends_with('：')) {
        Some("unfinished")
    } else {
        CLASSES.into_iter().find(|class| cue::shows(class, sentence))
    }
}

/// Whether a sentence ends with a stop, maybe inside a quotation.
fn is_stopped(sentence: &str) -> bool {
    sentence
        .trim_end_matches(['”', '’', '」', '』', '）', '》', '】'])
        .ends_with(['。', '！', '？', '…', '；', '!', '?', '.'])
}
