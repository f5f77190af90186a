//! Where a Chinese, Japanese or familiar name may stand, and how likely it looks.

use super::lattice::{BIT, Cost, Edge};
use super::tables::{LONGEST, TABLES, sort};
use super::unit::{Kind, Line, is_han};
use crate::lexicon::LEXICON;

/// What any name costs before its characters are looked at: about one word in 130 of news is a name.
const NAME: Cost = 7 * BIT;
/// A given name of one character rather than two: three names in four have two.
const ONE_GIVEN: Cost = 2 * BIT;
const TWO_GIVEN: Cost = BIT / 2;
/// A given character that no name of the tables has.
const RARE_GIVEN: Cost = 14 * BIT;
/// A familiar name: 老周, 小张, 李阿姨, 王某某.
const FAMILIAR: Cost = 9 * BIT;
/// A title before or a verb of saying after a name.
const TITLE_BEFORE: Cost = 10 * BIT;
const SPEECH_AFTER: Cost = 6 * BIT;
/// How far context may tip the scales.
const MOST_GAIN: Cost = 13 * BIT;
/// An ambiguous word that title or verb show to be a name.
const EVIDENT: Cost = 3 * BIT;
const MOST_LOSS: Cost = -5 * BIT;

/// Adds every name that may begin at `i`.
pub(super) fn candidates(line: &Line, around: &Surroundings, i: usize, edges: &mut Vec<Edge>) {
    if !is_han(line.char(i)) {
        return;
    }
    familiar(line, around, i, edges);
    for length in 1..=3 {
        let Some((japanese, cost)) = TABLES.surname(line.piece(i, i + length)) else { continue };
        let at = i + length;
        if length == 1 {
            after_surname(line, around, i, cost, edges);
        }
        let longest = if japanese { 3 } else { 2 };
        for given in 1..=longest {
            let end = at + given;
            let piece = line.piece(i, end);
            let evident = around.show(line, i, end);
            let listed = TABLES.is(piece, sort::PLACE | sort::ORGANIZATION);
            if listed && !evident || LEXICON.tag(piece) == Some("t") {
                continue;
            }
            if end > line.len() || !(at..end).all(|k| is_han(line.char(k))) {
                break;
            }
            let evidence = if evident { EVIDENT } else { -doubt(line, around, i, end) };
            let total = NAME + cost + given_cost(line, at, given) - around.gain(i, end) - evidence;
            edges.push(Edge { end, kind: Kind::Person, tag: "nr", cost: total });
        }
    }
}

/// Whether a word that the lexicon calls a name looks like one: a surname and one or two more.
pub(super) fn is_likely(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let surname = |n: usize| {
        word.char_indices().nth(n).and_then(|(at, _)| word.get(..at)).and_then(|s| TABLES.surname(s)).is_some()
    };
    let likely = |c: &char| TABLES.given(*c).is_some();
    match chars.len() {
        2 => {
            is_common_surname(word)
                && chars.iter().skip(1).all(likely)
                && !TABLES.is(word, sort::NO_PLACE | sort::PLACE)
        }
        3 => {
            surname(1)
                && chars.iter().skip(1).all(likely)
                && !TABLES.is(word, sort::NO_PLACE | sort::PLACE)
                && !holds_word(word)
        }
        4 => surname(2),
        _ => false,
    }
}

fn is_common_surname(word: &str) -> bool {
    let first = word.chars().next().map_or(0, char::len_utf8);
    word.get(..first).and_then(|s| TABLES.surname(s)).is_some_and(|(_, cost)| cost <= 9 * BIT)
}

/// 安全观, 高素质: two of the three are a common word.
fn holds_word(word: &str) -> bool {
    let at = |n: usize| word.char_indices().nth(n).map_or(word.len(), |(at, _)| at);
    [word.get(..at(2)), word.get(at(1)..)]
        .into_iter()
        .flatten()
        .any(|pair| LEXICON.frequency(pair) >= 300 && !matches!(LEXICON.tag(pair), Some("nr" | "nz" | "nrt")))
}

/// How much speaks against a name where neither title nor verb stands beside it: one of its characters stands beside it
/// once more, as in wording that goes on in parallel (补链强链延链).
fn doubt(line: &Line, around: &Surroundings, start: usize, end: usize) -> Cost {
    let beside = line.before(start);
    let parallel = beside == line.char(end) && (start..end).any(|i| line.char(i) == beside);
    if parallel && !around.show(line, start, end) { 3 * EVIDENT } else { 0 }
}

fn given_cost(line: &Line, at: usize, length: usize) -> Cost {
    let of =
        |k: usize, place: usize| TABLES.given(line.char(k)).and_then(|c| c.get(place).copied()).unwrap_or(RARE_GIVEN);
    match length {
        1 => ONE_GIVEN + of(at, 2),
        2 => TWO_GIVEN + of(at, 0) + of(at + 1, 1),
        _ => 4 * BIT + of(at, 0) + of(at + 1, 1) + of(at + 2, 1),
    }
}

