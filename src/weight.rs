//! The weights of keywords, salience and summary: one number each, read from one table that says what it does.

use crate::lexicon::{rows, table};
use crate::numeral::decimal::Decimal;
use std::sync::LazyLock;

macro_rules! weights {
    ($($name:ident),+ $(,)?) => {
        /// All weights. What each does stands beside its value in `lexicon/weights.tsv`.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "the table says what each does")]
        pub struct Weights { $(pub $name: f64,)+ }

        impl Weights {
            /// Names of all weights, in the order of the table.
            pub const NAMES: &[&str] = &[$(stringify!($name)),+];

            const ZERO: Self = Self { $($name: 0.0,)+ };

            /// The weight called `name`.
            pub fn get_mut(&mut self, name: &str) -> Option<&mut f64> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)+
                    _ => None,
                }
            }
        }
    };
}

weights! {
    first_sentence, soft_lead, after_soft_lead, earliness, lead_paragraph, paragraph_start, centrality,
    figures, time, named_actor, lateness, elaboration, speech, actor_says, bystander, scene_setting, staging, background,
    profile, title, keywords, long, short,
    novelty, novelty_single, untold, redundancy, dangling, filler,
    lead_word, second_word, headline_word, late_word, spoken_word, rarity, most_bits, person_bits,
    name_word, organization_word, place_word, unknown_word, latin_word, quoted_word,
    gerund_word, verb_word, quality_word, common_word, common_part, deed_once,
    long_word,
    phrase, phrase_chance, phrase_own, derived, verb_first, verb_last, phrase_part, phrase_kept, phrase_takes,
}

impl Weights {
    fn read() -> Self {
        let mut weights = Self::ZERO;
        for [name, value, ..] in rows(table!("weights")) {
            if let (Some(weight), Some(value)) = (weights.get_mut(name), Decimal::of_table(value)) {
                *weight = value.to_f64();
            }
        }
        weights
    }
}

/// The weights in use.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(Weights::read);

#[cfg(test)]
mod tests {
    use super::Weights;

    #[test]
    fn the_table_holds_every_weight_once_with_its_sentence() {
        let lines = include_str!("lexicon/weights.tsv").lines().filter(|line| !line.starts_with('#'));
        let table: Vec<Vec<&str>> = lines.map(|line| line.split('\t').collect()).collect();
        let names: Vec<&str> = table.iter().map(|row| row[0]).collect();
        assert_eq!(names, Weights::NAMES);
        for row in table {
            assert!(row[1].parse::<f64>().is_ok_and(f64::is_finite), "{row:?}");
            assert!(row.get(2).is_some_and(|s| s.ends_with('.')), "{row:?}");
        }
    }
}
