//! Environments: the places where an API answers.

use super::naming::{NamedScope, Thing};
use crate::ir::api::Environment;
use crate::ir::draft::{Draft, Server};
use crate::names::{Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// Words of a description that don't tell one server from another.
const EMPTY_WORDS: &[&str] = &[
    "a",
    "an",
    "api",
    "apis",
    "base",
    "endpoint",
    "environment",
    "host",
    "server",
    "the",
    "uri",
    "url",
];

/// How many words of a description may make a name: more, and it is a sentence.
const MOST_WORDS: usize = 3;

/// Labels of hosts that name no environment.
const EMPTY_LABELS: &[&str] = &["api", "app", "www"];

/// Words of hosts that are not for production.
const STAGES: &[&str] = &[
    "demo",
    "dev",
    "development",
    "local",
    "localhost",
    "mock",
    "preview",
    "sandbox",
    "staging",
    "test",
];

/// Characters that end the first clause of a description.
const CLAUSE_ENDS: &[char] = &['.', ',', ':', ';', '(', '–', '—', '\n'];

/// A server that nothing names.
const PLAIN: &str = "production";

/// The servers that a client can send to, without a base URL from its caller: those with an absolute URL.
pub(super) fn environments(draft: &Draft, ledger: &mut Ledger) -> Vec<Environment> {
    let servers: Vec<&Server> = draft
        .servers
        .iter()
        .filter(|server| is_absolute(&server.url))
        .collect();
    let things = servers.iter().map(|server| {
        let place = &server.origin.0;
        Thing::new(
            Subject::itself(place, Kind::Environment),
            place,
            &server.url,
            wish(server),
        )
    });
    let names = NamedScope::new(Scope::environments()).mint(things.collect(), ledger);
    let environments = servers
        .into_iter()
        .zip(names)
        .map(|(server, name)| Environment {
            name,
            url: server.url.clone(),
            description: server.description.clone(),
            prefixes: prefixes(draft, server),
            origin: server.origin.clone(),
        });
    environments.collect()
}

/// What tells keys for a server from those for others.
fn prefixes(draft: &Draft, server: &Server) -> Vec<(String, String)> {
    let prefixes = draft.schemes.iter().flat_map(|(scheme, declared)| {
        let prefixes = declared.prefixes.iter();
        prefixes.map(move |prefix| (scheme, prefix))
    });
    prefixes
        .filter(|(_, prefix)| server.name.as_ref() == Some(&prefix.server))
        .map(|(scheme, prefix)| (scheme.clone(), prefix.prefix.clone()))
        .collect()
}

/// Whether a URL says where it leads without a document to start from.
pub(super) fn is_absolute(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

/// Named by `x-bindery-name`, else by a description of a few words, else by what its host says: a stage, or the name below
/// a domain, if it is none that most hosts have. A server that says nothing is called `production`.
///
/// Where that isn't unique, the whole host and then the whole URL tell it from others.
fn wish(server: &Server) -> Wish {
    let described = server.description.as_deref().and_then(telling_words);
    let (label, domain) = host(&server.url);
    let label = label_words(label);
    let is_stage = label.iter().any(|word| STAGES.contains(&word));
    let label = (!label.is_empty() && (is_stage || domain.contains('.'))).then_some(label);
    let candidates = [described, label, Some(Words::of(PLAIN))];
    let candidates = candidates.into_iter().flatten();
    let wish = Wish::of("", candidates.chain(address_words(&server.url)));
    match &server.name {
        Some(name) => wish.rather(Words::of(name)),
        None => wish,
    }
}

fn telling_words(description: &str) -> Option<Words> {
    let clause = description.split(CLAUSE_ENDS).next()?;
    let clause = clause
        .split(" - ")
        .next()
        .filter(|clause| clause.contains(char::is_alphabetic))?;
    let words = Words::of(clause);
    let telling: Vec<String> = words
        .iter()
        .filter(|word| !EMPTY_WORDS.contains(word))
        .map(str::to_owned)
        .collect();
    (1..=MOST_WORDS)
        .contains(&telling.len())
        .then(|| telling.into_iter().collect())
}

/// The first part of a host's name, and the rest of it.
fn host(url: &str) -> (&str, &str) {
    let (_, rest) = url.split_once("://").unwrap_or_default();
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    host.split_once('.').unwrap_or((host, ""))
}

/// The words of the first part of a host's name that tell it from others.
fn label_words(label: &str) -> Words {
    let words = Words::of(label);
    let is_telling = |word: &&str| {
        word.len() > 1 && word.starts_with(char::is_alphabetic) && !EMPTY_LABELS.contains(word)
    };
    words.iter().filter(is_telling).map(str::to_owned).collect()
}

/// A host, and a URL.
fn address_words(url: &str) -> Vec<Words> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    [host, rest, url].map(Words::of).into()
}
