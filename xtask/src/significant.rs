//! Counts of a few significant bits: what lies beyond is chance in the corpus behind them, and bytes in a pack.

/// The nearest number of no more than `bits`.
pub fn nearest(count: u32, bits: u32) -> u32 {
    let rest = rest(count, bits);
    (count + (1 << rest) / 2) >> rest << rest
}

/// The next number of no more than `bits`.
pub fn at_least(count: u32, bits: u32) -> u32 {
    let rest = rest(count, bits);
    count.div_ceil(1 << rest) << rest
}

/// How many bits of a count lie beyond its first.
pub fn rest(count: u32, bits: u32) -> u32 {
    (u32::BITS - count.leading_zeros()).saturating_sub(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_bits_stay() {
        let counts = [0, 1, 15, 16, 17, 31, 250, 318_825];
        assert_eq!(counts.map(|count| nearest(count, 4)), [0, 1, 15, 16, 18, 32, 256, 327_680]);
        assert_eq!(counts.map(|count| at_least(count, 3)), [0, 1, 16, 16, 20, 32, 256, 327_680]);
    }
}
