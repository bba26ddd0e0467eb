//! What the emitted code says: the literals and names of each file, and the places that it says it comes from.

use std::collections::{BTreeMap, BTreeSet};

use bindery::render::Tree;
use proc_macro2::{Literal, TokenStream, TokenTree};

use super::document::{Item, Kind};

/// The files of a crate.
pub(super) struct Code {
    files: Vec<Words>,
    /// Indices of files by the places that their items are described at.
    by_origin: BTreeMap<String, BTreeSet<usize>>,
}

/// What stands in a file outside of its docs.
type Words = BTreeSet<String>;

impl Code {
    /// Reads the files that are made from the document.
    pub(super) fn of(tree: &Tree) -> Self {
        let mut code = Self {
            files: Vec::new(),
            by_origin: BTreeMap::new(),
        };
        let sources = tree
            .iter()
            .filter(|(path, _)| path.ends_with(".rs") && !path.contains("/runtime/"));
        for (path, text) in sources {
            let tokens: TokenStream = text
                .parse()
                .unwrap_or_else(|error| panic!("{path}: {error}"));
            let (mut words, mut origins) = (Words::new(), BTreeSet::new());
            read(tokens, &mut words, &mut origins);
            for origin in origins {
                code.by_origin
                    .entry(origin)
                    .or_default()
                    .insert(code.files.len());
            }
            code.files.push(words);
        }
        code
    }

    /// Whether a file that comes from the item's owner holds the item.
    pub(super) fn holds(&self, item: &Item) -> bool {
        let word = match &item.kind {
            Kind::Status => status(&item.wire),
            Kind::Number => item.wire.trim_start_matches('-').to_owned(),
            Kind::Operation { .. } | Kind::MediaType | Kind::Header | Kind::Text => {
                quoted(&item.wire)
            }
        };
        let files = item.owners.iter().flat_map(|owner| self.files_of(owner));
        files.into_iter().any(|file| match &item.kind {
            Kind::Operation { method } => file.contains(&word) && file.contains(method),
            Kind::MediaType => {
                let mut words = usual(&item.wire).iter();
                file.contains(&word) || words.any(|word| file.contains(*word))
            }
            Kind::Header => file.iter().any(|known| known.eq_ignore_ascii_case(&word)),
            _ => file.contains(&word),
        })
    }

    fn files_of(&self, owner: &str) -> impl Iterator<Item = &Words> {
        let inside = format!("{owner}/");
        let own = self.by_origin.get(owner).into_iter();
        let below = self
            .by_origin
            .range(inside.clone()..)
            .map_while(move |(origin, files)| origin.starts_with(&inside).then_some(files));
        own.chain(below)
            .flatten()
            .filter_map(|index| self.files.get(*index))
    }
}

/// Collects literals and names; from docs, the places that they speak of.
fn read(tokens: TokenStream, words: &mut Words, origins: &mut BTreeSet<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let is_doc =
        matches!(&tokens[..], [TokenTree::Ident(name), _, TokenTree::Literal(_)] if name == "doc");
    if let ([.., TokenTree::Literal(text)], true) = (&tokens[..], is_doc) {
        let text = text.to_string();
        origins.extend(origin(&text));
        words.extend(documented_status(&text));
        return;
    }
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => {
                if let Some(TokenTree::Ident(name)) =
                    index.checked_sub(1).and_then(|before| tokens.get(before))
                    && matches!(&*name.to_string(), "Exactly" | "Class")
                {
                    words.insert(format!("{name}{}", group.stream()));
                }
                read(group.stream(), words, origins);
            }
            TokenTree::Ident(name) => {
                words.insert(name.to_string());
            }
            TokenTree::Literal(literal) => {
                words.insert(literal.to_string());
            }
            TokenTree::Punct(_) => {}
        }
    }
}

/// The place in `described at …`.
fn origin(literal: &str) -> Option<String> {
    let text: String = serde_json::from_str(literal).unwrap_or_else(|_| literal.to_owned());
    let (_, place) = text.rsplit_once("escribed at `")?;
    let fence = 1 + place.chars().take_while(|letter| *letter == '`').count();
    let place = place.trim_start_matches('`');
    let (place, _) = place.rsplit_once(&"`".repeat(fence))?;
    Some(place.trim().to_owned())
}

/// The status of an error without a type of its own, which is told apart in docs alone: `- Status 429: …`.
fn documented_status(literal: &str) -> Option<String> {
    let status = literal.strip_prefix("\" - ")?.split(':').next()?;
    let key = status
        .strip_prefix("Status ")
        .or(status.strip_prefix("Any status "));
    match key {
        Some(key) => Some(self::status(&key.to_uppercase())),
        None => (status == "Any other status").then(|| "Default".to_owned()),
    }
}

fn quoted(text: &str) -> String {
    Literal::string(text).to_string()
}

fn status(key: &str) -> String {
    match key.as_bytes() {
        [class, b'X' | b'x', _] => format!("Class{}", char::from(*class)),
        _ if key == "default" => "Default".to_owned(),
        _ => format!("Exactly{key}"),
    }
}

/// The functions that stand for a media type which is not written out.
fn usual(media_type: &str) -> &'static [&'static str] {
    match media_type {
        "application/x-www-form-urlencoded" => &["form_body"],
        "multipart/form-data" => &["multipart_body"],
        "application/octet-stream" => &["bytes", "bytes_body"],
        "text/plain" => &["text", "text_body"],
        "text/event-stream" => &[
            "events",
            "json_events",
            "event_objects",
            "text_event_objects",
        ],
        _ if media_type.contains("json") => &["json", "json_or_empty", "json_body"],
        _ if media_type.contains('*') => &[
            "json",
            "json_body",
            "text",
            "text_body",
            "bytes",
            "bytes_body",
        ],
        _ => &[],
    }
}
