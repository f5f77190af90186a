//! Byte offsets → UTF-16 code units, in which JavaScript and the result contract count.

/// Bytes between two entries of the index: few enough to count again for every offset asked, many enough to keep it small.
const STRIDE: usize = 64;

/// Answers how many UTF-16 units stand before any byte of a text, after one pass over it.
pub(crate) struct Utf16Index<'t> {
    text: &'t str,
    /// Units before every `STRIDE`th byte.
    units: Vec<usize>,
}

impl<'t> Utf16Index<'t> {
    /// Reads `text` once.
    pub(crate) fn of(text: &'t str) -> Self {
        let mut total = 0;
        let units = text
            .as_bytes()
            .chunks(STRIDE)
            .map(|chunk| {
                let before = total;
                total += units_in(chunk);
                before
            })
            .collect();
        Self { text, units }
    }

    /// UTF-16 units before byte `offset`, which lies on a character boundary or past the end.
    pub(crate) fn at(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let entry = offset / STRIDE;
        match self.units.get(entry) {
            Some(&before) => before + self.text.as_bytes().get(entry * STRIDE..offset).map_or(0, units_in),
            None => self.units.last().copied().unwrap_or(0) + self.tail(),
        }
    }

    /// Units of the last stride, for an offset at the very end of a text whose length is a whole number of strides.
    fn tail(&self) -> usize {
        let start = self.units.len().saturating_sub(1) * STRIDE;
        self.text.as_bytes().get(start..).map_or(0, units_in)
    }
}

/// Units of the characters that begin in `bytes`: a character of four bytes has two, every other one.
fn units_in(bytes: &[u8]) -> usize {
    bytes.iter().map(|&b| usize::from(b & 0xC0 != 0x80) + usize::from(b >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_at_every_boundary() {
        let long = "新闻😀a\u{2028}𠮷é".repeat(40);
        for text in ["", "a", "要点", "😀", &"x".repeat(STRIDE), &"x".repeat(2 * STRIDE + 1), &long] {
            let index = Utf16Index::of(text);
            let boundaries = text.char_indices().map(|(at, _)| at).chain([text.len(), text.len() + 9]);
            for at in boundaries {
                let expected = text.get(..at.min(text.len())).unwrap().encode_utf16().count();
                assert_eq!(index.at(at), expected, "{text:?} at {at}");
            }
        }
    }
}
