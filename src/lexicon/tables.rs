//! The word tables beside this file, read once on first use.

use super::phrases::Phrases;
use super::{Row, rows, table};
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
pub(crate) static VARIANTS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let pair = |[variant, read, ..]: Row| Some((variant.chars().next()?, read.chars().next()?));
    rows(table!("variants")).filter_map(pair).collect()
});

/// Units and measure words.
pub(crate) static UNITS: LazyLock<Phrases<Unit>> = LazyLock::new(|| {
    let units = rows(table!("units")).map(|[word, code, kind, shift]| {
        let shift = shift.parse().unwrap_or(0);
        (word, Unit { code, kind, shift, form: Form::Any })
    });
    let measures = rows(table!("measures")).map(|[word, form, ..]| {
        let form = match form {
            "article" => Form::NoArticle,
            "digits" => Form::Digits,
            _ => Form::Any,
        };
        (word, Unit { code: word, kind: "count", shift: 0, form })
    });
    Phrases::new(units.chain(measures))
});

/// Characters that make a unit the beginning of another word: 人 with 工.
pub(crate) static HOMOGRAPHS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(table!("homographs")).map(|[unit, next, ..]| (unit, next)).collect());

/// Words that contain numerals without being numbers.
pub(crate) static TRAPS: LazyLock<Phrases<()>> = LazyLock::new(|| {
    let words = rows(table!("traps")).chain(rows(table!("traps.hand")));
    Phrases::new(words.map(|[word, ..]| (word, ())))
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
    let rows = rows(table!("bounds")).filter(move |[_, place, ..]| *place == side);
    rows.map(|[word, _, modifier, _]| (word, modifier))
}

/// Verbs of change and nouns for its size, with the direction: `up` or `down`.
pub(crate) static CHANGES: LazyLock<Phrases<&'static str>> = LazyLock::new(|| Phrases::new(changes()));

fn changes() -> impl Iterator<Item = (&'static str, &'static str)> {
    rows(table!("changes")).map(|[word, direction, ..]| (word, direction))
}

/// Words that stand near numbers of a sort, by that sort: `score`, `clock`, `ratio`, `money` ...
static CUES: LazyLock<FxHashMap<&'static str, Cues>> = LazyLock::new(|| {
    let mut cues: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for [sort, words, ..] in rows(table!("evidence")) {
        cues.entry(sort).or_default().extend(words.split(' '));
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

    /// Whether one of them stands in `words`.
    fn stand_in(&self, words: &str) -> bool {
        let begins = words.char_indices().filter(|&(_, c)| self.firsts.may_be(c));
        begins.map(|(at, _)| words.get(at..).unwrap_or_default()).any(|rest| self.first(rest).is_some())
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

    /// One by one.
    pub(crate) fn new(letters: impl Iterator<Item = char>) -> Self {
        let mut bits = [0; 4];
        for c in letters {
            let (word, bit) = Self::place(c);
            bits.get_mut(word).into_iter().for_each(|word| *word |= bit);
        }
        Self(bits)
    }

    /// False only where `c` is none of them.
    pub(crate) fn may_be(&self, c: char) -> bool {
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
    CUES.get(sort).is_some_and(|cues| cues.stand_in(words))
}

/// Whether `word` is one of the cue list `sort`.
pub(crate) fn is_word(sort: &str, word: &str) -> bool {
    CUES.get(sort).is_some_and(|cues| cues.whole.contains(word))
}

/// The words of a sort by which a page shows how it is built (`structure.tsv`), in their order; none of a sort without a row.
pub(crate) fn structure(sort: &str) -> &'static [&'static str] {
    STRUCTURE.get(sort).map_or(&[], Vec::as_slice)
}

static STRUCTURE: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> =
    LazyLock::new(|| rows(table!("structure")).map(|[sort, words, ..]| (sort, words.split(' ').collect())).collect());

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
            for row in table.lines().filter(|line| !line.starts_with("# ")) {
                let row: Vec<&str> = row.split('\t').collect();
                assert!(row.len() >= fields && row.iter().all(|field| !field.is_empty()), "{row:?}");
            }
        }
    }

    #[test]
    fn there_are_more_than_two_thousand_lexicalised_numbers() {
        let words = rows(table!("traps")).chain(rows(table!("traps.hand")));
        assert!(words.count() >= 2000);
    }
}
