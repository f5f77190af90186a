//! HTML → tags and text, after the tokenization of the WHATWG HTML standard (section 13.2.5).
//!
//! A total function: every input has a reading, each byte is passed once, nothing recurses. What the standard does for
//! error reports, namespaces and doctypes is left out; what it does for text (raw text elements, comments, attributes
//! without quotes, tags cut by the end of input) is kept.

use crate::among::{place, places};

/// A piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<'h> {
    /// Text, its character references not yet read.
    Text(&'h str),
    /// The text of a script, a style or the like, with the name of its element.
    Raw(&'static str, &'h str),
    /// `<name attribute="value">`.
    Start(Tag<'h>),
    /// `</name>`, in lower case.
    End(String),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// In lower case.
    pub(super) name: String,
    /// The text between the name and `>`.
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    /// The value of the attribute `name`; empty where it has none.
    pub(super) fn attribute(&self, name: &str) -> Option<&'h str> {
        let mut rest = self.attributes;
        loop {
            let (found, value, after) = attribute(rest)?;
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = after;
        }
    }
}

/// Elements whose text is not parsed, and is not for readers either.
const RAW: [&str; 8] = ["script", "style", "noscript", "iframe", "template", "textarea", "title", "xmp"];

/// Longest name of an element that is kept whole.
const LONGEST_NAME: usize = 32;

/// Reads HTML piece by piece.
pub(super) struct Tokenizer<'h> {
    rest: &'h str,
    raw: Option<&'static str>,
}

impl<'h> Tokenizer<'h> {
    pub(super) fn new(html: &'h str) -> Self {
        Self { rest: html, raw: None }
    }

    fn take(&mut self, length: usize) -> &'h str {
        let (piece, rest) = self.rest.split_at_checked(length).unwrap_or((self.rest, ""));
        self.rest = rest;
        piece
    }

    /// The text of a raw element, up to its end tag.
    fn raw_text(&mut self, name: &'static str) -> Token<'h> {
        let ends = |at: usize| {
            let after = self.rest.get(at + 2..).unwrap_or_default();
            let named = after.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name));
            named && after.get(name.len()..).is_some_and(|r| r.starts_with(['>', '/', ' ', '\t', '\n', '\r', '\u{c}']))
        };
        let end = places(self.rest, "</").find(|&at| ends(at)).unwrap_or(self.rest.len());
        Token::Raw(name, self.take(end))
    }

    /// A comment, a doctype or what the standard calls a bogus comment; `self.rest` begins with `<!` or `<?`.
    fn skip_comment(&mut self) {
        let end = if self.rest.starts_with("<!-->") || self.rest.starts_with("<!--->") {
            self.rest.find('>').map(|at| at + 1)
        } else if self.rest.starts_with("<!--") {
            let body = self.rest.get(4..).unwrap_or_default();
            place(body, "-->").map(|at| at + 7)
        } else {
            self.rest.find('>').map(|at| at + 1)
        };
        self.take(end.unwrap_or(self.rest.len()));
    }

    /// A start or end tag; nothing where the input ends inside it.
    fn tag(&mut self) -> Option<Token<'h>> {
        let is_end = self.rest.starts_with("</");
        let body = self.rest.get(if is_end { 2 } else { 1 }..)?;
        let name_end = body.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>').unwrap_or(body.len());
        let name = body.get(..name_end.min(LONGEST_NAME)).unwrap_or_default().to_ascii_lowercase();
        let attributes = body.get(name_end..)?;
        let length = tag_end(attributes);
        let skipped = self.rest.len() - attributes.len();
        let whole = length.map_or(self.rest.len(), |length| skipped + length + 1);
        self.take(whole);
        let attributes = attributes.get(..length?)?;
        if is_end {
            return Some(Token::End(name));
        }
        self.raw = RAW.into_iter().find(|raw| *raw == name);
        Some(Token::Start(Tag { name, attributes }))
    }
}

