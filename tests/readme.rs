//! The examples of the README.
#![cfg_attr(doctest, doc = include_str!("../README.md"))]
