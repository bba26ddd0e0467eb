//! From a tree of texts to files: what differs is worked out once, and then either written or reported.
//!
//! A run writes only what differs and removes only what carries the generated header. It never leaves the folder that
//! it was given, and never follows a symbolic link inside it.

mod difference;
mod error;
mod folder;
mod plan;
mod publishing;
mod scan;
mod staging;

pub use difference::{Difference, DifferenceKind};
pub use error::{Error, Reason};
pub use folder::Folder;
pub use plan::{Plan, Write};
