//! The `Link` header (RFC 8288, section 3).

use http::HeaderMap;
use http::header::LINK;

/// The target of the first link with the relation `next`, as it is written there.
pub(super) fn next(headers: &HeaderMap) -> Option<String> {
    let values = headers.get_all(LINK).iter();
    let values = values.filter_map(|value| value.to_str().ok());
    values.flat_map(Links).find_map(|(target, parameters)| {
        let mut parameters = Parameters(parameters);
        let relation = parameters
            .find(|(name, _)| name.eq_ignore_ascii_case("rel"))?
            .1;
        let mut relations = relation.split_ascii_whitespace();
        relations
            .any(|relation| relation.eq_ignore_ascii_case("next"))
            .then(|| target.to_owned())
    })
}

/// The links of a header's value: target, and parameters as they are written.
struct Links<'v>(&'v str);

impl<'v> Iterator for Links<'v> {
    type Item = (&'v str, &'v str);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, rest) = self.0.split_once('<')?;
        let (target, rest) = rest.split_once('>')?;
        let end = outside_quotes(rest, ',').unwrap_or(rest.len());
        let (parameters, rest) = rest.split_at_checked(end)?;
        self.0 = rest;
        Some((target.trim(), parameters))
    }
}

/// The parameters of a link: name, and value without its quotes.
struct Parameters<'v>(&'v str);

impl<'v> Iterator for Parameters<'v> {
    type Item = (&'v str, &'v str);

    fn next(&mut self) -> Option<Self::Item> {
        let (_, rest) = self.0.split_once(';')?;
        let end = outside_quotes(rest, ';').unwrap_or(rest.len());
        let (parameter, rest) = rest.split_at_checked(end)?;
        self.0 = rest;
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        Some((name.trim(), value.trim().trim_matches('"')))
    }
}

/// Where `separator` first stands outside of quotes.
fn outside_quotes(text: &str, separator: char) -> Option<usize> {
    let mut quoted = false;
    let mut escaped = false;
    text.char_indices().find_map(|(position, character)| {
        match character {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if character == separator && !quoted => return Some(position),
            _ => {}
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_is_found_among_other_links() {
        let table: [(&[&str], Option<&str>); 8] = [
            (&[], None),
            (&["</a?page=2>; rel=next"], Some("/a?page=2")),
            (
                &[
                    r#"<https://a.example/?b=1,2;c>; title="x, y; rel=next"; rel="prev", </n>; rel="next""#,
                ],
                Some("/n"),
            ),
            (&["</l>; rel=last", "</n>; REL=\"first Next\""], Some("/n")),
            (&["</n>; rel=next; rel=prev"], Some("/n")),
            (&["</n>; rel=nextish, </p>; rel=prev"], None),
            (&[r#"</n>; title="\"; rel=next"#], None),
            (&["<", "</n", "; rel=next"], None),
        ];
        for (values, expected) in table {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(LINK, value.parse().expect("a header's value"));
            }
            assert_eq!(next(&headers).as_deref(), expected, "{values:?}");
        }
    }
}
