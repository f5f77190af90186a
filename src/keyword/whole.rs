//! Words that never stand without the same neighbour, made whole with it: 美丽中国, 常务会议.

use super::KeywordKind;
use super::candidate::Candidate;
use super::phrase::LETTERS;
use super::taken::Taken;
use crate::article::Article;
use crate::order;
use crate::span::Span;
use crate::token::Token;

/// Mentions from which a neighbour is not there by chance.
const LEAST: usize = 3;

/// The tokens of an article, in order of the text.
pub(super) struct Neighbours<'a> {
    article: &'a Article<'a>,
    tokens: Vec<&'a Token>,
}

impl<'a> Neighbours<'a> {
    pub(super) fn of(article: &'a Article, taken: &Taken) -> Self {
        let own = |token: &Token| !taken.holds(token.span()) || taken.is_whole(token.span());
        // Of the words without content only letters may belong to a word: 保温|杯.
        let telling = |p: usize, t: usize, token: &Token| {
            let term = article.terms.at(p, t).and_then(|i| article.terms.list.get(i));
            term.map_or(token.span().len() == 3, |term| term.alone)
        };
        let passages = article.passages.iter().enumerate();
        let mut tokens: Vec<&Token> = passages
            .flat_map(|(p, passage)| passage.tokens.iter().enumerate().filter(move |(t, token)| telling(p, *t, token)))
            .map(|(_, token)| token)
            .filter(|token| own(token))
            .collect();
        order::by_key(&mut tokens, |t| t.start);
        Self { article, tokens }
    }

    /// Makes `candidate` whole with what stands beside it at every mention.
    pub(super) fn complete(&self, candidate: &mut Candidate) {
        while candidate.mentions.len() >= LEAST {
            let Some(wider) = self.wider(&candidate.mentions, 0).or_else(|| self.wider(&candidate.mentions, 1)) else {
                return;
            };
            candidate.text = wider.first().map_or_else(String::new, |m| self.article.words(*m).to_owned());
            candidate.kind = KeywordKind::Phrase;
            candidate.mentions = wider;
        }
    }

    /// The mentions with the word that ends where they begin or, `back` being 0, begins where they end, if it is the same for all.
    fn wider(&self, mentions: &[Span], back: usize) -> Option<Vec<Span>> {
        let mut wider: Vec<Span> = Vec::new();
        for mention in mentions {
            let edge = if back == 0 { mention.end } else { mention.start };
            let next = self.tokens.partition_point(|t| t.start < edge);
            let token = self.tokens.get(next.checked_sub(back)?).filter(|t| self.is_thing(t))?;
            let span = Span::new(token.start.min(mention.start), token.end.max(mention.end));
            let same = wider.first().is_none_or(|first| self.article.words(*first) == self.article.words(span));
            let touches = token.start == mention.end || token.end == mention.start;
            if !touches || !same || !LETTERS.contains(&self.article.words(span).chars().count()) {
                return None;
            }
            wider.push(span);
        }
        Some(wider)
    }

    /// Whether a word names a thing, so that it makes one with its neighbour.
    fn is_thing(&self, token: &Token) -> bool {
        let thing = token.tag.starts_with(['n', 'b', 'j', 'x']) && &*token.tag != "nr" || &*token.tag == "vn";
        thing && token.span().of(self.article.text).chars().all(char::is_alphanumeric)
    }
}
