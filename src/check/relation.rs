//! Differences, growth, shares, multiples and averages within a sentence, and the same thing said with two values.

use super::arithmetic::{Amount, Verdict, compare, decimal, equation};
use super::mention::{Mention, ending, owner, property, same_unit};
use super::{Check, CheckKind};
use crate::among::holds;
use crate::article::Article;
use crate::figure::{Change, Figure, FigureKind, FigureRole, Status};
use crate::lexicon::tables::has_cue;
use crate::span::Span;

/// Most mentions of one sentence, and most wholes before a share, that are looked at.
const WINDOW: usize = 24;

/// What the figures of each sentence say of one another.
pub(crate) fn relations(article: &Article, mentions: &[Mention]) -> Vec<Check> {
    let mut checks = Vec::new();
    let mut start = 0_usize;
    for sentence in mentions.chunk_by(|a, b| a.sentence == b.sentence) {
        let inside = sentence.get(..sentence.len().min(WINDOW)).unwrap_or(sentence);
        let earlier = mentions.get(start.saturating_sub(WINDOW)..start + inside.len()).unwrap_or_default();
        for result in inside {
            let found = match result.figure.kind {
                FigureKind::Percent if result.figure.change.is_some() => growth(article, inside, result),
                FigureKind::Percent => share(article, earlier, result),
                FigureKind::Multiple => multiple(article, inside, result),
                _ if is_delta(result.figure) => difference(article, inside, result),
                _ if has_cue("balance", property(result.figure)) => balance(earlier, result),
                _ if is_average(article, result) => average(inside, result),
                _ => None,
            };
            checks.extend(found);
        }
        start += sentence.len();
    }
    checks
}

fn is_delta(figure: &Figure) -> bool {
    matches!(figure.change, Some(Change::Up | Change::Down))
}

/// The value and its base in the sentence before `result`: 3.4亿元，较上年同期的4.6亿元.
fn pair<'m, 'f>(inside: &'m [Mention<'f>], result: &Mention) -> Option<(&'m Mention<'f>, &'m Mention<'f>)> {
    let mut levels = inside.iter().filter(|m| m.span.end <= result.span.start && !is_delta(m.figure));
    let base = levels.clone().rfind(|m| m.figure.status == Status::History)?;
    let now = levels.rfind(|m| m.figure.status != Status::History && same_unit(m.figure, base.figure))?;
    (property(now.figure) == property(base.figure) || property(base.figure).is_empty()).then_some((now, base))
}

/// Whether the text goes from one figure to the next within a clause, so that it relates them.
fn adjoining(article: &Article, first: &Mention, second: &Mention) -> bool {
    let between = article.words(Span::new(first.span.end, second.span.start));
    !between.contains(['，', ',', '；', '。']) && between.chars().count() <= 8
}

fn difference(article: &Article, inside: &[Mention], result: &Mention) -> Option<Check> {
    let (now, base) = pair(inside, result)?;
    if !same_unit(result.figure, now.figure) {
        return None;
    }
    let (high, low) = if now.amount.value > base.amount.value { (now, base) } else { (base, now) };
    let terms = [high.amount, low.amount];
    let computed = high.amount.value - low.amount.value;
    let verdict = compare(computed, &terms, result.amount);
    let claimed = adjoining(article, base, result);
    let holds = matches!(verdict, Verdict::Equal | Verdict::Rounded);
    if !(holds || claimed && verdict == Verdict::Different) {
        return None;
    }
    let arithmetic = equation(&terms, "-", computed, result.amount, verdict).replace('-', "−");
    let figures = vec![high.figure.id, low.figure.id, result.figure.id];
    Some(Check { kind: CheckKind::Difference, figures, holds, arithmetic })
}

