//! Pages as `x-bindery-pagination` describes them. What is wrong is all reported, and the operation is left without
//! pages then.

use serde_json::Value;

use super::end::ENDS;
use super::parameters;
use super::property::{Found, path};
use crate::document::{Pointer, nearest};
use crate::ir::draft::Operation;
use crate::ir::paging::{NextPage, PageEnd, Paging, Path};
use crate::lower::context::Lowering;
use crate::lower::place::Place;

/// Styles with the keys that each has besides those that all have.
const STYLES: &[(&str, &[&str])] = &[
    ("page", &["page", "first", "last", "pages", "limit"]),
    ("offset", &["offset", "total", "limit"]),
    ("cursor", &["cursor", "next", "last_item", "limit"]),
    ("url", &["next"]),
    ("link", &[]),
];

/// The keys that all styles have.
const COMMON: &[&str] = &["style", "items", "more"];

/// What can't be used has been reported.
struct Reported;

type Read<T> = Result<T, Reported>;

/// An extension being read.
struct Declared<'l, 'd> {
    lowering: &'l mut Lowering<'d>,
    operation: &'l Operation,
    page: &'l Place,
    place: &'l Pointer,
}

impl Lowering<'_> {
    pub(super) fn declared_paging(
        &mut self,
        operation: &Operation,
        page: &Place,
        place: &Pointer,
    ) -> Option<Paging> {
        let mut declared = Declared {
            lowering: self,
            operation,
            page,
            place,
        };
        declared.read().ok()
    }
}

impl Declared<'_, '_> {
    fn read(&mut self) -> Read<Paging> {
        let style = self.style()?;
        let keys = self.check_keys(style);
        let list = self.list();
        let limit = self.parameter("limit");
        let ends = self.ends();
        let next = self.next(style, list.as_ref().ok());
        keys?;
        limit?;
        Ok(Paging {
            next: next?,
            ends: ends?,
            list: list?,
        })
    }

