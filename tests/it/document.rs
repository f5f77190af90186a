//! How a page is read: what each line is, what the page says of itself, where sentences end.

use crate::specs;
use yaodian::document::{self, Document};
use yaodian::html;
use yaodian::reading::{Reading, Script};
use yaodian::sentence;
use yaodian::span::Span;

/// `kind` of every block, `*` marking those of the article, then what the page says of itself.
fn render(text: &str, document: &Document) -> String {
    let kind = |b: &document::Block| {
        let name = serde_json::to_value(b.kind).unwrap();
        format!("{}{}", name.as_str().unwrap(), if b.body { "*" } else { "" })
    };
    let kinds: Vec<String> = document.blocks.iter().map(kind).collect();
    let mut facts = Vec::new();
    let words = |span: Span| span.of(text).to_owned();
    facts.extend(document.headline.iter().map(|h| format!("题 {}", words(h.span()))));
    facts.extend(document.source.iter().map(|s| format!("源 {}", words(s.span()))));
    let published = |p: &yaodian::time::TimeExpression| format!("时 {}", p.value.as_deref().unwrap_or("?"));
    facts.extend(document.published.iter().map(published));
    facts.extend(document.bylines.iter().map(|b| {
        let role = serde_json::to_value(b.role).unwrap();
        format!("人 {}={}", b.name, role.as_str().unwrap())
    }));
    format!("{} / {}", kinds.join(" "), facts.join("；"))
}

/// `\\t` stands for a tab.
fn page(text: &str) -> String {
    let text = text.replace("\\t", "\t");
    let reading = Reading::of(&text);
    render(&reading.text, &document::read(&reading.text).0)
}

fn html_page(markup: &str) -> String {
    let page = html::read(markup);
    let reading = Reading::of_paragraphs(&page.text);
    render(&reading.text, &document::read_with_hints(&reading.text, &page.hints, &[]).0)
}

fn sentences(text: &str) -> String {
    let reading = Reading::of(text);
    let (document, _) = document::read(&reading.text);
    let sentences = sentence::split(&reading.text, &document);
    sentences.iter().map(|s| s.span().of(&reading.text)).collect::<Vec<_>>().join("‖")
}

/// Writes `\u{…}` as the character, so that the tables show what cannot be seen.
fn unescaped(text: &str) -> String {
    let mut pieces = text.split("\\u{");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |mut out, piece| {
        let (code, rest) = piece.split_once('}').unwrap();
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        out.push_str(rest);
        out
    })
}

#[test]
fn pages() {
    specs::check("document.tsv", page);
}

#[test]
fn pages_of_html() {
    specs::check("html.tsv", html_page);
}

#[test]
fn ends_of_sentences() {
    specs::check("sentence.tsv", sentences);
}

#[test]
fn readings() {
    specs::check("reading.tsv", |text| Reading::of(&unescaped(text)).text);
}

#[test]
fn what_deceives_is_noticed() {
    for (text, codes) in [
        ("江城\u{202e}大桥", &["bidi-control"][..]),
        ("增长1\u{200b}2%", &["invisible-in-number"]),
        ("江\u{200b}城", &[]),
    ] {
        let found: Vec<&str> = Reading::of(text).notices.iter().map(|n| n.code).collect();
        assert_eq!(found, codes, "{text:?}");
    }
}

#[test]
fn unreadable_texts_say_so() {
    for (text, code) in [
        ("", Some("empty")),
        (" \n\u{3000}\n", Some("empty")),
        ("2023-08-31 17:52", Some("no-body")),
        ("The bridge was opened on Monday, the city said.", Some("not-chinese")),
        ("江城大桥通车。", Some("too-short")),
    ] {
        let reading = Reading::of(text);
        let (_, notices) = document::read(&reading.text);
        assert_eq!(notices.first().map(|n| n.code), code, "{text:?}");
    }
    let sentence = "江城大桥今天通车，全长两公里，双向六车道。";
    for text in [format!("{sentence}\n").repeat(3000), sentence.repeat(3000)] {
        let (document, notices) = document::read(&Reading::of(&text).text);
        assert_eq!(notices.first().map(|n| n.code), Some("very-long"));
        assert!(document.length.characters > 50_000);
    }
}

