//! Repeatable randomness for tests.

/// Marsaglia's xorshift64 (Journal of Statistical Software 2003).
pub(crate) struct Random(u64);

impl Random {
    /// From a seed; 0 would stay 0, so that it is mixed with a constant first.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    /// The next 64 bits.
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `n`.
    pub(crate) fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
}
