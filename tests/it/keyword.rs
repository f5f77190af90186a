//! The words that stand for an article.

use crate::specs;
use yaodian::digest;

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
