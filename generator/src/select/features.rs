//! Cargo features: one for each tag of a crate of its own, so that a program compiles only what it calls.
//!
//! Types are behind features as whole files. A file is there with any feature that needs it, in itself or through other
//! files, so that a feature always comes with everything that it names.

use std::collections::{BTreeMap, BTreeSet};

use super::files::Files;
use crate::ir::api::{Api, Operation};
use crate::names::{FeatureName, FileName};

/// Puts each accessor behind its feature, if there are several tags, and files of types behind those that need them.
///
/// A file that nothing needs is there without any feature, and so is one that all need, or a webhook or a callback.
pub fn add_features(api: &mut Api) {
    let tagged = api.resources.iter().filter(|tag| tag.tag.is_some());
    if tagged.count() < 2 {
        return;
    }
    let features = features_of_files(api);
    for item in &mut api.types {
        let features = features.get(&item.file);
        item.features = features.cloned().unwrap_or_default();
    }
    api.has_features = true;
}

/// The features of each file that isn't always there.
fn features_of_files(api: &Api) -> BTreeMap<FileName, Vec<FeatureName>> {
    let files = Files::of(api);
    let mut features: Vec<Vec<FeatureName>> = vec![Vec::new(); files.names.len()];
    for resource in &api.resources {
        let values = resource.operations.iter().flat_map(Operation::values);
        for file in files.reached(files.of_values(values)) {
            if let Some(features) = features.get_mut(file) {
                features.push(resource.feature.clone());
            }
        }
    }
    let always = always(api, &files, &features);
    let features = files.names.iter().zip(features).enumerate();
    features
        .filter(|(file, _)| !always.contains(file))
        .map(|(_, (name, features))| ((*name).clone(), features))
        .collect()
}

/// The files that are there without any feature.
fn always(api: &Api, files: &Files<'_>, features: &[Vec<FeatureName>]) -> BTreeSet<usize> {
    let incoming = api.incoming().filter_map(|request| request.payload.value());
    let mut always = files.of_values(incoming);
    let counts = features.iter().map(Vec::len).enumerate();
    let unparted = counts.filter(|(_, count)| *count == 0 || *count == api.resources.len());
    always.extend(unparted.map(|(file, _)| file));
    files.reached(always)
}
