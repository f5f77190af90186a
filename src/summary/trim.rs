//! What a point of a summary can do without: the programme's name, wire-service heads, 据悉，, codes in brackets.
//!
//! A date is kept, and so is every clause with a digit that is not a code.

use super::Evidence;
use crate::among::{among, holds, place, places};
use crate::article::Article;
use crate::document::BlockKind;
use crate::lexicon::{rows, table};
use crate::span::Span;
use std::sync::LazyLock;

static OPENERS: LazyLock<Vec<&str>> = LazyLock::new(|| rows(table!("openers")).map(|[opener, ..]| opener).collect());

/// The least characters that trimming leaves.
const LEAST: usize = 8;

/// 此外，还将…: words that need the connective before them.
const FOLLOWING: [char; 4] = ['也', '还', '并', '又'];

/// The pieces of sentence `index` to keep, in order; a date from the dateline before it comes first.
pub(super) fn kept(article: &Article, evidence: &Evidence, index: usize) -> Vec<Span> {
    let Some(sentence) = article.sentences.get(index) else { return Vec::new() };
    let whole = sentence.span().trimmed(article.text);
    let (date, start) = opening(article, whole);
    let told = Span::new(start, whole.end);
    let date = date
        .or_else(|| dateline_date(article, evidence, index).filter(|_| !begins_with_time(article, evidence, told)))
        .filter(|d| !says_when(told.of(article.text), d.of(article.text)));
    // After a kept date its comma stays too.
    let rest = Span::new(start, whole.end).of(article.text);
    let shown = date.is_some_and(|d| d.end <= start && whole.contains(d));
    let skipped: &[char] = if shown { if rest.starts_with(' ') { &[] } else { &['　'] } } else { &MARKS };
    let start = start + (rest.len() - rest.trim_start_matches(skipped).len());
    let mut kept: Vec<Span> = date.into_iter().collect();
    kept.extend(date.and_then(|d| comma_after(article.text, Span::new(d.end, whole.start))));
    let mut from = start;
    for code in codes(article.text, Span::new(start, whole.end)) {
        kept.push(Span::new(from, code.start));
        from = code.end;
    }
    kept.push(Span::new(from, whole.end));
    kept.retain(|s| !s.is_empty());
    kept
}

/// Where the sentence proper begins, and the date in what is passed over.
fn opening(article: &Article, whole: Span) -> (Option<Span>, usize) {
    let mut date = None;
    let mut start = whole.start;
    loop {
        let rest = Span::new(start, whole.end).of(article.text);
        let Some(length) = head(rest).or_else(|| opener(rest)).or_else(|| hashtags(rest)).or_else(|| credit(rest))
        else {
            break;
        };
        let left = rest.get(length..).unwrap_or_default();
        if left.chars().nth(LEAST - 1).is_none() || left.starts_with(FOLLOWING) {
            break;
        }
        date = date.or_else(|| date_in(article.text, Span::new(start, start + length)));
        start += length;
    }
    (date, start)
}

/// The length of the bracket of hashtags that `text` begins with: 【#…##…#】.
fn hashtags(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('【').filter(|inside| inside.starts_with('#'))?;
    let inside = inside.get(..inside.find('】')?)?;
    inside.ends_with('#').then_some('【'.len_utf8() + inside.len() + '】'.len_utf8())
}

/// The length of the cue that `text` begins with.
fn opener(text: &str) -> Option<usize> {
    OPENERS.iter().find(|o| text.starts_with(**o)).map(|o| o.len())
}

/// The length of what only says who told, 挖贝网 5月1日， or 记者从市气象台获悉，, or which point it is, 2、.
fn credit(text: &str) -> Option<usize> {
    let clause = text.get(..text.find('，').unwrap_or(text.len()))?;
    let told = ["获悉", "了解到"].iter().any(|told| clause.ends_with(told));
    let Some(digit) = clause.find(|c: char| c.is_ascii_digit()) else {
        return (clause.starts_with("记者") && told).then_some(clause.len() + '，'.len_utf8());
    };
    let (before, date) = clause.split_at(digit);
    let after = date.trim_start_matches(|c: char| c.is_ascii_digit());
    if before.is_empty() {
        return after.starts_with('、').then(|| clause.len() - after.len() + '、'.len_utf8());
    }
    let outlet = before.trim_end().ends_with(['网', '报', '社']) && before.len() <= OUTLET;
    (outlet && after.starts_with('月') && after.ends_with('日')).then_some(digit)
}

