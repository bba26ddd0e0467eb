//! The places that the report names.

use std::collections::BTreeSet;

use bindery::Report;
use bindery::diagnostic::{Form, Style};
use serde_json::Value;

/// The pointers of everything that was reported.
pub(super) struct Reported(BTreeSet<String>);

impl Reported {
    pub(super) fn of(reports: &[Report]) -> Self {
        let style = Style {
            form: Form::Json,
            limit: usize::MAX,
            ..Style::default()
        };
        let lines: String = reports.iter().map(|report| report.render(style)).collect();
        let pointers = lines.lines().filter_map(|line| {
            let diagnostic: Value = serde_json::from_str(line).expect("a line of JSON");
            Some(format!(
                "#{}",
                diagnostic["pointer"].as_str()?.trim_start_matches('#')
            ))
        });
        Self(pointers.collect())
    }

    /// Whether a place, or something around it, is reported.
    pub(super) fn mentions(&self, pointer: &str) -> bool {
        let mut around = Some(pointer);
        while let Some(place) = around {
            if place != "#" && self.0.contains(place) {
                return true;
            }
            around = place.rsplit_once('/').map(|(parent, _)| parent);
        }
        false
    }
}
