//! What each figure measures: the noun phrase beside it, or the one it inherits.

use super::compared::before_comparison;
use super::left::{self, Left};
use super::phrase::is_term;
use super::right;
use super::trade::is_traded;
use super::view::{MEASURED, View, is_change, is_passed, passed_tail};
use super::{Change, FigureKind};
use crate::lexicon::tables::{first_cue, is_word, last_cue};
use crate::quantity::Quantity;
use crate::span::Span;

/// A quantity and what it measures.
pub(crate) type Measured<'q> = (&'q Quantity, Option<Span>);

/// The property of every quantity of a passage, in their order; `names` are those of the passage, and `carried` the
/// properties of a sentence that goes on here.
pub(crate) fn of_passage<'q>(
    view: &View,
    quantities: &[&'q Quantity],
    names: &[Span],
    carried: &[Measured<'q>],
) -> Vec<Measured<'q>> {
    let mut measured: Vec<Measured> = carried.to_vec();
    for quantity in quantities {
        let left = left::of(view, quantity.span.start);
        let left = if left == Left::default() { left::of_clause_before(view, quantity.span.start) } else { left };
        let left = left.behind(view, names);
        let property = of(view, quantity, left, &measured, names).map(|phrase| thing_itself(view, quantity, phrase));
        let whose = |phrase: &Span| {
            let upto = names.partition_point(|name| name.start <= phrase.start);
            upto.checked_sub(1).and_then(|i| names.get(i)).is_some_and(|name| name.contains(*phrase))
        };
        // 青禾集团跌2.4%: whose it is is not what it is, and is lent to no figure after it.
        let property = property.filter(|phrase| !whose(phrase));
        let property = property.or(left.act.filter(|_| quantity.kind == FigureKind::Count));
        measured.push((quantity, property));
    }
    measured.split_off(carried.len())
}

fn of(view: &View, quantity: &Quantity, left: Left, before: &[Measured], names: &[Span]) -> Option<Span> {
    let words = quantity.span.of(view.text);
    if quantity.unit == "人" && words.ends_with(['死', '伤', '亡']) {
        let width = words.chars().next_back().map_or(0, char::len_utf8);
        return Some(Span::new(quantity.span.end - width, quantity.span.end));
    }
    let end = quantity.span.end;
    let right = || right::of(view, end);
    let inherited = || {
        // 15个交易日后 is of nothing that was told.
        let term =
            quantity.kind == FigureKind::Duration && view.between(end, view.span.end).starts_with(['内', '后', '前']);
        let lenders = before.iter().rev().take(if term { 0 } else { REACH });
        let may = |q: &Quantity| lends(quantity, q) || is_reached(view, q, quantity);
        // 原油跌4%，青禾集团跌1%: what is traded is lent to no other.
        let another = |p: &Span| is_traded(view, *p) && is_named(view, quantity, names);
        let lent = lenders.copied().find_map(|(q, p)| p.filter(|&p| may(q) && !of_rate(view, quantity, p)));
        lent.filter(|p| !another(p))
    };
    let done = right::done_within(view, end).filter(|_| quantity.kind == FigureKind::Duration);
    let bare = left.noun.or(left.verb).or(left.agent).is_none();
    match quantity.kind {
        FigureKind::Score => None,
        FigureKind::Count => of_count(view, quantity, left, inherited),
        // 居第一的成绩
        FigureKind::Ordinal if view.between(end, view.span.end).starts_with('的') => left.noun.or_else(right),
        FigureKind::Ordinal => {
            // 联赛第18轮打响焦点战
            let done = |phrase: &Span| {
                view.ahead(phrase.start).next().is_some_and(|token| is_word("ending", view.word(token)))
            };
            right().filter(|phrase| left.noun.is_none() || !done(phrase)).or(left.noun)
        }
        _ if quantity.change.is_some() => of_change(view, quantity, left, inherited),
        _ if done.is_some() => done,
        _ if listed_after(view, quantity, before) => inherited().or(left.noun),
        _ if bare && view.between(view.span.start, quantity.span.start).ends_with('以') => {
            right::closing_verb(view, end).or_else(right).or_else(inherited)
        }
        _ if bare && is_spent(view, end) => left::of_whole(view, quantity.span.start).or_else(inherited).or_else(right),
        _ => direct(view, quantity, left)
            // 成交 names itself what was dealt, 派 what is paid.
            .or_else(|| said(view, quantity).filter(|verb| is_word("dealt", verb.of(view.text))))
            .or_else(inherited)
            .or_else(|| left::of_whole(view, quantity.span.start))
            .or(left.agent),
    }
}

