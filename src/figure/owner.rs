//! Whose a figure is: the organisation or place that is the subject of its clause, or the one that 公司 and 该市 stand for.

use super::view::View;
use crate::lexicon::tables::is_word;
use crate::name::Names;
use crate::order;
use crate::span::Span;
use std::cmp::Reverse;

/// A name in the text, or a word that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) span: Span,
    /// The name it stands for, where it is not one itself.
    pub(crate) name: Option<String>,
}

/// A mention of an organisation or place.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Mention {
    span: Span,
    name: String,
    place: bool,
}

/// Every mention of an owner, in the order of the text.
pub(crate) struct Owners {
    mentions: Vec<Mention>,
    /// Those of organisations and those of places, by index.
    organizations: Vec<usize>,
    places: Vec<usize>,
}

impl Owners {
    /// From the names of the article.
    pub(crate) fn new(names: &Names) -> Self {
        let places = names.places.iter().map(|e| (e, true));
        let organizations = names.organizations.iter().map(|e| (e, false));
        let mut mentions: Vec<Mention> = organizations
            .chain(places)
            .flat_map(|(entity, place)| {
                entity.mentions.iter().map(move |&span| Mention { span, name: entity.name.clone(), place })
            })
            .collect();
        order::by_key(&mut mentions, |m| (m.span.start, Reverse(m.span.end)));
        mentions.dedup_by(|b, a| a.span.contains(b.span));
        let (mut organizations, mut places) = (Vec::new(), Vec::new());
        for (index, mention) in mentions.iter().enumerate() {
            if mention.place { places.push(index) } else { organizations.push(index) }
        }
        Self { mentions, organizations, places }
    }

    /// The owner of the figure at `at`, if its sentence names one.
    pub(crate) fn of(&self, view: &View, at: usize) -> Option<Owner> {
        let floor = sentence_floor(view, at);
        if let Some(owner) = list_item(view, floor, at).and_then(|item| self.in_clause(view, item)) {
            return Some(owner);
        }
        let mut end = at;
        for _ in 0..MOST_CLAUSES {
            if end <= floor {
                break;
            }
            let clause = comma_clause(view, floor, end);
            if let Some(owner) = self.in_clause(view, clause) {
                return Some(owner);
            }
            end = clause.start.saturating_sub(1).max(floor);
            while end > floor && !view.text.is_char_boundary(end) {
                end -= 1;
            }
        }
        None
    }

    /// The subject of a clause: its first name or pronoun that stands before a preposition.
    fn in_clause(&self, view: &View, clause: Span) -> Option<Owner> {
        let mut found = self.candidates(view, clause);
        order::by_key(&mut found, |owner| owner.span.start);
        let subject = self.subject(view, &found, clause);
        subject.or_else(|| found.into_iter().next_back())
    }

    fn subject(&self, view: &View, found: &[Owner], clause: Span) -> Option<Owner> {
        let mut chosen: Option<&Owner> = None;
        for owner in found {
            let joined = chosen.is_some_and(|c| c.span.end == owner.span.start);
            let before = Span::new(clause.start, owner.span.start).of(view.text);
            let object =
                before.ends_with(['与', '和', '向', '对', '在', '于', '从', '同', '、', '为', '跟', '及', '到']);
            if joined || (chosen.is_none() && !object) {
                chosen = Some(owner);
            }
        }
        chosen.cloned()
    }

    fn candidates(&self, view: &View, clause: Span) -> Vec<Owner> {
        let first = self.mentions.partition_point(|m| m.span.start < clause.start);
        let named: Vec<Owner> = self
            .mentions
            .iter()
            .skip(first)
            .take_while(|m| m.span.start < clause.end)
            .filter(|m| clause.contains(m.span) && can_own(m.span.of(view.text)))
            .map(|m| Owner { span: m.span, name: differs(m, view.text) })
            .collect();
        let taken: Vec<Span> = named.iter().map(|o| o.span).collect();
        let tagged = tagged(view, clause)
            .into_iter()
            .filter(|span| !taken.iter().any(|t| t.overlaps(*span)))
            .map(|span| Owner { span, name: None });
        let pronouns = self.pronouns(view, clause).into_iter().filter(|o| !taken.iter().any(|t| t.overlaps(o.span)));
        named.iter().cloned().chain(tagged).chain(pronouns).collect()
    }