/// What is left of one figure when another is taken off: 收入15.47亿元，成本11.61亿元，毛利3.86亿元. Reported only where it
/// holds: which two belong to it is a guess.
fn balance(earlier: &[Mention], result: &Mention) -> Option<Check> {
    let at = earlier.partition_point(|m| m.span.start < result.span.start);
    let levels = earlier.get(at.saturating_sub(NEAR)..at)?;
    let fits = |m: &&Mention| same_unit(m.figure, result.figure) && !is_delta(m.figure) && m.amount.value > 0;
    let levels: Vec<&Mention> = levels.iter().filter(fits).collect();
    levels.windows(2).rev().find_map(|pair| {
        let &[a, b] = pair else { return None };
        let (high, low) = if a.amount.value > b.amount.value { (a, b) } else { (b, a) };
        let terms = [high.amount, low.amount];
        let computed = high.amount.value - low.amount.value;
        let verdict = compare(computed, &terms, result.amount);
        let figures = vec![high.figure.id, low.figure.id, result.figure.id];
        let distinct = high.figure.id != low.figure.id && low.figure.id != result.figure.id;
        let arithmetic = equation(&terms, "−", computed, result.amount, verdict);
        (distinct && verdict == Verdict::Equal).then_some(Check {
            kind: CheckKind::Difference,
            figures,
            holds: true,
            arithmetic,
        })
    })
}

/// How many mentions before a balance its two terms are looked for.
const NEAR: usize = 4;

fn growth(article: &Article, inside: &[Mention], result: &Mention) -> Option<Check> {
    let (now, base) = pair(inside, result)?;
    let (a, b) = (now.amount, base.amount);
    if now.figure.kind == FigureKind::Percent || b.value <= 0 {
        return None;
    }
    let down = result.figure.change == Some(Change::Down);
    let quotient = Quotient { top: if down { b.value - a.value } else { a.value - b.value }, bottom: b.value };
    let holds = quotient.is(result.amount, &[a, b], 100)?;
    let scale = b.scale;
    let (high, low) = if down { (b, a) } else { (a, b) };
    let left = format!("({}−{})/{}", high.written(scale), low.written(scale), b.written(scale));
    let arithmetic = quotient.equation(&left, result.amount, holds, "%");
    let figures = vec![now.figure.id, base.figure.id, result.figure.id];
    (holds || adjoining(article, base, result)).then_some(Check { kind: CheckKind::Growth, figures, holds, arithmetic })
}

/// A part, its whole (in the sentence or before it), and the percentage.
fn share(article: &Article, earlier: &[Mention], result: &Mention) -> Option<Check> {
    let at = earlier.partition_point(|m| m.span.start < result.span.start);
    // 28.9亿元，同比增长12%，占营业收入的33%: the rate beside the part is passed over.
    let rate = |m: &Mention| matches!(m.figure.kind, FigureKind::Percent | FigureKind::Pp) && m.figure.change.is_some();
    let at = earlier.get(..at)?.iter().rposition(|m| !rate(m) || m.sentence != result.sentence)? + 1;
    let part = earlier.get(at.checked_sub(1)?)?;
    let said = article.words(Span::new(part.span.end, result.span.start));
    let of = ["占", "比重", "占比"].iter().any(|word| holds(said, word));
    if !of || part.sentence != result.sentence || is_delta(part.figure) {
        return None;
    }
    let wholes = earlier.get(..at - 1)?.iter().rev();
    let named = property(result.figure);
    let mut wholes = wholes.filter(|w| {
        let alike = !named.is_empty() && ending(property(w.figure), 2) == ending(named, 2);
        let total = w.figure.role == FigureRole::Total && w.sentence == result.sentence;
        same_unit(w.figure, part.figure)
            && w.amount.value > part.amount.value
            && !is_delta(w.figure)
            && w.figure.status != Status::History
            && (alike || total)
    });
    wholes.find_map(|whole| {
        let quotient = Quotient { top: part.amount.value, bottom: whole.amount.value };
        let holds = quotient.is(result.amount, &[part.amount, whole.amount], 100)?;
        let of_it = |of: &str| {
            let total = property(whole.figure);
            of.is_empty() || total.ends_with(of) || !total.is_empty() && of.ends_with(total)
        };
        let claimed = whole.sentence == result.sentence && whole.figure.role == FigureRole::Total;
        if !(holds || claimed && share_of(said).is_some_and(of_it)) {
            return None;
        }
        let scale = whole.amount.scale;
        let left = format!("{}/{}", part.amount.written(scale), whole.amount.written(scale));
        let figures = vec![part.figure.id, whole.figure.id, result.figure.id];
        let arithmetic = quotient.equation(&left, result.amount, holds, "%");
        Some(Check { kind: CheckKind::Share, figures, holds, arithmetic })
    })
}

