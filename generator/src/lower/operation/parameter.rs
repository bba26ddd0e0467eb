//! A single parameter: its place, its encoding, its type.

use openapiv3::{ParameterData, ParameterSchemaOrContent, PathStyle, QueryStyle};

use crate::diagnostic::Code;
use crate::document::Pointer;
use crate::ir::draft::Parameter;
use crate::ir::{Encoding, Location, Origin, Style};
use crate::lower::context::Lowering;
use crate::lower::media_type::preferred;
use crate::lower::place::Place;

impl Lowering<'_> {
    /// A parameter of the document. `None` if it can't be read, which has been reported, or if OpenAPI ignores it.
    pub(super) fn parameter(&mut self, place: &Pointer) -> Option<Parameter> {
        let node: openapiv3::Parameter = self.document.read(place, self.diagnostics)?;
        let (location, style, allow_reserved) = transport(&node);
        let data = node.parameter_data();
        if location == Location::Header && is_reserved_header(&data.name) {
            let message = format!(
                "a parameter can't set the header `{}`; it is ignored",
                data.name
            );
            self.report(Code::IgnoredHeaderParameter, place, message);
            return None;
        }
        if location == Location::Path && !data.required {
            let message = format!("path parameter `{}` lacks `required: true`", data.name);
            self.report(Code::OptionalPathParameter, place, message);
        }
        let encoding = self.encoding(&data, style, allow_reserved, place);
        Some(self.typed_parameter(data, location, encoding, place))
    }

    fn typed_parameter(
        &mut self,
        data: ParameterData,
        location: Location,
        encoding: Encoding,
        place: &Pointer,
    ) -> Parameter {
        let schema = Place::of(match &encoding {
            Encoding::Style { .. } => place.child("schema"),
            Encoding::Content(media_type) => {
                place.child("content").child(media_type).child("schema")
            }
        });
        let usage = self.usage(&schema);
        let mut docs = usage.docs;
        docs.description = data.description.clone().or(docs.description);
        docs.deprecated |= data.deprecated == Some(true);
        let examples = self.examples(place);
        if !examples.is_empty() {
            docs.examples = examples;
        }
        let rust_name = data
            .extensions
            .get("x-rust-name")
            .and_then(|name| name.as_str());
        Parameter {
            required: data.required || location == Location::Path,
            constant: self.constant(&schema),
            rust_name: rust_name.map(str::to_owned).or(usage.rust_name),
            wire: data.name,
            location,
            encoding,
            value: usage.value,
            docs,
            origin: Origin(place.clone()),
        }
    }

    fn encoding(
        &mut self,
        data: &ParameterData,
        style: Style,
        allow_reserved: bool,
        place: &Pointer,
    ) -> Encoding {
        if let ParameterSchemaOrContent::Content(_) = data.format {
            let media_types = self.keys(&place.child("content"));
            if let Some(media_type) = preferred(&media_types) {
                return Encoding::Content(media_type.clone());
            }
        }
        Encoding::Style {
            style,
            explode: data.explode.unwrap_or(style == Style::Form),
            allow_reserved,
        }
    }
}

/// Where a parameter travels, and how.
fn transport(parameter: &openapiv3::Parameter) -> (Location, Style, bool) {
    match parameter {
        openapiv3::Parameter::Query {
            style,
            allow_reserved,
            ..
        } => (Location::Query, query_style(style), *allow_reserved),
        openapiv3::Parameter::Header { .. } => (Location::Header, Style::Simple, false),
        openapiv3::Parameter::Path { style, .. } => (Location::Path, path_style(style), false),
        openapiv3::Parameter::Cookie { .. } => (Location::Cookie, Style::Form, false),
    }
}

fn query_style(style: &QueryStyle) -> Style {
    match style {
        QueryStyle::Form => Style::Form,
        QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        QueryStyle::PipeDelimited => Style::PipeDelimited,
        QueryStyle::DeepObject => Style::DeepObject,
    }
}

fn path_style(style: &PathStyle) -> Style {
    match style {
        PathStyle::Matrix => Style::Matrix,
        PathStyle::Label => Style::Label,
        PathStyle::Simple => Style::Simple,
    }
}

/// Headers that follow from bodies and security instead (OpenAPI 3.0.3 §4.8.12.1).
fn is_reserved_header(name: &str) -> bool {
    let reserved = ["accept", "content-type", "authorization"];
    reserved
        .iter()
        .any(|header| name.eq_ignore_ascii_case(header))
}
