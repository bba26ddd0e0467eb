//! The code of many documents as one crate, and its documentation as JSON.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use bindery::output::Folder;
use bindery::render::Tree;
use bindery::source::Source;
use bindery::{Strictness, generate_workspace_crate};

use crate::failure::Failure;
use crate::workspace::Workspace;

/// Where the generated crate finds the runtime.
const RUNTIME: &str = "\"../generator/runtime\"";

/// Makes crates below one folder.
pub(super) struct Crates {
    folder: PathBuf,
    lock_file: PathBuf,
    runtime: PathBuf,
}

impl Crates {
    pub(super) fn new(workspace: &Workspace) -> Self {
        Self {
            folder: workspace.judge(),
            lock_file: workspace.lock_file(),
            runtime: workspace.root().join("generator").join("runtime"),
        }
    }

    /// Makes a crate with a module `p0`, `p1`, … for each document, and documents it. Says where the JSON is.
    pub(super) fn document<'t>(
        &self,
        name: &str,
        editions: impl Iterator<Item = &'t Source>,
    ) -> Result<PathBuf, Failure> {
        let sources: Vec<_> = editions
            .enumerate()
            .map(|(index, edition)| {
                let source = Source::new(&format!("p{index}.json"), edition.text());
                source.with_names(edition.names().cloned())
            })
            .collect();
        let generated = generate_workspace_crate(&sources, "0.1.0", Strictness::Lenient);
        let tree = generated
            .tree
            .ok_or_else(|| Failure::stopped("a changed document is refused"))?;
        let root = self.folder.join(name);
        self.write(&root, tree)?;
        self.rustdoc(&root)?;
        let json = self.folder.join(format!("{name}.json"));
        fs::copy(self.build().join("doc").join("checkout_apis.json"), &json)
            .map_err(Failure::stopped)?;
        Ok(json)
    }

    fn write(&self, root: &PathBuf, mut tree: Tree) -> Result<(), Failure> {
        let runtime = format!("{:?}", self.runtime.to_string_lossy());
        if let Some(manifest) = tree.get_mut("Cargo.toml") {
            *manifest = manifest.replace(RUNTIME, &runtime) + "\n[workspace]\n";
        }
        let folder = Folder::owned(root);
        let plan = folder.plan(&tree).map_err(Failure::stopped)?;
        folder.write(&plan).map_err(Failure::stopped)?;
        fs::copy(&self.lock_file, root.join("Cargo.lock")).map_err(Failure::stopped)?;
        Ok(())
    }

    fn build(&self) -> PathBuf {
        self.folder.join("build")
    }

    /// JSON is a form of rustdoc's that is not stable, which the variable makes the stable one write.
    fn rustdoc(&self, root: &PathBuf) -> Result<(), Failure> {
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["rustdoc", "--quiet", "--lib", "--", "--cap-lints", "allow"])
            .args(["-Zunstable-options", "--output-format", "json"])
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_TARGET_DIR", self.build())
            .current_dir(root)
            .output()
            .map_err(Failure::stopped)?;
        if output.status.success() {
            return Ok(());
        }
        Err(Failure::stopped(format!(
            "the code of changed documents can't be documented: {}",
            String::from_utf8_lossy(&output.stderr)
        )))
    }
}
