//! What stands before a name: titles, and whose they are.

use super::owner::{self, Owner};
use super::tables::{LONGEST, sort};
use super::unit::{Kind, Line, Unit, ending_at, is_han};
use std::ops::RangeInclusive;

/// A person's titles and organisations where they are named, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Role {
    /// Titles, each as (first character, one past the last).
    pub(super) titles: Vec<(usize, usize)>,
    /// Organisations, in the order of the text.
    pub(super) owners: Vec<Owner>,
}

/// How far before a title 时任 may stand, and how far behind a verb of taking an office it may end, in characters.
pub(super) const FAR: usize = 16;
/// Lengths of the verbs of taking and giving an office that stand right before a name: 接替, 任命.
pub(super) const VERB: RangeInclusive<usize> = 2..=3;
/// The longest chain of titles.
const MOST_TITLES: usize = 6;

/// Reads the titles left of `units[at]`.
pub(super) fn read(line: &Line, units: &[Unit], at: usize) -> Role {
    let Some(person) = units.get(at) else { return Role::default() };
    let mut end = before_blank(line, person.start);
    // 老师叫司马青峰
    let called = (1..=2).rev().filter_map(|n| end.checked_sub(n)).find(|&from| line.is(from, end, sort::CALLED));
    end = called.filter(|&from| title_before(line, units, from).is_some()).unwrap_or(end);
    // 首名证人、82岁的罗婆婆
    end = told_before(line, end).filter(|&from| title_before(line, units, from).is_some()).unwrap_or(end);
    // 时任海州市副市长的邵明.
    if line.before(end) == '的' && title_before(line, units, end - 1).is_some_and(|(start, _)| is_held(line, start)) {
        end -= 1;
    }
    ending_before(line, units, end)
}

/// The chain of titles that ends at `end`.
pub(super) fn ending_before(line: &Line, units: &[Unit], mut end: usize) -> Role {
    let mut role = Role::default();
    while role.titles.len() < MOST_TITLES {
        let Some((start, sorts)) = title_before(line, units, end) else { break };
        if let Some(place) = division_before(line, units, start, end) {
            role.titles.push((start + 1, end));
            role.owners.push(Owner::Named(place, start + 1));
            break;
        }
        if let Some((from, body)) = body_before(line, units, start, end) {
            role.titles.push((body, end));
            role.owners.push(Owner::Named(from, body));
            break;
        }
        let start =
            department_before(line, units, start).or_else(|| fields_before(line, units, start)).unwrap_or(start);
        let start = superior_before(units, start).unwrap_or(start);
        role.titles.push((start, end));
        end = before_blank(line, start);
        let next = before_state(line, end);
        let held = sorts & (sort::OFFICE | sort::POST) != 0;
        let owner = owner::before(line, units, next, held);
        if let Some((owner, from)) = owner {
            role.owners.push(whole_office(line, owner, start));
            end = from;
        } else {
            end = next;
        }
        // 竞争对手，外交部发言人
        let goes_on = |to: &usize| {
            let office =
                || title_before(line, units, *to).is_some_and(|(_, sorts)| sorts & (sort::OFFICE | sort::POST) != 0);
            line.before(end) != '，' || office()
        };
        match link_before(line, end).filter(goes_on) {
            Some(linked) => end = linked,
            None => break,
        }
    }
    role.titles.reverse();
    role.owners.reverse();
    role
}

/// 高雄|市议员: where the place begins whose last character the title from `start` to `end` took.
fn division_before(line: &Line, units: &[Unit], start: usize, end: usize) -> Option<usize> {
    let is_division = |c: char| matches!(c, '省' | '市' | '县' | '区' | '州' | '镇' | '乡' | '村');
    let held = end - start > 2 && is_division(line.char(start)) && line.is(start + 1, end, sort::OFFICE | sort::POST);
    let place = units.get(ending_at(units, start)?)?;
    let stem = place.kind == Kind::Place && !is_division(line.before(start));
    (held && stem).then_some(place.start)
}

/// 党委委员、政治部|主任, 副院长、民俗|学者: where the department or field begins that no organisation stands before.
fn department_before(line: &Line, units: &[Unit], start: usize) -> Option<usize> {
    let unit = units.get(ending_at(units, start)?)?;
    let word = unit.kind == Kind::Word && unit.len() >= 2;
    let learned = matches!(line.char(start), '学' | '专')
        && matches!(unit.tag, "n" | "nz" | "vn")
        && !unit.is(sort::TITLE | sort::SUFFIX);
    (word && (unit.is(sort::UNIT) || learned) && link_before(line, unit.start).is_some()).then_some(unit.start)
}

