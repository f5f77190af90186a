//! The packed form of the word list, and how it is read.
//!
//! A pack is columns, each of which compresses well by itself: the words are sorted, and each is written as the number
//! of bytes it shares with the one before (front coding) and the bytes that are new.
//!
//! | part | bytes |
//! | --- | --- |
//! | magic | `YDW1` |
//! | number of words, of tags, of frequency bytes, of suffix bytes | 4 × u32, little-endian |
//! | tags | each of one length byte and its ASCII letters |
//! | shared prefix lengths | one byte a word |
//! | suffix lengths | one byte a word |
//! | tags of the words | one byte a word, an index into the tags |
//! | frequencies | one LEB128 number a word |
//! | suffixes | UTF-8 |

use std::io::{self, BufRead, Read};

const MAGIC: &[u8] = b"YDW1";

/// A word's entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) frequency: u32,
    pub(super) tag: &'static str,
}

/// The decoded list: sorted words end to end, with their entries beside them.
pub(super) struct Words {
    letters: String,
    /// Where each word ends in `letters`.
    ends: Vec<u32>,
    frequencies: Vec<u32>,
    tags: Vec<u8>,
    tag_names: Vec<&'static str>,
}

impl Words {
    /// Decodes a pack. What is not a whole pack gives an empty list.
    pub(super) fn decode(pack: &'static [u8]) -> Self {
        Self::read(pack).unwrap_or(Self {
            letters: String::new(),
            ends: Vec::new(),
            frequencies: Vec::new(),
            tags: Vec::new(),
            tag_names: Vec::new(),
        })
    }

    fn read(pack: &'static [u8]) -> Option<Self> {
        let mut rest = pack.strip_prefix(MAGIC)?;
        let words = number(&mut rest)?;
        let tag_count = number(&mut rest)?;
        let frequency_bytes = number(&mut rest)?;
        let suffix_bytes = number(&mut rest)?;
        let mut tag_names = Vec::with_capacity(tag_count);
        for _ in 0..tag_count {
            let length = usize::from(*column(&mut rest, 1)?.first()?);
            tag_names.push(std::str::from_utf8(column(&mut rest, length)?).ok()?);
        }
        let shared = column(&mut rest, words)?;
        let added = column(&mut rest, words)?;
        let tags = column(&mut rest, words)?.to_vec();
        let mut frequency_column = column(&mut rest, frequency_bytes)?;
        let mut suffixes = std::str::from_utf8(column(&mut rest, suffix_bytes)?).ok()?;
        let mut letters = String::with_capacity(suffix_bytes * 2);
        let mut ends = Vec::with_capacity(words);
        let mut frequencies = Vec::with_capacity(words);
        let mut previous = 0;
        for (&shared, &added) in shared.iter().zip(added) {
            let start = letters.len();
            let prefix = previous..previous + usize::from(shared);
            letters.get(prefix.clone())?;
            letters.extend_from_within(prefix);
            let (suffix, others) = suffixes.split_at_checked(usize::from(added))?;
            letters.push_str(suffix);
            suffixes = others;
            previous = start;
            ends.push(u32::try_from(letters.len()).ok()?);
            frequencies.push(leb128(&mut frequency_column)?);
        }
        Some(Self { letters, ends, frequencies, tags, tag_names })
    }

