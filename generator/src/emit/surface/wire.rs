//! What goes over the wire, in words that are the same exactly where it is the same.

use super::super::scalar;
use crate::ir::api::{Operation, Parameter, Shape, UnionVariant};
use crate::ir::paging::{NextPage, PageEnd, Paging};
use crate::ir::{
    Encoding, Location, Payload, Placement, RetryRule, Scalar, Security, Statuses, Style,
};

/// Method and path, without the names of parameters, which don't travel: `GET /v1/checkouts/{}`.
pub(super) fn request_line(operation: &Operation) -> String {
    let mut line = format!("{} ", operation.method);
    for (index, part) in operation.path.split(['{', '}']).enumerate() {
        line.push_str(if index % 2 == 0 { part } else { "{}" });
    }
    line
}

/// Where a parameter stands and what it is called there: "query parameter `page`". One of the path is known by its place.
pub(super) fn name(parameter: &Parameter, operation: &Operation) -> String {
    let place = match parameter.location {
        Location::Path => {
            let name = format!("{{{}}}", parameter.wire);
            let before = operation.path.split(&name).next().unwrap_or_default();
            return format!("path parameter {}", before.matches('{').count() + 1);
        }
        Location::Query => "query parameter",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    format!("{place} `{}`", parameter.wire)
}

/// How a value becomes text.
pub(super) fn encoding(encoding: &Encoding) -> String {
    let Encoding::Style {
        style,
        explode,
        allow_reserved,
    } = encoding
    else {
        let Encoding::Content(media_type) = encoding else {
            return String::new();
        };
        return media_type.clone();
    };
    let style = match style {
        Style::Matrix => "matrix",
        Style::Label => "label",
        Style::Simple => "simple",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
    };
    let explode = if *explode { ", exploded" } else { "" };
    let reserved = if *allow_reserved {
        ", reserved characters as they are"
    } else {
        ""
    };
    format!("{style}{explode}{reserved}")
}

/// A parameter that is always sent.
pub(super) fn constant(parameter: &Parameter, value: &Scalar, operation: &Operation) -> String {
    format!(
        "{} {} ({})",
        name(parameter, operation),
        scalar::shown(value),
        encoding(&parameter.encoding)
    )
}

/// The media type of a body, and how it is written where that can differ.
pub(super) fn media_type(media_type: &str, payload: &Payload) -> String {
    let form = match payload {
        Payload::Json(_) => "JSON",
        Payload::Form(_) => "form",
        Payload::Multipart(multipart) => {
            let parts = multipart.content_types.iter();
            let parts = parts.map(|(part, media_type)| format!("{part} as {media_type}"));
            let parts: Vec<_> = parts.collect();
            return match parts.is_empty() {
                true => media_type.to_owned(),
                false => format!("{media_type} with {}", parts.join(", ")),
            };
        }
        Payload::Text => "text",
        Payload::Bytes => "bytes",
        Payload::Empty => return "no body".to_owned(),
    };
    format!("{media_type} as {form}")
}

/// `200`, `4XX`, `default`.
pub(super) fn statuses(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exactly(status) => status.to_string(),
        Statuses::Class(class) => format!("{class}XX"),
        Statuses::Default => "default".to_owned(),
    }
}

/// The alternative to credentials that are not needed.
pub const WITHOUT: &str = "no credential";

/// The alternatives of credentials in the order in which they are tried, [`WITHOUT`] as the last if none is needed; no
/// alternatives if none is sent.
pub(super) fn security(security: &Security) -> Vec<String> {
    let (needed, free): (Vec<_>, Vec<_>) = security.iter().partition(|schemes| !schemes.is_empty());
    let alternatives = needed.iter().map(|schemes| {
        let mut schemes: Vec<_> = schemes.iter().map(String::as_str).collect();
        schemes.sort_unstable();
        schemes.join(" with ")
    });
    let without = WITHOUT.to_owned();
    let without = (!needed.is_empty() && !free.is_empty()).then_some(without);
    alternatives.chain(without).collect()
}

