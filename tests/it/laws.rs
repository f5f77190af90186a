//! What holds for every text: the articles, each prefix and damage of them, random and hostile strings.

use crate::articles::folders;
use crate::random::Random;
use serde_json::Value;
use std::fs;
use yaodian::Digest;
use yaodian::options::{Length, Options, TokenOutput};

/// Pieces that stages take for something, so that random texts reach deep into them.
const PIECES: &[&str] = &[
    "海州市",
    "记者",
    "陆一鸣",
    "表示",
    "，",
    "。",
    "：",
    "“",
    "”",
    "‘",
    "’",
    "（",
    "）",
    "《",
    "》",
    "同比增长",
    "5.2%",
    "170亿元",
    "其中",
    "分别",
    "18个",
    "2023年8月30日",
    "08月31日 17:52",
    "\n",
    "\r\n",
    " ",
    "\t",
    "原标题：",
    "责任编辑：",
    "据悉，",
    "3:1",
    "3-5亿元",
    "零下",
    "千",
    "万",
    "亿",
    "一",
    "二",
    "两",
    "半",
    "0",
    "9",
    ".",
    ",",
    "第",
    "百分之",
    "和",
    "、",
    "😀",
    "𠮷",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "\u{0}",
    "\u{fffd}",
    "é",
    "e\u{301}",
    "１２３",
    "％",
    "●",
    "■",
    "<p>",
    "&amp;",
    "</script>",
    "http://x.cn/",
    "A股",
    "C919",
    "长三角",
    "一带一路",
    "(代码:588020)",
    "下称“",
    "该公司",
    "他说",
    "……",
    "！",
    "？",
    "；",
    "relay",
    "關於",
    "國家",
];

fn random_text(random: &mut Random) -> String {
    let length = random.below(120);
    (0..length).map(|_| PIECES[random.below(PIECES.len())]).collect()
}

fn hostile_texts() -> Vec<String> {
    let mut texts: Vec<String> =
        ["", " ", "\n", "\r", "\u{feff}", "。", "“", "”", "（", "a", "0", "一", "%", "年", "😀", "\u{0}"]
            .map(str::to_owned)
            .to_vec();
    for piece in PIECES {
        texts.push(piece.repeat(300));
        texts.push(format!("{piece}\n").repeat(100));
    }
    texts.push("“（《".repeat(3000));
    texts.push("”）》".repeat(3000));
    texts
}

fn articles() -> Vec<String> {
    folders().iter().map(|folder| fs::read_to_string(folder.join("source.txt")).unwrap()).collect()
}

/// All texts that the laws are tried on.
fn texts() -> Vec<String> {
    let mut random = Random::new(0);
    let mut texts = hostile_texts();
    texts.extend((0..400).map(|_| random_text(&mut random)));
    for article in articles() {
        let chars: Vec<char> = article.chars().collect();
        for _ in 0..6 {
            let (a, b) = (random.below(chars.len()), random.below(chars.len()));
            texts.push(chars[a.min(b)..a.max(b)].iter().collect());
        }
        let piece = PIECES[random.below(PIECES.len())];
        texts.push(
            chars.iter().map(|&c| if random.below(40) == 0 { piece.to_owned() } else { c.to_string() }).collect(),
        );
        texts.push(article);
    }
    texts
}

fn full(text: &str) -> Digest {
    let mut options = Options::default();
    options.tokens = TokenOutput::Listed;
    options.figures = 200;
    options.keywords = 50;
    yaodian::digest_with_options(text, &options)
}

/// Visits every object of a JSON value that has a place.
fn each_place(value: &Value, visit: &mut dyn FnMut(usize, usize, Option<&str>)) {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let text = fields.get("text").filter(|_| !fields.contains_key("parts") || fields.contains_key("unit"));
                visit(start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize, text.and_then(Value::as_str));
            }
            fields.values().for_each(|inner| each_place(inner, visit));
        }
        Value::Array(items) => items.iter().for_each(|item| each_place(item, visit)),
        _ => {}
    }
}

#[test]
fn every_span_lies_on_characters_and_slices_to_its_text() {
    for text in texts() {
        let digest = serde_json::to_value(full(&text)).unwrap();
        each_place(&digest, &mut |start, end, words| {
            let slice = text.get(start..end);
            assert!(slice.is_some(), "{start}..{end} is no slice of {text:?}");
            if let Some(words) = words {
                assert_eq!(slice, Some(words), "in {text:?}");
            }
        });
    }
}

