//! Totals and the parts that stand beside them.

use super::arithmetic::{Amount, Verdict, compare, equation};
use super::mention::{Mention, divided, ending, property, same_unit};
use super::{Check, CheckKind};
use crate::among::holds;
use crate::article::Article;
use crate::figure::{Change, FigureKind, FigureRole, Status};
use crate::order;
use crate::span::Span;
use std::collections::BTreeSet;

/// Most parts of a sum.
const MOST_PARTS: usize = 8;
/// How many mentions before or after a total are looked at.
const WINDOW: usize = 40;
/// How many sentences lie at most between a total and the sentence that lists its sectors.
const SECTOR_GAP: usize = 4;
/// How many sentences lie at most between a total and its first part.
const FIRST_GAP: usize = 3;

/// What the words between a total and its parts say of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// Nothing.
    None,
    /// That these belong to it: 其中, 分别, 的72亿元中.
    Parts,
    /// That these are all of it: 三项合计.
    Whole,
}

/// A possible sum: the parts, in order, and what the text says of them.
struct Candidate<'m, 'f> {
    parts: Vec<&'m Mention<'f>>,
    claim: Claim,
}

/// Every sum that holds, and those that the text claims and that do not.
pub(crate) fn sums(article: &Article, mentions: &[Mention]) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut used: BTreeSet<Vec<usize>> = BTreeSet::new();
    let can_total = |m: &&(usize, &Mention)| is_summable(m.1) && m.1.amount.value > 0;
    let totals: Vec<(usize, &Mention)> = mentions.iter().enumerate().collect();
    for &(at, total) in totals.iter().filter(can_total) {
        let candidates = [before(article, mentions, at), after(article, mentions, at)];
        let judged = candidates.into_iter().filter_map(|c| judge(total, &c));
        let mut found = judged.chain(by_sector(article, mentions, at));
        let Some(check) = found.next() else { continue };
        let parts: Vec<usize> = check.figures.iter().rev().skip(1).copied().collect();
        if used.insert(parts) {
            checks.push(check);
        }
    }
    checks
}

fn is_summable(mention: &Mention) -> bool {
    use FigureKind as K;
    let kind = matches!(
        mention.figure.kind,
        K::Money | K::Count | K::Area | K::Length | K::Volume | K::Mass | K::Power | K::Energy | K::Data
    );
    // 元/股 and its like are prices, not amounts.
    kind && !mention.figure.unit.contains(['/']) && mention.figure.status != Status::History
}

/// The mentions of the total's unit that follow it closely.
fn after<'m, 'f>(article: &Article, mentions: &'m [Mention<'f>], at: usize) -> Candidate<'m, 'f> {
    let mut parts: Vec<&Mention> = Vec::new();
    let Some(total) = mentions.get(at) else { return Candidate { parts, claim: Claim::None } };
    for m in mentions.iter().skip(at + 1).take(WINDOW).filter(|m| belongs(m, total)) {
        let (from, gap) = parts.last().map_or((total.sentence, FIRST_GAP), |last| (last.sentence, 1));
        if m.sentence > from + gap || m.figure.id == total.figure.id || parts.len() == MOST_PARTS {
            break;
        }
        parts.push(m);
    }
    let between = parts.first().map_or("", |p| article.words(Span::new(total.span.end, p.span.start)));
    let of_it = between.starts_with('中') || between.starts_with("里面");
    let claim = if of_it || holds(between, "其中") || holds(between, "分别") { Claim::Parts } else { Claim::None };
    Candidate { parts, claim }
}

/// The mentions of the total's unit that lead up to it in its sentence or the one before.
fn before<'m, 'f>(article: &Article, mentions: &'m [Mention<'f>], at: usize) -> Candidate<'m, 'f> {
    let mut parts: Vec<&Mention> = Vec::new();
    let Some(total) = mentions.get(at) else { return Candidate { parts, claim: Claim::None } };
    for m in mentions.iter().take(at).rev().take(WINDOW).filter(|m| belongs(m, total)) {
        if m.sentence + 1 < total.sentence || m.figure.id == total.figure.id || parts.len() == MOST_PARTS {
            break;
        }
        parts.push(m);
    }
    parts.reverse();
    let between = parts.last().map_or("", |p| article.words(Span::new(p.span.end, total.span.start)));
    let whole = ["合计", "总计", "共计", "相加", "加起来"].iter().any(|word| holds(between, word));
    Candidate { parts, claim: if whole { Claim::Whole } else { Claim::None } }
}

