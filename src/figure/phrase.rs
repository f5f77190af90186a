//! Noun phrases beside a figure: the clause left of it, and what is counted right of it.

use crate::article::Passage;
use crate::lexicon::tables::{BOUNDS, CHANGES, has_cue};
use crate::span::Span;
use crate::token::Token;

/// A passage with the numbers in it, as property and owner are looked for.
pub(crate) struct View<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    /// Figures and times of the passage, in order: no phrase reaches over them.
    pub(crate) numbers: Vec<Span>,
    pub(crate) span: Span,
}

/// What stands left of a figure in its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Left {
    /// The nearest noun phrase.
    pub(crate) noun: Option<Span>,
    /// Verbs that say what is counted where there is no noun: 死亡2例.
    pub(crate) verb: Option<Span>,
}

impl<'a> View<'a> {
    pub(crate) fn new(text: &'a str, passage: &'a Passage, numbers: Vec<Span>) -> Self {
        Self { text, tokens: &passage.tokens, numbers, span: passage.span }
    }

    pub(crate) fn word(&self, token: &Token) -> &'a str {
        token.span().of(self.text)
    }

    /// Text of the clause from its beginning to `at`.
    pub(crate) fn clause_before(&self, at: usize) -> Span {
        let before = self.text.get(self.span.start..at).unwrap_or_default();
        let start = before
            .rfind(CLAUSE_MARKS)
            .map_or(0, |i| i + before.get(i..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8));
        Span::new(self.span.start + start, at)
    }

    /// Text of the clause from `at` to its end.
    pub(crate) fn clause_after(&self, at: usize) -> Span {
        let after = self.text.get(at..self.span.end).unwrap_or_default();
        Span::new(at, at + after.find(CLAUSE_MARKS).unwrap_or(after.len()))
    }

    /// Tokens that end at or before `at` and begin at or after `floor`, nearest first.
    fn back(&self, floor: usize, at: usize) -> impl Iterator<Item = &'a Token> {
        let end = self.tokens.partition_point(|t| t.end <= at);
        let tokens: &'a [Token] = self.tokens;
        tokens.iter().take(end).rev().take_while(move |t| t.start >= floor)
    }

    /// Tokens that begin at or after `at`, nearest first.
    fn ahead(&self, at: usize) -> impl Iterator<Item = &'a Token> {
        let start = self.tokens.partition_point(|t| t.start < at);
        let tokens: &'a [Token] = self.tokens;
        tokens.iter().skip(start)
    }

    /// Where the nearest number before `at` ends.
    fn number_before(&self, at: usize) -> usize {
        self.numbers.iter().filter(|n| n.end <= at).map(|n| n.end).max().unwrap_or(self.span.start)
    }

    fn is_number(&self, token: &Token) -> bool {
        self.numbers.iter().any(|n| n.overlaps(token.span()))
    }
}

/// Punctuation that ends a clause.
pub(crate) const CLAUSE_MARKS: [char; 14] =
    ['，', '；', '。', '：', '！', '？', ',', ';', ':', '!', '?', '\n', '“', '、'];

/// The phrase that says what the figure at `at` measures, left of it.
pub(crate) fn left(view: &View, at: usize) -> Left {
    let clause = view.clause_before(at);
    let mut at = at;
    let words = clause.of(view.text);
    if let Some(before) = before_comparison(words) {
        at = clause.start + before;
    }
    let floor = clause.start.max(view.number_before(at).min(at));
    let adjoining = view.numbers.iter().any(|n| n.end == floor && n.start >= clause.start)
        && view.text.get(floor..).is_some_and(|s| s.starts_with('期'));
    let found = collect(view, floor, at);
    if adjoining && found.noun.is_some_and(|n| n.start <= floor + '期'.len_utf8()) {
        let start = view.numbers.iter().find(|n| n.end == floor).map_or(floor, |n| n.start);
        return Left { noun: found.noun.map(|n| Span::new(start, n.end)), verb: None };
    }
    found
}

/// Where the subject ends in 甲比上年增长, 甲较6月末上升, 甲是乙的3倍: before the comparison.
fn before_comparison(words: &str) -> Option<usize> {
    let equal = ["是", "为", "达", "相当于"]
        .iter()
        .filter_map(|verb| {
            words.rfind(verb).filter(|i| words.get(*i..).is_some_and(|s| s.contains('的') && s.ends_with('的')))
        })
        .max();
    let than = ["较", "比", "由", "从", "与", "高于", "低于"].iter().filter_map(|word| {
        let i = words.rfind(word)?;
        let rest = words.get(i..)?;
        let noun = words.get(..i)?.chars().next_back().is_some_and(|c| "对占百同环可反之正率".contains(c))
            || rest.chars().nth(1).is_some_and(|c| "例重率值较价划强".contains(c));
        let compared = match *word {
            "与" => rest.contains('比'),
            "由" | "从" => true,
            _ => true,
        };
        (!noun && compared).then_some(i)
    });
    than.chain(equal).min()
}

