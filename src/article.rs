//! Document, Sentences and Tokens together: what every later stage reads.

use crate::cue::Shown;
use crate::document::Document;
use crate::options::UserWord;
use crate::passage::Passage;
use crate::sentence::Sentence;
use crate::span::{Excerpt, Span};
use crate::term::Terms;
use crate::token::Tokenizer;

/// An article, ready to be analysed. All offsets are bytes of `text`.
pub struct Article<'t> {
    /// The folded text of the whole page ([`crate::reading`]).
    pub text: &'t str,
    /// Its blocks and what the page says about itself.
    pub document: &'t Document,
    /// The sentences of the body.
    pub sentences: &'t [Sentence],
    /// The headline, if there is one, then every sentence, with their tokens.
    pub passages: Vec<Passage>,
    /// Its content words.
    pub terms: Terms<'t>,
    /// What each sentence shows that it is for.
    pub(crate) shown: Vec<Shown>,
}

impl<'t> Article<'t> {
    /// Cuts headline and sentences into tokens, keeping `words` whole.
    pub fn new(text: &'t str, document: &'t Document, sentences: &'t [Sentence], words: &[UserWord]) -> Self {
        let tokenizer = Tokenizer::new(words);
        let headline = document.headline.iter().map(|h| (h.span(), None));
        let body = sentences.iter().enumerate().map(|(i, s)| (s.span(), Some(i)));
        // A page without an article, such as a lone line of figures, is read as it stands.
        let bare = document.headline.is_none() && sentences.is_empty();
        let lines = document.blocks.iter().filter(|_| bare).map(|b| (b.span(), None));
        let passages = headline
            .chain(body)
            .chain(lines)
            .map(|(span, sentence)| Passage { span, sentence, tokens: tokenizer.cut(text, span) })
            .collect::<Vec<_>>();
        let terms = Terms::of(text, &passages);
        let shown = sentences.iter().map(|s| Shown::of(s.span().of(text))).collect();
        Self { text, document, sentences, passages, terms, shown }
    }

    /// The words at `span`.
    pub fn words(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// The words at `span`, with their place.
    pub fn excerpt(&self, span: Span) -> Excerpt {
        Excerpt::of(span, self.text)
    }
}
