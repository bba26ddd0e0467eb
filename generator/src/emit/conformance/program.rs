//! The program around the calls: a client with credentials for everything, one call after the other, a line for each.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::super::operation;
use super::super::package::ProgramPackage;
use super::call::{self, Call};
use crate::ir::Placement;
use crate::ir::api::{Api, Credential};
use crate::ir::sample::Sample;

/// `main.rs`.
pub(super) fn generate(api: &Api, samples: &[Sample], package: ProgramPackage<'_>) -> TokenStream {
    let client = Ident::new(&package.client.replace('-', "_"), Span::call_site());
    let mut reports = TokenStream::new();
    let mut functions = TokenStream::new();
    let operations = operation::all(api).zip(samples);
    for (number, ((resource, operation), sample)) in operations.enumerate() {
        let (id, line) = (&operation.id, operation::line(operation));
        match call::generate(api, resource, operation, sample, number) {
            Call::Made(name, function) => {
                reports.extend(quote!(report(#id, #line, #name(client, base_url).await);));
                functions.extend(function);
            }
            Call::Impossible(reason) => {
                reports.extend(quote!(report(#id, #line, Err(#reason.into()));));
            }
        }
    }
    let main = main(api);
    let report = report();
    quote! {
        //! Calls every operation once, and prints what came of each as a line of JSON.
        #![forbid(unsafe_code)]
        #![allow(deprecated, unused_imports, unused_variables, reason = "depends on the document")]

        use std::error::Error;
        use std::time::Duration;

        use #client::{Client, runtime, types};

        /// The status of a success, or what went wrong.
        type Answer = Result<runtime::StatusCode, Box<dyn Error>>;

        #main

        async fn run(client: &Client, base_url: &str) {
            #reports
        }

        #report
        #functions
    }
}

fn main(api: &Api) -> TokenStream {
    let credentials = api.credentials.iter().map(credential);
    quote! {
        fn main() -> Result<(), Box<dyn Error>> {
            let base_url = std::env::args().nth(1).ok_or("the address of the server is missing")?;
            let client = Client::builder()
                .base_url(&base_url)
                .timeout(Duration::from_secs(30))
                .retries(runtime::Retries::NONE)
                #(#credentials)*
                .build()?;
            let executor = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
            executor.block_on(run(&client, &base_url));
            Ok(())
        }
    }
}

/// A credential that says nothing: servers that only know the document can't tell.
fn credential(credential: &Credential) -> TokenStream {
    let name = &credential.name;
    match credential.placement {
        Placement::Basic => quote!(.#name("user", "password")),
        _ => quote!(.#name("credential")),
    }
}

fn report() -> TokenStream {
    quote! {
        /// Prints what came of a call.
        fn report(id: &str, line: &str, answer: Answer) {
            let failure = answer.as_ref().err();
            let error = failure.and_then(|failure| failure.downcast_ref::<runtime::Error>());
            let status = match &answer {
                Ok(status) => Some(*status),
                Err(_) => error.and_then(runtime::Error::status),
            };
            let violations = error
                .and_then(runtime::Error::headers)
                .and_then(|headers| headers.get("sl-violations")?.to_str().ok());
            let body = error.and_then(runtime::Error::raw_body).map(String::from_utf8_lossy);
            let line = serde_json::json!({
                "operation": id,
                "line": line,
                "status": status.map(|status| status.as_u16()),
                "phase": error.map(|error| format!("{:?}", error.kind())),
                "message": failure.map(|failure| message(failure.as_ref())),
                "violations": violations,
                "body": body,
            });
            println!("{line}");
        }

        /// An error with its causes.
        fn message(error: &dyn Error) -> String {
            let mut message = error.to_string();
            let mut cause = error.source();
            while let Some(error) = cause {
                message += &format!(": {error}");
                cause = error.source();
            }
            message
        }
    }
}
