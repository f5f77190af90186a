//! Cuts a line into words and names at once: the cheapest path through everything that may stand there.
//!
//! Words of the lexicon cost what their frequency tells, names what their characters tell and less where title or verb
//! stand beside them, all in 1/16 bit (a unigram lattice with generative name models, as in Zhang et al., "Chinese
//! Lexical Analysis Using Hierarchical Hidden Markov Model", 2003). Integers only, so that every machine finds the same path.

use super::surroundings::Surroundings;
use super::tables::sort;
use super::unit::{Kind, Line, Unit, is_dot};
use super::words::Words;
use super::{element, entry, foreign, person, place};
use crate::lexicon::tree::Tree;
use crate::span::Span;

/// 1/16 bit.
pub(super) type Cost = i32;
/// One bit.
pub(super) const BIT: Cost = 16;

/// A way on from a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    pub(super) end: usize,
    pub(super) kind: Kind,
    pub(super) tag: &'static str,
    pub(super) cost: Cost,
}

/// What a surname with a title costs more right after a name: 田申申|小姐, not 田申|申小姐.
const CUT_NAME: Cost = 8 * BIT;
/// What a name costs less right after another, in a list whose spaces were lost.
const LISTED: Cost = 4 * BIT;
/// The same where the line has shown to be such a list.
const SURELY_LISTED: Cost = 9 * BIT;
/// So many names side by side are a list.
const LIST: usize = 3;

/// Names that the document has shown to be such, with what they are and cost.
pub(super) type Known = Tree<(Kind, Cost)>;

/// Every way on from every place of a line.
pub(super) struct Lattice {
    edges: Box<[Edge]>,
    /// Where in `edges` those of each place begin, and where the last end.
    firsts: Vec<usize>,
}

impl Lattice {
    /// Everything that may stand in `line`; `numbers` are the places of numbers in it, in order.
    ///
    /// What finds it is kept apart (`inline(never)`): a browser compiles anew, in the middle of the first text, a function
    /// that is both large and run for every character.
    pub(super) fn new(line: &Line, numbers: &[Span]) -> Self {
        let words = Words::of(line);
        let around = Surroundings::of(line);
        let places = numbers.iter().map(|s| (line.index(s.start), line.index(s.end)));
        let mut numbers = places.filter(|&(start, end)| !person::is_given(line, &around, start, end)).peekable();
        let mut edges: Vec<Edge> = Vec::with_capacity(line.len() * 4);
        let mut firsts = Vec::with_capacity(line.len() + 1);
        let mut letters_end = 0;
        for i in 0..line.len() {
            if i >= letters_end {
                letters_end = (i..line.len()).find(|&k| !entry::is_letter(line.char(k))).unwrap_or(line.len());
            }
            firsts.push(edges.len());
            while numbers.peek().is_some_and(|&(start, end)| start < i || end <= start) {
                numbers.next();
            }
            let limit = numbers.peek().map_or(line.len(), |&(start, _)| start);
            if limit == i {
                let end = numbers.next().map_or(i + 1, |(_, end)| end);
                edges.push(Edge { end, kind: Kind::Number, tag: "m", cost: BIT });
            }
            let first = edges.len();
            words.at(i).iter().for_each(|word| entry::of_lexicon(line, &around, i, word, &mut edges));
            if limit > i {
                entry::of_tables(line, i, &mut edges, first);
                entry::single(line, i, letters_end, &mut edges, first);
                person::candidates(line, &around, &words, i, &mut edges);
                element::candidates(line, &around, i, &mut edges);
                foreign::candidates(line, &around, i, &mut edges);
                foreign::latin(line, i, &mut edges);
                place::candidates(line, &words, i, &mut edges);
                let mut kept = first;
                for at in first..edges.len() {
                    if edges.get(at).is_some_and(|e| e.end <= limit) {
                        edges.swap(kept, at);
                        kept += 1;
                    }
                }
                edges.truncate(kept);
            }
        }
        firsts.push(edges.len());
        Self { edges: edges.into_boxed_slice(), firsts }
    }

    /// How many ways on it has.
    pub(super) fn len(&self) -> usize {
        self.edges.len()
    }

    fn from(&self, i: usize) -> &[Edge] {
        let first = |i: usize| self.firsts.get(i).copied().unwrap_or(self.edges.len());
        self.edges.get(first(i)..first(i + 1)).unwrap_or_default()
    }

    /// Whether a name of `known` stands in `line`.
    pub(super) fn holds(line: &Line, known: &Known) -> bool {
        !known.is_empty() && (0..line.len()).any(|i| known.prefixes(line.chars(i, line.len())).next().is_some())
    }

    /// The cheapest way through `line`, where the names of `known` may stand too.
    pub(super) fn cut(&self, line: &Line, known: &Known) -> Vec<Unit> {
        let units = self.path(line, known, LISTED);
        let beside =
            units.iter().zip(units.iter().skip(1)).filter(|(a, b)| a.kind == Kind::Person && b.kind == Kind::Person);
        if beside.count() >= LIST { self.path(line, known, SURELY_LISTED) } else { units }
    }

    fn path(&self, line: &Line, known: &Known, listed: Cost) -> Vec<Unit> {
        let n = line.len();
        let mut best: Vec<Option<Step>> = vec![None; n + 1];
        for i in 0..n {
            let here = best.get(i).copied().flatten();
            if i > 0 && here.is_none() {
                continue;
            }
            let so_far = here.map_or(0, |step| step.cost);
            let after_name = here.is_some_and(|step| step.edge.kind == Kind::Person);
            // A part of a dotted name is no name by itself beside the dot.
            let apart = |end: usize| !is_dot(line.before(i)) && !is_dot(line.char(end));
            let found = known.prefixes(line.chars(i, n)).filter(|&(length, _)| apart(i + length));
            let shown = found.map(|(length, (kind, cost))| Edge { end: i + length, kind, tag: "x", cost });
            for edge in self.from(i).iter().copied().chain(shown) {
                let cost = so_far + edge.cost
                    - match (after_name, edge.kind, edge.tag) {
                        (true, Kind::Person, "nrx") => -CUT_NAME,
                        (true, Kind::Person, _) => listed,
                        _ => 0,
                    };
                if let Some(slot) = best.get_mut(edge.end).filter(|slot| slot.is_none_or(|other| cost < other.cost)) {
                    *slot = Some(Step { cost, start: i, edge });
                }
            }
        }
        path(line, &best)
    }
}

/// The cheapest way to a place.
#[derive(Clone, Copy, Debug)]
struct Step {
    cost: Cost,
    start: usize,
    edge: Edge,
}

fn path(line: &Line, best: &[Option<Step>]) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = line.len();
    while let Some(Step { start, edge, .. }) = best.get(at).copied().flatten() {
        let sorts = line.sorts(start, edge.end) & !sort::CONTEXT;
        units.push(Unit { start, end: edge.end, kind: edge.kind, tag: edge.tag, sorts });
        at = start;
    }
    units.reverse();
    units
}
