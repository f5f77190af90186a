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
/// A title or form of address after a name: 总理, 教授, 先生.
const TITLE_AFTER: Cost = 6 * BIT;
/// A surname that costs so much is rare: it makes no name of a word, and no 和夫人.
const RARE_SURNAME: Cost = 200;
/// What looks like words or their parts rather than a name, where nothing shows that it is one: 智能化, 补链强链延链.
const WORDS: Cost = 4 * BIT;
/// A word this frequent within what might be a name counts against it.
const FREQUENT: u32 = 50;
const MOST_LOSS: Cost = -5 * BIT;

/// Adds every name that may begin at `i`.
pub(super) fn candidates(line: &Line, i: usize, edges: &mut Vec<Edge>) {
    if !is_han(line.char(i)) {
        return;
    }
    familiar(line, i, edges);
    for length in 1..=3 {
        let Some((japanese, cost)) = TABLES.surname(line.piece(i, i + length)) else { continue };
        let at = i + length;
        if length == 1 {
            after_surname(line, i, at, cost, edges);
        }
        let longest = if japanese { 3 } else { 2 };
        for given in 1..=longest {
            let end = at + given;
            let piece = line.piece(i, end);
            let evident = is_evident(line, i, end);
            let listed = TABLES.is(piece, sort::PLACE | sort::ORGANIZATION);
            if listed && !evident || LEXICON.tag(piece) == Some("t") {
                continue;
            }
            if end > line.len() || !(at..end).all(|k| is_han(line.char(k))) {
                break;
            }
            let word = LEXICON.tag(piece).is_some_and(|tag| !tag.starts_with("nr"));
            if word && cost >= RARE_SURNAME {
                continue;
            }
            let evidence = if evident { EVIDENT } else { -doubt(line, i, end) };
            let total = NAME + cost + given_cost(line, at, given) - context(line, i, end) - evidence;
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
        3 if is_wording(word) => false,
        2 | 3 => surname(1) && chars.iter().skip(1).all(likely) && !TABLES.is(word, sort::NO_PLACE | sort::PLACE),
        4 => surname(2),
        _ => false,
    }
}

/// How much speaks against a name where neither title nor verb stands beside it: its first two characters are a word
/// (智能|化) or its last two are and the first is a quality (高|水平), or one of its characters stands beside it once more, as in wording that goes on in parallel (补链强链延链).
fn doubt(line: &Line, start: usize, end: usize) -> Cost {
    if is_speech_after(line, end) || is_title_after(line, end) {
        return 0;
    }
    let word = end == start + 3 && is_wording(line.piece(start, end));
    let beside = line.before(start);
    let parallel = beside == line.char(end) && (start..end).any(|i| line.char(i) == beside);
    match (word, parallel) {
        (_, true) => 3 * WORDS,
        (true, _) => WORDS,
        _ => 0,
    }
}

/// Whether three characters are a frequent word and a suffix (智能|化), or a quality and a frequent word (高|水平).
fn is_wording(three: &str) -> bool {
    let mut places = three.char_indices().skip(1).map(|(at, _)| at);
    let (Some(first), Some(second)) = (places.next(), places.next()) else { return false };
    let (head, suffix) = three.split_at(second);
    let (quality, tail) = three.split_at(first);
    let quality = LEXICON.tag(quality) == Some("a") && is_frequent(tail);
    quality || is_frequent(head) && !suffix.is_empty()
}

/// Whether `word` is a frequent word and no name.
fn is_frequent(word: &str) -> bool {
    LEXICON.frequency(word) >= FREQUENT && LEXICON.tag(word).is_some_and(|tag| !tag.starts_with("nr"))
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

/// How much the words on either side speak for a name.
pub(super) fn context(line: &Line, start: usize, end: usize) -> Cost {
    let left = [2, 1].iter().find_map(|&n| TABLES.gain_after(line.piece(start.checked_sub(n)?, start)));
    let right = [2, 1].iter().find_map(|&n| TABLES.gain_before(line.piece(end, (end + n).min(line.len()))));
    let edge = |i: usize| if i == 0 || i == line.len() { BIT } else { 0 };
    let mut left = left.unwrap_or_else(|| edge(start));
    let mut right = right.unwrap_or_else(|| edge(end));
    if is_title_before(line, start) {
        left = left.max(TITLE_BEFORE);
    }
    if is_speech_after(line, end) {
        right = right.max(SPEECH_AFTER);
    } else if is_title_after(line, end) {
        right = right.max(TITLE_AFTER);
    }
    (left + right).clamp(MOST_LOSS, MOST_GAIN)
}

/// Whether title or verb show that an ambiguous word (黄河) is a name.
fn is_evident(line: &Line, start: usize, end: usize) -> bool {
    is_title_before(line, start) || is_speech_after(line, end) && line.before(start) == '、'
}

/// Whether a title of two or more characters ends at `start`.
pub(super) fn is_title_before(line: &Line, start: usize) -> bool {
    (2..=8).any(|n| start.checked_sub(n).is_some_and(|from| TABLES.is(line.piece(from, start), sort::TITLE)))
}

/// Whether a title or form of address of two or more characters begins at `end`.
pub(super) fn is_title_after(line: &Line, end: usize) -> bool {
    (2..=3).any(|n| end + n <= line.len() && TABLES.is(line.piece(end, end + n), sort::OFFICE | sort::ADDRESS))
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

/// 老周, 小张, 阿强, and the given name before 同志: only where no Chinese word goes on.
fn familiar(line: &Line, i: usize, edges: &mut Vec<Edge>) {
    let given = |k: usize| TABLES.given(line.char(k)).is_some();
    if line.piece(i + 2, (i + 4).min(line.len())) == "同志" && given(i) && given(i + 1) {
        edges.push(Edge { end: i + 2, kind: Kind::Person, tag: "nrx", cost: FAMILIAR });
    }
    if !matches!(line.char(i), '老' | '小' | '阿' | '大') {
        return;
    }
    let Some((false, cost)) = TABLES.surname(line.piece(i + 1, i + 2)) else { return };
    let common = cost < 8 * BIT;
    if common && line.char(i) != '大' {
        let gain = context(line, i, i + 2);
        edges.push(Edge { end: i + 2, kind: Kind::Person, tag: "nr", cost: FAMILIAR + cost - gain });
    }
}

/// 李阿姨, 王某某, 张先生: a surname and what is said after surnames.
fn after_surname(line: &Line, i: usize, at: usize, cost: Cost, edges: &mut Vec<Edge>) {
    let function = LEXICON.tag(line.piece(i, at)).is_some_and(|tag| matches!(tag, "c" | "p" | "d" | "v" | "m"));
    let familiar = matches!(line.before(i), '小' | '老' | '阿');
    if familiar || cost >= RARE_SURNAME && function || TABLES.is(line.piece(i, at), sort::STATE) {
        return;
    }
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
            let gain = if anonymous { 6 * BIT } else { context(line, i, end).max(0) };
            let extra = if title { 3 * BIT } else { 0 };
            edges.push(Edge { end, kind: Kind::Person, tag: "nrx", cost: FAMILIAR + cost + extra + 2 * BIT - gain });
            return;
        }
    }
}
