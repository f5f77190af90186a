//! Raw text → Document: which lines are the article, and what the page says about it.
//!
//! A paste has no tags: all that tells the article from the page around it is how lines are written and where they stand.
//! Evidence adds up for each line (`evidence`), the run of lines with the largest sum is the article (`run`; maximum
//! subarray, Kadane), and neighbours decide what remains open. Shallow text features in place of the page's structure
//! follow Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
//!
//! `江城大桥通车 / 08月31日 17:52 / 江城大桥8月30日通车，全长两公里。 / 责任编辑：何田田` has a headline, a timestamp, a
//! paragraph of the body and a byline.

mod block;
mod body;
mod byline;
pub(crate) mod column;
mod dateline;
mod evidence;
mod extent;
mod headline;
mod issued;
mod line;
mod mark;
mod neighbour;
mod phrase;
mod published;
mod run;
mod seam;
mod source;
mod stamp;
mod title;
mod verdict;
mod vocabulary;

use crate::calendar::Date;
use crate::html::Hint;
use crate::options::{Mark, Options};
pub use crate::reading::Notice;
use crate::reading::{is_han, is_letter_or_digit};
use crate::span::{Excerpt, Span};
use crate::time::TimeExpression;
use body::Outline;
use line::Line;
use serde::Serialize;

/// The parts of the pasted page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Document {
    /// The text read out of HTML, into which all offsets then point; `None` for plain text.
    pub text: Option<String>,
    /// Every line or paragraph of the input, in order, none left out; together they cover all non-blank text. A dateline
    /// (新华社北京8月30日电（记者…）) is a block of its own before its paragraph.
    pub blocks: Vec<Block>,
    /// The fullest copy of the title.
    pub headline: Option<Excerpt>,
    /// The outlet that published it.
    pub source: Option<Excerpt>,
    /// When it was published.
    pub published: Option<TimeExpression>,
    /// The people who made the article, not those in it.
    pub bylines: Vec<Byline>,
    /// How long the body is.
    pub length: BodyLength,
}

impl Document {
    /// The day against which relative dates are read: when it was published, else `options.reference_date`.
    pub fn reference_date(&self, options: &Options) -> Option<Date> {
        let published = self.published.as_ref().and_then(|p| p.value.as_deref());
        published.and_then(|iso| Date::parse_iso(iso.get(..10)?)).or(options.reference_date)
    }
}

/// A line or paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub kind: BlockKind,
    /// Whether it belongs to the article: paragraph, subheading, lead-in, quotation, list item.
    pub body: bool,
}

impl Block {
    /// Its place.
    pub const fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// What a block is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum BlockKind {
    /// The title, or a copy of it.
    Headline,
    /// A heading inside the article.
    Subheading,
    /// Prose of the article.
    Paragraph,
    /// An item of a list in the article.
    ListItem,
    /// A row of a table pasted as lines.
    Table,
    /// Who made the article.
    Byline,
    /// Agency, place and date at the head of a report.
    Dateline,
    /// When it was published.
    Timestamp,
    /// Where it was published.
    Source,
    /// Words under a picture, or its credit.
    Caption,
    /// The page's own keywords.
    Keywords,
    /// Headlines of other articles.
    Related,
    /// Menus and breadcrumbs.
    Navigation,
    /// Share bars, reading counts, calls to follow.
    Share,
    /// Promotion.
    Advert,
    /// Copyright notices.
    Copyright,
    /// Disclaimers and risk warnings.
    Disclaimer,
    /// Readers' comments.
    Comment,
    /// Anything else that is not the article.
    Noise,
}

/// One who made the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Byline {
    /// First byte of the name.
    pub start: usize,
    /// One past the last byte of the name.
    pub end: usize,
    /// The name as written.
    pub text: String,
    /// The name without inner spaces.
    pub name: String,
    /// What they did.
    pub role: Role,
}

/// What a maker of the article did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 记者
    Reporter,
    /// 通讯员
    Correspondent,
    /// 实习生, 实习记者
    Intern,
    /// 摄影, 图
    Photographer,
    /// 编辑, 责编
    Editor,
    /// 校对
    Proofreader,
    /// 监制, 制片
    Producer,
    /// 作者, 文
    Author,
    /// Any other.
    Other,
}

