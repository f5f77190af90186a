//! Whose a figure is: the subject of its clause, of the clauses before it, or of the sentences before it in its paragraph.

use super::actor::{self, Actor};
use super::candidate::{Candidate, Candidates, Sort};
use super::compared::before_comparison;
use super::lends::{self, Lends};
use super::property::Measured;
use super::trade::{is_traded, is_unnamed};
use super::view::View;
use super::{FigureKind, left};
use crate::among::last_place;
use crate::lexicon::tables::{cues, first_cue, has_cue, last_cue};
use crate::quantity::Quantity;
use crate::reading::is_han;
use crate::span::Span;

/// A name in the text, or a word that stands for one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) span: Span,
    /// The name it stands for, where it is not one itself.
    pub(crate) name: Option<String>,
}

/// What the sentences before are about.
#[derive(Clone, Debug, Default)]
pub(crate) struct Topic {
    /// The block that it was said in.
    block: Option<usize>,
    owner: Option<Owner>,
    /// Whom the headline is about: what the whole article is about.
    main: Option<Owner>,
    /// Its name, where it is a company.
    company: Option<String>,
}

impl Topic {
    /// What a passage of `block` is about, by the topic before it and the names in it.
    pub(crate) fn next(self, named: &[Candidate], view: &View, block: Option<usize>) -> Self {
        let main = Some(named).filter(|_| block.is_none()).and_then(|named| protagonist(named, view));
        let body = main.filter(|c| c.sort == Sort::Body && !is_pronoun(c.span.of(view.text)));
        let name = body.map(|c| c.name.clone().unwrap_or_else(|| c.span.of(view.text).to_owned()));
        let company = name.or(self.company);
        let main = main.map(owner).or(self.main);
        match topics(named, view).next() {
            Some(subject) => Self { block, owner: Some(owner(subject)), main, company },
            None if block == self.block => Self { main, company, ..self },
            None => Self { block, owner: None, main, company },
        }
    }

    /// What a figure in `block` may take over.
    fn of(&self, block: Option<usize>, lends: Lends) -> Option<&Owner> {
        let here = self.owner.as_ref().filter(|_| self.block == block && lends != Lends::Nothing);
        here.or_else(|| self.main.as_ref().filter(|_| lends == Lends::Article)).filter(|_| block.is_some())
    }
}

/// The owners of the figures of a passage of `block`, in their order.
pub(crate) fn of_passage(
    candidates: &Candidates,
    view: &View,
    measured: &[Measured],
    topic: &Topic,
    block: Option<usize>,
) -> Vec<Option<Owner>> {
    let lends = lends::of_passage(view, measured);
    let each = measured.iter().zip(lends);
    each.map(|(&(quantity, _), lends)| of(candidates, view, quantity, lends, topic, block)).collect()
}

/// The owner of a figure, if its sentence names one, or else what the paragraph is about; 公司 is the company that the
/// headline is about.
fn of(
    candidates: &Candidates,
    view: &View,
    quantity: &Quantity,
    lends: Lends,
    topic: &Topic,
    block: Option<usize>,
) -> Option<Owner> {
    let found = named(candidates, view, quantity, lends).unwrap_or_else(|| topic.of(block, lends).cloned())?;
    let pronoun = is_pronoun(found.span.of(view.text));
    let name = topic.company.clone().filter(|_| pronoun).or(found.name);
    Some(Owner { name, ..found })
}

/// Whether an owner is only said to be the company of which all is told.
fn is_pronoun(words: &str) -> bool {
    matches!(words, "公司" | "集团")
}

/// Whose a figure is by its sentence, which may say that it is no one's; `None` where the subject is elided.
fn named(candidates: &Candidates, view: &View, quantity: &Quantity, lends: Lends) -> Option<Option<Owner>> {
    let at = quantity.span.start;
    let floor = view.floor(at);
    let reset = sentence_floor(view, at);
    if let Some(found) = list_item(view, reset, at).and_then(|item| subject(candidates, view, item)) {
        return Some(Some(owner(&found)));
    }
    if has_casualty(view, at) {
        return Some(scene(candidates, view, reset, at).map(|found| owner(&found)));
    }
    if is_unnamed(candidates, view, at) {
        return Some(None);
    }
    let placed =
        matches!(quantity.kind, FigureKind::Ordinal | FigureKind::Score | FigureKind::Coordinate | FigureKind::Age);
    match nearest(candidates, view, Span::new(reset, at)) {
        Subject::Named(found) => return Some(Some(owner(&found))),
        _ if placed => return Some(None),
        Subject::Acting(span) => return Some(Some(Owner { span, name: None })),
        Subject::Other => return Some(None),
        Subject::Elided => {}
    }
    match nearest(candidates, view, Span::new(floor, reset)) {
        // Who stands beside the story may tell of others than it was about.
        Subject::Elided => Some(None).filter(|_| !candidates.within(view, Span::new(floor, at)).is_empty()),
        _ if lends == Lends::Nothing => Some(None),
        Subject::Named(found) => {
            Some(Some(found).filter(|c| c.sort != Sort::Place || c.is_topic(view.text)).map(|c| owner(&c)))
        }
        Subject::Acting(span) => Some(Some(Owner { span, name: None })),
        Subject::Other => Some(None),
    }
}

