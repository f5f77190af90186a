//! The command: reads text, writes a digest.
#![forbid(unsafe_code)]

mod arguments;
mod batch;
mod explanation;
mod json;
mod terminal;

use arguments::{Call, Input, Mode};
use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::process::ExitCode;
use yaodian::options::Options;

fn main() -> ExitCode {
    let call = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(call) => call,
        Err(message) => {
            eprintln!("yaodian: {message}");
            return ExitCode::from(2);
        }
    };
    let done = match &call {
        Call::Help => write_out(arguments::HELP.as_bytes()),
        Call::Version => write_out(concat!("yaodian ", env!("CARGO_PKG_VERSION"), "\n").as_bytes()),
        Call::Batch { options, threads } => batch::run(options, *threads),
        Call::One { input, mode, options } => one(input, *mode, options),
    };
    match done {
        Ok(code) => code,
        // Whoever reads our output has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("yaodian: {error}");
            ExitCode::FAILURE
        }
    }
}

fn one(input: &Input, mode: Mode, options: &Options) -> io::Result<ExitCode> {
    let bytes = match input {
        Input::File(path) => {
            fs::read(path).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", path.display())))?
        }
        Input::Standard => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            bytes
        }
    };
    let text =
        String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the text is not UTF-8"))?;
    let digest = || yaodian::digest_with_options(&text, options);
    let out = match mode {
        Mode::Terminal => terminal::render(&digest(), terminal::Palette::of(io::stdout().is_terminal())),
        Mode::Json => json::to_line(&digest().in_utf16(&text))?,
        Mode::Markdown => yaodian::markdown::markdown(&digest()),
        Mode::Explanation => explanation::render(&text, options.format),
    };
    write_out(out.as_bytes())
}

fn write_out(bytes: &[u8]) -> io::Result<ExitCode> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}
