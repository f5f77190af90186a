//! Whether a figure is a change (增长5.2%, 减少了1.6万吨) or the level after one (减少到3.2万吨).

use super::found::Found;
use crate::among::among;
use crate::lexicon::tables::{BOUNDS, CHANGES, cues};
use crate::numeral::decimal::Decimal;
use crate::numeral::line::Line;
use crate::quantity::{Change, FigureKind};

/// The change that the words before `found` say; `floor` is the end of the figure before it.
pub(crate) fn of(line: &Line, found: &Found, floor: usize, last: Option<Change>) -> Option<Change> {
    if found.grows {
        return Some(Change::Up);
    }
    if matches!(found.kind, FigureKind::Score | FigureKind::Ratio | FigureKind::Age | FigureKind::Coordinate) {
        return None;
    }
    let clause = line.clause_start(found.start, ",。;:!?(“\n").max(floor);
    let (at, to) = without_hedges(line, found.start, clause);
    if at == floor && to {
        // 涨1.2%至每桶86.86美元
        return last.map(leveled);
    }
    if let Some((_, direction)) = verb_before(line, at, clause) {
        let named_size = matches!(line.before(at), '幅' | '率' | '速');
        // 自然增长率为-0.6‰ is no growth.
        let change = toward(direction, to && !named_size);
        return change.filter(|_| !named_size || found.low >= Decimal::ZERO);
    }
    if let Some(change) = compared(line, at, clause).filter(|_| !to) {
        return Some(change);
    }
    if floor == clause && line.any_before(at, &["报", "收于", "收报"]).is_some_and(|n| at - n == floor) {
        return last.map(leveled);
    }
    with_object(line, found, clause, at, to)
}

/// The change of a figure that a list goes on with: 提高120元和115元.
pub(crate) fn listed(line: &Line, last: &Found, found: &Found, change: Option<Change>) -> Option<Change> {
    let alike = last.kind == found.kind && last.unit == found.unit;
    let joint = line.words(last.end, found.start);
    // 跌500点或1.85%: the same change in another unit.
    change.filter(|_| alike && matches!(joint.trim(), "、" | "和" | "及" | "与" | "以及") || joint.trim() == "或")
}

/// The place before hedges, 了 and the like, and whether a preposition of arrival (到, 至, 为) was among them.
fn without_hedges(line: &Line, start: usize, clause: usize) -> (usize, bool) {
    let mut at = line.back_spaces(start);
    let mut to = false;
    for _ in 0..6 {
        if at <= clause {
            break;
        }
        if let Some(length) = line.any_before(at, HEDGES) {
            at -= length;
        } else if let Some(length) = line.any_before(at, ARRIVED) {
            at -= length;
            to = true;
        } else if let Some((length, name)) = BOUNDS.before.longest_before(|j| line.at(j), at) {
            if *name == "none" || length > at - clause || CHANGES.longest_before(|j| line.at(j), at).is_some() {
                break;
            }
            at -= length;
        } else {
            break;
        }
    }
    (at, to)
}

/// What may stand between a verb of change and its figure.
const HEDGES: &[&str] = &[
    "左右",
    "人民币",
    "分别",
    "均",
    "各",
    "共",
    "了",
    "约",
    "近",
    "逾",
    "超",
    "近乎",
    "超过",
    "不足",
    "大约",
    "高达",
    "达",
    "零下",
    "不到",
    "至少",
    "也",
    "将近",
    "为期",
    "最多",
    "有",
    "又",
];
/// The same where the figure is what was arrived at.
const ARRIVED: &[&str] = &["成为", "变为", "达到", "到了", "至", "到", "为", "成"];

