//! Of which crates, and of ours of which stages, the code of a wasm file is: read from it before wasm-opt takes its names.

use rustc_demangle::demangle;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::{self, Display, Formatter};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// Rows that make less of the code than this share, in per mille, are told together.
const TOLD: usize = 5;

/// Bytes of code by where it is from: a crate, or a module of this one.
pub struct Sizes(BTreeMap<String, usize>);

impl Sizes {
    /// Reads the functions of a file that names them.
    pub fn of(wasm: &[u8]) -> Result<Self, Box<dyn Error>> {
        let (mut imported, mut bodies, mut sizes) = (0, Vec::new(), BTreeMap::new());
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => bodies.push(body.range().len()),
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for name in names {
                        let Name::Function(functions) = name? else { continue };
                        for function in functions {
                            let function = function?;
                            let body =
                                (function.index as usize).checked_sub(imported).and_then(|index| bodies.get(index));
                            *sizes.entry(origin(function.name)).or_default() += body.copied().unwrap_or(0);
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(Self(sizes))
    }
}

impl Display for Sizes {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let all: usize = self.0.values().sum();
        let mut rows: Vec<(&str, usize)> = self.0.iter().map(|(name, &bytes)| (name.as_str(), bytes)).collect();
        rows.sort_by_key(|&(name, bytes)| (std::cmp::Reverse(bytes), name));
        let told = rows.iter().take_while(|row| row.1 * 1000 >= all * TOLD).count();
        let rest = rows.get(told..).unwrap_or_default().iter().map(|row| row.1).sum();
        rows.truncate(told);
        rows.extend([("others", rest), ("in all, before wasm-opt", all)]);
        rows.iter().try_for_each(|(name, bytes)| writeln!(f, "{bytes:>9} bytes  {name}"))
    }
}

/// The crate that a function is of by its mangled name, with the module for ours.
fn origin(mangled: &str) -> String {
    let name = format!("{:#}", demangle(mangled));
    let path = name.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let mut segments = path.split("::").map(|segment| segment.split(|c: char| !c.is_alphanumeric() && c != '_').next());
    let of = segments.next().flatten().unwrap_or_default();
    match segments.next().flatten() {
        Some(module) if of == "yaodian" && !module.is_empty() => format!("{of}::{module}"),
        _ => of.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_told_by_crate_and_stage() {
        for (mangled, expected) in [
            ("_ZN7yaodian4name5entry4find17h0123456789abcdefE", "yaodian::name"),
            ("_ZN4core5slice4sort6stable5drift4sort17h0123456789abcdefE", "core"),
            (
                "_ZN58_$LT$yaodian..token..Token$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
                "yaodian::token",
            ),
            ("dlmalloc", "dlmalloc"),
        ] {
            assert_eq!(origin(mangled), expected, "{mangled}");
        }
    }
}
