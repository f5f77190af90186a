//! Where a transliterated name may stand: a run of the characters that transliterate, or parts joined by dots.

use super::lattice::{BIT, Cost, Edge};
use super::person;
use super::surroundings::Surroundings;
use super::tables::{TABLES, sort};
use super::unit::{Kind, Line, is_dot, is_han};
use crate::among::among;
use crate::lexicon::LEXICON;
use crate::term::AFFIXES;

/// What any transliterated name costs before its characters are looked at.
const NAME: Cost = 10 * BIT;
/// What a dotted name costs more that has other characters than those that transliterate, where nothing beside it speaks
/// for a name: 北原·东海湾 is none.
const DOUBT: Cost = 16 * BIT;
/// What a name costs more that cuts a longer run of such characters.
const PARTED: Cost = 10 * BIT;
/// What one costs less whose last part is a word that is a name.
const KNOWN: Cost = 6 * BIT;
/// The longest part of a name, in characters.
const LONGEST_PART: usize = 8;
/// A dotted name has this many parts at most.
const MOST_PARTS: usize = 6;

/// Adds every transliterated name that may begin at `i`.
#[inline(never)]
pub(super) fn candidates(line: &Line, around: &Surroundings, i: usize, edges: &mut Vec<Edge>) {
    let c = line.char(i);
    if !is_han(c) && !c.is_ascii_alphabetic() {
        return;
    }
    if c.is_ascii_alphabetic() && line.before(i).is_ascii_alphabetic() {
        return;
    }
    dotted(line, around, i, edges);
    if !is_han(c) || AFFIXES.all.holds(c) && among(AFFIXES.rarely, c) || TABLES.foreign(c).is_none() {
        return;
    }
    let mut cost = 0;
    for end in i + 1..=(i + LONGEST_PART).min(line.len()) {
        let place = usize::from(end > i + 1);
        let Some(costs) = TABLES.foreign(line.char(end - 1)) else { break };
        let [first, inner, last] = costs;
        let named =
            line.is(i, end, sort::PLACE | sort::ORGANIZATION | sort::NO_PLACE) && !person::is_title_before(line, i);
        if end >= i + 2 && !named && !line.is(i, end, sort::NO_PERSON) {
            let short = match end - i {
                2 => 7 * BIT,
                3 => 2 * BIT,
                _ => 0,
            };
            let gain = around.gain(i, end) - parted(line, end) - headed(line, i, end);
            edges.push(Edge { end, kind: Kind::Foreign, tag: "nrt", cost: NAME + short + cost + last - gain });
        }
        cost += if place == 0 { first } else { inner };
    }
}

/// A name in Latin letters has this many words and letters at most.
const MOST_WORDS: usize = 4;
const MOST_LETTERS: usize = 40;

/// Adds a name in Latin letters right after a title: 分析师Michael Chen, 首席执行官 Ana de la Cruz.
#[inline(never)]
pub(super) fn latin(line: &Line, i: usize, edges: &mut Vec<Edge>) {
    if !line.char(i).is_ascii_uppercase() {
        return;
    }
    let title_end = if line.before(i) == ' ' { i - 1 } else { i };
    let titled = person::is_title_before(line, title_end);
    if !titled && line.before(i) != '的' {
        return;
    }
    let letter = |c: char| c.is_alphabetic() && !is_han(c) || matches!(c, '.' | '\'' | '’' | '-');
    let mut end = i;
    for _ in 0..MOST_WORDS {
        let from = if end == i { i } else { end + 1 };
        let next = line.char(from);
        let goes_on = end == i || line.char(end) == ' ' && (next.is_uppercase() || letter(next) && end > i);
        if !goes_on || !letter(next) {
            break;
        }
        end = (from..line.len().min(from + MOST_LETTERS)).find(|&k| !letter(line.char(k))).unwrap_or(line.len());
    }
    // 牛津大学的Emily Carter表示.
    let ended = !line.char(end).is_ascii_digit() && (titled || person::is_speech_after(line, end));
    let name = line.piece(i, end);
    // 作者|AI: a short word of capitals is none.
    let word = end <= i + 3 && name.chars().all(|c| c.is_ascii_uppercase());
    if ended && end >= i + 2 && end <= i + MOST_LETTERS && !word {
        let firm = name.rsplit(' ').next().is_some_and(|last| TABLES.is(last, sort::FIRM));
        let kind = if firm { Kind::Organization } else { Kind::Foreign };
        edges.push(Edge { end, kind, tag: "nrl", cost: BIT });
    }
}

