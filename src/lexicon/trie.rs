//! The packed word list, and how words are found in it; nothing is added to it once it is unpacked.
//!
//! A pack is a trie level by level, so that the children of a node are neighbours and nothing has to be built but sums.
//! Its columns compress well: letters are written as ranks, those that begin words first and of each sort the more
//! frequent first, and a child as how many ranks lie between it and the sibling before it.
//!
//! | part | form |
//! | --- | --- |
//! | magic | `YDW2` |
//! | number of letters, of children of the root, of tags, of distinct frequencies | 4 × u32, little-endian |
//! | tags | each of one length byte and its ASCII letters |
//! | letters by rank | LEB128, steps between their code points: twice a step up, one less than twice a step down |
//! | distinct frequencies, ascending | LEB128, what is added to the one before |
//! | nodes: children | LEB128, twice their number, and one more for a node that ends a word |
//! | nodes: letters | LEB128, ranks between it and its sibling before it, or the first rank |
//! | words: frequencies | LEB128, an index into the distinct frequencies |
//! | words: tags | one byte, an index into the tags |
//!
//! Every column after the tags has its number of bytes before it, as a u32.

use crate::logarithm::log2;

const MAGIC: &[u8] = b"YDW2";

/// A word's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) frequency: u32,
    pub(crate) tag: &'static str,
}

/// The word list.
#[derive(Default)]
pub(crate) struct Trie {
    /// Character → rank of the letter; [`NO_LETTER`] for one of no word.
    ranks: Vec<u16>,
    /// How many nodes are children of the root: those of the first ranks, in their order.
    roots: usize,
    nodes: Vec<Node>,
    /// Letters of the nodes, as ranks.
    labels: Vec<u16>,
    /// Distinct frequencies with their costs.
    values: Vec<(u32, u32)>,
    tags: Vec<&'static str>,
    total: u64,
}

/// A prefix of words. Its children end where those of the next node begin.
#[derive(Clone, Copy, Default)]
struct Node {
    first_child: u32,
    /// Index of its frequency, counted from 1; 0 where no word ends.
    value: u16,
    tag: u8,
}

const NO_LETTER: u16 = u16::MAX;

/// A place in the trie: the root, or a node.
#[derive(Clone, Copy)]
pub(crate) struct Place(Option<usize>);

impl Trie {
    /// Decodes a pack. What is not a whole pack gives an empty list.
    pub(crate) fn decode(pack: &'static [u8]) -> Self {
        Self::read(pack).unwrap_or_default()
    }

    fn read(pack: &'static [u8]) -> Option<Self> {
        let mut rest = pack.strip_prefix(MAGIC)?;
        let letters = number(&mut rest)?;
        let roots = number(&mut rest)?;
        let tag_count = number(&mut rest)?;
        let value_count = number(&mut rest)?;
        let mut tags = Vec::with_capacity(tag_count);
        for _ in 0..tag_count {
            let length = usize::from(*bytes(&mut rest, 1)?.first()?);
            tags.push(std::str::from_utf8(bytes(&mut rest, length)?).ok()?);
        }
        let ranks = ranks(column(&mut rest)?, letters)?;
        let mut frequencies = Vec::with_capacity(value_count);
        let mut steps = column(&mut rest)?.iter();
        while let Some(step) = leb128(&mut steps) {
            frequencies.push(frequencies.last().copied().unwrap_or(0) + step);
        }
        let (children, letters, words, word_tags) =
            (column(&mut rest)?, column(&mut rest)?, column(&mut rest)?, column(&mut rest)?);
        let labels = labels(roots, children, letters)?;
        let (nodes, counts) = nodes(roots, labels.len(), [children, words, word_tags], frequencies.len())?;
        let total = frequencies.iter().zip(counts).map(|(&f, n)| u64::from(f) * n).sum();
        let values = frequencies.into_iter().map(|f| (f, log2(total).saturating_sub(log2(f.into())))).collect();
        Some(Self { ranks, roots, nodes, labels, values, tags, total })
    }

    /// The entry of `word`.
    pub(crate) fn get(&self, word: &str) -> Option<Entry> {
        let place = word.chars().try_fold(Self::root(), |place, c| self.step(place, self.rank(c)))?;
        self.entry(place)
    }

    /// The words that begin with what `text` begins with, shortest first: their length in characters and their entries.
    pub(crate) fn prefixes<'w>(&'w self, text: &'w [char]) -> impl Iterator<Item = (usize, Entry)> + 'w {
        let mut place = Self::root();
        let places = text.iter().map_while(move |&c| {
            place = self.step(place, self.rank(c))?;
            Some(place)
        });
        places.zip(1..).filter_map(|(place, length)| Some((length, self.entry(place)?)))
    }

