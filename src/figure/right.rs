//! The phrase right of a figure: what a measure word counts (18个重点项目), what follows 的, what happened (1人失联).

use super::left::{is_head, is_measured};
use super::phrase::trimmed;
use super::view::{View, is_nominal, is_passed};
use crate::lexicon::tables::{first_cue, is_word, last_cue};
use crate::reading::is_han;
use crate::span::Span;
use crate::token::Token;

/// Tokens that a phrase reaches over at most.
const MOST: usize = 12;

/// The noun phrase that begins right of a figure.
pub(crate) fn of(view: &View, at: usize) -> Option<Span> {
    let at = behind_term(view, at);
    let mut phrase: Option<Span> = None;
    let mut expected = at;
    let mut plain = true;
    // Where a quotation begins that the phrase begins with: “一带一路”合作文件.
    let mut quote: Option<usize> = None;
    for token in view.ahead(first_token(view, at)).take(MOST) {
        let span = Span::new(token.start.max(at), token.end);
        let word = span.of(view.text);
        if span.start > expected + 1 || view.is_number(span) {
            break;
        }
        match (word, phrase, quote) {
            ("“", _, None) if phrase.is_none() || !plain => {
                (quote, expected) = (Some(span.start), span.end);
                continue;
            }
            ("”", Some(inner), Some(_)) => {
                (phrase, quote, expected) = (Some(Span::new(inner.start, span.end)), None, span.end);
                continue;
            }
            _ => {}
        }
        expected = span.end;
        match word {
            "的" if phrase.is_some() && plain => break,
            "的" | "期" | "以上" | "左右" | "以下" | "以内" | "多" | "余" | "级"
                if phrase.is_none() || word == "的" =>
            {
                phrase = None
            }
            _ if phrase.is_some_and(|p| acts(view, p, token)) => break,
            // C轮融资
            _ if word == "轮" && phrase.is_some_and(|p| p.of(view.text).is_ascii())
                || belongs(view, token, word, phrase)
                || phrase.is_some() && is_head(view, at, span) =>
            {
                plain &= is_nominal(token, word);
                phrase = Some(Span::new(phrase.map_or(quote.unwrap_or(span.start), |p| p.start), span.end));
            }
            _ => break,
        }
    }
    let phrase = phrase.filter(|_| quote.is_none()).map(|phrase| trimmed(view, phrase));
    phrase.filter(|p| p.of(view.text).chars().count() > 1 || is_measured(p.of(view.text)))
}

/// The place behind 期, or behind a term of it: 7天期逆回购 measures 逆回购.
fn behind_term(view: &View, at: usize) -> usize {
    let term = view.first_figure(at).filter(|n| n.start == at).map_or(at, |n| n.end);
    let rest = view.between(term, view.span.end);
    let word = ["期货", "期权", "期待", "期间", "期末", "期限", "期望"].iter().any(|word| rest.starts_with(word));
    match rest.starts_with('期') && !word {
        true => term + '期'.len_utf8(),
        // 37条|10千伏|线路
        false => term,
    }
}

/// Where the token begins that holds `at`: a cut through 家新 leaves 新.
fn first_token(view: &View, at: usize) -> usize {
    let index = view.tokens.partition_point(|t| t.end <= at);
    view.tokens.get(index).map_or(at, |t| t.start.min(at))
}

/// Whether a token says what those in `phrase` do: 赶赴 in 310名指战员赶赴现场.
fn acts(view: &View, phrase: Span, token: &Token) -> bool {
    let people = last_cue("people", phrase.of(view.text)).is_some();
    let verb = |t: &Token| t.tag == "v" && view.word(t).chars().count() > 1;
    // 非法|吸收
    let adverb = matches!(token.tag.as_ref(), "d" | "ad" | "vd")
        || matches!(token.tag.as_ref(), "a" | "b") && view.ahead(token.end).next().is_some_and(verb);
    people && (verb(token) || adverb && view.word(token).chars().count() > 1)
}

/// Whether a token belongs to the phrase that begins right of the figure.
fn belongs(view: &View, token: &Token, word: &str, phrase: Option<Span>) -> bool {
    let tag = token.tag.as_ref();
    if is_passed(word)
        || phrase.is_none() && tag == "nr"
        || phrase.is_some() && matches!(tag, "a" | "ad" | "i" | "z") && !noun_follows(view, token)
    {
        return false;
    }
    let counted =
        tag == "m" && phrase.is_none() && word.chars().count() > 1 && !word.contains(|c: char| c.is_ascii_digit());
    let verb = tag.starts_with('v') && (phrase.is_some() || !is_word("agent", word)) && noun_follows(view, token);
    is_nominal(token, word) || verb || counted
}

/// Whether a noun stands right behind a token, or 的 a little further in its clause.
fn noun_follows(view: &View, token: &Token) -> bool {
    let mut next = view.ahead(token.end);
    let first = next.next();
    let adjoins = first.is_some_and(|n| {
        n.start == token.end && is_nominal(n, view.word(n)) && !n.tag.starts_with('v') && !view.is_number(n.span())
    });
    let clause = view.clause_after(token.end);
    adjoins
        || view
            .ahead(token.end)
            .take(5)
            .take_while(|t| t.start < clause.end && !view.is_number(t.span()))
            .any(|t| view.word(t) == "的")
}

/// What happened to those counted, by the words right behind the figure.
pub(crate) fn fate(view: &View, at: usize) -> Option<Span> {
    let word = first_cue("casualty", view.between(at, view.span.end))?;
    (word.chars().count() > 1).then(|| Span::new(at, at + word.len()))
}

/// A verb that ends the clause right behind the figure: 12期免息.
pub(crate) fn closing_verb(view: &View, at: usize) -> Option<Span> {
    let clause = view.clause_after(at);
    let words = clause.of(view.text);
    let short = (2..=4).contains(&words.chars().count()) && words.chars().all(is_han) && !is_passed(words);
    short.then_some(clause)
}
