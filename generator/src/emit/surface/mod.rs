//! What emitted code offers to those who call it, as a list, and what each item of it sends and reads.
//!
//! It is made by the functions that emission itself uses, so that a list can't promise what the code doesn't keep.

mod answer;
mod client;
mod item;
mod operation;
mod text;
mod types;
mod wire;

pub use item::{Argument, Aspect, Fact, Item, ItemKind};
pub use wire::WITHOUT;

use super::rust_type::Types;
use crate::ir::api::Api;

/// Every public item of an API's code but those that are the same for every API: owners before what they own.
pub fn surface(api: &Api) -> Vec<Item> {
    let types = Types::qualified(api);
    let mut items = Vec::new();
    client::collect(api, &mut items);
    for resource in &api.resources {
        operation::collect(types, api, resource, &mut items);
    }
    for item in &api.types {
        types::collect(types, item, &mut items);
    }
    items
}
