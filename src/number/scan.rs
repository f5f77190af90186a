//! One pass over a line: at each place the longest reading wins, in the order trap, identifier, time, pair, range, number.

use super::found::{Found, Shape};
use super::identifier::{self, Named};
use super::{cut, implied, item, label, measure, ordinal, pair, part, range, rate};
use crate::among::among;
use crate::lexicon::LEXICON;
use crate::lexicon::phrases::Characters;
use crate::lexicon::tables::TRAPS;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{digits_end, is_numeral, run_end};
use crate::quantity::FigureKind;
use crate::time::parse::{self, Moment};
use std::sync::LazyLock;

/// What a line holds, each list in order.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    pub(crate) found: Vec<Found>,
    pub(crate) moments: Vec<Moment>,
    pub(crate) named: Vec<Named>,
    /// Where the last date, identifier or lexicalised number ends.
    known: usize,
    /// Where the clause ends that tells what ten shares get.
    shared: usize,
}

/// Reads every number of `line`.
pub(crate) fn scan(line: &Line) -> Scan {
    let mut scan = Scan::default();
    let mut i = 0;
    while i < line.len() {
        let trap = trap_end(line, i);
        i = if may_begin(line.at(i)) { scan.step(line, i, trap) } else { trap }.max(i + 1);
    }
    range::share_units(line, &mut scan.found);
    implied::currency(line, &mut scan.found);
    scan
}

impl Scan {
    /// Reads what begins at `i` and returns the index after it; `trap` is where a lexicalised number there ends.
    ///
    /// Kept apart: it is large, and most characters begin nothing.
    #[inline(never)]
    fn step(&mut self, line: &Line, i: usize, trap: usize) -> usize {
        let marked = label::read(line, i).filter(|named| !named.value.ends_with('号') || !is_day(line, i));
        if let Some(named) = marked.or_else(|| identifier::read(line, i)).filter(|named| named.end >= trap) {
            return self.name(named);
        }
        if let Some(moment) = parse::read(line, i).filter(|moment| moment.end > trap) {
            let end = moment.end;
            if !cut::is_piece(line, moment.start, end, self.known) {
                self.known = end;
                self.moments.push(moment);
            }
            return end;
        }
        if let Some(end) = label::body_end(line, i).filter(|&end| end > trap) {
            self.known = end;
            return end;
        }
        if let Some(end) = rate::ten_shares(line, i) {
            self.known = end;
            self.shared = line.clause_end(end, ",。;:(");
            return end;
        }
        if let Some(found) = number(line, i).filter(|found| found.end > trap) {
            let end = found.end;
            let counts = !item::is_mark(line, found.start, end);
            if counts && !cut::is_piece(line, found.start, end, self.known) {
                let shared = found.start < self.shared;
                self.found.push(if shared { rate::per_ten_shares(found) } else { rate::prefixed(line, found) });
            }
            return end;
        }
        // A number that is none is passed over whole, so that its tail is not read as another.
        if trap > i {
            // 618 is a word, but not where digits follow it.
            self.known = if line.before(trap).is_ascii_digit() { self.known } else { trap };
            return trap;
        }
        passed(line, i)
    }

    /// Takes an identifier, and drops what was read of its characters before, as 国 of 国发〔2023〕25号.
    fn name(&mut self, named: Named) -> usize {
        self.known = named.end;
        self.found.retain(|found| found.end <= named.start);
        self.moments.retain(|moment| moment.end <= named.start);
        self.named.push(named);
        self.known
    }
}

/// Whether a date begins at `i`: 15号上午 is no label.
fn is_day(line: &Line, i: usize) -> bool {
    line.at(i).is_ascii_digit() && parse::read(line, i).is_some()
}

/// Characters that a number, a date or an identifier begins with.
fn may_begin(c: char) -> bool {
    BEGINNINGS.holds(c)
}

static BEGINNINGS: LazyLock<Characters> = LazyLock::new(|| {
    let common = ('\0'..='\u{9fff}').filter(|&c| c.is_ascii_alphanumeric() || is_numeral(c));
    Characters::of(common.chain(MAY_BEGIN.chars()))
});

const MAY_BEGIN: &str = "数几半翻对负零-−+$¥€£第前今去明昨后本上下当同年月中近过未最每周星礼早晚凌清傍深夜午春夏秋冬元除端国〔[(【人新港正腊农大公廿卅俩仨末初季次翌这";