/// What a share is said to be of: 总收入 in 占总收入的, nothing in 占比.
fn share_of(said: &str) -> Option<&str> {
    let (_, of) = said.rsplit_once('占')?;
    let of = of.trim_start_matches(['全', '其', '该', '比', '重', '了']);
    let of = of.trim_end_matches(['约', '近', '达', '为']).trim_end_matches('的');
    Some(of.strip_suffix("比重").unwrap_or(of))
}

/// 甲120辆，是乙40辆的3倍.
fn multiple(article: &Article, inside: &[Mention], result: &Mention) -> Option<Check> {
    let before: Vec<&Mention> = inside.iter().filter(|m| m.span.end <= result.span.start).collect();
    let (base, now) = (before.last()?, before.get(before.len().checked_sub(2)?)?);
    let between = article.words(Span::new(base.span.end, result.span.start));
    let linked = between.starts_with('的') && between.chars().count() <= 4;
    if !linked || !same_unit(now.figure, base.figure) || base.amount.value <= 0 || is_delta(result.figure) {
        return None;
    }
    let quotient = Quotient { top: now.amount.value, bottom: base.amount.value };
    let holds = quotient.is(result.amount, &[now.amount, base.amount], 1)?;
    let scale = base.amount.scale;
    let left = format!("{}/{}", now.amount.written(scale), base.amount.written(scale));
    let arithmetic = quotient.equation(&left, result.amount, holds, "");
    let figures = vec![now.figure.id, base.figure.id, result.figure.id];
    Some(Check { kind: CheckKind::Ratio, figures, holds, arithmetic })
}

fn is_average(article: &Article, result: &Mention) -> bool {
    let before = article.text.get(..result.span.start).unwrap_or_default();
    let named = [property(result.figure), ending(before, 6)];
    ["人均", "户均", "平均", "均价", "每人", "每户", "亩均", "日均"]
        .iter()
        .any(|word| named.iter().any(|n| holds(n, word)))
}

/// A total by a count, both before their average. Reported only where it holds: which two belong to it is a guess.
fn average(inside: &[Mention], result: &Mention) -> Option<Check> {
    let before = || inside.iter().rev().filter(|m| m.span.end <= result.span.start && !is_delta(m.figure));
    let money = result.figure.kind != FigureKind::Count;
    let totals = before().filter(|m| same_unit(m.figure, result.figure) && money);
    let pairs = totals.flat_map(|t| before().filter(|c| c.figure.kind == FigureKind::Count).map(move |c| (t, c)));
    let mut held = pairs.filter(|(_, count)| count.amount.value > 0).filter_map(|(total, count)| {
        let quotient = Quotient { top: total.amount.value, bottom: count.amount.value };
        let holds = quotient.is(result.amount, &[total.amount, count.amount], 1)?;
        let scale = total.amount.scale;
        let left = format!("{}/{}", total.amount.written(scale), count.amount.written(count.amount.scale));
        let arithmetic = format!("{left}={}", result.amount.written(result.amount.scale));
        let figures = vec![total.figure.id, count.figure.id, result.figure.id];
        let plain = scale == result.amount.scale && count.amount.scale == ONE;
        (holds && plain).then_some(Check { kind: CheckKind::Average, figures, holds, arithmetic })
    });
    held.next()
}

