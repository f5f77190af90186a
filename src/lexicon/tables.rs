//! The word tables beside this file, read once on first use.

use super::phrases::Phrases;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A unit of measure or a measure word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unit {
    /// ISO 4217, a UCUM-like code, or the measure word.
    pub(crate) code: &'static str,
    /// What is measured in it, by the name of the kind of figure.
    pub(crate) kind: &'static str,
    /// Power of ten that it brings: -1 for 角, a tenth of 元.
    pub(crate) shift: i32,
    /// How it must be written.
    pub(crate) form: Form,
}

/// Which numerals a unit goes with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// All.
    Any,
    /// All but a lone 一, which is an article: 一个, 一种.
    NoArticle,
    /// Only digits: 31省, 5国, but not 三国.
    Digits,
}

/// 万 as 万, 萬 as 万.
pub(crate) static VARIANTS: LazyLock<FxHashMap<char, char>> = LazyLock::new(|| {
    let pair = |row: Vec<&'static str>| Some((row.first()?.chars().next()?, row.get(1)?.chars().next()?));
    rows(include_str!("variants.tsv")).filter_map(pair).collect()
});

/// Units and measure words.
pub(crate) static UNITS: LazyLock<Phrases<Unit>> = LazyLock::new(|| {
    let units = rows(include_str!("units.tsv")).filter_map(|row| {
        let &[word, code, kind, ..] = row.as_slice() else { return None };
        let shift = row.get(3).and_then(|s| s.parse().ok()).unwrap_or(0);
        Some((word, Unit { code, kind, shift, form: Form::Any }))
    });
    let measures = rows(include_str!("measures.tsv")).filter_map(|row| {
        let &word = row.first()?;
        let form = match row.get(1).copied().unwrap_or_default() {
            "article" => Form::NoArticle,
            "digits" => Form::Digits,
            _ => Form::Any,
        };
        Some((word, Unit { code: word, kind: "count", shift: 0, form }))
    });
    Phrases::new(units.chain(measures))
});

/// Characters that make a unit the beginning of another word: 人 with 工.
pub(crate) static HOMOGRAPHS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    rows(include_str!("homographs.tsv")).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect()
});

/// Words that contain numerals without being numbers.
pub(crate) static TRAPS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let words = rows(include_str!("traps.tsv")).chain(rows(include_str!("traps.hand.tsv")));
    Phrases::new(words.filter_map(|row| Some((*row.first()?, ()))))
});

/// Words before (`prefix`) or after (`suffix`) a number that bound it, with the name of the modifier.
pub(crate) struct Bounds {
    /// 约, 超过, 不足
    pub(crate) before: Phrases<&'static str>,
    /// 左右, 以上, 以内
    pub(crate) after: Phrases<&'static str>,
}

/// Hedges and limits.
pub(crate) static BOUNDS: LazyLock<Bounds> =
    LazyLock::new(|| Bounds { before: Phrases::new(bounds("before")), after: Phrases::new(bounds("after")) });

fn bounds(side: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("bounds.tsv")).filter_map(move |row| match row.as_slice() {
        &[word, place, modifier, ..] if place == side => Some((word, modifier)),
        _ => None,
    })
}

/// Verbs of change and nouns for its size, with the direction: `up` or `down`.
pub(crate) static CHANGES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| Phrases::new(changes()));

fn changes() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(include_str!("changes.tsv")).filter_map(|row| match row.as_slice() {
        &[word, direction, ..] => Some((word, direction)),
        _ => None,
    })
}

/// Words that stand near numbers of a sort, by that sort: `score`, `clock`, `ratio`, `money` ...
static CUES: LazyLock<FxHashMap<&'static str, Cues>> = LazyLock::new(|| {
    let mut cues: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for row in rows(include_str!("evidence.tsv")) {
        if let &[sort, words, ..] = row.as_slice() {
            cues.entry(sort).or_default().extend(words.split(' '));
        }
    }
    cues.into_iter().map(|(sort, words)| (sort, Cues::new(words))).collect()
});

/// Words that stand between a subject and its figure: verbs of reaching and change, hedges.
pub(crate) static PASSED: LazyLock<Cues> = LazyLock::new(|| {
    // 跌幅 measures.
    let size = |word: &str| word.ends_with(['幅', '速', '率', '资', '价', '值']) && word.chars().count() > 1;
    let changes = changes().filter(|(word, way)| *way != "none" && !size(word)).map(|(word, _)| word);
    let bounds = bounds("before").map(|(word, _)| word);
    Cues::new(changes.chain(bounds).chain(cues("passed").iter().copied()).collect())
});

/// Words that the dictionary lacks and that names and properties are not to be cut from, with their rows.
pub(crate) static PHRASES: LazyLock<Phrases<usize>> =
    LazyLock::new(|| Phrases::new(cues("phrase").iter().copied().zip(0..)));

/// The words of one sort.
pub(crate) struct Cues {
    words: Vec<&'static str>,
    whole: FxHashSet<&'static str>,
    /// What the words begin with, and what they end with.
    firsts: Letters,
    lasts: Letters,
    /// Length of the longest in bytes.
    longest: usize,
}

