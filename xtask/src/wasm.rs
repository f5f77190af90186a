//! The crate → `www/pkg`: cargo builds the wasm file, wasm-bindgen makes its JavaScript, wasm-opt makes it small and fast,
//! the entry that carries the wasm inside is bundled, the types of a digest are written as a JSON Schema, and what the
//! package holds as a bill of materials. What its code is made of is printed.

use crate::package::{self, sha256};
use crate::sizes::Sizes;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wasm_bindgen_cli_support::Bindgen;

const NAME: &str = "yaodian";
/// What the scripts of [`FROM_JAVASCRIPT`] make.
const BUNDLES: [&str; 5] = ["runtime.js", "edge.js", "inline.js", "schema.json", "sbom.json"];
const TARGET: &str = "wasm32-unknown-unknown";

/// The release profile strips all, but wasm-bindgen and wasm-opt read from a section which features the code may use.
const KEEP_FEATURES: &str = "profile.release.strip=\"debuginfo\"";

/// Prose of a million characters takes less, which no article has; whatever asks for more is refused it and fails, so that
/// no text takes a tab or the host of a worker down with it.
const MAX_MEMORY: usize = 256 << 20;

/// Against `s` it takes 2 % more of what a browser loads and a fifth off the time of every digest.
const LEVEL: &str = "profile.release.opt-level=2";

/// What the crate links, of which little runs for long, is compiled for size alone.
const LINKED: &str = "profile.release.package.\"*\".opt-level=\"z\"";

/// Only what is smaller in place than called is put in place: 3 % off the code. To keep also what is called from one place
/// out of it (`-inline-instr-cost`) makes the first digest a tenth to a fifth shorter, as a browser compiles less of it, and
/// every other by two fifths longer. See tests/bench/README.md.
const INLINE: &str = "-Cllvm-args=-inline-threshold=5";

/// Its flags of size (`-Os`, `-Oz`) take nothing off what is already compiled for size, `--converge` 0.15 %. Left to
/// itself it puts whatever is called from one place in place, which made one function of 260 kB of all stages: browsers
/// compile a function when it is first called, and one so large for as long as all others together.
const WASM_OPT: [&str; 6] = [
    "-O3",
    "--converge",
    "--one-caller-inline-max-function-size=0",
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Builds `www/pkg`, unless it was made from the same wasm file by the same recipe before.
pub fn build() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize()?;
    println!("cargo build --release --lib --target {TARGET}");
    let compiled = compile(&root)?;
    let package = Package { folder: root.join("www/pkg"), stamp: compiled.with_extension("packaged") };
    let recipe = recipe(&root, &compiled)?;
    if package.is_of(&recipe) {
        println!("www/pkg is up to date");
    } else {
        package.forget()?;
        bindgen(&compiled, &package.folder)?;
        optimize(&root, &package.wasm())?;
        fs::write(&package.stamp, recipe)?;
    }
    for script in FROM_JAVASCRIPT {
        node(&root, &[script])?;
    }
    print!("{}", Sizes::of(&fs::read(&compiled)?)?);
    package.print_sizes()
}

/// What is made, and the note of what it was made from.
struct Package {
    folder: PathBuf,
    stamp: PathBuf,
}

impl Package {
    fn files(&self) -> Vec<PathBuf> {
        let glue = [format!("{NAME}.js"), format!("{NAME}.d.ts"), format!("{NAME}_bg.wasm")];
        glue.iter().map(String::as_str).chain(BUNDLES).map(|name| self.folder.join(name)).collect()
    }

    fn wasm(&self) -> PathBuf {
        self.folder.join(format!("{NAME}_bg.wasm"))
    }

    fn is_of(&self, recipe: &str) -> bool {
        self.files().iter().all(|file| file.exists()) && fs::read_to_string(&self.stamp).is_ok_and(|s| s == recipe)
    }

    /// A build that breaks off half-way must not pass for the one before.
    fn forget(&self) -> Result<(), Box<dyn Error>> {
        if self.stamp.exists() {
            fs::remove_file(&self.stamp)?;
        }
        Ok(())
    }

    fn print_sizes(&self) -> Result<(), Box<dyn Error>> {
        for file in self.files() {
            println!(
                "{:>9} bytes  www/pkg/{}",
                fs::metadata(&file)?.len(),
                file.file_name().unwrap_or_default().display()
            );
        }
        Ok(())
    }
}

/// Compiles the library alone: the command has no place in the browser. Returns the wasm file.
fn compile(root: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let crates = package::Package::find("jieba-rs")?.folder;
    // Panics name the file they are in: without where this machine keeps it.
    let unnamed = format!("--remap-path-prefix={}=", crates.parent().unwrap_or(&crates).display());
    let built = Command::new(env!("CARGO"))
        .current_dir(root)
        .args(["build", "--release", "--locked", "--lib", "--package", NAME, "--target", TARGET])
        .args([
            "--message-format=json-render-diagnostics",
            "--config",
            KEEP_FEATURES,
            "--config",
            LEVEL,
            "--config",
            LINKED,
        ])
        .args([
            "--config",
            &format!("target.{TARGET}.rustflags=[\"-Clink-arg=--max-memory={MAX_MEMORY}\", \"{INLINE}\", {unnamed:?}]"),
        ])
        .stderr(Stdio::inherit())
        .output()?;
    if !built.status.success() {
        return Err(format!("the crate does not compile for {TARGET}").into());
    }
    let artifacts = String::from_utf8(built.stdout)?;
    artifacts.lines().find_map(wasm_file).ok_or_else(|| "cargo names no wasm file".into())
}