/// Those of `named` that what follows may be about, in order.
fn topics<'c>(named: &'c [Candidate], view: &View) -> impl Iterator<Item = &'c Candidate> {
    named.iter().take(MOST_NAMES).filter(|c| c.is_topic(view.text) && !is_aside(view, c, view.span.start))
}

/// Whom a headline is about: the body or the division that it, or a part of it, begins with.
fn protagonist<'c>(named: &'c [Candidate], view: &View) -> Option<&'c Candidate> {
    topics(named, view).find(|topic| {
        let before = view.between(view.span.start, topic.span.start);
        let time = view.times_within(view.span.start, topic.span.start).last();
        !before.ends_with(is_han) || time.is_some_and(|time| time.end == topic.span.start)
    })
}

/// What the clauses of a sentence say of whom they are about.
enum Subject {
    Named(Candidate),
    Acting(Span),
    Other,
    Elided,
}

/// The subject of the nearest clause of `within` that has one.
fn nearest(candidates: &Candidates, view: &View, within: Span) -> Subject {
    let mut end = within.end;
    // Who acts where no figure stands: 项目 in 青湖区签约，项目涵盖制造，金额57亿元.
    let mut told = Subject::Elided;
    for _ in 0..MOST_CLAUSES {
        if end <= within.start {
            break;
        }
        let clause = comma_clause(view, within.start, end);
        if let Some(found) = subject(candidates, view, clause) {
            return Subject::Named(found);
        }
        let figured = view.first_figure(clause.start).is_some_and(|figure| figure.start <= clause.end);
        match (acting(view, clause), &told) {
            (Subject::Elided, _) => {}
            (found, _) if figured => return found,
            (found, Subject::Elided) => told = found,
            _ => {}
        }
        end = before_mark(view, clause.start, within.start);
    }
    told
}

/// Who acts in a clause that names no one.
fn acting(view: &View, clause: Span) -> Subject {
    let figure = view.first_figure(clause.start).filter(|figure| figure.start <= clause.end);
    let first = figure.map_or(clause.end, |figure| figure.start);
    let left = left::of(view, first);
    let phrase = left.noun.or(left.verb).filter(|phrase| !is_governed(view, clause.start, phrase.start));
    let measured = phrase.map_or(first, |phrase| phrase.start.max(clause.start));
    if left.noun.is_some_and(|noun| is_traded(view, noun) || has_cue("flow", noun.of(view.text))) {
        return Subject::Other;
    }
    match actor::of(view, Span::new(clause.start, measured)) {
        Actor::Elided => Subject::Elided,
        Actor::Acting(span) => Subject::Acting(span),
        Actor::Other => Subject::Other,
    }
}

/// Whether a preposition governs the phrase at `at`: 下风向 in 在下风向布设 is no subject.
fn is_governed(view: &View, floor: usize, at: usize) -> bool {
    let mut before = view.back(floor, at).take_while(|token| !token.tag.starts_with('v'));
    before.any(|token| token.tag == "p")
}

/// Whether the clause of the figure at `at` tells of the dead or hurt, who are no one's.
fn has_casualty(view: &View, at: usize) -> bool {
    let around = Span::new(view.clause_before(at).start, view.clause_after(at).end);
    has_cue("casualty", around.of(view.text))
}

