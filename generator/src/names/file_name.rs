//! Names of emitted files, which are names of modules as well.

use std::collections::BTreeSet;
use std::fmt;

use proc_macro2::{Ident, Span};

use super::Words;
use super::kind::{FILE, Kind};

/// The stem of a module's file and the module's name: never a keyword, unique in its folder whatever the case.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileName(String);

impl FileName {
    /// The stem: `checkout` of `checkout.rs`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The module's token.
    pub fn to_token(&self) -> Ident {
        Ident::new(&self.0, Span::call_site())
    }
}

impl fmt::Display for FileName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The files of a folder.
#[derive(Debug, Default)]
pub struct FileNames {
    taken: BTreeSet<String>,
}

impl FileNames {
    /// A name that no other file of the folder has. The words come from identifiers, which differ already: a number is
    /// needed only where two of them differ by nothing but case.
    pub fn mint(&mut self, words: &Words) -> FileName {
        const KIND: &Kind = &FILE;
        let plain = KIND.spell(words);
        let mut name = plain.clone();
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = KIND.numbered(&plain, number);
            number += 1;
        }
        FileName(name)
    }
}
