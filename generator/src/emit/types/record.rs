//! Reading, writing and showing a struct: tables of names, slots and entries for the runtime.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::super::local;
use super::super::operation::holds_files;
use super::super::rust_type::Types;
use crate::ir::api::{Field, Presence, Struct, TypeItem};

/// `Record`, `Deserialize`, `Serialize` and `Debug`. A form with files is never read.
pub(super) fn generate(types: Types<'_>, item: &TypeItem, structure: &Struct) -> TokenStream {
    let has_files = structure
        .fields
        .iter()
        .any(|field| holds_files(&field.draft.value));
    let read = (!has_files).then(|| read(types, item, structure));
    let write = write(item, structure);
    let name = &item.name;
    let shown = name.as_str();
    quote! {
        #read

        #write

        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                runtime::debug(formatter, #shown, self)
            }
        }
    }
}

fn read(types: Types<'_>, item: &TypeItem, structure: &Struct) -> TokenStream {
    let record = record(types, item, structure);
    let name = &item.name;
    quote! {
        #record

        impl<'de> runtime::Deserialize<'de> for #name {
            fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::read(deserializer)
            }
        }
    }
}

fn record(types: Types<'_>, item: &TypeItem, structure: &Struct) -> TokenStream {
    let name = &item.name;
    let map = local::unlike("map", names(structure));
    let slots = structure.fields.iter().map(|field| slot(types, field));
    let wires = structure.fields.iter().map(|field| &field.draft.wire);
    let fields: Vec<_> = structure.fields.iter().map(|field| &field.name).collect();
    let additional: Vec<_> = structure.additional.iter().map(|(name, _)| name).collect();
    let rest = match additional.first() {
        Some(name) => quote!(&mut #name),
        None => quote!(&mut runtime::Ignored),
    };
    quote! {
        impl<'de> runtime::Record<'de> for #name {
            fn read<A: runtime::MapAccess<'de>>(#map: A) -> Result<Self, A::Error> {
                #(#slots)*
                #(let mut #additional = runtime::Rest::new();)*
                runtime::fill(#map, &[#(#wires),*], &mut [#(&mut #fields),*], #rest)?;
                Ok(Self {
                    #(#fields: #fields.take(),)*
                    #(#additional: #additional.take(),)*
                })
            }
        }
    }
}

fn slot(types: Types<'_>, field: &Field) -> TokenStream {
    let name = &field.name;
    let integral = types.is_integral(&field.draft.value);
    let slot = match field.presence {
        Presence::Required | Presence::Constant if integral => {
            quote!(runtime::Required::integral())
        }
        Presence::Required | Presence::Constant => quote!(runtime::Required::new()),
        Presence::RequiredNullable | Presence::Optional if integral => {
            quote!(runtime::Optional::integral())
        }
        Presence::RequiredNullable | Presence::Optional => quote!(runtime::Optional::new()),
        Presence::Patch if integral => quote!(runtime::Patch::integral()),
        Presence::Patch => quote!(runtime::Patch::slot()),
    };
    quote!(let mut #name = #slot;)
}

fn write(item: &TypeItem, structure: &Struct) -> TokenStream {
    let name = &item.name;
    let wires = structure.fields.iter().map(|field| &field.draft.wire);
    let entries = structure.fields.iter().map(|field| {
        let name = &field.name;
        match field.presence {
            Presence::Optional => quote!(&runtime::IfSome(&self.#name)),
            _ => quote!(&self.#name),
        }
    });
    let rest = match &structure.additional {
        Some((name, _)) => quote!(&self.#name),
        None => quote!(&runtime::Ignored),
    };
    quote! {
        impl runtime::Serialize for #name {
            fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                runtime::write(serializer, &[#(#wires),*], &[#(#entries),*], #rest)
            }
        }
    }
}

/// The names that a function's own variables must not have.
fn names(structure: &Struct) -> impl Iterator<Item = Ident> {
    let fields = structure.fields.iter().map(|field| &field.name);
    fields
        .chain(structure.additional.iter().map(|(name, _)| name))
        .map(crate::names::Identifier::to_token)
}
