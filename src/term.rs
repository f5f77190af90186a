//! Tokens → Terms: the words that carry content, with how often and where the article holds them.

use crate::among::among;
use crate::lexicon::phrases::Characters;
use crate::lexicon::{LEXICON, rows, table};
use crate::passage::Passage;
use crate::reading::is_letter;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

/// A content word of the article.
#[derive(Clone, Debug)]
pub struct Term<'t> {
    /// The word.
    pub text: &'t str,
    /// Its part of speech.
    pub tag: Cow<'static, str>,
    /// How often it stands in the body.
    pub count: u32,
    /// In how many sentences it stands.
    pub sentences: u32,
    /// Whether it can be a keyword by itself, not only in a phrase.
    pub alone: bool,
    /// Whether so much of all news says it that it tells little by itself.
    pub common: bool,
    /// How many bits the sight of it tells, see [`crate::lexicon::Lexicon::information`].
    pub information: f64,
}

/// The content words of an article.
#[derive(Clone, Debug, Default)]
pub struct Terms<'t> {
    /// Each word once, in order of first mention.
    pub list: Vec<Term<'t>>,
    /// For each passage, for each token the index of its term in `list`; `None` for words without content.
    pub passages: Vec<Vec<Option<usize>>>,
}

impl<'t> Terms<'t> {
    /// Collects the terms of `passages`, which are pieces of `text`.
    pub fn of(text: &'t str, passages: &[Passage]) -> Self {
        let mut indices: FxHashMap<&str, Option<usize>> = FxHashMap::default();
        let mut seen_in: Vec<Option<usize>> = Vec::new();
        let mut terms = Self::default();
        for passage in passages {
            let mut row = Vec::with_capacity(passage.tokens.len());
            for token in &passage.tokens {
                let word = token.span().of(text);
                let index = *indices.entry(word).or_insert_with(|| {
                    let index = terms.list.len();
                    is_content(word, &token.tag).then(|| {
                        let term = Term {
                            text: word,
                            tag: token.tag.clone(),
                            count: 0,
                            sentences: 0,
                            alone: matches!(STOPWORDS.get(word), None | Some(&"common")),
                            common: STOPWORDS.get(word) == Some(&"common"),
                            information: LEXICON.information(word),
                        };
                        terms.list.push(term);
                        seen_in.push(None);
                        index
                    })
                });
                row.push(index);
                let (Some(index), Some(sentence)) = (index, passage.sentence) else { continue };
                if let (Some(term), Some(seen)) = (terms.list.get_mut(index), seen_in.get_mut(index)) {
                    term.count += 1;
                    term.sentences += u32::from(*seen != Some(sentence));
                    *seen = Some(sentence);
                }
            }
            terms.passages.push(row);
        }
        terms
    }

    /// The term at token `token` of passage `passage`.
    pub fn at(&self, passage: usize, token: usize) -> Option<usize> {
        self.passages.get(passage)?.get(token).copied().flatten()
    }
}

/// Letters by what they do to the words beside them, as the table says.
pub(crate) struct Affixes {
    pub(crate) before: &'static str,
    pub(crate) after: &'static str,
    pub(crate) place: &'static str,
    opens: &'static str,
    closes: &'static str,
    pub(crate) denies: &'static str,
    pub(crate) counts: &'static str,
    pub(crate) closing: &'static str,
    pub(crate) said: &'static str,
    pub(crate) rarely: &'static str,
    pub(crate) grammar: &'static str,
    pub(crate) ends: &'static str,
    pub(crate) brandless: &'static str,
    pub(crate) joining: &'static str,
    pub(crate) joined: &'static str,
    pub(crate) degree: &'static str,
    pub(crate) japanese: &'static str,
    pub(crate) counted: &'static str,
    /// Those of the sorts that most letters are asked for.
    pub(crate) all: Characters,
}

/// The sorts that most letters of a text are asked for.
const LOOKED_AT: [&str; 6] = ["before", "after", "place", "denies", "closing", "rarely"];

pub(crate) static AFFIXES: LazyLock<Affixes> = LazyLock::new(|| {
    let of =
        |what: &str| rows(table!("affixes")).find(|[sort, ..]| *sort == what).map_or("", |[_, letters, ..]| letters);
    Affixes {
        before: of("before"),
        after: of("after"),
        place: of("place"),
        opens: of("opens"),
        closes: of("closes"),
        denies: of("denies"),
        counts: of("counts"),
        closing: of("closing"),
        said: of("said"),
        rarely: of("rarely"),
        grammar: of("grammar"),
        ends: of("ends"),
        brandless: of("brandless"),
        joining: of("joining"),
        joined: of("joined"),
        degree: of("degree"),
        japanese: of("japanese"),
        counted: of("counted"),
        all: Characters::of(LOOKED_AT.into_iter().flat_map(|what| of(what).chars())),
    }
});

/// Words that say little of what a text is about, and whether they may stand in a phrase or alone. A bare title (市长) may
/// not stand alone, nor a verb that measures (升至).
static STOPWORDS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let pairs = |table| rows(table).map(|[first, second, ..]| (first, second));
    let titles = pairs(table!("titles")).filter(|(class, _)| *class == "office");
    let titles = titles.flat_map(|(_, titles)| titles.split(' ')).map(|title| (title, "weak"));
    let counted = pairs(table!("common"));
    // Later tables are surer.
    titles.chain(counted).chain(pairs(table!("stopwords"))).collect()
});

/// Whether a word carries content: two letters or more, of an open class, no numeral, no word of grammar.
fn is_content(word: &str, tag: &str) -> bool {
    let letters =
        word.chars().nth(1).is_some() && word.chars().all(|c| is_letter(c) || c.is_numeric() || among("-&.·'+", c));
    letters
        && is_open_class(tag)
        && !is_number(word, tag)
        && (tag != "x" || is_plausible(word))
        && STOPWORDS.get(word) != Some(&"grammar")
}

/// Whether a word that the lexicon lacks can be one: the letter model also glues what stands side by side (进大, 被看, 架下).
fn is_plausible(word: &str) -> bool {
    let mut letters = [0; 4];
    let mut tag = |c: char| LEXICON.tag(c.encode_utf8(&mut letters)).unwrap_or_default();
    let opens = word.chars().next().map_or("", &mut tag);
    let closes = word.chars().next_back().map_or("", &mut tag);
    !opens.starts_with(['d', 'p', 'c', 'u', 'r', 'y', 'm', 'f'])
        && !closes.starts_with(['f', 'u', 'p', 'c', 'd', 'r', 'y', 'm', 'q'])
        && !word.starts_with(|c| among(AFFIXES.opens, c))
        && !word.ends_with(|c| among(AFFIXES.closes, c))
        && !word.contains(['之'])
}

/// Whether words of this part of speech name or describe things, rather than hold a sentence together.
fn is_open_class(tag: &str) -> bool {
    tag.starts_with(['n', 'v', 'a', 'i', 'l', 'j', 'x', 's', 'e', 'b', 'g', 'z'])
}

fn is_number(word: &str, tag: &str) -> bool {
    let named = |rest: &str| rest.starts_with(|c: char| c.is_ascii_uppercase());
    word.chars().all(|c| c.is_numeric() || among("一二三四五六七八九十百千万亿两", c))
        // 5G and 3D are names, 60S and 103s-1 are measures.
        || word.starts_with(|c: char| c.is_ascii_digit()) && !(tag == "eng" && word.get(1..).is_some_and(named))
}