#[test]
fn in_utf16_every_span_is_the_same_piece() {
    for text in texts() {
        let units: Vec<u16> = text.encode_utf16().collect();
        let digest = serde_json::to_value(full(&text).in_utf16(&text)).unwrap();
        each_place(&digest, &mut |start, end, words| {
            let slice = String::from_utf16(&units[start..end]).expect("a span splits a surrogate pair");
            if let Some(words) = words {
                assert_eq!(slice, words, "in {text:?}");
            }
        });
    }
}

#[test]
fn blocks_are_in_order_and_cover_all_that_is_not_blank() {
    for text in texts() {
        let mut covered = vec![false; text.len()];
        let mut end = 0;
        for block in &full(&text).document.blocks {
            assert!(end <= block.start && block.start < block.end, "{block:?} in {text:?}");
            end = block.end;
            covered[block.start..block.end].fill(true);
        }
        for (at, c) in text.char_indices() {
            let invisible = c.is_whitespace() || c.is_control() || is_passed_over(c);
            assert!(covered[at] || invisible, "{c:?} at {at} of {text:?} is in no block");
        }
    }
}

/// Characters without a shape of their own (Unicode's Default_Ignorable_Code_Point, the part that news pages hold).
fn is_passed_over(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

#[test]
fn sentences_lie_in_body_blocks_in_order() {
    for text in texts() {
        let digest = full(&text);
        let mut end = 0;
        for sentence in &digest.sentences {
            let block = &digest.document.blocks[sentence.block];
            assert!(block.body && block.span().contains(sentence.span()), "{sentence:?} in {text:?}");
            assert!(end <= sentence.start && sentence.start < sentence.end, "{sentence:?} in {text:?}");
            end = sentence.end;
        }
    }
}

#[test]
fn indices_point_at_what_exists_and_scores_are_shares() {
    for text in texts() {
        let digest = full(&text);
        let sentences = digest.sentences.len();
        assert!(digest.summary.sentences.iter().chain(&digest.summary.ranking).all(|&i| i < sentences), "{text:?}");
        assert!(digest.summary.sentences.is_sorted());
        assert!(digest.figures.iter().all(|f| f.sentence.is_none_or(|i| i < sentences)), "{text:?}");
        assert!(digest.times.iter().all(|t| t.sentence.is_none_or(|i| i < sentences)), "{text:?}");
        assert!(digest.people.iter().flat_map(|p| &p.quotes).all(|&i| i < digest.quotes.len()), "{text:?}");
        let known = |id: &usize| digest.figures.iter().any(|f| f.id == *id);
        assert!(digest.checks.iter().flat_map(|c| &c.figures).all(known), "{text:?}");
        assert!(digest.series.iter().flat_map(|s| &s.items).all(|i| known(&i.figure)), "{text:?}");
        let shares = digest.sentences.iter().map(|s| s.salience).chain(digest.keywords.iter().map(|k| k.score));
        let shares = shares.chain(digest.figures.iter().map(|f| f.salience));
        assert!(shares.into_iter().all(|share| (0.0..=1.0).contains(&share)), "{text:?}");
    }
}

#[test]
fn points_and_quotes_are_made_of_pieces_of_the_text() {
    for text in texts() {
        let digest = full(&text);
        for point in &digest.summary.points {
            let kept: String = point.kept.iter().map(|span| span.of(&text)).collect();
            assert_eq!(kept, point.text, "in {text:?}");
        }
        for quote in &digest.quotes {
            let said: String = quote.parts.iter().map(|span| span.of(&text)).collect();
            assert_eq!(said, quote.text, "in {text:?}");
        }
    }
}

#[test]
fn longer_summaries_hold_the_shorter_ones() {
    for text in articles() {
        let mut shorter: Vec<usize> = Vec::new();
        for n in 1..=8 {
            let mut options = Options::default();
            options.sentences = Length::Sentences(n);
            let summary = yaodian::digest_with_options(&text, &options).summary;
            assert!(summary.sentences.len() <= n);
            assert!(shorter.iter().all(|i| summary.sentences.contains(i)), "{n} sentences of {text:?}");
            shorter = summary.sentences;
        }
    }
}

#[test]
fn tokens_are_the_text_without_its_blanks() {
    for text in texts() {
        let tokens = full(&text).tokens.unwrap();
        let mut end = 0;
        for token in &tokens {
            let between = &text[end..token.start];
            assert!(
                between.chars().all(|c| c.is_whitespace() || c.is_control() || is_passed_over(c)),
                "{between:?} lost in {text:?}"
            );
            end = token.end;
        }
    }
}

#[test]
fn the_same_text_has_the_same_digest() {
    for text in texts() {
        assert_eq!(full(&text), full(&text));
    }
}
