//! One JSON object a line in, one a line out, in order, on several threads, with bounded memory.

use crate::json;
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::io::{self, BufRead, BufWriter, Read, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;
use yaodian::options::Options;

/// Lines handed to a thread before it must give one back: enough to keep it busy, few enough to bound memory.
const AHEAD: usize = 16;

/// A longer line is answered with an error and skipped, so that memory stays bounded.
const LONGEST_LINE: u64 = 64 << 20;

/// What became of a line: its answer, and whether the line was in order.
type Answer = Result<String, String>;

/// Digests standard input line by line. The exit code is 1 where any line gave an error.
///
/// Lines go to the threads in turn, and answers are taken from them in the same turn: order costs nothing.
pub(crate) fn run(options: &Options, threads: NonZeroUsize) -> io::Result<ExitCode> {
    thread::scope(|scope| {
        let mut inputs = Vec::new();
        let mut outputs = Vec::new();
        for _ in 0..threads.get() {
            let (send_line, lines) = sync_channel(AHEAD);
            let (send_answer, answers) = sync_channel(AHEAD);
            scope.spawn(move || answer_lines(&lines, &send_answer, options));
            inputs.push(send_line);
            outputs.push(answers);
        }
        let reader = scope.spawn(move || deal_lines(io::stdin().lock(), &inputs));
        let errors = collect_answers(&outputs, BufWriter::new(io::stdout().lock()));
        // The threads end when their answers are wanted no more, so that the reader ends too.
        drop(outputs);
        let (errors, read) = (errors?, reader.join());
        read.map_err(|_| io::Error::other("the reading thread stopped"))??;
        Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
    })
}

fn deal_lines(mut input: impl BufRead, threads: &[SyncSender<Vec<u8>>]) -> io::Result<()> {
    for thread in threads.iter().cycle() {
        let mut line = Vec::new();
        if input.by_ref().take(LONGEST_LINE + 1).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if line.len() as u64 > LONGEST_LINE && line.last() != Some(&b'\n') {
            skip_line(&mut input)?;
        }
        if thread.send(line).is_err() {
            return Ok(());
        }
    }
    Ok(())
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(());
        }
        let newline = buffer.iter().position(|&b| b == b'\n');
        let used = newline.map_or(buffer.len(), |at| at + 1);
        input.consume(used);
        if newline.is_some() {
            return Ok(());
        }
    }
}

fn answer_lines(lines: &Receiver<Vec<u8>>, answers: &SyncSender<Answer>, options: &Options) {
    for line in lines {
        if answers.send(answer(&line, options)).is_err() {
            return;
        }
    }
}

fn collect_answers(threads: &[Receiver<Answer>], mut out: impl Write) -> io::Result<usize> {
    let mut errors = 0;
    for thread in threads.iter().cycle() {
        // Lines are dealt in turn, so the first thread without an answer is the end of them all.
        let Ok(answer) = thread.recv() else { break };
        errors += usize::from(answer.is_err());
        let (Ok(line) | Err(line)) = answer;
        out.write_all(line.as_bytes())?;
        out.write_all(b"\n")?;
    }
    out.flush()?;
    Ok(errors)
}

/// `{"id": …, "digest": {…}}` for a line, or `{"id": …, "error": "…"}`.
fn answer(line: &[u8], base: &Options) -> Answer {
    let fail = |fields: Map<String, Value>, message: &str| Err(with(fields, "error", &message));
    if line.len() as u64 > LONGEST_LINE {
        return fail(no_id(), "the line is longer than 64 MiB");
    }
    let mut fields = match serde_json::from_slice(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return fail(no_id(), "the line is not a JSON object"),
        Err(error) => return fail(no_id(), &format!("the line is not JSON: {error}")),
    };
    let options = match fields.shift_remove("options") {
        None | Some(Value::Null) => Ok(base.clone()),
        Some(Value::Object(options)) => json::options(base, &options).map_err(|e| e.message),
        Some(_) => Err("options must be an object".to_owned()),
    };
    let text = fields.shift_remove("text");
    let options = match options {
        Ok(options) => options,
        Err(message) => return fail(fields, &message),
    };
    let Some(Value::String(text)) = text else { return fail(fields, "text must be a string") };
    let digest = yaodian::digest_with_options(&text, &options).in_utf16(&text);
    Ok(with(fields, "digest", &digest))
}

fn no_id() -> Map<String, Value> {
    Map::from_iter([("id".to_owned(), Value::Null)])
}

/// The fields as one line, `name` among them with `value`, an `id` before all where there is none.
fn with(mut fields: Map<String, Value>, name: &str, value: &impl Serialize) -> String {
    if !fields.contains_key("id") {
        fields.shift_insert(0, "id".to_owned(), Value::Null);
    }
    fields.shift_remove(name);
    let mut line = Value::Object(fields).to_string();
    line.pop();
    line.push_str(&format!(",{}:", json!(name)));
    match serde_json::to_string(value) {
        Ok(value) => line.push_str(&value),
        Err(_) => line.push_str("null"),
    }
    line.push('}');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(line: &str) -> (bool, Value) {
        let answer = answer(line.as_bytes(), &Options::default());
        let (Ok(text) | Err(text)) = &answer;
        (answer.is_ok(), serde_json::from_str(text).unwrap())
    }

    #[test]
    fn other_fields_come_back_unchanged_and_in_order() {
        let (ok, line) = answered(r#"{"b":[1,{"x":null}],"id":7,"text":"雨停了。","a":"é"}"#);
        assert!(ok);
        let keys: Vec<&String> = line.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["b", "id", "a", "digest"]);
        assert_eq!(line["b"], json!([1, {"x": null}]));
        assert_eq!(line["digest"]["schema"], 1);
    }

    #[test]
    fn lines_that_are_not_texts_give_errors() {
        for line in
            ["", "{", "[]", "3", r#"{"id":1}"#, r#"{"id":1,"text":5}"#, r#"{"id":1,"text":"a","options":{"x":1}}"#]
        {
            let (ok, answer) = answered(line);
            assert!(!ok && answer["error"].is_string() && answer.get("id").is_some(), "{line}: {answer}");
        }
    }

    #[test]
    fn a_digest_given_in_is_replaced_by_ours() {
        let (_, line) = answered(r#"{"id":1,"text":"雨停了。","digest":"mine"}"#);
        assert_eq!(line["digest"]["schema"], 1);
    }
}
