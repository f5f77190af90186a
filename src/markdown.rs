//! Digest → Markdown, for the command and for the page's copy button.

use crate::digest::Digest;
use crate::figure::{Change, Figure, Modifier};
use crate::order;
use crate::quote::QuoteKind;
use crate::reading::Script;
use std::cmp::Reverse;
use std::fmt::{self, Write};

/// How many figures the digest for a person shows: as many as fit on one screen.
pub const KEY_FIGURES: usize = 8;

/// The digest as a Markdown page in Chinese, in the script of the text: headline, summary, key figures, checks, keywords, people.
pub fn markdown(digest: &Digest) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_page(digest, &mut out);
    out
}

fn write_page(digest: &Digest, out: &mut String) -> fmt::Result {
    if let Some(headline) = &digest.document.headline {
        writeln!(out, "# {}\n", escaped(&headline.text))?;
    }
    let facts: Vec<String> = imprint(digest);
    if !facts.is_empty() {
        writeln!(out, "{}\n", facts.join(" · "))?;
    }
    write_section(out, "摘要", digest.summary.points.iter().map(|p| escaped(&p.text)))?;
    write_figures(digest, out)?;
    let checks = digest.checks.iter().map(|c| format!("{} {}", if c.holds { "相符" } else { "不符" }, c.arithmetic));
    write_section(out, &own(digest, "核对"), checks)?;
    if !digest.keywords.is_empty() {
        let words: Vec<String> = digest.keywords.iter().map(|k| escaped(&k.text)).collect();
        writeln!(out, "## {}\n\n{}\n", own(digest, "关键词"), words.join("、"))?;
    }
    write_people(digest, out)?;
    write_section(out, "提示", digest.notices.iter().map(|n| escaped(&n.message)))
}

/// What differs between the scripts in the words of this page: simplified, traditional.
const SCRIPTS: &str = "关關键鍵词詞数數标標体體变變对對约約环環较較";

/// Words of this page, which are not the text's, in its script.
fn own(digest: &Digest, words: &str) -> String {
    let other = |c: char| SCRIPTS.get(SCRIPTS.find(c)? + c.len_utf8()..)?.chars().next();
    let is_traditional = digest.script == Script::Hant;
    words.chars().map(|c| is_traditional.then(|| other(c)).flatten().unwrap_or(c)).collect()
}

/// Where and when the article appeared and who made it.
pub fn imprint(digest: &Digest) -> Vec<String> {
    let document = &digest.document;
    let mut facts = Vec::new();
    facts.extend(document.source.as_ref().map(|s| s.text.clone()));
    let published = document.published.as_ref();
    facts.extend(published.and_then(|p| p.value.as_ref()).map(|value| value.replace('T', " ")));
    for byline in &document.bylines {
        if !facts.contains(&byline.name) {
            facts.push(byline.name.clone());
        }
    }
    facts
}

/// The figures that a reader would put on a card, in the order of the text.
pub fn key_figures(digest: &Digest) -> Vec<&Figure> {
    let mut figures: Vec<&Figure> = digest.figures.iter().collect();
    order::by_key(&mut figures, |f| (Reverse(f.salience), f.start));
    figures.truncate(KEY_FIGURES);
    order::by_key(&mut figures, |f| f.start);
    figures
}

/// The figure as written, with the hedge that the text puts on it.
pub fn hedged(figure: &Figure) -> String {
    format!("{}{}", hedge(figure), figure.text)
}

fn hedge(figure: &Figure) -> &'static str {
    match figure.modifier {
        Some(Modifier::Approx) => "约",
        Some(Modifier::Near) => "近",
        Some(Modifier::Over) => "超",
        Some(Modifier::Under) => "不足",
        Some(Modifier::AtLeast) => "至少",
        Some(Modifier::AtMost) => "至多",
        Some(Modifier::Vague) | None => "",
    }
}

