//! The names that everything in a document has in Rust.

use std::collections::{BTreeMap, BTreeSet};

use bindery::diagnostic::{Code, Diagnostics};
use bindery::emit::{ItemKind, surface};
use bindery::ir::api::{Api, Operation, TypeItem, TypeKind};
use bindery::ir::draft::{TypeDraft, TypeShape};
use bindery::lower::lower;
use bindery::recorded::Ledger;
use bindery::resolve::{Options, resolve};
use bindery::select::add_features;

use super::document::{Document, is_in};

/// What the generator reports a name as that others want as well.
const CONTESTED: [Code; 2] = [Code::ContestedName, Code::UnrecordedName];

/// What has a name beside operations, their parameters and types.
const NAMED: [ItemKind; 9] = [
    ItemKind::Resource,
    ItemKind::Response,
    ItemKind::Case,
    ItemKind::Headers,
    ItemKind::Header,
    ItemKind::Webhook,
    ItemKind::Callback,
    ItemKind::Credential,
    ItemKind::Server,
];

/// What has a name: what it is, and where it stands.
pub(super) type Thing = (String, String);

/// Every name of a document.
#[derive(Default)]
pub(super) struct Names {
    pub(super) names: BTreeMap<Thing, BTreeSet<String>>,
    /// Where something stands whose name the generator reports as one that others want as well.
    contested: BTreeSet<String>,
    /// What is wrong with recorded names.
    pub(super) refusals: Vec<String>,
}

impl Names {
    pub(super) fn of(document: &Document) -> Self {
        let mut diagnostics = Diagnostics::default();
        let source = document.source();
        let read = bindery::document::Document::parse(&source, &mut diagnostics);
        let read = read.unwrap_or_else(|| panic!("{} can't be read", source.path()));
        let draft = lower(&read, &mut diagnostics);
        let options = Options {
            module: "case".to_owned(),
            source: source.path().to_owned(),
        };
        let mut ledger = Ledger::read(&source, &read);
        let mut api = resolve(&draft, &options, &mut ledger, &mut diagnostics);
        add_features(&mut api);
        ledger.report(&read, &mut diagnostics);
        let contested = diagnostics
            .iter()
            .filter(|diagnostic| CONTESTED.contains(&diagnostic.code));
        let contested = contested.map(|diagnostic| document.identity(diagnostic.pointer.as_str()));
        // Operations of one `operationId` are reported as such.
        let count = |id: &str| api.operations().filter(|other| other.id == id).count();
        let shared = api
            .operations()
            .filter(|operation| count(&operation.id) > 1);
        let shared = shared.map(|operation| document.identity(operation.origin.0.as_str()));
        let refusals = diagnostics.iter().filter(|diagnostic| diagnostic.in_names);
        let refusals = refusals.map(|refusal| format!("{}: {}", refusal.pointer, refusal.message));
        let mut names = Self {
            refusals: refusals.collect(),
            contested: contested.chain(shared).collect(),
            ..Self::default()
        };
        names.add_operations(document, &api);
        names.add_surface(document, &api);
        let types = api.types.iter().zip(&draft.types);
        types.for_each(|(item, draft)| names.add_type(document, item, draft));
        names
    }

    /// Whether the generator says that the name of what stands at a place, or of what is around it, is contested.
    pub(super) fn is_contested(&self, place: &str) -> bool {
        let mut contested = self.contested.iter();
        contested.any(|around| is_in(place, around))
    }

    /// The things that have another name among others, with both names, if their places count.
    pub(super) fn changes(
        &self,
        others: &Self,
        counts: impl Fn(&str) -> bool,
    ) -> Vec<(Thing, String)> {
        let changed = others.names.iter().filter_map(|(thing, names)| {
            let (what, place) = thing;
            let before = self.names.get(thing)?;
            // Where one place stands for several things, some may be gone.
            let is_same = before.is_subset(names) || names.is_subset(before);
            let is_other = !is_same && counts(place);
            is_other.then(|| {
                (
                    thing.clone(),
                    format!("{before:?}, {what} #{place}, is {names:?}"),
                )
            })
        });
        changed.collect()
    }

    fn add(&mut self, what: impl ToString, place: String, name: impl ToString) {
        let names = self.names.entry((what.to_string(), place)).or_default();
        names.insert(name.to_string());
    }

    fn add_operations(&mut self, document: &Document, api: &Api) {
        for resource in &api.resources {
            for operation in &resource.operations {
                let place = document.identity(operation.origin.0.as_str());
                self.add("accessor", place.clone(), &resource.accessor);
                self.add("method", place.clone(), &operation.method_name);
                self.add("call", place, &operation.name);
                self.add_parameters(document, operation);
            }
        }
    }

    /// What else callers name.
    fn add_surface(&mut self, document: &Document, api: &Api) {
        let items = surface(api).into_iter();
        for item in items.filter(|item| NAMED.contains(&item.kind)) {
            let what = format!("{} {}", item.kind.word(), item.identity);
            let place = document.identity(item.origin.0.as_str());
            self.add(
                what,
                place,
                item.path.rsplit("::").next().unwrap_or_default(),
            );
        }
        let features = api.resources.iter().filter(|_| api.has_features);
        for resource in features {
            let tag = resource.tag.as_deref().unwrap_or_default();
            self.add("feature", format!("/tags/{tag}"), resource.feature.as_str());
        }
    }

    fn add_parameters(&mut self, document: &Document, operation: &Operation) {
        // Parameters that are described elsewhere are named by each operation that has them.
        let what = format!("parameter of {} {}", operation.method, operation.path);
        for parameter in &operation.parameters {
            let place = document.identity(parameter.origin.0.as_str());
            self.add(&what, place, &parameter.name);
        }
    }

    fn add_type(&mut self, document: &Document, item: &TypeItem, draft: &TypeDraft) {
        let own = document.identity(item.origin.0.as_str());
        match (&item.kind, &draft.shape) {
            (TypeKind::Absent, _) => return,
            (TypeKind::Struct(structure), _) => {
                // Fields of another schema are named by each that includes it.
                let what = format!("field of {own}");
                for field in &structure.fields {
                    let place = document.identity(field.draft.origin.0.as_str());
                    self.add(&what, place, &field.name);
                }
            }
            (TypeKind::TextEnum(variants) | TypeKind::ScalarEnum(variants), _) => {
                for variant in variants {
                    self.add(format!("{:?}", variant.value), own.clone(), &variant.name);
                }
            }
            (TypeKind::Union(union), TypeShape::Union(draft))
                if union.variants.len() == draft.variants.len() =>
            {
                let what = format!("variant of {own}");
                for (variant, draft) in union.variants.iter().zip(&draft.variants) {
                    let place = document.identity(draft.origin.0.as_str());
                    self.add(&what, place, &variant.name);
                }
            }
            _ => {}
        }
        self.add("type", own, &item.name);
    }
}
