//! The noun phrase left of a figure in its clause: 归母净利润达862.5亿元 measures 归母净利润.

use super::compared::{before_comparison, with_ratio};
use super::phrase::{names_measure, object, trimmed, without_last};
use super::torn::{cut_noun, unknown_measure, whole_noun};
use super::view::{MEASURED, View, is_change, is_nominal, is_passed, passed_tail};
use crate::lexicon::tables::{first_cue, has_cue, is_word, last_cue};
use crate::span::Span;
use crate::token::Token;

/// What stands left of a figure in its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Left {
    /// The nearest noun phrase, with its verb where that ends it: 北向资金净卖出.
    pub(crate) noun: Option<Span>,
    /// The noun before a verb whose object the figure is: 央行开展3820亿元. Rather the owner than the property.
    pub(crate) agent: Option<Span>,
    /// Verbs that say what is counted where there is no noun: 死亡2例.
    pub(crate) verb: Option<Span>,
    /// The verb of the agent, where it says what is counted: 转移 in 海州市紧急转移12万人.
    pub(crate) act: Option<Span>,
}

impl Left {
    /// The same behind the names that it begins with, which say whose and not what: 签约 in 长桥区签约6个.
    /// `names` are those of the passage, in order.
    pub(crate) fn behind(self, view: &View, names: &[Span]) -> Self {
        let Some(noun) = self.noun else {
            // 黑龙江|农作物已收获
            let agent = self.agent.map(|agent| Self { noun: Some(agent), ..Self::default() }.behind(view, names).noun);
            return Self { agent: agent.unwrap_or(self.agent), ..self };
        };
        let upto = names.partition_point(|name| name.start < noun.end);
        let Some(name) = names.iter().take(upto).next_back().filter(|name| name.end > noun.start) else { return self };
        if name.end >= noun.end {
            // 地块|由|青禾集团, 净卖出|青禾集团, but 外援|沃克
            let kept = noun.start + passed_tail(view.between(noun.start, name.start));
            let verb = view.back(noun.start, name.start).next().is_some_and(|token| token.tag.starts_with('v'));
            let before = Some(Span::new(noun.start, kept)).filter(|s| !s.is_empty() && (verb || s.end < name.start));
            return Self { noun: before, ..self };
        }
        if view.between(noun.start, name.start).ends_with('占') {
            return self;
        }
        let rest = view.between(name.end, noun.end);
        let preposition = view.ahead(name.end).next().filter(|t| t.start == name.end && t.tag == "p");
        let skipped = preposition.map_or_else(|| leading(rest), |t| t.end - t.start);
        let kept = rest.get(skipped..).filter(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
        Self { noun: kept.map(|_| Span::new(name.end + skipped, noun.end)), ..self }
    }
}

/// How many bytes of `words` are words of time and place that no phrase begins with: 本场, 本赛季.
fn leading(words: &str) -> usize {
    first_cue("leading", without_last(words, 1)).map_or(0, str::len)
}

/// The phrase that says what the figure at `at` measures, left of it.
pub(crate) fn of(view: &View, at: usize) -> Left {
    let known = view.lefts.borrow().get(&at).copied();
    known.unwrap_or_else(|| {
        let left = found(view, at);
        view.lefts.borrow_mut().insert(at, left);
        left
    })
}

fn found(view: &View, figure: usize) -> Left {
    let at = view.before_times(figure);
    let clause = view.clause_before(at);
    let at = before_comparison(view, clause).map_or(at, |length| clause.start + length);
    let number = view.number_before(at).filter(|n| n.end > clause.start);
    let floor = number.map_or(clause.start, |n| n.end);
    let end = whole_noun(view, floor + passed_tail(view.between(floor, at)), at);
    let found = collect(view, floor, end);
    let found = outside(view, floor, found).unwrap_or(found);
    let noun = found.noun.map(|noun| trimmed(view, object(view, with_ratio(view, view.whole_phrase(noun), figure))));
    let found = Left { noun: noun.filter(|noun| !noun.is_empty()), ..found };
    match number.filter(|n| {
        found.noun.is_some_and(|noun| is_term(view.between(n.end, noun.start), view.between(n.end, noun.end)))
    }) {
        // 1年期LPR, 5年期以上LPR
        Some(number) => Left { noun: found.noun.map(|noun| Span::new(number.start, noun.end)), ..found },
        None => found,
    }
}

/// What is measured before a phrase that only says where: 股价 of 股价在海州市场下跌3%.
fn outside(view: &View, floor: usize, found: Left) -> Option<Left> {
    let place = found.noun.filter(|noun| !view.between(noun.start, noun.end).ends_with(MEASURED))?;
    let within = view.back(floor, place.start).next().filter(|token| token.end == place.start)?;
    let before = (view.word(within) == "在").then(|| collect(view, floor, within.start))?;
    before.noun.filter(|noun| noun.of(view.text).ends_with(MEASURED)).map(|_| before)
}

/// The phrase of the clause before, where that of the figure at `at` only says how far it went: 净卖出额最高，达到3.77亿元.
pub(crate) fn of_clause_before(view: &View, at: usize) -> Left {
    let clause = view.clause_before(at);
    let goes_on = !clause.is_empty() && is_passed(clause.of(view.text));
    let before = view.between(view.floor(at), clause.start).strip_suffix('，').filter(|_| goes_on);
    match before.and_then(|before| last_cue("superlative", before)) {
        Some(_) => of(view, clause.start - '，'.len_utf8()),
        None => Left::default(),
    }
}

/// The phrase that ends a clause with 中: 受访企业中，超过半数…
pub(crate) fn of_whole(view: &View, at: usize) -> Option<Span> {
    let clause = view.clause_before(at);
    let before = view.between(view.span.start, clause.start).trim_end_matches(['，', ',']);
    let end = view.span.start + before.strip_suffix('中')?.len();
    let found = collect(view, view.clause_before(end).start, end);
    found.noun
}

/// Whether only 期 and bounds stand between a number and the noun it is part of.
fn is_term(between: &str, all: &str) -> bool {
    matches!(between, "期" | "期以上" | "期以下") || between.is_empty() && all.starts_with('期')
}

/// Walks left from `at` to the nearest noun, then takes the phrase it ends.
fn collect(view: &View, floor: usize, at: usize) -> Left {
    let mut found = Left::default();
    let mut depth = 0;
    let mut agent = false;
    // Where the phrase begins so far, a bracket of Latin letters inside it included: 广义货币(M2)余额.
    let mut edge = usize::MAX;
    for token in view.back(floor, at) {
        let span = Span::new(token.start, token.end.min(at));
        let word = span.of(view.text);
        depth += closing(word);
        if depth > 0 || closing(word) < 0 || view.is_number(span) && found.noun.is_none() {
            let latin = word.starts_with(|c: char| c.is_ascii_alphanumeric()) || closing(word) != 0;
            edge = if edge == span.end && latin { span.start } else { edge };
            continue;
        }
        match found.noun {
            None if matches!(word, "后" | "前" | "时" | "期间" | "以来") => break,
            // A piece of 比上, which the tokens hold as one word.
            None if word == "比" => {}
            None if is_word("agent", word) => {
                found.act = found.act.or(Some(span).filter(|_| is_word("governing", word)));
                agent = true;
            }
            // 紧急转移
            None if agent && matches!(token.tag.as_ref(), "a" | "ad") => {}
            None if is_conjunction(word) && found.verb.is_none() => break,
            None if is_rate(view, floor, token) => (found.noun, edge) = (Some(span), span.start),
            None if !is_passed(word) && (is_nominal(token, word) || is_head(view, floor, span)) => {
                (found.noun, edge) = (Some(span), span.start);
            }
            None if is_content_verb(token, word) => found.verb = joined(found.verb, span),
            None if is_word("prefix", word) && found.verb.is_some_and(|v| v.start == span.end) => {
                found.verb = found.verb.map(|v| Span::new(span.start, v.end))
            }
            None => {}
            Some(noun) if touches(view, span.end, edge) && continues(view, token, span, floor) => {
                (found.noun, edge) = (Some(Span::new(span.start, noun.end)), span.start);
            }
            Some(_) => break,
        }
    }
    found.noun = found.noun.or_else(|| cut_noun(view, floor, at)).filter(|noun| names_measure(view, *noun));
    if found == Left::default() && !agent {
        found.noun = unknown_measure(view, floor, at);
    }
    finished(view, found, agent)
}

/// Sorts agent from property, and lets a verb right behind the noun belong to it.
fn finished(view: &View, mut found: Left, agent: bool) -> Left {
    if agent || found.noun.is_some_and(|n| is_collective(n.of(view.text))) {
        found.agent = found.noun.take();
    } else if let (Some(noun), Some(verb)) = (found.noun, found.verb) {
        let between = view.between(noun.end, verb.start);
        if between.is_empty() && verb.start >= noun.end {
            found.noun = Some(Span::new(noun.start, verb.end));
        }
    }
    found
}

/// At most two verbs say what happened: 审查立案.
fn joined(verb: Option<Span>, span: Span) -> Option<Span> {
    match verb {
        Some(v) if v.start == span.end && v.len() <= 6 => Some(Span::new(span.start, v.end)),
        Some(v) => Some(v),
        None => Some(span),
    }
}

/// Whether no more than the space beside Latin letters or digits stands between `end` and `start`: 富时 100 指数.
pub(crate) fn touches(view: &View, end: usize, start: usize) -> bool {
    let ascii = |word: Option<&str>| word.is_some_and(|word| word.bytes().all(|b| b.is_ascii_graphic()));
    let beside = || {
        let (before, after) = (view.back(view.span.start, end).next(), view.ahead(start).next());
        ascii(before.map(|token| view.word(token))) || ascii(after.map(|token| view.word(token)))
    };
    end == start || start == end + 1 && view.between(end, start) == " " && beside()
}

/// Whether a token left of a noun belongs to its phrase.
fn continues(view: &View, token: &Token, span: Span, floor: usize) -> bool {
    let word = span.of(view.text);
    // 集资|参与|人, 安置|点: the verb says which.
    let heads = view.between(span.end, view.ceiling(span.end));
    let headed = heads.starts_with(['人', '者']) || first_cue("head", heads).is_some();
    let verb = token.tag.starts_with('v')
        && word.chars().count() == 2
        && (headed || !is_word("agent", word))
        && !is_passed(word);
    let money = token.tag == "q" && word.chars().count() > 1;
    let pair = matches!(word, "对" | "兑");
    let currency = |t: &Token| t.tag == "q" && view.word(t).chars().count() > 1;
    let named = |t: &Token| is_nominal(t, view.word(t)) || currency(t) || view.word(t) == "人民币";
    let after_noun = pair && view.back(floor, span.start).next().is_some_and(named);
    if view.is_number(span) || pair {
        return after_noun;
    }
    // 增长|预期
    if is_change(word) && first_cue("size", heads).is_some() {
        return true;
    }
    // 第三产业, 一线城市, 富时100指数: a numeral that is no number.
    let lexicalised = token.tag == "m" && word.chars().count() > 1;
    // 成交|面积: what is passed over before a figure belongs to the noun behind it.
    let metric = is_word("metric", word);
    let pair = word == "人民币" && heads.starts_with(['兑', '对']);
    pair || lexicalised
        || metric
        || is_nominal(token, word) && !is_passed(word)
        || is_word("prefix", word)
        || verb
        || money
}

/// Whether one character ends a longer noun: 点 of 安置点, 站 of 救援站.
pub(crate) fn is_head(view: &View, floor: usize, span: Span) -> bool {
    let before = view.back(floor, span.start).next();
    let content = |t: &Token| t.end == span.start && view.word(t).chars().count() > 1 && !view.is_number(t.span());
    is_word("head", span.of(view.text))
        && before.is_some_and(|t| content(t) && matches!(t.tag.as_ref(), "n" | "v" | "vn" | "b" | "nz"))
}

/// Whether a currency ends a pair: 美元 of 人民币兑美元.
fn is_rate(view: &View, floor: usize, token: &Token) -> bool {
    let before = view.back(floor, token.start).next();
    token.tag == "q" && before.is_some_and(|t| t.end == token.start && matches!(view.word(t), "对" | "兑"))
}

fn is_conjunction(word: &str) -> bool {
    matches!(word, "和" | "及" | "与" | "或" | "以及")
}

/// Groups of people and places that own rather than measure: 全村, 该市, 双方.
fn is_collective(word: &str) -> bool {
    matches!(word, "双方" | "公司" | "集团" | "该行" | "该公司" | "我国" | "该地" | "央行")
        || word.chars().count() == 2
            && word.starts_with(['全', '该', '本', '我'])
            && word.ends_with(['村', '市', '县', '省', '区', '镇', '国', '州', '校', '厂', '乡', '行', '队', '院'])
}

/// One character that still names what is measured.
pub(crate) fn is_measured(word: &str) -> bool {
    is_word("single", word)
}

/// +1 for a closing bracket and -1 for an opening one, walking left.
fn closing(word: &str) -> i32 {
    match word {
        "）" | ")" | "》" => 1,
        "（" | "(" | "《" => -1,
        _ => 0,
    }
}

/// Verbs that say what happened where no noun does.
fn is_content_verb(token: &Token, word: &str) -> bool {
    (token.tag.starts_with('v') || has_cue("casualty", word)) && !is_passed(word) && word.chars().count() > 1
}
