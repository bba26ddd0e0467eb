//! What the generator would emit.

#![expect(unreachable_pub, reason = "the types of a client are public")]

mod checkout;
mod discount;
mod input;
mod level;
mod payment;
mod price;
mod status;
mod tree;

pub use checkout::{Checkout, Order, Product, Settings};
pub use discount::{Discount, FixedDiscount};
pub use input::{Amount, Feature, Input};
pub use level::Level;
pub use payment::{Card, Payment, Transfer};
pub use price::{FixedPrice, Price};
pub use status::Status;
pub use tree::{Node, Tree};
