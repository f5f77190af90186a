//! How text is cut into words.

use crate::specs;
use yaodian::options::UserWord;
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
