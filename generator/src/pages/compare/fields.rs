//! Fields that pages describe.

use super::super::page::{Context, Field, Kind, Page, Section};
use super::super::remark::{Place, Verdict};
use super::super::spec::{Member, values_of};
use super::{Comparison, Subject};
use crate::ir::Type;
use crate::ir::api::{TypeItem, TypeKind};

/// Headers that every client sends.
const COMMON: [&str; 3] = ["authorization", "content-type", "accept"];

/// How many unions and aliases are looked through: those of a document may hold themselves.
const DEEPEST: usize = 8;

impl<'a> Comparison<'a> {
    pub(super) fn compare_fields(&mut self, page: &'a Page) {
        for field in &page.fields {
            self.compare_field(page, field);
        }
        for call in &page.calls {
            let context = |section| Context {
                operation: Some(call.operation.clone()),
                section,
            };
            let query = call
                .query
                .iter()
                .map(|name| (name, context(Section::Query)));
            let headers = call
                .headers
                .iter()
                .map(|name| (name, context(Section::Headers)));
            for (name, context) in query.chain(headers) {
                let names = vec![name.clone()];
                let field = Field {
                    line: call.line,
                    names,
                    kinds: Vec::new(),
                    required: None,
                    context,
                };
                self.compare_field(page, &field);
            }
        }
    }

    fn compare_field(&mut self, page: &'a Page, field: &Field) {
        // Of an operation that is missing as a whole, nothing more is to be said.
        if self.operations_of(&field.context).is_empty() {
            return;
        }
        let (found, is_exact) = self.find(&self.scope(&field.context), &field.names);
        self.mentioned
            .extend(found.iter().map(|member| member.pointer.clone()));
        self.mention_around(field);
        if found.is_empty() {
            self.report_missing(page, field);
        } else if is_exact {
            self.compare_types(page, field, &found);
            self.compare_presence(page, field, &found);
        }
    }

    /// Fields that others stand in are mentioned as well.
    fn mention_around(&mut self, field: &Field) {
        for length in 1..field.names.len() {
            let (found, _) = self.find(
                &self.scope(&field.context),
                field.names.get(..length).unwrap_or_default(),
            );
            self.mentioned
                .extend(found.into_iter().map(|member| member.pointer));
        }
    }

    fn report_missing(&mut self, page: &'a Page, field: &Field) {
        let name = field.names.join(".");
        let section = section(field.context.section);
        if field.context.section == Section::Headers && is_common_header(&name) {
            return;
        }
        let anywhere = Context {
            operation: None,
            section: Section::Unknown,
        };
        let (elsewhere, _) = self.find(&self.scope(&anywhere), &field.names);
        let where_else = if elsewhere.is_empty() {
            ""
        } else {
            " there, only in another place"
        };
        let message =
            format!("the page lists `{name}`{section}, the document doesn't have it{where_else}");
        let operation = self
            .operations_of(&field.context)
            .first()
            .map(|operation| operation.origin.0.clone());
        let pointer = elsewhere
            .first()
            .map(|member| member.pointer.clone())
            .or(operation);
        let last = field.names.last().map(String::as_str).unwrap_or_default();
        let subject = Subject::left_out(pointer.as_ref(), last);
        let place = Place::line(&page.path, field.line);
        self.remark(Verdict::Missing, place, subject, message);
    }

