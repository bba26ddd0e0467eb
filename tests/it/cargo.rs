//! Cargo as a process.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::cases::workspace;

/// Has cargo do something in a folder, with everything that was compiled before.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace().join("target"), PathBuf::from);
    Command::new(env!("CARGO"))
        .args(arguments)
        .env("CARGO_TARGET_DIR", target)
        .current_dir(folder)
        .output()
        .expect("cargo runs")
}

/// The same for what has to succeed: what it prints on standard output.
pub(crate) fn succeed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).expect("UTF-8")
}
