//! Who says it: the person, organisation or document that is the subject of a verb of saying.

use super::marks::{FARTHEST, is_pause, is_terminal};
use crate::lexicon::tables::last_cue;
use crate::name::Names;
use crate::name::tables::{TABLES, sort};
use crate::name::unit::{Line, is_han};
use crate::order;
use crate::span::Span;

/// A mention of someone who may speak, in characters of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention<'n> {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) name: &'n str,
    pub(super) is_person: bool,
}

/// How many names of a sentence are looked at, so that time stays linear in a sentence of names alone.
const MOST_NAMES: usize = 64;
/// A title before a name that begins a clause, in characters.
const TITLE: usize = 6;
/// How far on a sentence ends that only tells what a speaker does besides, in characters.
const SOON: usize = 10;
/// The longest name of a side or an office that is only described, in characters.
const SIDE: usize = 14;
/// How far before its verb such a name ends, in characters: 部门|16日发表声明|说.
const NEAR: usize = 7;

/// Everyone named in a paragraph, in order.
pub(super) struct Cast<'n> {
    mentions: Vec<Mention<'n>>,
}

/// All mentions of an article by place, from which each paragraph takes its own.
pub(super) struct Roster<'n> {
    all: Vec<(Span, &'n str, bool)>,
}

impl<'n> Roster<'n> {
    /// Everyone of `names`.
    pub(super) fn new(names: &'n Names) -> Self {
        let people = names.people.iter().flat_map(|p| p.mentions.iter().map(move |&m| (m, p.name.as_str(), true)));
        let rest =
            names.organizations.iter().flat_map(|o| o.mentions.iter().map(move |&m| (m, o.name.as_str(), false)));
        let mut all: Vec<_> = people.chain(rest).collect();
        order::by_key(&mut all, |m| m.0);
        Self { all }
    }

    /// Those of the paragraph at `span`.
    pub(super) fn cast(&self, line: &Line, span: Span) -> Cast<'n> {
        let from = self.all.partition_point(|m| m.0.start < span.start);
        let here = self.all.iter().skip(from).take_while(|m| m.0.start < span.end);
        let mention = |&(span, name, is_person): &(Span, &'n str, bool)| Mention {
            start: line.index(span.start),
            end: line.index(span.end),
            name,
            is_person,
        };
        Cast { mentions: here.map(mention).collect() }
    }
}

impl<'n> Cast<'n> {
    /// The subject of the verb at `verb`, looked for from `from` on: its name and where it begins.
    pub(super) fn subject(&self, line: &Line, from: usize, verb: usize) -> Option<(String, usize)> {
        let clause = clause_start(line, from, verb);
        self.named(line, clause, verb)
            .or_else(|| self.pronoun(line, clause, verb))
            .or_else(|| described(line, clause, verb))
            .or_else(|| (clause > from).then(|| self.named_before(line, from, clause)).flatten())
    }

    /// The name nearest before the verb in the clause, with those listed before it; not whom it is said to.
    fn named(&self, line: &Line, clause: usize, verb: usize) -> Option<(String, usize)> {
        let first = self.mentions.partition_point(|m| m.start < clause);
        let within = self.mentions.iter().enumerate().skip(first).take_while(|(_, m)| m.end <= verb).take(MOST_NAMES);
        // 她在海州大学演讲时说
        let inside = |m: &Mention| !m.is_person && line.before(m.start) == '在';
        let heard = |m: &Mention| inside(m) || matches!(line.before(m.start), '对' | '向' | '跟' | '给' | '让' | '请');
        let mut chosen: Option<(usize, &Mention)> = None;
        for (index, mention) in within.filter(|(_, m)| !heard(m)) {
            // 老人拉着甲的手说: who owns something else is not who speaks, where someone else may be.
            let owns = |m: &Mention| line.char(m.end) == '的';
            // 甲在与乙会谈后说
            let met = |c: &Mention| c.is_person && is_met(line, c.end, mention, verb);
            let better = chosen
                .is_none_or(|(_, c)| (mention.is_person || !c.is_person) && (owns(c) || !owns(mention)) && !met(c));
            if better {
                chosen = Some((index, mention));
            }
        }
        let (index, mention) = chosen?;
        if !mention.is_person {
            return organization(line, mention, verb);
        }
        let mut names = vec![mention.name];
        let mut start = mention.start;
        for other in self.mentions.get(..index)?.iter().rev().filter(|m| m.is_person) {
            let titled = || line.is(other.end + 1, start, sort::TITLE);
            if !matches!(line.char(other.end), '、' | '和' | '与' | '及') || other.end + 1 != start && !titled() {
                break;
            }
            names.insert(0, other.name);
            start = other.start;
        }
        Some((names.join("、"), start))
    }

