//! Words for characters that an identifier can't have.

/// What a character is called when it has to tell two names apart, or is all there is.
pub(super) fn symbol(character: char) -> String {
    let name = match character {
        ' ' => "space",
        '!' => "not",
        '"' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '\'' => "apostrophe",
        '(' | ')' => "parenthesis",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "dash",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' | ']' => "bracket",
        '\\' => "backslash",
        '^' => "caret",
        '_' => "underscore",
        '`' => "backtick",
        '{' | '}' => "brace",
        '|' => "pipe",
        '~' => "tilde",
        '€' => "euro",
        '£' => "pound",
        other => return format!("u{:x}", u32::from(other)),
    };
    name.to_owned()
}

/// The word for a sign in front of a name: `-1`, `+1`, `-created_at` (descending order, by a widespread convention).
pub(super) fn sign(character: char) -> Option<&'static str> {
    match character {
        '-' => Some("minus"),
        '+' => Some("plus"),
        _ => None,
    }
}