/// Most bytes of the name of an outlet.
const OUTLET: usize = 24;

/// The length of the head of a report: 央视网消息（新闻联播）：, 某社8月20日电，, 某网8月20日丨.
fn head(text: &str) -> Option<usize> {
    let near = text.char_indices().nth(40).map_or(text, |(i, _)| text.get(..i).unwrap_or_default());
    let bar =
        near.find(['丨', '|', '｜', '│']).filter(|&i| !near.get(..i).unwrap_or_default().contains(['，', '。', '：']));
    if let Some(bar) = bar {
        return near.get(bar..)?.chars().next().map(|c| bar + c.len_utf8());
    }
    let end = ["消息", "日电", "日讯", "报讯", "网讯", "社讯", "快讯", "专电", "综合报道"]
        .iter()
        .filter_map(|m| Some(place(near, m)? + m.len()))
        .min()?;
    let before = near.get(..end)?;
    if before.contains(['，', '。', '：', '“']) || before.starts_with('据') || is_source(before) {
        return None;
    }
    let after = near.get(end..)?;
    let bracket = if after.starts_with('（') { after.find('）')? + '）'.len_utf8() } else { 0 };
    let after = after.get(bracket..)?;
    let marked = after.starts_with(['：', '，', ':', ' ', '　']);
    (bracket > 0 || marked).then_some(end + bracket)
}

/// Whether what is named before 消息 is who told, a ministry for one, and no outlet or day.
fn is_source(before: &str) -> bool {
    let teller = before.strip_suffix("消息").unwrap_or_default();
    let dated = teller.contains(|c: char| c.is_ascii_digit());
    teller.chars().count() > 2 && !dated && !teller.ends_with(['网', '站', '报', '社', '台', '视', '端', '号'])
}

/// The date in the dateline before a sentence that opens its paragraph.
fn dateline_date(article: &Article, evidence: &Evidence, index: usize) -> Option<Span> {
    let sentence = article.sentences.get(index)?;
    let opens =
        index.checked_sub(1).and_then(|i| article.sentences.get(i)).is_none_or(|before| before.block != sentence.block);
    let line = article.document.blocks.get(sentence.block.checked_sub(1)?)?;
    if !opens || line.kind != BlockKind::Dateline {
        return None;
    }
    let first = evidence.times.partition_point(|t| t.start < line.start);
    let here = evidence.times.iter().skip(first).take_while(|t| t.start < line.end);
    let known = here.map(|t| Span::new(t.start, t.end)).find(|t| line.span().contains(*t));
    known.or_else(|| date_in(article.text, line.span()))
}

/// The comma or blank with which a dateline that is a block of its own ends.
fn comma_after(text: &str, rest: Span) -> Option<Span> {
    let line = rest.of(text);
    let mark = line.trim_end_matches('\n').chars().next_back().filter(|c| among("， ", *c))?;
    let end = rest.start + line.trim_end_matches('\n').len();
    Some(Span::new(end - mark.len_utf8(), end))
}

/// The first day that the piece of `text` at `span` names: 8月20日 or 20日.
fn date_in(text: &str, span: Span) -> Option<Span> {
    let piece = span.of(text);
    let day =
        piece.find('日').filter(|&i| piece.get(..i).is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit())))?;
    let before = piece.get(..day)?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || among("年月", c)).len();
    let day = day + '日'.len_utf8();
    let part = ["上午", "下午", "晚间", "早间", "午间", "凌晨", "晚", "早"]
        .iter()
        .find(|p| piece.get(day..).is_some_and(|r| r.starts_with(**p)));
    Some(Span::new(span.start + start, span.start + day + part.map_or(0, |p| p.len())))
}

/// Letters from the beginning of a sentence within which it says when it is, with the codes in brackets.
const NEAR: usize = 40;

/// Marks that trimming may leave before a sentence.
const MARKS: [char; 4] = ['，', ' ', '　', '：'];

/// Whether the first word of `sentence` is a time of its own: 今年前三季度，….
fn begins_with_time(article: &Article, evidence: &Evidence, sentence: Span) -> bool {
    let start = sentence.end - sentence.of(article.text).trim_start_matches(MARKS).len();
    let first = evidence.times.partition_point(|t| t.start < start);
    evidence.times.get(first).is_some_and(|t| t.start == start)
}