    /// The first name of the sentence, where the clause of the verb has no subject of its own.
    pub(super) fn named_before(&self, line: &Line, from: usize, clause: usize) -> Option<(String, usize)> {
        let heard = |m: &Mention| matches!(line.before(m.start), '对' | '向' | '跟' | '给' | '让' | '请');
        let first = self.mentions.partition_point(|m| m.start < from);
        let within = self.mentions.iter().skip(first).take_while(|m| m.end <= clause).take(MOST_NAMES);
        let owns = |m: &Mention| line.char(m.end) == '的';
        let mention = within.into_iter().find(|m| m.is_person && !heard(m) && !owns(m))?;
        Some((mention.name.to_owned(), mention.start))
    }

    /// The person who is named first from `start` on, a title of a few characters left out.
    pub(super) fn opening(&self, start: usize) -> Option<&Mention<'n>> {
        let first = self.mentions.get(self.mentions.partition_point(|m| m.start < start));
        first.filter(|m| m.start <= start + TITLE && m.is_person)
    }

    /// The person who is named right at `start` and whose sentence ends soon: 甲嘿嘿一笑。
    pub(super) fn at(&self, line: &Line, start: usize) -> Option<&'n str> {
        let mention = self.opening(start).filter(|m| m.start == start && start > 0)?;
        let pause = (mention.end..mention.end + SOON).find(|&i| is_pause(line.char(i)))?;
        // 甲摆摆手，“……”
        let goes_on = matches!(line.char(pause + 1), '“' | '「');
        ((is_terminal(line.char(pause)) || goes_on) && line.char(mention.end) != '的').then_some(mention.name)
    }

    /// The first person named from `from` to `to`, unless something of theirs is meant.
    pub(super) fn person(&self, line: &Line, from: usize, to: usize) -> Option<&'n str> {
        let first = self.mentions.partition_point(|m| m.start < from);
        let within = self.mentions.iter().skip(first).take_while(|m| m.end <= to).take(MOST_NAMES);
        let mention = within.into_iter().find(|m| m.is_person)?;
        (!matches!(line.char(mention.end), '的' | '、')).then_some(mention.name)
    }

    /// 他, 她, 其, 对方: the last person before, in the same paragraph.
    fn pronoun(&self, line: &Line, clause: usize, verb: usize) -> Option<(String, usize)> {
        let is = |i: &usize| {
            matches!(line.char(*i), '他' | '她' | '其')
                && !matches!(line.char(i + 1), '们' | '中' | '他' | '实' | '它' | '余')
        };
        let at = (clause..verb).find(is).filter(|&i| i < clause + 3 || verb - i <= 6);
        let at = at.or_else(|| (clause..verb).find(|&i| line.piece(i, i + 2) == "对方"))?;
        Some((self.last_subject(line, at)?.to_owned(), at))
    }

    /// The last person named before `at`, but for whom another only met.
    fn last_subject(&self, line: &Line, at: usize) -> Option<&'n str> {
        let end = self.mentions.partition_point(|m| m.end <= at);
        let mut before = self.mentions.iter().take(end).rev().take(MOST_NAMES).filter(|m| m.is_person).peekable();
        while let Some(mention) = before.next() {
            let pause = (mention.end..at).find(|&i| is_pause(line.char(i))).unwrap_or(at);
            let start = clause_start(line, 0, mention.start);
            let met = before.peek().is_some_and(|c| c.start >= start && is_met(line, c.end, mention, pause));
            if !met {
                return Some(mention.name);
            }
        }
        None
    }

    /// The last person named before `at`.
    pub(super) fn last_person(&self, at: usize) -> Option<&'n str> {
        let end = self.mentions.partition_point(|m| m.end <= at);
        self.mentions.iter().take(end).rev().take(MOST_NAMES).find(|m| m.is_person).map(|m| m.name)
    }
}

