//! How much of a line is said in the words of pages rather than of the news (`src/lexicon/site.tsv`).
//!
//! No list holds every phrase of every page, but pages make their phrases of the same words: `评论 3 收藏 4 点赞 5`,
//! `欢迎添加小编微信，进群交流`. Each word has a weight that counts once, and the sum counts by the share of the line that
//! such words cover, so that one of them in a sentence of news says little.

use super::BlockKind;
use super::phrase;
use crate::lexicon::{rows, table};
use crate::numeral::decimal::Decimal;
use crate::order;
use crate::reading::is_letter;
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::sync::LazyLock;

/// What the words of a line weigh against it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Words {
    /// The kind of clutter that most of the weight names.
    pub(super) kind: BlockKind,
    /// Sum of the words' weights, times the share of the line that they cover.
    pub(super) weight: f64,
}

struct Word {
    text: &'static str,
    letters: usize,
    weight: f64,
    kind: BlockKind,
}

/// By their first character, longest first.
static WORDS: LazyLock<FxHashMap<char, Vec<Word>>> = LazyLock::new(|| {
    let mut words: FxHashMap<char, Vec<Word>> = FxHashMap::default();
    for [kind, weight, list, _] in rows(table!("site")) {
        let (Some(kind), Some(weight)) = (phrase::kind(kind), Decimal::of_table(weight).map(Decimal::to_f64)) else {
            continue;
        };
        for text in list.split('|') {
            let letters = text.chars().filter(|c| c.is_alphabetic()).count();
            let first = text.chars().next().unwrap_or_default();
            words.entry(first).or_default().push(Word { text, letters, weight, kind });
        }
    }
    for words in words.values_mut() {
        order::by_key(words, |word| (Reverse(word.text.len()), Reverse(word.weight)));
    }
    words
});

/// Weighs the words of `line`.
pub(super) fn weigh(line: &str) -> Option<Words> {
    let (mut letters, mut covered, mut sum) = (0, 0, 0.0);
    let mut kinds: Vec<(BlockKind, f64)> = Vec::new();
    let mut counted: Vec<&str> = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let word = WORDS.get(&c).and_then(|words| words.iter().find(|word| rest.starts_with(word.text)));
        let Some(word) = word else {
            letters += usize::from(is_letter(c));
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        };
        rest = rest.get(word.text.len()..).unwrap_or_default();
        if word.weight > 0.0 {
            letters += word.letters;
            covered += word.letters;
            if counted.contains(&word.text) {
                continue;
            }
            counted.push(word.text);
            sum += word.weight;
            match kinds.iter_mut().find(|(kind, _)| *kind == word.kind) {
                Some((_, weight)) => *weight += word.weight,
                None => kinds.push((word.kind, word.weight)),
            }
        }
    }
    let strongest = kinds.iter().map(|&(_, weight)| weight).fold(0.0, f64::max);
    let kind = kinds.iter().find(|&&(_, weight)| weight >= strongest)?.0;
    Some(Words { kind, weight: sum * covered as f64 / letters.max(1) as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_speak_in_their_own_words() {
        for line in [
            "评论 3 收藏 4 点赞 5",
            "欢迎添加小编微信：abc123，进群交流",
            "听全文 约3分钟",
            "首页 新闻 视频 政务",
            "本网站所刊载信息不代表本网观点，未经授权请勿转载",
        ] {
            assert!(weigh(line).is_some_and(|words| words.weight >= 2.5), "{line} {:?}", weigh(line));
        }
        for line in ["江城大桥正式通车", "微信支付上线新功能，用户可在境外使用", "市民用手机扫码买票过桥"]
        {
            assert!(weigh(line).is_none_or(|words| words.weight < 2.0), "{line} {:?}", weigh(line));
        }
    }
}