/// The verb of change that ends at `at`.
fn verb_before(line: &Line, at: usize, clause: usize) -> Option<(usize, &'static str)> {
    let noun = || {
        // Nouns elsewhere, verbs right before a figure: 營收成長23%.
        let said = |sort, direction| Some((line.any_before(at, cues(sort))?, direction));
        said("risen", &"up").or_else(|| said("fallen", &"down"))
    };
    let (length, direction) = CHANGES.longest_before(|j| line.at(j), at).or_else(noun)?;
    let single = length == 1 && at >= 2 && among(NOT_VERB_BEFORE, line.at(at - 2)) && at - 2 >= clause;
    // 连升4个月 tells for how long.
    let streak = at > length && line.at(at - length - 1) == '连';
    (length <= at - clause && !single && !streak && *direction != "none").then_some((length, *direction))
}

/// 比上年同期高0.5个百分点, 较老款多了52公里: adjectives that say a difference only after what it is a difference to.
fn compared(line: &Line, at: usize, clause: usize) -> Option<Change> {
    let change = match line.before(at) {
        '高' | '多' | '长' | '重' | '大' => Change::Up,
        '低' | '少' | '短' | '轻' | '小' => Change::Down,
        _ => return None,
    };
    let before = line.words(clause.max(at.saturating_sub(FARTHEST)), at.saturating_sub(1));
    let than = before.rfind(['比', '较'])?;
    let apart = before.get(than..)?.chars().count() > 1 && !before.ends_with(['最', '更', '之', '很', '较', '比']);
    let share = before.get(..than)?.ends_with(['占', '同', '环', '对', '百']);
    (apart && !share).then_some(change)
}

/// Characters that make a one-character verb the end of another word: 高涨 is listed, 海涨 is not.
const NOT_VERB_BEFORE: &str = "投空公霜晋毫推打掀珍昂名宝";

/// A verb with its object between it and the figure: 新增风电装机2299万千瓦, 下调存款准备金率0.25个百分点.
fn with_object(line: &Line, found: &Found, clause: usize, at: usize, to: bool) -> Option<Change> {
    let rate = matches!(found.kind, FigureKind::Percent | FigureKind::Pp | FigureKind::Multiple);
    let floor = clause.max(at.saturating_sub(FARTHEST));
    let mut last = None;
    let mut j = floor;
    while j < at {
        match CHANGES.longest(|k| line.at(k), j) {
            Some((length, direction)) if j + length <= at => {
                last = Some((j, length, *direction));
                j += length;
            }
            _ => j += 1,
        }
    }
    let (start, length, direction) = last.filter(|&(_, length, _)| length > 1)?;
    let object = line.words(start + length, at);
    let verb = line.words(start, start + length);
    let broken = object.contains([
        '的', '在', '后', '并', '由', '从', '是', '占', '比', '、', '而', '且', '以', '中', '最', '将', '被', '让',
        '使', '（', '(', '和', '个', '率', '速',
    ]);
    let broken = broken && !(rate && object.ends_with('率') && !object.contains(['的', '后', '由', '从', '占', '中']));
    let adding = ADDING.contains(&verb.as_str());
    if broken || to || object.is_empty() || !(adding || rate && TRANSITIVE.contains(&verb.as_str())) {
        return None;
    }
    toward(direction, false)
}

/// How far before a figure its verb is looked for.
const FARTHEST: usize = 16;
/// Verbs whose object's amount is the change itself.
const ADDING: &[&str] = &[
    "新增",
    "净增",
    "新增加",
    "增加",
    "减少",
    "净减少",
    "增资",
    "追加",
    "增持",
    "减持",
    "压减",
    "削减",
    "多增",
    "少增",
    "增收",
    "减收",
];
/// Verbs whose object's rate changes by the figure.
const TRANSITIVE: &[&str] = &["下调", "上调", "提高", "降低", "提升", "调降", "调升", "扩大", "收窄", "缩小"];

fn toward(direction: &str, to: bool) -> Option<Change> {
    Some(match (direction, to) {
        ("up", false) => Change::Up,
        ("up", true) => Change::ToUp,
        ("down", false) => Change::Down,
        ("down", true) => Change::ToDown,
        _ => return None,
    })
}

fn leveled(change: Change) -> Change {
    match change {
        Change::Up | Change::ToUp => Change::ToUp,
        Change::Down | Change::ToDown => Change::ToDown,
    }
}
