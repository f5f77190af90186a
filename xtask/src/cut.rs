//! Which entries of the dictionary are packed.

/// Which entries of the dictionary are packed. Rare ones are mostly long compounds that swallow the words inside them:
/// without them news is cut better.
#[derive(Clone, Copy)]
pub struct Cut {
    /// All entries that are so frequent.
    pub frequent: u32,
    /// Set phrases (成语 and the like, tags `i` and `l`) must be so frequent: they are long, and cut apart they mean the same.
    pub phrases: u32,
    /// Entries of a frequency of at least [`RARE`] that so many texts hold, as `rare.tsv` counts them.
    pub texts: u32,
}

/// The cut in use.
pub const CUT: Cut = Cut { frequent: 36, phrases: 120, texts: 3 };

/// Entries that are rarer still are packed by `news.tsv` alone. Places of this frequency all are: news happens anywhere.
pub const RARE: u32 = 10;

impl Cut {
    /// Whether an entry is packed by its frequency alone.
    pub fn holds(self, frequency: u32, tag: &str) -> bool {
        frequency >= if matches!(tag, "i" | "l") { self.phrases } else { self.frequent }
    }
}
