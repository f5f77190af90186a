//! Mentions → people, organisations and places: which mentions mean the same.

use super::alias::{Alias, full_name};
use super::brackets;
use super::identity::Roll;
use super::office;
use super::owner::Owner;
use super::tables::{TABLES, sort};
use super::title::{self, Role};
use super::unit::{Kind, Line, Unit};
use super::{Entity, Names, Person};
use crate::among::holds;
use crate::article::Article;
use crate::order;
use crate::span::Span;
use std::collections::BTreeMap;

/// The longest title of a work, in characters.
const LONGEST_TITLE: usize = 40;

/// The titles of those who make an article.
const MAKERS: [&str; 6] = ["记者", "通讯员", "编辑", "摄影", "作者", "实习生"];

/// All mentions of the document, by name, in order of first mention.
#[derive(Default)]
pub(super) struct Gathered {
    roll: Roll,
    organizations: Vec<Entity>,
    places: Vec<Entity>,
    /// The organisation named last.
    last_organization: Option<String>,
    /// The company last introduced by its full name or with a short form.
    introduced: Option<String>,
    by_organization: BTreeMap<String, usize>,
    by_place: BTreeMap<String, usize>,
    /// By person, whether they are named outside the titles of works.
    at_large: Vec<bool>,
}

impl Gathered {
    /// Reads the units of every line.
    pub(super) fn from(lines: &[Line], units: &[Vec<Unit>], aliases: &[Alias]) -> Self {
        let mut gathered = Self::default();
        for (line, units) in lines.iter().zip(units) {
            let mut previous: Option<(usize, Role, usize)> = None;
            for (index, unit) in units.iter().enumerate() {
                match unit.kind {
                    Kind::Organization => gathered.organization(line, unit.start, unit.end, aliases),
                    Kind::Place => gathered.place(line, unit),
                    Kind::Person | Kind::Foreign => {
                        let role = title::read(line, units, index);
                        let role = if role.titles.is_empty() { office::taken(line, units, index) } else { role };
                        let role = office::shared(line, units, index, role, previous.as_ref());
                        gathered.person(line, units, unit, &role, aliases);
                        previous = Some((index, role, unit.end));
                    }
                    Kind::Word if unit.is(sort::SHORT | sort::JOINT) => gathered.short(line, units, index),
                    Kind::Word => gathered.visited(line, unit),
                    _ => {}
                }
            }
        }
        gathered
    }

    fn person(&mut self, line: &Line, units: &[Unit], unit: &Unit, role: &Role, aliases: &[Alias]) {
        let words = line.piece(unit.start, unit.end);
        let held: Vec<&str> = role.titles.iter().map(|&(s, e)| line.piece(s, e)).collect();
        let index = self.roll.index(words, unit, &held);
        let titles = held.iter().filter(|t| !holds(t, "记者") || role.titles.len() == 1);
        let mut titles: Vec<String> = titles.map(|&title| title.to_owned()).collect();
        if titles.is_empty() {
            titles.extend(title_after(line, unit));
        }
        if titles.len() > 1 {
            titles = vec![chain(line, role)];
        }
        let theirs = self.owners(line, units, role, aliases);
        self.at_large.resize(self.roll.people.len(), false);
        if let Some(at_large) = self.at_large.get_mut(index) {
            *at_large |= !role.titles.is_empty() || !is_in_title_of_work(line, unit.start);
        }
        let bracket = self.bracketed(line, units, unit, index);
        let Some(person) = self.roll.people.get_mut(index) else { return };
        person.mentions.push(named_part(line, unit));
        person.mentions.extend(bracket);
        for title in titles {
            if !person.titles.iter().any(|t| t.split('、').any(|part| part == title) || *t == title) {
                person.titles.push(title);
            }
        }
        // 耳鼻喉科 is part of 江城大学附属协和医院耳鼻喉科.
        if person.organization.as_ref().is_none_or(|part| theirs.len() > part.len() && theirs.ends_with(part.as_str()))
        {
            person.organization = Some(theirs).filter(|name| !name.is_empty());
        }
    }

    /// Whose the titles of `role` are, by their names.
    fn owners(&mut self, line: &Line, units: &[Unit], role: &Role, aliases: &[Alias]) -> String {
        let mut owners: Vec<String> = Vec::new();
        for owner in &role.owners {
            let name = match *owner {
                Owner::Named(start, end) => {
                    let whole = line.piece(start, end);
                    if units.iter().any(|u| u.start < end && u.end > start && u.kind != Kind::Place) {
                        self.organization(line, start, end, aliases);
                    }
                    self.government(whole).unwrap_or_else(|| full_name(whole, aliases))
                }
                Owner::Meant(start, end) => {
                    self.meant(line.piece(start, end)).unwrap_or_else(|| line.piece(start, end).to_owned())
                }
            };
            if !owners.contains(&name) {
                owners.push(name);
            }
        }
        owners.join("、")
    }

