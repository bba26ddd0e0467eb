//! The runtime.
//!
//! It also works as a module of another crate: paths between modules are relative (`super::`),
//! and this crate's own name is written in doc examples only, where whoever copies the code puts
//! the module's path.

#![forbid(unsafe_code)]

mod data;
mod file_part;

pub use bytes::Bytes;
#[cfg(feature = "decimal")]
pub use data::Decimal;
#[cfg(feature = "uuid")]
pub use data::Uuid;
pub use data::{
    Base64, Constant, Content, ContentError, Entry, Expandable, Format, FormatError, Formatted,
    Identified, IfSome, Ignored, Integers, Integral, InvalidBase64, OpenEnum, OpenScalarEnum,
    Optional, Patch, PatchSlot, Record, Required, Rest, RestEntries, RestSlot, Scalar, Secret,
    Shape, Slot, Union, Unknown, UnknownScalar, UnknownVariant, Variant, Wire, debug, fill,
    open_enum, read, read_variant, scalar_enum, union, write,
};
#[cfg(feature = "jiff")]
pub use data::{Date, DateTime};
pub use file_part::{FilePart, Files};
#[cfg(feature = "jiff")]
pub use jiff;
#[cfg(feature = "decimal")]
pub use rust_decimal;
pub use serde::de::MapAccess;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;
#[cfg(feature = "uuid")]
pub use uuid;

// What is above is about data alone, and needs nothing of what is below.

mod api;
mod base_url;
mod blocking;
mod call;
mod client;
mod clock;
mod credentials;
pub mod decode;
mod error;
mod header;
mod headers;
mod observe;
mod operation;
mod paging;
mod parameter;
mod response;
mod retry;
mod stream;
mod transport;

pub use api::{Api, Environment, Placement, Scheme};
#[cfg(feature = "blocking")]
pub use blocking::Blocking;
pub use blocking::{blocking_methods, blocking_paging_methods};
pub use call::{Call, CallOptions, RawCall, Unsent, call_methods};
pub use client::{Client, ClientBuilder, builder_docs, client_builder_methods};
pub use clock::Clock;
pub use credentials::{BoxError, Credential, TokenProvider};
pub use decode::DecodeError;
pub use error::{Error, ErrorKind};
pub use headers::Headers;
pub use http::{HeaderMap, Method, StatusCode};
pub use operation::{Case, ErrorCase, Operation, Statuses};
pub use paging::{Items, NextPage, PageEnd, Pages, Paging, paging_methods};
pub use parameter::{Parameter, Style};
#[cfg(feature = "reqwest")]
pub use reqwest;
pub use response::Response;
pub use retry::{Retries, RetryRule};
pub use stream::{ByteStream, Event, EventStream, event_methods, stream_methods};
#[cfg(feature = "reqwest")]
pub use transport::reqwest::ReqwestTransport;
pub use transport::{BodyStream, BoxFuture, Limits, Transport, TransportError, TransportPhase};

// An embedded copy ends here.

#[cfg(any(feature = "sources", test))]
pub mod sources;
