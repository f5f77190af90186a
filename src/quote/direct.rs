//! Words in quotation marks, and which of them are speech.

use super::indirect::Report;
use super::marks::{self, FARTHEST, Quoted, is_pause, is_terminal};
use super::speaker::Cast;
use super::verb::{self, Verb};
use crate::among::among;
use crate::name::tables::sort;
use crate::name::unit::Line;

/// Fewer characters than these without a verb of saying are a word in marks (“新四化”), not speech.
const LEAST_BOUND: usize = 4;
const LEAST_FREE: usize = 8;
const LEAST_FRAGMENT: usize = 6;
/// How far after the marks the subject and verb may stand.
const FAR: usize = 40;

/// Speech in marks: its pieces, who says it and by which verb.
#[derive(Clone, Debug)]
pub(super) struct Speech {
    pub(super) parts: Vec<Quoted>,
    pub(super) speaker: Option<String>,
    pub(super) verb: Option<(usize, usize)>,
    /// The characters of the line that it takes up, subject and verb included.
    pub(super) extent: (usize, usize),
}

impl Speech {
    /// Whether the paragraph ends before the marks close: the next may go on, and opens them once more.
    pub(super) fn is_open(&self, line: &Line) -> bool {
        let marked = |p: &Quoted| p.start > 0 && marks::closing(line.char(p.open())).is_some();
        self.parts.last().is_some_and(|p| p.after == p.end && p.end == line.len() && marked(p))
    }
}

/// All direct speech of a paragraph, in order.
pub(super) fn read(line: &Line, cast: &Cast, pairs: &[Quoted]) -> Vec<Speech> {
    let mut speeches: Vec<Speech> = Vec::new();
    if let Some(speech) = labelled(line, cast) {
        return vec![speech];
    }
    let mut next = 0;
    while let Some(quoted) = pairs.get(next) {
        next += 1;
        let previous = speeches.last();
        let from = sentence_start(line, quoted.open(), previous.map_or(0, |s| s.extent.1));
        let limit = pairs.get(next).map_or(line.len(), Quoted::open);
        let introduced = before(line, cast, *quoted, from);
        let colon = matches!(line.before(quoted.open()), '：' | ':');
        let named = introduced.as_ref().is_some_and(|s| s.speaker.is_some());
        let after = after(line, cast, *quoted, limit).filter(|s| !named || !begins_anew(line, s));
        let speech = introduced.clone().filter(|_| colon).or(after).or(introduced);
        let speech = speech
            .or_else(|| pairs.get(next).and_then(|more| split(line, cast, *quoted, *more)))
            .or_else(|| free(line, cast, *quoted, previous))
            .or_else(|| fragment(line, cast, *quoted, from));
        match speech {
            Some(mut speech) => {
                next += speech.parts.len() - 1;
                while let Some(more) = pairs.get(next).filter(|p| goes_on(line, &speech, p)) {
                    speech.parts.push(*more);
                    speech.extent.1 = more.after;
                    next += 1;
                }
                speeches.push(speech);
            }
            None => continue,
        }
    }
    speeches
}

/// 甲：…… : all that follows the name of who answers, which begins the paragraph, as in an interview.
fn labelled(line: &Line, cast: &Cast) -> Option<Speech> {
    let mention = cast.opening(0).filter(|m| m.start == 0 && matches!(line.char(m.end), '：' | ':'))?;
    let start = mention.end + 1;
    let marked = marks::closing(line.char(start)).is_some();
    let quoted = Quoted { start, end: line.len(), after: line.len() };
    let speaker = Some(mention.name.to_owned());
    (!marked && line.len() >= start + LEAST_FREE).then(|| Speech {
        parts: vec![quoted],
        speaker,
        verb: None,
        extent: (0, line.len()),
    })
}

/// “A，”X说，“B”: the speech goes on after the verb.
fn goes_on(line: &Line, speech: &Speech, more: &Quoted) -> bool {
    let Some((_, verb_end)) = speech.verb.filter(|v| speech.parts.first().is_some_and(|p| p.after <= v.0)) else {
        return false;
    };
    let gap = line.piece(speech.extent.1.max(verb_end), more.open());
    speech.parts.len() == 1 && matches!(gap, "" | "，" | "：" | "," | ":")
}

