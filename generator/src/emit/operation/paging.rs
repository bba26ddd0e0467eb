//! How a call's answers are the pages of one list: a table, and the methods that go by it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::rust_type::Types;
use super::success;
use crate::ir::api::{Operation, Paging, Presence};
use crate::ir::paging::{NextPage, PageEnd, Path};

/// The table and the methods, if the operation has pages.
pub(super) fn generate(types: Types<'_>, operation: &Operation) -> Option<TokenStream> {
    let paging = operation.paging.as_ref()?;
    let name = &operation.name;
    let page = success::output(types, operation);
    let item = types.of(&paging.item);
    let next = next(&paging.rule.next);
    let ends = paging.rule.ends.iter().map(end);
    let list = path(&paging.rule.list);
    let items = items(paging);
    Some(quote! {
        static PAGING: runtime::Paging<#page, #item> = runtime::Paging {
            next: runtime::NextPage::#next,
            ends: &[#(runtime::PageEnd::#ends),*],
            list: #list,
            items: |page| #items,
        };

        runtime::paging_methods!(#name, #page, #item, PAGING);
    })
}

fn next(next: &NextPage) -> TokenStream {
    match next {
        NextPage::Number { parameter, first } => {
            let first = Literal::i64_unsuffixed(*first);
            quote!(Number { parameter: #parameter, first: #first })
        }
        NextPage::Offset { parameter } => quote!(Offset { parameter: #parameter }),
        NextPage::Cursor { parameter, at } => {
            let at = path(at);
            quote!(Cursor { parameter: #parameter, at: #at })
        }
        NextPage::LastItem { parameter, at } => {
            let at = path(at);
            quote!(LastItem { parameter: #parameter, at: #at })
        }
        NextPage::Url { at } => {
            let at = path(at);
            quote!(Url { at: #at })
        }
        NextPage::LinkHeader => quote!(LinkHeader),
    }
}

fn end(end: &PageEnd) -> TokenStream {
    let (name, at) = match end {
        PageEnd::LastNumber(at) => (quote!(LastNumber), at),
        PageEnd::PageCount(at) => (quote!(PageCount), at),
        PageEnd::ItemCount(at) => (quote!(ItemCount), at),
        PageEnd::More(at) => (quote!(More), at),
    };
    let at = path(at);
    quote!(#name(#at))
}

fn path(path: &Path) -> TokenStream {
    quote!(&[#(#path),*])
}

/// The items of `page`, if it has any.
fn items(paging: &Paging) -> TokenStream {
    let mut value = quote!(page);
    let mut optional = paging.page_nullable;
    for step in &paging.steps {
        let (field, question) = (&step.field, optional.then(|| quote!(?)));
        value = quote!(#value #question.#field);
        if step.presence == Presence::Patch {
            value = quote!(#value.into_option());
        }
        optional = !matches!(step.presence, Presence::Required | Presence::Constant);
    }
    if optional {
        value
    } else {
        quote!(Some(#value))
    }
}
