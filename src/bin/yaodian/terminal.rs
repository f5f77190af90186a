//! A digest for a person at a terminal.

use yaodian::Digest;
use yaodian::figure::Figure;
use yaodian::markdown::{change, hedged, imprint, key_figures};

/// Escape codes, or none of them.
pub(crate) struct Palette {
    strong: &'static str,
    faint: &'static str,
    accent: &'static str,
    plain: &'static str,
}

impl Palette {
    /// Colours on a terminal, none in a pipe or a file.
    pub(crate) fn of(is_terminal: bool) -> Self {
        match is_terminal {
            true => Self { strong: "\x1b[1m", faint: "\x1b[2m", accent: "\x1b[36m", plain: "\x1b[0m" },
            false => Self { strong: "", faint: "", accent: "", plain: "" },
        }
    }

    fn section(&self, title: &str, lines: &[String]) -> String {
        if lines.is_empty() {
            return String::new();
        }
        format!("\n{}{title}{}\n{}\n", self.accent, self.plain, lines.join("\n"))
    }
}

/// Headline, summary, key figures, keywords, people.
pub(crate) fn render(digest: &Digest, palette: Palette) -> String {
    let mut out = String::new();
    if let Some(headline) = &digest.document.headline {
        out += &format!("{}{}{}\n", palette.strong, printable(&headline.text), palette.plain);
    }
    let imprint = imprint(digest);
    if !imprint.is_empty() {
        out += &format!("{}{}{}\n", palette.faint, printable(&imprint.join(" · ")), palette.plain);
    }
    let points: Vec<String> = digest.summary.points.iter().map(|p| format!("  {}", printable(&p.text))).collect();
    out += &palette.section("摘要", &points);
    out += &palette.section("关键数字", &figure_lines(digest, &palette));
    let checks = digest.checks.iter().map(|c| format!("  {} {}", if c.holds { "✓" } else { "✗" }, c.arithmetic));
    out += &palette.section("核对", &checks.collect::<Vec<_>>());
    let keywords: Vec<&str> = digest.keywords.iter().map(|k| k.text.as_str()).collect();
    let keywords =
        if keywords.is_empty() { Vec::new() } else { vec![format!("  {}", printable(&keywords.join("  ")))] };
    out += &palette.section("关键词", &keywords);
    out += &palette.section("人物", &people_lines(digest, &palette));
    let notices: Vec<String> = digest.notices.iter().map(|n| format!("  {}", printable(&n.message))).collect();
    out += &palette.section("提示", &notices);
    out
}

/// Control characters of a pasted text must not reach the terminal.
pub(crate) fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn figure_lines(digest: &Digest, palette: &Palette) -> Vec<String> {
    let figures = key_figures(digest);
    let width = figures.iter().map(|f| columns(&hedged(f))).max().unwrap_or(0);
    let line = |figure: &&Figure| {
        let value = printable(&hedged(figure));
        let padding = " ".repeat(width - columns(&value).min(width));
        let entity = figure.entity_name.as_deref().or(figure.entity.as_ref().map(|e| e.text.as_str()));
        let property = figure.property.as_ref().map(|p| p.text.as_str());
        let what: Vec<&str> = [entity, property].into_iter().flatten().collect();
        let change = change(figure);
        let Palette { strong, faint, plain, .. } = palette;
        format!("  {strong}{value}{plain}{padding}  {} {faint}{change}{plain}", printable(&what.join(" ")))
            .trim_end()
            .to_owned()
    };
    figures.iter().map(line).collect()
}

fn people_lines(digest: &Digest, palette: &Palette) -> Vec<String> {
    let line = |person: &yaodian::name::Person| {
        let place = [person.organization.as_deref().unwrap_or_default(), &person.titles.join("、")].concat();
        let said = person.quotes.first().and_then(|&i| digest.quotes.get(i));
        let said = said.map(|q| format!("\n    “{}”", printable(&q.text))).unwrap_or_default();
        format!("  {}{}{}  {}{said}", palette.strong, person.name, palette.plain, printable(&place))
    };
    digest.people.iter().map(line).collect()
}

/// Columns that a terminal gives to `text`: two for Han characters and full-width forms.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{1100}' { 2 } else { 1 }).sum()
}
