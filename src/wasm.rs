//! The boundary: a string and options of JavaScript in, one JSON string out. The only file that knows JavaScript.
//!
//! Exports are free functions: an object with methods would stay borrowed for ever after a trap.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use crate::digest::{Digest, digest_in_stages, digest_observed};
use crate::markdown;
use crate::options::{Mark, MarkKind, OptionError, Options, Setting, UserWord};
use js_sys::{Array, Error, JsString, Number, Object, Reflect};
use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};
use std::cell::Cell;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::prelude::*;

/// Reads `text` and returns its digest as JSON, offsets in UTF-16 code units, `null` for what is absent.
///
/// A lone surrogate becomes U+FFFD, which is one unit of UTF-16 as well, so that offsets stay true.
///
/// # Errors
/// An `Error` with a `code` (`E_OPTION_UNKNOWN`, `E_OPTION_TYPE`, `E_OPTION_RANGE`) for options that are not.
#[wasm_bindgen]
pub fn digest(text: JsString, options: JsValue) -> Result<String, JsValue> {
    read(&text, &options, &mut |_| {})
}

/// The same as [`digest`]; leaves a performance measure `yaodian:STAGE` for every stage of the pipeline.
///
/// # Errors
/// As [`digest`].
#[wasm_bindgen]
pub fn profile(text: JsString, options: JsValue) -> Result<String, JsValue> {
    let performance = performance();
    let mut began = performance.as_ref().map_or(0.0, web_sys::Performance::now);
    read(&text, &options, &mut |stage| {
        let Some(performance) = &performance else { return };
        let now = performance.now();
        measure(performance, stage, began, now);
        began = now;
    })
}

/// Begins what [`digest`] does in one call, of which [`advance`] does a stage: for a thread that has other work. What was
/// begun before and not ended is dropped.
///
/// # Errors
/// As [`digest`].
#[wasm_bindgen]
pub fn begin(text: JsString, options: JsValue) -> Result<(), JsValue> {
    let options = parse_options(&options)?;
    let text = String::from(text);
    let work = async move { json(&digest_in_stages(&text, &options, &mut |_| {}).await.in_utf16(&text)) };
    WORK.set(Some(Box::pin(work)));
    Ok(())
}

/// Does the next stage of what was begun, and returns the digest as [`digest`] does with the last.
///
/// # Errors
/// `E_OUTPUT`, if the digest cannot be written.
#[wasm_bindgen]
pub fn advance() -> Result<Option<String>, JsValue> {
    let Some(mut work) = WORK.take() else { return Ok(None) };
    match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(written) => written.map(Some),
        Poll::Pending => {
            WORK.set(Some(work));
            Ok(None)
        }
    }
}

/// A digest that is being made.
type Work = Pin<Box<dyn Future<Output = Result<String, JsValue>>>>;

thread_local! {
    static WORK: Cell<Option<Work>> = const { Cell::new(None) };
}

/// The digest of `text` as a Markdown page in Chinese.
///
/// # Errors
/// As [`digest`].
#[wasm_bindgen]
pub fn markdown(text: JsString, options: JsValue) -> Result<String, JsValue> {
    let options = parse_options(&options)?;
    Ok(markdown::markdown(&digest_observed(&String::from(&text), &options, &mut |_| {})))
}

fn read(text: &JsString, options: &JsValue, finished: &mut dyn FnMut(&'static str)) -> Result<String, JsValue> {
    let options = parse_options(options)?;
    let text = String::from(text);
    let digest = digest_observed(&text, &options, finished).in_utf16(&text);
    let json = json(&digest);
    finished("output");
    json
}

fn json(digest: &Digest) -> Result<String, JsValue> {
    let mut bytes = Vec::new();
    let written = digest.serialize(&mut Serializer::with_formatter(&mut bytes, Plain));
    written.map_err(|e| error("E_OUTPUT", &e.to_string()))?;
    String::from_utf8(bytes).map_err(|e| error("E_OUTPUT", &e.to_string()))
}

/// Writes doubles as JavaScript does: what serde_json and the standard library write them with takes a browser ten kilobytes.
struct Plain;

impl Formatter for Plain {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        if let Some((number, scale)) = decimal(value) {
            let (digits, mut unit) = (number.unsigned_abs(), u64::from(scale));
            writer.write_all(if number < 0 { b"-" } else { b"" })?;
            self.write_u64(writer, digits / unit)?;
            writer.write_all(if unit > 1 { b"." } else { b"" })?;
            while unit > 1 {
                unit /= 10;
                self.write_u64(writer, digits / unit % 10)?;
            }
            return Ok(());
        }
        let written = Number::from(value).to_string_with_radix(10).map_err(|_| io::ErrorKind::InvalidData)?;
        writer.write_all(String::from(written).as_bytes())
    }
}

