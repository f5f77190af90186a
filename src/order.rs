//! Sorting by numbers, and sets made one by one.
//!
//! The standard library's sorts are compiled anew for every type that is sorted and for every map that is collected, a
//! seventh of the code that a browser loads. Here one function finds the order, and every type is only moved into it.

use crate::span::Span;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What can be sorted by: compared as two numbers, the first before the second.
pub(crate) trait Key {
    fn numbers(self) -> [u64; 2];
}

/// One of the numbers.
pub(crate) trait Number {
    fn number(self) -> u64;
}

impl Number for usize {
    fn number(self) -> u64 {
        self as u64
    }
}

impl Number for bool {
    fn number(self) -> u64 {
        u64::from(self)
    }
}

impl Number for i32 {
    fn number(self) -> u64 {
        i64::from(self).number()
    }
}

impl Number for i64 {
    fn number(self) -> u64 {
        self.cast_unsigned() ^ (1 << 63)
    }
}

/// As [`f64::total_cmp`] has it.
impl Number for f64 {
    fn number(self) -> u64 {
        let bits = self.to_bits();
        if self.is_sign_negative() { !bits } else { bits | (1 << 63) }
    }
}

/// None before all others.
impl Number for Option<usize> {
    fn number(self) -> u64 {
        self.map_or(0, |number| number.number() + 1)
    }
}

impl<N: Number> Number for Reverse<N> {
    fn number(self) -> u64 {
        !self.0.number()
    }
}

impl<N: Number> Key for N {
    fn numbers(self) -> [u64; 2] {
        [self.number(), 0]
    }
}

impl Key for Span {
    fn numbers(self) -> [u64; 2] {
        (self.start, self.end).numbers()
    }
}

impl<A: Number, B: Number> Key for (A, B) {
    fn numbers(self) -> [u64; 2] {
        [self.0.number(), self.1.number()]
    }
}

/// Sorts by `key`, least first. Those of one key stay in the order in which they stand.
pub(crate) fn by_key<T, K: Key>(items: &mut [T], key: impl Fn(&T) -> K) {
    for (a, b) in swaps(items.iter().map(|item| key(item).numbers()).collect()) {
        items.swap(a, b);
    }
}

/// The set of `items`.
pub(crate) fn set<T: Ord>(items: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(items);
    set
}

/// The map of `entries`; of those with one key the last.
pub(crate) fn map<K: Ord, V>(entries: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    map.extend(entries);
    map
}

/// The exchanges of two places that sort what has these keys.
fn swaps(keys: Vec<[u64; 2]>) -> Vec<(usize, usize)> {
    let mut order: Vec<([u64; 2], usize)> = keys.into_iter().zip(0..).collect();
    if order.is_sorted() {
        return Vec::new();
    }
    order.sort_unstable();
    let mut goal = vec![0; order.len()];
    for (place, (_, from)) in order.into_iter().enumerate() {
        if let Some(goal) = goal.get_mut(from) {
            *goal = place;
        }
    }
    let mut swaps = Vec::new();
    for place in 0..goal.len() {
        while let Some(&to) = goal.get(place).filter(|&&to| to != place) {
            goal.swap(place, to);
            swaps.push((place, to));
        }
    }
    swaps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_standard_sort() {
        let mut state = 7_u64;
        for length in [0, 1, 2, 3, 20, 300] {
            let items: Vec<(usize, f64)> = (0..length)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    ((state >> 60) as usize, f64::from((state >> 40) as u16 % 5) - 2.0)
                })
                .collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            by_key(&mut ours, |item| (Reverse(item.1), item.0));
            theirs.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            assert_eq!(ours, theirs);
            by_key(&mut ours, |item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn numbers_keep_the_order_of_their_type() {
        let floats = [f64::NEG_INFINITY, -1.5, -0.0, 0.0, 1e-300, 2.0, f64::INFINITY, f64::NAN];
        assert!(floats.map(Number::number).is_sorted());
        assert!([i32::MIN, -1, 0, 1, i32::MAX].map(Number::number).is_sorted());
        assert!([None, Some(0), Some(9)].map(Number::number).is_sorted());
        assert!(!floats.map(|float| Reverse(float).number()).is_sorted());
    }
}
