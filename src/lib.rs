//! Yaodian (要点) reads one pasted Chinese news text and returns one [`Digest`].
//!
//! It is a straight pipeline of pure functions. The modules below stand in the order in which the text passes through
//! them; a module may use those above it and none below:
//!
//! `text → Reading → Document (blocks) → Sentences → Tokens → Article → Numbers → Tables → Names → Quotes → Figures, Checks, Series
//! → Keywords → Salience → Summary → Digest → JavaScript`
//!
//! **The text is never changed.** The stages read a folded copy (one width, one script, no invisible characters) and mark
//! places in it; [`reading`] leads every place back to the input. Clutter is labelled, not deleted.
//!
//! **Nothing fails.** Any string, empty or hostile, gives a digest, in time that grows with its length and no faster. Only
//! the JavaScript boundary and the command have errors, and only for options.
//!
//! **Nothing is hidden.** No IO, clock, randomness, threads or global settings; the one static is the read-only lexicon,
//! and at the boundary the digest that JavaScript has begun. The same input gives the same digest, natively and in wasm.
//!
//! **One boundary.** `wasm.rs` alone knows JavaScript. Offsets are bytes inside and UTF-16 code units outside
//! ([`Digest::in_utf16`]). Results cross as plain objects, so they survive a worker message.
//!
//! **Data is data.** Word lists are tables in `src/lexicon`, each with origin and licence; rules are code. A new unit or
//! title is a new row and a spec line, not a new branch.
//!
//! **Where to change what.** Wrong character: [`reading`]. Wrong block: [`document`]. Wrong sentence boundary: [`sentence`].
//! Wrong word: [`token`], [`lexicon`]. Wrong value, unit or date: [`number`]. Wrong cell of a
//! table: [`table`]. Wrong name or title: [`name`]. Wrong speaker:
//! [`quote`]. Wrong subject of a figure: [`figure`]. Wrong sum or chart: [`check`]. Wrong keyword: [`keyword`]. Wrong order:
//! [`salience`]. Repetition, or an opener that should go: [`summary`]. Display: `www/view`. Begin with a failing row in
//! `tests/specs`.
#![forbid(unsafe_code)]

/// The examples of the README, which run with those of this documentation.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub mod span;
mod among;
mod order;
pub mod calendar;
pub mod options;
mod logarithm;
pub mod lexicon;
pub mod reading;
mod numeral;
pub mod weight;
pub mod html;
pub mod time;
pub mod document;
pub mod sentence;
pub mod token;
mod cue;
pub mod passage;
pub mod term;
pub mod article;
pub mod quantity;
pub mod number;
pub mod table;
pub mod name;
pub mod quote;
pub mod figure;
pub mod check;
pub mod keyword;
pub mod salience;
pub mod summary;
pub mod digest;
mod utf16;
mod locate;
pub mod markdown;
#[cfg(target_arch = "wasm32")]
mod wasm;

pub use digest::{Digest, digest, digest_in_stages, digest_observed, digest_with_options};
pub use options::{OptionError, Options};
