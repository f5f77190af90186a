//! Cuts characters that no word of the lexicon joins: Han by the letter model, Latin words and numbers by their marks.

use super::path::Letter;
use crate::lexicon::LEXICON;
use crate::lexicon::letters::{NEVER, STATES};
use crate::span::Span;

/// Where in a word a character stands, as in the letter model.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Begin,
    End,
    Middle,
    Single,
}

use State::{Begin, End, Middle, Single};

/// The states in their order, each with those that may stand before it; of two equal ways the second is taken.
const STATES_BEFORE: [(State, [State; 2]); STATES] =
    [(Begin, [End, Single]), (End, [Begin, Middle]), (Middle, [Begin, Middle]), (Single, [End, Single])];

/// Cuts a run that ends at byte `end`.
pub(super) fn cut(run: &[Letter], end: usize, words: &mut Vec<Span>) {
    let mut rest = run;
    while let Some(first) = rest.first() {
        let known = is_modelled(first.char);
        let length = rest.iter().take_while(|letter| is_modelled(letter.char) == known).count();
        let (part, others) = rest.split_at_checked(length).unwrap_or((rest, &[]));
        let end = others.first().map_or(end, |letter| letter.start);
        if known {
            cut_han(part, end, words);
        } else {
            cut_latin(part, end, words);
        }
        rest = others;
    }
}

/// The characters that the model was made for.
fn is_modelled(c: char) -> bool {
    ('\u{4E00}'..='\u{9FD5}').contains(&c)
}

/// Cuts along the likeliest states (Viterbi's algorithm).
fn cut_han(run: &[Letter], end: usize, words: &mut Vec<Span>) {
    let states = likeliest_states(run);
    let ends = run.iter().skip(1).map(|letter| letter.start).chain([end]);
    let mut start = run.first().map_or(end, |letter| letter.start);
    for (state, at) in states.into_iter().zip(ends) {
        if matches!(state, End | Single) || at == end {
            words.push(Span::new(start, at));
            start = at;
        }
    }
}

fn likeliest_states(run: &[Letter]) -> Vec<State> {
    let model = &LEXICON.letters;
    let mut costs = model.first;
    // For every character but the first, the state before it that leads best to each of its states.
    let mut before: Vec<[State; STATES]> = Vec::with_capacity(run.len());
    for (i, letter) in run.iter().enumerate() {
        let own = model.costs(letter.rank);
        if i == 0 {
            costs = add(costs, own);
            continue;
        }
        let mut from = [Begin; STATES];
        let mut next = [0; STATES];
        for ((slot, cost), (state, [one, other])) in from.iter_mut().zip(&mut next).zip(STATES_BEFORE) {
            let by = |from: State| of(costs, from) + of_step(from, state);
            let (one_cost, other_cost) = (by(one), by(other));
            (*slot, *cost) = if one_cost < other_cost { (one, one_cost) } else { (other, other_cost) };
        }
        before.push(from);
        costs = add(next, own);
    }
    let mut state = if of(costs, End) < of(costs, Single) { End } else { Single };
    let mut states = vec![state];
    for from in before.iter().rev() {
        state = from.get(state as usize).copied().unwrap_or(state);
        states.push(state);
    }
    states.reverse();
    states
}

fn of(costs: [u64; STATES], state: State) -> u64 {
    costs.get(state as usize).copied().unwrap_or(NEVER)
}

fn of_step(from: State, to: State) -> u64 {
    LEXICON.letters.steps.get(from as usize).map_or(NEVER, |steps| of(*steps, to))
}

/// Sums in which what never is drowns what merely is unlikely: without it rare letters would weigh on their neighbours.
fn add(costs: [u64; STATES], own: [u64; STATES]) -> [u64; STATES] {
    let mut sums = costs;
    for (sum, own) in sums.iter_mut().zip(own) {
        *sum += own;
        if *sum >= NEVER {
            *sum -= *sum % NEVER;
        }
    }
    sums
}

/// Letters and digits with single points, hyphens and underscores inside, and a percent sign after, are a word each; what
/// stands between is one.
fn cut_latin(run: &[Letter], end: usize, words: &mut Vec<Span>) {
    let start_of = |i: usize| run.get(i).map_or(end, |letter| letter.start);
    let is = |i: usize, of: fn(char) -> bool| run.get(i).is_some_and(|letter| of(letter.char));
    let alphanumeric = |c: char| c.is_ascii_alphanumeric();
    let mut at = 0;
    while at < run.len() {
        let start = at;
        if is(at, alphanumeric) {
            while is(at, alphanumeric) || is(at, |c| matches!(c, '.' | '_' | '-')) && is(at + 1, alphanumeric) {
                at += 1;
            }
            at += usize::from(is(at, |c| c == '%'));
        } else {
            while at < run.len() && !is(at, alphanumeric) {
                at += 1;
            }
        }
        words.push(Span::new(start_of(start), start_of(at)));
    }
}
