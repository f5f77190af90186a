//! Things that own figures though no list of names holds them: 沿湖高铁, 猎鹰队, 该仓库.

use super::view::{View, is_nominal, is_passed};
use crate::lexicon::tables::{is_word, last_cue};
use crate::span::Span;
use crate::token::Token;

/// A token that a thing may end with, or begin with.
pub(crate) struct Head {
    /// Its index.
    token: usize,
    /// The end of it that says what sort of thing: 高铁. `None` for 该.
    sort: Option<&'static str>,
}

/// The tokens of a passage that things may end with, or begin with.
pub(crate) fn heads(view: &View) -> Vec<Head> {
    let words = view.tokens.iter().map(|token| view.word(token));
    let head = |(token, word): (usize, &str)| {
        let pointed = word.starts_with('该');
        let sort = last_cue("works", word).filter(|_| !pointed && !is_word("unowned", word));
        (sort.is_some() || pointed).then_some(Head { token, sort })
    };
    (0..).zip(words).filter_map(head).collect()
}

/// The things in `clause`, in order.
pub(crate) fn within(view: &View, heads: &[Head], clause: Span) -> Vec<Span> {
    let token = |head: &Head| view.tokens.get(head.token);
    let first = heads.partition_point(|head| token(head).is_some_and(|t| t.start < clause.start));
    let heads = heads.iter().skip(first).map_while(|head| Some((head, token(head)?)));
    let inside = heads.take_while(|(_, token)| token.end <= clause.end);
    inside
        .filter_map(|(head, token)| match head.sort {
            Some(sort) => headed(view, token, sort, clause),
            None => pointed_at(view, token, clause),
        })
        .collect()
}

/// 该 with its noun: 该仓库, 该隧道.
fn pointed_at(view: &View, token: &Token, clause: Span) -> Option<Span> {
    let whole = view.word(token).strip_prefix('该')?;
    // 该机 may be one word.
    let noun = if whole.is_empty() { view.ahead(token.end).next()? } else { token };
    let adjoins = noun.start == token.end && is_name_like(noun, view.word(noun)) && !view.is_number(noun.span());
    let named = noun.end <= clause.end && (adjoins || !whole.is_empty());
    let span = Span::new(token.start, noun.end);
    // 该公司 stands for a name.
    let pronoun = ["company", "whole"].iter().any(|sort| is_word(sort, span.of(view.text)));
    (named && !pronoun).then_some(span)
}

/// A noun of the list with the words that name it before it: 沿湖|高铁, 锐芯|半导体|封测|基地.
fn headed(view: &View, token: &Token, sort: &str, clause: Span) -> Option<Span> {
    let mut start = token.start;
    for before in view.back(clause.start, token.start).take(LONGEST) {
        let word = view.word(before);
        if before.end != start || view.is_number(before.span()) {
            break;
        }
        // What is done to it: 扩充车队.
        if before.tag == "v" && !is_passed(word) && start == token.start {
            return None;
        }
        if !is_name_like(before, word) || is_word("demonstrative", word) || is_word("setting", word) {
            break;
        }
        start = before.start;
    }
    let span = Span::new(start, token.end);
    // 两队, 球队 name none.
    let letters = span.of(view.text).chars().count().saturating_sub(sort.chars().count());
    let team = is_word("team", sort);
    let named = letters > usize::from(team);
    // 5万个|以上|商业小区
    let between = view.number_before(start).map(|number| view.between(number.end, start));
    let counted = between.is_some_and(|words| is_passed(words) && !words.ends_with('的'));
    let counts = view.is_number(Span::new(token.end, token.end + 1)) && !team;
    (named && !counted && !counts).then_some(span)
}

/// Words that the name of a thing is made of at most.
const LONGEST: usize = 5;

/// Whether a token can stand in the name of a thing: no verb, and nothing that only describes.
fn is_name_like(token: &Token, word: &str) -> bool {
    let rank = matches!(word, "省" | "市" | "区" | "县" | "镇" | "乡" | "村" | "州");
    // 大垭|口|隧道: what is no part of a number counts nothing.
    let measure = token.tag == "q" && word.chars().count() == 1;
    rank || measure
        || is_nominal(token, word) && !matches!(token.tag.as_ref(), "a" | "ad" | "vn" | "vd" | "i" | "z" | "l")
}
