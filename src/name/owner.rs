//! Whose a title is: the organisation, place or brand that stands before it.

use super::brand::{self, is_stray};
use super::listed;
use super::tables::sort;
use super::unit::{Kind, Line, Unit, ending_at, is_han};
use crate::lexicon::LEXICON;

/// Whose title it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Owner {
    /// The name at these characters.
    Named(usize, usize),
    /// 公司, 该校: at these characters, standing for an organisation named before.
    Meant(usize, usize),
}

impl Owner {
    /// The first character.
    pub(super) const fn start(self) -> usize {
        match self {
            Self::Named(start, _) | Self::Meant(start, _) => start,
        }
    }
}

/// A part of an office of so many characters is known by itself: 商业罪案调查科.
const LONG_PART: usize = 5;
/// The longest name in marks, in characters.
const LONGEST_BRAND: usize = 8;
/// So many nouns at most stand between an organisation and a title.
const MOST_NOUNS: usize = 6;

/// The organisation or place that ends at `end`, and where it begins.
pub(super) fn before(line: &Line, units: &[Unit], end: usize, held: bool) -> Option<(Owner, usize)> {
    let end = if line.before(end) == '的' { end - 1 } else { end };
    let end = before_bracket(line, end);
    if let Some(start) = quoted_before(line, end).filter(|_| held) {
        return Some((Owner::Named(start, end - 1), start - 1));
    }
    let Some(index) = ending_at(units, end) else { return sharing(units, end) };
    let unit = units.get(index)?;
    match unit.kind {
        Kind::Organization => {
            let start = posted_from(line, units, index).unwrap_or(unit.start);
            Some((Owner::Named(start, unit.end), start))
        }
        Kind::Place if held => {
            let first = units.get(..index)?.iter().rev().take_while(|u| u.kind == Kind::Place).count();
            let start = units.get(index - first)?.start;
            // 摩根士丹利|中国|首席经济学家
            let whole = ending_at(units, start).and_then(|i| units.get(i)).filter(|u| u.kind == Kind::Organization);
            let (from, to) = whole.map_or((start, unit.end), |u| (u.start, u.end));
            Some((Owner::Named(from, to), from))
        }
        _ if !held && !unit.is(sort::SUFFIX) => None,
        _ => meant(line, units, index)
            .or_else(|| across(line, units, index))
            .or_else(|| brand(line, units, index))
            .or_else(|| beyond(line, units, index)),
    }
}

/// 高雄市环保局|长: the office that ends with the first character of a title at `end`.
fn sharing(units: &[Unit], end: usize) -> Option<(Owner, usize)> {
    let office = units.get(ending_at(units, end + 1)?).filter(|u| u.kind == Kind::Organization)?;
    Some((Owner::Named(office.start, office.end), office.start))
}

/// 中国|常驻|联合国: where the country begins that is posted with the organisation at `index`.
fn posted_from(line: &Line, units: &[Unit], index: usize) -> Option<usize> {
    let [country, posted] = units.get(index.checked_sub(2)?..index)? else { return None };
    (country.kind == Kind::Place && line.piece(posted.start, posted.end) == "常驻").then_some(country.start)
}

/// 蓝鲸智行|的|采购|负责人: what stands before 的 and a noun or two.
fn beyond(line: &Line, units: &[Unit], index: usize) -> Option<(Owner, usize)> {
    let nouns = units.get(..=index)?.iter().rev().take(2).take_while(|u| u.kind == Kind::Word && is_noun(u)).count();
    let of = (index + 1).checked_sub(nouns + 1)?;
    units.get(of).filter(|u| nouns > 0 && line.piece(u.start, u.end) == "的")?;
    let index = of.checked_sub(1)?;
    let unit = units.get(index)?;
    let named = (unit.kind == Kind::Organization).then_some((Owner::Named(unit.start, unit.end), unit.start));
    named
        .or_else(|| meant(line, units, index))
        .or_else(|| brand(line, units, index).filter(|(_, from)| unit.end - from >= 3))
}

/// 平台|“货满满”|联合创始人: where a name in marks begins that closes at `end`.
fn quoted_before(line: &Line, end: usize) -> Option<usize> {
    if !matches!(line.before(end), '”' | '」') {
        return None;
    }
    let open = (end.saturating_sub(LONGEST_BRAND + 2)..end).rev().find(|&i| matches!(line.char(i), '“' | '「'))?;
    (end - open >= 4 && (open + 1..end - 1).all(|i| line.char(i).is_alphanumeric())).then_some(open + 1)
}

