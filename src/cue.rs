//! Words by which a sentence shows what it is for.

use crate::lexicon::tree::Tree;
use crate::lexicon::{rows, table};
use std::sync::LazyLock;

/// The words of all classes.
struct Cues {
    /// The classes; what a sentence shows has a bit for each, in this order.
    classes: Vec<&'static str>,
    /// The classes of each word by where it must stand in the sentence: at its beginning, anywhere, at its end.
    words: Tree<[u32; 3]>,
}

static CUES: LazyLock<Cues> = LazyLock::new(|| {
    let mut cues = Cues { classes: Vec::new(), words: Tree::default() };
    for [class, place, word, _] in rows(table!("cues")) {
        if cues.classes.last() != Some(&class) {
            cues.classes.push(class);
        }
        let Some(known) = cues.words.entry(word.chars()) else { continue };
        let [start, within, end] = known.get_or_insert_default();
        *match place {
            "start" => start,
            "within" => within,
            _ => end,
        } |= 1 << (cues.classes.len() - 1);
    }
    cues
});

/// The classes of which a sentence shows a cue.
#[derive(Clone, Copy, Default)]
pub(crate) struct Shown(u32);

impl Shown {
    /// Looks once at every place of `sentence` for the cues of all classes.
    pub(crate) fn of(sentence: &str) -> Self {
        let letters: Vec<char> = sentence.chars().collect();
        let bare = letters.iter().take_while(|c| matches!(c, '“' | '（' | '‘' | '「' | '【')).count();
        let mut shown = 0;
        for at in 0..letters.len() {
            for (length, [start, within, end]) in CUES.words.prefixes(letters.get(at..).unwrap_or_default()) {
                shown |= within;
                shown |= if at == 0 || at == bare { start } else { 0 };
                shown |= if at + length == letters.len() { end } else { 0 };
            }
        }
        Self(shown)
    }

    /// Whether it shows a cue of `class`.
    pub(crate) fn is(self, class: &str) -> bool {
        CUES.classes.iter().zip(0..).any(|(name, bit)| *name == class && self.0 >> bit & 1 == 1)
    }
}

/// Most characters of an opening that only sets a scene.
const SCENE: usize = 30;

/// The same of one that paints it: 初冬时节，走进…
const SCENERY: usize = 80;

/// Whether `sentence` only sets a scene: it begins as such do, is short and tells no number.
pub(crate) fn is_scene(sentence: &str, shown: Shown) -> bool {
    let within = |most: usize| sentence.chars().nth(most).is_none();
    let opens = shown.is("scene") && within(SCENE) || shown.is("scenery") && within(SCENERY);
    opens && !sentence.contains(|c: char| c.is_ascii_digit())
}

/// Whether `sentence` leans on the one before it: it begins with a pronoun or a connective, maybe behind a time: 今年8月，它…
pub(crate) fn dangles(sentence: &str, shown: Shown) -> bool {
    let timed = |(time, _): &(&str, &str)| {
        time.len() <= TIME && time.ends_with(['年', '月', '日', '后', '前', '时', '晚', '初', '底'])
    };
    shown.is("dangling") && !shown.is("anchored")
        || sentence.split_once('，').filter(timed).is_some_and(|(_, rest)| rest.starts_with(['他', '她', '它']))
}

/// Longest time before a pronoun, in bytes.
const TIME: usize = 30;

/// Classes of cues of sentences that are written around the story.
const CLUTTER: [&str; 3] = ["advert", "disclaimer", "biography"];

/// Whether a sentence is written around the story rather than in it: its words say nothing of what that is about.
pub(crate) fn is_clutter(shown: Shown) -> bool {
    CLUTTER.into_iter().any(|class| shown.is(class))
}
