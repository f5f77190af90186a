//! Which sentences stand for an article.

use crate::articles::folders;
use crate::specs;
use std::fs;
use yaodian::options::{Length, Options};
use yaodian::span::Span;
use yaodian::{Digest, digest_with_options};

fn digest(text: &str, sentences: Length) -> Digest {
    let mut options = Options::default();
    options.sentences = sentences;
    digest_with_options(text, &options)
}

const ARTICLE: &str = "晨屿科技8月20日宣布，与临川市签约建设储能基地，总投资42亿元。\n据了解，该基地占地300亩，分两期建设。\n\
    其中，一期产能5吉瓦时，明年投产。晨屿科技去年营收18亿元，储能业务占六成。你准备好了吗？\n\
    公司董事长陆知远表示，储能基地将带动当地就业2000人。市场有风险，投资需谨慎。";

#[test]
fn shorter_summaries_are_inside_longer_ones() {
    let chosen = |n| digest(ARTICLE, Length::Sentences(n)).summary.ranking;
    for n in 1..6 {
        let (short, long) = (chosen(n), chosen(n + 1));
        assert_eq!(short, long[..short.len()], "{n}");
    }
}

#[test]
fn summaries_of_articles_nest() {
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).unwrap();
        let rankings: Vec<_> = (1..6).map(|n| digest(&text, Length::Sentences(n)).summary.ranking).collect();
        for (short, long) in rankings.iter().zip(&rankings[1..]) {
            assert!(long.starts_with(short), "{}: {short:?} is not the beginning of {long:?}", folder.display());
        }
    }
}

#[test]
fn questions_and_disclaimers_never_fill_a_summary() {
    let all = digest(ARTICLE, Length::Sentences(20)).summary.text;
    assert!(all.contains("42亿元") && !all.contains('？') && !all.contains("风险"), "{all}");
}

#[test]
fn points_are_pieces_of_the_text() {
    let digest = digest(ARTICLE, Length::Sentences(20));
    for point in &digest.summary.points {
        let pieces: String = point.kept.iter().map(|s| s.of(ARTICLE)).collect();
        assert_eq!(pieces, point.text);
    }
    assert_eq!(digest.summary.text, digest.summary.points.iter().map(|p| p.text.as_str()).collect::<String>());
}

#[test]
fn latin_sentences_of_a_summary_are_parted() {
    let text = "The bridge was opened on Monday. It is two kilometres long. The mayor said that it cost 30 million.";
    assert_eq!(digest(text, Length::Sentences(3)).summary.text, text);
}

#[test]
fn a_share_is_not_exceeded() {
    let whole = ARTICLE.chars().count();
    for share in [0.2, 0.4, 0.8] {
        let summary = digest(ARTICLE, Length::Share(share)).summary;
        let characters = summary.text.chars().count();
        assert!(summary.sentences.len() == 1 || characters as f64 <= share * whole as f64, "{share}: {characters}");
    }
}

#[test]
fn shorter_summaries_of_every_article_are_inside_longer_ones() {
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).unwrap();
        let rankings: Vec<_> = (1..=6).map(|n| digest(&text, Length::Sentences(n)).summary.ranking).collect();
        for pair in rankings.windows(2) {
            assert!(pair[1].starts_with(&pair[0]), "{}: {pair:?}", folder.display());
        }
    }
}

#[test]
fn points_keep_what_a_reader_needs() {
    specs::check("point.tsv", |sentence| {
        let text = format!("{sentence}\n远航动力同日开工建设新厂房。");
        let digest = digest(&text, Length::Sentences(20));
        digest.summary.points.first().map_or_else(String::new, |p| p.text.clone())
    });
}

#[test]
fn every_cue_goes_and_the_sentence_after_it_stays() {
    let openers =
        include_str!("../../src/lexicon/openers.tsv").lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    for opener in openers {
        let sentence = "澜川港昨日开通第三条航线，全年吞吐量可增加80万吨。";
        let digest = digest(&format!("{opener}{sentence}\n远航动力同日开工建设新厂房。"), Length::Sentences(20));
        let first = digest.summary.points.iter().find(|p| p.text.contains("80万吨")).map(|p| p.text.as_str());
        assert_eq!(first, Some(sentence), "{opener}");
    }
}