    /// 该公司, 公司, 该市 with the name said last.
    fn pronouns(&self, view: &View, clause: Span) -> Vec<Owner> {
        let words = clause.of(view.text);
        let mut found: Vec<Owner> = Vec::new();
        if !words.contains(PRONOUN_STARTS) {
            return found;
        }
        for &(pronoun, place) in PRONOUNS {
            for (i, _) in words.match_indices(pronoun) {
                let span = Span::new(clause.start + i, clause.start + i + pronoun.len());
                let free = !found.iter().any(|o| o.span.overlaps(span)) && is_token(view, span);
                if free {
                    let last = self.last(if place { &self.places } else { &self.organizations }, span.start);
                    found.push(Owner { span, name: last.map(|m| m.name.clone()) });
                }
            }
        }
        found
    }

    /// The last mention among those at `indices` that ends before `at`.
    fn last(&self, indices: &[usize], at: usize) -> Option<&Mention> {
        let after = indices.partition_point(|&i| self.mentions.get(i).is_some_and(|m| m.span.end <= at));
        self.mentions.get(*indices.get(after.checked_sub(1)?)?)
    }
}

/// How many clauses back an owner is looked for.
const MOST_CLAUSES: usize = 40;

/// Words that stand for the last organisation (`false`) or place (`true`), longest first.
const PRONOUNS: &[(&str, bool)] = &[
    ("该公司", false),
    ("本公司", false),
    ("该集团", false),
    ("该企业", false),
    ("该行", false),
    ("该院", false),
    ("该校", false),
    ("该厂", false),
    ("公司", false),
    ("该市", true),
    ("该省", true),
    ("该县", true),
    ("该区", true),
    ("该镇", true),
    ("该国", true),
    ("全市", true),
    ("全省", true),
    ("全县", true),
    ("全区", true),
    ("该地", true),
];

/// What those words begin with.
const PRONOUN_STARTS: [char; 4] = ['该', '本', '公', '全'];

fn differs(mention: &Mention, text: &str) -> Option<String> {
    (mention.span.of(text) != mention.name).then(|| mention.name.clone())
}

/// Whether a span begins and ends with tokens, so that 公司 of 分公司 does not count.
fn is_token(view: &View, span: Span) -> bool {
    let begins = view.tokens.binary_search_by_key(&span.start, |t| t.start).is_ok();
    begins && view.tokens.binary_search_by_key(&span.end, |t| t.end).is_ok()
}

/// Places and organisations by part of speech and suffix.
fn tagged(view: &View, clause: Span) -> Vec<Span> {
    let inside = view.ahead(clause.start).take_while(|t| t.end <= clause.end);
    let named = inside.filter(|t| {
        let word = view.word(t);
        let suffixed = SUFFIXES.iter().any(|s| word.ends_with(s)) && word.chars().count() > s_len(word);
        let named = matches!(t.tag.as_ref(), "ns" | "nt") || t.tag.starts_with('n') && suffixed && t.tag != "n";
        named && can_own(word)
    });
    named.map(|t| t.span()).collect()
}

/// Whether a name can own: not 沪 of 沪指, not 大关, which dictionaries hold as places.
fn can_own(word: &str) -> bool {
    word.chars().count() > 1 && !is_word("unowned", word)
}

/// The piece of a list that the figure at `at` ends: 西区8个 in 东区12个、西区8个.
fn list_item(view: &View, floor: usize, at: usize) -> Option<Span> {
    let last = view.number_before(at).filter(|number| number.end > floor)?;
    let between = view.between(last.end, at);
    let mark = between.chars().next().filter(|c| matches!(c, '、' | '和' | '及' | '与'))?;
    Some(Span::new(last.end + mark.len_utf8(), at))
}

fn s_len(word: &str) -> usize {
    if word.ends_with("公司") || word.ends_with("集团") || word.ends_with("银行") { 2 } else { 1 }
}

const SUFFIXES: &[&str] = &["市", "区", "县", "省", "公司", "集团", "银行", "局"];

/// Where the search for an owner ends: after the last 。；or 其中.
fn sentence_floor(view: &View, at: usize) -> usize {
    let far = view.floor(at);
    let before = view.between(far, at);
    let mark = before.rfind(['。', '；', ';', '\n']).map_or(0, |i| i + 1);
    let reset = before.rfind("其中").map_or(0, |i| i + "其中".len());
    let floor = far + mark.max(reset);
    (floor..=at).find(|&i| view.text.is_char_boundary(i)).unwrap_or(at)
}

/// The comma clause that ends at `end`.
fn comma_clause(view: &View, floor: usize, end: usize) -> Span {
    let before = view.text.get(floor..end).unwrap_or_default();
    let start = before.trim_end_matches(['，', ',']).rfind(['，', ',']).map_or(0, |i| i + 1);
    let start = (floor + start..=end).find(|&i| view.text.is_char_boundary(i)).unwrap_or(end);
    Span::new(start, end)
}
