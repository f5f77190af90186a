//! Firms that no word of their names shows: what a clause begins with whose verb only firms have (澜舟动力公告, 由梅岭领投,
//! 澜舟动力、云川存储涨停), and what the headline names before a colon and the story begins with.

use super::brand::{is_stray, is_trade_end};
use super::evidence::{Evidence, is_code, listed, moved, owned, verb, verbs};
use super::lattice::{BIT, Known};
use super::learn::know;
use super::person;
use super::tables::sort;
use super::unit::{Kind, Line, Unit, ending_at};
use crate::among::among;
use crate::lexicon::LEXICON;
use crate::lexicon::tables::{has_cue, last_cue};
use crate::term::AFFIXES;

/// What a firm costs that a clause has shown; one of two characters more, as they more often stand there by chance.
const SHOWN: i32 = BIT;
const SHOWN_SHORT: i32 = 6 * BIT;
/// The longest name, in characters and in pieces.
const LONGEST: usize = 12;
const MOST_UNITS: usize = 8;
/// The longest bracket between a firm and its verb, in characters: 澜舟动力（300999.SZ）公告.
const BRACKET: usize = 16;
/// So many words at most stand between a firm and its verb: 澜舟动力|今日|盘中|涨停.
const AMID: usize = 4;
/// So many names of a list are read.
const LIST: usize = 12;

/// Puts every firm that a clause shows into `known`.
pub(super) fn learn(lines: &[Line], units: &[Vec<Unit>], known: &mut Known) {
    heading(lines, units, known);
    for (line, units) in lines.iter().zip(units) {
        let wanted = verbs(line);
        for at in 1..units.len() {
            let Some(unit) = units.get(at) else { break };
            if let Some(evidence) =
                verb(line, unit, wanted).or_else(|| moved(line, units, at, wanted)).or_else(|| listed(line, units, at))
            {
                before(line, units, at, evidence, known);
            } else if is_code(line, unit.start) {
                before(line, units, at, Evidence::Announces, known);
            } else if let Some(run) = owned(line, units, at) {
                show(line, run, Evidence::Held, known);
            } else if unit.kind == Kind::Latin && units.get(at - 1).is_some_and(|u| is_owner(line, u)) {
                show(line, std::slice::from_ref(unit), Evidence::Acts, known);
            }
        }
    }
}

/// Whether a firm's name in letters stands after it: 公司|Lumora, 旗下|Lumora.
fn is_owner(line: &Line, unit: &Unit) -> bool {
    let words = line.piece(unit.start, unit.end);
    is_trade_end(line, unit) || last_cue("holder", words).is_some()
}

/// The firm before the colon or the verb of the headline, with which the story begins too.
fn heading(lines: &[Line], units: &[Vec<Unit>], known: &mut Known) {
    let (Some(line), Some(own), Some(body)) = (lines.first(), units.first(), lines.get(1)) else { return };
    let wanted = verbs(line);
    let ends = |u: &&Unit| matches!(line.char(u.start), '：' | ':') || verb(line, u, wanted).is_some();
    let Some(end) = own.iter().skip(1).take(MOST_UNITS).find(ends).map(|u| u.start) else { return };
    // 管涛：…… / 管涛认为，……
    let said = person::is_speech_after(body, end);
    if said && end <= 3 && person::is_surname(line, 0) || line.is(0, end, sort::PERSON) {
        return;
    }
    let count = own.partition_point(|u| u.end <= end);
    let run = own.get(..count).unwrap_or_default();
    let (name, told) = (line.piece(0, end), body.piece(0, body.len()));
    let business = !said && has_cue("business", line.piece(end, line.len()));
    // 海普瑞：拟…… / 海普瑞（300999.SZ）公告
    let code = || is_code(body, end) || body.longest(end, sort::ANNOUNCES).is_some();
    if told.starts_with(name) {
        show(line, run, Evidence::Heading, known);
        if business && matches!(line.char(end), '：' | ':') || count == 1 && code() {
            show(line, run, Evidence::Announces, known);
        }
    } else if business && count == 1 && !told.contains(name) && matches!(line.char(end), '：' | ':') {
        show(line, run, Evidence::Announces, known);
    }
}

/// Shows the firms that stand before the verb `units[at]`.
fn before(line: &Line, units: &[Unit], at: usize, evidence: Evidence, known: &mut Known) {
    let mut end = at;
    for _ in 0..AMID {
        end = amid(line, units, end).unwrap_or(end);
    }
    for _ in 0..LIST {
        let Some(next) = one_before(line, units, end, evidence, known) else { return };
        end = next;
    }
}

