//! Figures written at random in the forms of Chinese news, which must be read back; and figures damaged, which must not be
//! read as others.

use crate::figure::read;
use crate::random::Random;
use yaodian::figure::Figure;

/// How many figures are written and read back.
const FIGURES: usize = 100_000;
/// How many of them stand in one text, each in a sentence of its own.
const TOGETHER: usize = 100;

/// A figure in some form, and what it says.
struct Written {
    text: String,
    value: f64,
    unit: &'static str,
}

/// Chinese digits.
const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// `n` below 10,000 as it is read aloud, 二百 rather than 两百.
fn spoken_group(n: u64) -> String {
    let mut out = String::new();
    let mut zero = false;
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n / power % 10;
        if digit == 0 {
            zero = !out.is_empty();
            continue;
        }
        if zero {
            out.push('零');
        }
        zero = false;
        if !(digit == 1 && power == 10 && out.is_empty()) {
            out.push(DIGITS[digit as usize]);
        }
        out.push_str(name);
    }
    out
}

/// `n` as it is read aloud: 三万零五十.
fn spoken(n: u64) -> String {
    let (yi, wan, rest) = (n / 100_000_000, n / 10_000 % 10_000, n % 10_000);
    let mut out = String::new();
    for (group, scale) in [(yi, "亿"), (wan, "万"), (rest, "")] {
        if group == 0 {
            continue;
        }
        if !out.is_empty() && group < 1000 {
            out.push('零');
        }
        let words = spoken_group(group);
        // Inside a number ten is 一十.
        out.push_str(if !out.is_empty() && words.starts_with('十') { "一" } else { "" });
        out.push_str(&words);
        out.push_str(scale);
    }
    out
}

/// `n` with commas between groups of three digits.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn full_width(digits: &str) -> String {
    let wide = |c: char| if c.is_ascii() { char::from_u32(c as u32 + 0xfee0).unwrap() } else { c };
    digits.chars().map(wide).collect()
}

/// A decimal of at most two places as digits, and its value.
fn decimal(random: &mut Random, below: usize) -> (String, f64) {
    let (whole, places) = (1 + random.below(below), random.below(3));
    if places == 0 {
        return (whole.to_string(), whole as f64);
    }
    let power = 10_usize.pow(places as u32);
    let fraction = 1 + random.below(power - 1);
    let text = format!("{whole}.{fraction:0places$}");
    let value = text.parse().unwrap();
    (text, value)
}

/// A whole number in one of its forms.
fn whole(random: &mut Random) -> (String, f64) {
    let magnitude = 10_u64.pow(1 + random.below(9) as u32);
    let n = 2 + random.next() % magnitude;
    let text = match random.below(4) {
        0 => n.to_string(),
        1 => grouped(n),
        2 => full_width(&n.to_string()),
        _ if n > 10 => spoken(n),
        _ => n.to_string(),
    };
    (text, n as f64)
}

/// A decimal with a scale, spaced as some feeds do.
fn scaled(random: &mut Random) -> (String, f64) {
    let (text, value) = decimal(random, 9000);
    let (scale, power) = [("万", 1e4), ("亿", 1e8), ("万亿", 1e12), ("千亿", 1e11), ("百万", 1e6)][random.below(5)];
    let space = if random.below(4) == 0 { " " } else { "" };
    let exact = format!("{value}e{}", f64::log10(power) as i32);
    (format!("{text}{space}{scale}"), exact.parse().unwrap())
}

/// A unit as written and its code.
const UNITS: &[(&str, &str)] = &[
    ("元", "CNY"),
    ("美元", "USD"),
    ("港元", "HKD"),
    ("欧元", "EUR"),
    ("吨", "t"),
    ("公里", "km"),
    ("平方米", "m2"),
    ("立方米", "m3"),
    ("千瓦", "kW"),
    ("千瓦时", "kWh"),
    ("亩", "mu"),
    ("公顷", "ha"),
    ("人", "人"),
    ("人次", "人次"),
    ("户", "户"),
    ("家", "家"),
    ("辆", "辆"),
    ("台", "台"),
    ("股", "股"),
    ("公斤", "kg"),
    ("元/股", "CNY/股"),
    ("元/吨", "CNY/t"),
];

fn written(random: &mut Random) -> Written {
    let (unit, code) = UNITS[random.below(UNITS.len())];
    match random.below(8) {
        0 => {
            let (text, value) = decimal(random, 999);
            Written { text: format!("{text}%"), value, unit: "%" }
        }
        1 => {
            let (text, value) = decimal(random, 99);
            Written { text: format!("{text}个百分点"), value, unit: "pp" }
        }
        2 => {
            let n = 1 + random.below(99);
            Written { text: format!("百分之{}", spoken(n as u64)), value: n as f64, unit: "%" }
        }
        3 => {
            let n = 1 + random.below(9);
            Written { text: format!("{}成", DIGITS[n]), value: 10.0 * n as f64, unit: "%" }
        }
        4 | 5 => {
            let (text, value) = scaled(random);
            Written { text: format!("{text}{unit}"), value, unit: code }
        }
        _ => {
            let (text, value) = whole(random);
            Written { text: format!("{text}{unit}"), value, unit: code }
        }
    }
}

