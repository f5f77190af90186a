//! Currencies that are written before their number: HK$, 人民币, 新台币.

use crate::numeral;
use crate::numeral::line::Line;

/// A currency symbol at `i`: the index after it and the currency.
pub(crate) fn before(line: &Line, i: usize) -> (usize, Option<&'static str>) {
    if !matches!(line.at(i), 'A'..='Z' | '$' | '¥' | '€' | '£' | '新' | '港' | '人') {
        return (i, None);
    }
    let latin = line.before(i).is_ascii_alphabetic();
    for &(symbol, code) in CURRENCIES {
        let end = i + symbol.chars().count();
        if line.has(i, symbol)
            && !(latin && symbol.len() > 1 && symbol.is_ascii())
            && line.at(line.skip_spaces(end)).is_ascii_digit()
        {
            return (end, Some(code));
        }
    }
    let yuan = "人民币";
    if line.has(i, yuan) && numeral::is_numeral(line.at(line.skip_spaces(i + 3))) {
        return (i + 3, Some("CNY"));
    }
    (i, None)
}

/// The scale that English writes behind an amount at `i`, $3.5bn: the index after it and its power of ten.
pub(crate) fn scale_after(line: &Line, i: usize) -> Option<(usize, i32)> {
    let at = line.skip_spaces(i);
    SCALES.iter().find_map(|&(word, power)| {
        let end = at + word.len();
        let glued = at == i || word.len() > 2;
        (glued && line.has(at, word) && !line.at(end).is_ascii_alphanumeric()).then_some((end, power))
    })
}

/// Longest first.
const SCALES: &[(&str, i32)] = &[
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
    ("tn", 12),
    ("bn", 9),
    ("mn", 6),
    ("T", 12),
    ("B", 9),
    ("M", 6),
    ("m", 6),
    ("k", 3),
    ("K", 3),
];

/// ISO 4217 by what is written before the number, longest first.
const CURRENCIES: &[(&str, &str)] = &[
    ("HK$", "HKD"),
    ("US$", "USD"),
    ("NT$", "TWD"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    ("新台币", "TWD"),
    ("新台幣", "TWD"),
    ("新臺幣", "TWD"),
    ("港币", "HKD"),
    ("港幣", "HKD"),
    ("RMB", "CNY"),
    ("CNY", "CNY"),
    ("USD", "USD"),
    ("HKD", "HKD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("$", "USD"),
    ("¥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
];