#[test]
fn no_number_is_trimmed_but_codes_and_what_the_point_says_again() {
    for folder in folders() {
        let text = fs::read_to_string(folder.join("source.txt")).unwrap();
        let digest = digest(&text, Length::Sentences(20));
        for point in &digest.summary.points {
            let sentence = &digest.sentences[point.sentence];
            let within = point.kept.iter().filter(|k| k.start >= sentence.start);
            let mut at = sentence.start;
            for kept in within.copied().chain([Span::new(sentence.end, sentence.end)]) {
                let cut = text.get(at..kept.start).unwrap_or_default();
                let code = cut.starts_with(['（', '(']) && cut.ends_with(['）', ')']);
                let said: Vec<&str> = point.text.split(|c: char| !c.is_ascii_digit()).collect();
                let again =
                    cut.split(|c: char| !c.is_ascii_digit()).all(|number| number.is_empty() || said.contains(&number));
                assert!(code || again, "{}: {cut} of {}", folder.display(), point.text);
                at = kept.end;
            }
        }
    }
}

#[test]
fn reasons_add_up_to_the_salience() {
    let digest = digest(ARTICLE, Length::Sentences(3));
    let sum = |i: usize| digest.sentences[i].reasons.values().sum::<f64>();
    let highest = (0..digest.sentences.len()).map(sum).fold(0.0, f64::max);
    for (i, sentence) in digest.sentences.iter().enumerate() {
        assert!((sentence.salience - (sum(i) / highest).max(0.0)).abs() < 1e-9, "{i}: {:?}", sentence.reasons);
    }
}

#[test]
fn history_and_biographies_wait_behind_the_news() {
    let text = "晨屿科技20日宣布，储能基地在临川市投产。\n2016年，晨屿科技曾在临川市建过一座厂房。\n\
        储能基地首年计划生产5万套设备，带动当地就业2000人。\n晨屿科技的董事长是陆知远，男，52岁，本科毕业。\n";
    let chosen = digest(text, Length::Sentences(2)).summary.text;
    assert!(chosen.contains("投产") && chosen.contains("5万套"), "{chosen}");
    let all = digest(text, Length::Sentences(20)).summary.text;
    assert!(!all.contains("52岁"), "{all}");
}

#[test]
fn a_text_without_a_headline_gets_none() {
    let digest = digest("晨屿科技20日宣布，储能基地在临川市投产，首年计划生产5万套设备。", Length::Sentences(3));
    assert!(digest.document.headline.is_none());
    assert_eq!(digest.summary.points.len(), 1);
}

#[test]
fn bystanders_scenery_and_protocol_stand_behind_the_story() {
    for (text, told, left) in [
        (
            "杜允白在澜川调研时强调 把港口建设好\n\n5月6日，市长杜允白到澜川港调研。\n\n深秋的澜川港，碧波万顷，一派繁忙景象。\n\n\
             “码头比以前宽多了，我天天来看。”村民老詹说。\n\n杜允白强调，要把港口建设作为头号工程，三年安排20亿元支持航道疏浚。\n\n\
             调研期间，杜允白同码头工人亲切交谈，并合影留念。",
            "20亿元",
            &["碧波", "老詹", "合影"][..],
        ),
        (
            "澄川动力前三季度净利增长46%\n\n澄川动力（300999.SZ）10月28日晚间发布2026年三季报。\n\n\
             公告显示，公司前三季度营业收入218.6亿元，同比增长27.3%；净利润24.1亿元，同比增长46%。\n\n\
             公司表示，海外项目集中交付，储能收入增长88%。",
            "24.1亿元",
            &["2026年三季报"],
        ),
        (
            "临川前三季度新建公租房1.2万套\n\n今年前三季度，临川市新开工公租房1.2万套，完成年度任务的96%，惠及3.4万人。\n\n\
             今年临川累计投入财政资金14.6亿元，盘活闲置厂房21处。\n\n改造宿舍型住房3150间，租金低于市价。\n\n在城北的“青年驿站”，26岁的程序员贺小舟每月只需付680元租金。\n\nThe city will build 2,000 more homes for young people next year.\n\n\
             临川市住建局副局长殷正平表示，四季度将再推出2000套房源，面向毕业未满5年的高校毕业生。",
            "3.4万",
            &["贺小舟", "homes"],
        ),
        (
            "澄川动力签下12亿元订单\n\n澄川动力11月5日公告，与远岫公司签订12亿元储能设备合同。\n\n\
             合同为期三年，将使澄川动力2026年营业收入增加约4亿元，占去年的22%。\n\n二级市场上，截至11月5日收盘，澄川动力报67.35元，涨2.9%，市值806亿元。",
            "4亿元",
            &["67.35元"],
        ),
    ] {
        let summary = digest(text, Length::Sentences(2)).summary.text;
        assert!(summary.contains(told), "{summary}");
        assert!(!left.iter().any(|left| summary.contains(left)), "{summary}");
    }
}
