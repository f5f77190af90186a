//! Arithmetic between figures, and series.

use crate::specs::check;
use std::fmt::Write;
use yaodian::Digest;
use yaodian::check::Axis;

#[test]
fn arithmetic() {
    check("check.tsv", |input| rendered(&yaodian::digest(input)));
}

#[test]
fn doubts() {
    let codes = ["weekday", "day", "late-dateline", "unit-slip", "name-variants"];
    check("doubt.tsv", |input| {
        let digest = yaodian::digest(input);
        let doubts = digest.notices.iter().filter(|notice| codes.contains(&notice.code));
        let shown: Vec<String> =
            doubts.map(|n| format!("{} {}", n.code, n.span.map(|s| s.of(input)).unwrap_or_default())).collect();
        if shown.is_empty() { "-".to_owned() } else { shown.join("; ") }
    });
}

/// `kind: arithmetic; … | axis property: label value, … = total; …`, `-` for nothing.
fn rendered(digest: &Digest) -> String {
    let mut out = Vec::new();
    for check in &digest.checks {
        let kind = format!("{:?}", check.kind).to_lowercase();
        out.push(format!("{kind} {}{}", check.arithmetic, if check.holds { "" } else { " broken" }));
    }
    for series in digest.series.iter().filter(|s| s.items.len() > 2) {
        let axis = match series.axis {
            Axis::Category => "by owner",
            Axis::Time => "by time",
            Axis::Share => "shares",
        };
        let mut line = format!("{axis}:");
        for item in &series.items {
            let _ = write!(line, " {}", item.label);
        }
        out.push(line);
    }
    if out.is_empty() { "-".to_owned() } else { out.join("; ") }
}