/// The change that a figure reports, in words: `同比增`, `环比降`, `较上月增`, `增至`.
pub fn change(figure: &Figure) -> String {
    let basis = match figure.basis.as_deref() {
        Some("yoy") => "同比".to_owned(),
        Some("mom") => "环比".to_owned(),
        Some(words) => format!("较{words}"),
        None => String::new(),
    };
    let direction = match figure.change {
        Some(Change::Up) => "增",
        Some(Change::Down) => "降",
        Some(Change::ToUp) => "增至",
        Some(Change::ToDown) => "降至",
        None => "",
    };
    basis + direction
}

fn write_figures(digest: &Digest, out: &mut String) -> fmt::Result {
    let figures = key_figures(digest);
    if figures.is_empty() {
        return Ok(());
    }
    *out += &own(digest, "## 关键数字\n\n| 数字 | 指标 | 主体 | 变化 |\n| --- | --- | --- | --- |\n");
    for figure in figures {
        let property = figure.property.as_ref().map_or("", |p| p.text.as_str());
        let entity =
            figure.entity_name.as_deref().or(figure.entity.as_ref().map(|e| e.text.as_str())).unwrap_or_default();
        let value = own(digest, hedge(figure)) + &figure.text;
        let cells = [&value, property, entity, &own(digest, &change(figure))].map(escaped);
        writeln!(out, "| {} |", cells.join(" | "))?;
    }
    out.push('\n');
    Ok(())
}

fn write_people(digest: &Digest, out: &mut String) -> fmt::Result {
    let people = digest.people.iter().map(|person| {
        let titles = person.titles.join("、");
        let place = [person.organization.as_deref().unwrap_or_default(), &titles].concat();
        let said = person.quotes.first().and_then(|&i| digest.quotes.get(i)).map(|q| {
            let [open, close] = match (q.kind, digest.script) {
                (QuoteKind::Indirect, _) => ["", ""],
                (_, Script::Hant) => ["「", "」"],
                _ => ["“", "”"],
            };
            format!("：{open}{}{close}", q.text)
        });
        let place = if place.is_empty() { place } else { format!("（{place}）") };
        escaped(&format!("{}{place}{}", person.name, said.unwrap_or_default()))
    });
    write_section(out, "人物", people)
}

fn write_section(out: &mut String, title: &str, items: impl Iterator<Item = String>) -> fmt::Result {
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "## {title}\n")?;
    for item in items {
        writeln!(out, "- {item}")?;
    }
    out.push('\n');
    Ok(())
}

/// The words of a text as Markdown shows them unchanged: one line, with its marks escaped. A line of print that breaks
/// within a sentence leaves a space between Latin words and nothing between Chinese ones.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        match c {
            '\n' | '\r' => {
                let next = rest.as_str().chars().next();
                if out.ends_with(|c: char| c.is_ascii()) && next.is_some_and(|c| c.is_ascii()) {
                    out.push(' ');
                }
            }
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '!' | '~' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_text_are_not_marks_of_the_page() {
        assert_eq!(escaped("a|b <i> *重点*\n# 题"), "a\\|b \\<i\\> \\*重点\\* \\# 题");
        assert_eq!(escaped("全面统\n计，增长\n3%，Open\nHarbor"), "全面统计，增长3%，Open Harbor");
    }

    #[test]
    fn the_page_is_in_the_script_of_its_text() {
        let page = |text: &str| markdown(&crate::digest(text));
        let hant = page(
            "海州造橋\n海州市長周映之表示：「大橋耗資約51億元，比去年增加3億元。」市民沈若溪認為，橋面應當再寬一些。",
        );
        for words in ["## 關鍵數字", "| 約51億元 |", "## 關鍵詞", "：「大橋耗資約", "：橋面應當再寬一些"]
        {
            assert!(hant.contains(words), "{words} in {hant}");
        }
        let hans = page("海州造桥\n海州市长周映之表示：“大桥耗资约51亿元，比去年增加3亿元。”");
        assert!(hans.contains("## 关键数字") && hans.contains("：“大桥耗资约"), "{hans}");
    }
}