/// Whether `mention` is only whom the subject that ends at `end` meets before they speak: 与 or 同 before, 后 or 时 behind.
fn is_met(line: &Line, end: usize, mention: &Mention, verb: usize) -> bool {
    let with = (end..mention.start).any(|i| matches!(line.char(i), '与' | '同' | '跟'));
    with && (mention.end..verb).any(|i| matches!(line.char(i), '后' | '时' | '前'))
}

/// Where the clause begins in which `at` stands.
fn clause_start(line: &Line, from: usize, at: usize) -> usize {
    let floor = at.saturating_sub(FARTHEST).max(from);
    (floor..at).rev().find(|&i| is_pause(line.char(i))).map_or(floor, |i| i + 1)
}

/// An organisation that speaks, or its spokesman: 外交部发言人.
fn organization(line: &Line, mention: &Mention, verb: usize) -> Option<(String, usize)> {
    if let Some(end) = title_at(line, mention.end, verb) {
        return Some((line.piece(mention.start, end).to_owned(), mention.start));
    }
    let between = verb - mention.end;
    (between <= 10 && line.char(mention.end) != '的').then(|| (mention.name.to_owned(), mention.start))
}

/// Where the title ends that begins at `at`.
fn title_at(line: &Line, at: usize, limit: usize) -> Option<usize> {
    let titles = line.listed(at).iter().rev().filter(|word| word.sorts & sort::TITLE != 0);
    titles.map(|word| word.end).find(|&end| end <= limit && end >= at + 2)
}

/// 希腊消防部门|23日|表示, 以色列方面|发表声明|说: an office or a side that a clause begins with.
fn side(line: &Line, clause: usize, verb: usize) -> Option<(String, usize)> {
    let start = clause + usize::from(line.char(clause) == '据');
    if matches!(line.char(start), '对' | '针' | '就' | '与' | '同' | '向' | '经' | '由' | '在') {
        return None;
    }
    let ends = (start + 4).max(verb.saturating_sub(NEAR))..=verb.min(start + SIDE);
    let end = ends.into_iter().find(|&end| last_cue("sides", line.piece(start, end)).is_some())?;
    let plain = line.chars(start, end).iter().all(|&c| is_han(c) && !matches!(c, '等' | '的' | '有'));
    plain.then(|| (line.piece(start, end).to_owned(), start))
}

/// 业内人士, 有关负责人, 报告: who or what is only described.
fn described(line: &Line, clause: usize, verb: usize) -> Option<(String, usize)> {
    if let Some(side) = side(line, clause, verb) {
        return Some(side);
    }
    for end in (clause + 2..=verb).rev().take(9) {
        let found = (2..=8).rev().filter_map(|n| end.checked_sub(n)).filter(|&s| s >= clause).find(|&s| {
            let piece = line.piece(s, end);
            if piece.contains(['的']) || piece.starts_with(['名', '位', '个', '该', '有']) {
                return false;
            }
            // 乌方|还称
            let side = end == s + 2
                && verb <= end + 2
                && line.char(s + 1) == '方'
                && TABLES.full(line.piece(s, s + 1)).is_some();
            let side = side && !matches!(line.before(s), '与' | '同' | '对' | '向');
            side || line.is(s, end, sort::DOCUMENT)
                || (s..end).any(|from| line.is(from, end, sort::DESCRIBED))
                    && (line.is(s, end, sort::TITLE) || end - s >= 4 || line.before(s) == '的')
        });
        if let Some(start) = found {
            return Some((line.piece(start, end).to_owned(), start));
        }
    }
    None
}
