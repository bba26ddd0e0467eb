//! What somebody may have meant.

/// Names longer than this are not compared: the cost is quadratic, and nobody writes them by hand.
const LONGEST: usize = 100;

/// How many candidates are looked at.
const CANDIDATES: usize = 5_000;

/// The candidate that a word is most likely a misspelling of, if any is near.
///
/// Near means one edit (insertion, deletion, substitution or swap of neighbours) for each three characters begun.
/// Differences in case count for one edit together.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let length = word.chars().count();
    let allowed = length.div_ceil(3).min(4);
    if length > LONGEST {
        return None;
    }
    candidates
        .into_iter()
        .take(CANDIDATES)
        .filter(|candidate| {
            *candidate != word && candidate.len().abs_diff(word.len()) <= 4 * allowed
        })
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(word: &str, candidate: &str) -> usize {
    let edits = strsim::osa_distance(word, candidate);
    edits.min(strsim::osa_distance(&word.to_lowercase(), &candidate.to_lowercase()) + 1)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_are_suggested_and_far_ones_are_not() {
        let cases = [
            ("propertys", Some("properties")),
            ("sumary", Some("summary")),
            ("operationID", Some("operationId")),
            ("SUMMARY", Some("summary")),
            ("colour", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(
                nearest(word, ["properties", "summary", "operationId"]),
                expected,
                "{word}"
            );
        }
    }
}
