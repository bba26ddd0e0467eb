//! Limits as short phrases for the docs.

use serde_json::Number;

use crate::document::SchemaNode;

/// What a schema allows beyond its type: `at least 1`, `at most 100 characters`.
pub(super) fn limits(schema: &SchemaNode) -> Vec<String> {
    let keywords = &schema.keywords;
    let bounds = [
        bound(
            schema.minimum(),
            keywords.exclusive_minimum,
            "at least",
            "more than",
        ),
        bound(
            schema.maximum(),
            keywords.exclusive_maximum,
            "at most",
            "less than",
        ),
        keywords
            .multiple_of
            .map(|step| format!("a multiple of {step}")),
    ];
    let sizes = [
        range(keywords.min_length, keywords.max_length, "character"),
        range(keywords.min_items, keywords.max_items, "item"),
        range(keywords.min_properties, keywords.max_properties, "property"),
    ];
    let unique = (keywords.unique_items == Some(true)).then(|| "no item twice".to_owned());
    let pattern = keywords
        .pattern
        .as_ref()
        .map(|pattern| format!("matches `{pattern}`"));
    let phrases = bounds.into_iter().chain(sizes).chain([unique, pattern]);
    phrases.flatten().collect()
}

fn bound(
    limit: Option<Number>,
    exclusive: Option<bool>,
    inclusive: &str,
    strict: &str,
) -> Option<String> {
    let words = if exclusive == Some(true) {
        strict
    } else {
        inclusive
    };
    Some(format!("{words} {}", number(&limit?)))
}

/// A bound as people write it: `1`, even where it was read as `1.0`.
fn number(limit: &Number) -> String {
    let text = limit.to_string();
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn range(least: Option<usize>, most: Option<usize>, unit: &str) -> Option<String> {
    match (least.filter(|least| *least > 0), most) {
        (None, None) => None,
        (Some(least), Some(most)) if least == most => {
            Some(format!("exactly {}", counted(most, unit)))
        }
        (Some(least), Some(most)) => Some(format!("{least} to {}", counted(most, unit))),
        (Some(least), None) => Some(format!("at least {}", counted(least, unit))),
        (None, Some(most)) => Some(format!("at most {}", counted(most, unit))),
    }
}

fn counted(count: usize, unit: &str) -> String {
    match (count, unit.strip_suffix('y')) {
        (1, _) => format!("1 {unit}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {unit}s"),
    }
}
