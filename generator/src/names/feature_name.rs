//! Names of cargo features.

use std::collections::BTreeSet;
use std::fmt;

use super::Words;
use super::kind::FEATURE;
use super::unique::unique;

/// The name of a cargo feature: valid, unique in its crate, and none that the crate has for something else.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FeatureName(String);

impl FeatureName {
    /// The name: `checkout-sessions`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FeatureName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The features of a crate that are named after its document.
#[derive(Debug, Default)]
pub struct FeatureNames {
    taken: BTreeSet<String>,
}

impl FeatureNames {
    /// A name that no other feature of the crate has.
    pub fn mint(&mut self, words: &Words) -> FeatureName {
        FeatureName(unique(&FEATURE, words, &mut self.taken))
    }
}