    /// The name in letters in brackets behind `unit`, by which the person at `index` is known too, as by one in characters.
    fn bracketed(&mut self, line: &Line, units: &[Unit], unit: &Unit, index: usize) -> Option<Span> {
        let bracket =
            brackets::latin(line, unit.end).map(|(start, end)| (line.piece(start, end), line.span(start, end)));
        let inner = brackets::person(units, unit, line).map(|inner| line.piece(inner.start, inner.end));
        let surname = bracket.and_then(|b| b.0.split(' ').next_back()).filter(|word| word.len() >= 3);
        for other in bracket.iter().map(|b| b.0).chain(surname).chain(inner) {
            self.roll.also(index, other);
        }
        bracket.map(|b| b.1)
    }

    fn organization(&mut self, line: &Line, start: usize, end: usize, aliases: &[Alias]) {
        let words = line.piece(start, end);
        let name = full_name(words, aliases);
        let index = *self.by_organization.entry(name.clone()).or_insert(self.organizations.len());
        if index == self.organizations.len() {
            self.organizations.push(Entity { name: name.clone(), aliases: vec![], mentions: vec![] });
        }
        if let Some(entity) = self.organizations.get_mut(index) {
            let span = line.span(start, end);
            if entity.mentions.iter().rev().take(4).all(|m| *m != span) {
                entity.mentions.push(span);
            }
            if words != name && !entity.aliases.iter().any(|a| a == words) {
                entity.aliases.push(words.to_owned());
            }
        }
        if !TABLES.is(words, sort::MEDIUM) {
            if aliases.iter().any(|a| a.name == name) || words.ends_with("有限公司") {
                self.introduced = Some(name.clone());
            }
            self.last_organization = Some(name);
        }
    }

    /// 县府 is the last 县政府.
    fn government(&self, words: &str) -> Option<String> {
        let stem = words.strip_suffix('府').filter(|stem| stem.chars().count() == 1)?;
        let full = [stem, "政府"].concat();
        self.organizations.iter().rev().map(|o| &o.name).find(|name| name.ends_with(&full)).cloned()
    }

    /// What 公司 stands for: the company that was introduced last; any other word: the organisation named last.
    fn meant(&self, words: &str) -> Option<String> {
        let company = words.ends_with("公司") || words.ends_with("企业") || matches!(words, "品牌" | "平台");
        self.introduced.clone().filter(|_| company).or_else(|| self.last_organization.clone())
    }

    fn place(&mut self, line: &Line, unit: &Unit) {
        self.place_at(line, unit.start, unit.end);
    }

    fn place_at(&mut self, line: &Line, start: usize, end: usize) {
        let words = line.piece(start, end);
        let name = TABLES.full(words).filter(|_| end == start + 1).unwrap_or(words);
        let index = *self.by_place.entry(name.to_owned()).or_insert(self.places.len());
        if index == self.places.len() {
            self.places.push(Entity { name: name.to_owned(), aliases: vec![], mentions: vec![] });
        }
        if let Some(place) = self.places.get_mut(index) {
            place.mentions.push(line.span(start, end));
            if words != name && !place.aliases.iter().any(|alias| alias == words) {
                place.aliases.push(words.to_owned());
            }
        }
    }

    /// 中美, 京津冀: each character is a place where it stands beside another.
    fn short(&mut self, line: &Line, units: &[Unit], index: usize) {
        let Some(unit) = units.get(index) else { return };
        // 小说|中加|插: after a noun 中 may be grammar.
        let before = index.checked_sub(1).and_then(|i| units.get(i));
        let doubtful = before.is_some_and(|u| u.tag == "n") && !line.is(unit.start + 1, unit.end, sort::SHORT);
        let joint = unit.is(sort::JOINT) && !doubtful;
        let side = unit.len() == 1 && matches!(line.char(unit.end), '方' | '侨') && line.char(unit.end + 1) != '面';
        let short = |u: Option<&Unit>| u.is_some_and(|u| u.is(sort::SHORT) && u.len() == 1);
        // 应|对法
        let toward = unit.len() == 1 && before.is_some_and(|u| u.len() == 1 && is_toward(line, u.start));
        if joint || side || toward || short(before) || short(units.get(index + 1)) {
            for i in unit.start..unit.end {
                self.place_at(line, i, i + 1);
            }
        }
    }

    /// 访华, 驻美大使: a word that begins with where someone goes or is.
    fn visited(&mut self, line: &Line, unit: &Unit) {
        let (at, rest) = (unit.start + 1, unit.start + 2);
        if is_toward(line, unit.start) && (unit.end == rest || line.is(rest, unit.end, sort::TITLE)) {
            self.place_at(line, at, rest);
        }
    }

