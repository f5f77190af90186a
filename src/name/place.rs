//! Where a place that no table lists may stand: a stem and the word that names of its sort end with.

use super::brand::{is_brand, is_stray};
use super::lattice::{BIT, Cost, Edge};
use super::tables::sort;
use super::unit::{Kind, Line, Unit, is_han};
use super::words::Words;
use super::{beside, person};
use crate::among::among;
use crate::lexicon::LEXICON;

const STEM: Cost = 11 * BIT;
const STEM_CHARACTER: Cost = 10 * BIT;
/// What a place costs less where an office or school of it follows.
const SHOWN: Cost = 8 * BIT;
const LONGEST_STEM: usize = 3;
/// How often the dictionary's corpus has a word that no place is called by.
const COMMON: u32 = 50;

/// Adds every place of unknown stem that may begin at `i`: a suffix of one character makes one.
#[inline(never)]
pub(super) fn candidates(line: &Line, words: &Words, i: usize, edges: &mut Vec<Edge>) {
    if line.char(i + 1) == '家' && line.is(i + 2, i + 3, sort::HAMLET) && person::is_surname(line, i) {
        edges.push(Edge { end: i + 3, kind: Kind::Place, tag: "ns", cost: STEM + STEM_CHARACTER });
    }
    for stem in 1..=LONGEST_STEM {
        let at = i + stem;
        let extra = match line.char(at) {
            '省' | '市' | '县' | '区' | '镇' | '乡' | '村' | '州' => 0,
            '山' | '江' | '河' | '湖' | '岛' | '湾' | '路' | '街' | '寺' | '桥' | '港' | '峰' | '岭' => {
                5 * BIT
            }
            _ => continue,
        };
        if !is_stem(line, i, at) {
            return;
        }
        // 现任|海州|大学: a place that a table has is no part of another.
        let listed = || (i + 1..at).any(|k| line.is(k, at + 1, sort::PLACE));
        let shown = extra == 0 && (is_shown(line, at + 1) || is_town(line, i, at));
        // 生态|岛, 受灾|村
        let common = || stem == 2 && LEXICON.frequency(line.piece(i, at)) >= COMMON;
        let never = || (line.is(at - 1, at + 1, sort::NO_PLACE) || common()) && !shown;
        if stem == 1 || listed() || words.tag(i, at + 1).is_some() || never() {
            continue;
        }
        let extra = extra - if shown { SHOWN } else { 0 };
        let length = Cost::try_from(stem).unwrap_or(3);
        edges.push(Edge { end: at + 1, kind: Kind::Place, tag: "ns", cost: STEM + extra + STEM_CHARACTER * length });
    }
}

/// 出现在|石门|乡: whether a noun names a town, where a place may stand.
fn is_town(line: &Line, start: usize, suffix: usize) -> bool {
    let led = !is_han(line.before(start)) || line.has_before(start, 1..=2, sort::LEADS_PLACE);
    let noun = LEXICON.tag(line.piece(start, suffix)).is_some_and(|tag| tag.starts_with('n'));
    matches!(line.char(suffix), '乡' | '镇') && led && noun && !line.is(start, suffix, sort::DULL | sort::FIELD)
}

/// Whether the characters may name something: none of them is of grammar or ends another place.
fn is_stem(line: &Line, start: usize, end: usize) -> bool {
    let ends = |k: usize| k > start && matches!(line.char(k - 1), '省' | '市' | '县');
    let may_stand = |k: usize| is_han(line.char(k)) && line.char(k) != '省' && !ends(k) && !is_function(line.char(k));
    // 石门|乡|桐木|村
    let follows = matches!(line.char(start), '乡' | '镇') && is_han(line.before(start));
    !follows && !matches!(line.char(start), '原' | '前' | '现') && (start..end).all(may_stand)
}

/// Whether what begins at `at` shows that a division ends there: 望湖区|消防救援大队, 石桥区|第三实验小学.
fn is_shown(line: &Line, at: usize) -> bool {
    let body = line
        .listed(at)
        .iter()
        .any(|word| word.sorts & (sort::FIELD | sort::AUTHORITY | sort::BODY | sort::UNIT) != 0 && word.end >= at + 2);
    body || line.char(at) == '第' && !line.char(at + 1).is_ascii_digit()
}

/// Characters that stand in no stem.
fn is_function(c: char) -> bool {
    among(
        "据自赴抵离驻往经因的了和与在是为有及或等从对把被将由到向于以之这那某该本各每全一二三四五六七八九十两几个不也都就而且但并其他她它我你们第",
        c,
    )
}

