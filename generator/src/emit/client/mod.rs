//! The client of an API and its builder.

mod builder;

pub(super) use builder::argument_type;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::docs::Doc;
use super::place::{Place, title};
use super::{example, gate, local, prose, resource};
use crate::ir::Placement;
use crate::ir::api::{Api, Credential, Resource};

/// The file of the client.
pub(super) fn generate(api: &Api, place: &Place) -> TokenStream {
    let environment = (!api.environments.is_empty()).then(|| {
        quote!(
            use super::environment::Environment;
        )
    });
    let gate = gate::of_any_resource(api);
    let resources = (!api.resources.is_empty()).then(|| {
        quote!(
            #gate
            use super::resources;
        )
    });
    let table = table(api);
    let docs = docs(api, place).outer();
    let constructors = constructors(api);
    let accessors = api.resources.iter();
    let accessors = accessors.map(|resource| accessor(api, resource));
    let builder = builder::generate(api, place);
    quote! {
        #environment
        #resources
        use crate::runtime;

        #table

        #docs
        #[derive(Clone, Debug)]
        pub struct Client {
            inner: runtime::Client,
        }

        impl Client {
            #constructors

            #(#accessors)*

            /// A request to any path of the API, for what the document leaves out: same address, same credentials, same
            /// errors.
            pub fn request(&self, method: runtime::Method, path: &str) -> runtime::RawCall {
                self.inner.request(method, path)
            }
        }

        #builder
    }
}

fn accessor(api: &Api, resource: &Resource) -> TokenStream {
    let mut doc = Doc::new(resource::docs(resource).first_paragraph());
    if api.has_features {
        let feature = prose::span(resource.feature.as_str());
        doc.push([format!("Cargo feature: {feature}.")]);
    }
    let docs = doc.outer();
    let gate = gate::of_resource(api, resource);
    let (accessor, name) = (&resource.accessor, &resource.name);
    quote! {
        #docs
        #gate
        pub fn #accessor(&self) -> resources::#name {
            resources::#name::new(&self.inner)
        }
    }
}

/// What the runtime knows of the API.
fn table(api: &Api) -> TokenStream {
    let name = api.module.as_str();
    let base_url = api
        .environments
        .first()
        .map_or("", |environment| environment.url.as_str());
    let base_url_variable = &api.base_url_variable;
    let schemes = api.credentials.iter().map(|credential| {
        let (wire, variable) = (&credential.wire, &credential.variable);
        let placement = placement(&credential.placement);
        quote!(runtime::Scheme { name: #wire, placement: runtime::Placement::#placement, variable: #variable })
    });
    let environments = environments(api);
    quote! {
        static API: runtime::Api = runtime::Api {
            name: #name,
            base_url: #base_url,
            base_url_variable: #base_url_variable,
            schemes: &[#(#schemes),*],
            environments: &[#(#environments),*],
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
        };
    }
}

/// The environments between which keys can be told apart.
fn environments(api: &Api) -> Vec<TokenStream> {
    let environments = api.environments.iter();
    if environments
        .clone()
        .all(|environment| environment.prefixes.is_empty())
    {
        return Vec::new();
    }
    let tables = environments.map(|environment| {
        let (name, url) = (environment.name.as_str(), &environment.url);
        let prefixes = environment.prefixes.iter();
        let prefixes = prefixes.map(|(scheme, prefix)| quote!((#scheme, #prefix)));
        quote!(runtime::Environment { name: #name, base_url: #url, prefixes: &[#(#prefixes),*] })
    });
    tables.collect()
}

fn placement(placement: &Placement) -> TokenStream {
    match placement {
        Placement::Header(name) => quote!(Header(#name)),
        Placement::Query(name) => quote!(Query(#name)),
        Placement::Cookie(name) => quote!(Cookie(#name)),
        Placement::Bearer => quote!(Bearer),
        Placement::Basic => quote!(Basic),
    }
}

fn docs(api: &Api, place: &Place) -> Doc {
    Doc::new(format!("A client of {}.", title(api)))
        .and(["Cloning is cheap, and clones share their connections.".to_owned()])
        .and(["# Examples".to_owned()])
        .and(example::client(place))
}

fn constructors(api: &Api) -> TokenStream {
    let new = new(api);
    let variables = api
        .credentials
        .iter()
        .map(|credential| prose::span(&credential.variable));
    let variables: Vec<_> = variables
        .chain([prose::span(&api.base_url_variable)])
        .collect();
    let docs = Doc::new("A client with what the environment says.")
        .and([format!(
            "It reads {}; a variable that is empty counts as not set.",
            variables.join(", ")
        )])
        .and(["# Errors".to_owned()])
        .and([
            "If there is no credential, or if a variable holds nothing that can be used."
                .to_owned(),
        ]);
    let docs = docs.outer();
    quote! {
        #new

        #docs
        pub fn from_env() -> Result<Self, runtime::Error> {
            Self::builder().from_env().build()
        }

        /// Puts a client together step by step.
        pub fn builder() -> ClientBuilder {
            ClientBuilder { inner: runtime::ClientBuilder::new(&API) }
        }
    }
}

/// The credentials that `new` asks for.
pub(super) fn requested(api: &Api) -> impl Iterator<Item = &Credential> {
    let indices = api.required_credentials.iter();
    indices.filter_map(|index| api.credentials.get(*index))
}

/// `new` with the credentials of the document's first alternative.
fn new(api: &Api) -> TokenStream {
    let required: Vec<_> = requested(api).collect();
    let mut taken: Vec<Ident> = required
        .iter()
        .map(|credential| credential.name.to_token())
        .collect();
    let given: Vec<_> = required
        .into_iter()
        .map(|credential| Arguments::new(credential, &mut taken))
        .collect();
    let parameters = given.iter().flat_map(Arguments::parameters);
    let steps = given.iter().map(|arguments| {
        let (method, names) = (&arguments.credential.name, &arguments.names);
        quote!(.#method(#(#names),*))
    });
    let sentence = match given.is_empty() {
        true => "A client with the defaults of the document.",
        false => "A client with these credentials, and the defaults of the document otherwise.",
    };
    let docs = Doc::new(sentence)
        .and(["# Errors".to_owned()])
        .and(["If a credential can't be used, or the document names no server.".to_owned()]);
    let docs = docs.outer();
    quote! {
        #docs
        pub fn new(#(#parameters),*) -> Result<Self, runtime::Error> {
            Self::builder()#(#steps)*.build()
        }
    }
}

/// What `new` takes for a credential.
struct Arguments<'a> {
    credential: &'a Credential,
    names: Vec<Ident>,
}

impl<'a> Arguments<'a> {
    fn new(credential: &'a Credential, taken: &mut Vec<Ident>) -> Self {
        let names = match credential.placement {
            Placement::Basic => ["username", "password"]
                .map(|name| local::unlike(name, taken.iter().cloned()))
                .to_vec(),
            _ => vec![credential.name.to_token()],
        };
        taken.extend(names.iter().cloned());
        Self { credential, names }
    }

    fn parameters(&self) -> impl Iterator<Item = TokenStream> {
        let kind = builder::argument_type(self.credential);
        self.names
            .iter()
            .map(move |name| quote!(#name: impl Into<#kind>))
    }
}
