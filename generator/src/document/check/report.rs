//! What checking has to say, in sentences.

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Version;
use crate::document::fields::{Definition, Field, Presence};
use crate::document::suggestion::nearest;
use crate::document::walk::Place;

impl Check<'_> {
    pub(super) fn malformed(
        &mut self,
        place: Place<'_>,
        expected: &str,
        found: &str,
        consequence: &str,
    ) {
        self.diagnostics.push(
            Diagnostic::new(
                Code::Malformed,
                place.pointer(),
                format!("{found} stands where {expected} belongs"),
            )
            .label(format!("expected {expected}"))
            .note(consequence),
        );
    }

    pub(super) fn unknown_word(
        &mut self,
        place: Place<'_>,
        found: &str,
        words: &[&str],
        read_as: Option<&str>,
    ) {
        let list = words
            .iter()
            .map(|word| format!("`{word}`"))
            .collect::<Vec<_>>()
            .join(", ");
        let diagnostic = Diagnostic::new(
            Code::Malformed,
            place.pointer(),
            format!("`{found}` is not one of {list}"),
        )
        .label("unknown value");
        let diagnostic = match read_as {
            Some(word) => diagnostic.note(format!("it is read as `{word}`")),
            None => diagnostic.note("it is left out"),
        };
        self.diagnostics
            .push(match nearest(found, words.iter().copied()) {
                Some(word) => diagnostic.help(format!("did you mean `{word}`?")),
                None => diagnostic,
            });
    }

    pub(super) fn other_version(&mut self, what: &str, place: Place<'_>, version: Version) {
        let message = format!(
            "{what} belongs to OpenAPI {}, and this is a document of version {}",
            version.as_str(),
            self.version.as_str()
        );
        self.diagnostics.push(
            Diagnostic::new(Code::OtherVersion, place.pointer(), message)
                .at_key()
                .note("it is read as it is in that version"),
        );
    }

    pub(super) fn missing(&mut self, definition: &Definition, field: &Field, place: Place<'_>) {
        let consequence = match field.presence {
            Presence::Essential => "nothing can stand for it, so the object is left out",
            _ => "it is read as empty",
        };
        let message = format!("{} needs the field `{}`", definition.name, field.name);
        self.diagnostics.push(
            Diagnostic::new(Code::MissingField, place.pointer(), message)
                .at_key()
                .label(format!("`{}` is missing", field.name))
                .note(consequence),
        );
    }

    pub(super) fn unknown_key(&mut self, definition: &Definition, key: &str, place: Place<'_>) {
        let suggestion = self.nearest_field(definition, key);
        self.report_unknown_key(definition, key, suggestion, place);
    }

    /// In OpenAPI 3.1, schemas may have keywords of vocabularies that nobody has heard of: only what looks like a
    /// misspelling is reported.
    pub(super) fn unknown_keyword(&mut self, definition: &Definition, key: &str, place: Place<'_>) {
        let suggestion = self.nearest_field(definition, key);
        if self.version == Version::V3_0 || suggestion.is_some() {
            self.report_unknown_key(definition, key, suggestion, place);
        }
    }

    pub(super) fn path_without_slash(&mut self, key: &str, place: Place<'_>) {
        let message = format!("the path `{key}` doesn't start with `/`");
        self.diagnostics.push(
            Diagnostic::new(Code::Malformed, place.key(key).pointer(), message)
                .at_key()
                .help(format!("write `/{key}`")),
        );
    }

    pub(super) fn unchecked(&mut self, keyword: &str, place: Place<'_>) {
        let message =
            format!("`{keyword}` can't be expressed by a type; the API is left to check it");
        self.diagnostics
            .push(Diagnostic::new(Code::UncheckedKeyword, place.pointer(), message).at_key());
    }

    pub(super) fn ignored_sibling(&mut self, key: &str, place: Place<'_>) {
        let message = format!("`{key}` beside a `$ref` has no effect");
        self.diagnostics.push(
            Diagnostic::new(Code::IgnoredSibling, place.key(key).pointer(), message)
                .at_key()
                .label("ignored")
                .help("in a schema, put the `$ref` into an `allOf`, and this beside it"),
        );
    }

    fn nearest_field(&self, definition: &Definition, key: &str) -> Option<&'static str> {
        let names = definition.fields.iter().map(|field| field.name);
        self.diagnostics
            .takes_advice()
            .then(|| nearest(key, names))
            .flatten()
    }

    fn report_unknown_key(
        &mut self,
        definition: &Definition,
        key: &str,
        suggestion: Option<&str>,
        place: Place<'_>,
    ) {
        let help = match suggestion {
            Some(name) => format!("did you mean `{name}`?"),
            None if key.starts_with("x-") => {
                "no extension of this name has an effect here".to_owned()
            }
            None => "keys of your own start with `x-`".to_owned(),
        };
        let message = format!("{} has no field `{key}`", definition.name);
        self.diagnostics.push(
            Diagnostic::new(Code::UnknownKey, place.key(key).pointer(), message)
                .at_key()
                .label("unknown key")
                .help(help),
        );
    }
}
