//! `pub type Name = …;`

use proc_macro2::TokenStream;
use quote::quote;

use super::super::rust_type::Types;
use crate::ir::Type;
use crate::ir::api::TypeItem;

/// An alias.
pub(super) fn generate(types: Types<'_>, item: &TypeItem, target: &Type) -> TokenStream {
    let header = super::header(item, "A name of its own for a type.");
    let name = &item.name;
    let target = types.of(target);
    quote! {
        #header
        pub type #name = #target;
    }
}
