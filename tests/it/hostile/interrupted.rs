//! Runs that don't come to their end, and folders that can't be written: the folder stays as it was.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::command::{Answer, Copy, copy_case, xtask};
use crate::output::read;

/// How large a file may become, in blocks of bash: larger than the first files of a crate, smaller than most.
const BLOCKS: u32 = 4;

/// A copy of the workspace with a crate in `made`, and a document in which something has changed since.
fn changed() -> Copy {
    let copy = Copy::new();
    copy_case(&copy, "accept/003_presence_when_sent.yaml", "pets.yaml");
    copy.run(make("made")).assert_code(0);
    copy_case(&copy, "accept/131_multipart.yaml", "pets.yaml");
    copy
}

fn make(out: &str) -> [&str; 5] {
    ["codegen", "--spec", "pets.yaml", "--out", out]
}

/// What is in a folder, but for what is hidden.
fn visible(folder: &Path) -> BTreeMap<String, String> {
    let mut files = read(folder);
    files.retain(|path, _| !path.starts_with('.'));
    files
}

/// Runs the command with files limited in size. A larger one ends it by a signal, or is refused if that is ignored.
fn limited(copy: &Copy, out: &str, signal: &str) -> Output {
    let script = format!("trap {signal} XFSZ; ulimit -c 0; ulimit -f {BLOCKS}; exec \"$@\"");
    Command::new("bash")
        .args(["-c", &script, "limited"])
        .arg(xtask())
        .args(make(out))
        .current_dir(copy.path(""))
        .env_remove("CARGO_MANIFEST_DIR")
        .output()
        .expect("bash runs")
}

#[test]
fn a_run_that_is_killed_while_it_writes_has_changed_nothing() {
    let copy = changed();
    let before = visible(&copy.path("made"));
    let killed = limited(&copy, "made", "-");
    assert!(killed.status.signal().is_some(), "{killed:?}");
    assert!(
        copy.path("made/.bindery-staging").exists(),
        "it did not begin to write"
    );
    assert_eq!(visible(&copy.path("made")), before);
    copy.run(make("made")).assert_code(0);
    copy.run(make("new")).assert_code(0);
    assert_eq!(
        read(&copy.path("made")),
        read(&copy.path("new")),
        "something is left over"
    );
}

#[test]
fn a_disk_that_is_full_is_reported_and_nothing_has_changed() {
    let copy = changed();
    let before = read(&copy.path("made"));
    for out in ["made", "new"] {
        let answer = Answer::from(limited(&copy, out, "''"));
        answer.assert_code(1);
        assert!(
            answer.stderr.contains("error: cannot write `"),
            "{}",
            answer.stderr
        );
    }
    assert_eq!(read(&copy.path("made")), before);
    assert!(!copy.path("new").exists(), "an empty folder is left");
}

#[test]
fn a_folder_that_is_read_only_is_reported() {
    let copy = changed();
    let made = copy.path("made");
    let before = read(&made);
    fs::set_permissions(&made, fs::Permissions::from_mode(0o555)).expect("permissions");
    // The rights of files don't hold for root, who can do it all the same.
    let is_root = fs::write(made.join(".probe"), "").is_ok();
    let answer = copy.run(make("made"));
    fs::set_permissions(&made, fs::Permissions::from_mode(0o755)).expect("permissions");
    if is_root {
        answer.assert_code(0);
        return;
    }
    answer.assert_code(1);
    assert!(
        answer.stderr.contains("error: cannot create `"),
        "{}",
        answer.stderr
    );
    assert_eq!(read(&made), before);
}

#[test]
fn a_link_out_of_the_folder_is_reported_and_not_followed() {
    for (place, target) in [
        ("made/src/types", "elsewhere"),
        ("made/src/lib.rs", "elsewhere/lib.rs"),
    ] {
        let copy = changed();
        fs::create_dir(copy.path("elsewhere")).expect("a folder");
        fs::write(copy.path("elsewhere/lib.rs"), "mine").expect("writing");
        let away = copy.path("away");
        fs::rename(copy.path(place), away).expect("renaming");
        symlink(copy.path(target), copy.path(place)).expect("a link");
        let answer = copy.run(make("made"));
        answer.assert_code(1);
        assert!(
            answer.stderr.contains("is a symbolic link"),
            "{}",
            answer.stderr
        );
        assert_eq!(read(&copy.path("elsewhere")).len(), 1);
        assert_eq!(
            fs::read(copy.path("elsewhere/lib.rs")).expect("a file"),
            b"mine"
        );
    }
}

#[test]
fn any_name_of_a_folder_will_do() {
    let copy = changed();
    copy.run(make("new")).assert_code(0);
    for out in [
        "with a space",
        "größe/日本",
        "it's \"quoted\" #1",
        "-dash/$HOME",
    ] {
        let out = copy.path(out);
        copy.run(make(&out.to_string_lossy())).assert_code(0);
        assert_eq!(read(&out).len(), read(&copy.path("new")).len());
    }
}

#[test]
fn what_is_in_the_way_is_reported() {
    let copy = changed();
    fs::write(copy.path("file"), "mine").expect("writing");
    fs::remove_dir_all(copy.path("made/src/types")).expect("removing");
    fs::write(copy.path("made/src/types"), "mine").expect("writing");
    for (out, code) in [("file", 2), ("made", 1), ("file/below", 1)] {
        let answer = copy.run(make(out));
        answer.assert_code(code);
        let says = ["is in the way", "Not a directory"];
        assert!(
            says.iter().any(|says| answer.stderr.contains(says)),
            "{}",
            answer.stderr
        );
    }
    assert_eq!(fs::read(copy.path("file")).expect("a file"), b"mine");
    assert_eq!(
        fs::read(copy.path("made/src/types")).expect("a file"),
        b"mine"
    );
}

#[test]
fn two_runs_at_once_do_not_mix() {
    let copy = changed();
    let before = visible(&copy.path("made"));
    let staging = copy.path("made/.bindery-staging");
    fs::create_dir(&staging).expect("a folder");
    let lock = fs::File::create(staging.join("lock")).expect("a lock");
    lock.lock().expect("a locked file");
    let answer = copy.run(make("made"));
    answer.assert_code(1);
    let expected =
        "error: another run is writing to `made`: wait until it has ended and try again\n";
    assert!(answer.stderr.ends_with(expected), "{}", answer.stderr);
    assert_eq!(visible(&copy.path("made")), before);
    lock.unlock().expect("an unlocked file");
    copy.run(make("made")).assert_code(0);
}
