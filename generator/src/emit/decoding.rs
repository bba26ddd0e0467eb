//! A program that decodes JSON as types of a crate.
//!
//! It reads a line of JSON for each text, with the number of its type and the text, and answers each with a line: null,
//! or why and where the text can't be decoded.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::file::File;
use super::package::{ProgramPackage, header};
use super::rust_type::Types;
use crate::ir::Type;
use crate::ir::api::Api;

/// The files of the program. `types` are those that it decodes as, by their numbers.
pub fn decoding_program<'a>(
    api: &'a Api,
    types: &'a [Type],
    package: ProgramPackage<'a>,
) -> Vec<File<'a>> {
    let header = header(&api.source, "change the document and generate it again");
    vec![
        File::text(
            "Cargo.toml",
            &header,
            package.manifest("pages", "serde = \"1\"\n"),
        ),
        File::rust("src/main.rs", &header, move || {
            generate(api, types, package)
        }),
    ]
}

fn generate(api: &Api, types: &[Type], package: ProgramPackage<'_>) -> TokenStream {
    let client = Ident::new(&package.client.replace('-', "_"), Span::call_site());
    let arms = types.iter().enumerate().map(|(number, value)| {
        let value = Types::qualified(api).of(value);
        quote!(#number => decode::<#value>(text),)
    });
    quote! {
        //! Decodes JSON as types of the crate.
        #![allow(deprecated, unused_imports, reason = "depends on the document")]

        use std::error::Error;
        use std::io::BufRead;

        use serde::de::DeserializeOwned;
        use #client::{runtime, types};

        fn main() -> Result<(), Box<dyn Error>> {
            for line in std::io::stdin().lock().lines() {
                let (number, text): (usize, String) = serde_json::from_str(&line?)?;
                println!("{}", serde_json::to_string(&problem(number, &text))?);
            }
            Ok(())
        }

        fn problem(number: usize, text: &str) -> Option<String> {
            match number {
                #(#arms)*
                _ => Some("there is no such type".to_owned()),
            }
        }

        /// Why a text can't be decoded, found in the way in which calls find it.
        fn decode<T: DeserializeOwned>(text: &str) -> Option<String> {
            let content: runtime::Content<'_> = match serde_json::from_str(text) {
                Ok(content) => content,
                Err(error) => return Some(error.to_string()),
            };
            T::deserialize(&content).err().map(|error| error.to_string())
        }
    }
}
