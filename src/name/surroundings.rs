//! What stands beside a name and speaks for it or against: title, verb of saying, and what news has beside names.

use super::lattice::{BIT, Cost};
use super::person::{RARE_GIVEN, grammar, is_speech_after};
use super::tables::{Places, TABLES, sort};
use super::title;
use super::unit::{Line, Listed, is_han};
use crate::among::among;
use crate::term::AFFIXES;

/// A title before or a verb of saying after a name.
const TITLE_BEFORE: Cost = 10 * BIT;
const SPEECH_AFTER: Cost = 6 * BIT;
/// Speech that ends before a name: “……。”王东说.
const QUOTE_BEFORE: Cost = 6 * BIT;
/// A title after a name: 王东教授, 林小满女士.
const TITLE_AFTER: Cost = 4 * BIT;
/// How far context may tip the scales.
const MOST_GAIN: Cost = 13 * BIT;
const MOST_LOSS: Cost = -5 * BIT;

/// What stands at and on either side of every place of a line, looked up once.
pub(super) struct Surroundings {
    /// How much what ends here speaks for a name after it, and whether it is a title.
    left: Vec<(Cost, bool)>,
    /// How much what begins here speaks for a name before it, and whether it is a verb of saying.
    right: Vec<(Cost, bool)>,
    given: Vec<Places>,
}

impl Surroundings {
    /// Looks at every place of `line`.
    pub(super) fn of(line: &Line) -> Self {
        let titled = titled(line);
        let places = || 0..=line.len();
        Self {
            left: places().map(|i| left(line, &titled, i)).collect(),
            right: places().map(|i| right(line, i)).collect(),
            given: places().map(|i| given(line.char(i))).collect(),
        }
    }

    pub(super) fn given(&self, i: usize) -> Places {
        self.given.get(i).copied().unwrap_or([RARE_GIVEN; 3])
    }

    /// How much the words on either side of `start..end` speak for a name.
    pub(super) fn gain(&self, start: usize, end: usize) -> Cost {
        (self.left(start).0 + self.right(end).0).clamp(MOST_LOSS, MOST_GAIN)
    }

    /// Whether title or verb show that an ambiguous word (黄河) is a name.
    pub(super) fn show(&self, line: &Line, start: usize, end: usize) -> bool {
        // 水清|出任
        let takes = || !is_han(line.before(start)) && line.longest(end, sort::TAKES).is_some_and(|to| to >= end + 2);
        self.left(start).1 || self.right(end).1 && line.before(start) == '、' || takes()
    }

    pub(super) fn left(&self, i: usize) -> (Cost, bool) {
        self.left.get(i).copied().unwrap_or_default()
    }

    pub(super) fn right(&self, i: usize) -> (Cost, bool) {
        self.right.get(i).copied().unwrap_or_default()
    }
}

/// For every place of `line` whether a title ends there, none within a longer one: 副总|裁.
fn titled(line: &Line) -> Vec<bool> {
    let mut titled = vec![false; line.len() + 1];
    let mut set = |at: usize, ends: bool| titled.get_mut(at).into_iter().for_each(|titled| *titled = ends);
    let titles = |i: usize| line.listed(i).iter().filter(move |word| is_title(i, word));
    for word in (0..line.len()).flat_map(titles) {
        set(word.end, true);
    }
    // 首席人力|官
    for i in (0..line.len()).filter(|&i| line.char(i) == '首' && line.char(i + 1) == '席') {
        let end = (i + 3..=i + 9).find(|&end| title::is_chief(line, end));
        end.into_iter().for_each(|end| set(end, true));
    }
    for within in (0..line.len()).flat_map(|i| titles(i).flat_map(move |word| i + 2..word.end)) {
        set(within, false);
    }
    titled
}

/// How much what ends at `i` speaks for a name after it, and whether it is a title.
fn left(line: &Line, titled: &[bool], i: usize) -> (Cost, bool) {
    let ends_title = |i: usize| titled.get(i).copied().unwrap_or_default();
    let before = [i.checked_sub(2).map_or('\n', |i| line.char(i)), line.before(i)];
    let gain = TABLES.gain_after(before).filter(|_| i > 0).unwrap_or_else(|| edge(line, i));
    let quoted = matches!(before, ['，' | '。' | '！' | '？' | '…', '”' | '」']);
    // 球队领队的|段飞鸿, 总经理为|段飞鸿
    let whose = matches!(before[1], '的' | '为') && i.checked_sub(1).is_some_and(ends_title);
    let appointed = line.has_before(i, title::VERB, sort::APPOINTS);
    let title = ends_title(i);
    let least = if title { TITLE_BEFORE } else { QUOTE_BEFORE };
    (if title || quoted || whose || appointed { gain.max(least) } else { gain }, title)
}

/// How much what begins at `i` speaks for a name before it, and whether it is a verb of saying.
fn right(line: &Line, i: usize) -> (Cost, bool) {
    let after = [line.char(i), line.char(i + 1)];
    let gain = TABLES.gain_before(after).filter(|_| i < line.len()).unwrap_or_else(|| edge(line, i));
    // 牛犇|则解释称
    let speech = is_speech_after(line, i) || among(AFFIXES.said, line.char(i)) && is_speech_after(line, i + 1);
    let titles = sort::OFFICE | sort::COURTESY | sort::TAKES;
    let titled = line.listed(i).iter().any(|word| word.sorts & titles != 0 && word.end >= i + 2);
    let least = if speech { SPEECH_AFTER } else { TITLE_AFTER };
    (if speech || titled { gain.max(least) } else { gain }, speech)
}

/// The same where no table tells.
fn edge(line: &Line, i: usize) -> Cost {
    if i == 0 || i == line.len() { BIT } else { 0 }
}

/// Whether the word that begins at `start` is a title of two to eight characters.
fn is_title(start: usize, word: &Listed) -> bool {
    word.sorts & sort::TITLE != 0 && (2..=8).contains(&(word.end - start))
}

fn given(c: char) -> Places {
    let [first, second, alone] = TABLES.given(c).unwrap_or([RARE_GIVEN; 3]);
    let grammar = grammar(c);
    [first, second + grammar, alone + grammar]
}
