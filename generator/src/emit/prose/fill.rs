//! Paragraphs broken into lines.

/// Stands for a space at which no line may be broken, while a paragraph is put together. Cleaned text never holds it.
pub(super) const GLUE: char = '\0';

/// Stands for a line break that must be kept.
pub(super) const BREAK: char = '\n';

/// Breaks a paragraph into lines of at most `width` characters, as far as its words allow.
///
/// A line never starts with a word that could open a block there (`-`, `1.`, `#`, …).
pub(super) fn fill(paragraph: &str, width: usize) -> Vec<String> {
    let hard_lines: Vec<_> = paragraph
        .split(BREAK)
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let mut lines = Vec::new();
    for (index, line) in hard_lines.iter().enumerate() {
        fill_line(line, width, &mut lines);
        if index + 1 < hard_lines.len()
            && let Some(last) = lines.last_mut()
        {
            last.push('\\');
        }
    }
    lines
}

fn fill_line(text: &str, width: usize, lines: &mut Vec<String>) {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let word_length = word.chars().count();
        if !line.is_empty() && length + 1 + word_length > width && may_start_line(word) {
            lines.push(unglue(&line));
            line.clear();
            length = 0;
        }
        if !line.is_empty() {
            line.push(' ');
            length += 1;
        }
        line.push_str(word);
        length += word_length;
    }
    lines.push(unglue(&line));
}

fn may_start_line(word: &str) -> bool {
    word.starts_with(|character: char| character.is_alphabetic() || "([\"'".contains(character))
        || (word.starts_with('`') && !word.starts_with("``"))
}

/// A finished line: its glue is ordinary spaces again.
pub(super) fn unglue(line: &str) -> String {
    line.replace(GLUE, " ")
}

/// Keeps a piece on one line.
pub(super) fn glue(piece: &str) -> String {
    piece.replace(' ', "\0")
}