/// The wasm file that a message of cargo names.
fn wasm_file(message: &str) -> Option<PathBuf> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    let files = message["filenames"].as_array()?;
    files.iter().filter_map(|f| f.as_str()).find(|f| f.ends_with(&format!("{NAME}.wasm"))).map(PathBuf::from)
}

/// Everything that decides what the package holds: the compiled file, this source and the tools it names.
fn recipe(root: &Path, compiled: &Path) -> Result<String, Box<dyn Error>> {
    let binaryen: serde_json::Value =
        serde_json::from_slice(&fs::read(root.join("node_modules/binaryen/package.json")).map_err(|_| NO_BINARYEN)?)?;
    let compiled = sha256(&fs::read(compiled)?);
    Ok(format!("wasm {compiled}\nsteps {}\nbinaryen {}\n", sha256(include_bytes!("wasm.rs")), binaryen["version"]))
}

const NO_BINARYEN: &str = "wasm-opt comes from the npm package binaryen: run `npm ci` first";

fn bindgen(compiled: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    println!("wasm-bindgen --target web");
    let mut bindgen = Bindgen::new();
    bindgen.web(true)?.typescript(false).remove_producers_section(true).out_name(NAME).input_path(compiled);
    bindgen.generate(folder)?;
    let script = folder.join(format!("{NAME}.js"));
    let Glue { script: text, exports } = Glue::of(&fs::read_to_string(&script)?)?;
    fs::write(script, text)?;
    fs::write(folder.join(format!("{NAME}.d.ts")), types(&exports))?;
    Ok(())
}

/// The JavaScript of wasm-bindgen as a function that makes instances.
///
/// As generated it holds one instance for as long as the page lives, which after a trap would go on in an undefined state.
struct Glue {
    script: String,
    exports: Vec<String>,
}

impl Glue {
    fn of(generated: &str) -> Result<Self, String> {
        let (code, _loader) = generated.split_once(GLUE_STATE).ok_or("wasm-bindgen's JavaScript has another form")?;
        let exports: Vec<String> =
            code.lines().filter_map(|line| line.strip_prefix(EXPORT)?.split('(').next().map(str::to_owned)).collect();
        let code = code.replace("/* @ts-self-types=\"./yaodian.d.ts\" */\n", "").replace(EXPORT, "function ");
        Ok(Self {
            script: format!(
                "{GLUE_HEAD}export function instantiate(module) {{\n{code}\
                 const instance = new WebAssembly.Instance(module, __wbg_get_imports());\n\
                 const wasm = instance.exports;\nwasm.__wbindgen_start();\n\
                 return {{ memory: wasm.memory, {} }};\n}}\n",
                exports.join(", ")
            ),
            exports,
        })
    }
}

const EXPORT: &str = "export function ";
/// Where wasm-bindgen's functions end and its loader of the one instance begins.
const GLUE_STATE: &str = "let wasmModule, wasmInstance, wasm;\n";
const GLUE_HEAD: &str =
    "/** Made by `cargo xtask wasm`: the JavaScript of wasm-bindgen, a new instance at every call. */\n\n";

fn types(exports: &[String]) -> String {
    let methods: String = exports.iter().map(|name| format!("  {name}{};\n", signature(name))).collect();
    format!(
        "export interface Exports {{\n  memory: WebAssembly.Memory;\n{methods}}}\n\n\
         export function instantiate(module: WebAssembly.Module): Exports;\n"
    )
}

fn signature(export: &str) -> &str {
    match export {
        "begin" => "(text: string, options: unknown): void",
        "advance" => "(): string | undefined",
        _ => "(text: string, options: unknown): string",
    }
}

/// What is made of the JavaScript, the types of `www` and the lock files, in a second: anew at every build.
const FROM_JAVASCRIPT: [&str; 3] = ["xtask/bundle.mjs", "xtask/schema.mjs", "xtask/sbom.mjs"];

fn node(root: &Path, arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let status = Command::new("node").current_dir(root).args(arguments).status()?;
    if status.success() { Ok(()) } else { Err(format!("failed: node {}", arguments.join(" ")).into()) }
}

fn optimize(root: &Path, wasm: &Path) -> Result<(), Box<dyn Error>> {
    println!("wasm-opt {}", WASM_OPT.join(" "));
    let wasm = wasm.to_string_lossy();
    let mut arguments = vec!["node_modules/binaryen/bin/wasm-opt"];
    arguments.extend(WASM_OPT);
    arguments.extend([&*wasm, "-o", &*wasm]);
    node(root, &arguments)
}