/// What stands on either side of every place of a line, looked up once.
pub(super) struct Surroundings {
    /// How much what ends here speaks for a name after it, and whether it is a title.
    left: Vec<(Cost, bool)>,
    /// How much what begins here speaks for a name before it, and whether it is a verb of saying.
    right: Vec<(Cost, bool)>,
}

impl Surroundings {
    /// Looks at every place of `line`.
    pub(super) fn of(line: &Line) -> Self {
        let places = || 0..=line.len();
        let edge = |i: usize| if i == 0 || i == line.len() { BIT } else { 0 };
        let left = |i: usize| {
            let listed = [2, 1].iter().find_map(|&n| TABLES.gain_after(line.piece(i.checked_sub(n)?, i)));
            let title = is_title_before(line, i);
            let gain = listed.unwrap_or_else(|| edge(i));
            (if title { gain.max(TITLE_BEFORE) } else { gain }, title)
        };
        let right = |i: usize| {
            let listed = [2, 1].iter().find_map(|&n| TABLES.gain_before(line.piece(i, (i + n).min(line.len()))));
            let speech = is_speech_after(line, i);
            let gain = listed.unwrap_or_else(|| edge(i));
            (if speech { gain.max(SPEECH_AFTER) } else { gain }, speech)
        };
        Self { left: places().map(left).collect(), right: places().map(right).collect() }
    }

    /// How much the words on either side of `start..end` speak for a name.
    pub(super) fn gain(&self, start: usize, end: usize) -> Cost {
        (self.left(start).0 + self.right(end).0).clamp(MOST_LOSS, MOST_GAIN)
    }

    /// Whether title or verb show that an ambiguous word (黄河) is a name.
    fn show(&self, line: &Line, start: usize, end: usize) -> bool {
        self.left(start).1 || self.right(end).1 && line.before(start) == '、'
    }

    fn left(&self, i: usize) -> (Cost, bool) {
        self.left.get(i).copied().unwrap_or_default()
    }

    fn right(&self, i: usize) -> (Cost, bool) {
        self.right.get(i).copied().unwrap_or_default()
    }
}

/// Whether a title of two or more characters ends at `start`.
pub(super) fn is_title_before(line: &Line, start: usize) -> bool {
    (2..=8).any(|n| start.checked_sub(n).is_some_and(|from| TABLES.is(line.piece(from, start), sort::TITLE)))
}

/// Whether a verb of saying begins at `end`.
pub(super) fn is_speech_after(line: &Line, end: usize) -> bool {
    let matched = |sorts| (1..=6).rev().find(|&n| end + n <= line.len() && TABLES.is(line.piece(end, end + n), sorts));
    match (matched(sort::SAY), matched(sort::NO_SPEECH)) {
        (Some(say), Some(never)) => say > never,
        (Some(_), None) => true,
        _ => false,
    }
}

/// 老周, 小张, 阿强: only where no Chinese word goes on.
fn familiar(line: &Line, around: &Surroundings, i: usize, edges: &mut Vec<Edge>) {
    if !matches!(line.char(i), '老' | '小' | '阿' | '大') {
        return;
    }
    let Some((false, cost)) = TABLES.surname(line.piece(i + 1, i + 2)) else { return };
    let common = cost < 8 * BIT;
    if common && line.char(i) != '大' {
        let gain = around.gain(i, i + 2);
        edges.push(Edge { end: i + 2, kind: Kind::Person, tag: "nr", cost: FAMILIAR + cost - gain });
    }
}

/// 李阿姨, 王某某, 张先生: a surname and what is said after surnames.
fn after_surname(line: &Line, around: &Surroundings, i: usize, cost: Cost, edges: &mut Vec<Edge>) {
    let at = i + 1;
    for n in (1..=LONGEST.min(4)).rev() {
        let end = at + n;
        if end > line.len() {
            continue;
        }
        let piece = line.piece(at, end);
        let anonymous = piece.starts_with('某');
        let said = TABLES.is(piece, sort::ADDRESS)
            && (n >= 2 || anonymous || matches!(piece, "总" | "老" | "姐" | "哥" | "嫂" | "婶"));
        let title = n >= 2 && TABLES.is(piece, sort::OFFICE);
        if said || title {
            let gain = if anonymous { 6 * BIT } else { around.gain(i, end).max(0) };
            let extra = if title { 3 * BIT } else { 0 };
            edges.push(Edge { end, kind: Kind::Person, tag: "nrx", cost: FAMILIAR + cost + extra + 2 * BIT - gain });
            return;
        }
    }
}
