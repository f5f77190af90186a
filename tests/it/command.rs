//! The command as people and engines call it.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_yaodian"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    // The command may refuse its arguments before it reads.
    let _ = writer.join().unwrap();
    output
}

fn lines(output: &Output) -> Vec<Value> {
    String::from_utf8(output.stdout.clone()).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

const TEXT: &str = "海州市今年签约18个项目，总投资170亿元。市长陆一鸣表示，产业协作还将继续。";

#[test]
fn a_file_or_standard_input_gives_the_same_digest() {
    let path = std::env::temp_dir().join(format!("yaodian-{}.txt", std::process::id()));
    fs::write(&path, TEXT).unwrap();
    let from_file = run(&["--json", path.to_str().unwrap()], b"");
    let from_input = run(&["--json"], TEXT.as_bytes());
    fs::remove_file(&path).unwrap();
    assert_eq!(from_file.stdout, from_input.stdout);
    assert_eq!(lines(&from_file)[0]["schema"], 1);
}

#[test]
fn a_digest_for_a_person_has_no_escapes_in_a_pipe() {
    let output = run(&[], TEXT.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("摘要") && text.contains("170亿元") && !text.contains('\x1b'), "{text}");
}

#[test]
fn markdown_has_the_sections_of_the_page() {
    let output = run(&["--markdown"], TEXT.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("## 摘要") && text.contains("| 170亿元 |"), "{text}");
}

#[test]
fn offsets_are_utf16() {
    let text = format!("😀{TEXT}");
    let output = run(&["--json"], text.as_bytes());
    let digest = &lines(&output)[0];
    let units: Vec<u16> = text.encode_utf16().collect();
    let figures = digest["figures"].as_array().unwrap();
    assert!(!figures.is_empty());
    for figure in figures {
        let (start, end) = (figure["start"].as_u64().unwrap() as usize, figure["end"].as_u64().unwrap() as usize);
        assert_eq!(String::from_utf16(&units[start..end]).unwrap(), figure["text"].as_str().unwrap());
    }
}

#[test]
fn a_batch_keeps_its_order_whatever_the_threads() {
    let input: String = (0..200)
        .map(|i| {
            serde_json::json!({ "id": i, "text": format!("第{i}天，{}", TEXT.repeat(i % 7)), "extra": [i] }).to_string()
                + "\n"
        })
        .collect();
    let one = run(&["--jsonl", "-j", "1"], input.as_bytes());
    let many = run(&["--jsonl", "-j", "5"], input.as_bytes());
    assert_eq!(one.stdout, many.stdout);
    assert!(one.status.success());
    let lines = lines(&one);
    assert_eq!(lines.len(), 200);
    for (i, line) in lines.iter().enumerate() {
        assert_eq!((line["id"].as_u64(), &line["extra"][0]), (Some(i as u64), &Value::from(i)));
    }
}

#[test]
fn a_bad_line_gives_an_error_in_its_place_and_the_run_goes_on() {
    let input = "{\"id\":1,\"text\":\"雨停了。\"}\nnot json\n{\"id\":3,\"text\":\"晴。\",\"options\":{\"sentences\":\"x\"}}\n{\"id\":4,\"text\":\"\"}";
    let output = run(&["--jsonl"], input.as_bytes());
    let lines = lines(&output);
    let errors: Vec<bool> = lines.iter().map(|line| line["error"].is_string()).collect();
    assert_eq!(errors, [false, true, true, false]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn bad_arguments_end_with_2_and_no_input_with_0() {
    assert_eq!(run(&["--sentences", "99"], b"").status.code(), Some(2));
    assert_eq!(run(&["--jsonl"], b"").status.code(), Some(0));
    assert_eq!(run(&["/no/such/file"], b"").status.code(), Some(1));
}

#[test]
fn the_commands_of_the_readme_run() {
    let folder = std::env::temp_dir().join(format!("yaodian-readme-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("article.txt"), TEXT).unwrap();
    fs::write(folder.join("archive.jsonl"), format!("{}\n", serde_json::json!({ "id": 1, "text": TEXT }))).unwrap();
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let commands: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("cargo run --release -- ")).collect();
    assert_eq!(commands.len(), 5);
    for command in commands {
        let words: Vec<&str> = command.split('#').next().unwrap().split_whitespace().collect();
        let (arguments, input) = match words.split_last() {
            Some((file, [arguments @ .., "<"])) => (arguments.to_vec(), fs::read(folder.join(file)).unwrap()),
            _ => (words, Vec::new()),
        };
        let path = |word: &&str| if word.ends_with(".txt") { folder.join(word) } else { word.into() };
        let arguments: Vec<String> = arguments.iter().map(|word| path(word).to_string_lossy().into_owned()).collect();
        let output = run(&arguments.iter().map(String::as_str).collect::<Vec<_>>(), &input);
        assert!(output.status.success() && !output.stdout.is_empty(), "{command}");
    }
    fs::remove_dir_all(&folder).unwrap();
}
