//! What of the headline each sentence says: its words by what they tell, its figures by their values.

use super::Evidence;
use super::vector::Vector;
use crate::article::Article;
use crate::figure::Figure;
use crate::order;
use crate::span::Span;
use std::collections::BTreeMap;

/// Pieces of the headline that a sentence says, with their shares of what it says.
pub(crate) type Said = Vec<(usize, f64)>;

/// Bits that a figure tells, as much as a rare word.
const BITS: f64 = 16.0;

/// Most figures of a headline that are looked for.
const MOST: usize = 8;

/// Share by which a headline rounds: 6亿 for 6.03亿.
const ROUNDED: f64 = 0.03;

/// From here a number without its unit is told from others by its value: 破6亿.
const BARE: f64 = 1e4;

/// For each sentence, whose vectors are given, what it says of the headline.
pub(crate) fn said(article: &Article, evidence: &Evidence, vectors: &[Vector]) -> Vec<Said> {
    let Some((p, passage)) = article.passages.iter().enumerate().find(|(_, p)| p.sentence.is_none()) else {
        return vec![Said::new(); vectors.len()];
    };
    let words = (0..passage.tokens.len()).filter_map(|t| article.terms.at(p, t));
    let bits = words.filter_map(|i| Some((i, article.terms.list.get(i)?.information)));
    let mut pieces: BTreeMap<usize, f64> = order::map(bits);
    // 澜川新材(18.220,0.31,1.73%): what the page puts in brackets is not the headline's.
    let open = |start: usize| {
        let before = article.words(Span::new(passage.span.start, start));
        before.rfind(['（', '(']) <= before.rfind(['）', ')'])
    };
    let own = |f: &&Figure| f.mentions.iter().any(|m| passage.span.contains(*m) && open(m.start));
    let figures: Vec<&Figure> = evidence.figures.iter().filter(own).take(MOST).collect();
    let words = article.terms.list.len();
    let total = pieces.values().sum::<f64>().max(BITS);
    pieces.extend((0..figures.len()).map(|i| (words + i, BITS)));
    let share = |i: usize| pieces.get(&i).map(|bits| (i, bits / total));
    let mut said: Vec<Said> =
        vectors.iter().map(|v| v.0.iter().filter_map(|(term, _)| share(*term)).collect()).collect();
    for figure in evidence.figures {
        let Some(said) = figure.sentence.and_then(|s| said.get_mut(s)) else { continue };
        let same = (0..).zip(&figures).filter(|(_, f)| is_same(f, figure)).filter_map(|(i, _)| share(words + i));
        for piece in same {
            if !said.contains(&piece) {
                said.push(piece);
            }
        }
    }
    said
}

/// Whether the headline's figure is `told`, maybe rounded.
fn is_same(headline: &Figure, told: &Figure) -> bool {
    let (Some(a), Some(b)) = (headline.value, told.value) else { return headline.text == told.text };
    let unit = headline.unit == told.unit || headline.unit.is_empty() && a >= BARE;
    unit && (a - b).abs() <= ROUNDED * b.abs()
}