/// What a name costs more that ends where a place of such characters begins: 许尔|策勒.
fn parted(line: &Line, end: usize) -> Cost {
    let place = line.longest(end, sort::PLACE).filter(|&to| to >= end + 2);
    let likely = |to: usize| (end..to).all(|k| TABLES.foreign(line.char(k)).is_some());
    if place.is_some_and(likely) { PARTED } else { 0 }
}

/// The same of one that begins with a firm or a country: 特斯拉|陶琳, 伊朗|福尔多.
fn headed(line: &Line, i: usize, end: usize) -> Cost {
    if end < i + 3 {
        return 0;
    }
    let within = |sorts: u64, rest: usize| {
        line.listed(i).iter().any(|w| w.sorts & sorts != 0 && w.end >= i + 2 && w.end + rest <= end)
    };
    if within(sort::ORGANIZATION, 1) || within(sort::COUNTRY, 3) { PARTED } else { 0 }
}

/// Whether every character of `word` transliterates.
pub(super) fn is_likely(word: &str) -> bool {
    word.chars().all(|c| TABLES.foreign(c).is_some()) && !TABLES.is(word, sort::NO_PLACE)
}

/// 克里斯蒂娜·范·戴伦, 约翰·W·卡特, 阿卜杜勒-拉赫曼·萨利姆: the first part begins at `i`, the last ends anywhere.
fn dotted(line: &Line, around: &Surroundings, i: usize, edges: &mut Vec<Edge>) {
    let mut dots = 0;
    let joins = |k: usize| is_dot(line.char(k)) || line.char(k) == '-' && is_han(line.before(k));
    let part_end = |from: usize| (from..line.len().min(from + LONGEST_PART + 1)).find(|&k| !is_part(line.char(k)));
    let part_end = |from: usize| part_end(from).unwrap_or(line.len().min(from + LONGEST_PART + 1));
    let mut at = part_end(i);
    let first = at - i;
    if !(1..=LONGEST_PART).contains(&first) || !joins(at) {
        return;
    }
    let young = line.char(i) == '小' && first >= 3 && TABLES.foreign(line.char(i + 1)).is_some();
    let named = young || !among(AFFIXES.rarely, line.char(i));
    // 云溪智企·易盾
    let firm =
        line.listed(i).iter().any(|w| w.sorts & sort::ORGANIZATION != 0 && (i + 2..=at).contains(&w.end) && at > i + 2);
    if !named || firm || holds_word(line, i, at) {
        return;
    }
    let mut cost: Cost = part_cost(line, i, at);
    for _ in 1..MOST_PARTS {
        dots += usize::from(is_dot(line.char(at)));
        let from = at + 1;
        let to = part_end(from);
        let likely = |from: usize, to: usize| (from..to).all(|k| TABLES.foreign(line.char(k)).is_some());
        // 汤姆-克鲁斯: a hyphen joins where every character transliterates.
        dots += usize::from(dots == 0 && to > from + 1 && likely(i, at) && likely(from, from + 2));
        // 卡尔·甘特和琳达·甘特
        let link = (from + 2..to).find(|&k| matches!(line.char(k), '和' | '与') && joins(to));
        let to = link.unwrap_or(to);
        if to == from {
            return;
        }
        if joins(to) {
            cost += 4 * BIT;
            at = to;
            continue;
        }
        if dots > 0 {
            last_parts(line, around, i, from, to, cost, edges);
        }
        return;
    }
}