    /// The entry of `word`, found by bisection.
    pub(super) fn get(&self, word: &str) -> Option<Entry> {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            match self.word(middle).cmp(word) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return self.entry(middle),
            }
        }
        None
    }

    /// The words that begin with what `text` begins with, shortest first: their length in bytes and their entries.
    pub(super) fn prefixes<'w>(&'w self, text: &'w str) -> impl Iterator<Item = (usize, Entry)> + 'w {
        let mut range = 0..self.ends.len();
        let lengths = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let found = lengths.map_while(move |length| {
            let read = text.get(..length)?;
            range.start = self.partition_point(range.clone(), |word| word < read);
            range.end = self.partition_point(range.clone(), |word| word.starts_with(read));
            (!range.is_empty()).then(|| {
                let whole = self.word(range.start) == read;
                self.entry(range.start).filter(|_| whole).map(|entry| (length, entry))
            })
        });
        found.flatten()
    }

    /// The first of the words in `range` for which `before` no longer holds.
    fn partition_point(&self, range: std::ops::Range<usize>, before: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = usize::midpoint(low, high);
            if before(self.word(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Sum of all frequencies.
    pub(super) fn total(&self) -> u64 {
        self.frequencies.iter().map(|&f| u64::from(f)).sum()
    }

    /// The list as the lines `word frequency tag` that jieba reads.
    pub(super) fn lines(&self) -> Lines<'_> {
        Lines { words: self, next: 0, line: Vec::new(), read: 0 }
    }

    fn word(&self, index: usize) -> &str {
        let start = index.checked_sub(1).and_then(|i| self.ends.get(i)).copied().unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.letters.get(start as usize..end as usize).unwrap_or_default()
    }

    fn entry(&self, index: usize) -> Option<Entry> {
        let tag = usize::from(*self.tags.get(index)?);
        Some(Entry { frequency: *self.frequencies.get(index)?, tag: self.tag_names.get(tag)? })
    }
}

/// A reader of the list's lines, one at a time, so that the whole text never stands in memory.
pub(super) struct Lines<'w> {
    words: &'w Words,
    next: usize,
    line: Vec<u8>,
    read: usize,
}

impl Read for Lines<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Lines<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read >= self.line.len() {
            self.line.clear();
            self.read = 0;
            if let Some(entry) = self.words.entry(self.next) {
                let word = self.words.word(self.next);
                io::Write::write_fmt(&mut self.line, format_args!("{word} {} {}\n", entry.frequency, entry.tag))?;
                self.next += 1;
            }
        }
        Ok(self.line.get(self.read..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.read += amount;
    }
}

fn column<'p>(rest: &mut &'p [u8], length: usize) -> Option<&'p [u8]> {
    let (taken, others) = rest.split_at_checked(length)?;
    *rest = others;
    Some(taken)
}

fn number(rest: &mut &[u8]) -> Option<usize> {
    let bytes = column(rest, 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(bytes)).ok()
}

fn leb128(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0_u32;
    for shift in (0..32).step_by(7) {
        let byte = *column(rest, 1)?.first()?;
        value |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::{LEXICON, PACKED};
    use super::Words;

    #[test]
    fn common_words_are_found_with_their_entries() {
        for (word, tag) in [("经济", "n"), ("上海", "ns"), ("增长", "v"), ("我们", "r")] {
            assert_eq!(LEXICON.tag(word), Some(tag), "{word}");
            assert!(LEXICON.frequency(word) > 100, "{word}");
            assert!(LEXICON.jieba.has_word(word), "{word}");
        }
        assert_eq!(LEXICON.frequency("不存在的词"), 0);
    }

    #[test]
    fn words_at_a_place_come_shortest_first() {
        let text = "在上海市场上";
        let words: Vec<&str> = LEXICON.words_at(text, 3).map(|word| &text[3..word.end]).collect();
        assert_eq!(words, ["上", "上海", "上海市"]);
        assert_eq!(LEXICON.words_at(text, text.len()).count(), 0);
        assert_eq!(LEXICON.words_at(text, 1).count(), 0, "inside a character");
        for word in LEXICON.words_at(text, 3) {
            assert_eq!(Some(word.tag), LEXICON.tag(&text[3..word.end]));
            assert_eq!(word.frequency, LEXICON.frequency(&text[3..word.end]));
        }
    }

    #[test]
    fn words_are_sorted_and_frequent_enough() {
        let words = Words::decode(PACKED);
        assert!(words.ends.len() > 100_000);
        assert!((1..words.ends.len()).all(|i| words.word(i - 1) < words.word(i)));
        assert!(words.frequencies.iter().all(|&f| f >= 10));
    }

    #[test]
    fn a_broken_pack_is_an_empty_list() {
        for cut in [0, 3, 4, 19, 40, 5000, PACKED.len() - 1] {
            assert!(Words::decode(&PACKED[..cut]).ends.is_empty(), "{cut}");
        }
    }
}
