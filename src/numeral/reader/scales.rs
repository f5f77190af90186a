//! Whether 百千万亿 are part of a number: not where they begin a unit (千米) or a name (亿欧), and alone only with a bound.

use super::Reader;
use crate::among::among;
use crate::lexicon::tables::UNITS;
use crate::numeral::decimal::Decimal;
use crate::numeral::line;
use crate::numeral::{digit, multiplier, scale};

impl Reader<'_> {
    /// Whether the scale at `at` belongs to a unit: 千 of 千米, 百 of 百帕.
    pub(super) fn is_unit(&self, at: usize) -> bool {
        let Some((length, unit)) = UNITS.longest(|j| self.line.at(j), at) else {
            return self.any && self.is_brand(at);
        };
        // 五千米 is 5000 m, 5千米 is 5 km; 五千克 and 一千瓦 keep the unit.
        length > 1
            && unit.kind != "count"
            && self.any
            && !(self.chinese && !self.arabic && self.pending.is_some() && self.line.at(at + 1) == '米')
    }

    /// Whether a name begins with the scale at `at`: 亿欧, but not 亿欧元.
    fn is_brand(&self, at: usize) -> bool {
        BRANDS.iter().any(|name| self.line.has(at, name)) && UNITS.longest(|j| self.line.at(j), at + 1).is_none()
    }

    /// Whether 百千万亿 can begin a number here: 百余人, 千亿元, 近万名.
    pub(super) fn leads(&self, at: usize) -> bool {
        if self.is_brand(at) {
            return false;
        }
        let (c, next) = (self.line.at(at), self.line.at(at + 1));
        let before = self.line.before(at);
        let bounded =
            among("近上超逾过破成达", before) && !self.line.has_before(at, "以上") && !self.line.has_before(at, "通过");
        let unit = |from: usize| UNITS.longest(|j| self.line.at(j), from).is_some_and(|(_, unit)| unit.code != "级");
        let larger = multiplier(next).is_some_and(|power| multiplier(c).is_some_and(|first| power > first));
        if scale(next).is_some() && next != c || larger {
            return bounded || unit(at + 2) || matches!(self.line.at(at + 2), '余' | '多');
        }
        // 亿元及以上: the least of a class.
        if unit(at + 1) && (self.line.has(at + 2, "及以上") || self.line.has(at + 2, "以上")) {
            return true;
        }
        let and_more = next == '余' || next == '多' && unit(at + 2);
        let hundred_three = c == '百' && digit(next).is_some() && at == 0 && at + 2 == self.line.len();
        and_more || hundred_three || bounded && (unit(at + 1) || !line::is_han(next))
    }
}

/// Names that begin with a scale.
const BRANDS: &[&str] = &[
    "万科", "万达", "万国", "亿欧", "千牛", "百度", "百胜", "百姓", "万象", "亿纬", "百科", "千问", "百川", "万华",
    "千禧", "百联", "亿滋",
];

/// Whether the `width` characters of digits right behind 万 go on with its number: 8万4213人次 and 4万7,751元 as Taiwan
/// writes, but no year.
pub(super) fn follows_scale(width: usize, value: Decimal, next: char) -> bool {
    width > 2 && value < Decimal::integer(10_000) && next != '年' && next != '-'
}
