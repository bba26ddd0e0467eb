//! Pages that nothing but the shape of an operation shows.
//!
//! An operation has pages if it is a `GET`, if its answer holds one list, and if a parameter and a property, or two
//! parameters, of the usual names and types fit together. Whatever is in doubt is none: a call that gives one page is
//! right in any case, and a way through the pages that leaves some out is not.

use std::rc::Rc;

use super::parameters;
use super::words::{self, letters};
use crate::ir::Type;
use crate::ir::draft::{Operation, Parameter};
use crate::ir::paging::{NextPage, PageEnd, Paging, Path};
use crate::lower::context::Lowering;
use crate::lower::place::Place;
use crate::lower::schema::Sort;

/// A property of a page, or of an object in it.
struct Property {
    path: Path,
    place: Place,
    sort: Rc<Sort>,
}

impl Property {
    /// Its name as it is compared.
    fn letters(&self) -> String {
        self.path
            .last()
            .map(|name| letters(name))
            .unwrap_or_default()
    }

    fn is(&self, names: &[&str], fits: fn(&Type) -> bool) -> bool {
        matches!(&*self.sort, Sort::Scalar(value) if fits(value))
            && names.contains(&&*self.letters())
    }
}

/// What there is to be fitted together.
struct Shape<'o> {
    operation: &'o Operation,
    list: Path,
    items: Option<Place>,
    properties: Vec<Property>,
}

impl Shape<'_> {
    fn parameter(&self, names: &[&str], fits: fn(&Type) -> bool) -> Option<&Parameter> {
        parameters(self.operation)
            .find(|parameter| fits(&parameter.value) && names.contains(&&*letters(&parameter.wire)))
    }

    fn limit(&self) -> Option<&Parameter> {
        self.parameter(words::LIMIT, is_number)
    }

    fn property(&self, names: &[&str], fits: fn(&Type) -> bool) -> Option<Path> {
        let mut properties = self.properties.iter();
        let property = properties.find(|property| property.is(names, fits))?;
        Some(property.path.clone())
    }

    fn more(&self) -> Option<PageEnd> {
        let at = self.property(words::MORE, |value| *value == Type::Boolean)?;
        Some(PageEnd::More(at))
    }

    fn paging(&self, next: NextPage, ends: impl IntoIterator<Item = PageEnd>) -> Paging {
        Paging {
            next,
            ends: ends.into_iter().collect(),
            list: self.list.clone(),
        }
    }
}

