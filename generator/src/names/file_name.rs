//! Names of emitted files, which are names of modules as well.

use std::collections::BTreeSet;
use std::fmt;

use proc_macro2::{Ident, Span};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Words;
use super::kind::FILE;
use super::unique::unique;

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
    /// needed only where two of them differ by nothing but case or accents.
    pub fn mint(&mut self, words: &Words) -> FileName {
        FileName(unique(&FILE, &ascii(words), &mut self.taken))
    }
}

/// The words in ASCII, since the compiler finds the files of no other modules by their names (E0754): without accents,
/// and with the numbers of all other characters.
fn ascii(words: &Words) -> Words {
    let spell = |character: char| match character.is_ascii() {
        true => character.to_string(),
        false => format!("u{:04x}", u32::from(character)),
    };
    let ascii = |word: &str| {
        let characters = word
            .nfkd()
            .filter(|character| !is_combining_mark(*character));
        characters.map(spell).collect()
    };
    words.iter().map(ascii).collect()
}
