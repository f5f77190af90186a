//! What is said without marks: from the verb of saying to the end of the sentence.

use super::direct::Speech;
use super::marks::{is_pause, is_terminal};
use super::speaker::Cast;
use super::verb::{self, Verb};
use crate::name::tables::sort;
use crate::name::unit::Line;

/// Less than this many characters is no statement.
const LEAST: usize = 5;

/// A statement reported in the reporter's words.
#[derive(Clone, Debug)]
pub(super) struct Report {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) speaker: String,
    pub(super) verb: (usize, usize),
}

/// The report of the sentence from `from` to `to`, if there is one.
pub(super) fn read(line: &Line, cast: &Cast, from: usize, to: usize, speeches: &[Speech]) -> Option<Report> {
    let inside = |i: usize| speeches.iter().any(|s| s.parts.iter().any(|p| p.start <= i && i < p.end));
    let mut at = from;
    while at < to {
        let Some(verb) = verb::at(line, at).filter(|v| v.end <= to && !inside(at)) else {
            at += 1;
            continue;
        };
        if let Some(report) = governed(line, cast, from, to, verb) {
            let quoted =
                speeches.iter().any(|s| s.verb == Some(report.verb) && s.parts.iter().any(|p| p.start >= verb.end));
            if !quoted {
                return Some(report);
            }
        }
        at = verb.end;
    }
    None
}

fn governed(line: &Line, cast: &Cast, from: usize, to: usize, verb: Verb) -> Option<Report> {
    // 补充道，…: verbs of direct speech govern a clause after a comma too.
    let marked =
        verb.sorts & sort::MARK != 0 && line.before(verb.end) == '道' && matches!(line.char(verb.end), '，' | ',');
    let governs = verb.sorts & (sort::SAY | sort::TELL) != 0 || marked;
    if !governs || line.before(verb.start) == '被' {
        return None;
    }
    let paused = (verb.end..(verb.end + 8).min(to)).find(|&i| is_pause(line.char(i)));
    let told = verb.sorts & sort::TELL != 0;
    let comma = paused.filter(|&i| (i == verb.end || told) && matches!(line.char(i), '，' | ',' | '：' | ':'));
    let start = match comma {
        Some(i) => i + 1,
        None if verb.is_strong(line) && !is_aspect(line.char(verb.end)) && !is_pause(line.char(verb.end)) => verb.end,
        None => return None,
    };
    let (speaker, _) = cast.subject(line, sentence_floor(line, from, verb.start), verb.start)?;
    let end = (start..to)
        .rev()
        .find(|&i| !is_terminal(line.char(i)) && !line.char(i).is_whitespace())
        .map_or(start, |i| i + 1);
    (end >= start + LEAST).then_some(Report { start, end, speaker, verb: (verb.start, verb.end) })
}

/// After these the verb does not govern what follows: 说了, 说的, 表示过.
const fn is_aspect(c: char) -> bool {
    matches!(c, '了' | '的' | '过' | '着' | '、' | '和' | '与' | '”' | '》' | '）')
}

/// Where to look for the subject from: after the last quotation of the sentence.
fn sentence_floor(line: &Line, from: usize, verb: usize) -> usize {
    (from..verb).rev().find(|&i| matches!(line.char(i), '”' | '」' | '；')).map_or(from, |i| i + 1)
}