/// Where those were hit whom the figure at `at` counts: who hit them (以军空袭造成2人死亡) does not own them.
fn scene(candidates: &Candidates, view: &View, floor: usize, at: usize) -> Option<Candidate> {
    let clause = comma_clause(view, floor, at);
    let words = clause.of(view.text);
    let caused = cues("cause").iter().filter_map(|cause| Some(words.rfind(cause)? + cause.len())).max();
    let hit = |clause: Span| has_cue("attack", clause.of(view.text));
    let within = |clause: Span| subject(candidates, view, clause).filter(|_| !hit(clause));
    let before = || {
        let clause = comma_clause(view, floor, before_mark(view, clause.start, floor));
        within(clause).filter(|_| has_cue("occurs", clause.of(view.text)))
    };
    let after = subject(candidates, view, Span::new(clause.start + caused.unwrap_or(0), at));
    after.or_else(|| within(clause)).or_else(before)
}

/// The place before the mark that ends at `at`.
fn before_mark(view: &View, at: usize, floor: usize) -> usize {
    let mut end = at.saturating_sub(1).max(floor);
    while end > floor && !view.text.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// The subject of a clause: its first candidate that no preposition governs, with the district behind its city.
fn subject(candidates: &Candidates, view: &View, clause: Span) -> Option<Candidate> {
    // 纽约 of 汇率较纽约尾盘涨51点 is what it is compared with.
    let end = before_comparison(view, clause).map_or(clause.end, |length| clause.start + length);
    let clause = Span::new(clause.start, end);
    let found = candidates.within(view, clause);
    let mut chosen: Option<&Candidate> = None;
    for candidate in &found {
        let joined = chosen.is_some_and(|c| c.span.end == candidate.span.start && candidate.sort != Sort::Person);
        if joined || chosen.is_none() && !is_aside(view, candidate, clause.start) {
            chosen = Some(candidate);
        }
    }
    chosen.cloned()
}

fn owner(candidate: &Candidate) -> Owner {
    Owner { span: candidate.span, name: candidate.name.clone() }
}

/// Whether a candidate stands beside the story: governed by a preposition, or only the source of what is told.
fn is_aside(view: &View, candidate: &Candidate, from: usize) -> bool {
    let before = view.between(from, candidate.span.start);
    let rest = view.between(candidate.span.end, view.ceiling(candidate.span.end));
    let clause = rest.split(['，', ',', '。', '；']).next().unwrap_or_default();
    let setting = before.ends_with('在') && clause.is_empty();
    let governed = last_cue("before", before).is_some() && !setting;
    let speaks = first_cue("speaks", clause).is_some() || rest.starts_with('：');
    // 东海证券|交通运输行业首席分析师梁启文认为
    let outside = has_cue("outsider", clause) && has_cue("speaks", clause);
    let studies = candidate.sort != Sort::Place && (outside || first_cue("analyst", rest).is_some());
    let tells = studies || matches!(candidate.sort, Sort::Authority | Sort::Thing) && has_cue("source", clause);
    let reports = first_cue("reporter", rest.trim_start()).is_some();
    governed || tells || reports || candidate.sort == Sort::Person && (speaks || has_cue("speaks", clause))
}

/// How many names of a sentence may be what it is about.
const MOST_NAMES: usize = 20;

/// How many clauses back an owner is looked for.
const MOST_CLAUSES: usize = 40;

/// The piece of a list that the figure at `at` ends: 西区8个 in 东区12个、西区8个.
fn list_item(view: &View, floor: usize, at: usize) -> Option<Span> {
    let last = view.number_before(at).filter(|number| number.end > floor)?;
    let between = view.between(last.end, at);
    let mark = between.chars().next().filter(|c| matches!(c, '、' | '和' | '及' | '与'))?;
    Some(Span::new(last.end + mark.len_utf8(), at))
}

/// Where the search for an owner ends at first: after the last 。；or 其中.
fn sentence_floor(view: &View, at: usize) -> usize {
    let far = view.floor(at);
    let before = view.between(far, at);
    let mark = before.rfind(['。', '；', ';', '\n']).map_or(0, |i| i + 1);
    let reset = last_place(before, "其中").map_or(0, |i| i + "其中".len());
    let floor = far + mark.max(reset);
    (floor..=at).find(|&i| view.text.is_char_boundary(i)).unwrap_or(at)
}

/// The comma clause that ends at `end`.
fn comma_clause(view: &View, floor: usize, end: usize) -> Span {
    let before = view.text.get(floor..end).unwrap_or_default();
    let start = before.trim_end_matches(CLAUSE_ENDS).rfind(CLAUSE_ENDS).map_or(0, |i| i + 1);
    let start = (floor + start..=end).find(|&i| view.text.is_char_boundary(i)).unwrap_or(end);
    Span::new(start, end)
}

/// What parts the clauses of a sentence from each other.
const CLAUSE_ENDS: [char; 5] = ['，', ',', '；', ';', '：'];
