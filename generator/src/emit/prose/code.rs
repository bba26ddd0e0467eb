//! Code in prose: spans and fenced blocks, which rustdoc must never take for Rust.

/// Languages that a fence may name: rustdoc takes each for something other than Rust.
const LANGUAGES: [&str; 14] = [
    "bash",
    "console",
    "csv",
    "graphql",
    "html",
    "http",
    "javascript",
    "json",
    "python",
    "sh",
    "sql",
    "toml",
    "xml",
    "yaml",
];

/// A code span that shows a text as it is, on one line. Line breaks and tabs become spaces.
pub(in crate::emit) fn span(code: &str) -> String {
    let code: String = super::escape::clean(code)
        .chars()
        .map(|character| {
            if character.is_whitespace() {
                ' '
            } else {
                character
            }
        })
        .collect();
    if code.trim().is_empty() {
        return "(blank)".to_owned();
    }
    let fence = "`".repeat(longest_run(&code) + 1);
    // The spaces keep a backtick apart from the fence, and a space from being stripped.
    let pad = if code.starts_with(['`', ' ']) || code.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{code}{pad}{fence}")
}

/// A fenced block of a language that is not Rust.
pub(in crate::emit) fn block(language: &str, code: &str) -> Vec<String> {
    let language = language
        .split(|character: char| !character.is_ascii_alphanumeric())
        .next();
    let language = language.map(str::to_ascii_lowercase);
    let language = LANGUAGES
        .into_iter()
        .find(|known| Some(*known) == language.as_deref())
        .unwrap_or("text");
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let mut lines = vec![format!("{fence}{language}")];
    lines.extend(
        code.trim_end()
            .lines()
            .map(|line| line.replace('\t', "    ")),
    );
    lines.push(fence);
    lines
}

/// The length of the longest run of backticks.
fn longest_run(code: &str) -> usize {
    code.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}
