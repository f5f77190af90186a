//! Short forms that the text defines: 下称“…”, 以下简称…, 证券简称; and those that teams have (东陵钢铁队, 钢铁队).

use super::tables::sort;
use super::unit::{Kind, Line, Unit, ending_at};

/// A short form and what it is short for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alias {
    pub(super) short: String,
    pub(super) name: String,
    pub(super) kind: Kind,
}

const SIGNS: [&str; 8] = ["以下简称", "下称", "简称", "以下称", "下简称", "证券简称", "股票简称", "又称"];
/// The longest short form, in characters.
const LONGEST: usize = 12;

/// Every short form that the lines define.
pub(super) fn defined(lines: &[Line], units: &[Vec<Unit>]) -> Vec<Alias> {
    let mut found: Vec<Alias> = Vec::new();
    for (line, units) in lines.iter().zip(units) {
        for open in (0..line.len()).filter(|&i| matches!(line.char(i), '（' | '(')) {
            let Some(owner) = ending_at(units, open).and_then(|at| units.get(at)) else { continue };
            let Some(short) = short_in(line, open + 1) else { continue };
            let name = line.piece(owner.start, owner.end);
            let kind = match owner.kind {
                Kind::Place | Kind::Organization => owner.kind,
                Kind::Word if owner.is(sort::SUFFIX) => continue,
                Kind::Word | Kind::Latin | Kind::Foreign | Kind::Person => Kind::Organization,
                Kind::Number | Kind::Mark => continue,
            };
            if short != name && !found.iter().any(|a| a.short == short) {
                found.push(Alias { short: short.to_owned(), name: name.to_owned(), kind });
            }
        }
    }
    for (line, units) in lines.iter().zip(units) {
        for unit in units.iter().filter(|u| u.kind == Kind::Organization && line.before(u.end) == '队') {
            let name = line.piece(unit.start, unit.end);
            for (start, end) in [(unit.start + 2, unit.end), (unit.start, unit.end - 1)] {
                let short = line.piece(start.min(end), end);
                let long = end >= start + 3 && unit.len() >= 5 && !found.iter().any(|a| a.short == short);
                if long {
                    found.push(Alias { short: short.to_owned(), name: name.to_owned(), kind: Kind::Organization });
                }
            }
        }
    }
    found
}

/// What `words` are short for: a short form, or as much of the full name as ends with it, 深圳微品 where 微品 is
/// 深圳微品科技有限公司.
pub(super) fn full_name(words: &str, aliases: &[Alias]) -> String {
    let means = |a: &&Alias| a.short == words || (words.ends_with(&a.short) && a.name.starts_with(words));
    aliases.iter().find(means).map_or_else(|| words.to_owned(), |a| a.name.clone())
}

/// The short form in the bracket that opens before `at`.
fn short_in<'t>(line: &Line<'t>, at: usize) -> Option<&'t str> {
    let sign = SIGNS.iter().find_map(|sign| {
        let n = sign.chars().count();
        (line.piece(at, at + n) == *sign).then_some(at + n)
    })?;
    let start = (sign..sign + 3).find(|&i| !matches!(line.char(i), '“' | '"' | '：' | ':' | '为' | '「' | '《'))?;
    let end = (start..=start + LONGEST)
        .find(|&i| matches!(line.char(i), '”' | '"' | '）' | ')' | '，' | '；' | '」' | '》' | '、' | '\n'))?;
    let short = line.piece(start, end);
    (end >= start + 2).then_some(short)
}
