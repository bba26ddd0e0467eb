//! Generating one document, in a process of its own.

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::{ChildStdout, Command, Stdio};

use serde_json::Value;

use super::document::Document;
use super::row::Row;
use crate::failure::Failure;

/// Writes the crate to `crates/NAME` of a folder, and everything that was said to `messages/NAME.jsonl`.
pub(super) fn generate(document: &Document, folder: &Path) -> Result<Row, Failure> {
    let messages = folder.join("messages");
    fs::create_dir_all(&messages).map_err(Failure::stopped)?;
    let program = env::current_exe().map_err(Failure::stopped)?;
    let mut child = Command::new(program)
        .args(["codegen", "--message-format", "json", "--spec"])
        .arg(&document.path)
        .arg("--out")
        .arg(folder.join("crates").join(&document.name))
        .stdout(Stdio::piped())
        .spawn()
        .map_err(Failure::stopped)?;
    let log = messages.join(format!("{}.jsonl", document.name));
    let summary = match child.stdout.take() {
        Some(output) => keep_messages(output, &log)?,
        None => None,
    };
    let status = child.wait().map_err(Failure::stopped)?;
    let mut row = summary.map_or_else(Row::default, |summary| row(&summary));
    row.name.clone_from(&document.name);
    row.generated = status.success();
    Ok(row)
}

/// Copies the messages to a file, and gives back the one that sums up the document.
fn keep_messages(output: ChildStdout, log: &Path) -> Result<Option<Value>, Failure> {
    let mut log = BufWriter::new(File::create(log).map_err(Failure::stopped)?);
    let mut summary = None;
    for line in BufReader::new(output).lines() {
        let line = line.map_err(Failure::stopped)?;
        writeln!(log, "{line}").map_err(Failure::stopped)?;
        if line.starts_with(r#"{"reason":"document""#) {
            summary = serde_json::from_str(&line).ok();
        }
    }
    log.flush().map_err(Failure::stopped)?;
    Ok(summary)
}

fn row(summary: &Value) -> Row {
    let number = |key: &str| summary.get(key).and_then(Value::as_u64).unwrap_or_default();
    let text = |key: &str| summary.get(key).and_then(Value::as_str).unwrap_or_default();
    let features = summary.get("features").and_then(Value::as_array);
    let losses = summary.get("losses").and_then(Value::as_object);
    Row {
        version: text("openapi").to_owned(),
        operations: number("operations"),
        operations_emitted: number("operations_emitted"),
        schemas: number("schemas"),
        types: number("types"),
        features: features
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect(),
        losses: losses
            .into_iter()
            .flatten()
            .map(|(code, count)| (code.clone(), count.as_u64().unwrap_or_default()))
            .collect(),
        seconds: summary
            .get("seconds")
            .and_then(Value::as_f64)
            .unwrap_or_default(),
        lines: number("lines"),
        ..Row::default()
    }
}
