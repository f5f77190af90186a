//! What a word is in names, one bit a meaning: a word may be several things.

/// A title held in an organisation or place, also said after a surname.
pub(crate) const OFFICE: u64 = 1;
/// A title held in an organisation or place, not said after a surname.
pub(crate) const POST: u64 = 1 << 1;
/// What someone does or is.
pub(crate) const TRADE: u64 = 1 << 2;
/// Whose someone is.
pub(crate) const KIN: u64 = 1 << 3;
/// Said after a surname only.
pub(crate) const ADDRESS: u64 = 1 << 4;
/// Goes before a title, as part of it.
pub(crate) const PREFIX: u64 = 1 << 5;
/// Goes before a title, not as part of it.
pub(crate) const STATE: u64 = 1 << 6;
/// Any title that stands before a name.
pub(crate) const TITLE: u64 = OFFICE | POST | TRADE | KIN;
/// Last word of an authority's name.
pub(crate) const AUTHORITY: u64 = 1 << 8;
/// Last word of a body's name.
pub(crate) const BODY: u64 = 1 << 9;
/// Last word of a firm's name.
pub(crate) const FIRM: u64 = 1 << 10;
/// A part of an organisation.
pub(crate) const UNIT: u64 = 1 << 11;
/// What an authority is in charge of.
pub(crate) const FIELD: u64 = 1 << 12;
/// Stands before an authority's name as part of it.
pub(crate) const SCOPE: u64 = 1 << 13;
/// A well-known organisation.
pub(crate) const ORGANIZATION: u64 = 1 << 14;
/// Ends an organisation's name only after a brand.
pub(crate) const LOOSE: u64 = 1 << 15;
/// Ends it only where what follows shows that it acts.
pub(crate) const FAINT: u64 = 1 << 43;
/// Makes no name of the suffix after it.
pub(crate) const DULL: u64 = 1 << 16;
/// Last word of any organisation's name.
pub(crate) const SUFFIX: u64 = AUTHORITY | BODY | FIRM | UNIT;
/// Stands between a title and the name of who has it: 老师|叫|司马青峰.
pub(crate) const CALLED: u64 = 1 << 45;
/// Last character or word of what says what a firm deals in: 设备|商.
pub(crate) const MAKER: u64 = 1 << 46;
/// Before it stands a trade: 新能源|行业.
pub(crate) const TRADES: u64 = 1 << 47;
/// Stands for an organisation named before: 公司, 该校.
pub(crate) const MEANT: u64 = 1 << 48;
/// Who speaks without a name, by the word that says what they are: 知情|人士.
pub(crate) const DESCRIBED: u64 = 1 << 49;
/// A verb of saying that governs what follows without a comma.
pub(crate) const STRONG: u64 = 1 << 50;
/// A news medium.
pub(crate) const MEDIUM: u64 = 1 << 17;
/// Last word of a medium's name.
pub(crate) const MEDIUM_SUFFIX: u64 = 1 << 18;
/// What a firm or body does.
pub(crate) const WORK: u64 = 1 << 19;
/// A place.
pub(crate) const PLACE: u64 = 1 << 20;
/// One character that stands for a place beside another.
pub(crate) const SHORT: u64 = 1 << 21;
/// Last word of an administrative division's name.
pub(crate) const DIVISION: u64 = 1 << 22;
/// Last word of a natural feature's name.
pub(crate) const FEATURE: u64 = 1 << 23;
/// Last word of a street's or estate's name.
pub(crate) const STREET: u64 = 1 << 24;
/// Last word of a building's or sight's name.
pub(crate) const SITE: u64 = 1 << 25;
/// Looks like a place and is none.
pub(crate) const NO_PLACE: u64 = 1 << 26;
/// Last character of a hamlet's name that begins with a family's: 李家|沟.
pub(crate) const HAMLET: u64 = 1 << 28;
/// One character after which one that stands for a place is that place: 访|华, 抵|京.
pub(crate) const TOWARD: u64 = 1 << 29;
/// A country or territory.
pub(crate) const COUNTRY: u64 = 1 << 7;
/// Places named together.
pub(crate) const JOINT: u64 = 1 << 27;
/// A verb that governs what is said.
pub(crate) const SAY: u64 = 1 << 30;
/// A verb of saying with a hearer.
pub(crate) const TELL: u64 = 1 << 31;
/// A verb that introduces direct speech.
pub(crate) const MARK: u64 = 1 << 32;
/// An act that may hold a quotation.
pub(crate) const ACT: u64 = 1 << 33;
/// Looks like a verb of saying and is none.
pub(crate) const NO_SPEECH: u64 = 1 << 34;
/// A person known to every reader by a name that is short or a pen name.
pub(crate) const PERSON: u64 = 1 << 36;
/// A word that the dictionary calls a name and that is none.
pub(crate) const NO_PERSON: u64 = 1 << 37;
/// Said after a surname or a full name, as a title is: 先生, 女士.
pub(crate) const COURTESY: u64 = 1 << 38;
/// A place's name stands after it: 首都, 前往.
pub(crate) const LEADS_PLACE: u64 = 1 << 39;
/// A place's name stands before it: 境内, 附近.
pub(crate) const AFTER_PLACE: u64 = 1 << 40;
/// A team's name stands after it: 迎战.
pub(crate) const LEADS_TEAM: u64 = 1 << 41;
/// A team's name stands before it: 主场.
pub(crate) const AFTER_TEAM: u64 = 1 << 42;
/// A name by itself or with others of its kind: 扎西 + 次仁.
pub(crate) const NAME_PART: u64 = 1 << 44;
/// Takes an office: 周游出任董事长.
pub(crate) const TAKES: u64 = 1 << 51;
/// Gives someone an office: 任命周游为董事长.
pub(crate) const APPOINTS: u64 = 1 << 52;
/// A verb that firms and few others have: 拟, 宣布.
pub(crate) const ACTS: u64 = 1 << 53;
/// A verb that only firms have: 公告.
pub(crate) const ANNOUNCES: u64 = 1 << 54;
/// A verb of shares or investors, before which a list may stand: 涨停, 领投.
pub(crate) const MOVES: u64 = 1 << 55;
/// Stands between a firm and its verb: 今日, 盘中.
pub(crate) const AMID: u64 = 1 << 56;
/// What only tells of the names beside it, or what is no name.
pub(crate) const CONTEXT: u64 = LEADS_PLACE
    | AFTER_PLACE
    | LEADS_TEAM
    | AFTER_TEAM
    | NO_PERSON
    | HAMLET
    | TOWARD
    | COUNTRY
    | CALLED
    | MAKER
    | TRADES
    | MEANT
    | DESCRIBED
    | STRONG
    | TAKES
    | APPOINTS
    | ACTS
    | ANNOUNCES
    | MOVES
    | AMID;
/// A thing in writing that says.
pub(crate) const DOCUMENT: u64 = 1 << 35;