impl Cues {
    fn new(words: Vec<&'static str>) -> Self {
        let of = |letter: fn(&str) -> Option<char>| Letters::new(words.iter().filter_map(|word| letter(word)));
        let (firsts, lasts) = (of(|word| word.chars().next()), of(|word| word.chars().next_back()));
        let longest = words.iter().map(|word| word.len()).max().unwrap_or(0);
        Self { whole: words.iter().copied().collect(), firsts, lasts, longest, words }
    }

    /// The longest word that `words` begin with.
    pub(crate) fn first(&self, words: &str) -> Option<&'static str> {
        words.chars().next().filter(|&c| self.firsts.may_be(c))?;
        let ends = words.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|&end| end <= self.longest);
        ends.filter_map(|end| self.whole.get(words.get(..end)?)).last().copied()
    }

    /// The longest word that `words` end with.
    pub(crate) fn last(&self, words: &str) -> Option<&'static str> {
        words.chars().next_back().filter(|&c| self.lasts.may_be(c))?;
        let starts = words.char_indices().rev().map(|(at, _)| at).take_while(|at| words.len() - at <= self.longest);
        starts.filter_map(|start| self.whole.get(words.get(start..)?)).last().copied()
    }
}

/// The words of the cue list `sort`, in their order.
pub(crate) fn cues(sort: &str) -> &'static [&'static str] {
    CUES.get(sort).map_or(&[], |cues| &cues.words)
}

/// The longest word of the cue list `sort` that `words` begin with.
pub(crate) fn first_cue(sort: &str, words: &str) -> Option<&'static str> {
    CUES.get(sort)?.first(words)
}

/// The longest word of the cue list `sort` that `words` end with.
pub(crate) fn last_cue(sort: &str, words: &str) -> Option<&'static str> {
    CUES.get(sort)?.last(words)
}

/// The letters of a text, each as one of 256 bits: tells most words that do not stand in it without a search.
pub(crate) struct Letters([u64; 4]);

impl Letters {
    /// Of `text`.
    pub(crate) fn of(text: &str) -> Self {
        Self::new(text.chars())
    }

    fn new(letters: impl Iterator<Item = char>) -> Self {
        let mut bits = [0; 4];
        for c in letters {
            let (word, bit) = Self::place(c);
            bits.get_mut(word).into_iter().for_each(|word| *word |= bit);
        }
        Self(bits)
    }

    /// False only where `c` is none of them.
    fn may_be(&self, c: char) -> bool {
        let (word, bit) = Self::place(c);
        self.0.get(word).is_some_and(|w| w & bit != 0)
    }

    /// False only where `word` does not stand in the text.
    pub(crate) fn may_hold(&self, word: &str) -> bool {
        word.chars().all(|c| self.may_be(c))
    }

    const fn place(c: char) -> (usize, u64) {
        let hash = (c as u32) ^ (c as u32 >> 8);
        ((hash as usize >> 6) & 3, 1 << (hash & 63))
    }
}

/// Whether a word of the cue list `sort` stands in `words`.
pub(crate) fn has_cue(sort: &str, words: &str) -> bool {
    let letters = Letters::of(words);
    cues(sort).iter().any(|cue| letters.may_hold(cue) && words.contains(cue))
}

/// Whether `word` is one of the cue list `sort`.
pub(crate) fn is_word(sort: &str, word: &str) -> bool {
    CUES.get(sort).is_some_and(|cues| cues.whole.contains(word))
}

/// The words of a sort by which a page shows how it is built (`structure.tsv`), in their order; none of a sort without a row.
pub(crate) fn structure(sort: &str) -> &'static [&'static str] {
    STRUCTURE.get(sort).map_or(&[], Vec::as_slice)
}

static STRUCTURE: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let row = |row: Vec<&'static str>| Some((*row.first()?, row.get(1)?.split(' ').collect()));
    rows(include_str!("structure.tsv")).filter_map(row).collect()
});

/// The rows of a table: tab-separated fields; lines that begin with `#` and a space are notes.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")).map(|line| line.split('\t').collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let tables = [
            (include_str!("units.tsv"), 3),
            (include_str!("measures.tsv"), 1),
            (include_str!("bounds.tsv"), 3),
            (include_str!("changes.tsv"), 2),
            (include_str!("evidence.tsv"), 2),
            (include_str!("variants.tsv"), 2),
            (include_str!("homographs.tsv"), 2),
            (include_str!("traps.tsv"), 1),
            (include_str!("traps.hand.tsv"), 1),
            (include_str!("structure.tsv"), 2),
        ];
        for (table, fields) in tables {
            assert!(table.starts_with("# ") && table.contains("Licence:"), "a table says where it comes from");
            for row in rows(table) {
                assert!(row.len() >= fields && row.iter().all(|field| !field.is_empty()), "{row:?}");
            }
        }
    }

    #[test]
    fn there_are_more_than_two_thousand_lexicalised_numbers() {
        let words = rows(include_str!("traps.tsv")).chain(rows(include_str!("traps.hand.tsv")));
        assert!(words.count() >= 2000);
    }
}
