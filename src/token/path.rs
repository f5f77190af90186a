//! The likeliest cut of a text into words: of all ways through the words of the lexicon that of the least cost, and
//! where it steps from character to character, what the letter model makes of them.
//!
//! The method and its classes of characters are those of jieba (`cut` with its hidden Markov model), in integers: a test
//! holds the cuts against the jieba-rs package.

use super::letters;
use crate::lexicon::LEXICON;
use crate::lexicon::trie::Trie;
use crate::logarithm::log2;
use crate::span::Span;

/// A block longer than this many characters is cut in pieces, which bounds what is held of it.
const LONGEST_BLOCK: usize = 1 << 14;

/// A character of a block.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub(super) start: usize,
    pub(super) char: char,
    /// In the alphabet of the lexicon.
    pub(super) rank: u16,
}

/// The best way on from a character: its cost to the end of the block and the next character.
#[derive(Clone, Copy, Default)]
struct Step {
    cost: u64,
    next: usize,
}

/// Cuts the piece of `text` at `span` into words that cover it; what is no block is cut character by character.
pub(super) fn cut(text: &str, span: Span) -> Vec<Span> {
    let mut words = Vec::with_capacity(span.of(text).len() / 4);
    let mut block: Vec<Letter> = Vec::new();
    let mut steps = Vec::new();
    for (at, char) in span.of(text).char_indices() {
        let start = span.start + at;
        let in_block = is_in_block(char);
        if !block.is_empty() && (!in_block || block.len() == LONGEST_BLOCK) {
            cut_block(&block, start, &mut steps, &mut words);
            block.clear();
        }
        if in_block {
            block.push(Letter { start, char, rank: LEXICON.words.rank(char) });
        } else {
            words.push(Span::new(start, start + char.len_utf8()));
        }
    }
    cut_block(&block, span.end, &mut steps, &mut words);
    words
}

/// Han characters, and what Latin words and numbers are made of.
fn is_in_block(c: char) -> bool {
    matches!(c,
        'a'..='z' | 'A'..='Z' | '0'..='9' | '+' | '#' | '&' | '.' | '_' | '%' | '-'
        | '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{2A6DF}' | '\u{2A700}'..='\u{2EBEF}' | '\u{2F800}'..='\u{2FA1F}')
}

/// Cuts a block that ends at byte `end`. `steps` is room to work in.
fn cut_block(block: &[Letter], end: usize, steps: &mut Vec<Step>, words: &mut Vec<Span>) {
    find_steps(block, steps);
    let start_of = |i: usize| block.get(i).map_or(end, |letter: &Letter| letter.start);
    let mut run = 0;
    let mut at = 0;
    while at < block.len() {
        let next = steps.get(at).map_or(at + 1, |step| step.next);
        if next > at + 1 {
            cut_run(block, run..at, end, words);
            words.push(Span::new(start_of(at), start_of(next)));
            run = next;
        }
        at = next;
    }
    cut_run(block, run..block.len(), end, words);
}

/// Finds the best way on from every character, from the last to the first; of equal ways that of the longer word.
fn find_steps(block: &[Letter], steps: &mut Vec<Step>) {
    steps.clear();
    steps.resize(block.len() + 1, Step::default());
    let unknown = u64::from(log2(LEXICON.total()));
    for at in (0..block.len()).rev() {
        let mut best: Option<Step> = None;
        let mut place = Trie::root();
        for (next, letter) in (at + 1..).zip(block.get(at..).unwrap_or_default()) {
            let Some(found) = LEXICON.words.step(place, letter.rank) else { break };
            place = found;
            let Some(cost) = LEXICON.words.cost(place) else { continue };
            let cost = u64::from(cost) + steps.get(next).map_or(0, |step| step.cost);
            if best.is_none_or(|best| cost <= best.cost) {
                best = Some(Step { cost, next });
            }
        }
        let alone = || Step { cost: unknown + steps.get(at + 1).map_or(0, |step| step.cost), next: at + 1 };
        let step = best.unwrap_or_else(alone);
        if let Some(slot) = steps.get_mut(at) {
            *slot = step;
        }
    }
}

