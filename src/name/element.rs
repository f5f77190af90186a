//! Names of Tibetan, Mongolian, Uyghur and Kazakh people: words that are names, alone or side by side (央金卓玛, 托合提).

use super::lattice::{BIT, Cost, Edge};
use super::surroundings::Surroundings;
use super::tables::sort;
use super::unit::{Kind, Line, is_dot, is_han};

/// What any such name costs, and each of its words.
const NAME: Cost = 8 * BIT;
const PART: Cost = 7 * BIT;
/// A name of two characters, which more often is a piece of another word.
const SHORT: Cost = 6 * BIT;
/// A name has this many words at most.
const MOST_PARTS: usize = 3;
/// How far on a dot shows that the word is part of a dotted name, in characters.
const FAR: usize = 9;

/// Adds every name of such words that may begin at `i`.
#[inline(never)]
pub(super) fn candidates(line: &Line, around: &Surroundings, i: usize, edges: &mut Vec<Edge>) {
    // A part of a dotted name is no name by itself.
    let dotted = || line.chars(i, i + FAR).iter().take_while(|&&c| is_han(c) || is_dot(c)).any(|&c| is_dot(c));
    if is_dot(line.before(i)) || line.listed(i).iter().all(|word| word.sorts & sort::NAME_PART == 0) || dotted() {
        return;
    }
    let mut cost = NAME;
    let mut end = i;
    for _ in 0..MOST_PARTS {
        let Some(next) = line.longest(end, sort::NAME_PART) else { return };
        end = next;
        cost += PART;
        let short = if end - i == 2 { SHORT } else { 0 };
        edges.push(Edge { end, kind: Kind::Person, tag: "nr", cost: cost + short - around.gain(i, end) });
    }
}