/// Words before the figure, and whether the figure is then an amount of something.
const SUBJECTS: &[&str] = &["总量为", "规模达", "本月合计", "全年共", "目前有", "数额约为", "最终得到", "其中"];

fn found(figures: &[Figure], start: usize, end: usize) -> Option<&Figure> {
    figures.iter().find(|f| f.mentions.iter().any(|m| m.start < end && start < m.end))
}

#[test]
fn what_is_written_is_read() {
    let mut random = Random::new(1);
    let mut wrong = Vec::new();
    for _ in 0..FIGURES / TOGETHER {
        let (mut text, mut all) = (String::new(), Vec::new());
        for i in 0..TOGETHER {
            text.push_str(SUBJECTS[random.below(SUBJECTS.len())]);
            let figure = written(&mut random);
            let start = text.len();
            text.push_str(&figure.text);
            all.push((start, text.len(), figure));
            text.push_str(if i % 10 == 9 { "。\n" } else { "。" });
        }
        let digest = read(&text);
        for (start, end, figure) in all {
            let read = found(&digest.figures, start, end).map(|f| (f.value, f.unit.as_str()));
            if read != Some((Some(figure.value), figure.unit)) {
                wrong.push(format!("{} is {} {}, read as {read:?}", figure.text, figure.value, figure.unit));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {FIGURES}, such as {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
}

/// `text` with `insert` at one of the places between its characters.
fn with(text: &str, insert: &str, random: &mut Random) -> String {
    let places: Vec<usize> = text.char_indices().skip(1).map(|(i, _)| i).collect();
    let at = places[random.below(places.len())];
    format!("{}{insert}{}", &text[..at], &text[at..])
}

/// How many texts of damaged figures are read for each insertion.
const TEXTS: usize = 100;

/// Inserts `insert` into figures, and says which of them are then read as another number.
fn misread(insert: &str, seed: u64) -> Vec<String> {
    let mut random = Random::new(seed);
    let mut wrong = Vec::new();
    for _ in 0..TEXTS {
        let (mut text, mut all) = (String::new(), Vec::new());
        for i in 0..TOGETHER {
            let figure = written(&mut random);
            let (subject, unit) = figure.text.split_at(figure.text.find(|c: char| !is_digit(c)).unwrap_or(0));
            let damaged = if subject.chars().count() > 1 {
                with(subject, insert, &mut random) + unit
            } else {
                figure.text.clone()
            };
            text.push_str("总量为");
            let start = text.len();
            text.push_str(&damaged);
            all.push((start, text.len(), damaged, figure));
            text.push_str(if i % 10 == 9 { "。\n" } else { "。" });
        }
        let digest = read(&text);
        for (start, end, damaged, figure) in all {
            let read = digest.figures.iter().filter(|f| f.mentions.iter().any(|m| m.start < end && start < m.end));
            // `12 5%` may be 125% or 12.5%: the latter is read, and said to be a repair.
            let other = read.filter(|f| !f.repaired).find(|f| f.value != Some(figure.value));
            wrong.extend(other.map(|f| format!("{damaged} is {}, read as {:?}", figure.value, f.value)));
        }
    }
    wrong
}

/// Characters of the digits that a figure begins with.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || DIGITS.contains(&c) || "十百千万亿.,".contains(c) || ('０'..='９').contains(&c)
}

#[test]
fn an_invisible_character_changes_no_number() {
    for (insert, seed) in [("\u{200b}", 2), ("\u{feff}", 3), ("\u{2060}", 4), ("\u{ad}", 5)] {
        let wrong = misread(insert, seed);
        assert!(wrong.is_empty(), "{} with {insert:?}, such as {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
    }
}

#[test]
fn white_space_makes_no_other_number() {
    for (insert, seed) in [(" ", 6), ("\u{a0}", 7), ("\u{3000}", 8)] {
        let wrong = misread(insert, seed);
        assert!(wrong.is_empty(), "{} with {insert:?}, such as {:#?}", wrong.len(), &wrong[..wrong.len().min(12)]);
    }
}

#[test]
fn a_year_without_a_base_is_not_resolved() {
    for text in
        ["今年增长5%。", "去年增长5%。", "上月增长5%。", "8月30日开幕。", "昨天开幕。", "本周一开盘。", "31日开幕。"]
    {
        let digest = yaodian::digest(text);
        assert!(!digest.times.is_empty(), "{text}");
        assert!(digest.times.iter().all(|t| t.value.is_none() && t.range.is_none()), "{:?}", digest.times);
    }
}

#[test]
fn every_day_of_the_calendar_is_read_and_no_other() {
    for year in [1999, 2000, 2023, 2024] {
        for month in 1..=12 {
            for day in 1..=31 {
                let text = format!("会议于{year}年{month}月{day}日开幕。");
                let date = yaodian::calendar::Date::new(year, month, day).map(|date| date.to_string());
                let times = read(&text).times;
                assert_eq!(times.first().map(|t| t.value.clone()), Some(date), "{text}");
            }
        }
    }
}