/// “A，”甲算了一笔账，“B”: a sentence whose halves stand on either side of who says it.
fn split(line: &Line, cast: &Cast, quoted: Quoted, more: Quoted) -> Option<Speech> {
    let goes_on = line.before(quoted.end) == '，' && quoted.after > quoted.end;
    let gap = || (quoted.after..more.open()).all(|i| !is_terminal(line.char(i)));
    let joined = goes_on && more.open() <= quoted.after + FAR && line.before(more.open()) == '，' && gap();
    let speaker = joined.then(|| cast.person(line, quoted.after, more.open())).flatten()?;
    let extent = (quoted.open(), more.after);
    Some(Speech { parts: vec![quoted, more], speaker: Some(speaker.to_owned()), verb: None, extent })
}

/// X说：“…”, X强调“…”.
fn before(line: &Line, cast: &Cast, quoted: Quoted, from: usize) -> Option<Speech> {
    let open = quoted.open();
    let marked = matches!(line.before(open), '，' | ',' | '：' | ':');
    let colon = matches!(line.before(open), '：' | ':');
    let end = if marked { open.checked_sub(1)? } else { open };
    let verb = verb::before(line, end, from).or_else(|| before_hearer(line, end, from));
    let length = quoted.end - quoted.start;
    let Some(verb) = verb else {
        let (speaker, start) = colon.then(|| cast.subject(line, from, end)).flatten()?;
        let extent = (start, quoted.after);
        return (length >= LEAST_BOUND).then_some(Speech {
            parts: vec![quoted],
            speaker: Some(speaker),
            verb: None,
            extent,
        });
    };
    let passive = (from..verb.start).rev().take(8).any(|i| line.char(i) == '被') || line.char(verb.end) == '为';
    let word = is_word(line, quoted);
    if passive || length < LEAST_BOUND || !marked && word && line.char(quoted.after) == '的' {
        return None;
    }
    let subject = cast.subject(line, from, verb.start);
    let extent = (subject.as_ref().map_or(verb.start, |s| s.1), quoted.after);
    let speaker = subject.map(|s| s.0).or_else(|| cast.last_person(from).map(str::to_owned));
    Some(Speech { parts: vec![quoted], speaker, verb: Some((verb.start, verb.end)), extent })
}

/// 告诉记者，“…”, 称赞他“…”: a hearer between verb and mark.
fn before_hearer(line: &Line, end: usize, from: usize) -> Option<Verb> {
    let starts =
        (1..=12).filter_map(|n| end.checked_sub(n)).filter(|&s| s >= from).take_while(|&s| !is_pause(line.char(s)));
    let verbs = starts.filter_map(|s| verb::at(line, s));
    let mut found = verbs.filter(|v| v.end <= end && v.sorts & (sort::TELL | sort::ACT) != 0);
    found.find(|v| end - v.end <= 6)
}

/// “…”X说: subject and verb in the clause after the mark.
fn after(line: &Line, cast: &Cast, quoted: Quoted, limit: usize) -> Option<Speech> {
    if quoted.after == quoted.end || quoted.end - quoted.start < LEAST_BOUND {
        return None;
    }
    let from = if is_pause(line.char(quoted.after)) { quoted.after + 1 } else { quoted.after };
    let ended = is_pause(line.before(quoted.end)) || from > quoted.after && line.char(quoted.after) == '，';
    let end = (from..limit.min(from + FAR)).find(|&i| is_pause(line.char(i))).unwrap_or(limit.min(from + FAR));
    if !ended {
        return None;
    }
    let spoken = |v: &Verb| v.sorts & (sort::SAY | sort::TELL) != 0;
    let verb = (from + 1..end).filter_map(|i| verb::at(line, i)).find(|v| spoken(v) && v.end <= end);
    let verb = verb.or_else(|| last_verb(line, from, limit).filter(spoken))?;
    let (speaker, start) = cast.subject(line, from, verb.start)?;
    let named = start >= from;
    named.then(|| Speech {
        parts: vec![quoted],
        speaker: Some(speaker),
        verb: Some((verb.start, verb.end)),
        extent: (quoted.open(), verb.end),
    })
}

/// “…。”早上七点，甲蹲在地里喊道。: the verb of saying that ends the sentence after the mark.
fn last_verb(line: &Line, from: usize, limit: usize) -> Option<Verb> {
    let far = limit.min(from + 2 * FAR);
    let end = (from..far).find(|&i| is_terminal(line.char(i)))?;
    verb::before(line, end, from).filter(|_| is_terminal(line.before(from - 1)))
}

/// “…”甲回应，……: after a verb that governs what follows, not what stands before.
fn begins_anew(line: &Line, speech: &Speech) -> bool {
    let at = speech.verb.map_or(0, |verb| verb.1);
    matches!(line.char(at), '，' | ',' | '：' | ':') && !matches!(line.char(at + 1), '“' | '「' | '"')
}

