//! What was found out about a line: named weights that add up, and the kind of clutter that the strongest names.

use super::BlockKind;

/// The verdict on a line by itself.
#[derive(Clone, Debug)]
pub(super) struct Verdict {
    /// Named weights: positive for the article, negative for clutter.
    pub(super) reasons: Vec<(&'static str, f64)>,
    /// What it is if it is clutter, as far as the line says.
    pub(super) clutter: Option<BlockKind>,
}

impl Verdict {
    /// All evidence together.
    pub(super) fn score(&self) -> f64 {
        self.reasons.iter().map(|&(_, weight)| weight).sum()
    }

    /// The evidence for the article.
    pub(super) fn prose(&self) -> f64 {
        self.reasons.iter().map(|&(_, weight)| weight.max(0.0)).sum()
    }

    /// The evidence that names a kind of clutter.
    pub(super) fn clutter_weight(&self) -> f64 {
        let named = |name: &str| NAMED.contains(&name);
        -self.reasons.iter().filter(|&&(name, _)| named(name)).map(|&(_, weight)| weight).sum::<f64>()
    }

    /// Whether the words of the line itself say that it is clutter.
    pub(super) fn is_clutter(&self) -> bool {
        let weight = self.clutter_weight();
        weight >= 2.5 && weight > self.prose()
    }

    /// Whether it is a mark of the layout: a rule, the number of a page or a section.
    pub(super) fn is_mark(&self) -> bool {
        self.has(&["no letters", "digits", "running head"])
    }

    /// Whether it is set like the menu of a page.
    pub(super) fn is_menu(&self) -> bool {
        self.has(&["menu", "widget"])
    }

    /// Whether it signs what stands above it.
    pub(super) fn is_signature(&self) -> bool {
        self.has(&["signature"])
    }

    /// Whether one of `names` is among its reasons.
    fn has(&self, names: &[&str]) -> bool {
        self.reasons.iter().any(|(name, _)| names.contains(name))
    }

    /// The evidence for clutter without what the page's own words weigh.
    pub(super) fn weight_but_words(&self) -> f64 {
        self.clutter_weight() + self.reasons.iter().filter(|r| r.0 == "page words").map(|r| r.1).sum::<f64>()
    }

    /// What the line says of who made the article, where and when, whatever else it says.
    pub(super) fn fact(&self) -> Option<BlockKind> {
        self.reasons.iter().rev().find_map(|&(name, _)| match name {
            "byline" => Some(BlockKind::Byline),
            "source" => Some(BlockKind::Source),
            "timestamp" => Some(BlockKind::Timestamp),
            _ => None,
        })
    }

    /// The evidence that the line stands in a list of titles, negative.
    pub(super) fn listed(&self) -> f64 {
        let names = ["under the heading of a list", "beside a timestamp"];
        self.reasons.iter().filter(|r| names.contains(&r.0)).map(|r| r.1).sum()
    }

    /// Adds evidence that names no kind.
    pub(super) fn add(&mut self, name: &'static str, weight: f64) {
        if weight != 0.0 {
            self.reasons.push((name, weight));
        }
    }

    /// Adds evidence that the line is clutter of `kind`.
    pub(super) fn accuse(&mut self, name: &'static str, weight: f64, kind: BlockKind) {
        // Single words say less of the kind than whole phrases and facts do.
        let telling = self.reasons.iter().filter(|(n, _)| NAMED.contains(n) && *n != "page words");
        let strongest = telling.map(|&(_, w)| w).fold(0.0, f64::min);
        if self.clutter.is_none() || (name != "page words" && -weight < strongest) {
            self.clutter = Some(kind);
        }
        self.add(name, -weight);
    }
}

/// Reasons that name a kind of clutter; the others only measure how the line is written.
const NAMED: [&str; 18] = [
    "around the article",
    "caption",
    "links",
    "original title",
    "phrase",
    "timestamp",
    "byline",
    "source",
    "no letters",
    "digits",
    "menu",
    "address",
    "headline copy",
    "page words",
    "widget",
    "in brackets",
    "running head",
    "signature",
];
