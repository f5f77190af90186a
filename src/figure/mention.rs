//! What may own figures, as the article and a passage name it: the names that were found, places and organisations by part
//! of speech, and the pronouns of both.

use super::candidate::{Candidate, Candidates, Sort, Tagged};
use super::district::{DISTRICT, repeated};
use super::thing;
use super::view::View;
use crate::among::{among, places};
use crate::lexicon::tables::{Letters, cues, first_cue, has_cue, is_word, last_cue};
use crate::name::Names;
use crate::order;
use crate::reading::is_han;
use crate::span::Span;
use crate::token::Token;
use rustc_hash::FxHashSet;
use std::cmp::Reverse;

/// A mention of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mention {
    span: Span,
    name: String,
    sort: Sort,
}

/// Every mention of an owner in the article, in the order of the text.
pub(crate) struct Mentions {
    mentions: Vec<Mention>,
    /// Those of bodies and offices, and those of places, by index.
    bodies: Vec<usize>,
    places: Vec<usize>,
    /// What ends as a district does and stands in the text twice and more.
    repeated: FxHashSet<String>,
}

impl Mentions {
    /// From the names of the article and its text.
    pub(crate) fn new(names: &Names, text: &str) -> Self {
        let mut mentions: Vec<Mention> = Vec::new();
        for entity in &names.organizations {
            let sort = if is_authority(&entity.name) { Sort::Authority } else { Sort::Body };
            mentions.extend(entity.mentions.iter().map(|&span| Mention { span, name: entity.name.clone(), sort }));
        }
        for entity in &names.places {
            let sort = if has_cue("site", &entity.name) { Sort::Body } else { Sort::Place };
            mentions.extend(entity.mentions.iter().map(|&span| Mention { span, name: entity.name.clone(), sort }));
        }
        for person in &names.people {
            let sort = Sort::Person;
            mentions.extend(person.mentions.iter().map(|&span| Mention { span, name: person.name.clone(), sort }));
        }
        order::by_key(&mut mentions, |m| (m.span.start, Reverse(m.span.end)));
        mentions.dedup_by(|b, a| a.span.overlaps(b.span));
        let of = |wanted: &[Sort]| {
            let all = mentions.iter().enumerate();
            all.filter(|(_, m)| wanted.contains(&m.sort)).map(|(index, _)| index).collect()
        };
        let (bodies, places) = (of(&[Sort::Body, Sort::Authority]), of(&[Sort::Place]));
        Self { mentions, bodies, places, repeated: repeated(text) }
    }

