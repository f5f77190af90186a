//! Places where no word or phrase is looked for.

use crate::among::{among, places};
use crate::article::Article;
use crate::cue;
use crate::name::Names;
use crate::number::Numbers;
use crate::order;
use crate::span::Span;
use crate::term::AFFIXES;

/// Where numbers, times, identifiers and names stand, and the name of the outlet that tells the story.
pub(super) struct Taken {
    spans: Vec<Span>,
    /// Where quantities begin, in order.
    quantities: Vec<usize>,
    /// For each sentence, whether it is written around the story.
    clutter: Vec<bool>,
}

impl Taken {
    pub(super) fn of(article: &Article, numbers: &Numbers, names: &Names) -> Self {
        let starts = numbers.quantities.iter().map(|q| q.span.start).collect();
        let quantities = numbers.quantities.iter().map(|q| q.span);
        let times = numbers.times.iter().map(|t| Span::new(t.start, t.end));
        let identifiers = numbers.identifiers.iter().map(|i| Span::new(i.start, i.end));
        let people = names.people.iter().flat_map(|p| p.mentions.iter().copied());
        let entities = names.organizations.iter().chain(&names.places).flat_map(|e| e.mentions.iter().copied());
        // 对华, 中美: the word may be one of the story.
        let entities = entities.filter(|span| article.words(*span).chars().nth(1).is_some());
        let outlet = outlet(article);
        let mut spans: Vec<Span> =
            quantities.chain(times).chain(identifiers).chain(people).chain(entities).chain(outlet).collect();
        order::by_key(&mut spans, |span| *span);
        Self { spans, quantities: starts, clutter: article.shown.iter().map(|&shown| cue::is_clutter(shown)).collect() }
    }

    /// Whether sentence `index` is written around the story.
    pub(super) fn is_clutter(&self, index: Option<usize>) -> bool {
        index.and_then(|i| self.clutter.get(i)) == Some(&true)
    }

    /// Whether what ends at byte `end` of `text` leads to a number.
    pub(super) fn leads_to_number(&self, text: &str, end: usize) -> bool {
        let rest = text.get(end..).unwrap_or_default();
        let start = end + (rest.len() - rest.trim_start_matches(|c| among(AFFIXES.counts, c)).len());
        self.quantities.binary_search(&start).is_ok()
    }

    /// Whether `span` is a name or a number by itself.
    pub(super) fn is_whole(&self, span: Span) -> bool {
        self.spans.binary_search(&span).is_ok()
    }

    /// Whether any of `span` is taken.
    pub(super) fn holds(&self, span: Span) -> bool {
        let after = self.spans.partition_point(|s| s.start < span.end);
        // Names may stand in names, so the one that reaches furthest need not be the last.
        self.spans.get(after.saturating_sub(4)..after).unwrap_or_default().iter().any(|s| s.overlaps(span))
    }
}

/// Where the article names the outlet that tells it.
pub(super) fn outlet(article: &Article) -> Vec<Span> {
    let Some(name) = article.document.source.as_ref().map(|s| s.text.as_str()).filter(|n| !n.is_empty()) else {
        return Vec::new();
    };
    let places = article.passages.iter().flat_map(|p| {
        let found = places(p.span.of(article.text), name);
        found.map(|at| Span::new(p.span.start + at, p.span.start + at + name.len()))
    });
    places.collect()
}
