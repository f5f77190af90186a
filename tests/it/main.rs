//! One test binary, so that the lexicon is linked and decoded once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed, which is what it is for"
)]

mod articles;
mod check;
mod clipboards;
mod command;
mod document;
mod figure;
mod keyword;
mod laws;
mod long;
mod name;
mod pages;
mod random;
mod render;
mod roundtrip;
mod specs;
mod summary;
mod tidy;
mod token;