/// Walks left from `at`: passes over verbs and hedges to the nearest noun, then takes the phrase it ends.
fn collect(view: &View, floor: usize, at: usize) -> Left {
    let mut noun: Option<Span> = None;
    let mut verb: Option<Span> = None;
    let mut depth = 0;
    let mut pending: Option<&Token> = None;
    for token in view.back(floor, at) {
        let word = view.word(token);
        depth += closing(word);
        if depth > 0 || closing(word) < 0 {
            continue;
        }
        if view.is_number(token) {
            if noun.is_some() {
                break;
            }
            continue;
        }
        match noun {
            None if is_nominal(token, word) && !is_passed_over(token, word) => noun = Some(token.span()),
            None if is_content_verb(token, word) => {
                verb =
                    Some(verb.map_or(token.span(), |v| {
                        if v.start == token.end { Span::new(token.start, v.end) } else { v }
                    }));
            }
            None => {}
            Some(span) => {
                let joined = pending.map_or(span.start, |p| p.start);
                if token.end != joined {
                    break;
                }
                if is_nominal(token, word) && !is_passed_over(token, word) || is_prefix(word) {
                    noun = Some(Span::new(token.start, span.end));
                    pending = None;
                } else if token.tag.starts_with('v')
                    && pending.is_none()
                    && !is_passed_over(token, word)
                    && !STOP_VERBS.contains(&word)
                    && word.chars().count() == 2
                {
                    noun = Some(Span::new(token.start, span.end));
                } else {
                    break;
                }
            }
        }
    }
    Left { noun: noun.filter(|n| n.len() > 3 || is_unit_noun(n.of(view.text))), verb }
}

/// One character that still names what is measured.
fn is_unit_noun(word: &str) -> bool {
    matches!(word, "人" | "车" | "水" | "电" | "房" | "股" | "店" | "粮")
}

/// The phrase right of a figure: what a measure word counts, or what follows 的.
pub(crate) fn right(view: &View, at: usize) -> Option<Span> {
    let mut span: Option<Span> = None;
    let mut expected = at;
    for token in view.ahead(at).take(12) {
        let word = view.word(token);
        if token.start > expected + 1 || view.is_number(token) {
            break;
        }
        expected = token.end;
        let first = span.is_none();
        if word == "的" || (first && matches!(word, "期" | "以上" | "左右" | "以下" | "以内" | "多" | "余" | "级"))
        {
            span = None;
            continue;
        }
        let verb = token.tag.starts_with('v')
            && !STOP_VERBS.contains(&word)
            && !is_passed_over(token, word)
            && verb_in_phrase(view, token);
        let named = is_nominal(token, word) && !is_passed_over(token, word) && !(first && token.tag == "nr");
        if named
            || verb
            || token.tag == "m"
                && first
                && !is_passed_over(token, word)
                && word.chars().count() > 1
                && !word.chars().any(|c| c.is_ascii_digit())
        {
            span = Some(span.map_or(token.span(), |s: Span| Span::new(s.start, token.end)));
        } else {
            break;
        }
    }
    span
}

/// Whether a noun or 的 follows the verb closely, so that it is part of a noun phrase.
fn verb_in_phrase(view: &View, verb: &Token) -> bool {
    view.ahead(verb.end)
        .take(5)
        .take_while(|t| !CLAUSE_MARKS.iter().any(|m| view.word(t).starts_with(*m)) && !view.is_number(t))
        .any(|t| {
            view.word(t) == "的"
                || t.tag.starts_with('n') && view.ahead(verb.end).next().is_some_and(|n| n.start == t.start)
        })
}

/// A verb right of a figure that says what happened to those counted: 1人失联, 3.5例感染.
pub(crate) fn fate(view: &View, at: usize) -> Option<Span> {
    let token = view.ahead(at).next().filter(|t| t.start <= at + 1)?;
    has_cue("casualty", view.word(token)).then(|| token.span())
}

/// +1 for a closing bracket and -1 for an opening one, walking left.
fn closing(word: &str) -> i32 {
    match word {
        "）" | ")" | "》" => 1,
        "（" | "(" | "《" => -1,
        _ => 0,
    }
}

fn is_nominal(token: &Token, word: &str) -> bool {
    let tag = token.tag.as_ref();
    let known = tag.starts_with('n')
        || matches!(
            tag,
            "vn" | "an" | "j" | "l" | "eng" | "b" | "a" | "ad" | "z" | "i" | "k" | "g" | "s" | "vd" | "ag" | "h"
        );
    known && word.chars().all(char::is_alphanumeric)
        || tag == "x" && word.chars().all(char::is_alphanumeric) && !word.is_empty()
}

