//! The agency, place and date at the head of a report: `新华社北京8月30日电（记者…）`, `本报讯`, `【解说】`, `格隆汇9月3日丨`.

use super::byline;
use super::source::outlet_at_start;
use super::stamp;
use crate::among::{holds, place};
use crate::lexicon::tables::{Letters, structure};
use crate::span::Span;
use std::sync::LazyLock;

/// A dateline begins a paragraph and is not longer than this, in characters, brackets left out.
const LONGEST: usize = 30;

/// Longest bracket that belongs to a dateline, in characters.
const LONGEST_BRACKET: usize = 60;

/// Length in bytes of the dateline that the paragraph begins with.
pub(super) fn length(paragraph: &str) -> Option<usize> {
    bracketed(paragraph).or_else(|| credit(paragraph)).or_else(|| marked(paragraph)).or_else(|| wired(paragraph))
}

/// `江城2025年9月2日 /美通社/ -- `: what companies send out.
fn wired(paragraph: &str) -> Option<usize> {
    let end = place(paragraph, "/ --").filter(|end| *end <= LONGEST_WHOLE)?;
    holds(paragraph.get(..end)?, "日 /").then(|| after_delimiters(paragraph, end + "/ --".len()))
}

/// Whether `line` is a dateline and nothing else, its report standing below. A byline is none, in brackets or with the
/// place it was reported from (`江城日报 记者林小满 广州报道`).
pub(super) fn is_whole(line: &str) -> bool {
    let is_byline = line.trim_end().ends_with("报道");
    // `2023-08-31 17:52·江城快讯`: the page's own time and the account.
    let is_stamped = stamp::find(line).iter().any(|stamp| stamp.by_machine && stamp.time.is_some());
    line.len() <= LONGEST_WHOLE && !is_byline && !is_stamped && marked(line).is_some_and(|length| length >= line.len())
}

/// Longest such line, in bytes.
const LONGEST_WHOLE: usize = 120;

/// `【江城社讯】`, `《江城社2日专讯》`, `【解说】`.
fn bracketed(paragraph: &str) -> Option<usize> {
    let close = match paragraph.chars().next()? {
        '【' => '】',
        '《' => '》',
        _ => return None,
    };
    let end = paragraph.find(close)?;
    let inner = paragraph.get('【'.len_utf8()..end)?;
    let is_report = ["讯", "专讯", "消息", "电"].iter().any(|m| inner.ends_with(m)) && close == '】';
    let is_wire = inner.ends_with("专讯") || inner.ends_with("日电");
    let short = inner.chars().count() <= 20;
    let after = end + close.len_utf8();
    if short && (is_report || is_wire || structure("spoken").contains(&inner)) {
        return Some(after_delimiters(paragraph, after));
    }
    // `【江城周刊】（记者 林小满）`
    let credited = credit(paragraph.get(after..)?).filter(|_| short && close == '】')?;
    Some(after + credited)
}

/// `（记者 甲 通讯员 乙）` before the report.
fn credit(paragraph: &str) -> Option<usize> {
    let end = bracket(paragraph, 0).filter(|&end| end > 0)?;
    let inner = Span::new('（'.len_utf8(), end.checked_sub('）'.len_utf8())?);
    let credits = byline::read(paragraph, inner);
    let names = byline::read_names(paragraph, inner, super::Role::Reporter);
    let is_credit = (!credits.bylines.is_empty() && credits.other_letters <= 8) || !names.is_empty();
    is_credit.then(|| after_delimiters(paragraph, end))
}

/// `江城社杭州8月30日电（记者 甲）`, `江城网讯：`, `江城汇9月3日丨`.
fn marked(paragraph: &str) -> Option<usize> {
    let mut found = None;
    let markers = structure("marker");
    for (count, (at, c)) in paragraph.char_indices().enumerate() {
        if count > LONGEST
            || matches!(c, '。' | '！' | '？' | '；' | '“' | '《' | '\n')
            || (matches!(c, '，' | '：') && found.is_some())
        {
            break;
        }
        if !FIRSTS.may_be(c) {
            continue;
        }
        let Some(rest) = paragraph.get(at..) else { break };
        let Some(marker) = markers.iter().find(|m| rest.starts_with(**m)) else { continue };
        if let Some(end) = accept(paragraph, at, marker) {
            found = Some(end);
        }
    }
    found
}

/// What the markers begin with.
static FIRSTS: LazyLock<Letters> =
    LazyLock::new(|| Letters::new(structure("marker").iter().filter_map(|marker| marker.chars().next())));

