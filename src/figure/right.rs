//! The phrase right of a figure: what a measure word counts (18个重点项目), what follows 的, what happened (1人失联).

use super::left::{is_head, is_measured, touches};
use super::phrase::trimmed;
use super::view::{MEASURED, View, is_change, is_nominal, is_passed};
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
        if !touches(view, expected, span.start) || view.is_number(span) {
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
            "的" | "期" | "以上" | "左右" | "以下" | "以内" | "内" | "多" | "余" | "级"
                if phrase.is_none() || word == "的" =>
            {
                phrase = None
            }
            _ if phrase.is_some_and(|p| is_word("ending", word) || acts(view, p, token) || is_done(view, p, token)) => {
                break;
            }
            // C轮融资, 天使轮融资
            _ if word == "轮" && phrase.is_some() && view.between(span.end, view.span.end).starts_with("融资")
                || belongs(view, token, word, phrase)
                || phrase.is_some() && is_head(view, at, span) =>
            {
                plain &= is_nominal(token, word);
                phrase = Some(Span::new(phrase.map_or(quote.unwrap_or(span.start), |p| p.start), span.end));
            }
            _ => break,
        }
    }
    // 公园18个 总投资9.6亿元: behind a space stands what the next figure measures.
    let next = |p: &Span| view.first_figure(p.end).is_some_and(|next| next.start == p.end);
    let phrase = phrase.filter(|p| quote.is_none() && !(p.start > at && next(p))).map(|phrase| trimmed(view, phrase));
    phrase
        .and_then(|phrase| without_measure(view, phrase))
        .filter(|p| p.of(view.text).chars().count() > 1 || is_measured(p.of(view.text)))
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

/// Whether a token is a verb that does something to what was named before: 回购 in 200元的价格回购股票, 获 in 140家公司获调研.
fn is_done(view: &View, phrase: Span, token: &Token) -> bool {
    let (words, word) = (phrase.of(view.text), view.word(token));
    let measured = words.ends_with(MEASURED) || words.ends_with("价格");
    let verb = (token.tag == "v" || token.tag == "vn" && !noun_adjoins(view, token)) && !is_change(word);
    // 新|引进重点企业
    let told = token.tag == "v" && is_word("agent", word) && words.chars().count() > 1;
    let acts = || last_cue("actor", words).is_some() || is_word("company", words);
    let acted = token.tag.starts_with('v') && (word.chars().count() == 1 || !noun_adjoins(view, token));
    verb && measured || told || acted && acts()
}

/// The phrase before what the next figure measures: 梯级电站 of 六座梯级电站总发电量约2959亿千瓦时, and nothing where it is all of
/// that; then what stands behind that figure is counted: 95架总价值520亿美元的客机.
fn without_measure(view: &View, phrase: Span) -> Option<Span> {
    let next = view.first_figure(phrase.end).filter(|next| is_passed(view.between(phrase.end, next.start)));
    let Some(next) = next.filter(|_| phrase.of(view.text).ends_with(MEASURED)) else { return Some(phrase) };
    let measure =
        |t: &&Token| is_word("prefix", view.word(t)) || is_word("metric", view.word(t)) || t.end >= phrase.end;
    let cut = view.ahead(phrase.start).find(measure).map_or(phrase.end, |t| t.start);
    match cut > phrase.start {
        true => Some(Span::new(phrase.start, cut)),
        false => view.between(next.end, view.ceiling(next.end)).starts_with('的').then(|| of(view, next.end)).flatten(),
    }
}

/// Whether a token belongs to the phrase that begins right of the figure.
fn belongs(view: &View, token: &Token, word: &str, phrase: Option<Span>) -> bool {
    let tag = token.tag.as_ref();
    // 境内|未|上市
    if tag != "p"
        && !is_change(word)
        && is_word("prefix", word)
        && noun_adjoins(view, token)
        && (phrase.is_some() || !is_passed(word))
    {
        return true;
    }
    if is_passed(word)
        || phrase.is_none() && tag == "nr" && !noun_adjoins(view, token)
        || phrase.is_some()
            && matches!(tag, "a" | "ad" | "i" | "z")
            && !noun_follows(view, token)
            && !is_word("noun", word)
    {
        return false;
    }
    let counted =
        tag == "m" && phrase.is_none() && word.chars().count() > 1 && !word.contains(|c: char| c.is_ascii_digit());
    let verb = tag.starts_with('v') && (phrase.is_some() || !is_word("agent", word)) && noun_follows(view, token);
    // A320|系列
    let sort = tag == "q" && phrase.is_some() && word.chars().count() > 1;
    is_nominal(token, word) || verb || counted || sort
}

/// Whether a noun stands right behind a token, or 的 a little further in its clause.
fn noun_follows(view: &View, token: &Token) -> bool {
    let clause = view.clause_after(token.end);
    noun_adjoins(view, token)
        || view
            .ahead(token.end)
            .take(5)
            .take_while(|t| t.start < clause.end && !view.is_number(t.span()))
            .any(|t| view.word(t) == "的")
}

/// Whether a noun stands right behind a token.
fn noun_adjoins(view: &View, token: &Token) -> bool {
    view.ahead(token.end).next().is_some_and(|n| {
        let word = view.word(n);
        let named = !n.tag.starts_with('v') || is_word("metric", word);
        let noun = is_nominal(n, word) && named && !is_word("ending", word);
        n.start == token.end && noun && !view.is_number(n.span())
    })
}

/// What happened to those counted, by the words right behind the figure.
pub(crate) fn fate(view: &View, at: usize) -> Option<Span> {
    let word = first_cue("casualty", view.between(at, view.span.end))?;
    (word.chars().count() > 1).then(|| Span::new(at, at + word.len()))
}

/// What is done within or after a time: 投产 in 24个月内投产.
pub(crate) fn done_within(view: &View, at: usize) -> Option<Span> {
    let rest = view.between(at, view.ceiling(at));
    let within = rest.chars().next().filter(|c| matches!(c, '内' | '后'))?;
    closing_verb(view, at + within.len_utf8())
}

/// A verb that ends the clause right behind the figure: 12期免息.
pub(crate) fn closing_verb(view: &View, at: usize) -> Option<Span> {
    let clause = view.clause_after(at);
    // 其中33名为干部
    let verb = clause.of(view.text).chars().next().filter(|c| matches!(c, '为' | '是')).map_or(0, char::len_utf8);
    let clause = Span::new(clause.start + verb, clause.end);
    let words = clause.of(view.text);
    let short = (2..=4).contains(&words.chars().count()) && words.chars().all(is_han) && !is_passed(words);
    short.then_some(clause)
}
