//! Numbers of a text: their values and units, what they measure, dates, identifiers, series.

use crate::specs::check;
use std::fmt::Write;
use yaodian::check::{Axis, Series};
use yaodian::figure::{Figure, FigureRole, Status};
use yaodian::options::Options;
use yaodian::time::TimeExpression;
use yaodian::{Digest, digest_with_options};

/// Everything of `text`, read as published on 31 August 2023.
pub(crate) fn read(text: &str) -> Digest {
    let mut options = Options::default();
    options.reference_date = yaodian::calendar::Date::parse_iso("2023-08-31");
    options.figures = 200;
    digest_with_options(text, &options)
}

/// The name of a serialised value, such as `to_up` for `Change::ToUp`.
fn name(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap_or_default().to_owned()
}

/// In the order of the text: what stands first comes first.
fn ordered(digest: &Digest) -> Vec<&Figure> {
    let mut figures: Vec<&Figure> = digest.figures.iter().collect();
    figures.sort_by_key(|f| f.start);
    figures
}

fn joined(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { "-".to_owned() } else { items.join("; ") }
}

/// `text=value unit kind`, then modifier, change and `repaired` where there are any.
pub(crate) fn quantity(figure: &Figure) -> String {
    let value = match (figure.value, figure.range, figure.parts) {
        (Some(value), ..) => value.to_string(),
        (_, Some([low, high]), _) => format!("{low}..{high}"),
        (.., Some([first, second])) => format!("{first}:{second}"),
        _ => "?".to_owned(),
    };
    let mut out = format!("{}={value}", figure.text);
    let kind = name(figure.kind);
    for part in [figure.unit.as_str(), kind.as_str()].into_iter().filter(|part| !part.is_empty()) {
        let _ = write!(out, " {part}");
    }
    out.extend(figure.modifier.map(|modifier| format!(" {}", name(modifier))));
    out.extend(figure.change.map(|change| format!(" {}", name(change))));
    out.extend(figure.repaired.then_some(" repaired"));
    out
}

/// `text: property @ entity = name < basis`, then role and status where they say something.
fn attached(figure: &Figure) -> String {
    let mut out = format!("{}: {}", figure.text, figure.property.as_ref().map_or("-", |p| p.text.as_str()));
    out.extend(figure.entity.as_ref().map(|e| format!(" @ {}", e.text)));
    out.extend(figure.entity_name.as_ref().map(|n| format!(" = {n}")));
    out.extend(figure.basis.as_ref().map(|b| format!(" < {b}")));
    let role = Some(figure.role).filter(|role| !matches!(role, FigureRole::Level | FigureRole::Change));
    out.extend(role.map(|role| format!(" {}", name(role))));
    out.extend(Some(figure.status).filter(|s| *s != Status::Fact).map(|status| format!(" {}", name(status))));
    out.extend((figure.mentions.len() > 1).then(|| format!(" ×{}", figure.mentions.len())));
    out
}

fn time(time: &TimeExpression) -> String {
    let value = match (&time.value, &time.range) {
        (Some(value), _) => value.clone(),
        (_, Some([from, to])) => format!("{from}..{to}"),
        _ => "?".to_owned(),
    };
    format!("{}={value}", time.text)
}

fn series(series: &Series) -> String {
    let axis = match series.axis {
        Axis::Category => "by owner",
        Axis::Time => "by time",
        Axis::Share => "shares",
    };
    let items: Vec<String> = series.items.iter().map(|item| format!("{} {}", item.label, item.value)).collect();
    let total = series.total.map_or(String::new(), |total| format!(" of {}", total.value));
    format!("{axis} [{} {}] {}{total}", series.property, series.unit, items.join(", "))
}

#[test]
fn quantities() {
    check("quantity.tsv", |text| joined(ordered(&read(text)).into_iter().map(quantity)));
}

#[test]
fn what_is_measured() {
    check("figure.tsv", |text| joined(ordered(&read(text)).into_iter().map(attached)));
}

#[test]
fn times() {
    check("time.tsv", |text| joined(read(text).times.iter().map(time)));
}

#[test]
fn identifiers() {
    check("identifier.tsv", |text| {
        joined(read(text).identifiers.iter().map(|i| format!("{}={} {}", i.text, name(i.kind), i.value)))
    });
}

#[test]
fn charts() {
    check("series.tsv", |text| joined(read(text).series.iter().map(series)));
}

#[test]
fn the_first_figures_are_those_of_a_card() {
    let text = "海州大会签约18个项目 总投资170亿元\n8月30日，海州大会连续第三年举行，共有18个重点项目签约，总投资170亿元。\
        其中，长桥区投资额51亿元，河西区投资额62亿元，青山区投资额57亿元。";
    let digest = read(text);
    let mut first: Vec<&Figure> = digest.figures.iter().collect();
    first.sort_by(|a, b| b.salience.total_cmp(&a.salience));
    let words: Vec<&str> = first.iter().take(2).map(|f| f.text.as_str()).collect();
    assert_eq!(words, ["170亿元", "18个"]);
}

#[test]
fn labels_and_terms_come_last() {
    let text = "男篮联赛第9轮今晚开打\n男篮联赛第9轮今晚在海州开打。央行开展7天期逆回购，利率1.40%。现场有6家企业。";
    let digest = read(text);
    let of = |words: &str| digest.figures.iter().find(|f| f.text == words).map(|f| f.salience);
    assert!(of("第9轮") < of("6家") && of("7天") < of("6家"), "{:?}", digest.figures);
}

#[test]
fn tables() {
    check("table.tsv", |text| {
        let digest = read(text);
        let cells = ordered(&digest).into_iter().map(|f| {
            let value = f.value.map_or("?".to_owned(), |value| format!("{value} {}", f.unit));
            format!("{} = {}", attached(f), value.trim_end())
        });
        let checks = digest
            .checks
            .iter()
            .map(|check| format!("{}{}", check.arithmetic, if check.holds { "" } else { " broken" }));
        joined(cells.chain(checks).chain(digest.series.iter().map(series)))
    });
}