    fn style(&mut self) -> Read<&'static str> {
        let given = self.text("style")?;
        let known = STYLES.iter().map(|(style, _)| *style);
        match known.clone().find(|style| given.as_deref() == Some(style)) {
            Some(style) => Ok(style),
            None => {
                let names: Vec<_> = known.map(|style| format!("`{style}`")).collect();
                let help = format!("the styles are {}", names.join(", "));
                self.report("style", "there is no such style of pages", help)
            }
        }
    }

    fn check_keys(&mut self, style: &str) -> Read<()> {
        let own = STYLES.iter().find(|(name, _)| *name == style);
        let known: Vec<&str> = own
            .iter()
            .flat_map(|(_, keys)| keys.iter())
            .chain(COMMON)
            .copied()
            .collect();
        let mut result = Ok(());
        for key in self.lowering.keys(self.place) {
            if !known.contains(&key.as_str()) && !key.starts_with("x-") {
                let help = suggestion(&key, known.iter().copied());
                result = self.report(&key, format!("style `{style}` has no key `{key}`"), help);
            }
        }
        result
    }

    /// The page itself, or an array in it.
    fn list(&mut self) -> Read<Path> {
        let list = self.path("items", self.page.clone())?.unwrap_or_default();
        let found = match self.lowering.property(self.page, &list) {
            Found::Place(place) => self.lowering.items_of(&place),
            _ => None,
        };
        match found {
            Some(_) => Ok(list),
            None => {
                let help = "name the property that holds the list, as in `items: data`";
                self.report("items", "this is no list", help)
            }
        }
    }

    fn ends(&mut self) -> Read<Vec<PageEnd>> {
        let read: Vec<_> = ENDS
            .iter()
            .map(|(key, end)| Ok(self.path(key, self.page.clone())?.map(end)))
            .collect();
        read.into_iter().filter_map(Result::transpose).collect()
    }

    fn next(&mut self, style: &str, list: Option<&Path>) -> Read<NextPage> {
        match style {
            "page" => {
                let first = self.first();
                let parameter = self.required_parameter("page")?;
                Ok(NextPage::Number {
                    parameter,
                    first: first?,
                })
            }
            "offset" => {
                let parameter = self.required_parameter("offset")?;
                Ok(NextPage::Offset { parameter })
            }
            "cursor" => self.cursor(list),
            "url" => {
                let at = self.required_path("next")?;
                Ok(NextPage::Url { at })
            }
            _ => Ok(NextPage::LinkHeader),
        }
    }

    fn cursor(&mut self, list: Option<&Path>) -> Read<NextPage> {
        let parameter = self.required_parameter("cursor");
        let Some(list) = list.filter(|_| self.has("last_item")) else {
            let at = self.required_path("next")?;
            let parameter = parameter?;
            return Ok(NextPage::Cursor { parameter, at });
        };
        if self.has("next") {
            let help = "keep the one that the API goes by";
            return self.report(
                "last_item",
                "`next` and `last_item` rule each other out",
                help,
            );
        }
        let item = match self.lowering.property(self.page, list) {
            Found::Place(list) => self.lowering.items_of(&list).flatten(),
            _ => None,
        };
        let at = match item {
            Some(item) => self.path("last_item", item)?,
            None => self.text("last_item")?.map(|text| path(&text)),
        };
        Ok(NextPage::LastItem {
            parameter: parameter?,
            at: at.unwrap_or_default(),
        })
    }

    fn first(&mut self) -> Read<i64> {
        match self.lowering.document.node(&self.place.child("first")) {
            None => Ok(1),
            Some(value) => match value.as_i64() {
                Some(first) => Ok(first),
                None => self.report(
                    "first",
                    "the first page needs a whole number",
                    "write 0 or 1",
                ),
            },
        }
    }

    fn required_parameter(&mut self, key: &str) -> Read<String> {
        let parameter = self.parameter(key)?;
        parameter.map_or_else(|| self.missing(key), Ok)
    }

    /// A parameter of the query, by its wire name.
    fn parameter(&mut self, key: &str) -> Read<Option<String>> {
        let Some(name) = self.text(key)? else {
            return Ok(None);
        };
        let names = parameters(self.operation).map(|parameter| parameter.wire.as_str());
        if names.clone().any(|known| known == name) {
            return Ok(Some(name));
        }
        let help = suggestion(&name, names);
        let message = format!("the operation has no query parameter `{name}` to be given");
        self.report(key, message, help)
    }

    fn required_path(&mut self, key: &str) -> Read<Path> {
        let path = self.path(key, self.page.clone())?;
        path.map_or_else(|| self.missing(key), Ok)
    }

    /// A path that leads somewhere from a place.
    fn path(&mut self, key: &str, from: Place) -> Read<Option<Path>> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        let path = path(&text);
        match self.lowering.property(&from, &path) {
            Found::Place(_) | Found::Anywhere => Ok(Some(path)),
            Found::Nowhere(name, names) => {
                let help = suggestion(&name, names.iter().map(String::as_str));
                self.report(
                    key,
                    format!("there is no property `{name}` on this way"),
                    help,
                )
            }
        }
    }

    fn text(&mut self, key: &str) -> Read<Option<String>> {
        match self.lowering.document.node(&self.place.child(key)) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(_) => self.report(key, format!("`{key}` takes a name"), "write it as text"),
        }
    }

    fn has(&self, key: &str) -> bool {
        self.lowering
            .document
            .node(&self.place.child(key))
            .is_some()
    }

    fn missing<T>(&mut self, key: &str) -> Read<T> {
        let message = format!("these pages can't be gone through without `{key}`");
        (self.lowering).report_extension(self.place.clone(), message, format!("add `{key}`"));
        Err(Reported)
    }

    /// At a key, or at the extension where the key is missing.
    fn report<T>(
        &mut self,
        key: &str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Read<T> {
        let place = if self.has(key) {
            self.place.child(key)
        } else {
            self.place.clone()
        };
        self.lowering.report_extension(place, message, help);
        Err(Reported)
    }
}

/// What may have been meant, or else what there is.
fn suggestion<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<_> = known.collect();
    match nearest(word, known.iter().copied()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None if known.is_empty() => "there is none at all".to_owned(),
        None => format!("there are `{}`", known.join("`, `")),
    }
}
