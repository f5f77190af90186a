//! What the names and attributes of elements say: `<p>` begins a line, `<nav>` stands around the article.

use super::Part;
use super::tokenizer::Tag;

/// Whether a line of its own begins and ends with the element.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "option"
            | "p"
            | "pre"
            | "section"
            | "select"
            | "summary"
            | "table"
            | "tbody"
            | "td"
            | "tfoot"
            | "th"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether the element holds nothing that is read as text: void elements, and those whose text is raw.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
            | "script"
            | "style"
            | "noscript"
            | "iframe"
            | "template"
            | "textarea"
            | "title"
            | "xmp"
    )
}

/// Whether a browser shows nothing of the element.
pub(super) fn is_hidden(tag: &Tag) -> bool {
    let style: String = tag.attribute("style").unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    // Blocks set their letters to nothing against the gaps between their children, which have a size of their own.
    let is_inline = !is_block(&tag.name);
    let declarations = style.split(';').filter_map(|declaration| declaration.split_once(':'));
    tag.attribute("hidden").is_some()
        || declarations.into_iter().any(|(property, value)| match property {
            "display" => value.starts_with("none"),
            "mso-hide" => value == "all",
            "font-size" => is_inline && matches!(value, "0" | "0px" | "0pt" | "0em" | "0%"),
            "left" | "top" | "text-indent" => is_off_screen(value),
            _ => false,
        })
        || matches!(
            tag.name.as_str(),
            "svg" | "math" | "object" | "audio" | "video" | "canvas" | "select" | "datalist" | "rt" | "rp"
        )
}

/// Whether a length leads far out of the window: `-9999px`.
fn is_off_screen(length: &str) -> bool {
    length.strip_prefix('-').is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() >= 4)
}

/// The part of the page that the element makes of its lines, if it says.
pub(super) fn part_of(tag: &Tag) -> Option<Part> {
    Some(match tag.name.as_str() {
        "h1" => Part::Title,
        "h2" | "h3" | "h4" | "h5" | "h6" => Part::Heading,
        "li" => Part::Item,
        "figcaption" | "caption" => Part::Caption,
        "nav" | "footer" | "aside" | "form" | "button" => Part::Frame,
        _ => return None,
    })
}
