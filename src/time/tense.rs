//! Whether the text looks back or ahead, by the words around a time.

use super::point::Moment;
use crate::lexicon::tables::has_cue;
use crate::numeral::line::Line;

/// What the words around a time say of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    Past,
    Future,
    /// 将于, 定于 right before it.
    Certain,
}

impl Tense {
    /// What the words around say: 将于 before, 起施行 behind.
    pub(crate) fn of(line: &Line, moment: &Moment) -> Self {
        let before =
            line.words(line.clause_start(moment.start, "。;!?").max(moment.start.saturating_sub(24)), moment.start);
        let near = line.words(moment.start.saturating_sub(4), moment.start);
        let after = line.words(moment.end, line.clause_end(moment.end, "。;,").min(moment.end + 12));
        let certain =
            ["将于", "定于", "拟于", "计划于", "将在", "预计于", "预计将于"].iter().any(|cue| near.ends_with(cue));
        let certain =
            certain || ["定档", "推迟至", "延长至", "延续至", "延期至", "顺延至"].iter().any(|cue| near.ends_with(cue));
        let ahead = has_cue("future", &before)
            || ["将", "起施行", "起实施", "起执行", "前完成", "预计", "拟", "有望", "交货", "交割"]
                .iter()
                .any(|cue| after.contains(cue));
        if certain {
            Self::Certain
        } else if ahead {
            Self::Future
        } else {
            Self::Past
        }
    }
}