/// One, in millionths.
const ONE: i128 = 1_000_000;

/// `top / bottom`.
struct Quotient {
    top: i128,
    bottom: i128,
}

impl Quotient {
    /// Whether the quotient times `hundred` is what is stated, as far as the written digits tell; `None` on overflow.
    fn is(&self, stated: Amount, operands: &[Amount], hundred: i128) -> Option<bool> {
        let computed = self.scaled(hundred)?;
        let step = if stated.step > 0 { stated.step } else { ONE };
        // Each operand may be off by half its last digit, which moves the quotient by as large a share of itself.
        let rounded = operands.iter().filter(|a| a.value > 0).map(|a| computed.abs() * (a.step / 2) / a.value);
        let slack: i128 = rounded.filter(|r| *r < computed.abs() / 20).sum();
        Some((computed - stated.value.abs()).abs() <= step / 2 + slack)
    }

    fn scaled(&self, hundred: i128) -> Option<i128> {
        self.top.checked_mul(hundred)?.checked_mul(ONE)?.checked_div(self.bottom)
    }

    fn equation(&self, left: &str, stated: Amount, holds: bool, unit: &str) -> String {
        let hundred = if unit.is_empty() { 1 } else { 100 };
        let written = stated.written(stated.scale);
        if holds {
            return format!("{left}={written}{unit}");
        }
        // One decimal is enough to see that it is another number.
        let tenths = self.scaled(hundred).unwrap_or(0) / (ONE / 10);
        format!("{left}={}{unit}≠{written}{unit}", decimal(tenths, 10))
    }
}

/// The same total with two values, in two sentences that otherwise say the same figures.
pub(crate) fn conflicts(article: &Article, figures: &[Figure]) -> Vec<Check> {
    let totals: Vec<&Figure> = figures.iter().filter(|f| is_stated_once(f)).take(WINDOW * 4).collect();
    let mut checks = Vec::new();
    for (i, first) in totals.iter().enumerate() {
        let later = totals.iter().skip(i + 1).take(WINDOW).find(|later| contradicts(first, later, figures, article));
        let Some(later) = later else { continue };
        let (Some(a), Some(b)) = (Amount::of(first), Amount::of(later)) else { continue };
        // 42534亿元 is 42533.7亿元 rounded.
        if (a.value - b.value).abs() * 2 <= a.step.max(b.step) {
            continue;
        }
        let arithmetic = format!("{}≠{}", a.written(a.scale), b.written(a.scale));
        let figures = vec![first.id, later.id];
        checks.push(Check { kind: CheckKind::Conflict, figures, holds: false, arithmetic });
    }
    checks
}

fn is_stated_once(figure: &Figure) -> bool {
    figure.role == FigureRole::Total && figure.modifier.is_none() && figure.mentions.len() == 1
}

fn contradicts(first: &Figure, later: &Figure, figures: &[Figure], article: &Article) -> bool {
    let alike = same_unit(first, later)
        && first.value != later.value
        && !property(first).is_empty()
        && property(first) == property(later)
        && first.status == later.status
        && owner(first).is_none_or(|a| owner(later).is_none_or(|b| a == b));
    alike && first.sentence != later.sentence && figures.iter().any(|shared| is_shared(shared, [first, later], article))
}

/// Whether a third figure is said beside both, so that both sentences tell of the same.
fn is_shared(shared: &Figure, pair: [&Figure; 2], article: &Article) -> bool {
    shared.mentions.len() > 1
        && pair.iter().all(|figure| {
            let home = article.passages.iter().find(|p| p.sentence == figure.sentence).map(|p| p.span);
            home.is_some_and(|home| shared.mentions.iter().any(|m| home.contains(*m)))
        })
}
