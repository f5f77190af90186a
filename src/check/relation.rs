//! Differences, growth, shares, averages and multiples between the figures of one sentence, and contradictions.

use super::amount::{Amount, equal, written};
use super::{Check, CheckKind};
use crate::article::Article;
use crate::figure::{Change, Figure, FigureKind, FigureRole, Status};

/// Figures of one sentence that are looked at together.
const MOST: usize = 12;

/// Every relation but sums.
pub(crate) fn relations(article: &Article, figures: &[Figure]) -> Vec<Check> {
    let mut checks = Vec::new();
    for sentence in sentences(figures) {
        for (i, figure) in sentence.iter().enumerate() {
            let others = sentence.get(..i).unwrap_or_default();
            checks.extend(difference(article, others, figure));
            checks.extend(growth(others, figure));
            checks.extend(share(others, figure));
            checks.extend(multiple(others, figure));
            checks.extend(average(others, figure));
        }
        checks.extend(whole(&sentence));
    }
    checks.extend(conflicts(figures));
    checks
}

fn sentences(figures: &[Figure]) -> Vec<Vec<&Figure>> {
    let mut groups: Vec<Vec<&Figure>> = Vec::new();
    for figure in figures.iter().filter(|f| f.value.is_some() && f.sentence.is_some()) {
        match groups.last_mut().filter(|g| g.last().is_some_and(|f| f.sentence == figure.sentence)) {
            Some(group) if group.len() < MOST => group.push(figure),
            Some(_) => {}
            None => groups.push(vec![figure]),
        }
    }
    groups
}

/// 由68.3%降至65.9%，下降2.4个百分点: base, level, and the change between them.
fn difference(article: &Article, before: &[&Figure], change: &Figure) -> Option<Check> {
    if !matches!(change.change, Some(Change::Up | Change::Down)) {
        return None;
    }
    let level = before.last().filter(|f| matches!(f.change, Some(Change::ToUp | Change::ToDown)))?;
    let base = before.iter().rev().nth(1).filter(|f| f.status == Status::History)?;
    let points = change.kind == FigureKind::Pp && change.unit == "pp" && level.kind == FigureKind::Percent;
    let alike = base.unit == level.unit
        && (points || change.unit == level.unit && change.kind == level.kind && change.kind != FigureKind::Percent);
    let (a, b, d) = (Amount::of(base)?, Amount::of(level)?, Amount::of(change)?);
    let apart = article.text.get(level.end..change.start).is_none_or(|s| s.chars().count() > 8);
    if !alike || apart {
        return None;
    }
    let found = (b.value - a.value).abs();
    let holds = equal(found, d.value, a.slack + b.slack + d.slack);
    let (high, low) = if a.value > b.value { (a.value, b.value) } else { (b.value, a.value) };
    let left = format!("{}-{}={}", written(high / b.scale), written(low / b.scale), written(found / b.scale));
    let said = written(d.value / b.scale);
    let arithmetic = if holds { left } else { format!("{left}≠{said}") };
    Some(Check { kind: CheckKind::Difference, figures: vec![base.id, level.id, change.id], holds, arithmetic })
}

/// Base and level of one unit, and the percentage between them.
fn growth(before: &[&Figure], rate: &Figure) -> Option<Check> {
    let changed = matches!(rate.change, Some(Change::Up | Change::Down)) && rate.kind == FigureKind::Percent;
    let level =
        before.iter().rev().find(|f| matches!(f.change, Some(Change::ToUp | Change::ToDown))).filter(|_| changed)?;
    let base = before.iter().rev().find(|f| {
        f.status == Status::History && f.unit == level.unit && f.kind == level.kind && f.kind != FigureKind::Percent
    })?;
    let (a, b, r) = (Amount::of(base)?, Amount::of(level)?, Amount::of(rate)?);
    let found = (b.value - a.value).abs() / a.value * 100.0;
    let slack = r.slack + (a.slack + b.slack) / a.value * 100.0;
    let arithmetic = format!(
        "({}-{})/{}≈{}%",
        written(b.value / b.scale),
        written(a.value / b.scale),
        written(a.value / b.scale),
        written(r.value)
    );
    held(CheckKind::Growth, &[base, level, rate], equal(found, r.value, slack), arithmetic)
}

/// 总金额24亿元，首期占30%，即7.2亿元: whole, share and part.
fn share(before: &[&Figure], part: &Figure) -> Option<Check> {
    let percent = before.last().filter(|f| f.kind == FigureKind::Percent && f.change.is_none())?;
    let whole = before.iter().rev().find(|f| f.unit == part.unit && f.kind == part.kind && f.value > part.value)?;
    if matches!(part.kind, FigureKind::Percent | FigureKind::Duration | FigureKind::Age | FigureKind::Ordinal)
        || percent.role != FigureRole::Share
    {
        return None;
    }
    let (w, p, x) = (Amount::of(whole)?, Amount::of(percent)?, Amount::of(part)?);
    let found = x.value / w.value * 100.0;
    let slack = p.slack + (x.slack + found / 100.0 * w.slack) / w.value * 100.0;
    let arithmetic = format!("{}/{}={}%", written(x.value / x.scale), written(w.value / x.scale), written(p.value));
    held(CheckKind::Share, &[part, whole, percent], equal(found, p.value, slack), arithmetic)
}