/// Whether a sentence says by itself, near its beginning, that it is about `date`, or begins with a date of its own.
fn says_when(sentence: &str, date: &str) -> bool {
    let near: String = sentence.trim_start_matches(MARKS).chars().take(NEAR).collect();
    let day = date.trim_start_matches(|c: char| c != '月').trim_start_matches('月');
    let day = if day.is_empty() { date } else { day.trim_start() };
    let day = day.find('日').and_then(|end| day.get(..end + '日'.len_utf8())).unwrap_or(day);
    let same = |at| !near.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    places(&near, day).any(same)
        || day_of(&near)
        || ["今天", "今日", "昨日", "昨天"].iter().any(|d| holds(&near, d))
        || near.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text names a day that has come, 10月28日晚间发布, rather than one that is planned: 拟于9月1日起.
fn day_of(near: &str) -> bool {
    near.match_indices('月').any(|(at, _)| {
        let (before, after) = near.split_at(at);
        let month = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let day = after.trim_start_matches('月');
        let rest = day.trim_start_matches(|c: char| c.is_ascii_digit());
        let dated = month.len() < before.len() && rest.len() < day.len() && rest.starts_with('日');
        dated && !month.ends_with(['于', '自', '至', '在', '到', '止', '年', '从', '-', '－', '—', '对', '的'])
    })
}

/// Brackets that only hold a code (000656.SZ) or a short form (下称“…”).
fn codes(text: &str, within: Span) -> Vec<Span> {
    let piece = within.of(text);
    let mut found = Vec::new();
    let mut open = None;
    for (i, c) in piece.char_indices() {
        match c {
            '（' => open = Some(i),
            '）' => {
                if let Some(start) = open.take() {
                    let inside = piece.get(start + '（'.len_utf8()..i).unwrap_or_default();
                    if is_code(inside)
                        || ["下称", "以下简称", "简称", "以下称", "下同"].iter().any(|w| inside.starts_with(w))
                    {
                        found.push(Span::new(within.start + start, within.start + i + c.len_utf8()));
                    }
                }
            }
            _ => {}
        }
    }
    found
}

/// Whether `inside` is a security code, with or without its market and price, or the prices that finance pages put
/// behind a company's name: 000656.SZ, 1113.HK, 00005-HK, NYSE:BABA, 代码：588020, SZ 300273，收盘价：7.55元, 14.3,-0.22,-1.52%.
fn is_code(inside: &str) -> bool {
    let code = ["股票代码", "证券代码", "基金代码", "代码", "股票简称", "行情"]
        .iter()
        .find_map(|w| inside.strip_prefix(w))
        .unwrap_or(inside);
    let code = code.trim_start_matches(['：', ':', ' ']);
    let code = code.split_once(['，', ',']).map_or(code, |(code, price)| if is_price(price) { code } else { inside });
    let digits = code.chars().filter(char::is_ascii_digit).count();
    let letters = code.chars().filter(char::is_ascii_uppercase).count();
    let plain = code.chars().all(|c| c.is_ascii_alphanumeric() || among(".:： -、,，/", c));
    let market = ["SZ", "SH", "HK", "BJ", "US"].iter().any(|m| code.starts_with(m) || code.ends_with(m));
    is_quote(code)
        || plain
            && ((digits == 6 && letters == 0 && code.len() == 6)
                || (digits == 5 && code.len() == 5 && code.starts_with('0'))
                || (digits >= 4 && letters >= 2 && (code.contains(['.']) || market))
                || (letters >= 3 && code.contains([':', '：'])))
}

/// 收盘价：7.55元.
fn is_price(text: &str) -> bool {
    ["收盘价", "股价", "最新价", "诊股"].iter().any(|w| text.trim_start().starts_with(w))
}

/// Price, change and change in percent: 14.300,-0.22,-1.52%.
fn is_quote(text: &str) -> bool {
    let number = |field: &str| !field.is_empty() && field.chars().all(|c| c.is_ascii_digit() || among(".+-% ", c));
    text.ends_with('%') && text.split([',', '，']).count() == 3 && text.split([',', '，']).all(number)
}