/// Cuts a run of characters that the best way takes one by one: letter by letter if together they are a word of the
/// lexicon, of which the letter model knows less.
fn cut_run(block: &[Letter], run: std::ops::Range<usize>, end: usize, words: &mut Vec<Span>) {
    let end = block.get(run.end).map_or(end, |letter| letter.start);
    let Some(run) = block.get(run) else { return };
    let mut place = Some(Trie::root());
    for letter in run {
        place = place.and_then(|place| LEXICON.words.step(place, letter.rank));
    }
    let is_word = place.is_some_and(|place| LEXICON.words.cost(place).is_some());
    if is_word || run.len() < 2 {
        words.extend(run.iter().map(|letter| Span::new(letter.start, letter.start + letter.char.len_utf8())));
    } else {
        letters::cut(run, end, words);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jieba_rs::{HmmModel, Jieba};
    use std::sync::LazyLock;

    /// jieba-rs over the same words and the same letter model.
    static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
        let lines: String = LEXICON.words.lines().collect();
        let mut jieba = Jieba::with_dict(&mut lines.as_bytes()).unwrap();
        let model = LEXICON.letters.lines(&LEXICON.words.alphabet());
        jieba.set_hmm_model(HmmModel::load(&mut model.as_bytes()).unwrap());
        jieba
    });

    fn ours(text: &str) -> Vec<&str> {
        cut(text, Span::new(0, text.len())).into_iter().map(|word| word.of(text)).collect()
    }

    fn theirs(text: &str) -> Vec<&str> {
        let words = JIEBA.cut(text, true).into_iter().map(|token| token.word);
        words.flat_map(|word| if word == "\r\n" { vec!["\r", "\n"] } else { vec![word] }).collect()
    }

    /// As many characters as asked for, from a few sorts of them, the same ones always.
    fn scrambled(letters: &[char], count: usize, seed: &mut u64) -> String {
        let mut next = || {
            // xorshift64 (Marsaglia, "Xorshift RNGs", 2003).
            *seed ^= *seed << 13;
            *seed ^= *seed >> 7;
            *seed ^= *seed << 17;
            *seed as usize
        };
        (0..count).map(|_| letters[next() % letters.len()]).collect()
    }

    #[test]
    fn articles_are_cut_as_jieba_cuts_them() {
        let articles = std::fs::read_dir("tests/articles").unwrap().map(|entry| entry.unwrap().path());
        let texts: Vec<String> =
            articles.map(|path| std::fs::read_to_string(path.join("source.txt")).unwrap()).collect();
        assert!(texts.len() >= 10);
        for text in &texts {
            assert_eq!(ours(text), theirs(text));
        }
        // The same characters in no order: few words, so that the letter model cuts most.
        let letters: Vec<char> = texts.iter().flat_map(|text| text.chars()).collect();
        let mut seed = 0x9E37_79B9_7F4A_7C15;
        for _ in 0..500 {
            let text = scrambled(&letters, 40, &mut seed);
            assert_eq!(ours(&text), theirs(&text));
        }
    }

    #[test]
    fn every_kind_of_character_is_cut_as_jieba_cuts_it() {
        for text in [
            "",
            "一",
            "的",
            "C919大型客机",
            "5G-A网络2.5亿元，增长37.9%。",
            "a_b.c-d%%&+#",
            "U.S.-China",
            "-1.5",
            "x\r\ny\n",
            "㐀㐁鿿鿖𠀀𠀁豈",
            "犇骉淼猋",
            "　全角　ＡＢ１２",
            "😀😀a😀",
            "\u{0}\u{7f}",
            "éü",
            "鿕鿖鿕",
        ] {
            assert_eq!(ours(text), theirs(text), "{text:?}");
        }
    }

    #[test]
    fn a_block_without_end_is_cut_in_pieces() {
        let text = "人".repeat(3 * LONGEST_BLOCK + 1);
        assert_eq!(ours(&text).concat(), text);
    }
}
