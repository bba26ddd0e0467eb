//! The client and its builder, servers, and what the API sends by itself.

use super::super::client::{argument_type, requested};
use super::super::incoming;
use super::super::package::needed_features;
use super::super::rust_type::Types;
use super::item::{Argument, Aspect, Item, ItemKind};
use super::text::written;
use super::wire;
use crate::ir::api::{Api, Credential, Environment, IncomingRequest};
use crate::ir::{Docs, Origin, Placement};

/// Everything that belongs to the API as a whole.
pub(super) fn collect(api: &Api, items: &mut Vec<Item>) {
    items.push(root(api));
    items.extend(features(api));
    items.push(constructor(api));
    items.extend(api.credentials.iter().map(credential));
    if !api.environments.is_empty() {
        let servers = Item::new(
            ItemKind::Servers,
            "",
            "Environment".to_owned(),
            &Origin::at(["servers"]),
        );
        items.push(servers.signature("enum"));
    }
    let environments = api.environments.iter().enumerate();
    items.extend(environments.map(|(index, environment)| server(index, environment)));
    let types = Types::qualified(api);
    items.extend(api.webhooks.iter().map(|request| incoming(types, request)));
    items.extend(api.callbacks.iter().map(|request| incoming(types, request)));
}

fn root(api: &Api) -> Item {
    let docs = Docs {
        summary: Some(api.info.title.clone()),
        description: api.info.description.clone(),
        link: api.info.link.clone(),
        ..Docs::default()
    };
    Item::new(ItemKind::Api, "", String::new(), &Origin::at(["info"]))
        .identity("the API")
        .fact(Aspect::Variable, &api.base_url_variable)
        .docs(&docs)
}

/// Features of tags, and features of the runtime that the API's types switch on.
fn features(api: &Api) -> Vec<Item> {
    let tags = api.resources.iter().filter(|_| api.has_features);
    let tags = tags.map(|tag| tag.feature.as_str());
    let names = tags.chain(needed_features(api));
    let features = names.map(|name| {
        Item::new(
            ItemKind::Feature,
            "",
            format!("feature {name}"),
            &Origin::at([]),
        )
        .identity(name)
    });
    features.collect()
}

fn constructor(api: &Api) -> Item {
    let arguments = requested(api).flat_map(|credential| {
        let ty = format!("impl Into<{}>", argument_type(credential)).replace(" :: ", "::");
        let names = match credential.placement {
            Placement::Basic => vec!["username", "password"],
            _ => vec![credential.name.as_str()],
        };
        let argument = move |name: &str| Argument {
            name: name.to_owned(),
            identity: format!("{} {name}", credential.wire),
            ty: ty.clone(),
            wire: String::new(),
        };
        names.into_iter().map(argument).collect::<Vec<_>>()
    });
    let path = "Client::new()".to_owned();
    let place = Origin::at(["security"]);
    Item::new(ItemKind::Constructor, "", path, &place).arguments(arguments.collect())
}

fn credential(credential: &Credential) -> Item {
    let path = format!("ClientBuilder::{}()", credential.name);
    let place = Origin::at(["components", "securitySchemes", &credential.wire]);
    let kind = written(&argument_type(credential));
    let signature = match credential.placement {
        Placement::Basic => format!("(impl Into<{kind}>, impl Into<{kind}>)"),
        _ => format!("impl Into<{kind}>"),
    };
    Item::new(ItemKind::Credential, "", path, &place)
        .identity(&credential.wire)
        .signature(signature)
        .fact(Aspect::Placement, wire::placement(&credential.placement))
        .fact(Aspect::Variable, &credential.variable)
        .docs(&credential.docs)
}

/// The first is the default, and all have numbers: their order is part of the API.
fn server(index: usize, environment: &Environment) -> Item {
    let path = format!("Environment::{}", environment.name);
    let docs = Docs {
        description: environment.description.clone(),
        ..Docs::default()
    };
    let prefixes = environment.prefixes.iter();
    let prefixes = prefixes.map(|(scheme, prefix)| format!("{prefix} ({scheme})"));
    let number = match index {
        0 => "number 0, the default".to_owned(),
        _ => format!("number {index}"),
    };
    Item::new(ItemKind::Server, "Environment", path, &environment.origin)
        .identity(&environment.url)
        .signature(number)
        .fact(Aspect::Prefix, prefixes.collect::<Vec<_>>().join(", "))
        .docs(&docs)
}

fn incoming(types: Types<'_>, request: &IncomingRequest) -> Item {
    let (kind, module) = match request.asked_for {
        Some(_) => (ItemKind::Callback, "callbacks"),
        None => (ItemKind::Webhook, "webhooks"),
    };
    let body = written(&incoming::body(types, request));
    let sent = wire::media_type(&request.media_type, &request.payload);
    let address = request.asked_for.iter();
    let address = address.map(|(_, address)| format!(" to {address}"));
    let line = format!("{}{}", request.method, address.collect::<String>());
    Item::new(
        kind,
        "",
        format!("{module}::{}", request.name),
        &request.origin,
    )
    .identity(request.origin.0.to_string())
    .signature(body)
    .fact(Aspect::MediaType, sent)
    .fact(Aspect::RequestLine, line)
    .docs(&request.docs)
}
