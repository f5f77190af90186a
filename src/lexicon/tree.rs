//! Words found by one walk over the text: a tree of characters that grows while the program runs, for tables of names and
//! for what a document shows, where [`super::trie`] is the packed list that cannot grow and [`super::phrases::Phrases`]
//! finds the longest of few words at places of lines that are no slices.
//!
//! The ways on from all nodes stand in one hash, so that a step is one look-up, however many ways a node has. Node and
//! character are one number there, which is hashed and compared at once.

use rustc_hash::FxHashMap;

/// Words, each with what is known of it.
pub(crate) struct Tree<T> {
    /// The node that a character leads to from a node.
    next: FxHashMap<u64, u32>,
    /// What is known of the word that ends at each node; the first node is that of the empty word.
    known: Vec<Option<T>>,
}

/// The way on from `node` by `c`.
const fn way(node: u32, c: char) -> u64 {
    (node as u64) << 32 | c as u64
}

impl<T> Default for Tree<T> {
    fn default() -> Self {
        Self { next: FxHashMap::default(), known: vec![None] }
    }
}

impl<T: Copy> Tree<T> {
    /// What is known of `word`, to be read or written.
    pub(crate) fn entry(&mut self, word: impl Iterator<Item = char>) -> Option<&mut Option<T>> {
        let mut node = 0;
        for c in word {
            let fresh = u32::try_from(self.known.len()).ok()?;
            node = *self.next.entry(way(node, c)).or_insert(fresh);
            if node == fresh {
                self.known.push(None);
            }
        }
        self.known.get_mut(node as usize)
    }

    /// What is known of `word`.
    pub(crate) fn get(&self, word: impl Iterator<Item = char>) -> Option<T> {
        let mut node = 0;
        for c in word {
            node = *self.next.get(&way(node, c))?;
        }
        self.known.get(node as usize).copied().flatten()
    }

    /// Every word that `text` begins with, shortest first: its length in characters and what is known of it.
    pub(crate) fn prefixes<'t>(&'t self, text: &'t [char]) -> impl Iterator<Item = (usize, T)> + 't {
        let step = |node: &mut u32, &c: &char| {
            *node = *self.next.get(&way(*node, c))?;
            Some(*node)
        };
        let nodes = text.iter().scan(0, step).zip(1..);
        nodes.filter_map(|(node, length)| Some((length, self.known.get(node as usize).copied().flatten()?)))
    }

    /// Whether it holds no word.
    pub(crate) fn is_empty(&self) -> bool {
        self.next.is_empty()
    }
}
