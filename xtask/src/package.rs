//! The packages that Cargo.lock names, and the data that they carry in their source.

use sha2::{Digest, Sha256};
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The source of a package.
pub struct Package {
    pub folder: PathBuf,
    pub version: String,
}

impl Package {
    /// Finds the package `name`, of the version in Cargo.lock.
    pub fn find(name: &str) -> Result<Self, Box<dyn Error>> {
        let metadata = Command::new(env!("CARGO")).args(["metadata", "--format-version=1", "--locked"]).output()?;
        if !metadata.status.success() {
            return Err(String::from_utf8_lossy(&metadata.stderr).into());
        }
        let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout)?;
        let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
        let package =
            packages.iter().find(|p| p["name"] == name).ok_or_else(|| format!("{name} is not a dependency"))?;
        let manifest = package["manifest_path"].as_str().map(Path::new).and_then(Path::parent);
        Ok(Self {
            folder: manifest.ok_or_else(|| format!("{name} has no manifest"))?.to_owned(),
            version: package["version"].as_str().unwrap_or_default().to_owned(),
        })
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
