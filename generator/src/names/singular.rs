//! Singular forms of English nouns, as far as names of schemas and paths need them.

/// Nouns that the rules below would get wrong.
const IRREGULAR: &[(&str, &str)] = &[
    ("aliases", "alias"),
    ("apis", "api"),
    ("bonuses", "bonus"),
    ("caches", "cache"),
    ("canvases", "canvas"),
    ("children", "child"),
    ("cookies", "cookie"),
    ("criteria", "criterion"),
    ("ids", "id"),
    ("indices", "index"),
    ("matrices", "matrix"),
    ("men", "man"),
    ("movies", "movie"),
    ("people", "person"),
    ("series", "series"),
    ("species", "species"),
    ("statuses", "status"),
    ("vertices", "vertex"),
    ("women", "woman"),
];

/// Endings of words that only look like plurals: `address`, `status`, `analysis`, `canvas`, `news`.
const NO_PLURALS: &[&str] = &["ss", "us", "is", "as", "news"];

/// Endings of plurals and what the singular has instead; the first that fits.
const ENDINGS: &[(&str, &str)] = &[
    ("ies", "y"),
    ("sses", "ss"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("s", ""),
];

/// The shortest word that is taken for a plural: `urls`, but not `dns`.
const SHORTEST_PLURAL: usize = 4;

/// The singular of a lower-case word; the word itself if it is none of the plurals that we know.
pub(super) fn singular(word: &str) -> String {
    if let Some((_, singular)) = IRREGULAR.iter().find(|(plural, _)| *plural == word) {
        return (*singular).to_owned();
    }
    if word.len() < SHORTEST_PLURAL || NO_PLURALS.iter().any(|ending| word.ends_with(ending)) {
        return word.to_owned();
    }
    ENDINGS
        .iter()
        .find_map(|(plural, singular)| Some(format!("{}{singular}", word.strip_suffix(plural)?)))
        .unwrap_or_else(|| word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn plurals_become_singulars() {
        let table = [
            ("addresses", "address"),
            ("boxes", "box"),
            ("branches", "branch"),
            ("cases", "case"),
            ("categories", "category"),
            ("dns", "dns"),
            ("ids", "id"),
            ("item", "item"),
            ("licenses", "license"),
            ("metadata", "metadata"),
            ("people", "person"),
            ("status", "status"),
            ("statuses", "status"),
            ("urls", "url"),
        ];
        for (plural, expected) in table {
            assert_eq!(singular(plural), expected);
        }
    }
}
