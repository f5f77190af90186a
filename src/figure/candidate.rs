//! Who may own a figure: named organisations, places and people, districts that no table lists, and words that stand for
//! the last of them (公司, 该市).

use super::mention::Mentions;
use super::thing;
use super::view::View;
use crate::lexicon::tables::is_word;
use crate::order;
use crate::span::Span;

/// Who or what may own a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) span: Span,
    /// The name it stands for, where it is not one itself.
    pub(crate) name: Option<String>,
    pub(crate) sort: Sort,
}

impl Candidate {
    /// Whether the sentences after may be about it: a body, or a division of the country.
    pub(crate) fn is_topic(&self, text: &str) -> bool {
        let name = self.name.as_deref().unwrap_or_else(|| self.span.of(text));
        let division = name.ends_with(['省', '市', '区', '县', '镇', '乡', '州', '国']) && !name.ends_with("地区");
        // 台风 may be tagged as a place, and is what one sentence tells of.
        let place = self.sort == Sort::Place && !is_word("wind", name);
        matches!(self.sort, Sort::Body | Sort::Thing) || place && (division || name.chars().count() <= 3)
    }
}

/// What a candidate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A company, a team, a school, a museum.
    Body,
    /// A work or a team that no list names: 沿湖高铁.
    Thing,
    /// An office that tells of others: 统计局, 气象台.
    Authority,
    Person,
    Place,
}

/// What may own the figures of one passage, each sort in the order of the text: what is asked for every clause before every
/// figure, less what depends on where the clause begins and ends.
pub(crate) struct Candidates<'a> {
    pub(super) all: &'a Mentions,
    /// Names, each with its mention.
    pub(super) named: Vec<(Span, Candidate)>,
    pub(super) tagged: Vec<Tagged>,
    pub(super) things: Vec<thing::Head>,
    pub(super) pronouns: Vec<Candidate>,
}

/// A place or an organisation that begins at a token.
pub(super) struct Tagged {
    pub(super) at: Span,
    /// By its part of speech or suffix.
    pub(super) word: Option<Candidate>,
    /// As a district that no table lists.
    pub(super) district: Option<Candidate>,
}

impl Candidates<'_> {
    /// Those that stand in `clause`, in order.
    pub(crate) fn within(&self, view: &View, clause: Span) -> Vec<Candidate> {
        let first = self.named.partition_point(|(span, _)| span.start < clause.start);
        let named = self.named.iter().skip(first).take_while(|(span, _)| span.start < clause.end);
        let mut found: Vec<Candidate> =
            named.filter(|(span, _)| clause.contains(*span)).map(|(_, candidate)| candidate.clone()).collect();
        let free = |found: &[Candidate], span: Span| {
            let next = found.partition_point(|c| c.span.end <= span.start);
            found.get(next).is_none_or(|c| !c.span.overlaps(span))
        };
        let tagged: Vec<&Candidate> =
            self.tagged_within(clause).filter(|c| free(&found, c.span) && !self.all.is_inside(c.span)).collect();
        found.extend(tagged.into_iter().cloned());
        order::by_key(&mut found, |c| c.span.start);
        for span in thing::within(view, &self.things, clause) {
            // The name of the thing begins with that of a place or a firm: 江城|猎鹰队.
            found.retain(|c| !span.contains(c.span));
            if free(&found, span) {
                let next = found.partition_point(|c| c.span.start < span.start);
                found.insert(next, Candidate { span, name: None, sort: Sort::Thing });
            }
        }
        let first = self.pronouns.partition_point(|c| c.span.start < clause.start);
        let pronouns = self.pronouns.iter().skip(first).take_while(|c| c.span.end <= clause.end);
        let pronouns: Vec<Candidate> = pronouns.filter(|c| free(&found, c.span)).cloned().collect();
        found.extend(pronouns);
        order::by_key(&mut found, |c| c.span.start);
        found
    }

    /// Places and organisations by part of speech and suffix, none of which overlap.
    fn tagged_within(&self, clause: Span) -> impl Iterator<Item = &Candidate> {
        let first = self.tagged.partition_point(|t| t.at.start < clause.start);
        let inside = self.tagged.iter().skip(first).take_while(move |t| t.at.end <= clause.end);
        inside
            .scan(0, move |last, tagged| {
                let word = tagged.word.as_ref().filter(|c| c.span.start >= *last);
                let district = || tagged.district.as_ref().filter(|c| c.span.start >= *last && clause.contains(c.span));
                let found = word.or_else(district);
                *last = found.map_or(*last, |c| c.span.end);
                Some(found)
            })
            .flatten()
    }
}
