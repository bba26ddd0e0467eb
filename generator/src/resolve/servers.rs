//! Environments: the places where an API answers.

use crate::ir::api::Environment;
use crate::ir::draft::{Draft, Server};
use crate::names::{Scope, Wish, Words};

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

/// The first server of a document, when nothing names it.
const FIRST: &str = "production";

/// The servers that a client can send to, without a base URL from its caller: those with an absolute URL.
pub(super) fn environments(draft: &Draft) -> Vec<Environment> {
    let servers: Vec<&Server> = draft
        .servers
        .iter()
        .filter(|server| is_absolute(&server.url))
        .collect();
    let wishes: Vec<Wish> = servers
        .iter()
        .enumerate()
        .map(|(index, server)| wish(index, server))
        .collect();
    let names = Scope::environments().mint(&wishes);
    let environments = servers
        .into_iter()
        .zip(names)
        .map(|(server, name)| Environment {
            name: name.name,
            url: server.url.clone(),
            description: server.description.clone(),
            prefixes: prefixes(draft, server),
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

/// Named by `x-bindery-name`, else by a description of a few words, else by what its host says.
fn wish(index: usize, server: &Server) -> Wish {
    let given = server.name.as_deref().map(Words::of);
    let described = server.description.as_deref().and_then(telling_words);
    let host = host_words(&server.url);
    let staged = host
        .clone()
        .filter(|words| words.iter().any(|word| STAGES.contains(&word)));
    let first = (index == 0).then(|| Words::of(FIRST));
    let numbered = Words::of(&format!("server {}", index + 1));
    let candidates = [given, described, staged, first, host, Some(numbered)];
    Wish::of("", candidates.into_iter().flatten())
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

fn host_words(url: &str) -> Option<Words> {
    let (_, rest) = url.split_once("://")?;
    let label = rest.split(['/', ':', '.']).next()?;
    let words = Words::of(label);
    let telling: Words = words
        .iter()
        .filter(|word| !EMPTY_LABELS.contains(word))
        .map(str::to_owned)
        .collect();
    (!telling.is_empty()).then_some(telling)
}