/// Joins a place with the suffix after it: 海州 + 市, 望京 + 街道.
pub(super) fn join(line: &Line, units: &mut Vec<Unit>) {
    let mut joined: Vec<Unit> = Vec::with_capacity(units.len());
    for &unit in units.iter() {
        let suffix = unit.kind == Kind::Word
            && unit.is(sort::DIVISION | sort::FEATURE | sort::STREET | sort::SITE)
            && !unit.is(sort::OFFICE | sort::FIRM)
            && !acts(line, &unit);
        if let Some(start) = suffix.then(|| village(line, &joined, &unit)).flatten() {
            joined.pop();
            joined.push(Unit { start, end: unit.end, kind: Kind::Place, tag: "ns", sorts: sort::PLACE });
            continue;
        }
        match joined.last_mut() {
            Some(last)
                if suffix && (may_name(last) || names_feature(line, last, &unit)) && stands_alone(line, &unit) =>
            {
                last.kind = Kind::Place;
                last.end = unit.end;
                last.sorts |= sort::PLACE;
            }
            _ => joined.push(unit),
        }
    }
    *units = joined;
}

/// Whether a division or feature may be called by it: a place, a foreign name, what the lexicon calls a place.
fn may_name(unit: &Unit) -> bool {
    let listed = unit.kind == Kind::Word && unit.tag == "ns" && unit.len() >= 2 && !unit.is(sort::NO_PLACE);
    matches!(unit.kind, Kind::Place | Kind::Foreign) || listed
}

/// 云栖 + 市, 杜罗 + 河谷: what was taken for a person names a division or a feature.
fn names_feature(line: &Line, person: &Unit, suffix: &Unit) -> bool {
    let shown = suffix.is(sort::DIVISION) || suffix.is(sort::FEATURE) && suffix.len() >= 2;
    // 现|任|海州
    let shown = shown && !line.is(person.start + 1, suffix.end, sort::PLACE);
    person.kind == Kind::Person && person.tag != "nrx" && person.len() == 2 && shown
}

/// 青岩县 + 柳树 + 镇: where a town begins that is called by a common word, after the county it lies in.
fn village(line: &Line, before: &[Unit], suffix: &Unit) -> Option<usize> {
    let [.., county, word] = before else { return None };
    let town = matches!(line.piece(suffix.start, suffix.end), "镇" | "乡" | "村" | "街道" | "社区");
    let within =
        county.kind == Kind::Place && matches!(line.before(county.end), '县' | '市' | '区' | '镇' | '乡' | '道');
    let common =
        word.kind == Kind::Word && word.len() == 2 && word.tag.starts_with('n') && !word.is(sort::DULL | sort::FIELD);
    // 石门|村|村民
    let shown = line.char(suffix.start) == '村' && line.longest(suffix.end, sort::TITLE).is_some();
    (town && (within || shown) && common && word.end == suffix.start).then_some(word.start)
}

/// 上海+市+民 is no 上海市: the suffix must not be the head of another word.
fn stands_alone(line: &Line, suffix: &Unit) -> bool {
    let next = line.char(suffix.end);
    let other = matches!(next, '民' | '委' | '长' | '值' | '场');
    // 与葡萄牙|站在一起
    let stands = line.before(suffix.end) == '站' && matches!(next, '在' | '到' | '着' | '起' | '了' | '上' | '出');
    !(suffix.len() == 1 && (other || stands))
}

/// The longest run of pieces before the word that a sight's name ends with.
const MOST_BEFORE: usize = 4;

/// Joins a building or sight with what names it: 深圳 + 书城, 先农坛 + 体育场, 海 + 渔 + 广场.
pub(super) fn sights(line: &Line, units: &mut Vec<Unit>) {
    let mut done: Vec<Unit> = Vec::with_capacity(units.len());
    for &unit in units.iter() {
        let suffix =
            unit.kind == Kind::Word && unit.is(sort::SITE | sort::STREET | sort::FEATURE) && !acts(line, &unit);
        let found = || {
            let built = unit.is(sort::SITE | sort::STREET).then(|| sight(line, &done, &unit)).flatten();
            built.or_else(|| called(line, &done, &unit))
        };
        match suffix.then(found).flatten() {
            Some(from) => {
                let start = done.get(from).map_or(unit.start, |u| u.start);
                done.truncate(from);
                done.push(Unit { start, end: unit.end, kind: Kind::Place, tag: "ns", sorts: sort::PLACE });
            }
            None => done.push(unit),
        }
    }
    *units = done;
}

/// Whether a museum or the like acts, as an organisation does: 海州博物馆表示.
fn acts(line: &Line, suffix: &Unit) -> bool {
    suffix.is(sort::BODY | sort::FIRM) && beside::is_actor(line, suffix.end)
}