    /// The result, without those who only made the article.
    pub(super) fn names(self, article: &Article) -> Names {
        let bylines: Vec<Span> = article.document.bylines.iter().map(|b| Span::new(b.start, b.end)).collect();
        let made = |span: &Span| bylines.iter().any(|b| b.overlaps(*span));
        let maker = |name: &str| article.document.bylines.iter().any(|b| b.name == name);
        let signed = |span: &Span| {
            let before = article.text.get(..span.start).unwrap_or_default();
            MAKERS.iter().any(|title| before.trim_end().ends_with(title))
        };
        let mut bodies: Vec<Span> = self.organizations.iter().flat_map(|o| &o.mentions).copied().collect();
        order::by_key(&mut bodies, |span| *span);
        // 云泽|财经大学: named by what a university is called.
        let of_body = |span: &Span| {
            let after = bodies.partition_point(|body| body.start <= span.start);
            after.checked_sub(1).and_then(|i| bodies.get(i)).is_some_and(|body| span.end < body.end)
        };
        let at_large = self.roll.people.into_iter().zip(self.at_large).filter(|(_, at_large)| *at_large);
        let mut people: Vec<Person> = at_large.map(|(person, _)| person).collect();
        for person in &mut people {
            let maker = maker(&person.name);
            person.mentions.retain(|m| !of_body(m) && !made(m) && (!maker || !signed(m)));
        }
        people.retain(|p| !p.mentions.is_empty());
        Names { people, organizations: well_known_joined(self.organizations), places: self.places }
    }
}

/// Whether where someone goes or is stands at `i`, and after it one character for the place; 行进中 is none.
fn is_toward(line: &Line, i: usize) -> bool {
    let toward = line.is(i, i + 1, sort::TOWARD) && line.is(i + 1, i + 2, sort::SHORT);
    toward && line.char(i + 1) != '中' && !line.is(i, i + 2, sort::NO_PLACE)
}

/// Whether `at` stands between the marks of a work's title: 《鹿鼎记》.
fn is_in_title_of_work(line: &Line, at: usize) -> bool {
    let mark = (at.saturating_sub(LONGEST_TITLE)..at).rev().map(|i| line.char(i)).find(|c| matches!(c, '《' | '》'));
    mark == Some('《')
}

/// The place of the name without the title behind it: 江 of 江主席, 王 of 王先生; 李阿姨 and 王某某 are names as a whole.
fn named_part(line: &Line, unit: &Unit) -> Span {
    let titled = unit.tag == "nrx" && line.is(unit.start + 1, unit.end, sort::OFFICE | sort::COURTESY);
    line.span(unit.start, if titled { unit.start + 1 } else { unit.end })
}

/// Joins 发改委 and 国家发改委: well-known forms of one name, called by the longest that the text has.
fn well_known_joined(organizations: Vec<Entity>) -> Vec<Entity> {
    let mut joined: Vec<Entity> = Vec::with_capacity(organizations.len());
    let mut by_full: BTreeMap<String, usize> = BTreeMap::new();
    for mut entity in organizations {
        let full = TABLES.full(&entity.name).map_or_else(|| entity.name.clone(), str::to_owned);
        let index = *by_full.entry(full).or_insert(joined.len());
        let Some(first) = joined.get_mut(index) else {
            joined.push(entity);
            continue;
        };
        if entity.name.len() > first.name.len() {
            std::mem::swap(&mut first.name, &mut entity.name);
        }
        for alias in std::iter::once(entity.name).chain(entity.aliases) {
            if alias != first.name && !first.aliases.contains(&alias) {
                first.aliases.push(alias);
            }
        }
        first.mentions.append(&mut entity.mentions);
        order::by_key(&mut first.mentions, |m| *m);
    }
    joined
}

/// 习近平总书记, 王东教授: a title of an office right after the name.
fn title_after(line: &Line, unit: &Unit) -> Option<String> {
    let piece = (2..=5).rev().map(|n| line.piece(unit.end, (unit.end + n).min(line.len())));
    piece.into_iter().find(|p| TABLES.is(p, sort::OFFICE | sort::POST)).map(str::to_owned)
}

/// All titles as one: as the text has them where they stand together, else joined with 、.
fn chain(line: &Line, role: &Role) -> String {
    let together = role.titles.iter().zip(role.titles.iter().skip(1)).all(|(a, b)| b.0 - a.1 <= 2);
    match (role.titles.first(), role.titles.last()) {
        (Some(first), Some(last)) if together => line.piece(first.0, last.1).to_owned(),
        _ => role.titles.iter().map(|&(s, e)| line.piece(s, e)).collect::<Vec<_>>().join("、"),
    }
}