    fn compare_types(&mut self, page: &'a Page, field: &Field, found: &[Member<'a>]) {
        let Some(member) = found.first() else { return };
        let mut kinds = Vec::new();
        found
            .iter()
            .for_each(|member| self.kinds(member.value, 0, &mut kinds));
        if matches!(
            field.context.section,
            Section::Query | Section::Path | Section::Headers | Section::Parameters
        ) {
            // A list of one is written as that one.
            found
                .iter()
                .filter_map(|member| item_of(member.value))
                .for_each(|item| self.kinds(item, 0, &mut kinds));
        }
        let is_known =
            |kind: &Kind| *kind == Kind::Any || kinds.contains(kind) || kinds.contains(&Kind::Any);
        if field.kinds.is_empty() || field.kinds.iter().any(is_known) {
            return;
        }
        let message = format!(
            "the page says that `{}` is {}, the document that it is {}",
            member.wire,
            listed(&field.kinds),
            listed(&kinds)
        );
        let words = field.kinds.iter().flat_map(|kind| words(*kind));
        self.differs(
            page,
            field,
            member,
            words.map(|word| (*word).to_owned()).collect(),
            message,
        );
    }

    fn compare_presence(&mut self, page: &'a Page, field: &Field, found: &[Member<'a>]) {
        let [member] = found else { return };
        // Where some fields are marked as required, the others with a type are not: in a list, and in all that is sent.
        let is_sent = |field: &Field| !matches!(field.context.section, Section::Response(_));
        let is_marked = |other: &Field| {
            other.required == Some(true)
                && (other.context == field.context || (is_sent(other) && is_sent(field)))
        };
        let is_listed = !field.kinds.is_empty();
        let inferred = (is_listed && page.fields.iter().any(is_marked)).then_some(false);
        let Some(required) = field
            .required
            .or(inferred)
            .filter(|required| *required != member.required)
        else {
            return;
        };
        let (words, message) = match required {
            true => (
                &["requires", "required"][..],
                format!("the page requires `{}`, the document doesn't", member.wire),
            ),
            false => (
                &["optional"][..],
                format!("the document requires `{}`, the page doesn't", member.wire),
            ),
        };
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        self.differs(page, field, member, words, message);
    }

    fn differs(
        &mut self,
        page: &'a Page,
        field: &Field,
        member: &Member<'a>,
        says: Vec<String>,
        message: String,
    ) {
        let subject = Subject::of(Some(&member.pointer), Some(member.wire), says);
        let place = Place::line(&page.path, field.line);
        self.remark(Verdict::Different, place, subject, message);
    }

    /// The kinds of JSON that a type can be.
    fn kinds(&self, value: &'a Type, depth: usize, kinds: &mut Vec<Kind>) {
        let own: &[Kind] = match value {
            Type::Boolean => &[Kind::Boolean],
            Type::Integer(_) => &[Kind::Integer, Kind::Number],
            Type::Number(_) => &[Kind::Number],
            Type::Json => &[Kind::Any],
            Type::Array(_) => &[Kind::Array],
            Type::Map(_) => &[Kind::Object],
            Type::Nullable(inner) => return self.kinds(inner, depth, kinds),
            Type::Expandable(_) => &[Kind::String, Kind::Object],
            Type::Named(id) => {
                if let Some(item) = self.spec.item(*id).filter(|_| depth < DEEPEST) {
                    self.kinds_of_item(item, depth + 1, kinds);
                }
                return;
            }
            _ => &[Kind::String],
        };
        kinds.extend(
            own.iter()
                .filter(|kind| !kinds.contains(kind))
                .copied()
                .collect::<Vec<_>>(),
        );
    }

    fn kinds_of_item(&self, item: &'a TypeItem, depth: usize, kinds: &mut Vec<Kind>) {
        match &item.kind {
            TypeKind::Alias(target) => self.kinds(target, depth, kinds),
            TypeKind::Union(union) => union
                .variants
                .iter()
                .for_each(|variant| self.kinds(&variant.payload, depth, kinds)),
            TypeKind::Struct(_) => kinds.push(Kind::Object),
            TypeKind::TextEnum(_) => kinds.push(Kind::String),
            TypeKind::ScalarEnum(_)
                if values_of(item)
                    .iter()
                    .all(|value| value.parse::<f64>().is_ok()) =>
            {
                kinds.extend([Kind::Integer, Kind::Number]);
            }
            TypeKind::ScalarEnum(_) | TypeKind::Absent => kinds.push(Kind::Any),
        }
    }
}

/// Whether a header is one that every client sends.
pub(super) fn is_common_header(name: &str) -> bool {
    COMMON
        .iter()
        .any(|common| name.eq_ignore_ascii_case(common))
}

/// What people call a kind.
pub(super) fn words(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::String => &["string", "text"],
        Kind::Integer => &["integer", "whole number"],
        Kind::Number => &["number"],
        Kind::Boolean => &["boolean"],
        Kind::Object => &["object"],
        Kind::Array => &["array", "list"],
        Kind::Any => &["anything"],
    }
}

fn item_of(value: &Type) -> Option<&Type> {
    match value {
        Type::Array(item) => Some(item),
        _ => None,
    }
}

fn section(section: Section) -> String {
    match section {
        Section::Unknown => String::new(),
        Section::Headers => " among the headers".to_owned(),
        Section::Path => " in the path".to_owned(),
        Section::Query => " in the query".to_owned(),
        Section::Parameters => " among the parameters".to_owned(),
        Section::Request => " in the request".to_owned(),
        Section::Response(None) => " in the response".to_owned(),
        Section::Response(Some(status)) => format!(" in the response {status}"),
    }
}

pub(super) fn listed(kinds: &[Kind]) -> String {
    let name = |kind: &Kind| match kind {
        Kind::String => "a string",
        Kind::Integer => "an integer",
        Kind::Number => "a number",
        Kind::Boolean => "a boolean",
        Kind::Object => "an object",
        Kind::Array => "an array",
        Kind::Any => "anything",
    };
    // Every integer is a number as well.
    let told = kinds
        .iter()
        .filter(|kind| **kind != Kind::Number || !kinds.contains(&Kind::Integer));
    told.map(name).collect::<Vec<_>>().join(" or ")
}
