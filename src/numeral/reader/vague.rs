//! Numbers that are not told exactly or as they are spoken: 数十, 几千, 30多, 十来, 3个亿.

use super::{Ends, Reader};
use crate::among::among;
use crate::lexicon::tables::UNITS;
use crate::numeral::decimal::Decimal;
use crate::numeral::{Infix, line, multiplier, scale};

impl Reader<'_> {
    /// 数十, 几千, 十几万.
    pub(super) fn vague(&mut self, at: usize, c: char) -> Option<()> {
        let next = self.line.at(at + 1);
        let multiplied = multiplier(next).is_some() || scale(next).is_some();
        let after_ten = c == '几' && self.pending.is_none() && (self.last <= 3 || self.zero) && self.infix.is_none();
        let opens =
            !self.any && multiplied && !self.is_unit(at + 1) && (c == '几' || !among(PREFIXED, self.line.before(at)));
        if self.pending.is_some() || !(opens || after_ten) {
            return None;
        }
        let low = if self.any { 1 } else { 2 };
        self.pending = Some(Ends(Decimal::integer(low), Decimal::integer(9)));
        self.vague = true;
        self.chinese = true;
        self.take(at + 1)
    }

    /// 3个亿, 7个多亿: as amounts are spoken.
    #[inline(never)]
    pub(super) fn counted(&mut self, at: usize) -> Option<()> {
        let more = usize::from(self.line.at(at + 1) == '多');
        let from = at + 1 + more;
        let spoken = self.any && self.infix.is_none() && self.line.at(from) == '亿';
        if !spoken || matches!(self.line.at(from + 1), '级' | '万') {
            return None;
        }
        self.infix = (more == 1).then_some(Infix::Over);
        self.rescale(from, 8)
    }

    /// 多, 余 and 来 after a round number and before a scale, a unit or the end.
    pub(super) fn infix(&mut self, at: usize, c: char) -> Option<()> {
        let next = self.line.at(at + 1);
        let round = self.arabic || self.pending.is_none();
        let unit = UNITS.longest(|j| self.line.at(j), self.line.skip_spaces(at + 1)).is_some();
        let scaled = scale(next).is_some() && !self.is_unit(at + 1);
        let ends = c != '来' && !line::is_han(next) && next != ' ';
        let noun = c == '余' && line::is_han(next) && !among("下额量地生年", next)
            || c == '多' && among(NOUNS_AFTER_MANY, next);
        if !self.any
            || !round
            || self.infix.is_some()
            || !(unit || scaled || ends || noun)
            || (c == '来' && !unit && !scaled)
        {
            return None;
        }
        self.infix = Some(if c == '来' { Infix::About } else { Infix::Over });
        self.take(at + 1)
    }
}

/// Characters that make 数 the end of a word for a quantity: 人数, 指数.
const PREFIXED: &str = "人次指总系参基多少件个函分户倍读票字天度偶奇计点码代招倒";

/// First characters of nouns that may follow 多 without a measure word: 30多万, 400多村民 need none.
const NOUNS_AFTER_MANY: &str = "国省市县村";
