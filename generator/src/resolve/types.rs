//! The types of a draft, seen through aliases and null.

use crate::ir::draft::{Draft, Enum, Struct, TypeDraft, TypeShape, Union};
use crate::ir::{Events, Multipart, Payload, Type, TypeId};

/// The types of a draft. Lowering has seen to it that aliases among them form no circle.
pub(super) struct Types<'a> {
    draft: &'a Draft,
    /// What each alias stands for, without null; `None` for everything else.
    aliases: Vec<Option<Type>>,
    nullable: Vec<bool>,
}

impl<'a> Types<'a> {
    /// Finds out which types allow null.
    pub(super) fn new(draft: &'a Draft) -> Self {
        let aliases = draft.types.iter().map(alias).collect();
        let mut types = Self {
            draft,
            aliases,
            nullable: Vec::new(),
        };
        types.nullable = types.find_nullable();
        types.aliases = types
            .aliases
            .iter()
            .map(|alias| Some(types.written(alias.as_ref()?)))
            .collect();
        types
    }

    /// The whole draft.
    pub(super) fn draft(&self) -> &'a Draft {
        self.draft
    }

    /// Every type with its id.
    pub(super) fn iter(&self) -> impl Iterator<Item = (TypeId, &'a TypeDraft)> + use<'a> {
        (0..).map(TypeId).zip(&self.draft.types)
    }

    /// A type's draft.
    pub(super) fn get(&self, id: TypeId) -> Option<&'a TypeDraft> {
        self.draft.types.get(index(id))
    }

    /// What an alias stands for; free-form JSON for anything else.
    pub(super) fn alias_target(&self, id: TypeId) -> Type {
        self.alias(id).cloned().unwrap_or(Type::Json)
    }

    /// The type behind aliases and null.
    pub(super) fn target<'t>(&'t self, mut value: &'t Type) -> &'t Type {
        loop {
            value = match value {
                Type::Nullable(inner) => inner,
                Type::Named(id) => match self.alias(*id) {
                    Some(target) => target,
                    None => return value,
                },
                _ => return value,
            };
        }
    }

    /// The struct behind a type, if it is one.
    pub(super) fn as_struct(&self, value: &Type) -> Option<&'a Struct> {
        match &self.named(value)?.1.shape {
            TypeShape::Struct(shape) => Some(shape),
            _ => None,
        }
    }

    /// The enum behind a type, if it is one.
    pub(super) fn as_enum(&self, value: &Type) -> Option<&'a Enum> {
        match &self.named(value)?.1.shape {
            TypeShape::Enum(shape) => Some(shape),
            _ => None,
        }
    }

    /// The union behind a type, if it is one.
    pub(super) fn as_union(&self, value: &Type) -> Option<(TypeId, &'a Union)> {
        match self.named(value)? {
            (
                id,
                TypeDraft {
                    shape: TypeShape::Union(shape),
                    ..
                },
            ) => Some((id, shape)),
            _ => None,
        }
    }

    /// The type with an item of its own behind a type.
    pub(super) fn named(&self, value: &Type) -> Option<(TypeId, &'a TypeDraft)> {
        match self.target(value) {
            Type::Named(id) => Some((*id, self.get(*id)?)),
            _ => None,
        }
    }

    /// Whether a type allows null, by itself or by what it refers to.
    pub(super) fn is_nullable(&self, value: &Type) -> bool {
        match value {
            Type::Nullable(_) => true,
            Type::Named(id) => self.nullable.get(index(*id)).copied().unwrap_or(false),
            _ => false,
        }
    }

    /// A type as emitted code has it: without null around it, with null around types in it that allow it.
    pub(super) fn written(&self, value: &Type) -> Type {
        let inside = |inner: &Type| Box::new(self.written_with_null(inner));
        match value {
            Type::Nullable(inner) => self.written(inner),
            Type::Array(inner) => Type::Array(inside(inner)),
            Type::Map(inner) => Type::Map(inside(inner)),
            Type::Expandable(inner) => Type::Expandable(Box::new(self.written(inner))),
            other => other.clone(),
        }
    }

    /// A type as emitted code has it, with null around it if it allows it.
    pub(super) fn written_with_null(&self, value: &Type) -> Type {
        let written = self.written(value);
        match written {
            Type::Json => Type::Json,
            written if self.is_nullable(value) => Type::Nullable(Box::new(written)),
            written => written,
        }
    }

    /// A body as emitted code has it.
    pub(super) fn written_payload(&self, payload: &Payload) -> Payload {
        match payload {
            Payload::Json(value) => Payload::Json(self.written_with_null(value)),
            Payload::Form(value) => Payload::Form(self.written(value)),
            Payload::Multipart(form) => Payload::Multipart(Multipart {
                value: self.written(&form.value),
                content_types: form.content_types.clone(),
            }),
            other => other.clone(),
        }
    }

    /// Events as emitted code has them.
    pub(super) fn written_events(&self, events: &Events) -> Events {
        match events {
            Events::Plain => Events::Plain,
            Events::Data(value) => Events::Data(self.written_with_null(value)),
            Events::Objects { value, text } => Events::Objects {
                value: self.written(value),
                text: *text,
            },
        }
    }

    fn alias(&self, id: TypeId) -> Option<&Type> {
        self.aliases.get(index(id))?.as_ref()
    }

    /// Null spreads from a type to aliases of it and to unions with it as a variant.
    fn find_nullable(&self) -> Vec<bool> {
        let mut nullable = vec![false; self.draft.types.len()];
        let mut users: Vec<Vec<TypeId>> = vec![Vec::new(); self.draft.types.len()];
        let mut spreading = Vec::new();
        for (id, draft) in self.iter() {
            let passed_on: Vec<&Type> = match &draft.shape {
                TypeShape::Alias(_) => self.alias(id).into_iter().collect(),
                TypeShape::Union(union) => union
                    .variants
                    .iter()
                    .map(|variant| &variant.payload)
                    .collect(),
                _ => Vec::new(),
            };
            if draft.nullable
                || passed_on
                    .iter()
                    .any(|value| matches!(value, Type::Nullable(_)))
            {
                spreading.push(id);
            }
            for value in passed_on {
                if let Type::Named(used) = value
                    && let Some(users) = users.get_mut(index(*used))
                {
                    users.push(id);
                }
            }
        }
        while let Some(id) = spreading.pop() {
            if let Some(known @ false) = nullable.get_mut(index(id)) {
                *known = true;
                spreading.extend(users.get(index(id)).into_iter().flatten());
            }
        }
        nullable
    }
}

/// The place of an id in tables of types.
pub(super) fn index(id: TypeId) -> usize {
    id.0 as usize
}

fn alias(draft: &TypeDraft) -> Option<Type> {
    match &draft.shape {
        TypeShape::Alias(target) => Some(target.clone()),
        _ => None,
    }
}
