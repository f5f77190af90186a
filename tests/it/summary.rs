//! Which sentences stand for an article.

use yaodian::options::{Length, Options};
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
fn a_share_is_not_exceeded() {
    let whole = ARTICLE.chars().count();
    for share in [0.2, 0.4, 0.8] {
        let summary = digest(ARTICLE, Length::Share(share)).summary;
        let characters = summary.text.chars().count();
        assert!(summary.sentences.len() == 1 || characters as f64 <= share * whole as f64, "{share}: {characters}");
    }
}
