//! Logarithms to base 2 in integers, so that every machine ranks alike.

/// Units of one doubling: results are in 1/65536 of a bit.
pub(crate) const ONE: u32 = 1 << 16;

/// The logarithm of `n` to base 2 in units of 1/[`ONE`], rounded down; 0 for 0.
///
/// One binary digit a step: the mantissa is squared, and whether it passes 2 is the next digit (Knuth, TAOCP 1.2.2, exercise 25).
pub(crate) fn log2(n: u64) -> u32 {
    let Some(whole) = n.checked_ilog2() else { return 0 };
    // The mantissa in 1 to 2, as 32 bits after the point at bit 31.
    let mut mantissa = if whole > 31 { n >> (whole - 31) } else { n << (31 - whole) };
    let mut fraction = 0;
    for _ in 0..16 {
        mantissa = (mantissa * mantissa) >> 31;
        fraction <<= 1;
        if mantissa >> 32 != 0 {
            mantissa >>= 1;
            fraction |= 1;
        }
    }
    (whole << 16) | fraction
}

#[cfg(test)]
mod tests {
    use super::{ONE, log2};

    #[test]
    fn powers_of_two_are_exact() {
        for bits in 0..64 {
            assert_eq!(log2(1 << bits), bits * ONE);
        }
        assert_eq!(log2(0), 0);
    }

    #[test]
    fn others_are_near_the_true_value_and_never_above() {
        for n in [3_u64, 5, 7, 10, 1000, 65_537, 60_101_967, u64::from(u32::MAX), u64::MAX] {
            let exact = (n as f64).log2() * f64::from(ONE);
            let found = f64::from(log2(n));
            assert!(found <= exact + 1e-3 && exact - found < 40.0, "{n}: {found} for {exact}");
        }
    }
}
