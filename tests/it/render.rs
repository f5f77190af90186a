//! A digest as readable lines, one a result, for the snapshots of whole articles.

use std::fmt::Write;
use yaodian::Digest;
use yaodian::figure::Figure;
use yaodian::name::{Entity, Person};
use yaodian::span::Span;

/// One line a result, in a fixed order; places are given by the words that stand there.
pub(crate) fn digest(digest: &Digest, text: &str) -> String {
    let mut out = String::new();
    let document = &digest.document;
    let mut line = |kind: &str, words: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{kind:<12} {}", words.replace('\n', "⏎"));
    };
    line("headline", document.headline.as_ref().map_or("-".into(), |h| h.text.clone()));
    line("source", document.source.as_ref().map_or("-".into(), |s| s.text.clone()));
    let published = document.published.as_ref();
    line("published", published.map_or("-".into(), |p| format!("{} ({})", p.value.as_deref().unwrap_or("?"), p.text)));
    for byline in &document.bylines {
        line("byline", format!("{} {:?}", byline.name, byline.role));
    }
    line("length", format!("{} characters, {} min", document.length.characters, document.length.minutes));
    for block in &document.blocks {
        let mark = if block.body { "+" } else { "-" };
        line("block", format!("{mark} {:?} {}", block.kind, shortened(block.span().of(text))));
    }
    for point in &digest.summary.points {
        line("point", format!("[{}] {}", point.sentence, point.text));
    }
    line("ranking", format!("{:?}", digest.summary.ranking));
    for keyword in &digest.keywords {
        line(
            "keyword",
            format!("{} {:?} {:.2} ×{}", keyword.text, keyword.kind, keyword.score, keyword.mentions.len()),
        );
    }
    digest.figures.iter().for_each(|f| line("figure", figure(f)));
    for series in &digest.series {
        let items: Vec<String> = series.items.iter().map(|i| format!("{} {}", i.label, i.value)).collect();
        let total = series.total.map_or(String::new(), |t| format!(" = {}", t.value));
        line("series", format!("{} [{}] {:?}: {}{total}", series.property, series.unit, series.axis, items.join(", ")));
    }
    for check in &digest.checks {
        line(
            "check",
            format!("{:?} {} {}", check.kind, if check.holds { "holds" } else { "BROKEN" }, check.arithmetic),
        );
    }
    for time in &digest.times {
        let value = time.value.clone().or(time.range.as_ref().map(|r| r.join("/")));
        line("time", format!("{} {:?} {}", time.text, time.kind, value.as_deref().unwrap_or("?")));
    }
    for identifier in &digest.identifiers {
        line("identifier", format!("{} {:?} {}", identifier.text, identifier.kind, identifier.value));
    }
    digest.people.iter().for_each(|p| line("person", person(p, text)));
    digest.organizations.iter().for_each(|o| line("organization", entity(o, text)));
    digest.places.iter().for_each(|p| line("place", entity(p, text)));
    for quote in &digest.quotes {
        let speaker = quote.speaker.as_deref().unwrap_or("?");
        line("quote", format!("{speaker} {} {:?}: {}", quote.verb.as_deref().unwrap_or("-"), quote.kind, quote.text));
    }
    for notice in &digest.notices {
        line("notice", format!("{} {}", notice.code, notice.message));
    }
    out
}

fn figure(f: &Figure) -> String {
    let number = match (f.value, f.range, f.parts) {
        (Some(value), _, _) => value.to_string(),
        (_, Some([low, high]), _) => format!("{low}..{high}"),
        (_, _, Some([a, b])) => format!("{a}:{b}"),
        _ => "?".into(),
    };
    let mut words = format!("{} = {number} {} {:?} {:?} {:?}", f.text, f.unit, f.kind, f.role, f.status);
    let property = f.property.as_ref().map(|p| format!(" property {}", p.text));
    let entity = f.entity.as_ref().map(|e| format!(" of {}", e.text));
    let name = f.entity_name.as_ref().map(|n| format!(" ({n})"));
    let modifier = f.modifier.map(|m| format!(" {m:?}"));
    let change = f.change.map(|c| format!(" {c:?}"));
    let basis = f.basis.as_ref().map(|b| format!(" against {b}"));
    let repaired = f.repaired.then(|| " repaired".to_owned());
    words.extend([property, entity, name, modifier, change, basis, repaired].into_iter().flatten());
    let mentions = if f.mentions.len() > 1 { format!(" ×{}", f.mentions.len()) } else { String::new() };
    format!("{words} salience {:.2}{mentions}", f.salience)
}

fn person(p: &Person, text: &str) -> String {
    let organization = p.organization.as_deref().unwrap_or("-");
    format!(
        "{} | {} | {organization} | {} | quotes {:?}",
        p.name,
        p.titles.join("、"),
        named(&p.mentions, text),
        p.quotes
    )
}

fn entity(e: &Entity, text: &str) -> String {
    let aliases = if e.aliases.is_empty() { String::new() } else { format!(" aka {}", e.aliases.join("、")) };
    format!("{}{aliases} | {}", e.name, named(&e.mentions, text))
}

fn named(mentions: &[Span], text: &str) -> String {
    mentions.iter().map(|m| m.of(text)).collect::<Vec<_>>().join(" ")
}

/// First and last words of a long block.
fn shortened(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    if chars.len() <= 40 {
        return text.to_owned();
    }
    let head: String = chars[..24].iter().collect();
    let tail: String = chars[chars.len() - 12..].iter().collect();
    format!("{head}…{tail}")
}
