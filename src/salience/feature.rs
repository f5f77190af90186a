//! What is looked at in a sentence.

use super::voice::{self, Voice};
use super::{Evidence, fault, headline, topic, vector};
use crate::among::among;
use crate::article::Article;
use crate::cue;
use crate::order;
use crate::span::Span;
use crate::weight::Weights;
use std::collections::BTreeSet;

/// What a sentence shows.
pub(super) struct Feature {
    /// Index of its block.
    pub(super) block: usize,
    /// Why it is none of the story.
    pub(super) fault: Option<&'static str>,
    /// It begins by setting a scene.
    pub(super) scene: bool,
    /// It only sets a scene.
    bare_scene: bool,
    /// It tells of protocol.
    ceremony: bool,
    /// It says that something was published or held, which what follows tells of.
    announces: bool,
    characters: usize,
    /// From 0 to 1, its place in the article.
    place: f64,
    paragraph_start: bool,
    centrality: f64,
    /// Square root of how many figures it holds, of which three count.
    figures: f64,
    time: bool,
    actor: bool,
    /// It goes into detail of what was said before.
    pub(super) elaboration: bool,
    speech: bool,
    /// Whose words it gives.
    voice: Option<Voice>,
    background: bool,
    profile: bool,
    /// Share of the headline that it says.
    title: f64,
    /// Share of the keywords' scores that it says.
    keywords: f64,
}

impl Feature {
    /// Whether it tells nothing yet: without figure or time it sets a scene, or says that something was published.
    pub(super) fn is_bare(&self) -> bool {
        self.figures == 0.0 && (self.bare_scene || self.announces)
    }

    /// Whether it only paints a scene or tells of protocol.
    pub(super) const fn is_staging(&self) -> bool {
        self.bare_scene || self.ceremony
    }

    /// The named parts of the score that the sentence has by itself.
    pub(super) fn reasons(&self, weights: &Weights) -> Vec<(&'static str, f64)> {
        let given = |is: bool, weight: f64| if is { weight } else { 0.0 };
        let excess = self.characters.saturating_sub(80) as f64 / 50.0;
        vec![
            ("paragraphStart", given(self.paragraph_start, weights.paragraph_start)),
            ("centrality", self.centrality * weights.centrality),
            ("figures", self.figures * weights.figures),
            ("time", given(self.time, weights.time)),
            ("actor", given(self.actor, weights.named_actor)),
            ("lateness", self.place * weights.lateness),
            ("elaboration", given(self.elaboration, weights.elaboration)),
            ("speech", given(self.speech, weights.speech)),
            ("actorSays", given(self.voice == Some(Voice::Actor), weights.actor_says)),
            ("bystander", given(self.voice == Some(Voice::Bystander), weights.bystander)),
            ("scene", given(self.scene, weights.scene_setting)),
            ("background", given(self.background, weights.background)),
            ("profile", given(self.profile, weights.profile)),
            ("headline", self.title * weights.title),
            ("keywords", self.keywords * weights.keywords),
            ("length", excess * weights.long + given(self.characters < 20 && self.figures < 1.4, weights.short)),
        ]
    }
}

/// The features of every sentence, in order.
pub(super) fn features(article: &Article, evidence: &Evidence) -> Vec<Feature> {
    let texts: Vec<&str> = article.sentences.iter().map(|s| article.words(s.span())).collect();
    let vectors = vector::vectors(article);
    let centrality = vector::centrality(&vectors, article.terms.list.len());
    let headline = headline::said(article, evidence, &vectors);
    let year = reference_year(article, evidence);
    let actors = actors(article, evidence);
    let keywords = topic::said(article, evidence);
    let figures = figures(article, evidence);
    let faults = fault::faults(&texts, &article.shown);
    let voices = voice::voices(article, evidence);
    let last = article.sentences.len().saturating_sub(1).max(1) as f64;
    let mut block = None;
    let sentences = article
        .sentences
        .iter()
        .zip(texts)
        .zip(&article.shown)
        .enumerate()
        .zip(headline)
        .zip(centrality)
        .zip(faults)
        .zip(voices);
    let mut features: Vec<Feature> = sentences
        .map(|(((((i, ((sentence, text), &shown)), headline), centrality), fault), voice)| {
            let paragraph_start = block.replace(sentence.block) != Some(sentence.block);
            let background = shown.is("background") || year.is_some_and(|y| only_other_years(text, y));
            Feature {
                block: sentence.block,
                fault,
                scene: shown.is("scene"),
                bare_scene: cue::is_scene(text, shown),
                ceremony: shown.is("ceremony"),
                announces: shown.is("publishing") && shown.is("published") || shown.is("stub"),
                characters: text.chars().count(),
                place: i as f64 / last,
                paragraph_start,
                centrality,
                figures: figures.get(i).map_or(0.0, |n| f64::from((*n).max(u32::from(counts(text))).min(3)).sqrt()),
                time: !background && begins_with_time(text),
                actor: actors.contains(&i),
                elaboration: shown.is("elaboration"),
                speech: shown.is("speech"),
                voice,
                profile: shown.is("profile"),
                background,
                title: headline.iter().map(|(_, share)| share).sum(),
                keywords: keywords.get(i).into_iter().flatten().map(|(_, share)| share).sum(),
            }
        })
        .collect();
    mark_announcements(&mut features);
    features
}

