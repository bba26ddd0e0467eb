//! Examples in docs: code that compiles against the emitted crate, and that rustdoc checks.

mod value;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;

use super::operation::{Given, optional, output, required};
use super::place::Place;
use super::rust_type::Types;
use crate::ir::api::{Api, Operation, Resource, Success};
use value::{SHOWN, Values};

/// A fenced example that makes a client from the environment.
pub(super) fn client(place: &Place) -> Vec<String> {
    let statements = quote!(let client = Client::from_env()?;);
    let imports = format!("use {}::Client;", place.module);
    fenced("fn example()", &[imports], &statements).unwrap_or_default()
}

/// A fenced example that puts a client together with settings of its own.
pub(super) fn builder(place: &Place) -> Vec<String> {
    let statements = quote! {
        let client = Client::builder()
            .from_env()
            .timeout(Duration::from_secs(30))
            .retries(Retries::default().limit(3))
            .build()?;
    };
    let imports = [
        "use std::time::Duration;".to_owned(),
        String::new(),
        format!("use {}::Client;", place.module),
        format!("use {}::runtime::Retries;", place.krate),
    ];
    fenced("fn example()", &imports, &statements).unwrap_or_default()
}

/// A fenced example that calls an operation with what it requires.
pub(super) fn operation(
    api: &Api,
    place: &Place,
    resource: &Resource,
    operation: &Operation,
) -> Vec<String> {
    let mut values = Values::new(api);
    let mut parameters = vec![format!("client: &{}::Client", place.module)];
    let arguments: Vec<_> = required(operation)
        .map(|given| {
            values
                .given(given)
                .unwrap_or_else(|| parameter(api, place, given, &mut parameters))
        })
        .collect();
    let (accessor, method) = (&resource.accessor, &operation.method_name);
    let setters = optional(operation)
        .filter_map(|given| setter(&mut values, given))
        .take(SHOWN);
    let setters = quote!(#(#setters)*);
    let call = quote!(client.#accessor().#method(#(#arguments),*)#setters.await?);
    let statements = match &operation.success {
        Success::Events(_) => quote! {
            let mut events = #call;
            while let Some(event) = events.next().await {
                println!("{:?}", event?);
            }
        },
        _ if output(Types::qualified(api), operation).to_string() == "()" => quote!(#call;),
        _ => quote!(let response = #call; println!("{response:?}");),
    };
    let signature = format!("async fn example({})", parameters.join(", "));
    fenced(&signature, &imports(place, &values), &statements).unwrap_or_default()
}

/// A setter with the document's example.
fn setter<'a>(values: &mut Values<'a>, given: Given<'a>) -> Option<TokenStream> {
    let docs = given.docs();
    if docs.deprecated {
        return None;
    }
    let value = values.shown(given.ty()?, given.wire(), docs.examples.first()?)?;
    let name = given.name();
    Some(quote!(.#name(#value)))
}

/// Stands for a value that can't be made up: the example takes it as an argument.
fn parameter(
    api: &Api,
    place: &Place,
    given: Given<'_>,
    parameters: &mut Vec<String>,
) -> TokenStream {
    let name = given.name();
    let ty = given.written(Types::qualified(api)).to_string();
    let ty = ty
        .replace("types ::", &format!("{}::types::", place.module))
        .replace("runtime ::", &format!("{}::runtime::", place.krate));
    parameters.push(format!("{name}: {ty}"));
    quote!(#name)
}

fn imports(place: &Place, values: &Values<'_>) -> Vec<String> {
    let mut imports = Vec::new();
    if values.uses_runtime {
        imports.push(format!("use {}::runtime;", place.krate));
    }
    let names: BTreeSet<_> = values.used.iter().map(ToString::to_string).collect();
    let names: Vec<_> = names.into_iter().collect();
    match &names[..] {
        [] => {}
        [name] => imports.push(format!("use {}::{name};", place.module)),
        names => imports.push(format!("use {}::{{{}}};", place.module, names.join(", "))),
    }
    imports
}

/// Code in a function whose frame is hidden, so that no runtime for `async` is needed and `?` can be used.
fn fenced(signature: &str, imports: &[String], statements: &TokenStream) -> Option<Vec<String>> {
    let mut lines = vec![
        "```no_run".to_owned(),
        format!("# {signature} -> Result<(), Box<dyn std::error::Error>> {{"),
    ];
    lines.extend_from_slice(imports);
    if !imports.is_empty() {
        lines.push(String::new());
    }
    lines.extend(format(statements)?);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    Some(lines)
}

/// Statements, formatted. `None` if they are none, which would be a mistake of this module.
fn format(statements: &TokenStream) -> Option<Vec<String>> {
    let file = syn::parse2(quote!(fn example() { #statements })).ok()?;
    let text = prettyplease::unparse(&file);
    let body = text.lines().skip(1).take_while(|line| *line != "}");
    // A line of an example that starts with `#` would be hidden.
    Some(
        body.map(|line| {
            line.strip_prefix("    ").unwrap_or(line).replacen(
                "#",
                "##",
                usize::from(line.trim_start().starts_with("# ")),
            )
        })
        .collect(),
    )
}
