//! The tables of names under `src/lexicon`, read once.

use crate::lexicon::phrases::Characters;
use crate::lexicon::tree::Tree;
use crate::lexicon::{Row, rows, table};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

pub(crate) mod sort;

/// The longest word of the tables that is looked for, in characters.
pub(crate) const LONGEST: usize = 12;

/// Costs or gains in 1/16 bit for each of three places of a character in a name.
pub(super) type Places = [i32; 3];

/// Costs or gains by the characters that have them, as one number ([`key`]): of one type, as each type of map is code that
/// browsers load.
type Costs = FxHashMap<u64, Places>;

/// All tables of names.
pub(crate) struct Tables {
    words: Tree<u64>,
    /// Surname → cost among names, and 1 for a Japanese one.
    surnames: Costs,
    /// What they begin with.
    firsts: Characters,
    given: Costs,
    foreign: Costs,
    left: Costs,
    right: Costs,
    /// Well-known short form → full name.
    full: FxHashMap<&'static str, &'static str>,
}

/// The one set of tables, read-only.
pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

/// Table text and the meaning of its classes.
const LISTS: &[(&str, &[(&str, u64)])] = &[
    (table!("people"), &[("known", sort::PERSON), ("never", sort::NO_PERSON), ("part", sort::NAME_PART)]),
    (
        table!("titles"),
        &[
            ("office", sort::OFFICE),
            ("post", sort::POST),
            ("trade", sort::TRADE),
            ("kin", sort::KIN),
            ("address", sort::ADDRESS),
            ("courtesy", sort::ADDRESS | sort::COURTESY),
            ("prefix", sort::PREFIX),
            ("state", sort::STATE),
            ("called", sort::CALLED),
            ("takes", sort::TAKES),
            ("appoints", sort::APPOINTS),
        ],
    ),
    (
        table!("organizations"),
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
            ("maker", sort::MAKER),
            ("trades", sort::TRADES),
            ("meant", sort::MEANT),
            ("acts", sort::ACTS),
            ("announces", sort::ANNOUNCES),
            ("moves", sort::MOVES),
            ("amid", sort::AMID),
            ("leads", sort::LEADS_TEAM),
            ("follows", sort::AFTER_TEAM),
        ],
    ),
    (table!("media"), &[("name", sort::MEDIUM | sort::ORGANIZATION), ("suffix", sort::MEDIUM_SUFFIX)]),
    (
        table!("places"),
        &[
            ("name", sort::PLACE),
            ("short", sort::SHORT),
            ("division", sort::DIVISION),
            ("feature", sort::FEATURE),
            ("street", sort::STREET),
            ("site", sort::SITE),
            ("never", sort::NO_PLACE),
            ("joint", sort::JOINT),
            ("hamlet", sort::HAMLET),
            ("toward", sort::TOWARD),
            ("leads", sort::LEADS_PLACE),
            ("follows", sort::AFTER_PLACE),
        ],
    ),
    (
        table!("divisions"),
        &[
            ("province", sort::PLACE),
            ("city", sort::PLACE),
            ("county", sort::PLACE),
            ("called", sort::PLACE),
            ("stem", sort::PLACE),
            ("country", sort::PLACE | sort::COUNTRY),
            ("town", sort::PLACE),
            ("feature", sort::PLACE),
        ],
    ),
    (
        table!("speech"),
        &[
            ("say", sort::SAY),
            ("tell", sort::TELL),
            ("mark", sort::MARK),
            ("act", sort::ACT),
            ("never", sort::NO_SPEECH),
            ("document", sort::DOCUMENT),
            ("described", sort::DESCRIBED),
            ("strong", sort::STRONG),
        ],
    ),
];

