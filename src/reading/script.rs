//! Simplified or traditional, and the one read as the other.

use crate::lexicon::{rows, table};
use serde::Serialize;
use std::sync::LazyLock;

/// Han script of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Script {
    /// Simplified.
    Hans,
    /// Traditional.
    Hant,
    /// Both.
    Mixed,
    /// No Han text to speak of.
    None,
}

/// How often the characters of one script must outnumber those of the other for the text to be called its own: names,
/// titles and quoted signs in the other script are rarer than one in five.
const CLEAR: usize = 4;

/// Below one Han character in twenty letters a text is not Chinese: an English page with a name or two.
const LEAST_HAN: usize = 20;

impl Script {
    /// The script of the pieces taken together.
    pub fn of<'t>(pieces: impl Iterator<Item = &'t str>) -> Self {
        let mut letters = 0;
        let mut count = Evidence::default();
        for c in pieces.flat_map(str::chars) {
            letters += usize::from(is_han(c) || is_letter(c));
            count.add(c);
        }
        let Evidence { han, simplified, traditional } = count;
        match () {
            () if han == 0 || han * LEAST_HAN < letters => Self::None,
            () if traditional == 0 || simplified >= CLEAR * traditional => Self::Hans,
            () if traditional >= CLEAR * simplified => Self::Hant,
            () => Self::Mixed,
        }
    }

    /// Whether a line of a text of this script is to be read as traditional.
    pub(super) fn reads_as_traditional(self, line: &str) -> bool {
        match self {
            Self::Hans | Self::None => false,
            Self::Hant => true,
            Self::Mixed => {
                let mut count = Evidence::default();
                line.chars().for_each(|c| count.add(c));
                count.traditional > count.simplified
            }
        }
    }
}

/// Characters that tell the scripts apart.
#[derive(Default)]
struct Evidence {
    han: usize,
    simplified: usize,
    traditional: usize,
}

impl Evidence {
    fn add(&mut self, c: char) {
        if !is_han(c) {
            return;
        }
        self.han += 1;
        match CHARACTERS.used_in(c) {
            Use::Simplified => self.simplified += 1,
            Use::Traditional => self.traditional += 1,
            Use::Both => {}
        }
    }
}

/// Whether `c` is a Han character.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '〇' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Whether `c` is a letter of any script or a digit; Chinese and its signs, as most are, are not looked up in the tables of
/// Unicode.
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    is_han(c) || !is_sign(c) && c.is_alphanumeric()
}

/// Whether `c` is a letter of any script; Chinese and its signs are not looked up either.
pub(crate) fn is_letter(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}') || !is_sign(c) && c.is_alphabetic()
}

/// Whether `c` is a sign that often stands in Chinese.
const fn is_sign(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2027}' | '\u{3000}'..='\u{3003}' | '\u{3008}'..='\u{3020}' | '！'..='／' | '：'..='＠')
}

/// The simplified character that a traditional one is read as.
pub(super) fn simplified(c: char) -> char {
    CHARACTERS.simplified(c)
}

static CHARACTERS: LazyLock<Characters> = LazyLock::new(Characters::read);

/// The basic plane's Han characters, by code point from the first of them.
struct Characters {
    simplified: Vec<char>,
    used_in: Vec<Use>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Simplified,
    Traditional,
    Both,
}

const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

impl Characters {
    fn read() -> Self {
        let size = (LAST - FIRST + 1) as usize;
        let mut this = Self { simplified: vec!['\0'; size], used_in: vec![Use::Both; size] };
        for [simplified, own, shared, mark] in rows(table!("traditional")) {
            let simplified = simplified.chars().next().unwrap_or_default();
            for traditional in own.chars() {
                this.put(traditional, simplified, Use::Traditional);
            }
            for traditional in shared.chars() {
                this.put(traditional, simplified, Use::Both);
            }
            if mark.is_empty() {
                this.put(simplified, '\0', Use::Simplified);
            }
        }
        this
    }

    fn put(&mut self, c: char, simplified: char, used_in: Use) {
        let Some(i) = index(c) else { return };
        if let (Some(s), Some(u)) = (self.simplified.get_mut(i), self.used_in.get_mut(i)) {
            (*s, *u) = (simplified, used_in);
        }
    }

    fn simplified(&self, c: char) -> char {
        index(c).and_then(|i| self.simplified.get(i)).copied().filter(|&s| s != '\0').unwrap_or(c)
    }

    fn used_in(&self, c: char) -> Use {
        index(c).and_then(|i| self.used_in.get(i)).copied().unwrap_or(Use::Both)
    }
}

fn index(c: char) -> Option<usize> {
    (FIRST..=LAST).contains(&u32::from(c)).then(|| (u32::from(c) - FIRST) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_told_apart() {
        for (text, script) in [
            ("长江两岸的桥梁", Script::Hans),
            ("長江兩岸的橋樑", Script::Hant),
            ("乾隆年间的著名园林", Script::Hans),
            ("人口", Script::Hans),
            ("这座桥\n這座橋", Script::Mixed),
            ("The bridge over the river, called 桥", Script::None),
            ("", Script::None),
        ] {
            assert_eq!(Script::of([text].into_iter()), script, "{text}");
        }
    }

    #[test]
    fn no_sign_is_a_letter() {
        assert!(('\0'..='\u{ffff}').filter(|&c| is_sign(c)).all(|c| !c.is_alphanumeric()));
        assert!(('\0'..='\u{ffff}').all(|c| is_letter(c) == c.is_alphabetic()));
    }

    #[test]
    fn traditional_characters_have_one_simplified_reading() {
        for (traditional, read) in
            [('國', '国'), ('裡', '里'), ('裏', '里'), ('著', '着'), ('台', '台'), ('后', '后'), ('國', '国')]
        {
            assert_eq!(simplified(traditional), read);
        }
    }
}
