//! Types as a person writes them.

use proc_macro2::TokenStream;

/// The text of a type: `impl Into<Option<types::Order>>`.
pub(super) fn written(ty: &TokenStream) -> String {
    let printed = ty.to_string();
    let mut text = String::with_capacity(printed.len());
    for word in printed.split_whitespace() {
        let opens = text.is_empty() || text.ends_with(['<', '(', '&', ':']);
        let closes = word.starts_with(['<', '>', ',', ')', ':']);
        if !opens && !closes {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::written;

    #[test]
    fn types_are_written_as_people_write_them() {
        let ty = quote!(impl IntoIterator<Item = (impl Into<String>, Option<Box<types::Order>>)>);
        let text = "impl IntoIterator<Item = (impl Into<String>, Option<Box<types::Order>>)>";
        assert_eq!(written(&ty), text);
        assert_eq!(
            written(&quote!(Option<&'static str>)),
            "Option<&'static str>"
        );
    }
}
