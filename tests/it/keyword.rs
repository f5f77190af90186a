//! The words that stand for an article.

use crate::articles::folders;
use crate::specs;
use std::fs;
use yaodian::digest;
use yaodian::keyword::KeywordKind;

#[test]
fn first_keywords() {
    specs::check("keyword.tsv", |text| digest(text).keywords.first().map_or_else(String::new, |k| k.text.clone()));
}

#[test]
fn every_mention_is_listed_and_scores_fall_from_one() {
    let text = "粤港澳大湾区的储能产业增长。大湾区的企业说，储能产业带动了粤港澳大湾区。";
    let keywords = digest(text).keywords;
    assert_eq!(keywords[0].score, 1.0);
    assert!(keywords.is_sorted_by(|a, b| a.score >= b.score), "{keywords:?}");
    assert!(keywords.iter().all(|k| k.text != "大湾" && k.text != "大湾区"), "{keywords:?}");
    let area = keywords.iter().find(|k| k.text == "粤港澳大湾区").unwrap();
    assert_eq!(
        area.mentions.iter().map(|m| m.of(text)).collect::<Vec<_>>(),
        ["粤港澳大湾区", "大湾区", "粤港澳大湾区"]
    );
}

#[test]
fn what_tells_little_is_no_keyword() {
    specs::check("keyword_word.tsv", |case| {
        let (word, text) = case.split_once('|').unwrap();
        if digest(text).keywords.iter().any(|k| k.text == word) { "yes".to_owned() } else { "no".to_owned() }
    });
}

#[test]
fn names_have_their_kind() {
    let text = "海州市副市长陆一鸣26日会见澜川新材董事长贺云舟。陆一鸣说，海州市支持澜川科技有限公司建厂。澜川科技有限公司计划年内开工。";
    let keywords = digest(text).keywords;
    let kind = |word: &str| keywords.iter().find(|k| k.text == word).map(|k| k.kind);
    assert_eq!(kind("陆一鸣"), Some(KeywordKind::Person), "{keywords:?}");
    assert_eq!(kind("海州市"), Some(KeywordKind::Place), "{keywords:?}");
    assert!(keywords.iter().any(|k| k.kind == KeywordKind::Organization), "{keywords:?}");
}

#[test]
fn makers_of_a_page_numbers_and_single_letters_are_no_keywords() {
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).unwrap();
        let digest = digest(&text);
        for keyword in &digest.keywords {
            let word = keyword.text.as_str();
            let place = format!("{word} in {}", folder.display());
            assert!(digest.document.bylines.iter().all(|b| b.name != word), "{place}");
            assert!(digest.document.source.as_ref().is_none_or(|s| s.text != word), "{place}");
            assert!(word.chars().count() > 1 && !word.chars().all(char::is_numeric), "{place}");
            assert!(keyword.score > 0.0 && keyword.score <= 1.0, "{place}");
            assert!(digest.times.iter().all(|t| !keyword.mentions.iter().any(|m| m.start == t.start)), "{place}");
        }
    }
}