impl Tables {
    fn read() -> Self {
        let organizations = table!("organizations");
        let mut words = listed();
        let mut full = FxHashMap::default();
        for (name, short) in pairs(organizations, "short") {
            add(&mut words, short, sort::ORGANIZATION);
            add(&mut words, name, sort::ORGANIZATION);
            full.insert(short, name);
        }
        full.extend(pairs(table!("places"), "full"));
        let contexts = table!("contexts");
        Self {
            words,
            firsts: Characters::of(rows(table!("surnames")).filter_map(|[name, ..]| name.chars().next())),
            surnames: surnames(),
            given: characters(table!("given")),
            foreign: transliterating(),
            left: gains(contexts, "left"),
            right: gains(contexts, "right"),
            full,
        }
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

    /// False only where no surname begins with `c`.
    pub(super) fn may_begin(&self, c: char) -> bool {
        self.firsts.holds(c)
    }

    /// Cost of a surname among names, in 1/16 bit, and whether it is Japanese.
    pub(super) fn surname(&self, word: &[char]) -> Option<(bool, i32)> {
        let [cost, japanese, _] = *self.surnames.get(&key(word)).filter(|_| word.len() <= 3)?;
        Some((japanese != 0, cost))
    }

    /// Costs of a character as first of two given, second of two, and alone.
    pub(super) fn given(&self, c: char) -> Option<Places> {
        self.given.get(&key(&[c])).copied()
    }

    /// Costs of a character as first, inner and last of a transliterated name.
    pub(super) fn foreign(&self, c: char) -> Option<Places> {
        self.foreign.get(&key(&[c])).copied()
    }

    /// How much likelier a name is right of the characters `before`, in 1/16 bit: what two tell, else the last.
    pub(super) fn gain_after(&self, before: [char; 2]) -> Option<i32> {
        self.left.get(&key(&before)).or_else(|| self.left.get(&key(&before[1..]))).map(|[gain, ..]| *gain)
    }

    /// How much likelier a name is left of the characters `after`, in 1/16 bit: what two tell, else the first.
    pub(super) fn gain_before(&self, after: [char; 2]) -> Option<i32> {
        self.right.get(&key(&after)).or_else(|| self.right.get(&key(&after[..1]))).map(|[gain, ..]| *gain)
    }

    /// The full name of a well-known short form.
    pub(crate) fn full(&self, short: &str) -> Option<&'static str> {
        self.full.get(short).copied()
    }
}

/// The words of all lists, with everything each is.
fn listed() -> Tree<u64> {
    let mut words = Tree::default();
    for &(table, classes) in LISTS {
        for [class, list, ..] in rows(table) {
            let Some(&(_, bit)) = classes.iter().find(|(name, _)| *name == class) else { continue };
            for word in list.split_whitespace() {
                add(&mut words, word, bit);
                // 青浦 for 青浦区
                let short = word.char_indices().next_back().and_then(|(at, _)| word.get(..at));
                short.filter(|_| class == "called").into_iter().for_each(|short| add(&mut words, short, bit));
            }
        }
    }
    words
}

fn add(words: &mut Tree<u64>, word: &str, bit: u64) {
    if let Some(sorts) = words.entry(word.chars()) {
        *sorts = Some(sorts.unwrap_or(0) | bit);
    }
}

/// The pairs of a row of the class `wanted`, written with a colon.
fn pairs(table: &'static str, wanted: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lists = rows(table).filter(move |[class, ..]| *class == wanted);
    lists.flat_map(|[_, list, ..]| list.split_whitespace().filter_map(|pair| pair.split_once(':')))
}

fn surnames() -> Costs {
    let read = |[name, kind, cost, _]: Row| {
        Some((key(&letters(name)), [cost.parse().ok()?, i32::from(kind == "japanese"), 0]))
    };
    rows(table!("surnames")).filter_map(read).collect()
}

/// The characters counted, and the rarer ones written by hand.
fn transliterating() -> Costs {
    let mut all = characters(table!("foreign"));
    for [cost, rare, ..] in rows(table!("foreign.hand")) {
        let Ok(cost) = cost.parse() else { continue };
        rare.chars().for_each(|c| _ = all.entry(key(&[c])).or_insert([cost; 3]));
    }
    all
}

fn gains(table: &'static str, wanted: &str) -> Costs {
    let read = |[_, piece, gain, _]: Row| Some((key(&letters(piece)), [gain.parse().ok()?; 3]));
    rows(table).filter(|[side, ..]| *side == wanted).filter_map(read).collect()
}

fn letters(word: &str) -> Vec<char> {
    word.chars().collect()
}

/// At most three characters as one number, which is hashed and compared at once.
fn key(letters: &[char]) -> u64 {
    letters.iter().fold(0, |key, &c| key << 21 | u64::from(c))
}

fn characters(table: &'static str) -> Costs {
    let read = |[c, first, second, third]: Row| {
        let cost = |field: &str| field.parse().ok();
        Some((key(&letters(c)), [cost(first)?, cost(second)?, cost(third)?]))
    };
    rows(table).filter_map(read).collect()
}
