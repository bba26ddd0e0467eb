//! Names that are recorded beside a document, in a small file that people review.
//!
//! Where two things would have the same name, a neighbour decides what each is called. An entry of the names file decides
//! it for good: no neighbour, present or to come, has a better claim. The file holds nothing else, so it is short, and
//! most documents need none. Entries are found by what things are, not by where in a list they stand:
//!
//! ```yaml
//! '#/components/schemas/Pet':
//!   fields:
//!     userID: user_id_upper
//! '#/components/schemas/Pet/properties/home/oneOf/House':
//!   type: PetHomeModel
//! ```

mod comments;
mod entry;
mod keep;
mod ledger;
mod place;
mod read;
mod report;
mod subject;
mod write;

pub use ledger::Ledger;
pub(crate) use ledger::{Contest, Rival};
pub use subject::{Kind, Subject};

#[cfg(test)]
mod tests;
