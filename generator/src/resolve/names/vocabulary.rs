//! English words by the part they play in names of operations.

use crate::names::Words;

const ARTICLES: &[&str] = &["a", "an", "the"];

const PREPOSITIONS: &[&str] = &[
    "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "to", "via", "with",
];

/// Words behind a verb that stand for no thing of their own: `get_all`, `create_many`.
const QUANTIFIERS: &[&str] = &[
    "all", "batch", "bulk", "current", "many", "multiple", "new", "one", "several",
];

const VERBS: &[&str] = &[
    "accept",
    "activate",
    "add",
    "apply",
    "approve",
    "archive",
    "assign",
    "attach",
    "authorize",
    "cancel",
    "capture",
    "check",
    "claim",
    "clear",
    "clone",
    "close",
    "complete",
    "confirm",
    "copy",
    "count",
    "create",
    "deactivate",
    "decline",
    "delete",
    "destroy",
    "detach",
    "disable",
    "dismiss",
    "download",
    "edit",
    "enable",
    "execute",
    "expire",
    "export",
    "fetch",
    "find",
    "generate",
    "get",
    "import",
    "index",
    "insert",
    "invite",
    "issue",
    "join",
    "leave",
    "list",
    "lock",
    "login",
    "logout",
    "lookup",
    "mark",
    "merge",
    "modify",
    "move",
    "open",
    "patch",
    "pause",
    "post",
    "preview",
    "publish",
    "put",
    "query",
    "read",
    "recover",
    "refresh",
    "refund",
    "register",
    "reject",
    "remove",
    "rename",
    "replace",
    "request",
    "reset",
    "resend",
    "restart",
    "restore",
    "resume",
    "retrieve",
    "retry",
    "revoke",
    "rotate",
    "run",
    "save",
    "search",
    "send",
    "set",
    "show",
    "start",
    "stop",
    "store",
    "submit",
    "subscribe",
    "sync",
    "terminate",
    "test",
    "track",
    "transfer",
    "trigger",
    "unarchive",
    "unassign",
    "unlock",
    "unsubscribe",
    "update",
    "upload",
    "upsert",
    "validate",
    "verify",
    "view",
    "void",
];

/// Verbs of many things, which need no plural behind them.
const COLLECTIVE: &[&str] = &["count", "find", "index", "list", "query", "search"];

/// Words that frameworks and documents put beside the name of a group of operations.
const GENERIC: &[&str] = &[
    "api",
    "apis",
    "controller",
    "endpoint",
    "endpoints",
    "management",
    "operations",
    "resource",
    "service",
];

pub(super) fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

pub(super) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether a name may end in a word once the noun behind it is left out.
pub(super) fn stands_alone(word: &str) -> bool {
    VERBS.contains(&word) || QUANTIFIERS.contains(&word)
}

/// Whether a verb is one of many things.
pub(super) fn is_collective(word: &str) -> bool {
    COLLECTIVE.contains(&word)
}

/// Whether a segment of a path names what is done rather than a thing. Reading calls get things.
pub(super) fn is_action(method: &str, words: &Words) -> bool {
    let acts = matches!(method, "POST" | "PUT" | "PATCH");
    acts && words
        .iter()
        .next()
        .is_some_and(|first| VERBS.contains(&first))
}

pub(super) fn is_generic(word: &str) -> bool {
    GENERIC.contains(&word) || is_version(word)
}

/// Whether a word or a segment of a path is a version: `v1`, `2.0`.
pub(super) fn is_version(text: &str) -> bool {
    let number = text.strip_prefix(['v', 'V']).unwrap_or(text);
    number.starts_with(|first: char| first.is_ascii_digit())
        && number
            .chars()
            .all(|character| character.is_ascii_digit() || character == '.')
}
