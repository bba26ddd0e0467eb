//! Bodies of the type `multipart/form-data`.

use indexmap::IndexMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::ir::{Multipart, Type};
use crate::lower::context::Lowering;
use crate::lower::media_type::Syntax;
use crate::lower::place::Place;
use crate::lower::schema::Sort;

impl Lowering<'_> {
    /// The form that a media type stands for (an entry of `content`), if it is one whose parts have names.
    pub(super) fn multipart(&mut self, media_type: &str, entry: &Pointer) -> Option<Multipart> {
        if !is_form(media_type) {
            return None;
        }
        let schema = entry.child("schema");
        self.document.node(&schema)?;
        let (_, sort) = self.settled(&Place::of(schema.clone()));
        if !matches!(&*sort, Sort::Struct | Sort::Map(_)) {
            return None;
        }
        let value = match self.body_type(&schema) {
            Type::Nullable(value) => *value,
            value => value,
        };
        // Parts without names of their own have no place to be files.
        if matches!(&value, Type::Map(part) if **part == Type::Binary) {
            return None;
        }
        Some(Multipart {
            value,
            content_types: self.content_types(&entry.child("encoding")),
        })
    }

    /// The media types that an `encoding` gives to properties (OpenAPI 3.0.3 §4.8.15). A list or a range leaves the
    /// choice to the caller, which a file can make for itself.
    fn content_types(&mut self, encoding: &Pointer) -> IndexMap<String, String> {
        let mut content_types = IndexMap::new();
        for property in self.keys(encoding) {
            let place = encoding.child(&property);
            for keyword in self.keys(&place) {
                let place = place.child(&keyword);
                let media_type = self.document.node(&place).and_then(|node| node.as_str());
                match (keyword.as_str(), media_type) {
                    ("contentType", Some(media_type)) if is_single(media_type) => {
                        content_types.insert(property.clone(), media_type.to_owned());
                    }
                    ("contentType", _) => {}
                    ("headers" | "style" | "explode" | "allowReserved", _) => {
                        self.report_part(&place, &keyword);
                    }
                    _ => {}
                }
            }
        }
        content_types
    }

    fn report_part(&mut self, place: &Pointer, keyword: &str) {
        let message = format!("`{keyword}` has no effect on the parts of a form");
        let diagnostic = Diagnostic::new(Code::FormEncoding, place.clone(), message);
        self.diagnostics.push(diagnostic.at_key());
    }
}

fn is_form(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().eq_ignore_ascii_case("multipart/form-data")
}

fn is_single(media_type: &str) -> bool {
    !media_type.contains(',') && Syntax::of(media_type) != Syntax::Range
}
