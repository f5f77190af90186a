//! HTML as copied from a page → its text, line by line, with what the tags say of each line.
//!
//! Blocks become lines, rows of tables become lines with tabs; script, style and hidden text are left out. The title,
//! time and author that the page states only in its head come first, so that one reading serves text and HTML. Time
//! grows with the length of the input and no faster; nothing recurses, and the depth of elements that is kept is bounded.

mod element;
mod entity;
mod metadata;
mod row;
mod tokenizer;

use crate::reading::{Wrap, is_han};
use element::{is_block, is_hidden, is_void, part_of};
use metadata::Metadata;
use row::Tables;
use tokenizer::{Tag, Token, Tokenizer};

/// A page of HTML as text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its lines, each ended by `\n`.
    pub text: String,
    /// What the tags say of each line, in order.
    pub hints: Vec<Hint>,
}

/// What the tags say of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hint {
    /// The part of the page or of the article that it is.
    pub part: Part,
    /// Share of its letters that are links, in percent.
    pub links: u8,
}

/// The element that a line stands in, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Any other element.
    #[default]
    Flow,
    /// `h1`, or the title in the head of the page.
    Title,
    /// `h2` to `h6`.
    Heading,
    /// `li`.
    Item,
    /// A row of a table of data.
    Row,
    /// `figcaption` or `caption`.
    Caption,
    /// The page around the article: `nav`, `footer`, `aside`, `form`, `button`.
    Frame,
}

/// Reads `html`. Any string is HTML.
pub fn read(html: &str) -> Page {
    let mut writer = Writer::default();
    let mut metadata = Metadata::default();
    let mut raw_kind = String::new();
    for token in Tokenizer::new(html) {
        match token {
            Token::Text(text) => writer.text(text),
            Token::Raw(name, text) => metadata.raw(name, &raw_kind, text),
            Token::Start(tag) => {
                raw_kind = tag.attribute("type").unwrap_or_default().to_ascii_lowercase();
                metadata.tag(&tag);
                writer.start(&tag);
            }
            Token::End(name) => writer.end(&name),
        }
    }
    writer.break_line();
    writer.finish(metadata)
}

/// Elements that are open, deeper ones being ignored.
const DEEPEST: usize = 256;

/// An end tag closes the nearest element of its name among so many.
const REACH: usize = 64;

struct Open {
    name: String,
    hidden: bool,
    part: Option<Part>,
}

#[derive(Default)]
struct Writer {
    page: Page,
    line: String,
    /// Letters of the line, and those of them in links.
    letters: usize,
    linked: usize,
    part: Option<Part>,
    open: Vec<Open>,
    hidden: usize,
    links: usize,
    preformatted: usize,
    tables: Tables,
}

impl Writer {
    fn text(&mut self, raw: &str) {
        if self.hidden > 0 {
            return;
        }
        let mut text = String::new();
        entity::decode(raw, &mut text);
        for c in text.chars() {
            match c {
                '\n' if self.preformatted > 0 => self.break_line(),
                '\u{2028}' | '\u{2029}' | '\u{85}' => self.break_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => self.space(c),
                _ => self.letter(c),
            }
        }
    }

    /// White space: one space, or none at the start of a line.
    fn space(&mut self, c: char) {
        if !self.line.is_empty() && !self.line.ends_with([' ', '\t', '\n']) {
            // A line break of the source; between Han characters it parts no words.
            self.line.push(if c == '\n' { '\n' } else { ' ' });
        }
    }

    fn letter(&mut self, c: char) {
        if self.line.ends_with('\n') {
            self.line.pop();
            let before = self.line.chars().next_back();
            if !(is_wide(c) && before.is_some_and(is_wide)) {
                self.line.push(' ');
            }
        }
        if self.part.is_none() {
            let framed = self.open.iter().any(|open| open.part == Some(Part::Frame));
            let nearest = self.open.iter().rev().find_map(|open| open.part).unwrap_or_default();
            self.part = Some(if framed { Part::Frame } else { nearest });
        }
        self.letters += usize::from(c.is_alphanumeric());
        self.linked += usize::from(self.links > 0 && c.is_alphanumeric());
        self.line.push(c);
    }

    fn start(&mut self, tag: &Tag) {
        let name = tag.name.as_str();
        match name {
            "br" | "hr" => self.break_line(),
            _ if is_block(name) => self.break_line(),
            _ => {}
        }
        self.tables.start(name, &mut self.page);
        if is_void(name) || self.open.len() >= DEEPEST {
            return;
        }
        if matches!(name, "p" | "li" | "option") && self.open.last().is_some_and(|open| open.name == name) {
            self.pop();
        }
        let open = Open { name: name.to_owned(), hidden: is_hidden(tag), part: part_of(tag) };
        self.hidden += usize::from(open.hidden);
        self.links += usize::from(name == "a");
        self.preformatted += usize::from(name == "pre");
        self.open.push(open);
    }

