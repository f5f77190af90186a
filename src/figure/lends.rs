//! How far from a figure its owner may be looked for, by what it measures.

use super::property::Measured;
use super::view::{MEASURED, View, is_passed};
use crate::among::holds;
use crate::lexicon::tables::has_cue;
use crate::quantity::Quantity;
use crate::span::Span;
use crate::token::Token;

/// How far the owner of a property may stand from it where no subject stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lends {
    /// Not beyond its sentence: 峰值亮度 may be anyone's.
    Nothing,
    /// In its paragraph: what is done needs one who does it.
    Paragraph,
    /// In the article: 营收, 增加值 belong to bodies and places.
    Article,
}

impl Lends {
    fn of(view: &View, property: Option<Span>) -> Self {
        let Some(property) = property else { return Self::Nothing };
        let words = property.of(view.text);
        if ["metric", "money", "balance", "lent"].iter().any(|sort| has_cue(sort, words)) {
            return Self::Article;
        }
        let clause = view.clause_before(property.start).start;
        let begins = |t: &&Token| !matches!(t.tag.as_ref(), "t" | "d" | "m") && !is_passed(view.word(t));
        let verb = view.ahead(clause).take(MOST_ADVERBS).find(begins).is_some_and(|t| t.tag == "v");
        if verb || words.ends_with(MEASURED) { Self::Paragraph } else { Self::Nothing }
    }
}

/// For each figure of a passage, in their order.
pub(crate) fn of_passage(view: &View, measured: &[Measured]) -> Vec<Lends> {
    // The figure before, and what the first of its segment lends.
    let mut last: Option<(&Quantity, Lends, Lends)> = None;
    let each = measured.iter().map(|&(quantity, property)| {
        let at = quantity.span.start;
        let before = last.filter(|(before, ..)| !view.between(before.span.end, at).contains(['；', ';']));
        // 食品价格下降0.6%，衣着上涨1.2%: one list.
        let listed =
            before.filter(|(before, ..)| before.unit == quantity.unit).map_or(Lends::Nothing, |(_, own, _)| own);
        let own = Lends::of(view, property).max(listed);
        // 水稻倒伏4.3万亩，预计损失2.8亿元: a sentence that begins with another subject keeps it.
        let first = before.map_or(own, |(.., first)| first);
        // 累计交付23.8万辆，完成目标的79.3%: who does it is the same.
        let own = if own == Lends::Paragraph { own.max(first) } else { own };
        last = Some((quantity, own, first));
        let part = if is_part(view, at) { Lends::Paragraph } else { Lends::Nothing };
        if first == Lends::Nothing { part } else { own.max(part) }
    });
    each.collect()
}

/// Whether the figure at `at` is a part of what was spoken of before.
fn is_part(view: &View, at: usize) -> bool {
    let sentence = view.between(view.floor(at), at);
    sentence.rsplit(['。', '；', ';', '\n']).next().is_some_and(|words| holds(words, "其中"))
}

/// How many words may stand before the verb of a clause without a subject.
const MOST_ADVERBS: usize = 6;
