//! How text is cut into words.

use crate::specs;
use yaodian::digest_with_options;
use yaodian::options::{Options, UserWord};
use yaodian::span::Span;
use yaodian::token::tokenize;

fn words(text: &str, own: &[UserWord]) -> String {
    let tokens = tokenize(text, Span::new(0, text.len()), own);
    tokens.iter().map(|t| t.span().of(text)).collect::<Vec<_>>().join(" ")
}

#[test]
fn tokens() {
    specs::check("token.tsv", |text| words(text, &[]));
}

#[test]
fn words_of_the_caller_are_whole_for_one_call() {
    let own = |word: &str| UserWord { word: word.to_owned(), tag: Some("nz".to_owned()) };
    let text = "云岚智造发布岚图引擎AI2";
    let before = words(text, &[]);
    assert_eq!(words(text, &[own("岚图引擎"), own("云岚智造"), own("岚图"), own("AI")]), "云岚智造 发布 岚图引擎 AI2");
    assert_eq!(words(text, &[]), before);
    let tokens = tokenize(text, Span::new(0, text.len()), &[own("岚图引擎")]);
    assert_eq!(tokens.iter().find(|t| t.span().of(text) == "岚图引擎").map(|t| &*t.tag), Some("nz"));
}

#[test]
fn words_of_one_call_change_no_other() {
    let text = "云岚智造发布岚图引擎。岚图引擎由云岚智造研制，岚图引擎明年上市。";
    let mut own = Options::default();
    own.words = vec![UserWord { word: "岚图引擎".to_owned(), tag: Some("nz".to_owned()) }];
    let plain = digest_with_options(text, &Options::default());
    let told = digest_with_options(text, &own);
    assert!(told.keywords.iter().any(|k| k.text == "岚图引擎"), "{:?}", told.keywords);
    assert_ne!(told.keywords, plain.keywords, "the word was known before, so that the test shows nothing");
    assert_eq!(digest_with_options(text, &Options::default()), plain);
}
