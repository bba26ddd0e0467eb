//! Text that means nothing but itself.

/// Characters that rustc refuses or warns of in a comment, and that no reader would miss, taken out; line ends of every
/// kind as `\n`.
pub(super) fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\t' => Some(character),
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            // Marks that make a comment read otherwise than it is compiled (rustc's `text_direction_codepoint_*`).
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
            other => (!other.is_control()).then_some(other),
        })
        .collect()
}

/// Text at the start of a block or of a line: what opens a heading, a list, a quotation or a table there is escaped too.
pub(super) fn block(text: &str) -> String {
    let escaped = inline(text);
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = escaped.split_at(digits);
    let opens = match rest.chars().next() {
        Some('.' | ')') => digits > 0,
        Some('#' | '+' | '-' | '=' | '>' | ':' | '~' | '|') => digits == 0,
        _ => false,
    };
    if opens {
        format!("{number}\\{rest}")
    } else {
        escaped
    }
}

/// Text inside a line, with bare addresses made into links.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(start) = address_start(rest) {
        let (before, from) = rest.split_at(start);
        let (address, after) = from.split_at(address_length(from));
        escape_into(&mut escaped, before);
        escaped.push_str(&format!("<{address}>"));
        rest = after;
    }
    escape_into(&mut escaped, rest);
    escaped
}

/// Text inside the text of a link, where an address is no link of its own.
pub(super) fn link_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    escape_into(&mut escaped, text);
    escaped.replace(']', "\\]")
}

fn escape_into(escaped: &mut String, text: &str) {
    let mut previous = ' ';
    for (place, character) in text.char_indices() {
        let next = text[place..].chars().nth(1).unwrap_or(' ');
        let special = match character {
            '\\' | '`' | '*' | '[' | '~' => true,
            '_' => !(previous.is_alphanumeric() && next.is_alphanumeric()),
            '<' => next.is_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => is_entity(&text[place + 1..]),
            '#' => previous.is_whitespace(),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(character);
        previous = character;
    }
}

/// Whether what follows an `&` makes it a character reference (CommonMark 0.31, section 2.5).
fn is_entity(rest: &str) -> bool {
    let name = rest
        .bytes()
        .take(32)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#')
        .count();
    name > 0 && rest[name..].starts_with(';')
}

fn address_start(text: &str) -> Option<usize> {
    text.match_indices("http")
        .map(|(place, _)| place)
        .find(|place| {
            text[*place..].starts_with("http://") || text[*place..].starts_with("https://")
        })
}

/// Up to what cannot belong to an address, without the punctuation of the sentence around it.
fn address_length(text: &str) -> usize {
    let ends = |character: char| character.is_whitespace() || "<>\"'`)]|\\".contains(character);
    let address = text.split(ends).next().unwrap_or_default();
    address
        .trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_'])
        .len()
}
