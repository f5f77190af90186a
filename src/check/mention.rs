//! Figures at every place where the text says them.

use super::arithmetic::Amount;
use crate::article::Article;
use crate::figure::{Figure, FigureKind};
use crate::order;
use crate::span::Span;

/// One place of a figure that can be calculated with.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention<'f> {
    pub(crate) figure: &'f Figure,
    pub(crate) span: Span,
    /// Index into the sentences.
    pub(crate) sentence: usize,
    pub(crate) amount: Amount,
}

/// Every mention in the body that is one plain number, in the order of the text.
pub(crate) fn all<'f>(article: &Article, figures: &'f [Figure]) -> Vec<Mention<'f>> {
    let plain = figures.iter().filter(|f| f.modifier.is_none()).filter_map(|f| Some((f, Amount::of(f)?)));
    let mut mentions: Vec<Mention> = plain
        .flat_map(|(figure, amount)| {
            figure.mentions.iter().filter_map(move |&span| {
                let next = article.sentences.partition_point(|s| s.start <= span.start);
                let sentence = next.checked_sub(1)?;
                let inside = article.sentences.get(sentence)?.span().contains(span);
                inside.then_some(Mention { figure, span, sentence, amount })
            })
        })
        .collect();
    order::by_key(&mut mentions, |m| m.span.start);
    mentions
}

/// Whether two figures count in the same unit: 家 and 个 may mix, and so may 人, 名, 位 and 例.
pub(crate) fn same_unit(a: &Figure, b: &Figure) -> bool {
    a.kind == b.kind && (a.unit == b.unit || a.kind == FigureKind::Count && family(&a.unit) == family(&b.unit))
}

fn family(unit: &str) -> &str {
    match unit {
        "家" | "个" | "项" => "个",
        "人" | "名" | "位" | "例" => "人",
        _ => unit,
    }
}

/// Name of the owner, as the text gives it or as what it stands for.
pub(crate) fn owner(figure: &Figure) -> Option<&str> {
    figure.entity_name.as_deref().or_else(|| figure.entity.as_ref().map(|e| e.text.as_str()))
}

/// What is measured, or nothing.
pub(crate) fn property(figure: &Figure) -> &str {
    figure.property.as_ref().map_or("", |p| p.text.as_str())
}

/// The last `count` characters.
pub(crate) fn ending(words: &str, count: usize) -> &str {
    let start = words.char_indices().rev().take(count).last().map_or(words.len(), |(i, _)| i);
    words.get(start..).unwrap_or_default()
}

/// Whether the text between two figures divides their whole in another way: 分地区看, 按产品分.
pub(crate) fn divided(article: &Article, first: Span, second: Span) -> bool {
    let between = article.words(Span::new(first.end, second.start));
    if between.len() > FARTHEST {
        return false;
    }
    between.split(['，', '；', '。', '：', ',', '\n']).any(|clause| {
        let way = clause.trim().strip_prefix(['分', '按']);
        way.is_some_and(|way| way.chars().count() <= WAY && way.ends_with(['看', '分']))
    })
}

/// Longest text between two figures that is looked through, in bytes.
const FARTHEST: usize = 600;
/// Most characters behind 分 or 按: 企业性质来看.
const WAY: usize = 8;
