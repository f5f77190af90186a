//! Doubles as decimals that read as the same double again. The standard library writes them too, with what takes a browser
//! five kilobytes.

/// From here on doubles are whole, and some whole numbers are no doubles.
const WHOLE: f64 = 9_007_199_254_740_992.0;
/// The least of more than [`FEW`] places that is written here, so that its digits fit 64 bits.
const LEAST: f64 = 1e-3;
/// So many decimal places are tried first: most numbers of a text have no more.
const FEW: usize = 6;
/// Ten to the power of [`FEW`].
const MILLION: u64 = 1_000_000;

/// `value` as a decimal; nothing where it is not finite, [`WHOLE`] or more, or has more places than [`FEW`] and is closer to
/// zero than [`LEAST`].
pub(crate) fn written(value: f64) -> Option<String> {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let size = value.abs();
    if size < WHOLE && size.fract() == 0.0 {
        return Some(format!("{sign}{}", size as u64));
    }
    let (digits, places) = few(size).or_else(|| many(size))?;
    let mut text = format!("{sign}{}.{digits:0>places$}", size as u64);
    text.truncate(text.trim_end_matches('0').len());
    Some(text)
}

/// The digits behind the point of `size` where [`FEW`] tell it from every other double.
fn few(size: f64) -> Option<(u64, usize)> {
    let number = (size * MILLION as f64).round();
    // Both are doubles to the last bit, so that one division rounds once.
    let same = number < WHOLE && number / MILLION as f64 == size;
    same.then_some((number as u64 % MILLION, FEW))
}

/// As many digits behind the point of `size` as tell any double of that size from its neighbours.
fn many(size: f64) -> Option<(u64, usize)> {
    let (places, power) = if size < 0.1 { (19, 10_u64.pow(19)) } else { (17, 10_u64.pow(17)) };
    let bits = size.fract().to_bits();
    let mantissa = u128::from(bits & ((1 << 52) - 1) | 1 << 52);
    let below = 1075_u64.saturating_sub(bits >> 52).min(127);
    let digits = (mantissa * u128::from(power) + (1 << below >> 1)) >> below;
    u64::try_from(digits).ok().filter(|_| (LEAST..WHOLE).contains(&size)).map(|digits| (digits, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_double_reads_as_itself() {
        let mut state = 11_u64;
        for _ in 0..200_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let share = (state >> 11) as f64 / WHOLE;
            let power = 10_f64.powi((state % 20) as i32 - 5);
            for value in [share, -share, share * power, (share * power).round(), (share * 1e7).round() / 1e4] {
                let Some(written) = written(value) else {
                    assert!(value.abs() < LEAST || value.abs() >= WHOLE, "{value}");
                    continue;
                };
                assert_eq!(written.parse::<f64>().unwrap().to_bits(), value.to_bits(), "{value}: {written}");
            }
        }
    }

    #[test]
    fn numbers_of_a_text_are_written_as_they_stand_there() {
        for number in
            ["0", "-0", "5.2", "0.1", "-0.6", "862.5", "86250000000", "0.0001", "0.000001", "3.141593", "0.5", "99.99"]
        {
            assert_eq!(written(number.parse().unwrap()).as_deref(), Some(number));
        }
        for none in [f64::NAN, f64::INFINITY, 1e16, 1e-7, 0.0001234567] {
            assert_eq!(written(none), None, "{none}");
        }
    }
}