/// 证人、82岁的…, 侄女、任职护士的…: where the words begin that tell of someone between a title and the name.
fn told_before(line: &Line, end: usize) -> Option<usize> {
    let of = end.checked_sub(1).filter(|&i| line.char(i) == '的')?;
    let from = (of.saturating_sub(FAR)..of).rev().find(|&i| !is_han(line.char(i)) && !line.char(i).is_ascii_digit())?;
    let aged = line.before(of) == '岁';
    (line.char(from) == '、' && (aged || line.is(from + 1, from + 3, sort::STATE))).then_some(from)
}

/// 瑞典金属|工会|主席: where the body ends whose last word the title took, and where its name begins.
fn body_before(line: &Line, units: &[Unit], start: usize, end: usize) -> Option<(usize, usize)> {
    let body = line.listed(start).iter().find(|word| {
        word.sorts & (sort::BODY | sort::AUTHORITY | sort::FIRM) != 0
            && word.end >= start + 2
            && line.char(start) != '党'
            && line.is(word.end, end, sort::OFFICE | sort::POST)
    })?;
    let last = ending_at(units, start)?;
    // 云溪|集团|董事长
    let firm = units.get(last).filter(|u| matches!(u.kind, Kind::Organization | Kind::Foreign | Kind::Latin));
    if body.sorts & (sort::BODY | sort::AUTHORITY) == 0 || firm.is_some() && line.char(start) == '集' {
        return firm.filter(|_| line.char(start) == '集').map(|firm| (firm.start, body.end));
    }
    let run = units.get(..=last)?.iter().rev().take(4);
    let noun = |u: &&Unit| u.kind == Kind::Word && u.len() >= 2 && matches!(u.tag, "n" | "nz" | "vn" | "j" | "b");
    let nouns = run.take_while(noun).count();
    let place = units.get((last + 1).checked_sub(nouns + 1)?)?;
    (place.kind == Kind::Place).then_some((place.start, body.end))
}

/// 副首相兼|能源与工商|大臣, 院士、工程|总设计师: where the fields begin that a title after another is held in.
fn fields_before(line: &Line, units: &[Unit], start: usize) -> Option<usize> {
    let last = ending_at(units, start)?;
    let field = |u: &&Unit| {
        let fields = u.is(sort::FIELD | sort::WORK) && u.len() >= 2 && !u.is(sort::TITLE);
        u.kind == Kind::Word && (fields || matches!(line.piece(u.start, u.end), "与" | "和"))
    };
    let run = units.get(..=last)?.iter().rev().take(4).take_while(field).count();
    let first = units.get(last + 1 - run..=last)?.first()?;
    let linked = matches!(line.before(first.start), '、' | '兼');
    (linked && first.len() >= 2).then_some(first.start)
}

/// 秘书长|特使, 董事长|总经理: where the office begins that stands right before a title.
fn superior_before(units: &[Unit], start: usize) -> Option<usize> {
    let unit = units.get(ending_at(units, start)?)?;
    (unit.kind == Kind::Word && unit.len() >= 2 && unit.is(sort::OFFICE)).then_some(unit.start)
}

/// 高雄市环保|局长: the office ends with the first character of the title, where its field stands before.
fn whole_office(line: &Line, owner: Owner, title: usize) -> Owner {
    match owner {
        Owner::Named(start, end) if end == title && is_office_head(line, title) => {
            let field = line.has_before(end, 2..=4, sort::FIELD);
            Owner::Named(start, if field { end + 1 } else { end })
        }
        other => other,
    }
}

/// Whether the title at `at` is that of who heads an office: 局|长, 处|长.
pub(super) fn is_office_head(line: &Line, at: usize) -> bool {
    matches!(line.char(at), '局' | '署' | '处' | '厅' | '司' | '科') && line.char(at + 1) == '长'
}

/// Whether 时任, 担任, 身为 … stand in the clause before the title that begins at `start`.
fn is_held(line: &Line, start: usize) -> bool {
    let clause = (start.saturating_sub(FAR)..start).rev().take_while(|&i| is_han(line.char(i)));
    clause.into_iter().any(|i| (2..=3).any(|n| line.is(i, i + n, sort::STATE)))
}

/// 、, 兼, 和 … between two titles.
fn link_before(line: &Line, end: usize) -> Option<usize> {
    const LINKS: [&str; 9] = ["、", "兼", "兼任", "和", "及", "以及", "暨", "，", "/"];
    let link = LINKS.iter().filter(|l| {
        let n = l.chars().count();
        end.checked_sub(n).is_some_and(|from| line.piece(from, end) == **l)
    });
    link.map(|l| end - l.chars().count()).min()
}