/// Where the dateline ends if the words before byte `at` and the `marker` there make one.
fn accept(paragraph: &str, at: usize, marker: &str) -> Option<usize> {
    let before = paragraph.get(..at)?;
    let after = paragraph.get(at + marker.len()..)?;
    let outlet = outlet_at_start(before);
    let named = outlet.is_some() || structure("house").iter().any(|s| before.starts_with(s));
    let whole = before.trim_end() == outlet.unwrap_or_default() || structure("house").contains(&before);
    let dated = !stamp::find(before).is_empty() || before.trim_end().ends_with('日');
    let delimited = after.starts_with(['：', '，', ' ', '（', '丨', '|', '—']) || after.is_empty();
    let bracket_follows = after.starts_with('（');
    let plain = !before.contains(['，', '、']);
    let accepted = plain
        && match marker {
            "丨" | "|" => named && (dated || whole),
            "电" => dated && (named || bracket_follows),
            // 资讯 and 通讯 are other words.
            "讯" | "专讯" | "快讯" if !before.ends_with(['资', '通', '音']) => {
                (named && (dated || whole || delimited)) || (dated && delimited) || is_house(before, after)
            }
            "讯" => false,
            "消息" => {
                (whole && delimited) || (dated && delimited && before.chars().count() <= 16) || (named && dated)
            }
            _ => named && holds(before, "记者") && !after.starts_with(['，', '。', '的', '称', '了']),
        };
    accepted.then(|| after_delimiters(paragraph, bracket(paragraph, at + marker.len()).unwrap_or(at + marker.len())))
}

/// `某某网讯：`: an outlet that no list names.
fn is_house(before: &str, after: &str) -> bool {
    let house = ["网", "报", "社", "台", "财经", "美股", "港股", "股份"].iter().any(|end| before.ends_with(end));
    house && before.chars().count() <= 10 && after.starts_with(['：', ' ', '（'])
}

/// The end of the round bracket that opens at byte `at`.
fn bracket(paragraph: &str, at: usize) -> Option<usize> {
    let rest = paragraph.get(at..)?.trim_start_matches(' ').strip_prefix('（')?;
    let (length, _) = rest.char_indices().take(LONGEST_BRACKET).find(|&(_, c)| c == '）')?;
    Some(paragraph.len() - rest.len() + length + '）'.len_utf8())
}

fn after_delimiters(paragraph: &str, at: usize) -> usize {
    let rest = paragraph.get(at..).unwrap_or_default();
    paragraph.len() - rest.trim_start_matches(['：', '，', ' ', '丨', '|', '—', '\t']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datelines_are_told_from_the_report() {
        for (dateline, report) in [
            ("新华社北京8月30日电（记者 林小满）", "记者从江城市获悉"),
            ("新华社北京8月30日电 ", "江城市今天宣布"),
            ("中新网杭州8月30日电（周宁）", "8月30日，杭州"),
            ("本报讯（江城日报记者 周宁）", "记者从市气象局了解到"),
            ("央视网消息（新闻联播）：", "国家主席"),
            ("央视网消息：", "今天上午"),
            ("【解说】", "8月29日，江城"),
            ("【江城周刊】（记者 林小满）", "江城证券总裁已离任"),
            ("【江城社讯】", "江城控股公布"),
            ("格隆汇9月3日丨", "江城科技公布"),
            ("格隆汇 9 月 3日丨", "江城科技公布"),
            ("江城地产网讯：", "6月5日，江城资本宣布"),
            ("江城10月15日消息：", "周四，麦田资源公司"),
            ("每经AI快讯，", "江城科技发布公告"),
            ("21世纪经济报道记者林小满广州报道", "如今，跨区域"),
            ("（记者 李星辰 通讯员 赵远）", "为提高能力"),
            ("江城2025年9月2日 /美通社/ -- ", "江城科技今日宣布"),
        ] {
            let paragraph = format!("{dateline}{report}");
            assert_eq!(length(&paragraph).and_then(|n| paragraph.get(..n)), Some(dateline), "{paragraph}");
        }
    }

    #[test]
    fn a_byline_on_its_own_line_is_no_dateline() {
        assert!(is_whole("新华社北京8月30日电"));
        assert!(is_whole("本报讯（记者 林小满）"));
        assert!(!is_whole("21世纪经济报道 记者林小满 广州报道"));
        assert!(!is_whole("2023-08-31 17:52·江城快讯"));
    }

    #[test]
    fn prose_has_no_dateline() {
        for paragraph in [
            "记者从市气象局获悉，明天有雨。",
            "江城通讯，一家老牌企业，昨天上市。",
            "2024年8月28日 20:14 市场资讯",
            "据江城日报报道，大桥通车。",
            "这家电厂的发电量上升。",
            "好消息，江城大桥通车了。",
            "（一）总体要求。",
            "（下称公司）公告称，",
            "",
        ] {
            assert_eq!(length(paragraph), None, "{paragraph}");
        }
    }
}
