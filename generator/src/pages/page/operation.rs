//! Operations as pages name them: a method and a path, on one line or spread over several.

use super::pattern::{all, first, patterns};

/// A method and a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pages) struct Line {
    /// The method in capitals.
    pub(in crate::pages) method: String,
    /// The path, without host and query.
    pub(in crate::pages) path: String,
}

patterns! {
    METHOD = r"^[#*`\s]*(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)[*`\s]*$";
    NAMED = concat!(
        r"\b(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)\b[`*]*\s+[`*]*",
        r"((?:https?://[^\s/`'<>]+)?/[^\s`'*<>,;|)]*)",
    );
    URL = r"^(?:[a-z]+://[^/?#]+)?([^?#]*)";
}

impl Line {
    /// Of a method and a URL, or a path.
    pub(super) fn new(method: &str, url: &str) -> Self {
        let path = first(&URL, url).map_or("", |[path]| path);
        let path = path.trim_end_matches(['.', ':']);
        Self {
            method: method.to_uppercase(),
            path: if path.is_empty() { "/" } else { path }.to_owned(),
        }
    }

    /// Whether a template of a document, below a base path, means this path. A slash at the end makes no difference.
    pub(in crate::pages) fn is_at(&self, method: &str, base: &str, template: &str) -> bool {
        let expected = format!("{}{template}", base.trim_end_matches('/'));
        self.method == method && matches(&self.path, &expected)
    }
}

fn matches(path: &str, template: &str) -> bool {
    let (path, template) = (path.trim_end_matches('/'), template.trim_end_matches('/'));
    let (path, template) = (path.split('/'), template.split('/'));
    path.clone().count() == template.clone().count()
        && path.zip(template).all(|(part, template)| {
            let is_variable = template.starts_with('{') && template.ends_with('}');
            part == template || (is_variable && !part.is_empty())
        })
}

/// The operations that a line names.
pub(super) fn named(line: &str) -> impl Iterator<Item = Line> {
    all(&NAMED, line).map(|[method, url]| Line::new(method, url))
}

/// Whether a line is about the operation that it names, not only mentions it.
pub(super) fn is_heading(line: &str) -> bool {
    let line = line.trim_start_matches(['#', '*', '`', ' ', '-']);
    named(line)
        .next()
        .is_some_and(|operation| line.starts_with(&operation.method))
}

/// An operation that is spread over several lines: its method, then slashes and names in turn. Gives the number of lines.
pub(super) fn spread(lines: &[&str]) -> Option<(Line, usize)> {
    let (first_line, rest) = lines.split_first()?;
    let [method] = first(&METHOD, first_line)?;
    let mut path = String::new();
    let mut length = 1;
    for pair in rest.chunks(2) {
        let [slash, name] = pair else { break };
        let is_name = !name.is_empty() && !name.contains(char::is_whitespace) && *name != "/";
        if slash.trim() != "/" || !is_name {
            break;
        }
        path = path + "/" + name;
        length += 2;
    }
    (!path.is_empty()).then(|| (Line::new(method, &path), length))
}

#[cfg(test)]
mod tests {
    use super::{Line, is_heading, named, spread};

    #[test]
    fn operations_are_found_on_one_line_or_several() {
        let found: Vec<_> = named(
            "Call `POST /v1/orders/{id}`, then **GET** https://api.example.com/v1/orders?page=2.",
        )
        .collect();
        assert_eq!(
            found,
            [
                Line::new("POST", "/v1/orders/{id}"),
                Line::new("GET", "/v1/orders")
            ]
        );
        assert!(is_heading("### POST /v1/orders"));
        assert!(!is_heading("see POST /v1/orders"));
        let (line, length) =
            spread(&["POST", "/", "v1", "/", "orders", "curl", "x"]).expect("an operation");
        assert_eq!((line, length), (Line::new("POST", "/v1/orders"), 5));
    }

    #[test]
    fn a_template_takes_any_value() {
        let line = Line::new("get", "https://api.example.com/v1/orders/ord_1/");
        assert!(line.is_at("GET", "/v1", "/orders/{id}"));
        assert!(!line.is_at("GET", "", "/orders/{id}"));
    }
}
