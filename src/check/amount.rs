//! A figure as the number that stands in the text, with the step it is rounded to.

use crate::figure::Figure;

/// A value, its rounding and its scale as written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    pub(crate) value: f64,
    /// Half of the last place written: 0.05亿 for 7.2亿.
    pub(crate) slack: f64,
    /// 1e8 where the text writes 亿, 1e4 where it writes 万, else 1.
    pub(crate) scale: f64,
}

impl Amount {
    /// Of a figure with one value.
    pub(crate) fn of(figure: &Figure) -> Option<Self> {
        let value = figure.value?;
        let scale = if figure.text.contains(['亿', '億']) {
            if figure.text.contains(['万', '萬']) { 1e12 } else { 1e8 }
        } else if figure.text.contains(['万', '萬']) && value >= 1e4 {
            1e4
        } else {
            1.0
        };
        let digits = figure
            .text
            .split_once(['.', '．', '点'])
            .map_or(0, |(_, rest)| rest.chars().take_while(|c| c.is_numeric()).count());
        let places = (0..digits.min(9)).fold(1.0, |step: f64, _| step / 10.0);
        Some(Self { value, slack: places * scale / 2.0, scale })
    }
}

/// A number as a reader would write it: at most six places, no zeros behind.
pub(crate) fn written(value: f64) -> String {
    let fixed = format!("{value:.6}");
    let short = fixed.trim_end_matches('0').trim_end_matches('.');
    if short == "-0" { "0".to_owned() } else { short.to_owned() }
}

/// Whether two values are the same within `slack`.
pub(crate) fn equal(a: f64, b: f64, slack: f64) -> bool {
    let noise = 1e-9 * a.abs().max(b.abs());
    (a - b).abs() <= slack + noise
}
