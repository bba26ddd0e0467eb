//! Bindery's tests: one binary. A module each for one thing that has to hold.

#![forbid(unsafe_code)]

mod accept;
mod accounting;
mod bodies;
mod cargo;
mod cases;
mod command;
mod compile;
mod conformance;
mod corpus;
mod determinism;
mod diff;
mod explanations;
mod features;
mod forward;
mod freshness;
mod hostile;
mod layering;
mod messages;
mod names;
mod output;
mod pages;
mod parts;
mod payloads;
mod plain;
mod reject;
mod stability;
mod supply;
mod surface;
mod values;
mod wire;
