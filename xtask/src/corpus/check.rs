//! Compiling what was generated.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{ChildStdout, Command, Stdio};
use std::sync::Mutex;
use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::row::Verdict;
use crate::failure::Failure;
use crate::workspace::Workspace;

/// Compiles crates one at a time, with one build folder, and remembers what it has compiled.
pub(super) struct Checker {
    folder: PathBuf,
    lock_file: PathBuf,
    cargo: OsString,
    compiler: String,
    turn: Mutex<()>,
}

/// A verdict, and what it is about.
#[derive(Serialize, Deserialize)]
struct Remembered {
    fingerprint: String,
    verdict: Verdict,
}

impl Checker {
    pub(super) fn new(workspace: &Workspace) -> Result<Self, Failure> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let version = Command::new(rustc)
            .arg("-vV")
            .output()
            .map_err(Failure::stopped)?;
        Ok(Self {
            folder: workspace.corpus(),
            lock_file: workspace.lock_file(),
            cargo: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
            compiler: String::from_utf8_lossy(&version.stdout).into_owned(),
            turn: Mutex::new(()),
        })
    }

    /// Compiles the crate of a document with its default features or with one alone, unless this very crate has been
    /// compiled so by this very compiler before.
    pub(super) fn check(&self, name: &str, feature: Option<&str>) -> Result<Verdict, Failure> {
        let krate = self.folder.join("crates").join(name);
        let label = feature.map_or_else(|| name.to_owned(), |feature| format!("{name}+{feature}"));
        let memory = self.folder.join("verdicts").join(format!("{label}.json"));
        let fingerprint = self.fingerprint(&krate)?;
        if let Some(verdict) = recall(&memory, &fingerprint) {
            return Ok(verdict);
        }
        let log = self.folder.join("messages").join(format!("{label}.rustc"));
        let verdict = self.compile(&krate, feature, &log)?;
        // A run that failed without an error of the compiler has not judged the crate: the next one tries again.
        if verdict.passed || verdict.errors > 0 {
            remember(
                &memory,
                &Remembered {
                    fingerprint,
                    verdict,
                },
            )?;
        }
        Ok(verdict)
    }

    fn compile(&self, krate: &Path, feature: Option<&str>, log: &Path) -> Result<Verdict, Failure> {
        let _turn = self.turn.lock().map_err(Failure::stopped)?;
        fs::copy(&self.lock_file, krate.join("Cargo.lock")).map_err(Failure::stopped)?;
        let alone = feature.map(|feature| ["--no-default-features", "--features", feature]);
        let mut child = Command::new(&self.cargo)
            .args([
                "check",
                "--quiet",
                "--message-format",
                "json-diagnostic-rendered-ansi",
            ])
            .args(alone.into_iter().flatten())
            .arg("--manifest-path")
            .arg(krate.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(self.folder.join("build"))
            .stdout(Stdio::piped())
            .spawn()
            .map_err(Failure::stopped)?;
        let mut verdict = match child.stdout.take() {
            Some(output) => read_messages(output, krate, log)?,
            None => Verdict::default(),
        };
        verdict.passed = child.wait().map_err(Failure::stopped)?.success();
        Ok(verdict)
    }

    /// A digest of the crate's files and of the compiler's version.
    fn fingerprint(&self, krate: &Path) -> Result<String, Failure> {
        let mut hasher = DefaultHasher::new();
        self.compiler.hash(&mut hasher);
        for file in files(krate)? {
            file.strip_prefix(krate).unwrap_or(&file).hash(&mut hasher);
            fs::read(&file).map_err(Failure::stopped)?.hash(&mut hasher);
        }
        Ok(format!("{:016x}", hasher.finish()))
    }
}

/// The files of a crate but its lock file, in a fixed order.
fn files(krate: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    let mut folders = vec![krate.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).map_err(Failure::stopped)? {
            let path = entry.map_err(Failure::stopped)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("Cargo.lock") {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn recall(memory: &Path, fingerprint: &str) -> Option<Verdict> {
    let text = fs::read(memory).ok()?;
    let remembered: Remembered = serde_json::from_slice(&text).ok()?;
    (remembered.fingerprint == fingerprint).then_some(remembered.verdict)
}

fn remember(memory: &Path, remembered: &Remembered) -> Result<(), Failure> {
    if let Some(folder) = memory.parent() {
        fs::create_dir_all(folder).map_err(Failure::stopped)?;
    }
    let text = serde_json::to_string(remembered).map_err(Failure::stopped)?;
    fs::write(memory, text).map_err(Failure::stopped)
}

/// Counts errors and warnings, copies them to a file, and takes the time from the last dependency on.
fn read_messages(output: ChildStdout, krate: &Path, log: &Path) -> Result<Verdict, Failure> {
    let mut log = BufWriter::new(File::create(log).map_err(Failure::stopped)?);
    let manifest = krate.join("Cargo.toml");
    let mut verdict = Verdict::default();
    let mut start = Instant::now();
    for line in BufReader::new(output).lines() {
        let line = line.map_err(Failure::stopped)?;
        let Ok(message) = serde_json::from_str::<Value>(&line) else {
            continue;
        };
        let of_crate = message["manifest_path"]
            .as_str()
            .is_some_and(|path| Path::new(path) == manifest);
        match message["reason"].as_str() {
            Some("compiler-artifact" | "build-script-executed") if !of_crate => {
                start = Instant::now()
            }
            Some("compiler-message") if of_crate && count(&message["message"], &mut verdict) => {
                let rendered = message["message"]["rendered"].as_str().unwrap_or_default();
                writeln!(log, "{rendered}").map_err(Failure::stopped)?;
            }
            _ => {}
        }
    }
    verdict.seconds = start.elapsed().as_secs_f64();
    log.flush().map_err(Failure::stopped)?;
    Ok(verdict)
}

/// Counts a message, unless it only sums up others: those have no code and no place.
fn count(message: &Value, verdict: &mut Verdict) -> bool {
    let text = message["message"].as_str().unwrap_or_default();
    let sums_up = text.starts_with("aborting due to") || text.ends_with("emitted");
    match message["level"].as_str() {
        _ if sums_up => return false,
        Some("error" | "error: internal compiler error") => verdict.errors += 1,
        Some("warning") => verdict.warnings += 1,
        _ => return false,
    }
    true
}
