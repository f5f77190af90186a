//! The command line → what is asked for.

use lexopt::{Arg, Parser, ValueExt};
use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use yaodian::options::{Options, Setting};

/// What `--help` prints.
pub(crate) const HELP: &str = "\
要点 yaodian: reads a Chinese news text, writes its digest

  yaodian FILE, yaodian < FILE   headline, summary, key figures, keywords, people, to read
  yaodian --json FILE            the digest as one JSON object
  yaodian --markdown FILE        the digest as Markdown
  yaodian --explain FILE         every line of the page: what it was taken for, and why
  yaodian --jsonl                batch: one {\"id\", \"text\", \"options\"} a line in, one {\"id\", \"digest\"} a line out

  --sentences N          sentences of the summary, 1 to 20, or a share of the body, 0 < N < 1 (default 3)
  --keywords N           most keywords, 0 to 50 (default 10)
  --figures N            most figures, 0 to 200 (default 50)
  --reference-date DATE  YYYY-MM-DD, for texts that do not say when they were published
  --format text|html     what the input is (default text)
  --tokens               also list every token, in JSON
  -j N                   threads of the batch (default: all)
  -h, --help             this text
  -V, --version          the version

--explain writes a line of the page as KIND | SUM | WORDS | EVIDENCE. KIND ends in * where the line belongs to the article.
SUM adds up the evidence, NAME WEIGHT each: positive for the article, negative for the page around it. The article is the
run of lines with the largest sum, marked by ┃; evidence of 2.5 and more that names a kind of clutter takes a line out of it.

Exit status: 0; 1 where a line of the batch gave an error or a file cannot be read; 2 for bad arguments.
";

/// A call of the command.
#[derive(Debug, PartialEq)]
pub(crate) enum Call {
    Help,
    Version,
    One { input: Input, mode: Mode, options: Options },
    Batch { options: Options, threads: NonZeroUsize },
}

/// Where the text comes from.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Input {
    File(PathBuf),
    Standard,
}

/// How a digest is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Terminal,
    Json,
    Markdown,
    Explanation,
}

/// Reads the arguments after the program's name. The error is a message for the person at the terminal.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Call, String> {
    let mut parser = Parser::from_args(arguments);
    let mut options = Options::default();
    let mut threads = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let mut mode = None;
    let mut batch = None;
    let mut file: Option<PathBuf> = None;
    while let Some(argument) = parser.next().map_err(|e| e.to_string())? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Call::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Call::Version),
            Arg::Short('j') => threads = value(&mut parser, "-j", "a whole number of threads, 1 or more")?,
            Arg::Long("json") => mode = Some(Mode::Json),
            Arg::Long("markdown") => mode = Some(Mode::Markdown),
            Arg::Long("explain") => mode = Some(Mode::Explanation),
            Arg::Long("jsonl") => batch = Some(()),
            Arg::Long("tokens") => set(&mut options, "tokens", Setting::Flag(true))?,
            Arg::Long(name @ ("sentences" | "keywords" | "figures")) => {
                let name = name.to_owned();
                let number: f64 = value(&mut parser, &format!("--{name}"), "a number")?;
                set(&mut options, &name, Setting::Number(number))?;
            }
            Arg::Long("reference-date") => {
                let date = value(&mut parser, "--reference-date", "a date")?;
                set(&mut options, "referenceDate", Setting::Text(date))?;
            }
            Arg::Long("format") => {
                let format = value(&mut parser, "--format", "text or html")?;
                set(&mut options, "format", Setting::Text(format))?;
            }
            Arg::Value(path) if file.is_none() => file = Some(path.into()),
            other => return Err(format!("{}; see yaodian --help", other.unexpected())),
        }
    }
    match (batch, mode, file) {
        (Some(()), None, None) => Ok(Call::Batch { options, threads }),
        (Some(()), _, _) => {
            Err("--jsonl reads standard input and goes with neither FILE, --json, --markdown nor --explain".into())
        }
        (None, mode, file) => Ok(Call::One {
            input: file.filter(|f| f.as_os_str() != "-").map_or(Input::Standard, Input::File),
            mode: mode.unwrap_or(Mode::Terminal),
            options,
        }),
    }
}

fn value<T: std::str::FromStr>(parser: &mut Parser, name: &str, wanted: &str) -> Result<T, String> {
    let value = parser.value().map_err(|e| e.to_string())?;
    let text = value.string().map_err(|_| format!("{name} must be {wanted}"))?;
    text.parse().map_err(|_| format!("{name} must be {wanted}, not {text:?}"))
}

fn set(options: &mut Options, name: &str, value: Setting) -> Result<(), String> {
    options.set(name, value).map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use yaodian::options::Length;

    fn parsed(line: &str) -> Result<Call, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn calls_are_told_apart() {
        let one = |line: &str| match parsed(line) {
            Ok(Call::One { input, mode, .. }) => (input, mode),
            other => panic!("{line}: {other:?}"),
        };
        let file = || Input::File("a.txt".into());
        assert_eq!(one("a.txt"), (file(), Mode::Terminal));
        assert_eq!(one(""), (Input::Standard, Mode::Terminal));
        assert_eq!(one("--json -"), (Input::Standard, Mode::Json));
        assert_eq!(one("a.txt --markdown"), (file(), Mode::Markdown));
        assert_eq!(one("--explain a.txt"), (file(), Mode::Explanation));
        assert!(matches!(parsed("--jsonl -j 3"), Ok(Call::Batch { threads, .. }) if threads.get() == 3));
        assert_eq!(parsed("--help"), Ok(Call::Help));
    }

    #[test]
    fn options_are_read() {
        let Ok(Call::One { options, .. }) = parsed("--sentences 0.25 --keywords=4 --reference-date 2024-05-01 a.txt")
        else {
            panic!("not one text");
        };
        assert_eq!(options.sentences, Length::Share(0.25));
        assert_eq!(options.keywords, 4);
        assert_eq!(options.reference_date.map(|d| d.to_string()).as_deref(), Some("2024-05-01"));
    }

    #[test]
    fn bad_arguments_are_refused() {
        for line in [
            "--sentences",
            "--sentences x",
            "--sentences 99",
            "--wrong",
            "a b",
            "--jsonl a.txt",
            "--jsonl --explain",
            "-j 0",
            "--format pdf",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