/// Where in `done` the name of a sight begins that ends with `suffix`.
fn sight(line: &Line, done: &[Unit], suffix: &Unit) -> Option<usize> {
    let is_common = |u: &Unit| {
        u.kind == Kind::Word
            && u.len() == 2
            && matches!(u.tag, "n" | "nz" | "b" | "vn" | "j")
            && !u.is(sort::DULL | sort::TITLE)
    };
    let part = |u: &&Unit| {
        matches!(u.kind, Kind::Place | Kind::Foreign)
            || u.kind == Kind::Person && u.tag != "nrx"
            || is_common(u)
            || u.kind == Kind::Word && u.is(sort::SCOPE) && u.len() == 2
            || is_stray(line, u)
            || is_brand(line, u)
    };
    let run = done.iter().rev().take(MOST_BEFORE).take_while(part).count();
    let first = done.len() - run;
    let names = |at: usize| {
        let (Some(unit), next) = (done.get(at), done.get(at + 1)) else { return false };
        let strays = is_stray(line, unit) && next.is_some_and(|u| is_stray(line, u));
        unit.kind == Kind::Foreign || is_brand(line, unit) || strays
    };
    let proper = (first..done.len()).find(|&at| names(at));
    let place = (first..done.len()).rfind(|&at| done.get(at).is_some_and(|u| u.kind == Kind::Place));
    let long = suffix.len() >= 2;
    proper.filter(|_| long).or(place.filter(|&at| long || at + 1 == done.len()))
}

/// Where in `done` the name of a road or feature begins that is called by a word: 军舰 + 岛, 到 + 文汇 + 路,
/// 邢州大道、祥和 + 大街; 圣 + 丹 + 庙.
fn called(line: &Line, done: &[Unit], suffix: &Unit) -> Option<usize> {
    let at = done.len().checked_sub(1)?;
    let word = done.get(at)?;
    let single = suffix.len() == 1;
    if single && line.char(suffix.start) == '站' {
        return None;
    }
    let temple = single && suffix.is(sort::SITE) && !suffix.is(sort::STREET);
    if temple && is_stray(line, word) && at.checked_sub(1).and_then(|i| done.get(i)).is_some_and(|u| is_stray(line, u))
    {
        return Some(at - 1);
    }
    let noun = matches!(word.tag, "n" | "nz" | "nr" | "nrfg" | "ns" | "j");
    let named = word.kind == Kind::Word && word.len() == 2 && noun && word.end == suffix.start;
    if !named || word.is(sort::DULL | sort::TITLE | sort::NO_PLACE | sort::SUFFIX | sort::STREET | sort::SITE) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|i| done.get(i));
    let led = line.has_before(word.start, 1..=2, sort::LEADS_PLACE);
    let beside = before.filter(|u| u.kind == Kind::Mark && line.char(u.start) == '、').and(at.checked_sub(2));
    let listed = beside.and_then(|i| done.get(i)).is_some_and(|u| u.kind == Kind::Place);
    let isle = line.char(suffix.start) == '岛';
    (listed || isle && single || led && single).then_some(at)
}

/// Puts an address together: 北京市 + 东城区 + 王府井大街 + 218 + 号.
pub(super) fn addresses(line: &Line, units: &mut Vec<Unit>) {
    let mut done: Vec<Unit> = Vec::with_capacity(units.len());
    for &unit in units.iter() {
        let ends = line.before(unit.end) == '号' && matches!(unit.kind, Kind::Word | Kind::Number);
        match ends.then(|| address(line, &done, &unit)).flatten() {
            Some(from) => {
                let start = done.get(from).map_or(unit.start, |u| u.start);
                done.truncate(from);
                done.push(Unit { start, end: unit.end, kind: Kind::Place, tag: "ns", sorts: sort::PLACE });
            }
            None => done.push(unit),
        }
    }
    *units = done;
}

/// Where in `done` the address begins whose number ends with `last`.
fn address(line: &Line, done: &[Unit], last: &Unit) -> Option<usize> {
    let digits = |u: &&Unit| line.char(u.start).is_ascii_digit();
    let numbers = usize::from(done.last().filter(digits).is_some());
    let numbered = numbers == 1 && last.len() == 1 || numbers == 0 && digits(&last);
    let streets = done.len() - numbers;
    let is_street =
        |u: &&Unit| u.kind == Kind::Place && matches!(line.before(u.end), '路' | '街' | '道' | '巷' | '弄' | '村');
    done.get(..streets)?.last().filter(is_street).filter(|_| numbered)?;
    let chain = done.iter().take(streets).rev().take_while(|u| u.kind == Kind::Place).count();
    Some(streets - chain)
}