    /// What may own the figures of a passage.
    pub(crate) fn of(&self, view: &View) -> Candidates<'_> {
        let tagged = view.tokens.iter().filter_map(|token| self.tagged(view, token)).collect();
        let (named, pronouns) = (self.named(view), self.pronouns(view));
        Candidates { all: self, named, tagged, things: thing::heads(view), pronouns }
    }

    /// The names of a passage that can own.
    fn named(&self, view: &View) -> Vec<(Span, Candidate)> {
        let first = self.mentions.partition_point(|m| m.span.start < view.span.start);
        let named = self.mentions.iter().skip(first).take_while(|m| m.span.start < view.span.end);
        named
            .filter(|m| can_own(m.span.of(view.text)) && view.whole_phrase(m.span) == m.span)
            .filter(|m| m.sort != Sort::Place || !is_site(view, m.span))
            .map(|m| {
                let span = whole_district(view, m.span, m.sort);
                (m.span, Candidate { span, name: differs(m, view.text), sort: m.sort })
            })
            .collect()
    }

    /// What begins at `token` by its part of speech and suffix, whole, or as a district that no table lists.
    fn tagged(&self, view: &View, token: &Token) -> Option<Tagged> {
        let word = view.word(token);
        let suffixed = || {
            token.tag.starts_with('n')
                && token.tag != "n"
                && SUFFIXES.iter().any(|s| word.ends_with(s) && word.len() > s.len())
        };
        let named = matches!(token.tag.as_ref(), "ns" | "nt") || suffixed();
        let word = (named && can_own(word) && !is_fragment(view, token.start))
            .then(|| whole_district(view, token.span(), Sort::Place));
        let district = self.district(view, token.start);
        let candidate = |span: Span| {
            let sort = if is_authority(span.of(view.text)) { Sort::Authority } else { Sort::Place };
            Candidate { span, name: None, sort }
        };
        let (word, district) = (word.map(candidate), district.map(candidate));
        (word.is_some() || district.is_some()).then(|| Tagged { at: token.span(), word, district })
    }

    /// A district that no table lists and that begins at `at`, behind no other word: 望湖区检察院, 石桥区一小区.
    fn district(&self, view: &View, at: usize) -> Option<Span> {
        let before = view.between(view.floor(at), at).chars().next_back();
        let rest = view.between(at, view.ceiling(at));
        let mut name = rest.char_indices().take(4).take_while(|&(_, c)| is_han(c));
        let (i, end) = name.find(|&(i, c)| i >= 6 && DISTRICT.contains(&c))?;
        let span = Span::new(at, at + i + end.len_utf8());
        let word = span.of(view.text);
        let heads =
            before.is_none_or(|c| !is_han(c) || matches!(c, '市' | '省' | '县' | '区' | '州' | '在' | '对' | '日'));
        let tail = view.between(span.end, view.ceiling(at));
        let office = first_cue("office", tail).map(str::len);
        let inner = matches!(before, Some('市' | '省'));
        let again = self.repeated.contains(word);
        let common = last_cue("area", word).is_some();
        let named =
            heads && !common && (office.is_some() || again || inner) && !word.contains(['的', '和', '与', '在']);
        named.then(|| Span::new(span.start, span.end + office.unwrap_or(0)))
    }

    /// Whether `span` is a piece of a longer name: 德里 of 德里克·奥莫鲁伊.
    pub(super) fn is_inside(&self, span: Span) -> bool {
        let after = self.mentions.partition_point(|m| m.span.start <= span.start);
        let before = after.checked_sub(1).and_then(|i| self.mentions.get(i));
        before.is_some_and(|m| m.span.overlaps(span))
    }

    /// 该公司, 公司, 该市 with the name said last.
    fn pronouns(&self, view: &View) -> Vec<Candidate> {
        let words = view.span.of(view.text);
        let letters = Letters::of(words);
        let mut found: Vec<Candidate> = Vec::new();
        for (sort, cue) in [(Sort::Body, "company"), (Sort::Place, "whole")] {
            for pronoun in cues(cue).iter().filter(|pronoun| letters.may_hold(pronoun)) {
                for i in places(words, pronoun) {
                    let span = Span::new(view.span.start + i, view.span.start + i + pronoun.len());
                    if is_free(view, span, pronoun) {
                        found.push(Candidate { span, name: self.meant(span.start, pronoun, sort), sort });
                    }
                }
            }
        }
        order::by_key(&mut found, |c| (c.span.start, Reverse(c.span.end)));
        found.dedup_by(|b, a| a.span.overlaps(b.span));
        found
    }

    /// The name that a pronoun stands for: the last body, or the last place of the same rank.
    fn meant(&self, at: usize, pronoun: &str, sort: Sort) -> Option<String> {
        let indices = if sort == Sort::Place { &self.places } else { &self.bodies };
        let after = indices.partition_point(|&i| self.mentions.get(i).is_some_and(|m| m.span.end <= at));
        let before = indices.iter().take(after).rev().take(MOST_BACK).filter_map(|&i| self.mentions.get(i));
        // 浙江|全省
        let beside = before.clone().next().filter(|m| sort == Sort::Place && m.span.end == at);
        if let Some(place) = beside {
            return Some(place.name.clone());
        }
        let rank = pronoun.chars().next_back().unwrap_or_default();
        let fits = |m: &&Mention| match cues(pronoun) {
            _ if sort == Sort::Place => is_of_rank(&m.name, rank),
            [] => m.sort == Sort::Body,
            _ => last_cue(pronoun, &m.name).is_some(),
        };
        before.filter(|m| fits(m)).map(|m| m.name.clone()).next()
    }
}