/// Before a bracket that closes at `end`: 云溪科技（下称“云溪”）.
fn before_bracket(line: &Line, end: usize) -> usize {
    if !matches!(line.before(end), '）' | ')') {
        return end;
    }
    let open = (1..=30).filter_map(|n| end.checked_sub(n)).find(|&i| matches!(line.char(i), '（' | '('));
    open.unwrap_or(end)
}

/// 公司, 该公司, 集团 …: stand for what was named before.
fn meant(line: &Line, units: &[Unit], index: usize) -> Option<(Owner, usize)> {
    let unit = units.get(index)?;
    // 前银行经理 was at some bank.
    let before = index.checked_sub(1).and_then(|i| units.get(i));
    let some = before.is_some_and(|u| u.is(sort::STATE) || is_part_of_name(line, u));
    let plain = line.is(unit.start, unit.end, sort::MEANT) && !some;
    let this = index
        .checked_sub(1)
        .and_then(|i| units.get(i))
        .filter(|u| matches!(line.piece(u.start, u.end), "该" | "本" | "我"));
    plain.then(|| (Owner::Meant(unit.start, unit.end), this.map_or(unit.start, |u| u.start)))
}

/// Whether a word before 银行 or 中心 makes it part of a name: 大江|银行.
fn is_part_of_name(line: &Line, unit: &Unit) -> bool {
    let noun = matches!(unit.tag, "n" | "ns" | "nz" | "nr" | "nrt" | "x" | "vn" | "b" | "j");
    let free = unit.is(sort::DULL | sort::TITLE | sort::SAY | sort::STATE) || unit.sorts & sort::TITLE != 0;
    unit.kind == Kind::Word && unit.len() >= 2 && noun && !free && is_han(line.before(unit.end))
}

/// 海关总署|统计|分析|司|司长, 中远证券|新能源|行业|首席分析师: the organisation across the nouns before a title, up to the last
/// of them that names a part of it; at the head of a clause the nouns themselves (翠微|街道办事处|副主任).
fn across(line: &Line, units: &[Unit], index: usize) -> Option<(Owner, usize)> {
    let mut last: Option<(usize, usize)> = None;
    let mut firm: Option<(usize, usize)> = None;
    let mut first = index + 1;
    while first > 0 && index + 1 - first <= MOST_NOUNS {
        let at = first - 1;
        let unit = units.get(at)?;
        let words = line.piece(unit.start, unit.end);
        match unit.kind {
            Kind::Organization => return Some((Owner::Named(unit.start, last.map_or(unit.end, |l| l.1)), unit.start)),
            Kind::Place => return last.or(firm).map(|(_, end)| (Owner::Named(unit.start, end), unit.start)),
            _ if brand::is_trade_end(line, unit) => break,
            Kind::Word if last.is_some() && matches!(words, "和" | "与" | "及") => {}
            // 国道警察局|第六|大队长
            Kind::Word | Kind::Number if at == index && line.char(unit.start) == '第' => {}
            // 消防局|第五|大队, 环|工|系
            Kind::Word if last.is_some() && (unit.tag == "m" || is_stray(line, unit)) => {}
            Kind::Word if matches!(words, "负责" | "分管" | "主管" | "旗下") => {}
            Kind::Word | Kind::Person | Kind::Foreign if is_noun(unit) || at < index && is_head(line, units, at) => {
                let end = Some((at, unit.end));
                last = if is_part_end(line, unit) { last.or(end) } else { last };
                firm = if unit.is(sort::FIRM) && unit.is(sort::LOOSE) { end } else { firm };
            }
            _ => break,
        }
        first = at;
    }
    let part = |l: &(usize, usize)| units.get(l.0).is_some_and(|u| u.is(sort::UNIT) && !u.is(sort::BODY));
    // 消防局|…|大队, 市|…|支队
    let headed = units.get(first).is_some_and(|u| first < index && u.is(sort::AUTHORITY | sort::SCOPE));
    let start = units.get(first)?.start;
    let long = |l: &(usize, usize)| l.1 >= start + LONG_PART && !is_han_before(line, units, first);
    let (at, end) = last.filter(|l| headed || !part(l) || long(l)).or(firm)?;
    let single = end - start >= 3 && line.before(end) == '队'
        || units.get(at).is_some_and(|u| listed::is_field_office(line, u) || is_government(line, u));
    (first < at && !is_han_before(line, units, first) || single).then_some((Owner::Named(start, end), start))
}

