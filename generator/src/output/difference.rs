//! How a folder differs from the tree that it should hold, for people to read.

use similar::TextDiff;

use super::plan::Write;

/// Lines of context around a change.
const CONTEXT: usize = 2;
/// Lines of a diff that are shown; the rest is counted.
const SHOWN: usize = 24;

/// A file in which a folder differs from a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its path in the folder, with `/`.
    pub path: String,
    /// How it differs.
    pub kind: DifferenceKind,
}

/// How a file differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It holds something else.
    Changed {
        /// A unified diff from what it holds to what it should hold, cut after a screenful.
        diff: String,
    },
    /// It should exist.
    Missing,
    /// It should not exist.
    Stray {
        /// It carries the generated header, so generating removes it; anything else is left for a person to move.
        generated: bool,
    },
}

impl Difference {
    pub(super) fn of_write(write: &Write<'_>) -> Self {
        let kind = match &write.current {
            None => DifferenceKind::Missing,
            Some(current) => DifferenceKind::Changed {
                diff: unified(current, write.text),
            },
        };
        Self {
            path: write.path.to_owned(),
            kind,
        }
    }

    pub(super) fn stray(path: &str, generated: bool) -> Self {
        Self {
            path: path.to_owned(),
            kind: DifferenceKind::Stray { generated },
        }
    }
}

fn unified(current: &str, wanted: &str) -> String {
    let diff = TextDiff::from_lines(current, wanted);
    let whole = diff.unified_diff().context_radius(CONTEXT).to_string();
    let mut lines = whole.lines();
    let mut shown: Vec<_> = lines.by_ref().take(SHOWN).collect();
    let rest = lines.count();
    let remark = format!("… and {rest} more lines of the diff");
    if rest > 0 {
        shown.push(&remark);
    }
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn a_long_diff_is_cut_and_the_rest_counted() {
        let wanted = "new\n".repeat(100);
        let diff = unified("old\n", &wanted);
        assert!(diff.starts_with("@@ -1 +1,100 @@\n-old\n+new\n"), "{diff}");
        assert!(
            diff.ends_with("+new\n… and 78 more lines of the diff"),
            "{diff}"
        );
    }
}