/// How a credential travels.
pub(super) fn placement(placement: &Placement) -> String {
    match placement {
        Placement::Header(name) => format!("header `{name}`"),
        Placement::Query(name) => format!("query parameter `{name}`"),
        Placement::Cookie(name) => format!("cookie `{name}`"),
        Placement::Bearer => "bearer token".to_owned(),
        Placement::Basic => "user name and password".to_owned(),
    }
}

/// How often a call is sent again.
pub(super) fn retry_rule(rule: &RetryRule) -> String {
    let idempotent = match rule.idempotent {
        Some(true) => "idempotent",
        Some(false) => "not idempotent",
        None => "as its method",
    };
    let key = rule.key.iter().map(|key| format!("key in `{key}`"));
    let attempts = rule
        .attempts
        .iter()
        .map(|attempts| format!("{attempts} attempts"));
    let words: Vec<_> = [idempotent.to_owned()]
        .into_iter()
        .chain(key)
        .chain(attempts)
        .collect();
    words.join(", ")
}

/// How the next page is asked for.
pub(super) fn page_rule(rule: &Paging) -> String {
    let path = |path: &[String]| format!("`{}`", path.join("."));
    let next = match &rule.next {
        NextPage::Number { parameter, first } => format!("`{parameter}` counts pages from {first}"),
        NextPage::Offset { parameter } => format!("`{parameter}` counts items"),
        NextPage::Cursor { parameter, at } => format!("`{parameter}` takes {}", path(at)),
        NextPage::LastItem { parameter, at } => {
            format!("`{parameter}` takes {} of the last item", path(at))
        }
        NextPage::Url { at } => format!("the URL in {}", path(at)),
        NextPage::LinkHeader => "the header `Link`".to_owned(),
    };
    let ends = rule.ends.iter().map(|end| match end {
        PageEnd::LastNumber(at) => format!("last number in {}", path(at)),
        PageEnd::PageCount(at) => format!("number of pages in {}", path(at)),
        PageEnd::ItemCount(at) => format!("number of items in {}", path(at)),
        PageEnd::More(at) => format!("more in {}", path(at)),
    });
    let words: Vec<_> = [next].into_iter().chain(ends).collect();
    format!("{}; items in {}", words.join(", "), path(&rule.list))
}

/// By what a variant of a union is recognised: by its tag alone, if there is one, and else by its shape, with the
/// properties that it always has although its type doesn't say so. What else a shape says changes with the type that it
/// is the shape of.
pub(super) fn evidence(tag: Option<&str>, variant: &UnionVariant, hidden: &[&str]) -> String {
    match tag {
        Some(tag) if !variant.tags.is_empty() => format!("`{tag}` {}", variant.tags.join(" or ")),
        _ if hidden.is_empty() => shape(&variant.shape),
        _ => {
            let hidden: Vec<_> = hidden.iter().map(|name| format!("`{name}`")).collect();
            format!(
                "{}, never without {}",
                shape(&variant.shape),
                hidden.join(", ")
            )
        }
    }
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Object { constants, .. } if constants.is_empty() => "an object".to_owned(),
        Shape::Object { constants, .. } => {
            let constants = constants.iter();
            let constants =
                constants.map(|(name, texts)| format!("`{name}` {}", texts.join(" or ")));
            format!(
                "an object with {}",
                constants.collect::<Vec<_>>().join(", ")
            )
        }
        Shape::String(texts) if texts.is_empty() => "a text".to_owned(),
        Shape::String(texts) => texts.join(" or "),
        Shape::Integer => "a whole number".to_owned(),
        Shape::Number => "a number".to_owned(),
        Shape::Boolean => "true or false".to_owned(),
        Shape::Array(None) => "a list".to_owned(),
        Shape::Array(Some(items)) => format!("a list of {}", self::shape(items)),
        Shape::Any => "anything".to_owned(),
    }
}