/// Whether a word is no part of what is measured: verbs of reaching and changing, hedges, bases of comparison.
fn is_passed_over(token: &Token, word: &str) -> bool {
    let whole = |table: Option<(usize, &&'static str)>| table.is_some_and(|(length, _)| length == word.chars().count());
    let chars: Vec<char> = word.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let sized = word.ends_with(['幅', '速', '率', '资']) && chars.len() > 1;
    whole(CHANGES.longest(at, 0)) && !sized
        || whole(BOUNDS.before.longest(at, 0))
        || PASSED.contains(&word)
        || token.tag == "t"
}

/// Words between the subject and the figure.
const PASSED: &[&str] = &[
    "同比",
    "环比",
    "同期",
    "累计",
    "合计",
    "总计",
    "共计",
    "分别",
    "平均",
    "约",
    "达",
    "达到",
    "高达",
    "为",
    "是",
    "有",
    "占",
    "至",
    "到",
    "报",
    "报收",
    "收于",
    "其中",
    "较",
    "比",
    "上年",
    "上月",
    "上期",
    "首次",
    "再创",
    "历史",
    "新高",
    "折合",
    "相当于",
    "成交",
    "位列",
    "位居",
    "排名第",
    "另",
    "另有",
    "仅",
    "共",
    "其",
    "大关",
    "最终",
    "截至",
    "目前",
    "左右",
    "以上",
    "余",
    "多",
    "第",
    "列",
    "约合",
    "以",
    "被",
    "由",
    "从",
    "于",
    "在",
    "每",
    "每股",
    "每吨",
    "每年",
    "每月",
    "每天",
    "不",
    "全年",
    "介于",
    "维持",
    "保持",
    "持平",
    "处",
    "日均",
    "月均",
    "年均",
    "当日",
    "当天",
    "正式",
    "一举",
    "现",
    "现有",
    "以及",
    "等",
    "则",
    "增至",
    "降至",
    "升至",
    "跌至",
    "减至",
    "可",
    "已",
    "也",
    "均",
    "各",
    "人民币",
    "近",
    "其余",
    "成为",
    "整体",
    "净",
];

/// Prefixes that belong to a noun though they are no noun themselves.
fn is_prefix(word: &str) -> bool {
    matches!(
        word,
        "总" | "日均"
            | "年均"
            | "月均"
            | "人均"
            | "平均"
            | "累计"
            | "净"
            | "新"
            | "单"
            | "全"
            | "非"
            | "最"
            | "未"
            | "再"
            | "本"
            | "最高"
            | "最低"
            | "最大"
            | "户均"
            | "加权"
            | "首期"
            | "现有"
            | "总体"
            | "主"
            | "副"
            | "高"
            | "低"
            | "大"
            | "小"
            | "双"
            | "一般"
            | "全社会"
            | "规模以上"
            | "合计"
            | "设计"
    )
}

/// Verbs that say what happened where no noun does.
fn is_content_verb(token: &Token, word: &str) -> bool {
    (token.tag.starts_with('v') || has_cue("casualty", word))
        && !is_passed_over(token, word)
        && !STOP_VERBS.contains(&word)
        && word.chars().count() > 1
}

/// Verbs that take the figure's noun as their object and are no part of it.
const STOP_VERBS: &[&str] = &[
    "实现",
    "完成",
    "获得",
    "取得",
    "投入",
    "支持",
    "提出",
    "显示",
    "公布",
    "发布",
    "签署",
    "预计",
    "带动",
    "引进",
    "开展",
    "派发",
    "安排",
    "占有",
    "拥有",
    "造成",
    "导致",
    "发生",
    "包括",
    "涉及",
    "建成",
    "建设有",
    "推出",
    "推进",
    "发放",
    "下达",
    "拨付",
    "达成",
    "创造",
    "创",
    "给予",
    "需要",
    "收到",
    "收获",
    "听取",
    "吸引",
    "持有",
    "购买",
    "出售",
    "缴纳",
    "支付",
    "提供",
    "位于",
    "成立",
    "成立于",
    "介绍",
    "表示",
    "告诉",
    "认为",
    "指出",
    "透露",
    "提到",
    "称",
    "说",
    "计划",
    "拟",
    "将",
    "要求",
    "力争",
    "使",
    "让",
    "令",
    "看",
    "来看",
    "进行",
    "参加",
    "参与",
    "处以",
    "并处",
    "判处",
    "享受",
    "享",
    "免征",
    "延续",
    "维持",
    "保持",
    "接待",
    "录得",
    "报告",
    "提高到",
    "降至",
    "来自",
    "超",
    "超过",
    "突破",
    "跌破",
    "不超过",
    "出现",
    "夺得",
    "豪取",
    "取",
    "跑进",
    "战胜",
    "迎来",
    "形成",
    "落户",
    "签约落地",
    "聚集",
    "集聚",
    "覆盖",
    "设立",
    "投放",
    "查获",
    "抓获",
    "救出",
    "疏散",
    "转移",
    "培育",
    "打造",
    "涵盖",
    "位居",
    "排名",
    "持续",
    "增至",
    "并列",
    "相差",
];