/// Shows the firm whose name ends before `units[end]`; the end of the one before it in a list.
fn one_before(line: &Line, units: &[Unit], end: usize, evidence: Evidence, known: &mut Known) -> Option<usize> {
    let end = before_bracket(line, units, end);
    let blank = end.checked_sub(1).and_then(|i| units.get(i)).is_some_and(|u| line.char(u.start) == ' ');
    let end = end - usize::from(blank);
    let inside = units.get(..end)?;
    let from = end - inside.iter().rev().take(MOST_UNITS).take_while(|u| !parts(line, u)).count();
    let mark = from.checked_sub(1).and_then(|i| units.get(i)).map_or('\n', |u| line.char(u.start));
    let run = units.get(from..end)?;
    // 物流、旅游板块|走强
    if run.first().zip(run.last()).is_some_and(|(a, z)| has_cue("indices", line.piece(a.start, z.end))) {
        return None;
    }
    let lead = run.iter().rposition(|u| leads(line, u)).map_or(0, |i| i + 1);
    let own = run.get(lead..)?;
    // 由梅岭创投|和|云启资本|领投, 与|云启动力|签署
    let joint = own.iter().rposition(|u| matches!(line.piece(u.start, u.end), "和" | "与" | "及"));
    let joint = joint.filter(|&i| evidence.is_shared() || evidence == Evidence::Acts && own.len() == i + 2);
    let owner = run.get(..lead).and_then(<[Unit]>::last).filter(|u| line.before(u.end) == '司');
    let shown = if owner.is_some() && evidence == Evidence::Acts { Evidence::Owned } else { evidence };
    show(line, own.get(joint.map_or(0, |i| i + 1)..)?, shown, known);
    match joint {
        Some(at) => evidence.is_shared().then_some(from + lead + at),
        None => (evidence.is_listed() && mark == '、' && lead == 0).then(|| from - 1),
    }
}

/// Before the word right before `units[end]` that stands between a firm and its verb.
fn amid(line: &Line, units: &[Unit], end: usize) -> Option<usize> {
    let last = units.get(end.checked_sub(1)?)?;
    if last.tag == "t" {
        return Some(end - 1);
    }
    let starts = (1..=4).filter_map(|n| last.end.checked_sub(n)).filter(|&at| line.is(at, last.end, sort::AMID));
    starts.filter_map(|at| ending_at(units, at)).next().map(|index| index + 1)
}

/// Whether it is a mark between names; a blank before letters is none.
fn parts(line: &Line, unit: &Unit) -> bool {
    let blank = line.char(unit.start) == ' ' && line.char(unit.end).is_ascii_alphanumeric();
    unit.kind == Kind::Mark && !blank
}

/// Before the bracket that closes right before `units[end]`.
fn before_bracket(line: &Line, units: &[Unit], end: usize) -> usize {
    let close = end.checked_sub(1).and_then(|i| units.get(i)).filter(|u| matches!(line.char(u.start), '）' | ')'));
    let open = |u: &&Unit| (u.start..u.end).len() == 1 && matches!(line.char(u.start), '（' | '(');
    close
        .and_then(|close| {
            let near = units.get(..end)?.iter().rev().take_while(|u| u.start + BRACKET > close.end);
            near.zip(1..).find(|(u, _)| open(u)).map(|(_, n)| end - n)
        })
        .unwrap_or(end)
}

/// Whether a firm's name begins after it: 由, 近日, 上市公司, 设备|商.
fn leads(line: &Line, unit: &Unit) -> bool {
    let words = line.piece(unit.start, unit.end);
    unit.tag == "t" || is_trade_end(line, unit) || last_cue("led", words).is_some()
}

/// Knows the firm that `run` is.
fn show(line: &Line, run: &[Unit], evidence: Evidence, known: &mut Known) {
    // *ST澜特
    let starred = run.first().is_some_and(|u| matches!(line.char(u.start), '*' | ' '));
    let run = run.get(usize::from(starred)..).unwrap_or_default();
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return };
    let name = line.piece(first.start, last.end);
    let most = if name.is_ascii() { 2 * LONGEST } else { LONGEST };
    let length = last.end - first.start;
    let firm = match run {
        [unit] => is_firm(line, unit, evidence),
        _ => is_made(line, run, evidence),
    };
    if firm && (2..=most).contains(&length) {
        know(known, name, Kind::Organization, if length == 2 { SHOWN_SHORT } else { SHOWN });
    }
}

/// Whether a piece by itself may be a firm's name.
fn is_firm(line: &Line, unit: &Unit, evidence: Evidence) -> bool {
    let words = line.piece(unit.start, unit.end);
    match unit.kind {
        Kind::Person | Kind::Foreign => {
            !evidence.is_act() && evidence != Evidence::Heading && !matches!(unit.tag, "nrx" | "nrl")
        }
        Kind::Latin => unit.len() >= 3 && words.contains(|c: char| c.is_ascii_lowercase()),
        Kind::Word => {
            !(evidence.is_act() || matches!(evidence, Evidence::Held | Evidence::Rises))
                && unit.sorts == 0
                && unit.len() >= 2
                && matches!(unit.tag, "nz" | "x")
        }
        _ => false,
    }
}

