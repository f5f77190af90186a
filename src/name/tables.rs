//! The tables of names under `src/lexicon`, read once.

use super::trie::Trie;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What a word is in names, one bit a meaning: a word may be several things.
pub(crate) mod sort {
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
    /// What only tells of the names beside it, or what is no name.
    pub(crate) const CONTEXT: u64 = LEADS_PLACE | AFTER_PLACE | LEADS_TEAM | AFTER_TEAM | NO_PERSON;
    /// A thing in writing that says.
    pub(crate) const DOCUMENT: u64 = 1 << 35;
}

/// The longest word of the tables that is looked for, in characters.
pub(crate) const LONGEST: usize = 12;

/// Costs or gains in 1/16 bit for each of three places of a character in a name.
pub(super) type Places = [i32; 3];

/// All tables of names.
pub(crate) struct Tables {
    words: Trie<u64>,
    /// Surname → (whether Japanese, cost among names in 1/16 bit).
    surnames: FxHashMap<[char; 3], (bool, i32)>,
    given: FxHashMap<char, Places>,
    foreign: FxHashMap<char, Places>,
    left: FxHashMap<[char; 2], i32>,
    right: FxHashMap<[char; 2], i32>,
    /// Well-known short form → full name.
    full: FxHashMap<&'static str, &'static str>,
}

/// Fills a key of characters up where there are fewer.
const NONE: char = '\0';

/// The one set of tables, read-only.
pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

/// Table text and the meaning of its classes.
const LISTS: &[(&str, &[(&str, u64)])] = &[
    (include_str!("../lexicon/people.tsv"), &[("known", sort::PERSON), ("never", sort::NO_PERSON)]),
    (
        include_str!("../lexicon/titles.tsv"),
        &[
            ("office", sort::OFFICE),
            ("post", sort::POST),
            ("trade", sort::TRADE),
            ("kin", sort::KIN),
            ("address", sort::ADDRESS),
            ("courtesy", sort::ADDRESS | sort::COURTESY),
            ("prefix", sort::PREFIX),
            ("state", sort::STATE),
        ],
    ),
    (
        include_str!("../lexicon/organizations.tsv"),
        &[
            ("office", sort::AUTHORITY),
            ("body", sort::BODY),
            ("firm", sort::FIRM),
            ("unit", sort::UNIT),
            ("field", sort::FIELD),
            ("scope", sort::SCOPE),
            ("known", sort::ORGANIZATION),
            ("work", sort::WORK),
            ("loose", sort::LOOSE),
            ("faint", sort::LOOSE | sort::FAINT),
            ("dull", sort::DULL),
            ("leads", sort::LEADS_TEAM),
            ("follows", sort::AFTER_TEAM),
        ],
    ),
    (
        include_str!("../lexicon/media.tsv"),
        &[("name", sort::MEDIUM | sort::ORGANIZATION), ("suffix", sort::MEDIUM_SUFFIX)],
    ),
    (
        include_str!("../lexicon/places.tsv"),
        &[
            ("name", sort::PLACE),
            ("short", sort::SHORT),
            ("division", sort::DIVISION),
            ("feature", sort::FEATURE),
            ("street", sort::STREET),
            ("site", sort::SITE),
            ("never", sort::NO_PLACE),
            ("joint", sort::JOINT),
            ("leads", sort::LEADS_PLACE),
            ("follows", sort::AFTER_PLACE),
        ],
    ),
    (
        include_str!("../lexicon/divisions.tsv"),
        &[
            ("province", sort::PLACE),
            ("city", sort::PLACE),
            ("county", sort::PLACE),
            ("stem", sort::PLACE),
            ("country", sort::PLACE),
            ("town", sort::PLACE),
            ("feature", sort::PLACE),
        ],
    ),
    (
        include_str!("../lexicon/speech.tsv"),
        &[
            ("say", sort::SAY),
            ("tell", sort::TELL),
            ("mark", sort::MARK),
            ("act", sort::ACT),
            ("never", sort::NO_SPEECH),
            ("document", sort::DOCUMENT),
        ],
    ),
];

