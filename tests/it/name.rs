//! Who and what is named, and who says what.

use crate::specs;
use yaodian::digest;
use yaodian::name::Entity;
use yaodian::quote::QuoteKind;

/// `name=titles@organization` of every person.
fn people(text: &str) -> String {
    let person = |p: &yaodian::name::Person| {
        let titles = if p.titles.is_empty() { String::new() } else { format!("={}", p.titles.join("/")) };
        let organization = p.organization.as_ref().map_or(String::new(), |o| format!("@{o}"));
        format!("{}{titles}{organization}", p.name)
    };
    digest(text).people.iter().map(person).collect::<Vec<_>>().join("；")
}

/// Every name, its aliases in brackets.
fn entities(entities: &[Entity]) -> String {
    let entity = |e: &Entity| {
        let aliases = if e.aliases.is_empty() { String::new() } else { format!("（{}）", e.aliases.join("、")) };
        format!("{}{aliases}", e.name)
    };
    entities.iter().map(entity).collect::<Vec<_>>().join("；")
}

/// `speaker“words”` of direct speech, `speaker：words` of what is reported; `?` for a speaker not given.
fn quotes(text: &str) -> String {
    let digest = digest(text);
    let quote = |q: &yaodian::quote::Quote| {
        let speaker = q.speaker.as_deref().unwrap_or("?");
        match q.kind {
            QuoteKind::Direct => format!("{speaker}“{}”", q.text),
            QuoteKind::Indirect => format!("{speaker}：{}", q.text),
        }
    };
    digest.quotes.iter().map(quote).collect::<Vec<_>>().join("；")
}

#[test]
fn people_with_titles() {
    specs::check("person.tsv", people);
}

#[test]
fn organizations() {
    specs::check("organization.tsv", |text| entities(&digest(text).organizations));
}

#[test]
fn places() {
    specs::check("place.tsv", |text| entities(&digest(text).places));
}

#[test]
fn speech() {
    specs::check("quote.tsv", quotes);
}

#[test]
fn a_verb_of_saying_is_no_part_of_another_word() {
    for (text, verb) in [
        ("“运价的高点已经过去。”岭海航运董事长沈伯谦在业绩说明会上表示。", "表示"),
        ("“运价的高点已经过去。”岭海航运董事长沈伯谦说明。", "说明"),
    ] {
        let quotes = digest(text).quotes;
        assert_eq!(quotes.first().and_then(|quote| quote.verb.as_deref()), Some(verb), "{text}");
    }
}

/// A mention of an organisation or a place is its name or an alias, and a quotation's parts are its text.
#[test]
fn mentions_say_the_name() {
    let text = "深圳青禾信息技术有限公司（下称“青禾信息”）总经理林小满说：“青禾信息会留在深圳。”她表示，公司明年进入江苏省南京市。\
                国家发改委副主任司马长青认为，“方向没有变”。林小满说，发改委的意见很重要。";
    let digest = digest(text);
    assert!(!digest.organizations.is_empty() && !digest.places.is_empty() && !digest.quotes.is_empty());
    for entity in digest.organizations.iter().chain(&digest.places) {
        assert!(!entity.mentions.is_empty(), "{} is nowhere", entity.name);
        for mention in &entity.mentions {
            let words = mention.of(text);
            assert!(words == entity.name || entity.aliases.iter().any(|a| a == words), "{words} for {}", entity.name);
        }
    }
    for person in &digest.people {
        assert!(person.mentions.iter().any(|m| m.of(text) == person.name), "{} is nowhere", person.name);
    }
    for quote in &digest.quotes {
        assert_eq!(quote.text, quote.parts.iter().map(|p| p.of(text)).collect::<String>());
    }
}