/// How many names back a pronoun looks.
const MOST_BACK: usize = 12;

/// Whether 全市 can stand for a place of this name: 海州市, 海州, but no 石桥区 and no 西北.
fn is_of_rank(name: &str, rank: char) -> bool {
    let bare = !name.ends_with(['市', '区', '县', '省', '镇', '乡', '州', '村', '旗', '国', '洲']);
    let road = name.ends_with(['路', '街', '速', '河', '江', '湖', '山', '桥', '港', '海', '线']);
    let direction = name.chars().all(|c| among("东南西北", c));
    name.ends_with(rank) || bare && !road && !direction && !among("区县镇村国", rank) && name.chars().count() <= 4
}

/// Offices that tell of others, by the ends of their names.
fn is_authority(name: &str) -> bool {
    last_cue("authority", name).is_some()
}

fn differs(mention: &Mention, text: &str) -> Option<String> {
    (mention.span.of(text) != mention.name).then(|| mention.name.clone())
}

/// Whether a pronoun stands alone: not 公司 of 分公司 or 物业公司, not 全市 of 全市场.
fn is_free(view: &View, span: Span, pronoun: &str) -> bool {
    let begins = view.tokens.binary_search_by_key(&span.start, |t| t.start).is_ok();
    let ends = view.tokens.binary_search_by_key(&span.end, |t| t.end).is_ok();
    let before = view.back(view.span.start, span.start).next();
    let named = before.is_some_and(|t| {
        let adjoins = t.end == span.start && view.word(t).starts_with(is_han) && !view.is_number(t.span());
        adjoins && (t.tag.starts_with('n') || matches!(t.tag.as_ref(), "vn" | "b" | "j" | "x" | "a"))
    });
    // 学校12所, 25家公司: what is counted stands for no one.
    let counted = view.first_figure(span.end).is_some_and(|figure| figure.start == span.end)
        || view.figure_before(span.start).is_some_and(|figure| figure.end == span.start);
    let compound = !pronoun.starts_with(['该', '本', '全']) && (named || counted);
    begins && ends && !compound
}

/// Whether the character before `at` belongs to the same name: 湖区 of 望湖区.
fn is_fragment(view: &View, at: usize) -> bool {
    let before = view.back(view.span.start, at).next();
    before.is_some_and(|t| {
        let word = view.word(t);
        let content = !matches!(t.tag.as_ref(), "p" | "c" | "u" | "uj" | "ul" | "d" | "f" | "r" | "m" | "q" | "t");
        t.end == at && word.chars().count() == 1 && word.starts_with(is_han) && content && !view.is_number(t.span())
    })
}

/// A name with the suffix that the tables leave off: 石桥 in 石桥区.
fn whole_district(view: &View, span: Span, sort: Sort) -> Span {
    let rest = view.between(span.end, view.ceiling(span.end));
    let suffix = rest.chars().next().filter(|c| matches!(c, '区' | '县' | '市' | '镇' | '乡'));
    let Some(suffix) = suffix.filter(|_| sort == Sort::Place) else { return span };
    let end = span.end + suffix.len_utf8();
    let word = view.tokens.binary_search_by_key(&end, |t| t.end).is_ok();
    let named = span.of(view.text).ends_with(['区', '县', '市', '镇', '乡', '省']);
    if word && !named { Span::new(span.start, end) } else { span }
}

/// Whether a place only tells where works stand or by whose clock: 高雄|新厂 is the firm's, 北京|时间 no one's.
fn is_site(view: &View, place: Span) -> bool {
    let after = view.text.get(place.end..).unwrap_or_default();
    ["新厂", "厂区", "分厂", "时间"].iter().any(|site| after.starts_with(site))
}

/// Whether a name can own: not 沪 of 沪指, not 大关, which dictionaries hold as places.
fn can_own(word: &str) -> bool {
    word.chars().count() > 1 && !is_word("unowned", word)
}

const SUFFIXES: &[&str] = &["市", "区", "县", "省", "公司", "集团", "银行", "局"];
