//! One of a few characters.

/// Whether `c` is one of `few`. Compared one by one: [`str::contains`] searches for a character of several bytes as for a
/// word, which takes it longer to begin than this to end.
pub(crate) fn among(few: &str, c: char) -> bool {
    few.chars().any(|one| one == c)
}