/// What is counted, or how many more of it there are.
fn of_count(view: &View, quantity: &Quantity, left: Left, inherited: impl FnOnce() -> Option<Span>) -> Option<Span> {
    let end = quantity.span.end;
    let own = if quantity.change.is_some() {
        let clause = view.clause_before(quantity.span.start);
        let grown = || left.verb.filter(|verb| begins(view, clause, *verb));
        right::of(view, end).or(left.noun).or_else(grown)
    } else if is_word("counted", &quantity.unit) {
        left.noun
    } else {
        counted(view, end, left).or_else(|| right::closing_verb(view, end))
    };
    let done = left.verb.filter(|_| quantity.change.is_some());
    own.or_else(inherited).or(done).or(left.agent)
}

/// What rose or fell.
fn of_change(view: &View, quantity: &Quantity, left: Left, inherited: impl FnOnce() -> Option<Span>) -> Option<Span> {
    let clause = view.clause_before(quantity.span.start);
    let of_rule = first_cue("adjusting", clause.of(view.text)).is_some();
    // 按不变价计算的业务总量
    let ruled = |noun: &Span| of_rule && !view.between(clause.start, noun.start).ends_with('的');
    left.noun
        .filter(|noun| !ruled(noun))
        .or_else(|| left.verb.filter(|verb| begins(view, clause, *verb)))
        .or_else(inherited)
        .or(left.verb)
        .or_else(|| right::of(view, quantity.span.end))
        .or_else(|| named_change(view, quantity))
        .or(left.agent)
}

/// Whether one of `names` stands before a figure in its clause.
fn is_named(view: &View, quantity: &Quantity, names: &[Span]) -> bool {
    let clause = view.clause_before(quantity.span.start);
    let end = before_comparison(view, clause).map_or(clause.end, |length| clause.start + length);
    names.get(names.partition_point(|name| name.start < clause.start)).is_some_and(|name| name.end <= end)
}

/// Whether a verb of use stands behind a share of a sum: 25%用于扩充车队.
fn is_spent(view: &View, end: usize) -> bool {
    first_cue("spent", view.between(end, view.ceiling(end))).is_some()
}

/// Whether `verb` begins its clause, so that it is what grew: 居住下降0.2%, 交付增长5%.
fn begins(view: &View, clause: Span, verb: Span) -> bool {
    let word = verb.of(view.text);
    verb.start == clause.start && word.chars().count() == 2 && !is_word("agent", word) && !is_word("governing", word)
}

/// What is counted or weighed, without the verb that does something to it: 老旧小区 of 改造老旧小区.
fn thing_itself(view: &View, quantity: &Quantity, phrase: Span) -> Span {
    let bodily = matches!(
        quantity.kind,
        FigureKind::Count | FigureKind::Length | FigureKind::Area | FigureKind::Mass | FigureKind::Volume
    );
    let Some(verb) = view.ahead(phrase.start).next().filter(|token| bodily && token.start == phrase.start) else {
        return phrase;
    };
    let rest = Span::new(verb.end.min(phrase.end), phrase.end);
    let words = rest.of(view.text);
    let governs =
        (is_word("governing", view.word(verb)) || is_passed(view.word(verb))) && !is_term(phrase.of(view.text));
    let named = words.chars().count() > 1 && !words.ends_with(MEASURED) && !is_word("metric", words);
    if governs && named { rest } else { phrase }
}