impl Tables {
    fn read() -> Self {
        let mut words: Trie<u64> = Trie::default();
        let mut add = |word: &str, bit: u64| {
            if let Some(sorts) = words.entry(word.chars()) {
                *sorts = Some(sorts.unwrap_or(0) | bit);
            }
        };
        for &(table, classes) in LISTS {
            for (class, list) in rows(table).filter_map(|row| row.split_once('\t')) {
                let Some(&(_, bit)) = classes.iter().find(|(name, _)| *name == class) else { continue };
                list.split_whitespace().for_each(|word| add(word, bit));
            }
        }
        let mut full = FxHashMap::default();
        for (class, list) in rows(include_str!("../lexicon/organizations.tsv")).filter_map(|row| row.split_once('\t')) {
            for (name, short) in list.split_whitespace().filter_map(|pair| pair.split_once(':')) {
                if class == "short" {
                    add(short, sort::ORGANIZATION);
                    add(name, sort::ORGANIZATION);
                    full.insert(short, name);
                }
            }
        }
        for (class, list) in rows(include_str!("../lexicon/places.tsv")).filter_map(|row| row.split_once('\t')) {
            if class == "full" {
                full.extend(list.split_whitespace().filter_map(|pair| pair.split_once(':')));
            }
        }
        let mut surnames = FxHashMap::default();
        for row in rows(include_str!("../lexicon/surnames.tsv")) {
            let mut fields = row.split('\t');
            if let (Some(name), Some(kind), Some(cost)) = (fields.next(), fields.next(), fields.next()) {
                surnames.insert(key(name.chars()), (kind == "japanese", cost.parse().unwrap_or(200)));
            }
        }
        let (mut left, mut right) = (FxHashMap::default(), FxHashMap::default());
        for row in rows(include_str!("../lexicon/contexts.tsv")) {
            let mut fields = row.split('\t');
            if let (Some(side), Some(piece), Some(gain)) = (fields.next(), fields.next(), fields.next()) {
                let gains = if side == "left" { &mut left } else { &mut right };
                gains.insert(key(piece.chars()), gain.parse().unwrap_or(0));
            }
        }
        let given = characters(include_str!("../lexicon/given.tsv"));
        let foreign = characters(include_str!("../lexicon/foreign.tsv"));
        Self { words, surnames, given, foreign, left, right, full }
    }

    /// Everything `word` is, see [`sort`]; zero for a word of no table.
    pub(crate) fn sorts(&self, word: &str) -> u64 {
        self.words.get(word.chars()).unwrap_or(0)
    }

    /// Whether `word` is any of `sorts`.
    pub(crate) fn is(&self, word: &str, sorts: u64) -> bool {
        self.sorts(word) & sorts != 0
    }

    /// Every word that `text` begins with, shortest first: its length in characters and what it is.
    pub(super) fn prefixes<'t>(&'t self, text: &'t [char]) -> impl Iterator<Item = (usize, u64)> + 't {
        self.words.prefixes(text)
    }

    /// Cost of a surname among names, in 1/16 bit, and whether it is Japanese.
    pub(super) fn surname(&self, word: &[char]) -> Option<(bool, i32)> {
        (word.len() <= 3).then(|| self.surnames.get(&key(word.iter().copied())).copied()).flatten()
    }

    /// Costs of a character as first of two given, second of two, and alone.
    pub(super) fn given(&self, c: char) -> Option<Places> {
        self.given.get(&c).copied()
    }

    /// Costs of a character as first, inner and last of a transliterated name.
    pub(super) fn foreign(&self, c: char) -> Option<Places> {
        self.foreign.get(&c).copied()
    }

    /// How much likelier a name is right of the characters `before`, in 1/16 bit: what two tell, else the last.
    pub(super) fn gain_after(&self, before: [char; 2]) -> Option<i32> {
        self.left.get(&before).or_else(|| self.left.get(&[before[1], NONE])).copied()
    }

    /// How much likelier a name is left of the characters `after`, in 1/16 bit: what two tell, else the first.
    pub(super) fn gain_before(&self, after: [char; 2]) -> Option<i32> {
        self.right.get(&after).or_else(|| self.right.get(&[after[0], NONE])).copied()
    }

    /// The full name of a well-known short form.
    pub(super) fn full(&self, short: &str) -> Option<&'static str> {
        self.full.get(short).copied()
    }
}

/// The first `N` characters.
fn key<const N: usize>(mut chars: impl Iterator<Item = char>) -> [char; N] {
    std::array::from_fn(|_| chars.next().unwrap_or(NONE))
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn characters(table: &'static str) -> FxHashMap<char, Places> {
    let read = |row: &'static str| {
        let mut fields = row.split('\t');
        let c = fields.next()?.chars().next()?;
        let mut cost = || fields.next().and_then(|f| f.parse().ok());
        Some((c, [cost()?, cost()?, cost()?]))
    };
    rows(table).filter_map(read).collect()
}
