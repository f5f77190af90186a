//! A phrase without the words at its ends that only govern it.

use super::left::is_measured;
use super::view::View;
use crate::among::last_place;
use crate::lexicon::tables::{first_cue, is_word, last_cue};
use crate::span::Span;

/// The phrase without a verb that governs it (排查老旧小区) and without the name of a currency behind it (營收新台幣).
pub(crate) fn trimmed(view: &View, noun: Span) -> Span {
    // 大宗交易方式|减持
    let manner =
        last_place(noun.of(view.text), "方式").map(|i| noun.start + i + "方式".len()).filter(|&at| at < noun.end);
    let noun = Span::new(manner.unwrap_or(noun.start), noun.end);
    // 拟|减持
    let planned = noun.of(view.text).strip_prefix('拟').filter(|rest| rest.chars().count() > 1);
    let noun = planned.map_or(noun, |rest| Span::new(noun.end - rest.len(), noun.end));
    let words = noun.of(view.text);
    // 价格比 of 价格比上月
    let compared = words.ends_with('比') && view.between(noun.end, view.span.end).starts_with(['上', '去', '前']);
    let noun = if compared { Span::new(noun.start, noun.end - '比'.len_utf8()) } else { noun };
    let words = noun.of(view.text);
    let pair = |tail: &&str| !words.get(..words.len() - tail.len()).is_some_and(|rest| rest.ends_with(['兑', '对']));
    let tail = last_cue("currency", words).filter(pair).map_or(0, str::len);
    let rest = words.get(..words.len() - tail).unwrap_or_default();
    let head = first_cue("governing", without_last(rest, 2)).filter(|_| !is_term(words)).map_or(0, str::len);
    let behind = rest.get(head..).unwrap_or_default();
    // 签约|金额 is no act.
    let measured = behind.chars().count() == 2 && behind.ends_with(['额', '量', '数', '价', '率']);
    let split = view.tokens.binary_search_by_key(&(noun.start + head), |t| t.start).is_ok() && !measured
        || first_cue("phrase", behind).is_some();
    Span::new(if split { noun.start + head } else { noun.start }, noun.end - tail)
}

/// Whether `noun` can say what is measured: not 最大 of 最大的为21亿元, 公告之日 of 自公告之日起, 固定汇率计 of 按固定汇率计.
pub(crate) fn names_measure(view: &View, noun: Span) -> bool {
    let words = noun.of(view.text);
    match words.chars().count() {
        1 => is_measured(words),
        2 if words.starts_with('最') => false,
        _ => {
            let by = || view.between(view.span.start, noun.start).ends_with('按');
            // 开启新|的一年
            !(words.ends_with("之日") || words.ends_with('新') || words.ends_with('计') && by())
        }
    }
}

/// Whether a phrase is a term as a whole: 新建商品住宅, 现金红利.
pub(crate) fn is_term(words: &str) -> bool {
    first_cue("phrase", words).is_some()
}

/// What those act upon that a phrase begins with: 账户 of 公安机关冻结账户, but all of 旅客发送人数.
pub(crate) fn object(view: &View, noun: Span) -> Span {
    let acts = |at: usize| {
        let words = view.between(noun.start, at);
        ["actor", "people"].iter().any(|sort| last_cue(sort, words).is_some())
    };
    let tokens = view.ahead(noun.start).take_while(|token| token.end < noun.end);
    let mut acted = false;
    for token in tokens {
        let word = view.word(token);
        // 贡献 is a noun elsewhere, 计划总投资 no act.
        let named = token.tag == "n" && is_word("agent", word) && !is_word("governing", word);
        let verb = token.tag == "v" && word.chars().count() > 1 || named;
        if acted && verb && !is_word("metric", word) {
            let rest = view.between(token.end, noun.end);
            let measured = rest.ends_with(['率', '量', '数', '额', '例', '度', '价']) || rest.chars().count() < 2;
            return if measured { noun } else { Span::new(token.end, noun.end) };
        }
        acted |= acts(token.end);
    }
    noun
}

/// `words` without their last letters.
pub(crate) fn without_last(words: &str, letters: usize) -> &str {
    words.char_indices().rev().take(letters).last().and_then(|(i, _)| words.get(..i)).unwrap_or_default()
}