/// The title that ends at `end`: where it begins and what it is.
pub(super) fn title_before(line: &Line, units: &[Unit], end: usize) -> Option<(usize, u64)> {
    let listed = || {
        (2..=LONGEST).rev().filter_map(|n| {
            let start = end.checked_sub(n)?;
            let sorts = line.sorts(start, end) & sort::TITLE;
            (sorts != 0).then_some((start, sorts))
        })
    };
    // 高雄市|议员, 总工会|主席: not from within a name on.
    let within = |at: usize| {
        let unit = units.get(units.partition_point(|u| u.end <= at));
        unit.is_some_and(|u| u.start < at && matches!(u.kind, Kind::Place | Kind::Organization))
    };
    let listed = listed().find(|&(start, _)| !within(start)).or_else(|| listed().next());
    let (start, sorts) = listed.or_else(|| chief_before(line, end)).or_else(|| noun_before(line, units, end))?;
    Some((with_prefixes(line, units, start), sorts))
}

/// 首席…官 that no table lists.
fn chief_before(line: &Line, end: usize) -> Option<(usize, u64)> {
    let start = (3..=9).filter_map(|n| end.checked_sub(n)).find(|&from| line.piece(from, from + 2) == "首席")?;
    is_chief(line, end).then_some((start, sort::POST))
}

/// Whether a title of 首席 may end at `end`.
pub(super) fn is_chief(line: &Line, end: usize) -> bool {
    matches!(line.before(end), '官' | '师' | '家' | '表' | '员')
}

/// A word that ends as names of trades do: 油画家, 店主.
fn noun_before(line: &Line, units: &[Unit], end: usize) -> Option<(usize, u64)> {
    let index = ending_at(units, end)?;
    let unit = units.get(index)?;
    // 巡查|员
    let deed = index.checked_sub(1).and_then(|i| units.get(i)).filter(|u| {
        u.kind == Kind::Word && u.len() == 2 && matches!(u.tag, "v" | "vn" | "n") && u.sorts & !sort::WORK == 0
    });
    if let Some(deed) = deed.filter(|_| unit.len() == 1 && line.char(unit.start) == '员') {
        return Some((deed.start, sort::TRADE));
    }
    let whole = unit.kind == Kind::Word && unit.len() >= 2;
    let noun = whole && matches!(unit.tag, "n" | "x" | "nz" | "b") && unit.sorts & !sort::DULL == 0;
    let ending = matches!(
        line.before(end),
        '长' | '员' | '师' | '家' | '者' | '手' | '主' | '官' | '匠' | '星' | '帅' | '王' | '农' | '民'
    );
    let office = matches!(line.before(end), '长' | '官');
    (noun && ending).then_some((unit.start, if office { sort::OFFICE } else { sort::TRADE }))
}

fn with_prefixes(line: &Line, units: &[Unit], start: usize) -> usize {
    let mut start = start;
    for _ in 0..4 {
        let prefix = (1..=6).rev().find(|&n| {
            start.checked_sub(n).is_some_and(|from| {
                let sorts = line.sorts(from, start);
                sorts & sort::PREFIX != 0 && sorts & sort::LOOSE == 0 && is_free(units, from, start)
            })
        });
        match prefix {
            Some(n) => start -= n,
            None => break,
        }
    }
    start
}

/// Whether the characters from `from` to `to` are not the end of a name, nor a single one that of another word.
fn is_free(units: &[Unit], from: usize, to: usize) -> bool {
    let index = units.partition_point(|u| u.end <= from);
    let of_name = |u: &&Unit| u.start < from && matches!(u.kind, Kind::Organization | Kind::Place | Kind::Person);
    if to - from > 1 {
        return units.get(index).filter(of_name).is_none();
    }
    units.get(index).is_none_or(|u| u.start >= from)
        && ending_at(units, to).is_none_or(|i| units.get(i).is_none_or(|u| u.start >= from))
}

/// Before a blank, as stands beside words in Latin letters.
fn before_blank(line: &Line, end: usize) -> usize {
    if line.before(end) == ' ' { end - 1 } else { end }
}

/// Before 原, 现任, 时任 …
fn before_state(line: &Line, end: usize) -> usize {
    let state = (1..=2).rev().find(|&n| end.checked_sub(n).is_some_and(|from| line.is(from, end, sort::STATE)));
    state.map_or(end, |n| end - n)
}
