//! Words and names cut short: letters that stand beside every mention belong to it, where a cut that nobody knows parts them
//! (白|茅山, 栖|州市委), where they are a noun of one letter (保温|杯), or a Latin name goes on (AI Agent, LS-J300).

use super::KeywordKind;
use super::candidate::Candidate;
use crate::among::holds;
use crate::article::Article;
use crate::order;
use crate::span::Span;
use crate::term::AFFIXES;
use crate::token::Token;

/// Most words of a Latin name that are added.
const MOST_WORDS: usize = 3;

/// The tokens of an article, in order of the text.
pub(super) struct Edges<'a> {
    article: &'a Article<'a>,
    tokens: Vec<&'a Token>,
}

/// What stands beside a mention: the token that goes on there, and the letters of it outside the mention.
#[derive(Clone, Copy)]
struct Beside<'a> {
    token: &'a Token,
    outside: Span,
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl<'a> Edges<'a> {
    pub(super) fn of(article: &'a Article) -> Self {
        let mut tokens: Vec<&Token> = article.passages.iter().flat_map(|p| &p.tokens).collect();
        order::by_key(&mut tokens, |t| t.start);
        Self { article, tokens }
    }

    /// Gives `candidate` the letters that were cut off.
    pub(super) fn mend(&self, candidate: &mut Candidate) {
        let first = candidate.mentions.first().map_or("", |m| self.article.words(*m));
        let same = candidate.mentions.iter().all(|m| self.article.words(*m) == first);
        if candidate.kind == KeywordKind::Person || !same {
            return;
        }
        let mut whole = candidate.mentions.clone();
        for side in [Side::Left, Side::Right] {
            for _ in 0..MOST_WORDS {
                let Some(wider) = self.wider(candidate.kind, &whole, side) else { break };
                whole = wider;
            }
        }
        if let Some(text) = whole.first().filter(|m| candidate.mentions.first() != Some(*m)) {
            candidate.text = self.article.words(*text).to_owned();
            candidate.mentions = whole;
        }
    }

    /// The mentions with what belongs to them on one side.
    fn wider(&self, kind: KeywordKind, mentions: &[Span], side: Side) -> Option<Vec<Span>> {
        let beside: Vec<Beside> = mentions.iter().map(|m| self.beside(*m, side)).collect::<Option<_>>()?;
        let shared = self.shared(&beside, side);
        let joints = || beside.iter().zip(mentions).map(|(b, m)| self.joint(b, *m, shared));
        let plain = matches!(kind, KeywordKind::Term | KeywordKind::Phrase);
        let cut = || plain || beside.iter().zip(mentions).any(|(b, m)| b.token.span().overlaps(*m));
        let belongs = shared > 0
            && cut()
            && (joints().any(|j| j == Joint::Inside)
                || mentions.len() > 1 && joints().all(|j| j != Joint::Apart) && joints().any(|j| j == Joint::Parted)
                || mentions.len() > 1 && matches!(side, Side::Right) && joints().all(|j| j == Joint::Letter));
        belongs.then(|| {
            let widen = |(b, m): (&Beside, &Span)| match side {
                Side::Left => Span::new(b.outside.end - shared, m.end),
                Side::Right => Span::new(m.start, b.outside.start + shared),
            };
            beside.iter().zip(mentions).map(widen).collect()
        })
    }

    /// The token at an edge of `mention`; a Latin one may stand behind a space.
    fn beside(&self, mention: Span, side: Side) -> Option<Beside<'a>> {
        let text = self.article.text;
        let after = |edge: usize| self.tokens.partition_point(|t| t.end <= edge);
        match side {
            Side::Left => {
                let gap = usize::from(text.get(..mention.start)?.ends_with(' '));
                let token =
                    *self.tokens.get(self.tokens.partition_point(|t| t.start < mention.start).checked_sub(1)?)?;
                (token.end + gap >= mention.start)
                    .then(|| Beside { token, outside: Span::new(token.start, mention.start) })
            }
            Side::Right => {
                let token = *self.tokens.get(after(mention.end))?;
                let gap = usize::from(text.get(mention.end..)?.starts_with(' '));
                (token.start <= mention.end + gap).then(|| Beside { token, outside: Span::new(mention.end, token.end) })
            }
        }
    }

    /// How many bytes next to the mentions are the same letters at all of them.
    fn shared(&self, beside: &[Beside], side: Side) -> usize {
        let Some((first, others)) = beside.split_first() else { return 0 };
        let model = self.article.words(first.outside);
        let mut shared = model.len();
        for other in others {
            let words = self.article.words(other.outside);
            let same = |(a, b): &(char, char)| a == b;
            let bytes = match side {
                Side::Left => {
                    model.chars().rev().zip(words.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum()
                }
                Side::Right => model.chars().zip(words.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum(),
            };
            shared = shared.min(bytes);
        }
        shared
    }

    /// How `mention` hangs together with `shared` bytes of what stands beside it.
    fn joint(&self, beside: &Beside, mention: Span, shared: usize) -> Joint {
        let Beside { token, outside } = *beside;
        let (words, own) = (self.article.words(token.span()), self.article.words(mention));
        if !words.chars().all(|c| c.is_alphanumeric() || c == '-') {
            return Joint::Apart;
        }
        let cuts = token.span().overlaps(mention);
        let whole = outside.len() == shared;
        let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
        let spaced = self.article.words(outside).contains([' ']);
        match &*token.tag {
            "eng" if cuts || spaced && whole && capital(words) && capital(own) => Joint::Inside,
            "eng" => Joint::Apart,
            _ if spaced => Joint::Apart,
            "x" if cuts || !whole => Joint::Parted,
            _ if holds(AFFIXES.place, words) => Joint::Apart,
            "n" | "ng" | "q" | "zg" | "nr" if token.span().len() == 3 && whole => Joint::Letter,
            tag if whole && tag.starts_with(['a', 'b', 'x', 'n']) => Joint::Whole,
            _ => Joint::Apart,
        }
    }
}

/// How a mention hangs together with what stands beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// Within one Latin name.
    Inside,
    /// Parted within a word that only the letter model saw.
    Parted,
    /// With a noun of one letter.
    Letter,
    /// With a whole word, which it may belong to.
    Whole,
    /// Not at all.
    Apart,
}
