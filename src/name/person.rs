//! Where a Chinese, Japanese or familiar name may stand, and how likely it looks.

use super::lattice::{BIT, Cost, Edge};
use super::surroundings::Surroundings;
use super::tables::{TABLES, sort};
use super::unit::{Kind, Line, is_han};
use super::words::Words;
use super::{familiar, office, title};
use crate::among::among;
use crate::lexicon::LEXICON;
use crate::term::AFFIXES;

/// What any name costs before its characters are looked at: about one word in 130 of news is a name.
const NAME: Cost = 6 * BIT + BIT / 2;
/// A surname that costs no more is common enough for a name of two characters.
pub(super) const COMMON: Cost = 9 * BIT;
/// A surname that costs so much is one only after a title: 来, 过, 信.
const RARE: Cost = 15 * BIT;
/// A given name of one character rather than two: three names in four have two.
const ONE_GIVEN: Cost = 2 * BIT;
const TWO_GIVEN: Cost = BIT / 2;
/// A given character that no name of the tables has.
pub(super) const RARE_GIVEN: Cost = 14 * BIT;
/// A character of grammar as the last of a name, where it more often goes on with the sentence: 韩正|将, 王东|称.
const GRAMMAR: Cost = 5 * BIT;
/// What a name costs less whose given part is a place's name too.
const NAMESAKE: Cost = 5 * BIT;
/// What a Japanese name costs less that ends as such given names do.
const JAPANESE: Cost = 8 * BIT;
/// An ambiguous word that title or verb show to be a name.
const EVIDENT: Cost = 3 * BIT;

/// Adds every name that may begin at `i`.
#[inline(never)]
pub(super) fn candidates(line: &Line, around: &Surroundings, words: &Words, i: usize, edges: &mut Vec<Edge>) {
    if !is_han(line.char(i)) {
        return;
    }
    familiar::candidates(line, around, i, edges);
    let longest = if TABLES.may_begin(line.char(i)) { 3 } else { 0 };
    for length in 1..=longest {
        let Some((japanese, cost)) = TABLES.surname(line.chars(i, i + length)) else { continue };
        let at = i + length;
        if length <= 2 && !japanese && cost < RARE {
            // 回应|议员: the last character of a verb is no surname.
            let of_verb = i.checked_sub(1).and_then(|at| words.tag(at, at + 2)).is_some_and(|tag| tag == "v");
            if !of_verb || around.left(i).1 {
                familiar::after_surname(line, around, [i, at], cost, edges);
            }
        }
        let longest = if japanese { 3 } else { 2 };
        for given in 1..=longest {
            let end = at + given;
            // 颜姓|业者, 蓝鲸队|主教练
            if end > line.len() || !is_han(line.char(end - 1)) || matches!(line.char(end - 1), '姓' | '队') {
                break;
            }
            if !may_name(line, around, words, [i, at, end], cost) {
                continue;
            }
            let speaks = evidence(line, around, words, [i, at, end]);
            // 町田薰|则
            let foreign = if japanese && given == 2 { grammar(line.char(end - 1)) } else { 0 };
            // 山本|真由美
            let ending = among(AFFIXES.japanese, line.char(end - 1)) && !among(AFFIXES.grammar, line.char(at));
            let known = japanese && given >= 2 && ending;
            let known = if known { JAPANESE } else { 0 };
            let total = NAME + cost + given_cost(around, at, given) + foreign - around.gain(i, end) - speaks - known;
            edges.push(Edge { end, kind: Kind::Person, tag: "nr", cost: total });
        }
    }
}

/// Whether `start..end` may name a person, whose given name begins at `at` behind a surname of `cost`.
fn may_name(line: &Line, around: &Surroundings, words: &Words, [start, at, end]: [usize; 3], cost: Cost) -> bool {
    let (evident, word, sorts) = (around.show(line, start, end), words.tag(start, end), line.sorts(start, end));
    if cost >= RARE && (!evident || word.is_some()) {
        return false;
    }
    // 局长|高峰, but 代表 is a verb as often as a title.
    let named = evident && word.is_some() && !line.chars(0, start).ends_with(&['代', '表']);
    // 股东|龙游|联龙
    let firm = line.chars(0, start).ends_with(&['股', '东']);
    let listed = sorts & (sort::PLACE | sort::ORGANIZATION) != 0 && (!evident || firm);
    // 职工代表|董事: a title is no name; nor does 丰田|中国 name a person, nor 部长|官 begin one.
    let titled = end >= at + 2 && line.is(at, end, sort::OFFICE | sort::COURTESY | sort::COUNTRY)
        || sorts & (sort::TITLE | sort::APPOINTS | sort::TAKES) != 0
        || line.char(start) == '官' && line.before(start) == '长';
    // 局长|曾|漂白身份
    let done = || words.tag(start, at) == Some("d") && words.tag(at, at + 2) == Some("v");
    // 督导司|原|党支部书记
    let former = end == at + 1 && line.char(at) == '原' && line.longest(end, sort::TITLE).is_some();
    !(listed || titled || former || sorts & sort::NO_PERSON != 0 && !named || word == Some("t") || done())
}