/// Where the lexicalised number that begins at `i` ends, `i` if none does.
fn trap_end(line: &Line, i: usize) -> usize {
    let Some((length, ())) = TRAPS.longest(|j| line.at(j), i) else { return i };
    // 销售额破千万: the adverb is a number there.
    if length == 2 && line.has(i, "千万") && i > 0 && among("破超逾近达过", line.before(i)) {
        return i;
    }
    if is_cut(line, i) {
        return i;
    }
    // 其中百分之五: 中百 is a name elsewhere.
    let part = |&j: &usize| line.any(j, &["百分之", "千分之", "万分之"]).is_some();
    (i + 1..i + length).find(part).unwrap_or(i + length)
}

/// How often the dictionary's corpus has a word at least that a lexicalised number may not cut.
const COMMON: u32 = 100;

/// 提高|三倍, 查封|三家: whether the lexicalised number that begins at `i` (高三) takes the end of a word, and an amount is behind.
fn is_cut(line: &Line, i: usize) -> bool {
    let amount = i > 0 && !is_numeral(line.at(i)) && line.at(i) != '第' && is_numeral(line.at(i + 1));
    amount
        && LEXICON.frequency(&line.words(i - 1, i + 1)) >= COMMON
        // 人大四次会议 is a name.
        && number(line, i + 1).is_some_and(|found| found.end > i + 2 && line.any(found.end, &["会议", "全会"]).is_none())
}

fn number(line: &Line, i: usize) -> Option<Found> {
    match line.at(i) {
        '第' | '前' => return ordinal::read(line, i),
        '俩' | '仨' => return few(line, i),
        c if c.is_ascii_digit() && line.before(i).is_ascii_digit() => return None,
        _ => {}
    }
    if named_day(line, i) {
        return None;
    }
    if let Some(pair) = pair::read(line, i) {
        return Some(pair);
    }
    if let Some(casualties) = casualties(line, i) {
        return Some(casualties);
    }
    if let Some(found) = part::digits_discount(line, i) {
        return Some(found);
    }
    let first = measure::read(line, i)?;
    let found = range::extend(line, &first).unwrap_or(first);
    (measure::stands(line, &found) && !is_year_or_code(line, &found)).then_some(found)
}

/// 9·11, 7·20: days that name an event.
fn named_day(line: &Line, i: usize) -> bool {
    let dot = |c: char| matches!(c, '·' | '・' | '•' | '‧');
    let end = digits_end(line, i);
    end > i
        && (dot(line.at(end)) && line.at(end + 1).is_ascii_digit()
            || dot(line.before(i)) && i > 1 && line.before(i - 1).is_ascii_digit())
}

/// 兄弟俩, 仨娃.
fn few(line: &Line, i: usize) -> Option<Found> {
    use crate::numeral::decimal::Decimal;
    let value = if line.at(i) == '俩' { 2 } else { 3 };
    Some(Found::one(i, i + 1, Decimal::integer(value), FigureKind::Count, ""))
}

/// 3死5伤.
fn casualties(line: &Line, i: usize) -> Option<Found> {
    let number = crate::numeral::read(line, i)?;
    let harm = matches!(line.at(number.end), '死' | '伤' | '亡') && (number.arabic || number.end > i);
    let free = !is_han(line.at(number.end + 1))
        || is_numeral(line.at(number.end + 1))
        || line.any(number.end + 1, &["的", "事故", "失"]).is_some();
    (harm && free).then(|| Found {
        end: number.end + 1,
        kind: FigureKind::Count,
        unit: "人".to_owned(),
        ..Found::bare(i, &number)
    })
}

/// Bare numbers that look like years or parts of codes: 2019-2021, 2023上海.
fn is_year_or_code(line: &Line, found: &Found) -> bool {
    let joined = !found.has_unit() && found.shape == Shape::One && range::joins_number(line, found.end);
    joined && line.before(found.start) == '-'
}

/// The index after the digits or letters that `i` begins.
fn passed(line: &Line, i: usize) -> usize {
    let c = line.at(i);
    if c.is_ascii_digit() {
        return run_end(line, i);
    }
    if c.is_ascii_alphabetic() && !matches!(c, 'l' | 'O' | 'I' | 'o') {
        return (i..line.len()).find(|&j| !line.at(j).is_ascii_alphabetic()).unwrap_or(line.len());
    }
    let chinese = crate::numeral::chinese_digits_end(line, i);
    if chinese > i + 2 { chinese } else { i + 1 }
}