/// 村医|古丽娜尔·买买提, 他对|麦麦提江·吐尔逊: a title or a word of grammar stands within the first part, which has other
/// characters than those that transliterate.
fn holds_word(line: &Line, from: usize, to: usize) -> bool {
    (from..to).any(|k| TABLES.foreign(line.char(k)).is_none())
        && (from..to).any(|k| {
            among(AFFIXES.grammar, line.char(k))
                || line.listed(k).iter().any(|w| w.sorts & sort::TITLE != 0 && (k + 2..to).contains(&w.end))
        })
        || (from + 2..to.saturating_sub(1)).any(|k| is_common(line.piece(from, k)) && is_likely(line.piece(k, to)))
}

/// 改编自|菲利普: a word that news uses often and that is no name.
fn is_common(word: &str) -> bool {
    LEXICON.frequency(word) >= 300 && LEXICON.tag(word).is_some_and(|tag| !tag.starts_with('n'))
}

fn is_part(c: char) -> bool {
    is_han(c) || c.is_ascii_alphabetic()
}

/// The last part may end anywhere before `to`: where, its characters and what follows tell.
fn last_parts(
    line: &Line,
    around: &Surroundings,
    i: usize,
    from: usize,
    to: usize,
    so_far: Cost,
    edges: &mut Vec<Edge>,
) {
    let mut cost = so_far;
    for end in from + 1..=to {
        let c = line.char(end - 1);
        if end > from + 1 && among(AFFIXES.ends, c) {
            break;
        }
        let unknown = if end == from + 1 { 6 * BIT } else { 14 * BIT };
        let [first, inner, last] = TABLES.foreign(c).unwrap_or([unknown; 3]);
        let letters = c.is_ascii_alphabetic();
        let last = last + person::grammar(c);
        if end > from + 2 && LEXICON.tag(line.piece(end - 1, (end + 1).min(line.len()))) == Some("t") {
            break;
        }
        if letters && line.char(end).is_ascii_alphabetic() {
            continue;
        }
        // 强信心·权威
        if end >= from + 2 && LEXICON.frequency(line.piece(from, end)) >= 300 && !is_likely(line.piece(from, end)) {
            break;
        }
        let gain = around.gain(i, end);
        // 罗伯特·金, but not 北原·东|海湾, where nothing beside it speaks for a name.
        let single = match end == from + 1 && !letters {
            // 罗杰·金|博士
            true if line.longest(end, sort::OFFICE | sort::COURTESY).is_some() => 0,
            true if gain > 0 => 4 * BIT,
            true => 10 * BIT,
            false => 0,
        };
        let plain = gain <= 0
            && line.before(i).is_alphanumeric()
            && !(i..end).all(|k| is_dot(line.char(k)) || TABLES.foreign(line.char(k)).is_some());
        let known = if line.is(from, end, sort::NAME_PART) { KNOWN } else { 0 };
        let named = end >= from + 3 && LEXICON.tag(line.piece(from, end)).is_some_and(|tag| tag.starts_with("nr"));
        let plain = plain && !named;
        let doubt = parted(line, end) - known + if plain { DOUBT } else { 0 };
        edges.push(Edge { end, kind: Kind::Foreign, tag: "nrt", cost: cost + last + single + doubt - gain });
        cost += if end == from + 1 { first } else { inner };
    }
}

fn part_cost(line: &Line, from: usize, to: usize) -> Cost {
    let of = |k: usize| {
        TABLES.foreign(line.char(k)).map_or(8 * BIT, |[first, inner, _]| if k == from { first } else { inner })
    };
    let letters = line.char(from).is_ascii_alphabetic();
    if letters { 8 * BIT } else { 2 * BIT + (from..to).map(of).sum::<Cost>() }
}
