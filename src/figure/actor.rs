//! Who acts in a clause that names no one: 食堂 in 食堂推出200多种菜品.

use super::view::{View, is_change, is_nominal, is_passed};
use crate::lexicon::tables::{has_cue, is_word, last_cue};
use crate::span::Span;
use crate::token::Token;

/// What the words before a figure say of who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Actor {
    /// No one: the clause goes on with what was spoken of before (建成公园26个), or begins with what is measured.
    Elided,
    /// Somebody who is not named: 警方冻结涉案账户87个.
    Acting(Span),
    /// Something that is not spoken of elsewhere: 这颗行星, 每户.
    Other,
}

/// Tokens of a clause that are looked at.
const MOST: usize = 24;

/// Who acts in the clause `head`, which ends where what is measured begins.
pub(crate) fn of(view: &View, head: Span) -> Actor {
    let mut phrase: Option<Span> = None;
    // Inside the phrase of a preposition, up to the next verb: 在下风向布设.
    let mut governed = false;
    for token in view.ahead(head.start).take(MOST).take_while(|t| t.start < head.end) {
        let (span, word) = (token.span(), view.word(token));
        if view.is_number(span) || matches!(token.tag.as_ref(), "x" | "t") && !is_nominal(token, word) {
            phrase = phrase.filter(|p| p.end < span.start);
            continue;
        }
        let adverb =
            matches!(token.tag.as_ref(), "d" | "c" | "f" | "u" | "ul" | "uj" | "uz") || is_word("leading", word);
        match phrase {
            None if is_word("demonstrative", word) => {
                let speaks = view.ahead(span.end).next().is_some_and(|next| has_cue("speaks", view.word(next)));
                return if speaks { Actor::Elided } else { Actor::Other };
            }
            _ if token.tag == "p" => governed = true,
            None if is_passed(word) || adverb || governed && !is_verb(token, word) => {}
            None if is_verb(token, word) => return Actor::Elided,
            None if is_nominal(token, word) => phrase = Some(span),
            None => {}
            // 市财政|紧急|下拨
            Some(p) if matches!(token.tag.as_ref(), "a" | "ad") && can_act(view, p) => {}
            Some(p) if p.end == span.start && is_nominal(token, word) && !is_verb(token, word) => {
                phrase = Some(Span::new(p.start, span.end));
            }
            Some(p) if is_verb(token, word) && !is_passed(word) => return acting(view, p, span, head.end),
            Some(_) if adverb || governed || is_passed(word) => {}
            Some(_) => return Actor::Elided,
        }
    }
    Actor::Elided
}

/// Whether a token says what is done, and not how much it grew.
fn is_verb(token: &Token, word: &str) -> bool {
    let verb = matches!(token.tag.as_ref(), "v" | "vd" | "vi") || is_word("agent", word) || is_word("governing", word);
    verb && !is_change(word)
}

/// `phrase` before the verb `verb`, where it can act and is no part of what is measured (经营活动产生的现金流量净额).
fn acting(view: &View, phrase: Span, verb: Span, end: usize) -> Actor {
    let relative =
        view.between(verb.end, end).contains(['的']) || view.between(verb.end, end + '的'.len_utf8()).ends_with('的');
    let acts = can_act(view, phrase) && !relative && !has_cue("speaks", verb.of(view.text));
    if acts { Actor::Acting(phrase) } else { Actor::Elided }
}

/// Whether `phrase` ends as the names of those do who act.
fn can_act(view: &View, phrase: Span) -> bool {
    let words = phrase.of(view.text);
    words.chars().count() > 1 && last_cue("actor", words).is_some()
}
