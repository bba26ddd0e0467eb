//! cargo-semver-checks and what it says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use bindery::diff::Severity;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// The program, and how much each of its lints breaks.
pub(super) struct Checks {
    program: PathBuf,
    lints: BTreeMap<String, Severity>,
}

/// What it says of one pair.
#[derive(Clone, Debug, Default)]
pub(super) struct Verdict {
    /// How much breaks at most.
    pub(super) severity: Option<Severity>,
    /// The lints that say so.
    pub(super) lints: Vec<String>,
}

impl Checks {
    /// Finds the program below `target/judge`, or where programs are looked for.
    pub(super) fn find(workspace: &Workspace) -> Result<Self, Failure> {
        let own = workspace.judge().join("bin").join("cargo-semver-checks");
        let program = if own.is_file() {
            own
        } else {
            PathBuf::from("cargo-semver-checks")
        };
        let list = run(&program, &["--list"])?;
        let lints = list.lines().filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?.to_owned();
            let severity = severity(words.next()?)?;
            Some((name, severity))
        });
        Ok(Self {
            lints: lints.collect(),
            program,
        })
    }

    /// What it says of each of the modules `p0`, `p1`, … of two crates.
    pub(super) fn judge(
        &self,
        before: &Path,
        after: &Path,
        count: usize,
    ) -> Result<Vec<Verdict>, Failure> {
        let (before, after) = (before.to_string_lossy(), after.to_string_lossy());
        let arguments = [
            "--baseline-rustdoc",
            &before,
            "--current-rustdoc",
            &after,
            "--release-type",
            "patch",
            "--color",
            "never",
        ];
        let report = run(&self.program, &arguments)?;
        if !report.contains("Checked") {
            return Err(Failure::stopped(format!(
                "cargo-semver-checks doesn't judge: {report}"
            )));
        }
        let mut verdicts = vec![Verdict::default(); count];
        for part in report.split("\n--- ").skip(1) {
            self.read(part, &mut verdicts)?;
        }
        Ok(verdicts)
    }

    /// Reads what one lint has found: its name, and a line with the file for each finding.
    fn read(&self, part: &str, verdicts: &mut [Verdict]) -> Result<(), Failure> {
        let unreadable = || {
            Failure::stopped(format!(
                "cargo-semver-checks says something unknown: {part}"
            ))
        };
        let name = part.split([' ', ':']).nth(1).ok_or_else(unreadable)?;
        let severity = *self.lints.get(name).ok_or_else(unreadable)?;
        let (_, findings) = part.split_once("Failed in:\n").ok_or_else(unreadable)?;
        for line in findings
            .lines()
            .take_while(|line| line.starts_with("  ") && !line.trim().is_empty())
        {
            if line.trim_start().starts_with("Summary") {
                break;
            }
            let verdict = module(line)
                .and_then(|index| verdicts.get_mut(index))
                .ok_or_else(unreadable)?;
            verdict.severity = verdict.severity.max(Some(severity));
            if !verdict.lints.iter().any(|lint| lint == name) {
                verdict.lints.push(name.to_owned());
            }
        }
        Ok(())
    }
}

/// The number of the module that a finding is about: of the file, or of the path.
fn module(line: &str) -> Option<usize> {
    let rests = ["src/p", "checkout_apis::p"]
        .into_iter()
        .filter_map(|start| line.split_once(start));
    let mut numbers = rests.filter_map(|(_, rest)| {
        let end = rest.find(|digit: char| !digit.is_ascii_digit())?;
        rest.get(..end)?.parse().ok()
    });
    numbers.next()
}

fn severity(word: &str) -> Option<Severity> {
    Severity::ALL
        .into_iter()
        .find(|severity| severity.word() == word)
}

/// What the program writes, whether it is content or not.
fn run(program: &Path, arguments: &[&str]) -> Result<String, Failure> {
    let output = Command::new(program)
        .arg("semver-checks")
        .args(arguments)
        .output();
    let output = output.map_err(|error| {
        Failure::misuse(format!(
            "cannot run `{}`: {error}: cargo install cargo-semver-checks --locked --root target/judge",
            program.display()
        ))
    })?;
    Ok(format!(
        "{}\n{}",
        String::from_utf8_lossy(&output.stderr),
        String::from_utf8_lossy(&output.stdout)
    ))
}
