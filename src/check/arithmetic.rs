//! Numbers as the text writes them, exact: what they add up to and how that is written.

use crate::figure::Figure;

/// Fixed point: amounts are counted in millionths of the figure's unit.
const ONE: f64 = 1e6;

/// A figure's number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    /// Millionths of the unit.
    pub(crate) value: i128,
    /// What one of the last written digit is worth, in millionths; 0 for Chinese numerals.
    pub(crate) step: i128,
    /// What 1 of the written number is worth, in millionths: 10^14 for 亿.
    pub(crate) scale: i128,
}

impl Amount {
    /// Reads the figure's digits against its value; `None` for ranges, pairs, and what is too large to be exact.
    pub(crate) fn of(figure: &Figure) -> Option<Self> {
        let value = figure.value.filter(|v| v.is_finite() && v.abs() < 1e18)?;
        #[allow(clippy::cast_possible_truncation, reason = "bounded above")]
        let fixed = |number: f64| (number * ONE).round() as i128;
        let exact = Self { value: fixed(value), step: 0, scale: fixed(1.0) };
        let written = figure.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = written.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(written.len());
        let (whole, decimals) = written.get(..end)?.split_once('.').unwrap_or((written.get(..end)?, ""));
        let digits: String = whole.chars().chain(decimals.chars()).filter(char::is_ascii_digit).collect();
        let Some(mantissa) = digits.parse::<i64>().ok().filter(|m| *m != 0) else { return Some(exact) };
        #[allow(clippy::cast_precision_loss, reason = "written numbers are short")]
        let step = fixed(value.abs() / mantissa as f64);
        let places = u32::try_from(decimals.len()).ok().filter(|&d| d <= 9)?;
        let scale = step.checked_mul(10_i128.pow(places))?;
        let value = step.checked_mul(i128::from(mantissa))? * if value < 0.0 { -1 } else { 1 };
        Some(Self { value, step, scale: scale.max(1) })
    }

    /// Whether decimals are written, so that the text has rounded.
    pub(crate) const fn is_rounded(self) -> bool {
        self.step < self.scale && self.step > 0
    }

    /// The number in units of `scale`: 51 for 51亿 where `scale` is 亿.
    pub(crate) fn written(self, scale: i128) -> String {
        decimal(self.value, scale)
    }
}

/// `value / scale` as a decimal number without trailing zeros, at most six places.
pub(crate) fn decimal(value: i128, scale: i128) -> String {
    let scale = scale.max(1);
    let sign = if value < 0 { "-" } else { "" };
    let value = value.abs();
    let (whole, mut rest) = (value / scale, value % scale);
    let mut places = String::new();
    while rest != 0 && places.len() < 6 {
        rest *= 10;
        places.push(char::from_digit(u32::try_from(rest / scale).unwrap_or(0), 10).unwrap_or('0'));
        rest %= scale;
    }
    let places = places.trim_end_matches('0');
    if places.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{places}") }
}

/// How a computed number stands to the stated one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The same number.
    Equal,
    /// The same but for one unit of the last written decimal.
    Rounded,
    /// Not the same, but rounding could explain it.
    Unsure,
    /// Not the same, whatever was rounded.
    Different,
}

/// Compares the sum of `terms` with `stated`. Whole numbers must agree exactly, decimals within what rounding explains.
pub(crate) fn compare(sum: i128, terms: &[Amount], stated: Amount) -> Verdict {
    let gap = (sum - stated.value).abs();
    let rounded = terms.iter().chain([&stated]).filter(|a| a.is_rounded()).map(|a| a.step).max().unwrap_or(0);
    let count = i128::try_from(terms.len()).unwrap_or(0) + 1;
    match gap {
        0 => Verdict::Equal,
        _ if gap <= rounded => Verdict::Rounded,
        _ if gap * 2 <= rounded * count => Verdict::Unsure,
        _ => Verdict::Different,
    }
}

/// `a+b=c`, `a+b≈c` or `a+b=d≠c`, in the scale of the result.
pub(crate) fn equation(terms: &[Amount], sign: &str, computed: i128, stated: Amount, verdict: Verdict) -> String {
    let terms: Vec<String> = terms.iter().map(|a| a.written(stated.scale)).collect();
    let (left, stated_as) = (terms.join(sign), stated.written(stated.scale));
    match verdict {
        Verdict::Equal => format!("{left}={stated_as}"),
        Verdict::Rounded | Verdict::Unsure => format!("{left}≈{stated_as}"),
        Verdict::Different => format!("{left}={}≠{stated_as}", decimal(computed, stated.scale)),
    }
}
