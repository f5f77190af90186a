//! Documents that a body issues: their title is set over several lines, their end is signed and dated.
//!
//! `江城市交通局 / 关于印发大桥通行办法的通知` is one title; `江城市交通局 / 2024年3月5日` below a full stop is a signature, though
//! articles begin after such lines elsewhere.

use super::line::{Ending, Line};
use crate::among::parted;
use crate::lexicon::tables::structure;
use std::ops::Range;

/// Longest line of such a title, in letters.
const LONGEST: usize = 40;

/// Most lines of such a title, its issuer left out.
const MOST: usize = 3;

/// Whether `words` end as the title of a document does.
pub(super) fn ends_title(words: &str) -> bool {
    structure("document").iter().any(|kind| words.ends_with(kind))
}

/// Whether `words` are the name of a body that issues documents.
fn is_issuer(words: &str) -> bool {
    structure("issuer").iter().any(|end| words.ends_with(end))
}

/// The lines over which the title goes that stands in line `i`; `open` says of a line that it could be one of them.
pub(super) fn title(text: &str, lines: &[Line], i: usize, open: impl Fn(usize) -> bool) -> Range<usize> {
    let part = |j: usize| {
        let line = lines.get(j).filter(|line| line.ending == Ending::Open && line.letters <= LONGEST)?;
        open(j).then(|| line.of(text))
    };
    let begins = |words: &str| parted(words, "关于").is_some_and(|(body, _)| body.is_empty() || is_issuer(body));
    let above = (i.saturating_sub(MOST - 1)..=i).rev();
    let mut own = above.take_while(|&j| part(j).is_some_and(|words| j == i || !ends_title(words)));
    let Some(start) = own.find(|&j| part(j).is_some_and(begins)) else { return below_issuer(i, part) };
    let mut below = (start..start + MOST).take_while(|&j| part(j).is_some());
    let Some(last) = below.find(|&j| part(j).is_some_and(ends_title)).filter(|&last| last >= i) else {
        return i..i + 1;
    };
    let named = start > 0 && part(start).is_some_and(|words| words.starts_with("关于"));
    let issuer = named && part(start - 1).is_some_and(is_issuer);
    start - usize::from(issuer)..last + 1
}

/// `江城科技股份有限公司 / 2024年第一季度业绩快报公告`: the title in line `i` with its issuer above it, or the issuer in line `i`
/// with the title below; `part` gives the words of a line that could be one of them.
fn below_issuer<'t>(i: usize, part: impl Fn(usize) -> Option<&'t str>) -> Range<usize> {
    let titled = |j: usize| {
        let issued = j.checked_sub(1).and_then(&part).is_some_and(is_issuer);
        issued && part(j).is_some_and(|words| ends_title(words) && !is_issuer(words))
    };
    let title = [i, i + 1].into_iter().find(|&j| titled(j));
    title.map_or(i..i + 1, |title| title - 1..title + 1)
}

/// The lines that sign the document above the date in line `i`.
pub(super) fn signature(text: &str, lines: &[Line], i: usize) -> Range<usize> {
    let signs = |j: &usize| {
        lines
            .get(*j)
            .is_some_and(|line| line.ending == Ending::Open && line.letters <= LONGEST && is_issuer(line.of(text)))
    };
    let count = (i.saturating_sub(2)..i).rev().take_while(signs).count();
    let above = (i - count).checked_sub(1).and_then(|above| lines.get(above));
    let stopped = above.is_some_and(|line| line.ending == Ending::Stop || line.is_row());
    if stopped { i - count..i } else { i..i }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<Line> {
        Line::all(text, &[])
    }

    #[test]
    fn titles_of_documents_go_over_lines() {
        for (text, at, expected) in [
            ("江城市交通局\n关于印发大桥通行办法的通知\n各单位：", 1, 0..2),
            ("江城市人大常务委员会\n关于批准江城大桥二期工程\n建设资金方案的决议\n（2024年3月5日通过）", 1, 0..3),
            ("江城市人大常务委员会\n关于批准江城大桥二期工程\n建设资金方案的决议\n（2024年3月5日通过）", 2, 0..3),
            ("要闻\n关于大桥的几个问题\n江城大桥昨天通车。", 1, 1..2),
            ("江城市交通局\n江城大桥通车\n江城大桥昨天通车。", 1, 1..2),
            ("江城科技股份有限公司\n第一季度业绩公告\n本公司董事会保证公告真实。", 1, 0..2),
            ("江城科技股份有限公司\n第一季度业绩公告\n本公司董事会保证公告真实。", 0, 0..2),
        ] {
            assert_eq!(title(text, &lines(text), at, |_| true), expected, "{text}");
        }
    }

    #[test]
    fn signatures_stand_below_a_stop() {
        for (text, at, expected) in [
            ("请认真执行。\n江城市交通局\n2024年3月5日", 2, 1..2),
            ("特此公告。\n江城科技股份有限公司\n董事会\n2024年3月5日", 3, 1..3),
            ("江城大桥通车\n江城市交通局\n2024年3月5日\n大桥昨天通车。", 2, 2..2),
        ] {
            assert_eq!(signature(text, &lines(text), at), expected, "{text}");
        }
    }
}