impl<'h> Iterator for Tokenizer<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(name) = self.raw.take() {
            return Some(self.raw_text(name));
        }
        while !self.rest.is_empty() {
            let bytes = self.rest.as_bytes();
            match (bytes.first(), bytes.get(1), bytes.get(2)) {
                (Some(b'<'), Some(b'!' | b'?'), _) => self.skip_comment(),
                (Some(b'<'), Some(b'/'), Some(c)) if c.is_ascii_alphabetic() => {
                    if let Some(token) = self.tag() {
                        return Some(token);
                    }
                }
                (Some(b'<'), Some(b'/'), _) => self.skip_comment(),
                (Some(b'<'), Some(c), _) if c.is_ascii_alphabetic() => {
                    if let Some(token) = self.tag() {
                        return Some(token);
                    }
                }
                _ => {
                    // A `<` that opens nothing is text.
                    let after = self.rest.get(1..).map_or(0, |_| 1);
                    let end = self.rest.get(after..).and_then(|r| r.find('<')).map_or(self.rest.len(), |at| after + at);
                    return Some(Token::Text(self.take(end.max(1))));
                }
            }
        }
        None
    }
}

/// Where the `>` of a tag stands, quoted values passed over.
fn tag_end(attributes: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, byte) in attributes.bytes().enumerate() {
        match quote {
            Some(q) if byte == q => quote = None,
            Some(_) => {}
            None if byte == b'>' => return Some(at),
            // A quotation mark opens a value only after the equals sign.
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

/// The first attribute of `text` with its value, and what follows.
fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let space = |c: char| c.is_ascii_whitespace() || c == '/';
    let text = text.trim_start_matches(space);
    let end = text.char_indices().skip(1).find(|&(_, c)| space(c) || c == '=').map_or(text.len(), |(at, _)| at);
    let name = text.get(..end).filter(|name| !name.is_empty())?;
    let rest = text.get(end..)?.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let Some(value) = rest.strip_prefix('=') else { return Some((name, "", rest)) };
    let value = value.trim_start_matches(|c: char| c.is_ascii_whitespace());
    match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            let inner = value.get(1..)?;
            let end = inner.find(quote).unwrap_or(inner.len());
            Some((name, inner.get(..end)?, inner.get(end + 1..).unwrap_or_default()))
        }
        _ => {
            let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
            Some((name, value.get(..end)?, value.get(end..)?))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let show = |token| match token {
            Token::Text(text) => format!("[{text}]"),
            Token::Raw(name, text) => format!("{name}[{text}]"),
            Token::Start(tag) => format!("<{}>", tag.name),
            Token::End(name) => format!("</{name}>"),
        };
        Tokenizer::new(html).map(show).collect()
    }

    #[test]
    fn tags_and_text_are_told_apart() {
        for (html, tokens) in [
            ("<P class=a>桥</p>", "<p>[桥]</p>"),
            ("<a title='1 > 0'>桥</a>", "<a>[桥]</a>"),
            ("<a title=it's>桥</a>", "<a>[桥]</a>"),
            ("1 < 2 <3", "[1 ][< 2 ][<3]"),
            ("<!-- <p> -->桥<!doctype html><?xml?>", "[桥]"),
            ("<!-->桥", "[桥]"),
            ("</>桥</ p>", "[桥]"),
            ("<script>if (a < b) '</p>'</script>桥", "<script>script[if (a < b) '</p>']</script>[桥]"),
            ("<style>p{}</STYLE >桥", "<style>style[p{}]</style>[桥]"),
            ("<script>never closed", "<script>script[never closed]"),
            ("桥<p class=", "[桥]"),
            ("桥<", "[桥][<]"),
            ("", ""),
        ] {
            assert_eq!(shown(html), tokens, "{html}");
        }
    }

    #[test]
    fn attributes_are_found_in_any_writing() {
        let tag = |html| match Tokenizer::new(html).next() {
            Some(Token::Start(tag)) => tag,
            other => panic!("{other:?}"),
        };
        let whole = tag("<meta Property = \"og:title\" content='桥 通' hidden data-x=1/>");
        assert_eq!(whole.attribute("property"), Some("og:title"));
        assert_eq!(whole.attribute("content"), Some("桥 通"));
        assert_eq!(whole.attribute("hidden"), Some(""));
        assert_eq!(whole.attribute("data-x"), Some("1/"));
        assert_eq!(whole.attribute("title"), None);
        assert_eq!(tag("<p ===>").attribute("x"), None);
    }
}