    /// Where every word begins.
    pub(crate) const fn root() -> Place {
        Place(None)
    }

    /// The rank of a character, by which [`Trie::step`] knows it.
    pub(crate) fn rank(&self, c: char) -> u16 {
        self.ranks.get(c as usize).copied().unwrap_or(NO_LETTER)
    }

    /// The place that the letter of `rank` leads to, if words go on so.
    pub(crate) fn step(&self, place: Place, rank: u16) -> Option<Place> {
        let Place(Some(node)) = place else {
            return (usize::from(rank) < self.roots).then_some(Place(Some(rank.into())));
        };
        let first = self.nodes.get(node)?.first_child as usize;
        let end = self.nodes.get(node + 1)?.first_child as usize;
        let at = self.labels.get(first..end)?.binary_search(&rank).ok()?;
        Some(Place(Some(first + at)))
    }

    /// The word that ends at `place`.
    pub(crate) fn entry(&self, place: Place) -> Option<Entry> {
        let node = self.nodes.get(place.0?)?;
        let &(frequency, _) = self.values.get(usize::from(node.value.checked_sub(1)?))?;
        Some(Entry { frequency, tag: self.tags.get(usize::from(node.tag))? })
    }

    /// How unlikely the word is that ends at `place`: -log2 of its share in all, in 1/65536 bit.
    pub(crate) fn cost(&self, place: Place) -> Option<u32> {
        let value = self.nodes.get(place.0?)?.value.checked_sub(1)?;
        self.values.get(usize::from(value)).map(|v| v.1)
    }

    /// Sum of all frequencies.
    pub(crate) fn total(&self) -> u64 {
        self.total
    }
}

fn ranks(letters: &[u8], count: usize) -> Option<Vec<u16>> {
    let mut ranks = vec![NO_LETTER; usize::from(u16::MAX) + 1];
    let mut steps = letters.iter();
    let mut letter = 0_u32;
    for rank in 0..u16::try_from(count).ok()? {
        let step = leb128(&mut steps)?;
        letter = if step & 1 == 0 { letter.checked_add(step / 2)? } else { letter.checked_sub(step / 2 + 1)? };
        *ranks.get_mut(letter as usize)? = rank;
    }
    Some(ranks)
}

/// The letters of the nodes: children of the root first, then those of every node in turn.
fn labels(roots: usize, children: &[u8], letters: &[u8]) -> Option<Vec<u16>> {
    let mut labels = Vec::with_capacity(letters.len());
    let mut letters = letters.iter();
    let mut siblings = |count: usize| {
        let mut next = 0;
        for _ in 0..count {
            let rank = next + leb128(&mut letters)?;
            labels.push(u16::try_from(rank).ok()?);
            next = rank + 1;
        }
        Some(())
    };
    siblings(roots)?;
    let mut children = children.iter();
    while let Some(count) = leb128(&mut children) {
        siblings(count as usize / 2)?;
    }
    Some(labels)
}

/// The nodes and one more, which ends the children of the last; and how many words have each frequency.
fn nodes(
    roots: usize,
    count: usize,
    [children, words, tags]: [&[u8]; 3],
    values: usize,
) -> Option<(Vec<Node>, Vec<u64>)> {
    let mut nodes = Vec::with_capacity(count + 1);
    let mut counts = vec![0; values];
    let (mut children, mut words, mut tags) = (children.iter(), words.iter(), tags.iter());
    let mut first_child = u32::try_from(roots).ok()?;
    while let Some(number) = leb128(&mut children) {
        let mut node = Node { first_child, value: 0, tag: 0 };
        if number & 1 == 1 {
            let value = leb128(&mut words)?;
            *counts.get_mut(value as usize)? += 1;
            node.value = u16::try_from(value + 1).ok()?;
            node.tag = *tags.next()?;
        }
        nodes.push(node);
        first_child += number / 2;
    }
    nodes.push(Node { first_child, ..Node::default() });
    (nodes.len() == count + 1 && first_child as usize == count && tags.next().is_none()).then_some((nodes, counts))
}

/// A column with its length before it.
fn column<'p>(rest: &mut &'p [u8]) -> Option<&'p [u8]> {
    let length = number(rest)?;
    bytes(rest, length)
}

fn bytes<'p>(rest: &mut &'p [u8], length: usize) -> Option<&'p [u8]> {
    let (taken, others) = rest.split_at_checked(length)?;
    *rest = others;
    Some(taken)
}

