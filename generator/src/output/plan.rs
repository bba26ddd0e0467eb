//! What stands between a folder and the tree that it should hold.

use super::difference::Difference;

/// What has to happen for a folder to hold a tree. Made by [`Folder::plan`](super::Folder::plan).
#[derive(Clone, Debug, Default)]
pub struct Plan<'tree> {
    /// Files that are missing or differ.
    pub write: Vec<Write<'tree>>,
    /// Files that carry the generated header and that the tree does not have.
    pub remove: Vec<String>,
    /// Files that are right already.
    pub unchanged: Vec<&'tree str>,
    /// Files without the generated header that the tree does not have. Never touched.
    pub foreign: Vec<String>,
}

/// A file that is missing or differs.
#[derive(Clone, Debug)]
pub struct Write<'tree> {
    /// Its path in the folder, with `/`.
    pub path: &'tree str,
    /// What it should hold.
    pub text: &'tree str,
    /// What it holds; `None` if it does not exist.
    pub current: Option<String>,
}

impl Plan<'_> {
    /// Whether writing it would change nothing.
    pub fn is_settled(&self) -> bool {
        self.write.is_empty() && self.remove.is_empty()
    }

    /// Everything in which the folder differs from the tree, foreign files included, ordered by path.
    pub fn differences(&self) -> Vec<Difference> {
        let mut differences: Vec<_> = self.write.iter().map(Difference::of_write).collect();
        differences.extend(self.remove.iter().map(|path| Difference::stray(path, true)));
        differences.extend(
            self.foreign
                .iter()
                .map(|path| Difference::stray(path, false)),
        );
        differences.sort_by(|left, right| left.path.cmp(&right.path));
        differences
    }
}