/// Length of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct BodyLength {
    /// Han characters and Latin words.
    pub characters: usize,
    /// Minutes it takes to read, at 400 characters a minute, rounded up.
    pub minutes: usize,
}

/// Reads the folded `text` of a page: labels every line, and finds headline, source, time and bylines.
pub fn read(text: &str) -> (Document, Vec<Notice>) {
    read_with_hints(text, &[], &[])
}

/// Reads a page of which more is known: `hints` say of each line of HTML what its tags said ([`crate::html`]), `marks`
/// what the reader says of blocks, which is believed.
pub fn read_with_hints(text: &str, hints: &[Hint], marks: &[Mark]) -> (Document, Vec<Notice>) {
    let outline = Outline::of(text, hints);
    let (published, dated) = published::find(text, &outline);
    let blocks = block::cut(text, &outline);
    let mut document = Document {
        text: None,
        headline: outline.headline.as_ref().map(|h| Excerpt::of(h.span, text)),
        source: source::find(text, &outline),
        published,
        bylines: block::bylines(text, &blocks),
        length: BodyLength::default(),
        blocks,
    };
    mark::apply(text, marks, &mut document);
    document.length = length(text, &document.blocks);
    let notices = readability(text, &document).into_iter().chain(dated).collect();
    (document, notices)
}

/// Why a line is labelled as it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// The line.
    pub span: Span,
    /// What it was taken for.
    pub kind: BlockKind,
    /// Whether it belongs to the article.
    pub body: bool,
    /// Whether it stands in the run of lines whose evidence adds up to most.
    pub in_run: bool,
    /// Named weights, those for the article positive, those for clutter negative.
    pub reasons: Vec<(&'static str, f64)>,
}

/// Says of every line of the folded `text` what it is and why; `hints` as in [`read_with_hints`].
pub fn explain(text: &str, hints: &[Hint]) -> Vec<Explanation> {
    let outline = Outline::of(text, hints);
    let verdict = |i: usize| outline.verdicts.get(i).map(|verdict| verdict.reasons.clone()).unwrap_or_default();
    let lines = outline.lines.iter().zip(&outline.labels).enumerate();
    let explain = |(i, (line, &(kind, body))): (usize, (&Line, &(BlockKind, bool)))| {
        let in_run = outline.run.contains(&i);
        Explanation { span: line.span, kind, body, in_run, reasons: verdict(i) }
    };
    lines.map(explain).collect()
}

/// Characters that a reader takes in, in a minute.
const READING_SPEED: usize = 400;

fn length(text: &str, blocks: &[Block]) -> BodyLength {
    let body = blocks.iter().filter(|b| b.body).map(|b| b.span().of(text));
    let characters = body.map(count).sum::<usize>();
    BodyLength { characters, minutes: characters.div_ceil(READING_SPEED) }
}

/// Han characters and Latin words.
fn count(text: &str) -> usize {
    let mut words = 0;
    let mut in_word = false;
    for c in text.chars() {
        let is_letter = !is_han(c) && is_letter_or_digit(c);
        words += usize::from(is_han(c)) + usize::from(is_letter && !in_word);
        in_word = is_letter;
    }
    words
}

/// An article shorter than this is a flash, of which little can be said.
const SHORT: usize = 30;

/// An article longer than this is a book, of which a few sentences say little.
const LONG: usize = 50_000;

fn readability(text: &str, document: &Document) -> Option<Notice> {
    let characters = document.length.characters;
    let (code, message) = if text.trim().is_empty() {
        ("empty", "没有文字可读。")
    } else if characters == 0 {
        ("no-body", "没有找到正文。")
    } else if !document.blocks.iter().any(|b| b.body && b.span().of(text).chars().any(is_han)) {
        ("not-chinese", "正文不是中文，结果可能不可靠。")
    } else if characters < SHORT {
        ("too-short", "正文太短，摘要和关键词意义不大。")
    } else if characters > LONG {
        ("very-long", "正文很长，像一本书而不是一篇报道，几句摘要只能反映其中一小部分。")
    } else {
        return None;
    };
    Some(Notice { code, message: message.to_owned(), span: None })
}
