//! JSON in and out.

use serde_json::{Map, Value};
use std::io;
use yaodian::Digest;
use yaodian::options::{Mark, MarkKind, OptionError, Options, Setting, UserWord};

/// The digest as one line of JSON, with its newline.
pub(crate) fn to_line(digest: &Digest) -> io::Result<String> {
    let mut line = serde_json::to_string(digest)?;
    line.push('\n');
    Ok(line)
}

/// `base`, with the options of a JSON object over it.
pub(crate) fn options(base: &Options, object: &Map<String, Value>) -> Result<Options, OptionError> {
    let mut options = base.clone();
    for (name, value) in object {
        options.set(name, setting(value))?;
    }
    Ok(options)
}

fn setting(value: &Value) -> Setting {
    match value {
        Value::Null => Setting::Other("null"),
        Value::Bool(flag) => Setting::Flag(*flag),
        Value::Number(number) => number.as_f64().map_or(Setting::Other("a number out of range"), Setting::Number),
        Value::String(text) => Setting::Text(text.clone()),
        Value::Array(items) => {
            let words = items.iter().map(user_word).collect::<Option<_>>().map(Setting::Words);
            let marks = || items.iter().map(mark).collect::<Option<_>>().map(Setting::Marks);
            words.or_else(marks).unwrap_or(Setting::Other("a list of other things"))
        }
        Value::Object(_) => Setting::Other("an object"),
    }
}

/// A word, or `{"word", "tag"?}`.
fn user_word(item: &Value) -> Option<UserWord> {
    match item {
        Value::String(word) => Some(UserWord { word: word.clone(), tag: None }),
        Value::Object(fields) => {
            let word = fields.get("word")?.as_str()?.to_owned();
            let tag = match fields.get("tag") {
                None => None,
                Some(tag) => Some(tag.as_str()?.to_owned()),
            };
            Some(UserWord { word, tag })
        }
        _ => None,
    }
}

/// `{"block", "as"}`.
fn mark(item: &Value) -> Option<Mark> {
    let block = usize::try_from(item.get("block")?.as_u64()?).ok()?;
    Some(Mark { block, kind: MarkKind::named(item.get("as")?.as_str()?)? })
}