/// Whether pieces side by side may be one: none is of grammar or does something, and one is what names are made of.
fn is_made(line: &Line, run: &[Unit], evidence: Evidence) -> bool {
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return false };
    let acts = evidence.is_act() || matches!(evidence, Evidence::Held | Evidence::Owned);
    let named = |u: &Unit| match u.kind {
        Kind::Person | Kind::Foreign | Kind::Latin => true,
        Kind::Place | Kind::Organization => !acts,
        _ => {
            is_stray(line, u)
                || matches!(u.tag, "nz" | "nr" | "nrt" | "nrfg" | "x")
                || !acts && matches!(u.tag, "ns" | "j")
        }
    };
    let suffix = last.is(sort::FIRM | sort::LOOSE | sort::WORK);
    // 碳酸锂概念|走强, 龙头股|拉升|涨停
    let ends = match evidence {
        Evidence::Moves | Evidence::Rises => {
            let named = suffix || is_paired(line, run, run.len() - 1);
            last.end - first.start >= 3 && (named || !matches!(last.tag, "v" | "vn" | "vd"))
        }
        Evidence::Acts | Evidence::Signs | Evidence::Owned => last.kind != Kind::Word || is_stray(line, last) || suffix,
        _ => {
            let closes = last.len() == 1 && among(AFFIXES.closing, line.char(last.start));
            !closes && (evidence == Evidence::Heading || !matches!(last.tag, "d" | "p" | "c" | "f"))
        }
    };
    let part = |i: usize, u: &Unit| match u.kind {
        Kind::Mark => (1..run.len() - 1).contains(&i) && line.char(u.start) != '、',
        Kind::Number => false,
        Kind::Organization | Kind::Place => i == 0 && (!acts || u.kind == Kind::Place),
        Kind::Person | Kind::Foreign => u.tag != "nrx" && (i == 0 || i + 1 < run.len()),
        Kind::Latin => {
            !(u.is(sort::TITLE) || i > 0 && line.char(u.start).is_ascii_digit())
                && (!acts || i + 1 < run.len() || first.kind == Kind::Latin)
        }
        Kind::Word => {
            // 股东|海盛|投资, but 股东|王建国|投资, 股东|陈海|投资2亿元
            let told = first.kind == Kind::Person && (first.len() > 2 || line.char(last.end).is_ascii_digit());
            let ends = suffix && evidence == Evidence::Held && i + 1 == run.len() && !told;
            (ends
                || (!acts || suffix) && is_paired(line, run, i)
                || is_part(line, u, acts || first.kind == Kind::Organization && i + 1 < run.len()))
                && !(u.is(sort::TITLE) && (i > 0 || is_person(run.get(1))))
        }
    };
    let dull = line.is(last.start, last.end, sort::MEANT | sort::DESCRIBED | sort::DOCUMENT | sort::AUTHORITY);
    let whole = line.piece(first.start, last.end);
    let index = has_cue("indices", whole) || whole.ends_with('股') && !whole.ends_with("控股");
    (matches!(evidence, Evidence::Announces | Evidence::Owned)
        || run.iter().any(named)
        || evidence == Evidence::Heading && suffix)
        && !dull
        && !index
        && ends
        && LEXICON.tag(whole).is_none()
        && run.iter().enumerate().all(|(i, u)| part(i, u))
}

/// 合众|思|壮: a single character beside another.
fn is_paired(line: &Line, run: &[Unit], at: usize) -> bool {
    let stray = |i: usize| run.get(i).is_some_and(|u| is_stray(line, u) && !among(AFFIXES.closing, line.char(u.start)));
    stray(at) && (stray(at + 1) || at.checked_sub(1).is_some_and(stray))
}

/// Whether a word may be a part of a firm's name; where only its verb shows it, nothing that happens.
fn is_part(line: &Line, unit: &Unit, acts: bool) -> bool {
    if acts && matches!(unit.tag, "v" | "d" | "ad" | "vd" | "a" | "ns" | "vn" | "m" | "f") {
        return false;
    }
    let grammar = matches!(unit.tag, "p" | "c" | "u" | "uj" | "ul" | "uz" | "ud" | "r" | "y" | "t" | "f" | "q");
    let firm = unit.is(sort::SUFFIX | sort::FIELD | sort::WORK);
    let wrong = unit.is(sort::DULL | sort::STATE) && !firm || grammar;
    // 新晨科技, 以岭药业
    if unit.len() == 1 && among(AFFIXES.joining, line.char(unit.start)) {
        return false;
    }
    let brand = !acts && unit.len() == 1;
    (brand || !wrong) && !line.is(unit.start, unit.end, sort::ACTS | sort::SAY | sort::MOVES)
}

fn is_person(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|u| matches!(u.kind, Kind::Person | Kind::Foreign))
}