/// Parts told by sector in a later sentence, which name no total: 营业收入86.42亿元 … 模组收入41.3亿元，电池收入28.9亿元,
/// 传感器收入16.22亿元. Only a list of three and more that is exactly the total.
fn by_sector(article: &Article, mentions: &[Mention], at: usize) -> Option<Check> {
    let total = mentions.get(at)?;
    let name = ending(property(total.figure), 2);
    let alike = |m: &&Mention| {
        let named = !name.is_empty() && property(m.figure).len() > name.len() && property(m.figure).ends_with(name);
        named && belongs(m, total) && m.sentence > total.sentence && m.sentence <= total.sentence + SECTOR_GAP
    };
    let later: Vec<&Mention> = mentions.iter().skip(at + 1).take(WINDOW).filter(alike).collect();
    let together = |a: &&Mention, b: &&Mention| a.sentence == b.sentence && !divided(article, a.span, b.span);
    later.chunk_by(together).find_map(|parts| {
        let fits = (3..=MOST_PARTS).contains(&parts.len());
        let exact = parts.iter().map(|p| p.amount.value).sum::<i128>() == total.amount.value;
        if fits && exact { equate(total, parts) } else { None }
    })
}

fn belongs(mention: &Mention, total: &Mention) -> bool {
    is_summable(mention)
        && !matches!(mention.figure.change, Some(Change::Up | Change::Down))
        && same_unit(mention.figure, total.figure)
}

/// The sum that a candidate shows, or the broken one that the text claims.
fn judge(total: &Mention, candidate: &Candidate) -> Option<Check> {
    let parts = &candidate.parts;
    let fewest = match candidate.claim {
        Claim::Whole | Claim::Parts => 2,
        Claim::None if total.figure.role == FigureRole::Total => 3 - usize::from(is_total_of(total, parts)),
        Claim::None => return None,
    };
    let backwards = parts.last().is_some_and(|p| p.span.start < total.span.start);
    let holding = (fewest..=parts.len()).find_map(|count| {
        let run = if backwards { parts.get(parts.len() - count..)? } else { parts.get(..count)? };
        let holds = matches!(verdict(total, run), Verdict::Equal | Verdict::Rounded) && is_even(run);
        if holds { equate(total, run) } else { None }
    });
    holding.or_else(|| broken(total, candidate))
}

/// Whether parts that stand in several sentences are one of each: a figure of the next sentence does not complete a list.
fn is_even(parts: &[&Mention]) -> bool {
    let mut sentences = parts.chunk_by(|a, b| a.sentence == b.sentence).map(<[_]>::len);
    sentences.next().is_none_or(|first| sentences.all(|count| count == first))
}

/// Whether the total is named after its parts: 总投资 after 投资 and 投资.
fn is_total_of(total: &Mention, parts: &[&Mention]) -> bool {
    let of = property(total.figure).strip_prefix('总').filter(|of| !of.is_empty());
    of.is_some_and(|of| parts.iter().all(|p| property(p.figure).ends_with(of) && p.sentence == total.sentence))
}

/// A claimed sum that does not hold: all parts of one sentence, close to the total, so that no part is merely left out.
fn broken(total: &Mention, candidate: &Candidate) -> Option<Check> {
    let backwards = candidate.claim == Claim::Whole;
    let (fewest, tolerated) = match candidate.claim {
        Claim::Whole => (2, 4),
        Claim::Parts => (3, 10),
        Claim::None => return None,
    };
    let home = if backwards { total.sentence } else { candidate.parts.first()?.sentence };
    let run: Vec<&Mention> = candidate.parts.iter().copied().filter(|p| p.sentence == home).collect();
    let check = equate(total, &run).filter(|_| run.len() >= fewest)?;
    let gap = (run.iter().map(|p| p.amount.value).sum::<i128>() - total.amount.value).abs();
    let alike = run.windows(2).all(|w| matches!(w, [a, b] if a.figure.status == b.figure.status));
    let told = !check.holds && alike && !may_differ(total, &run);
    (told && gap * tolerated <= total.amount.value).then_some(check)
}

/// Whether parts need not add up: what is sold takes from a net total, and statistics leave small parts out.
fn may_differ(total: &Mention, parts: &[&Mention]) -> bool {
    let statistics = total.amount.is_rounded() && parts.iter().all(|p| p.amount.is_rounded());
    let less = parts.iter().map(|p| p.amount.value).sum::<i128>() < total.amount.value;
    property(total.figure).contains(['净']) || statistics && less
}

/// How the sum of `parts` stands to the total.
fn verdict(total: &Mention, parts: &[&Mention]) -> Verdict {
    let terms: Vec<Amount> = parts.iter().map(|p| p.amount).collect();
    compare(terms.iter().map(|a| a.value).sum(), &terms, total.amount)
}

fn equate(total: &Mention, parts: &[&Mention]) -> Option<Check> {
    let verdict = verdict(total, parts);
    let mut figures: Vec<usize> = parts.iter().map(|p| p.figure.id).collect();
    let distinct = order::set(figures.iter().copied().chain([total.figure.id]));
    if verdict == Verdict::Unsure || distinct.len() != figures.len() + 1 {
        return None;
    }
    figures.push(total.figure.id);
    let terms: Vec<Amount> = parts.iter().map(|p| p.amount).collect();
    let sum = terms.iter().map(|a| a.value).sum();
    let arithmetic = equation(&terms, "+", sum, total.amount, verdict);
    Some(Check { kind: CheckKind::Sum, figures, holds: verdict != Verdict::Different, arithmetic })
}
