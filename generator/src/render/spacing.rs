//! Blank lines between methods, which the formatter leaves out.

/// What the first line of a method starts with, attributes and docs included.
const METHOD_STARTS: [&str; 5] = ["///", "#[", "pub ", "pub(", "fn "];

/// Puts a blank line between a method and the next one of the same block.
pub(super) fn space_methods(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut previous = "";
    for line in text.lines() {
        if ends_block(previous) && indentation(previous) == indentation(line) && starts_method(line) {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
    spaced
}

fn ends_block(line: &str) -> bool {
    line.trim_start() == "}"
}

fn starts_method(line: &str) -> bool {
    let line = line.trim_start();
    METHOD_STARTS.iter().any(|start| line.starts_with(start))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
