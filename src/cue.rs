//! Words by which a sentence shows what it is for.

use crate::lexicon::tables::Letters;
use crate::lexicon::{rows, table};
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
    for [class, place, words, _] in rows(table!("cues")) {
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

/// Most characters of an opening that only sets a scene.
const SCENE: usize = 30;

/// The same of one that paints it: 初冬时节，走进…
const SCENERY: usize = 80;

/// Whether `sentence` only sets a scene: it begins as such do, is short and tells no number.
pub(crate) fn is_scene(sentence: &str) -> bool {
    let within = |most: usize| sentence.chars().nth(most).is_none();
    let opens = shows("scene", sentence) && within(SCENE) || shows("scenery", sentence) && within(SCENERY);
    opens && !sentence.contains(|c: char| c.is_ascii_digit())
}

/// Whether `sentence` leans on the one before it: it begins with a pronoun or a connective, maybe behind a time: 今年8月，它…
pub(crate) fn dangles(sentence: &str) -> bool {
    let opens = |words: &str| shows("dangling", words) && !shows("anchored", words);
    let timed = |(time, _): &(&str, &str)| {
        time.len() <= TIME && time.ends_with(['年', '月', '日', '后', '前', '时', '晚', '初', '底'])
    };
    opens(sentence)
        || sentence.split_once('，').filter(timed).is_some_and(|(_, rest)| rest.starts_with(['他', '她', '它']))
}

/// Longest time before a pronoun, in bytes.
const TIME: usize = 30;

/// Classes of cues of sentences that are written around the story.
const CLUTTER: [&str; 3] = ["advert", "disclaimer", "biography"];

/// For each sentence, whether it is written around the story rather than in it: its words say nothing of what that is about.
pub(crate) fn clutter<'t>(sentences: impl Iterator<Item = &'t str>) -> Vec<bool> {
    sentences.map(|sentence| CLUTTER.into_iter().any(|class| shows(class, sentence))).collect()
}