    fn end(&mut self, name: &str) {
        if is_block(name) {
            self.break_line();
        }
        self.tables.end(name, &mut self.page);
        let depth = self.open.iter().rev().take(REACH).position(|open| open.name == name);
        for _ in 0..depth.map_or(0, |depth| depth + 1) {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.hidden -= usize::from(open.hidden);
        self.links -= usize::from(open.name == "a");
        self.preformatted -= usize::from(open.name == "pre");
    }

    fn break_line(&mut self) {
        let words = self.line.trim();
        if !words.is_empty() {
            self.page.text.push_str(words);
            self.page.text.push('\n');
            let links = (100 * self.linked).checked_div(self.letters).unwrap_or(0);
            let links = u8::try_from(links).unwrap_or(100);
            self.page.hints.push(Hint { part: self.part.unwrap_or_default(), links });
        }
        self.line.clear();
        (self.letters, self.linked, self.part) = (0, 0, None);
    }

    /// The page, with what only its head says before its text.
    fn finish(self, metadata: Metadata) -> Page {
        let Page { text, hints } = self.page;
        let mut page = Page::default();
        for (line, part) in metadata.lines(&text) {
            page.text.push_str(&line);
            page.text.push('\n');
            page.hints.push(Hint { part, links: 0 });
        }
        let wrap = Wrap::of(&text);
        let mut lines = text.lines().zip(hints).peekable();
        while let Some((line, hint)) = lines.next() {
            page.text.push_str(line);
            let goes_on = lines.peek().is_some_and(|&(next, other)| {
                hint.part == Part::Flow && other.part == Part::Flow && wrap.joins(line, next)
            });
            if goes_on {
                let latin = line.ends_with(|c: char| c.is_ascii_alphanumeric());
                page.text.push_str(if latin { " " } else { "" });
            } else {
                page.text.push('\n');
                page.hints.push(hint);
            }
        }
        page
    }
}

/// Han characters and the punctuation that is as wide.
fn is_wide(c: char) -> bool {
    is_han(c) || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff60}' | '“' | '”')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_the_blocks_of_the_page() {
        for (html, text) in [
            ("<h1>江城大桥通车</h1><p>桥长<b>两</b>公里。<p>车过了。", "江城大桥通车\n桥长两公里。\n车过了。\n"),
            ("<p>江城\n  大桥 A\nB</p>", "江城大桥 A B\n"),
            ("一<br>二<br/>三", "一\n二\n三\n"),
            ("<table><tr><td>区</td><td>亿元</td></tr><tr><td>甲<td>51</table>", "区\t亿元\n甲\t51\n"),
            ("<tr><td>没有表格的单元格</table>", "没有表格的单元格\n"),
            ("<table><tr><td>甲<td><td>51<td></table>", "甲\t\t51\n"),
            ("<table><tr><td>基地<td>产值<br>（亿元）</table>", "基地\t产值（亿元）\n"),
            ("<table><tr><td>桥长两公里。</table>", "桥长两公里。\n"),
            ("<p>见<span style='DISPLAY: none'>不见</span>得</p>", "见得\n"),
            ("<p>见<i style='font-size:0;color:red'>不见</i><b style='left:-9999px'>不见</b>得</p>", "见得\n"),
            ("<div style='font-size:0'><span style='font-size:16px'>见得</span></div>", "见得\n"),
            ("<script>var a = '<p>'</script><style>p{}</style>桥", "桥\n"),
            ("<section style='visibility: hidden; opacity: 0'><section>桥通了。</section></section>", "桥通了。\n"),
            ("<pre>一\n二</pre>", "一\n二\n"),
            ("</p></div>桥<div>", "桥\n"),
            ("<title>江城大桥通车_江城网</title><body>桥通了。", "江城大桥通车_江城网\n桥通了。\n"),
            ("", ""),
        ] {
            assert_eq!(read(html).text, text, "{html}");
        }
    }

    #[test]
    fn every_line_has_a_hint() {
        let page = read(
            "<nav><a href=/>首页</a></nav><h1>题</h1><ul><li>一<li>二</ul><p>见<a>桥</a></p><figcaption>图</figcaption>",
        );
        let parts: Vec<Part> = page.hints.iter().map(|hint| hint.part).collect();
        assert_eq!(parts, [Part::Frame, Part::Title, Part::Item, Part::Item, Part::Flow, Part::Caption]);
        assert_eq!(page.hints.iter().map(|hint| hint.links).collect::<Vec<_>>(), [100, 0, 0, 0, 50, 0]);
        assert_eq!(page.text.lines().count(), page.hints.len());
    }

    #[test]
    fn hostile_pages_are_read_in_one_pass() {
        for piece in
            ["<div>", "<", "</", "<!--", "<a href='", "&", "&#x", "<script>", "</b>", "<p hidden>", "<table><tr><td>"]
        {
            let page = read(&piece.repeat(20_000));
            assert_eq!(page.text.lines().count(), page.hints.len(), "{piece}");
        }
    }
}