/// 是1.5万人的2倍.
fn multiple(before: &[&Figure], times: &Figure) -> Option<Check> {
    if times.kind != FigureKind::Multiple || times.change.is_some() {
        return None;
    }
    let base = before.iter().rev().find(|f| f.status == Status::History)?;
    let level =
        before.iter().find(|f| f.unit == base.unit && f.kind == base.kind && f.id != base.id && f.change.is_none())?;
    let (a, b, t) = (Amount::of(base)?, Amount::of(level)?, Amount::of(times)?);
    let found = b.value / a.value;
    let slack = t.slack + (b.slack + found * a.slack) / a.value;
    let arithmetic = format!("{}/{}≈{}", written(b.value / b.scale), written(a.value / b.scale), written(t.value));
    held(CheckKind::Ratio, &[base, level, times], equal(found, t.value, slack), arithmetic)
}

/// 8.26亿人次, 7534.3亿元, 人均912元.
fn average(before: &[&Figure], mean: &Figure) -> Option<Check> {
    let named = mean
        .property
        .as_ref()
        .is_some_and(|p| ["人均", "户均", "平均", "均价", "单价"].iter().any(|word| p.text.contains(word)));
    if !named || mean.kind != FigureKind::Money || mean.change.is_some() {
        return None;
    }
    let total =
        before.iter().rev().find(|f| f.kind == FigureKind::Money && f.change.is_none() && f.value > mean.value)?;
    let count = before
        .iter()
        .rev()
        .find(|f| matches!(f.kind, FigureKind::Count | FigureKind::Area | FigureKind::Mass) && f.change.is_none())?;
    let (t, c, m) = (Amount::of(total)?, Amount::of(count)?, Amount::of(mean)?);
    let found = t.value / c.value;
    let slack = m.slack + (t.slack + found * c.slack) / c.value;
    let arithmetic = format!("{}/{}≈{}", written(t.value / t.scale), written(c.value / t.scale), written(m.value));
    held(CheckKind::Average, &[total, count, mean], equal(found, m.value, slack), arithmetic)
}

/// Shares of one whole that make up 100 %.
fn whole(sentence: &[&Figure]) -> Option<Check> {
    let shares: Vec<&Figure> =
        sentence.iter().copied().filter(|f| f.kind == FigureKind::Percent && f.role == FigureRole::Share).collect();
    let amounts: Vec<Amount> = shares.iter().filter_map(|f| Amount::of(f)).collect();
    let sum: f64 = amounts.iter().map(|a| a.value).sum();
    let slack: f64 = amounts.iter().map(|a| a.slack).sum();
    if shares.len() < 3 || !equal(sum, 100.0, slack) {
        return None;
    }
    let left = amounts.iter().map(|a| format!("{}%", written(a.value))).collect::<Vec<_>>().join("+");
    let exact = if equal(sum, 100.0, 0.0) { "=" } else { "≈" };
    Some(Check {
        kind: CheckKind::Share,
        figures: shares.iter().map(|f| f.id).collect(),
        holds: true,
        arithmetic: format!("{left}{exact}100%"),
    })
}

/// The same total said with another power of ten: 170亿元 and 17亿元.
fn conflicts(figures: &[Figure]) -> Vec<Check> {
    let totals: Vec<&Figure> = figures
        .iter()
        .filter(|f| f.role == FigureRole::Total && f.value.is_some() && f.modifier.is_none())
        .take(MOST * 4)
        .collect();
    let mut checks = Vec::new();
    for (i, a) in totals.iter().enumerate() {
        for b in totals.iter().skip(i + 1) {
            let same = a.unit == b.unit
                && a.sentence != b.sentence
                && a.status == b.status
                && a.entity_name == b.entity_name
                && said(a) == said(b);
            let property = a.property.as_ref().zip(b.property.as_ref()).is_some_and(|(x, y)| x.text == y.text);
            let (x, y) = (a.value.unwrap_or_default(), b.value.unwrap_or_default());
            let slipped = [10.0, 100.0, 1000.0, 10_000.0].iter().any(|f| equal(x * f, y, 0.0) || equal(y * f, x, 0.0));
            if same && property && slipped {
                checks.push(Check {
                    kind: CheckKind::Conflict,
                    figures: vec![a.id, b.id],
                    holds: false,
                    arithmetic: format!("{}≠{}", a.text, b.text),
                });
            }
        }
    }
    checks
}

fn said(figure: &Figure) -> Option<&str> {
    figure.entity.as_ref().map(|e| e.text.as_str())
}

/// A relation that the text does not claim in words is told only where it holds.
fn held(kind: CheckKind, figures: &[&Figure], holds: bool, arithmetic: String) -> Option<Check> {
    holds.then(|| Check { kind, figures: figures.iter().map(|f| f.id).collect(), holds, arithmetic })
}
