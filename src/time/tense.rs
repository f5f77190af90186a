//! Whether the text looks back or ahead, by the words around a time.

use super::point::Moment;
use crate::among::holds;
use crate::lexicon::tables::{has_cue, last_cue};
use crate::numeral::line::Line;

/// What the words around a time say of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// Nothing: news looks back.
    Past,
    /// 已, 曾, 增长: it has been.
    Done,
    Future,
    /// 将于, 定于 right before it.
    Certain,
}

impl Tense {
    /// What the words around say: 将于 before, 起施行 or 已 behind.
    pub(crate) fn of(line: &Line, moment: &Moment) -> Self {
        let before =
            line.words(line.clause_start(moment.start, "。;!?").max(moment.start.saturating_sub(24)), moment.start);
        let near = line.words(moment.start.saturating_sub(4), moment.start);
        let after = line.words(moment.end, line.clause_end(moment.end, "。;,").min(moment.end + 12));
        let ends_with = |sort| last_cue(sort, &near).is_some();
        let ahead = has_cue("future", &before)
            || ["将", "起施行", "起实施", "起执行", "前完成", "预计", "拟", "有望", "交货", "交割"]
                .iter()
                .any(|cue| holds(&after, cue));
        if ends_with("certain") {
            Self::Certain
        } else if ahead {
            Self::Future
        } else if ends_with("already") || has_cue("done", &after) {
            Self::Done
        } else {
            Self::Past
        }
    }

    /// Whether nothing says that it is to come.
    pub(crate) fn looks_back(self) -> bool {
        matches!(self, Self::Past | Self::Done)
    }
}
