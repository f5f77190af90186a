//! Tables of cases, `tests/specs/*.tsv`: a label, an input, and what is to come out, one case a line.

use std::fs;
use std::path::Path;

/// Runs every row of a table through `actual` and reports all rows that differ, at once.
///
/// A line is `label TAB input TAB expected`; `\n` stands for a line break in any field, `\t` for a tab. Blank lines and lines that begin
/// with `#` are left out.
pub(crate) fn check(table: &str, actual: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/specs").join(table);
    let rows = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, row) in rows.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with('#')) {
        let fields: Vec<String> =
            row.split('\t').map(|field| field.replace("\\n", "\n").replace("\\t", "\t")).collect();
        let [label, input, expected] = fields.as_slice() else { panic!("{table}:{}: not three fields", number + 1) };
        let actual = actual(input);
        if actual != *expected {
            wrong.push(format!(
                "{table}:{} {label}\n  input    {input}\n  expected {expected}\n  actual   {actual}",
                number + 1
            ));
        }
        count += 1;
    }
    assert!(count > 0, "{table} has no rows");
    assert!(wrong.is_empty(), "{} of {count} rows differ\n{}", wrong.len(), wrong.join("\n"));
}