/// `value` as a whole number and what it is to be divided by, where it has four digits behind the point at most: they are
/// written before JavaScript is called.
fn decimal(value: f64) -> Option<(i64, u32)> {
    let whole = |scale: u32| ((value * f64::from(scale)).round_ties_even(), scale);
    let exact = |&(number, scale): &(f64, u32)| number.abs() < 1e15 && number / f64::from(scale) == value;
    [1, 10, 100, 1000, 10_000].map(whole).into_iter().find(exact).map(|(number, scale)| (number as i64, scale))
}

/// Copies the options key by key from the value's own properties, checking each.
fn parse_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if value.is_undefined() || value.is_null() {
        return Ok(options);
    }
    if !value.is_object() || Array::is_array(value) {
        return Err(error("E_OPTION_TYPE", "options must be an object"));
    }
    for key in Reflect::own_keys(value)?.iter() {
        let name = key.as_string().unwrap_or_else(|| "(symbol)".to_owned());
        let value = Reflect::get(value, &key)?;
        if value.is_undefined() {
            continue;
        }
        options.set(&name, setting(&value)?).map_err(|e| option_error(&e))?;
    }
    Ok(options)
}

fn setting(value: &JsValue) -> Result<Setting, JsValue> {
    Ok(if let Some(number) = value.as_f64() {
        Setting::Number(number)
    } else if let Some(text) = value.as_string() {
        Setting::Text(text)
    } else if let Some(flag) = value.as_bool() {
        Setting::Flag(flag)
    } else if Array::is_array(value) {
        list(value.unchecked_ref())?
    } else if value.is_null() {
        Setting::Other("null")
    } else {
        Setting::Other("an object or a function")
    })
}

fn list(items: &Array) -> Result<Setting, JsValue> {
    if let Some(words) = items.iter().map(|item| user_word(&item)).collect::<Result<Option<Vec<_>>, _>>()? {
        return Ok(Setting::Words(words));
    }
    let marks = items.iter().map(|item| mark(&item)).collect::<Result<Option<Vec<_>>, _>>()?;
    Ok(marks.map_or(Setting::Other("a list of other things"), Setting::Marks))
}

/// `{ block, as }`; `None` for anything else.
fn mark(item: &JsValue) -> Result<Option<Mark>, JsValue> {
    if !item.is_object() {
        return Ok(None);
    }
    let block = Reflect::get(item, &"block".into())?.as_f64().filter(|n| *n >= 0.0 && n.fract() == 0.0);
    let kind = Reflect::get(item, &"as".into())?.as_string().and_then(|name| MarkKind::named(&name));
    Ok(block.zip(kind).map(|(block, kind)| Mark { block: block as usize, kind }))
}

/// A word, or `{ word, tag? }`; `None` for anything else.
fn user_word(item: &JsValue) -> Result<Option<UserWord>, JsValue> {
    if let Some(word) = item.as_string() {
        return Ok(Some(UserWord { word, tag: None }));
    }
    if !item.is_object() {
        return Ok(None);
    }
    let word = Reflect::get(item, &"word".into())?.as_string();
    let tag = Reflect::get(item, &"tag".into())?;
    if !tag.is_undefined() && !tag.is_string() {
        return Ok(None);
    }
    Ok(word.map(|word| UserWord { word, tag: tag.as_string() }))
}

fn option_error(refused: &OptionError) -> JsValue {
    error(refused.code, &refused.message)
}

fn error(code: &str, message: &str) -> JsValue {
    let error = Error::new(message);
    // An Error just made takes a new property.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}

fn performance() -> Option<web_sys::Performance> {
    Reflect::get(&js_sys::global(), &"performance".into()).ok()?.dyn_into().ok()
}

fn measure(performance: &web_sys::Performance, stage: &str, began: f64, now: f64) {
    let detail = Object::new();
    let _ = Reflect::set(&detail, &"start".into(), &began.into());
    let _ = Reflect::set(&detail, &"end".into(), &now.into());
    // A host without the options form of `measure` gives no timings; the digest is the same.
    let method = Reflect::get(performance, &"measure".into()).ok().and_then(|m| m.dyn_into::<js_sys::Function>().ok());
    if let Some(method) = method {
        let _ = method.call2(performance, &format!("yaodian:{stage}").into(), &detail);
    }
}
