//! The places of a digest, moved together: from the folded text to the input, and from bytes to UTF-16 units.

use crate::digest::Digest;
use crate::lexicon::tree::Tree;
use crate::reading::Reading;
use crate::span::Span;
use crate::summary;
use crate::utf16::Utf16Index;

/// Stands between words of the text that the digest joins: titles, organisations, speakers.
const JOINER: char = '、';

/// A place of the digest, with the words that stand there if the digest repeats them.
struct Place<'d> {
    start: &'d mut usize,
    end: &'d mut usize,
    text: Option<&'d mut String>,
}

impl Digest {
    /// The same digest with all offsets in UTF-16 code units. `text` is the text that was read.
    pub fn in_utf16(mut self, text: &str) -> Self {
        let extracted = self.document.text.take();
        let index = Utf16Index::of(extracted.as_deref().unwrap_or(text));
        self.each_place(&mut |place| {
            *place.start = index.at(*place.start);
            *place.end = index.at(*place.end);
        });
        self.document.text = extracted;
        self
    }

    /// Leads all offsets from the folded text back to the original, and gives every word its original spelling.
    pub(crate) fn in_original(mut self, reading: &Reading) -> Self {
        if reading.is_plain() {
            return self;
        }
        let mut words = Words::default();
        self.each_word(&mut |word| std::iter::once(&**word).chain(word.split(JOINER)).for_each(|w| words.add(w)));
        let spellings = words.spellings(reading);
        let spelling = |word: &str| words.index(word).and_then(|i| spellings.get(i).copied().flatten());
        self.each_word(&mut |word| match spelling(word) {
            Some(spelling) => spelling.clone_into(word),
            None if word.contains([JOINER]) => {
                *word = word
                    .split(JOINER)
                    .map(|w| spelling(w).unwrap_or(w))
                    .collect::<Vec<_>>()
                    .join(JOINER.encode_utf8(&mut [0; 4]));
            }
            None => {}
        });
        self.each_place(&mut |place| {
            let span = reading.original(Span::new(*place.start, *place.end));
            (*place.start, *place.end) = (span.start, span.end);
            if let Some(text) = place.text {
                *text = span.of(reading.source()).to_owned();
            }
        });
        for point in &mut self.summary.points {
            point.text = joined(&point.kept, reading.source());
        }
        self.summary.text = summary::paragraph(&self.summary.points);
        for quote in &mut self.quotes {
            quote.text = joined(&quote.parts, reading.source());
        }
        self
    }

    /// Visits every place of the digest once.
    fn each_place(&mut self, visit: &mut dyn FnMut(Place)) {
        macro_rules! excerpts {
            ($list:expr) => {
                for e in $list {
                    visit(Place { start: &mut e.start, end: &mut e.end, text: Some(&mut e.text) });
                }
            };
        }
        macro_rules! spans {
            ($list:expr) => {
                for s in $list {
                    visit(Place { start: &mut s.start, end: &mut s.end, text: None });
                }
            };
        }
        let document = &mut self.document;
        spans!(&mut document.blocks);
        excerpts!(document.headline.iter_mut());
        excerpts!(document.source.iter_mut());
        excerpts!(document.published.iter_mut());
        excerpts!(&mut document.bylines);
        spans!(&mut self.sentences);
        spans!(self.summary.points.iter_mut().flat_map(|p| &mut p.kept));
        spans!(self.keywords.iter_mut().flat_map(|k| &mut k.mentions));
        excerpts!(&mut self.figures);
        for figure in &mut self.figures {
            excerpts!(figure.property.iter_mut());
            excerpts!(figure.entity.iter_mut());
            spans!(&mut figure.mentions);
        }
        excerpts!(&mut self.times);
        excerpts!(&mut self.identifiers);
        spans!(self.people.iter_mut().flat_map(|p| &mut p.mentions));
        spans!(self.organizations.iter_mut().flat_map(|o| &mut o.mentions));
        spans!(self.places.iter_mut().flat_map(|p| &mut p.mentions));
        for quote in &mut self.quotes {
            visit(Place { start: &mut quote.start, end: &mut quote.end, text: None });
            spans!(&mut quote.parts);
        }
        spans!(self.notices.iter_mut().filter_map(|n| n.span.as_mut()));
        spans!(self.tokens.iter_mut().flatten());
    }

    /// Visits every string of the digest that repeats words of the text without a place of its own.
    fn each_word(&mut self, visit: &mut dyn FnMut(&mut String)) {
        self.keywords.iter_mut().for_each(|k| visit(&mut k.text));
        for figure in &mut self.figures {
            figure.entity_name.iter_mut().for_each(&mut *visit);
            figure.basis.iter_mut().for_each(&mut *visit);
        }
        for series in &mut self.series {
            visit(&mut series.property);
            series.items.iter_mut().for_each(|i| visit(&mut i.label));
        }
        for person in &mut self.people {
            visit(&mut person.name);
            person.titles.iter_mut().for_each(&mut *visit);
            person.organization.iter_mut().for_each(&mut *visit);
        }
        for entity in self.organizations.iter_mut().chain(&mut self.places) {
            visit(&mut entity.name);
            entity.aliases.iter_mut().for_each(&mut *visit);
        }
        for quote in &mut self.quotes {
            quote.speaker.iter_mut().for_each(&mut *visit);
            quote.verb.iter_mut().for_each(&mut *visit);
        }
        self.document.bylines.iter_mut().for_each(|b| visit(&mut b.name));
    }
}

/// The words of a digest, each once, to be found by one walk over the text.
#[derive(Default)]
struct Words {
    indices: Tree<usize>,
    count: usize,
}

impl Words {
    fn add(&mut self, word: &str) {
        if let Some(slot) = self.indices.entry(word.chars()).filter(|slot| slot.is_none()) {
            *slot = Some(self.count);
            self.count += 1;
        }
    }

    fn index(&self, word: &str) -> Option<usize> {
        self.indices.get(word.chars())
    }

    /// How the input spells each word where it first stands; `None` for one that stands nowhere.
    fn spellings<'t>(&self, reading: &Reading<'t>) -> Vec<Option<&'t str>> {
        let mut spellings = vec![None; self.count];
        let letters: Vec<char> = reading.text.chars().collect();
        let mut left = self.count;
        let mut start = 0;
        for (i, first) in letters.iter().enumerate() {
            if left == 0 {
                break;
            }
            let rest = letters.get(i..).unwrap_or_default();
            for (length, index) in self.indices.prefixes(rest) {
                if let Some(spelling) = spellings.get_mut(index).filter(|spelling| spelling.is_none()) {
                    let bytes: usize = rest.iter().take(length).map(|c| c.len_utf8()).sum();
                    *spelling = Some(reading.original_words(Span::new(start, start + bytes)));
                    left -= 1;
                }
            }
            start += first.len_utf8();
        }
        spellings
    }
}

fn joined(pieces: &[Span], text: &str) -> String {
    pieces.iter().map(|piece| piece.of(text)).collect()
}
