//! One of a few characters, and words in a short text: [`str::contains`], [`str::find`] and their like prepare a search for
//! a word, and for a character of several bytes too, which takes them longer than it takes to look through a clause, and
//! every call of theirs more code than a browser should load.

/// Whether `c` is one of `few`.
pub(crate) fn among(few: &str, c: char) -> bool {
    few.chars().any(|one| one == c)
}

/// Where `word` stands first in `text`, in bytes.
pub(crate) fn place(text: &str, word: &str) -> Option<usize> {
    // The last byte of a character tells it best: most places are passed over by it alone.
    let Some((last, head)) = word.as_bytes().split_last() else { return Some(0) };
    let mut end = head.len();
    while let Some(byte) = text.as_bytes().get(end) {
        if byte == last && stands(text, end, head) {
            return Some(end - head.len());
        }
        end += 1;
    }
    None
}

/// Where `word` stands last in `text`.
pub(crate) fn last_place(text: &str, word: &str) -> Option<usize> {
    let Some((last, head)) = word.as_bytes().split_last() else { return Some(text.len()) };
    let mut end = text.len();
    while end > head.len() {
        end -= 1;
        if text.as_bytes().get(end) == Some(last) && stands(text, end, head) {
            return Some(end - head.len());
        }
    }
    None
}

/// Every place of `word` in `text`, none within another.
pub(crate) fn places<'t>(text: &'t str, word: &'t str) -> impl Iterator<Item = usize> + 't {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + place(text.get(from..)?, word)?;
        from = at + word.len().max(1);
        Some(at)
    })
}

/// What stands in `text` before and after the first `word`.
pub(crate) fn parted<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    let at = place(text, word)?;
    Some((text.get(..at)?, text.get(at + word.len()..)?))
}

/// Whether `word` stands in `text`.
pub(crate) fn holds(text: &str, word: &str) -> bool {
    place(text, word).is_some()
}

/// Whether `head` stands in `text` right before byte `end`.
#[inline(never)]
fn stands(text: &str, end: usize, head: &[u8]) -> bool {
    text.as_bytes().get(..end).is_some_and(|before| before.ends_with(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_as_the_standard_library_finds_them() {
        let texts = ["", "其", "其中", "中其其中其中", "aaaa", "分别a分别", "其中占比，其中", "\u{8c}中"];
        for text in texts {
            for word in ["其", "其中", "分别", "a", "aa", "中其", "不在"] {
                assert_eq!(place(text, word), text.find(word), "{text} {word}");
                assert_eq!(last_place(text, word), text.rfind(word), "{text} {word}");
                assert_eq!(holds(text, word), text.contains(word), "{text} {word}");
                assert_eq!(parted(text, word), text.split_once(word), "{text} {word}");
                let all: Vec<usize> = text.match_indices(word).map(|(at, _)| at).collect();
                assert_eq!(places(text, word).collect::<Vec<_>>(), all, "{text} {word}");
            }
            assert_eq!((place(text, ""), last_place(text, "")), (text.find(""), text.rfind("")));
        }
    }
}