/// “…。” by itself: whole sentences, which go on what was said before in the paragraph.
fn free(line: &Line, cast: &Cast, quoted: Quoted, previous: Option<&Speech>) -> Option<Speech> {
    let length = quoted.end - quoted.start;
    let whole = is_terminal(line.before(quoted.end))
        && (quoted.open() == 0 || is_pause(line.before(quoted.open())) || line.before(quoted.open()) == '”');
    let speaker = previous.and_then(|p| p.speaker.clone()).filter(|_| whole);
    let extent = (quoted.open(), quoted.after);
    // “闲不住嘛。”老房接过话头。
    let named = || cast.at(line, quoted.after).is_some() || follower(line, cast, quoted).is_some();
    let least = if length < LEAST_FREE && named() { LEAST_BOUND } else { LEAST_FREE };
    (whole && length >= least).then_some(Speech { parts: vec![quoted], speaker, verb: None, extent })
}

/// Who a speech without a verb belongs to: who stands right behind it, whose report ends right before it, who spoke before
/// it, or who is the subject of the sentence after it where it begins the paragraph (“……。”甲点了点头。); `open` is whose
/// speech the paragraph before left open.
pub(super) fn attribute(line: &Line, cast: &Cast, speeches: &mut [Speech], reports: &[Report], open: Option<&str>) {
    let mut before: Option<String> = None;
    let next = speeches.iter().skip(1).map(|s| (s.extent.0, s.speaker.clone())).chain([(line.len(), None)]);
    let next: Vec<(usize, Option<String>)> = next.collect();
    for (speech, next) in speeches.iter_mut().zip(next) {
        let Some(first) = speech.parts.first().copied() else { continue };
        if speech.speaker.is_none() && speech.verb.is_none() {
            let index = reports.partition_point(|report| report.end <= first.open());
            let report = index.checked_sub(1).and_then(|i| reports.get(i));
            let reported = report.filter(|r| (r.end..first.open()).all(|i| is_terminal(line.char(i))));
            let goes_on = open.filter(|_| first.open() == 0);
            let behind = goes_on.or_else(|| cast.at(line, speech.extent.1)).map(str::to_owned);
            let speaker = behind.or_else(|| reported.map(|r| r.speaker.clone())).or_else(|| before.clone());
            let speaker = speaker.or_else(|| follower(line, cast, first));
            // “A。”对此，甲回应称，“B”
            let adjacent = first.open() == 0 && (first.after..next.0).all(|i| !is_terminal(line.char(i)));
            speech.speaker = speaker.or_else(|| next.1.filter(|_| adjacent));
        }
        before = speech.speaker.clone();
    }
}

/// The person whom the sentence right after a speech that begins the paragraph names first: “……！”回想起那晚，甲仍然后怕。
fn follower(line: &Line, cast: &Cast, speech: Quoted) -> Option<String> {
    let after = speech.after;
    let end = (after..after + FAR).find(|&i| is_terminal(line.char(i)))?;
    cast.person(line, after, end).filter(|_| speech.open() == 0).map(str::to_owned)
}

/// What only speech has: 我, 了, 吗 ….
const SPOKEN: &str = "我你咱俺他她了吗呢吧啊都就还能会要没不";

/// 甲起初并不支持，“觉得这个养不活人”。: a clause in marks after a comma, by the subject of its sentence.
fn fragment(line: &Line, cast: &Cast, quoted: Quoted, from: usize) -> Option<Speech> {
    let length = quoted.end - quoted.start;
    let spoken = (quoted.start..quoted.end).any(|i| among(SPOKEN, line.char(i)));
    let ended = is_pause(line.before(quoted.end)) || quoted.after > quoted.end && is_pause(line.char(quoted.after));
    let bound = matches!(line.before(quoted.open()), '，' | ',') && ended && spoken && length >= LEAST_FRAGMENT;
    let (speaker, _) = bound.then(|| cast.named_before(line, from, quoted.open())).flatten()?;
    let extent = (quoted.open(), quoted.after);
    Some(Speech { parts: vec![quoted], speaker: Some(speaker), verb: None, extent })
}

/// Whether the marks hold a word rather than a clause.
fn is_word(line: &Line, quoted: Quoted) -> bool {
    (quoted.start..quoted.end).all(|i| !is_pause(line.char(i)))
}

/// Where the sentence begins in which `at` stands, not before `floor`.
fn sentence_start(line: &Line, at: usize, floor: usize) -> usize {
    let floor = at.saturating_sub(FARTHEST).max(floor.min(at));
    (floor..at).rev().find(|&i| is_terminal(line.char(i)) || line.char(i) == '；').map_or(floor, |i| i + 1)
}