/// The verb that says a price or a trade where no noun does: 收报23.65元, 成交61.2万手.
pub(crate) fn said(view: &View, quantity: &Quantity) -> Option<Span> {
    let clause = view.clause_before(quantity.span.start);
    let words = clause.of(view.text).trim_end();
    let unhedged = || words.get(..passed_tail(words)).unwrap_or_default();
    let (words, verb) = [words, unhedged()].into_iter().find_map(|words| Some((words, last_cue("quoted", words)?)))?;
    let end = clause.start + words.len();
    (quantity.change.is_none()).then(|| Span::new(end - verb.len(), end))
}

/// How many figures back a property is inherited from.
const REACH: usize = 12;

/// What is counted: those to whom something happened, the noun behind the measure word, the noun or verb before it.
fn counted(view: &View, end: usize, left: Left) -> Option<Span> {
    let own = right::fate(view, end).or_else(|| right::of(view, end));
    // 9个市县46.3万人受灾: the noun is counted by the figure before.
    let counted = |noun: &Span| view.number_before(noun.start).is_some_and(|number| number.end == noun.start);
    let happened = || left.noun.filter(counted).and_then(|_| right::closing_verb(view, end));
    own.or_else(happened).or(left.noun).or(left.verb)
}

/// The phrase beside a level. A verb alone counts only where nothing right of the figure names it.
fn direct(view: &View, quantity: &Quantity, left: Left) -> Option<Span> {
    let end = quantity.span.end;
    let right = right::of(view, end);
    let of_it = view.between(end, view.span.end).starts_with('的');
    // 长达36年的垄断
    let lasting = quantity.kind == FigureKind::Duration;
    if of_it && (lasting || left.noun.is_none_or(|noun| noun.len() < 6)) {
        let done = || right::closing_verb(view, end + '的'.len_utf8()).filter(|_| lasting);
        return right.or_else(done).or(left.noun).or(left.verb);
    }
    // 对青禾集团高达5亿元投资
    let governed = left.noun.is_some_and(|noun| {
        view.back(view.span.start, noun.start).next().is_some_and(|t| t.end == noun.start && t.tag == "p")
    });
    // 子公司使用30亿元自有资金
    let used = || left.noun.and_then(|noun| view.back(noun.start, noun.end).next());
    let used = || used().is_some_and(|verb| verb.tag == "v" && is_word("governing", view.word(verb)));
    // 西岭航空10%的股份, 青禾获5亿元融资
    let words = view.between(view.clause_before(quantity.span.start).start, quantity.span.start);
    let gained = || words.get(..passed_tail(words)).is_some_and(|words| words.ends_with('获'));
    let stake = || right.is_some_and(|phrase| last_cue("stake", phrase.of(view.text)).is_some());
    let stake = || quantity.kind == FigureKind::Percent && stake();
    // 多地将有8级以上雷暴大风
    let bound = || ["以上", "以下"].iter().any(|bound| view.between(end, view.span.end).starts_with(bound));
    let measured = left.noun.is_some_and(|noun| {
        let words = noun.of(view.text);
        words.ends_with(MEASURED) || last_cue("metric", words).is_some()
    });
    let right_first = right.filter(|_| governed || used() || !measured && (gained() || stake() || bound()));
    right_first.or(left.noun).or(right).or(left.verb)
}

