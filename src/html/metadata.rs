//! What a page says of itself in its head: `<title>`, `og:` and `article:` properties, JSON-LD of a NewsArticle.

use super::Part;
use super::entity;
use super::tokenizer::Tag;
use crate::among::{holds, place};

/// The page's own statements, the most particular kept.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    headline: Option<String>,
    title: Option<String>,
    published: Option<String>,
    author: Option<String>,
    site: Option<String>,
}

/// Longest statement that is kept, in characters.
const LONGEST: usize = 200;

impl Metadata {
    /// Reads a `<meta>`.
    pub(super) fn tag(&mut self, tag: &Tag) {
        if tag.name != "meta" {
            return;
        }
        let key = tag.attribute("property").or_else(|| tag.attribute("name")).or_else(|| tag.attribute("itemprop"));
        let (Some(key), Some(content)) = (key, tag.attribute("content")) else { return };
        let slot = match key.to_ascii_lowercase().as_str() {
            "og:title" | "twitter:title" | "articletitle" => &mut self.headline,
            "article:published_time" | "og:release_date" | "publishdate" | "pubdate" | "datepublished" => {
                &mut self.published
            }
            "og:site_name" | "contentsource" => &mut self.site,
            "author" | "article:author" | "og:article:author" => &mut self.author,
            _ => return,
        };
        keep(slot, content);
    }

    /// Reads a `<title>` or a `<script>` with JSON-LD; `kind` is the script's type.
    pub(super) fn raw(&mut self, name: &str, kind: &str, text: &str) {
        match name {
            "title" => keep(&mut self.title, text),
            "script" if kind == "application/ld+json" && holds(text, "Article") => {
                for (key, slot) in [("headline", &mut self.headline), ("datePublished", &mut self.published)] {
                    if let Some(value) = json_string(text, key) {
                        keep(slot, &value);
                    }
                }
            }
            _ => {}
        }
    }

    /// The statements that `text` does not make itself, as lines to stand before it.
    pub(super) fn lines(self, text: &str) -> Vec<(String, Part)> {
        let stated = |line: &String| text.lines().any(|other| other == line);
        let title = self.headline.or(self.title).filter(|t| !stated(t));
        // The site's name hangs on the title of many pages; the title itself then stands in the text.
        let title = title.filter(|t| !text.lines().any(|line| line.chars().count() >= 6 && t.starts_with(line)));
        let day = |published: &str| published.get(..10).is_some_and(|day| holds(text, day));
        let published = self.published.filter(|p| p.starts_with(|c: char| c.is_ascii_digit()) && !day(p));
        let author = self.author.filter(|a| a.chars().count() <= 20 && !holds(text, a)).map(|a| format!("作者：{a}"));
        let site = self.site.filter(|site| site.chars().count() <= 20 && !holds(text, "来源"));
        let source = site.map(|site| format!("来源：{site}"));
        let facts = published.into_iter().chain(source).chain(author);
        title.map(|t| (t, Part::Title)).into_iter().chain(facts.map(|fact| (fact, Part::Flow))).collect()
    }
}

fn keep(slot: &mut Option<String>, words: &str) {
    let mut decoded = String::new();
    entity::decode(words, &mut decoded);
    let line: Vec<&str> = decoded.split_whitespace().collect();
    let line = line.join(" ");
    if slot.is_none() && !line.is_empty() && line.chars().count() <= LONGEST {
        *slot = Some(line);
    }
}

/// The string value of the first `"key": "…"` in JSON.
fn json_string(json: &str, key: &str) -> Option<String> {
    let quoted = format!("\"{key}\"");
    let after = json.get(place(json, &quoted)? + quoted.len()..)?.trim_start().strip_prefix(':')?;
    let mut chars = after.trim_start().strip_prefix('"')?.chars();
    let mut value = String::new();
    while let Some(c) = chars.next().filter(|_| value.len() <= 4 * LONGEST) {
        match c {
            '"' => return Some(value),
            '\\' => match chars.next()? {
                'u' => {
                    let hex: String = chars.by_ref().take(4).collect();
                    value.push(u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32).unwrap_or('\u{fffd}'));
                }
                'n' | 'r' | 't' => value.push(' '),
                escaped => value.push(escaped),
            },
            c => value.push(c),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn the_head_speaks_where_the_text_does_not() {
        let json = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"江城\u5927桥通车","datePublished":"2023-08-31T17:52:00+08:00"}</script>"#;
        assert_eq!(read(&format!("{json}<p>桥通了。")).text, "江城大桥通车\n2023-08-31T17:52:00+08:00\n桥通了。\n");
        let meta = "<meta property='og:title' content='江城大桥通车'><h1>江城大桥通车</h1><p>桥通了。";
        assert_eq!(read(meta).text, "江城大桥通车\n桥通了。\n");
        let site = "<meta property='og:site_name' content='江城网'>";
        assert_eq!(read(&format!("{site}<p>桥通了。")).text, "来源：江城网\n桥通了。\n");
        assert_eq!(read(&format!("{site}<p>来源：江城日报<p>桥通了。")).text, "来源：江城日报\n桥通了。\n");
    }
}