#[test]
fn html_of_any_bytes_is_read() {
    let pieces = [
        "<p>",
        "</p>",
        "<div hidden>",
        "</div>",
        "<table>",
        "<tr>",
        "<td>",
        "</table>",
        "<a href='",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&#",
        "&#x6c5f;",
        "<",
        ">",
        "\"",
        "江城大桥通车，",
        "全长两公里。",
        "\n",
        "\0",
        "\u{2028}",
        "<h1>",
        "<li>",
        "<title>",
        "<meta property=og:title content=",
        "<style>",
        "\u{fffd}",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D;
    for _ in 0..2000 {
        let length = next(&mut state) % 80;
        let markup: String = (0..length).map(|_| pieces[next(&mut state) % pieces.len()]).collect();
        let page = html::read(&markup);
        assert_eq!(page.text.lines().count(), page.hints.len(), "{markup:?}");
        assert!(page.text.len() <= markup.len() + page.hints.len() + 1, "text grew out of {markup:?}");
        let reading = Reading::of_paragraphs(&page.text);
        document::read_with_hints(&reading.text, &page.hints, &[]);
        let bytes: Vec<u8> = (0..length).map(|_| next(&mut state) as u8).collect();
        html::read(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn the_script_is_that_of_the_article() {
    let reading = Reading::of("首頁\n江城大桥今天通车，全长两公里，双向六车道。");
    let (document, _) = document::read(&reading.text);
    let body = document.blocks.iter().filter(|b| b.body).map(document::Block::span);
    assert_eq!(reading.script(body), Script::Hans);
}

/// A small generator of repeatable randomness (Marsaglia's xorshift64, Journal of Statistical Software 2003).
fn next(state: &mut u64) -> usize {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    *state as usize
}

const PIECES: [&str; 40] = [
    "江城大桥通车",
    "，",
    "。",
    "”",
    "“",
    "（",
    "）",
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u{3000}",
    "记者",
    "王小明",
    "报道",
    "08月31日 17:52",
    "2023-08-31",
    "来源：",
    "责任编辑：",
    "原标题：",
    "新华社北京8月30日电",
    "【",
    "】",
    "《",
    "丨",
    "……",
    "...",
    "國家",
    "\u{200b}",
    "\u{202e}",
    "关键词：",
    "相关阅读",
    "1、",
    "一、",
    "(",
    ".",
    "😀",
    "据了解，",
    "全长两公里，双向六车道，",
    "\t",
];

#[test]
fn blocks_cover_the_text_and_hold_the_sentences() {
    let mut state = 0x9E37_79B9_7F4A_7C15;
    for _ in 0..2000 {
        let length = next(&mut state) % 60;
        let text: String = (0..length).map(|_| PIECES[next(&mut state) % PIECES.len()]).collect();
        let reading = Reading::of(&text);
        let folded = &reading.text;
        let (document, _) = document::read(folded);
        let mut end = 0;
        for block in &document.blocks {
            assert!(end <= block.start && block.start < block.end, "blocks overlap in {text:?}");
            assert!(folded[end..block.start].trim().is_empty(), "words outside blocks in {text:?}");
            end = block.end;
            let place = reading.original(block.span());
            assert!(text.get(place.start..place.end).is_some(), "no way back in {text:?}");
        }
        assert!(folded[end..].trim().is_empty(), "words after the blocks in {text:?}");
        let mut last = 0;
        for sentence in sentence::split(folded, &document) {
            let block = document.blocks[sentence.block];
            assert!(block.body && block.span().contains(sentence.span()), "a sentence leaves its block in {text:?}");
            assert!(last <= sentence.start, "sentences overlap in {text:?}");
            last = sentence.end;
        }
    }
}