/// What speaks for the name `start..end` besides its characters and its gain: how it stands between title, verb and place.
fn evidence(line: &Line, around: &Surroundings, words: &Words, [start, at, end]: [usize; 3]) -> Cost {
    let two = end == at + 2;
    let shown = if around.show(line, start, end) { EVIDENT } else { -doubt(line, around, start, end) };
    // 总裁|骆驼|说: no common noun stands between a title and a verb of saying.
    let noun = || words.tag(start, end).is_some_and(|tag| tag.starts_with(['n', 'a']));
    let between = end == at + 1 && around.left(start).1 && around.right(end).1 && noun();
    // 褚敏|红着眼
    let verb = if two && line.char(end) == '着' { -3 * EVIDENT } else { 0 };
    // 谢|子长: where the surname is hardly a word by itself, a place is what its name was taken from.
    let namesake =
        two && line.is(at, end, sort::PLACE | sort::ORGANIZATION) && words.tag(start, at).is_none_or(|t| t != "p");
    // 晏清和|在: no two things are joined before a preposition or a verb of saying.
    let joins = line.char(end - 1) == '和'
        && (matches!(line.char(end), '在' | '从' | '对' | '向' | '将' | '则') || is_speech_after(line, end));
    // 选举|张杰|为董事长, 接替|张杰|任董事长
    let appointed = || line.has_before(start, title::VERB, sort::APPOINTS | sort::TAKES);
    let takes =
        matches!(line.char(end - 1), '为' | '任') && (appointed() || end >= start + 3 && office::begins(line, end));
    // 吸金|超|2.6亿元
    let counts = line.char(end).is_ascii_digit() && among(AFFIXES.counts, line.char(end - 1)) && !is_dated(line, end);
    let verb = if takes || counts { -3 * EVIDENT } else { verb };
    // 海州|赛: a place and what goes on.
    let placed = end == start + 3 && line.is(start, start + 2, sort::PLACE) && !line.is(at, end, sort::PLACE);
    let verb = if placed { verb - 2 * NAMESAKE } else { verb };
    let more = |holds: bool, cost: Cost| if holds { cost } else { 0 };
    shown + verb + more(between, 3 * EVIDENT) + more(joins, NAMESAKE) + more(namesake, NAMESAKE)
}

/// Whether the number that begins at `at` is that of a day, a month or a year.
fn is_dated(line: &Line, at: usize) -> bool {
    (at..at + 5)
        .find(|&i| !line.char(i).is_ascii_digit())
        .is_some_and(|i| matches!(line.char(i), '年' | '月' | '日' | '岁'))
}

/// Whether a word that the lexicon calls a name looks like one: a surname and one or two more.
pub(super) fn is_likely(word: &str) -> bool {
    let chars: Vec<char> = word.chars().collect();
    let surname = |n: usize| chars.get(..n).and_then(|s| TABLES.surname(s));
    let given = || chars.iter().skip(1).all(|&c| TABLES.given(c).is_some());
    let place = || TABLES.is(word, sort::NO_PLACE | sort::PLACE);
    match chars.len() {
        2 => surname(1).is_some_and(|(_, cost)| cost <= COMMON) && given() && !place(),
        3 => surname(1).is_some_and(|(_, cost)| cost < RARE) && given() && !place() && !holds_word(word),
        4 => surname(2).is_some(),
        _ => false,
    }
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
    // 施工方|海州, 设备商|鸿远
    let trade = matches!(line.char(start), '方' | '商') && is_han(beside);
    if (parallel || trade) && !around.show(line, start, end) { 3 * EVIDENT } else { 0 }
}

fn given_cost(around: &Surroundings, at: usize, length: usize) -> Cost {
    let [first, second, third] = [0, 1, 2].map(|n| around.given(at + n));
    match length {
        1 => ONE_GIVEN + first[2],
        2 => TWO_GIVEN + first[0] + second[1],
        _ => 4 * BIT + first[0] + second[1] + third[1],
    }
}

/// What a character of grammar costs as the last of a name.
pub(super) fn grammar(c: char) -> Cost {
    if AFFIXES.all.holds(c) && among(AFFIXES.closing, c) { GRAMMAR } else { 0 }
}

/// Whether the character at `i` is a surname of some frequency.
pub(super) fn is_surname(line: &Line, i: usize) -> bool {
    TABLES.surname(line.chars(i, i + 1)).is_some_and(|(japanese, cost)| !japanese && cost < RARE)
}

/// 总工程师|赵|一平: whether what was read as a number is a given name, after a surname and a title.
pub(super) fn is_given(line: &Line, around: &Surroundings, start: usize, end: usize) -> bool {
    let surname = start.checked_sub(1).filter(|&i| is_surname(line, i) && around.left(i).1);
    surname.is_some() && end == start + 2 && (start..end).all(|i| is_han(line.char(i)))
}

/// Whether a title of two or more characters ends at `start`.
pub(super) fn is_title_before(line: &Line, start: usize) -> bool {
    line.has_before(start, 2..=8, sort::TITLE)
}

/// Whether a verb of saying begins at `end`.
pub(super) fn is_speech_after(line: &Line, end: usize) -> bool {
    let said = line.longest(end, sort::SAY | sort::TELL);
    said.is_some() && said > line.longest(end, sort::NO_SPEECH)
}
