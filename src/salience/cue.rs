//! Words by which a sentence shows what it is for.

use crate::lexicon::rows;
use crate::lexicon::tables::Letters;
use std::sync::LazyLock;

/// The words of one class, by where they stand in a sentence.
#[derive(Default)]
struct Class {
    start: Vec<&'static str>,
    within: Vec<&'static str>,
    end: Vec<&'static str>,
}

static CLASSES: LazyLock<Vec<(&str, Class)>> = LazyLock::new(|| {
    let mut classes: Vec<(&str, Class)> = Vec::new();
    for mut row in rows(include_str!("../lexicon/cues.tsv")) {
        let (Some(class), Some(place), Some(words)) = (row.next(), row.next(), row.next()) else { continue };
        if classes.last().is_none_or(|(last, _)| *last != class) {
            classes.push((class, Class::default()));
        }
        let Some((_, class)) = classes.last_mut() else { continue };
        match place {
            "start" => class.start.push(words),
            "within" => class.within.push(words),
            _ => class.end.push(words),
        }
    }
    classes
});

/// Whether `sentence` shows a cue of `class`.
pub(crate) fn shows(class: &str, sentence: &str) -> bool {
    CLASSES.iter().filter(|(name, _)| *name == class).any(|(_, c)| {
        let letters = Letters::of(sentence);
        let bare = sentence.trim_start_matches(['“', '（', '‘', '「', '【']);
        c.start.iter().any(|w| sentence.starts_with(w) || bare.starts_with(w))
            || c.end.iter().any(|w| sentence.ends_with(w))
            || c.within.iter().any(|w| letters.may_hold(w) && sentence.contains(w))
    })
}

/// Whether `sentence` leans on the one before it: it begins with a pronoun or a connective.
pub(crate) fn dangles(sentence: &str) -> bool {
    shows("dangling", sentence) && !shows("anchored", sentence)
}