/// 县府, 市府: an authority by itself, short for the government named before.
fn is_government(line: &Line, unit: &Unit) -> bool {
    unit.len() == 2 && unit.is(sort::AUTHORITY) && line.before(unit.end) == '府'
}

/// Whether an organisation or a part of one may end with it: 采购部, 管理科, 旅游局.
fn is_part_end(line: &Line, unit: &Unit) -> bool {
    let team = line.before(unit.end) == '队';
    let tail = line.is(unit.end - 1, unit.end, sort::UNIT) || team;
    let part = unit.kind == Kind::Word && (unit.len() >= 3 && tail || unit.len() == 1 && unit.is(sort::UNIT));
    let division = unit.kind == Kind::Word && unit.len() >= 2 && unit.is(sort::DIVISION);
    unit.is(sort::SUFFIX) && !unit.is(sort::LOOSE) || part || division || listed::is_field_office(line, unit)
}

/// Whether a Chinese character that is no part of 的 or a trade (施工方) stands right before `units[at]`.
fn is_han_before(line: &Line, units: &[Unit], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| units.get(i));
    before.is_some_and(|u| u.kind == Kind::Word && !brand::is_trade_end(line, u) && line.before(u.end) != '的')
}

/// A word of any sort that begins a clause, as a name does: 启明|汽车|采购部.
fn is_head(line: &Line, units: &[Unit], at: usize) -> bool {
    let Some(unit) = units.get(at) else { return false };
    let named = matches!(unit.kind, Kind::Person | Kind::Foreign) && unit.tag != "nrx" && unit.len() <= 4;
    let other = sort::TITLE | sort::SAY | sort::STATE | sort::DULL;
    let word = unit.kind == Kind::Word && unit.len() == 2 && !unit.is(other);
    (named || word) && !is_han_before(line, units, at)
}

/// A word that may stand within an organisation's name or between it and a title.
fn is_noun(unit: &Unit) -> bool {
    let noun = matches!(unit.tag, "n" | "vn" | "nz" | "b" | "j" | "l" | "ng" | "x" | "an" | "nt" | "ns" | "s");
    let field = unit.is(sort::FIELD | sort::WORK | sort::SCOPE | sort::SUFFIX);
    field || noun && !unit.is(sort::TITLE | sort::SAY | sort::STATE)
}

/// A run of words that no table knows before a title: 小马智行首席财务官, 云朵出行首席执行官.
fn brand(line: &Line, units: &[Unit], index: usize) -> Option<(Owner, usize)> {
    let end = units.get(index)?.end;
    let firm = ["首席", "联合", "创始", "董事", "总裁", "CE", "CF", "CT"]
        .contains(&line.piece(end, (end + 2).min(line.len())));
    let deed = |u: &Unit| firm && u.kind == Kind::Word && u.len() == 2 && u.sorts == 0 && matches!(u.tag, "v" | "ns");
    let part = |u: &&Unit| is_brand_part(line, u) || deed(u);
    let run = units.get(..=index)?.iter().rev().take_while(part).take(4).count();
    let first = units.get(index + 1 - run..=index)?;
    let leads = |u: &Unit| brand::is_trade_end(line, u) || line.is(u.start, u.end, sort::MEANT);
    let trade = first.iter().rposition(leads).map_or(0, |at| at + 1);
    let start = first.get(trade).or(first.first())?.start;
    let topic = firm && end - start >= 3 && !is_han(line.before(start));
    let word = LEXICON.frequency(line.piece(start, end)) > 200;
    let known = end - start <= 1 || word && !topic;
    let clean = start == 0 || !is_han(line.before(start)) || end - start >= 3;
    (!known && clean && end - start <= 8).then_some((Owner::Named(start, end), start))
}

fn is_brand_part(line: &Line, unit: &Unit) -> bool {
    match unit.kind {
        Kind::Word if is_stray(line, unit) => true,
        Kind::Latin | Kind::Foreign | Kind::Person => true,
        Kind::Word => {
            unit.sorts & !(sort::LOOSE | sort::FIRM | sort::FIELD | sort::ADDRESS | sort::TRADE) == 0
                && matches!(
                    unit.tag,
                    "n" | "nz" | "x" | "nr" | "ng" | "zg" | "b" | "a" | "z" | "nrt" | "g" | "i" | "vn"
                )
        }
        _ => false,
    }
}
