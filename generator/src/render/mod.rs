//! From emitted files to text: the generated header, formatting, and blank lines between items.
//!
//! The same files give the same bytes on every run and on every machine: nothing here asks for the time, the
//! environment or the order in which threads finish.

mod format;
mod spacing;

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::emit::{Content, File};

/// The texts of a crate by path, with `/`.
pub type Tree = BTreeMap<String, String>;

/// Renders files, in parallel. If two have the same path, the later one stays.
pub fn render(files: Vec<File<'_>>) -> Tree {
    files
        .into_par_iter()
        .map(|file| {
            let text = text(file.content);
            let header = header(&file.path, &file.header);
            (file.path, format!("{header}\n{text}"))
        })
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

fn text(content: Content<'_>) -> String {
    match content {
        Content::Rust(emit) => format::format(emit()),
        Content::Text(text) => text,
    }
}

/// The first line, in the comment syntax of the file's kind, and the blank line that sets it apart.
fn header(path: &str, line: &str) -> String {
    let line: String = line
        .chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    match path.rsplit_once('.') {
        Some((_, "md")) => format!("<!-- {} -->\n", line.replace("--", "- -")),
        Some((_, "toml")) => format!("# {line}\n"),
        _ => format!("// {line}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::header;

    #[test]
    fn a_header_is_one_comment_whatever_it_says() {
        assert_eq!(header("src/lib.rs", "from a\nb.yaml"), "// from a b.yaml\n");
        assert_eq!(header("Cargo.toml", "from a.yaml"), "# from a.yaml\n");
        assert_eq!(header("README.md", "from --> x"), "<!-- from - -> x -->\n");
    }
}