impl Lowering<'_> {
    pub(super) fn inferred_paging(
        &mut self,
        operation: &Operation,
        page: &Place,
    ) -> Option<Paging> {
        if operation.method != "GET" || parameters(operation).next().is_none() {
            return None;
        }
        let (list, items) = self.only_list(page)?;
        let shape = Shape {
            operation,
            list,
            items,
            properties: self.page_properties(page),
        };
        by_cursor(&shape, words::NEXT_CURSOR)
            .or_else(|| self.by_last_item(&shape))
            .or_else(|| self.by_url(&shape))
            .or_else(|| by_cursor(&shape, words::NEXT))
            .or_else(|| by_next_number(&shape))
            .or_else(|| self.by_link(&shape))
            .or_else(|| by_offset(&shape))
            .or_else(|| self.by_number(&shape))
    }

    /// The page itself if it is a list, its only list, or the only one with a usual name.
    fn only_list(&mut self, page: &Place) -> Option<(Path, Option<Place>)> {
        if let Some(items) = self.items_of(page) {
            return Some((Path::new(), items));
        }
        let mut lists = self.properties(page);
        lists.retain(|(_, _, sort)| matches!(&**sort, Sort::Array(_)));
        if lists.len() > 1 {
            lists.retain(|(name, ..)| words::LIST.contains(&&*letters(name)));
        }
        match lists.as_slice() {
            [(name, place, _)] => Some((vec![name.clone()], self.items_of(place)?)),
            _ => None,
        }
    }

    /// The properties of a page, then those of objects in it.
    fn page_properties(&mut self, page: &Place) -> Vec<Property> {
        let mut properties = Vec::new();
        let mut inner = Vec::new();
        for (name, place, sort) in self.properties(page) {
            for (below, place, sort) in self.properties(&place) {
                let path = vec![name.clone(), below];
                inner.push(Property { path, place, sort });
            }
            let path = vec![name];
            properties.push(Property { path, place, sort });
        }
        properties.append(&mut inner);
        properties
    }

    /// A parameter after which item to go on, items that have an `id`, and a property that tells whether there is more.
    fn by_last_item(&mut self, shape: &Shape<'_>) -> Option<Paging> {
        let parameter = shape.parameter(words::AFTER, is_name)?.wire.clone();
        let more = shape.more()?;
        let items = self.properties(shape.items.as_ref()?);
        let is_id = |sort: &Sort| matches!(sort, Sort::Scalar(value) if is_name(value));
        let (id, ..) = items
            .into_iter()
            .find(|(name, _, sort)| letters(name) == "id" && is_id(sort))?;
        let next = NextPage::LastItem {
            parameter,
            at: vec![id],
        };
        Some(shape.paging(next, [more]))
    }

    /// A property with the URL of the next page.
    fn by_url(&mut self, shape: &Shape<'_>) -> Option<Paging> {
        let at = shape
            .properties
            .iter()
            .find_map(|property| self.next_url(property))?;
        Some(shape.paging(NextPage::Url { at }, shape.more()))
    }

    fn next_url(&mut self, property: &Property) -> Option<Path> {
        let name = property.letters();
        if let Some(stem) = words::URL.iter().find_map(|end| name.strip_suffix(end))
            && words::NEXT_URL.contains(&stem)
            && is_text(&property.sort)
        {
            return Some(property.path.clone());
        }
        if !words::NEXT_URL.contains(&&*name) {
            return None;
        }
        let outer = property
            .path
            .iter()
            .rev()
            .nth(1)
            .map(|outer| letters(outer));
        let told = outer.is_some_and(|outer| words::LINKS.contains(&&*outer))
            || name.ends_with("link")
            || self
                .concrete(&property.place)
                .format
                .as_deref()
                .is_some_and(|format| words::URL.contains(&format));
        if told && is_text(&property.sort) {
            return Some(property.path.clone());
        }
        // As a link object: RFC draft-kelly-json-hal, section 5.
        let mut below = self.properties(&property.place).into_iter();
        let (href, ..) =
            below.find(|(name, _, sort)| words::URL.contains(&&*letters(name)) && is_text(sort))?;
        Some(property.path.iter().cloned().chain([href]).collect())
    }

    /// A documented `Link` header beside a parameter of pages.
    fn by_link(&mut self, shape: &Shape<'_>) -> Option<Paging> {
        let pages = [words::NUMBER, words::OFFSET, words::CURSOR, words::LIMIT];
        pages
            .into_iter()
            .find_map(|names| shape.parameter(names, |_| true))?;
        let success = shape
            .operation
            .responses
            .iter()
            .map(|response| response.origin.0.child("headers"));
        let headers: Vec<String> = success.flat_map(|headers| self.keys(&headers)).collect();
        let documented = headers.iter().any(|name| name.eq_ignore_ascii_case("link"));
        documented.then(|| shape.paging(NextPage::LinkHeader, []))
    }

    /// A parameter for the number of a page of which the first number is known, and another sign of pages.
    fn by_number(&mut self, shape: &Shape<'_>) -> Option<Paging> {
        let parameter = shape.parameter(words::NUMBER, is_number)?;
        let last = shape
            .property(words::LAST_NUMBER, is_number)
            .map(PageEnd::LastNumber);
        let count = || {
            shape
                .property(words::PAGE_COUNT, is_number)
                .map(PageEnd::PageCount)
        };
        let end = last.or_else(count).or_else(|| shape.more());
        if end.is_none() && shape.limit().is_none() {
            return None;
        }
        let next = NextPage::Number {
            first: self.first_number(parameter)?,
            parameter: parameter.wire.clone(),
        };
        Some(shape.paging(next, end))
    }

    /// 0 or 1, as the default says, or else the smallest value that is allowed.
    fn first_number(&mut self, parameter: &Parameter) -> Option<i64> {
        let default = parameter
            .docs
            .default
            .as_ref()
            .and_then(serde_json::Value::as_i64);
        let schema = Place::of(parameter.origin.0.child("schema"));
        let concrete = self.concrete(&schema);
        let minimum = || {
            let mut members = concrete.members.iter().rev();
            members.find_map(|member| member.schema.minimum()?.as_i64())
        };
        default
            .or_else(minimum)
            .filter(|first| [0, 1].contains(first))
    }
}

/// A parameter for the name of a page, and a property that names the next one.
fn by_cursor(shape: &Shape<'_>, names: &[&str]) -> Option<Paging> {
    let parameter = shape.parameter(words::CURSOR, is_name)?.wire.clone();
    let at = shape.property(names, is_name)?;
    Some(shape.paging(NextPage::Cursor { parameter, at }, shape.more()))
}

/// A parameter for the number of a page, and a property that has the number of the next one.
fn by_next_number(shape: &Shape<'_>) -> Option<Paging> {
    let parameter = shape.parameter(words::NUMBER, is_number)?.wire.clone();
    let at = shape.property(words::NEXT_NUMBER, is_number)?;
    Some(shape.paging(NextPage::Cursor { parameter, at }, shape.more()))
}

/// A parameter for the number of items to leave out, and another sign of pages.
fn by_offset(shape: &Shape<'_>) -> Option<Paging> {
    let parameter = shape.parameter(words::OFFSET, is_number)?.wire.clone();
    let total = shape
        .property(words::ITEM_COUNT, is_number)
        .map(PageEnd::ItemCount);
    let end = total.or_else(|| shape.more());
    (end.is_some() || shape.limit().is_some())
        .then(|| shape.paging(NextPage::Offset { parameter }, end))
}

fn is_number(value: &Type) -> bool {
    matches!(value, Type::Integer(_) | Type::Number(_))
}

/// Texts and numbers, which can be sent back as they came.
fn is_name(value: &Type) -> bool {
    is_number(value) || matches!(value, Type::String | Type::Formatted(_) | Type::Base64)
}

fn is_text(sort: &Sort) -> bool {
    matches!(sort, Sort::Scalar(Type::String))
}
