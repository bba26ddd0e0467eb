//! Streams of events: what each event is decoded as.

use std::rc::Rc;

use crate::document::Pointer;
use crate::ir::{Events, Type};
use crate::lower::context::Lowering;
use crate::lower::place::Place;
use crate::lower::schema::Sort;

/// The fields of an event (WHATWG HTML, section 9.2.6).
const FIELDS: [&str; 4] = ["event", "data", "id", "retry"];

/// How the data of events is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Data {
    Json,
    Text,
}

impl Lowering<'_> {
    /// What the events are decoded as whose schema stands at a place.
    ///
    /// Documents describe either the data of an event, or the whole of it as an object with the names of an event's
    /// fields (OpenAPI 3.2.0 §4.14.4.3 settles for that). Text is not JSON: such data is kept as it is.
    pub(super) fn events(&mut self, schema: &Pointer) -> Events {
        if self.document.node(schema).is_none() {
            return Events::Plain;
        }
        let place = Place::of(schema.clone());
        if self.data_of(&place) == Data::Text {
            return Events::Plain;
        }
        let data = self.data_of_objects(&place);
        let value = self.body_type(schema);
        match data {
            Some(data) => Events::Objects {
                value,
                text: data == Data::Text,
            },
            None => Events::Data(value),
        }
    }

    /// How data of a schema is written.
    fn data_of(&mut self, place: &Place) -> Data {
        match &*self.settled(place).1 {
            Sort::Scalar(Type::String | Type::Secret | Type::Formatted(_) | Type::Binary) => {
                Data::Text
            }
            _ => Data::Json,
        }
    }

    /// How the data is written of events that a schema describes as objects; `None` if it describes the data alone.
    ///
    /// A union does so if all its variants do, in one way.
    fn data_of_objects(&mut self, place: &Place) -> Option<Data> {
        let (place, sort) = self.settled(place);
        match &*sort {
            Sort::Struct => {
                let properties = Rc::clone(&self.compose(&place));
                let names = properties.properties.keys();
                let data = properties.properties.get("data")?;
                let is_event = names.clone().all(|name| FIELDS.contains(&name.as_str()));
                is_event.then(|| self.data_of(data))
            }
            Sort::Union(alternatives) => {
                let candidates = alternatives.candidates.iter();
                let all: Option<Vec<_>> = candidates
                    .map(|candidate| {
                        self.enter(&candidate.place, |lowering| {
                            lowering.data_of_objects(&candidate.place)
                        })?
                    })
                    .collect();
                let all = all?;
                let first = *all.first()?;
                all.iter().all(|data| *data == first).then_some(first)
            }
            _ => None,
        }
    }
}
