//! Districts that no table lists, by what their names end with.

use crate::reading::is_han;
use rustc_hash::{FxHashMap, FxHashSet};

/// Names that end as districts do and stand twice and more in `text`.
pub(crate) fn repeated(text: &str) -> FxHashSet<String> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (i, &(at, c)) in chars.iter().enumerate().filter(|(_, (_, c))| DISTRICT.contains(c)) {
        for length in [2, 3] {
            let name = i.checked_sub(length).and_then(|first| chars.get(first..=i));
            let han = name.filter(|name| name.iter().all(|&(_, c)| is_han(c)));
            let from = han.and_then(|name| name.first()).map(|&(from, _)| from);
            let word = from.and_then(|from| text.get(from..at + c.len_utf8()));
            if let Some(word) = word {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    counts.into_iter().filter(|&(_, count)| count > 1).map(|(word, _)| word.to_owned()).collect()
}

/// What the names of districts end with.
pub(crate) const DISTRICT: [char; 3] = ['区', '县', '镇'];
