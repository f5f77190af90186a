//! Things that own figures though no list of names holds them: 沿湖高铁, 猎鹰队, 该仓库.

use super::view::{View, is_nominal, is_passed};
use crate::lexicon::tables::{is_word, last_cue};
use crate::span::Span;
use crate::token::Token;

/// The things in `clause`, in order.
pub(crate) fn within(view: &View, clause: Span) -> Vec<Span> {
    let tokens = view.ahead(clause.start).take_while(|t| t.end <= clause.end);
    tokens.filter_map(|token| pointed_at(view, token, clause).or_else(|| headed(view, token, clause))).collect()
}

/// 该 with its noun: 该仓库, 该隧道.
fn pointed_at(view: &View, token: &Token, clause: Span) -> Option<Span> {
    if view.word(token) != "该" {
        return None;
    }
    let noun = view.ahead(token.end).next().filter(|next| next.start == token.end && next.end <= clause.end)?;
    let named = is_name_like(noun, view.word(noun)) && !view.is_number(noun.span());
    let span = Span::new(token.start, noun.end);
    // 该公司 stands for a name.
    let pronoun = ["company", "whole"].iter().any(|sort| is_word(sort, span.of(view.text)));
    (named && !pronoun).then_some(span)
}

/// A noun of the list with the words that name it before it: 沿湖|高铁, 锐芯|半导体|封测|基地.
fn headed(view: &View, token: &Token, clause: Span) -> Option<Span> {
    let word = view.word(token);
    if is_word("unowned", word) {
        return None;
    }
    let head = last_cue("thing", word)?;
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
    let letters = span.of(view.text).chars().count().saturating_sub(head.chars().count());
    let named = letters > usize::from(is_word("team", head));
    let counted = view.number_before(start).is_some_and(|number| number.end == start);
    let counts = view.is_number(Span::new(token.end, token.end + 1)) && !is_word("team", head);
    (named && !counted && !counts).then_some(span)
}

/// Words that the name of a thing is made of at most.
const LONGEST: usize = 5;

/// Whether a token can stand in the name of a thing: no verb, and nothing that only describes.
fn is_name_like(token: &Token, word: &str) -> bool {
    let rank = matches!(word, "省" | "市" | "区" | "县" | "镇" | "乡" | "村" | "州");
    rank || is_nominal(token, word) && !matches!(token.tag.as_ref(), "a" | "ad" | "vn" | "vd" | "i" | "z" | "l")
}