/// A sentence that only announces what the next one tells is none of the story.
fn mark_announcements(features: &mut [Feature]) {
    let next: Vec<bool> = features.iter().skip(1).map(|f| f.fault.is_none() && f.figures > 0.0).collect();
    for (feature, told) in features.iter_mut().zip(next) {
        if told && feature.announces && feature.figures == 0.0 && feature.fault.is_none() {
            feature.fault = Some("announcement");
        }
    }
}

/// For each sentence how many figures it holds.
fn figures(article: &Article, evidence: &Evidence) -> Vec<u32> {
    let mut counts = vec![0; article.sentences.len()];
    for sentence in evidence.figures.iter().filter_map(|f| f.sentence) {
        counts.get_mut(sentence).into_iter().for_each(|n| *n += 1);
    }
    counts
}

/// The sentences in which a person or organisation is named.
fn actors(article: &Article, evidence: &Evidence) -> BTreeSet<usize> {
    let people = evidence.names.people.iter().flat_map(|p| &p.mentions);
    let organizations = evidence.names.organizations.iter().flat_map(|o| &o.mentions);
    order::set(people.chain(organizations).filter_map(|m| sentence_at(article, *m)))
}

pub(super) fn sentence_at(article: &Article, span: Span) -> Option<usize> {
    let after = article.sentences.partition_point(|s| s.start <= span.start);
    let index = after.checked_sub(1)?;
    article.sentences.get(index).filter(|s| s.span().contains(span)).map(|_| index)
}

/// The year that the article is about: of publication, else the first it names.
fn reference_year(article: &Article, evidence: &Evidence) -> Option<u32> {
    let published = article.document.published.as_ref().and_then(|p| p.value.as_deref());
    let first = evidence.times.first().and_then(|t| t.value.as_deref());
    published.or(first).and_then(|iso| iso.get(..4)?.parse().ok())
}

/// Whether a sentence says near its beginning when it is. `2024年是…之年` says so of nothing that happened.
fn begins_with_time(sentence: &str) -> bool {
    let next = || sentence.chars().skip(1);
    let mut times = sentence.chars().take(30).zip(next()).zip(next().skip(1));
    times.any(|((c, unit), after)| c.is_ascii_digit() && among("年月日", unit) && after != '是')
}

/// Whether a sentence names years, all of them before `year`.
fn only_other_years(sentence: &str, year: u32) -> bool {
    let mut named = years(sentence).peekable();
    named.peek().is_some() && named.all(|y| y < year)
}

/// The years that a sentence names: 2023年.
fn years(sentence: &str) -> impl Iterator<Item = u32> {
    sentence.match_indices('年').filter_map(|(at, _)| {
        let digits = sentence.get(at.checked_sub(4)?..at)?;
        digits.parse().ok().filter(|y| (1900..2100).contains(y))
    })
}

/// Whether a sentence holds a number other than a date.
fn counts(sentence: &str) -> bool {
    let mut digits = sentence.chars().skip_while(|c| !c.is_ascii_digit()).peekable();
    while digits.peek().is_some() {
        let mut after = digits.by_ref().skip_while(|c| c.is_ascii_digit() || among(".,", *c));
        let unit = after.next();
        if !unit.is_some_and(|c| c.is_ascii_alphabetic() || among("年月日时分:-）)", c)) {
            return true;
        }
        while digits.next_if(|c| !c.is_ascii_digit()).is_some() {}
    }
    false
}