/// 降价, 增资: a verb of change that says what changes.
fn named_change(view: &View, quantity: &Quantity) -> Option<Span> {
    let clause = view.clause_before(quantity.span.start);
    let words = clause.of(view.text);
    let ends: Vec<usize> = words.char_indices().map(|(i, _)| i).collect();
    ends.iter().rev().find_map(|&i| {
        let word: String = words.get(i..)?.chars().take(2).collect();
        let named = word.ends_with(['价', '资', '产', '息', '税', '薪', '仓', '亏', '员', '值', '幅', '速'])
            && is_change(&word);
        named.then(|| Span::new(clause.start + i, clause.start + i + word.len()))
    })
}

/// Whether `quantity` stands in a list right behind another of its unit: 2.1亿元、2.3亿元.
fn listed_after(view: &View, quantity: &Quantity, before: &[Measured]) -> bool {
    before.last().is_some_and(|(last, _)| {
        let between = view.between(last.span.end, quantity.span.start);
        last.unit == quantity.unit && matches!(between.trim(), "、" | "和" | "及" | "与" | "或")
    })
}

/// Whether two measure words may count the same.
fn counted_alike(a: &str, b: &str) -> bool {
    let people = |unit: &str| matches!(unit, "人" | "名" | "位" | "例");
    let things = |unit: &str| matches!(unit, "个" | "家" | "项");
    a == b || people(a) && people(b) || things(a) && things(b)
}

/// Whether a figure without a subject of its own takes that of `lender`: a rate that of its level, a level that of its like.
fn lends(quantity: &Quantity, lender: &Quantity) -> bool {
    let nameless = matches!(lender.kind, FigureKind::Ordinal) && quantity.unit != "位"
        || matches!(lender.kind, FigureKind::Age | FigureKind::Score);
    let timed = lender.kind == FigureKind::Duration && quantity.kind != FigureKind::Duration;
    let counted = lender.kind == FigureKind::Count
        && !matches!(quantity.kind, FigureKind::Count | FigureKind::Percent | FigureKind::Multiple | FigureKind::Pp);
    let shown = matches!(quantity.change, Some(Change::Up | Change::Down | Change::ToUp | Change::ToDown))
        || quantity.kind != FigureKind::Count
        || counted_alike(&lender.unit, &quantity.unit)
        || lender.kind == FigureKind::Multiple;
    !nameless && !timed && !counted && shown && !is_unlike(quantity, lender)
}

/// Whether a change by an amount is of another kind than `lender`: money grows by no six of them.
fn is_unlike(quantity: &Quantity, lender: &Quantity) -> bool {
    use FigureKind::{Area, Count, Energy, Length, Mass, Money, Volume};
    let amount = |q: &Quantity| matches!(q.kind, Money | Count | Length | Area | Volume | Mass | Energy);
    quantity.change.is_some() && amount(quantity) && amount(lender) && quantity.kind != lender.kind
}

/// Whether `quantity` is the level that a rate right before it led to: 增长24%达102万辆.
fn is_reached(view: &View, rate: &Quantity, quantity: &Quantity) -> bool {
    let words = view.between(rate.span.end, quantity.span.start);
    let words = words.strip_prefix('，').unwrap_or(words);
    matches!(rate.change, Some(Change::Up | Change::Down)) && !words.is_empty() && is_passed(words)
}

/// Whether a level takes the property of a rate: what a share costs is no 跌幅.
fn of_rate(view: &View, quantity: &Quantity, property: Span) -> bool {
    let words = property.of(view.text);
    // 环比上涨0.1% behind 降幅收窄: points narrow, prices rise.
    if words.ends_with('幅') && quantity.kind == FigureKind::Percent && basis_begins(view, quantity) {
        return true;
    }
    words.ends_with(['幅', '率', '速'])
        && !matches!(quantity.kind, FigureKind::Percent | FigureKind::Pp | FigureKind::Multiple | FigureKind::Fraction)
}

/// Whether the clause of a figure begins with 同比 or 环比.
fn basis_begins(view: &View, quantity: &Quantity) -> bool {
    let clause = view.clause_before(quantity.span.start).of(view.text);
    clause.starts_with("同比") || clause.starts_with("环比")
}
