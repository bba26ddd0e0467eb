//! Blank lines around methods, which the formatter leaves out.

/// What the first line of a method starts with, attributes and docs included.
const METHOD_STARTS: [&str; 5] = ["///", "#[", "pub ", "pub(", "fn "];

/// Puts a blank line between a method and what stands before it in the same block.
pub(super) fn space_methods(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len() + text.len() / 16);
    let mut previous = "";
    for line in text.lines() {
        if ends_item(previous) && indentation(previous) == indentation(line) && starts_method(line)
        {
            spaced.push('\n');
        }
        spaced.push_str(line);
        spaced.push('\n');
        previous = line;
    }
    spaced
}

/// Whether a line ends a method or, within a block of methods, a constant.
fn ends_item(line: &str) -> bool {
    let line = line.trim_start();
    line == "}" || (line.starts_with("const ") && line.ends_with(';')) || line == "];"
}

fn starts_method(line: &str) -> bool {
    let line = line.trim_start();
    METHOD_STARTS.iter().any(|start| line.starts_with(start))
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