pub(super) fn number(rest: &mut &[u8]) -> Option<usize> {
    let four = bytes(rest, 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

/// The next number; `None` at the end. Loading is half a million of these, most of one byte.
#[inline(always)]
pub(super) fn leb128(bytes: &mut std::slice::Iter<u8>) -> Option<u32> {
    let first = *bytes.next()?;
    if first < 0x80 {
        return Some(first.into());
    }
    let mut value = u32::from(first & 0x7f);
    for shift in (7..32).step_by(7) {
        let byte = *bytes.next()?;
        value |= u32::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{LEXICON, PACKED, rows, table};
    use super::{Entry, NO_LETTER, Place, Trie};
    use std::collections::BTreeSet;

    impl Trie {
        /// The letters by rank.
        pub(crate) fn alphabet(&self) -> Vec<char> {
            let known = |&(_, &rank): &(u32, &u16)| rank != NO_LETTER;
            let mut ranked: Vec<_> = (0..).zip(&self.ranks).filter(known).collect();
            ranked.sort_by_key(|&(_, rank)| rank);
            ranked.into_iter().map(|(c, _)| char::from_u32(c).unwrap()).collect()
        }

        /// The list as lines `word frequency tag`, in no order that means anything.
        pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
            let letters = self.alphabet();
            let mut prefixes: Vec<String> = Vec::new();
            prefixes.extend(self.labels[..self.roots].iter().map(|&rank| letters[usize::from(rank)].to_string()));
            for node in 0..self.labels.len() {
                let children = self.nodes[node].first_child as usize..self.nodes[node + 1].first_child as usize;
                for &rank in &self.labels[children] {
                    prefixes.push(format!("{}{}", prefixes[node], letters[usize::from(rank)]));
                }
            }
            let entry = |node| self.entry(Place(Some(node)));
            let words = prefixes.into_iter().enumerate().filter_map(move |(node, word)| Some((word, entry(node)?)));
            words.map(|(word, entry)| format!("{word} {} {}\n", entry.frequency, entry.tag))
        }
    }

    #[test]
    fn common_words_are_found_with_their_entries() {
        for (word, tag) in [("经济", "n"), ("上海", "ns"), ("增长", "v"), ("我们", "r")] {
            assert_eq!(LEXICON.tag(word), Some(tag), "{word}");
            assert!(LEXICON.frequency(word) > 100, "{word}");
        }
        for none in ["不存在的词", "", "a", "上海a", "😀"] {
            assert_eq!((LEXICON.frequency(none), LEXICON.tag(none)), (0, None), "{none}");
        }
    }

    #[test]
    fn words_that_a_text_begins_with_come_shortest_first() {
        let text: Vec<char> = "上海市场上".chars().collect();
        let found: Vec<(usize, Entry)> = LEXICON.words.prefixes(&text).collect();
        assert_eq!(found.iter().map(|(length, _)| *length).collect::<Vec<_>>(), [1, 2, 3]);
        for (length, entry) in found {
            let word: String = text[..length].iter().collect();
            assert_eq!((LEXICON.tag(&word), LEXICON.frequency(&word)), (Some(entry.tag), entry.frequency));
        }
        assert_eq!(LEXICON.words.prefixes(&[]).count(), 0);
    }

    #[test]
    fn every_word_is_frequent_a_place_or_said_in_the_news() {
        let trie = Trie::decode(PACKED);
        let tables = [table!("rare"), table!("news")];
        let listed: BTreeSet<&str> = tables.into_iter().flat_map(rows).map(|[word, ..]| word).collect();
        let (mut frequent, mut total) = (0, 0);
        for line in trie.lines() {
            let fields: Vec<&str> = line.trim_end().split(' ').collect();
            let (word, frequency, tag) = (fields[0], fields[1].parse::<u32>().unwrap(), fields[2]);
            let least = if matches!(tag, "i" | "l") { 120 } else { 36 };
            assert!(frequency >= least || frequency >= 10 && (tag == "ns" || listed.contains(word)), "{line}");
            frequent += u32::from(tag != "ns" && !listed.contains(word));
            total += u64::from(frequency);
        }
        assert_eq!(total, trie.total());
        assert_eq!(frequent, 55_357, "the dictionary's entries of at least 36, set phrases of 120, that are no places");
        for word in listed {
            assert!(trie.get(word).is_some(), "{word} is listed but not packed");
        }
    }

    #[test]
    fn a_broken_pack_is_an_empty_list() {
        for cut in [0, 3, 4, 19, 40, 5000, PACKED.len() - 1] {
            assert!(Trie::decode(&PACKED[..cut]).nodes.is_empty(), "{cut}");
        }
    }
}
