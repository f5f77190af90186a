//! What a reader says of blocks, set over what the page looks like.
//!
//! `江城大桥通车` taken for related news and marked as the headline becomes the title of the article.

use super::{BlockKind, Document};
use crate::options::{Mark, MarkKind};
use crate::span::Excerpt;

/// Sets the marks in their order, so that the last one on a block holds; a mark on no block says nothing.
pub(super) fn apply(text: &str, marks: &[Mark], document: &mut Document) {
    for mark in marks {
        let Some(block) = document.blocks.get_mut(mark.block) else { continue };
        let was_body = block.body;
        block.body = mark.kind == MarkKind::Body;
        block.kind = match mark.kind {
            MarkKind::Headline => BlockKind::Headline,
            MarkKind::Body if was_body => block.kind,
            MarkKind::Body => BlockKind::Paragraph,
            MarkKind::Clutter => BlockKind::Noise,
        };
        let span = block.span().trimmed(text);
        let titled = document.headline.as_ref().is_some_and(|h| span.start <= h.start && h.end <= span.end);
        match mark.kind {
            MarkKind::Headline => document.headline = Some(Excerpt::of(span, text)),
            MarkKind::Body | MarkKind::Clutter if titled => document.headline = None,
            MarkKind::Body | MarkKind::Clutter => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read_with_hints;
    use super::*;

    const PAGE: &str = "江城大桥通车\n江城大桥8月30日通车，全长两公里，双向六车道，由江城市交通局建设。\n市民称赞通行时间缩短一半，两岸往来更加方便。\n相关新闻\n江城港扩建\n";

    fn marked(marks: &[Mark]) -> Document {
        read_with_hints(PAGE, &[], marks).0
    }

    #[test]
    fn a_mark_is_believed() {
        let plain = marked(&[]);
        let last = plain.blocks.len() - 1;
        let body = marked(&[Mark { block: last, kind: MarkKind::Body }]);
        assert_eq!((body.blocks[last].kind, body.blocks[last].body), (BlockKind::Paragraph, true));
        assert!(body.length.characters > plain.length.characters, "the body should be longer");
        let clutter = marked(&[Mark { block: 1, kind: MarkKind::Clutter }]);
        assert!(!clutter.blocks[1].body);
        let title = marked(&[Mark { block: last, kind: MarkKind::Headline }]);
        assert_eq!(title.headline.map(|h| h.text).as_deref(), Some("江城港扩建"));
        assert_eq!(marked(&[Mark { block: 99, kind: MarkKind::Body }]), plain, "a mark on no block should say nothing");
    }
}
