//! Words found by one walk over the text: a tree of characters that grows while the program runs, for tables of names and
//! for what a document shows, where [`super::trie`] is the packed list that cannot grow and [`super::phrases::Phrases`]
//! finds the longest of few words at places of lines that are no slices.
//!
//! The ways on from all nodes stand in one table, so that a step is one look-up, however many ways a node has: a way, the
//! node that it leaves with the character, is multiplied to find its slot, and where others took that it stands in the next
//! free one (Knuth, The Art of Computer Programming 3, 6.4, linear probing). A slot is one number: the way and the node that
//! it leads to, or zero, as no way leads to the first node.

/// Words, each with what is known of it.
pub(crate) struct Tree<T> {
    ways: Ways,
    /// What is known of the word that ends at each node; the first node is that of the empty word.
    known: Vec<Option<T>>,
}

/// The ways on from all nodes.
#[derive(Default)]
struct Ways {
    /// As many as a power of two, at most half of them taken.
    slots: Vec<u64>,
}

/// Bits of a character and of a node.
const BITS: u32 = 21;
/// What spreads ways over the slots: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// The product's bits above these tell the slot.
const LOW: u32 = 64 - 2 - BITS;

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Self { ways: Ways::default(), known: vec![None] }
    }
}

impl<T: Copy> Tree<T> {
    /// What is known of `word`, to be read or written; nothing where there is no room for more.
    pub(crate) fn entry(&mut self, word: impl Iterator<Item = char>) -> Option<&mut Option<T>> {
        let mut node = 0;
        for c in word {
            node = match self.ways.step(node, c) {
                Some(next) => next,
                None => {
                    let fresh = self.ways.add(node, c, self.known.len())?;
                    self.known.push(None);
                    fresh
                }
            };
        }
        self.known.get_mut(node as usize)
    }

    /// What is known of `word`.
    pub(crate) fn get(&self, mut word: impl Iterator<Item = char>) -> Option<T> {
        let node = word.try_fold(0, |node, c| self.ways.step(node, c))?;
        self.known.get(node as usize).copied().flatten()
    }

    /// Every word that `text` begins with, shortest first: its length in characters and what is known of it.
    pub(crate) fn prefixes<'t>(&'t self, text: &'t [char]) -> impl Iterator<Item = (usize, T)> + 't {
        let step = |node: &mut u64, &c: &char| {
            *node = self.ways.step(*node, c)?;
            Some(*node)
        };
        let nodes = text.iter().scan(0, step).zip(1..);
        nodes.filter_map(|(node, length)| Some((length, self.known.get(node as usize).copied().flatten()?)))
    }

    /// Whether it holds no word.
    pub(crate) fn is_empty(&self) -> bool {
        self.ways.slots.is_empty()
    }
}

impl Ways {
    /// The node that `c` leads to from `node`.
    fn step(&self, node: u64, c: char) -> Option<u64> {
        let way = node << BITS | u64::from(c);
        let last = self.slots.len().wrapping_sub(1);
        let mut at = place(way);
        loop {
            let slot = *self.slots.get(at & last).filter(|slot| **slot != 0)?;
            if slot >> BITS == way {
                return Some(slot & ((1 << BITS) - 1));
            }
            at += 1;
        }
    }

    /// Makes `c` lead from `node` to the new node `fresh`; nothing where there is no room for more.
    fn add(&mut self, node: u64, c: char, fresh: usize) -> Option<u64> {
        let fresh = Some(fresh as u64).filter(|fresh| fresh >> BITS == 0)?;
        if fresh as usize * 2 > self.slots.len() {
            let room = vec![0; (self.slots.len() * 2).max(64)];
            for slot in std::mem::replace(&mut self.slots, room).into_iter().filter(|slot| *slot != 0) {
                self.put(slot);
            }
        }
        self.put((node << BITS | u64::from(c)) << BITS | fresh);
        Some(fresh)
    }

    /// Gives `slot` its place.
    fn put(&mut self, slot: u64) {
        let last = self.slots.len() - 1;
        let free = (place(slot >> BITS)..).find(|at| self.slots.get(at & last).is_none_or(|taken| *taken == 0));
        free.and_then(|at| self.slots.get_mut(at & last)).into_iter().for_each(|free| *free = slot);
    }
}

/// Where a way is looked for first.
const fn place(way: u64) -> usize {
    (way.wrapping_mul(SPREAD) >> LOW) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_again() {
        let words: Vec<Vec<char>> = ('一'..='鿿').map(|c| vec![c, '市', c]).collect();
        let mut tree = Tree::default();
        assert!(tree.is_empty() && tree.get("一".chars()).is_none());
        for (word, number) in words.iter().zip(0..) {
            *tree.entry(word.iter().copied()).unwrap() = Some(number);
        }
        for (word, number) in words.iter().zip(0..) {
            assert_eq!(tree.prefixes(word).collect::<Vec<_>>(), [(3, number)]);
            assert_eq!(tree.get(word.iter().copied()), Some(number));
            assert!(tree.get(word.iter().take(2).copied()).is_none());
        }
    }
}
