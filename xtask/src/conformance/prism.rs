//! Prism: an HTTP server that checks requests against a document and answers with what the document shows
//! (<https://github.com/stoplightio/prism>).

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::failure::Failure;

/// The version that the results are about.
const PACKAGE: &str = "@stoplight/prism-cli@5.16.0";
/// What it says when it is ready.
const READY: &str = "Prism is listening";
/// How long it may take to read a document.
const PATIENCE: Duration = Duration::from_secs(60);

/// Prism, installed.
pub(super) struct Prism {
    script: PathBuf,
}

/// How it makes answers.
#[derive(Clone, Copy)]
pub(super) struct Mock<'a> {
    /// Makes them up from the schemas, from this seed on; otherwise it takes what the document shows.
    pub(super) seed: Option<&'a str>,
}

/// Prism, serving a document until it is dropped.
pub(super) struct Server {
    process: Child,
    port: u16,
}

impl Prism {
    /// Installs it in a folder, unless it is there. The error says what is missing.
    pub(super) fn install(folder: &Path) -> Result<Self, String> {
        for tool in ["node", "npm"] {
            let output = Command::new(tool).arg("--version").output();
            output.map_err(|error| {
                format!("this needs Node.js, but `{tool}` can't be run: {error}")
            })?;
        }
        let script = folder.join("node_modules/@stoplight/prism-cli/dist/index.js");
        if script.is_file() {
            return Ok(Self { script });
        }
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        let output = Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(folder)
            .arg(PACKAGE)
            .output()
            .map_err(|error| error.to_string())?;
        match output.status.success() {
            true => Ok(Self { script }),
            false => Err(format!(
                "`npm install {PACKAGE}` has failed: {}",
                String::from_utf8_lossy(&output.stderr).trim()
            )),
        }
    }

    /// Serves a document on a free port of the loopback interface. The inner error is what Prism says of the document.
    pub(super) fn serve(
        &self,
        document: &Path,
        mock: Mock<'_>,
    ) -> Result<Result<Server, String>, Failure> {
        let port = free_port().map_err(Failure::stopped)?;
        let mut command = Command::new("node");
        command
            .arg(&self.script)
            .args(["mock", "--errors", "--host", "127.0.0.1", "--port"])
            .arg(port.to_string());
        if let Some(seed) = mock.seed {
            command.args(["--dynamic", "--seed", seed]);
        }
        let mut process = command
            .arg(document)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(Failure::stopped)?;
        let lines = lines(&mut process);
        let server = Server { process, port };
        Ok(wait_until_ready(&lines).map(|()| server))
    }
}

impl Server {
    pub(super) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // If it has ended already, there is nothing left to do.
        _ = self.process.kill();
        _ = self.process.wait();
    }
}

/// A port that nothing listens on.
fn free_port() -> std::io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    Ok(listener.local_addr()?.port())
}

/// What a process says, line by line, read in threads of their own, so that it never has to wait.
fn lines(process: &mut Child) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    let outputs: [Option<Box<dyn Read + Send>>; 2] = [
        process.stdout.take().map(|output| Box::new(output) as _),
        process.stderr.take().map(|output| Box::new(output) as _),
    ];
    for output in outputs.into_iter().flatten() {
        let sender = sender.clone();
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                // Nobody listens any more once it is ready.
                _ = sender.send(line);
            }
        });
    }
    receiver
}

fn wait_until_ready(lines: &Receiver<String>) -> Result<(), String> {
    let mut said = Vec::new();
    loop {
        match lines.recv_timeout(PATIENCE) {
            Ok(line) if line.contains(READY) => return Ok(()),
            // What follows is its help.
            Ok(line) if line.starts_with("prism mock") => return Err(said.join("\n")),
            Ok(line) => said.push(line),
            Err(RecvTimeoutError::Timeout) => {
                return Err(format!(
                    "it is not ready after {} seconds",
                    PATIENCE.as_secs()
                ));
            }
            Err(RecvTimeoutError::Disconnected) => return Err(said.join("\n")),
        }
    }
}
