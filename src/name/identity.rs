//! Which person a mention means: by the full name, a part of it, a title or a familiar word beside the surname, or a name
//! that a bracket gives.

use super::Person;
use super::tables::{TABLES, sort};
use super::unit::{Unit, parts};
use crate::among::holds;
use std::collections::BTreeMap;

/// Everyone named so far.
#[derive(Default)]
pub(super) struct Roll {
    pub(super) people: Vec<Person>,
    by_name: BTreeMap<String, usize>,
}

impl Roll {
    /// The person meant by `words`, or a new one; `titles` stand before them.
    pub(super) fn index(&mut self, words: &str, unit: &Unit, titles: &[&str]) -> usize {
        if let Some(&index) = self.by_name.get(words) {
            return index;
        }
        let known = self
            .whole(words)
            .or_else(|| (unit.tag == "nrx").then(|| self.addressed(words)).flatten())
            .or_else(|| titles.is_empty().then(|| self.familiar(words)).flatten());
        let known = known.or_else(|| self.completed(words, titles));
        let index = known.unwrap_or(self.people.len());
        if index == self.people.len() {
            self.people.push(Person {
                name: words.to_owned(),
                titles: vec![],
                organization: None,
                mentions: vec![],
                quotes: vec![],
            });
        }
        self.by_name.insert(words.to_owned(), index);
        index
    }

    /// `words` name the person at `index` too, unless they name another.
    pub(super) fn also(&mut self, index: usize, words: &str) {
        self.by_name.entry(words.to_owned()).or_insert(index);
    }

    /// 戴伦 is part of 克里斯蒂娜·范·戴伦.
    fn whole(&self, words: &str) -> Option<usize> {
        self.people.iter().position(|p| is_dotted(&p.name) && parts(&p.name).any(|part| part == words))
    }

    /// 王主任 is the last 王 whose title it is; 王先生 and 王老师 the last 王 there is.
    fn addressed(&self, words: &str) -> Option<usize> {
        let surname = words.chars().next()?;
        let said = words.strip_prefix(surname)?;
        let same = |p: &&Person| p.name.starts_with(surname) && !p.name.ends_with(said) && !said.starts_with('某');
        let short = |p: &Person| (2..=3).contains(&p.name.chars().count());
        let held = |p: &Person| p.titles.iter().any(|t| holds(t, said));
        let entitled = self.people.iter().rposition(|p| same(&p) && (short(p) || is_dotted(&p.name)) && held(p));
        let plain = !TABLES.is(said, sort::OFFICE) || TABLES.is(said, sort::COURTESY);
        entitled.or_else(|| plain.then(|| self.people.iter().rposition(|p| same(&p) && short(p))).flatten())
    }

    /// 老周, 小付: the last of that surname who is named in full.
    fn familiar(&self, words: &str) -> Option<usize> {
        let surname = words.strip_prefix(['老', '小']).filter(|rest| rest.chars().count() == 1)?;
        let full = |p: &Person| {
            let given = p.name.strip_prefix(surname).unwrap_or_default();
            (1..=2).contains(&given.chars().count()) && !given.starts_with('某') && !TABLES.is(given, ADDRESSED)
        };
        // 老靳 is 靳师傅 where no one is named in full.
        let called = |p: &Person| p.name.strip_prefix(surname).is_some_and(|said| TABLES.is(said, sort::ADDRESS));
        self.people.iter().rposition(full).or_else(|| self.people.iter().rposition(called))
    }

    /// 古丽娜尔 before 古丽娜尔·买买提, 王主任 before 主任王守成: who was named in part is called by the full name from now on.
    fn completed(&mut self, words: &str, titles: &[&str]) -> Option<usize> {
        let fits = |p: &Person| {
            let part = is_dotted(words) && parts(words).any(|part| part == p.name);
            let said = words.chars().next().and_then(|surname| p.name.strip_prefix(surname));
            let full = (2..=3).contains(&words.chars().count());
            // 老郭 before 郭满仓
            let familiar =
                full && p.name.strip_prefix(['老', '小']).is_some_and(|said| words.starts_with(said) && said != words);
            part || familiar && p.name.chars().count() == 2
                || full
                    && said
                        .is_some_and(|said| TABLES.is(said, sort::OFFICE) && titles.iter().any(|t| t.ends_with(said)))
        };
        let index = self.people.iter().rposition(fits)?;
        self.people.get_mut(index)?.name = words.to_owned();
        Some(index)
    }
}

/// What is said after a surname, so that both are no full name.
const ADDRESSED: u64 = sort::OFFICE | sort::ADDRESS | sort::COURTESY;

fn is_dotted(name: &str) -> bool {
    parts(name).nth(1).is_some()
}
