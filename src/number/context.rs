//! Units that mean different things in different places: 度, 级, 点, 分, 块, 里, 两, 方.

use super::found::Found;
use crate::among::among;
use crate::lexicon::tables::{HOMOGRAPHS, has_cue};
use crate::numeral::decimal::Decimal;
use crate::numeral::line::{Line, is_han};
use crate::numeral::{digit, is_numeral};
use crate::quantity::FigureKind;

/// The figure with its unit settled by what stands around it, or nothing where it is no unit at all.
pub(crate) fn settle(line: &Line, mut found: Found, unit_at: usize) -> Option<Found> {
    let (next, length) = (line.at(found.end), unit_at - found.start);
    let around = |marks: &str| line.words(line.clause_start(found.start, marks), line.clause_end(found.end, marks));
    let unit = line.words(unit_at, found.end);
    let whole = unit == "点" && line.has(found.end, "整数");
    if !whole && HOMOGRAPHS.get(unit.as_str()).is_some_and(|next_of_word| among(next_of_word, next)) {
        return None;
    }
    match unit.as_str() {
        "度" => return Some(degree(line, found)),
        "°" if line.at(found.end) == '\0' || !around("。;").contains(['纬', '经', '角']) => {
            "deg".clone_into(&mut found.unit)
        }
        "级" => {
            let words = around(",。;、");
            let force = has_cue("wind", &words).then_some(FigureKind::Windforce);
            let quake = has_cue("quake", &words).then_some(FigureKind::Magnitude);
            let gust = !is_han(next) || among("以左", next);
            let gust = (gust && has_cue("wind", &around("。;"))).then_some(FigureKind::Windforce);
            found.kind = quake.or(force).or(gust).unwrap_or(FigureKind::Ordinal);
        }
        "点" => {
            let index = found.low >= Decimal::integer(100) || found.low.small_integer().is_none();
            if !index {
                found.kind = FigureKind::Count;
            }
        }
        "块" if is_han(next) && !among("左以上多，的钱", next) && !is_last_digit(line, found.end)
            || has_cue("pieces", &around(",。;")) =>
        {
            (found.kind, found.unit) = (FigureKind::Count, "块".to_owned())
        }
        "里" if !found.arabic && among("许路地外远长", next) && next != '\0' => {}
        "里" | "方" if !found.arabic => return None,
        "两" | "码" | "磅" | "寸" | "尺" | "丈" | "载" | "角" | "毛" if !found.arabic && length < 2 && next != '钱' =>
        {
            return None;
        }
        // 赵一平
        "平" if !found.arabic => return None,
        "平" if found.low < Decimal::integer(10)
            || matches!(line.before(found.start), '胜' | '成')
            || is_numeral(next) =>
        {
            (found.kind, found.unit) = (FigureKind::Count, "平".to_owned())
        }
        "节" if !around("。;").contains(['速']) => (found.kind, found.unit) = (FigureKind::Count, "节".to_owned()),
        _ => {}
    }
    Some(found)
}

/// Whether a lone digit at `i` ends the amount: the 五 of 二十八块五.
fn is_last_digit(line: &Line, i: usize) -> bool {
    digit(line.at(i)).is_some() && !is_han(line.at(i + 1))
}

/// Temperature, angle, energy or a number of times.
fn degree(line: &Line, mut found: Found) -> Found {
    let before = line.words(line.clause_start(found.start, ",。;"), found.start);
    let clause = line.words(line.clause_start(found.start, "。;"), line.clause_end(found.end, "。;"));
    let (kind, unit) = if has_cue("angle", &before) {
        (FigureKind::Coordinate, "deg")
    } else if found.scale >= 4 || has_cue("energy", &before) {
        (FigureKind::Energy, "kWh")
    } else if before.ends_with("华氏") || before.ends_with("华氏温度") {
        (FigureKind::Temperature, "degF")
    } else if has_cue("temperature", &clause) || found.arabic || found.unit == "Cel" {
        (FigureKind::Temperature, "Cel")
    } else if found.low == found.high && found.low <= Decimal::integer(9) {
        (FigureKind::Count, "度")
    } else {
        (FigureKind::Temperature, "Cel")
    };
    found.kind = kind;
    unit.clone_into(&mut found.unit);
    found
}
