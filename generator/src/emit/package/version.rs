//! A version that Cargo takes, from whatever a document calls its version.

/// A semantic version (<https://semver.org>, 2.0.0) as close to the document's version as there is one.
///
/// Numbers are taken from its start (`v2` is `2.0.0`, `2024-03-01` is `2024.3.1`), a pre-release is kept if it is valid.
/// Without a number at its start it is `0.1.0`.
pub fn semantic(version: &str) -> String {
    let version = version.trim().trim_start_matches(['v', 'V']);
    let (core, rest) = version.split_at(
        version
            .find(|character| !is_core(character))
            .unwrap_or(version.len()),
    );
    let mut numbers = core
        .split(['.', '-'])
        .map_while(|part| part.parse::<u64>().ok());
    let Some(major) = numbers.next() else {
        return "0.1.0".to_owned();
    };
    let (minor, patch) = (
        numbers.next().unwrap_or_default(),
        numbers.next().unwrap_or_default(),
    );
    let is_complete = core.trim_end_matches('-').split('.').count() == 3 && core.ends_with('-');
    let pre_release = if is_complete {
        pre_release(rest)
    } else {
        String::new()
    };
    format!("{major}.{minor}.{patch}{pre_release}")
}

fn is_core(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | '-')
}

/// `-rc.1`, if what follows the numbers is one.
fn pre_release(text: &str) -> String {
    let text = text.split('+').next().unwrap_or_default();
    let is_identifier = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || character == '-')
            && !(part.len() > 1
                && part.starts_with('0')
                && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if text.split('.').all(is_identifier) {
        format!("-{text}")
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::semantic;

    #[test]
    fn every_version_becomes_one_that_cargo_takes() {
        let cases = [
            ("1.2.3", "1.2.3"),
            ("1.2", "1.2.0"),
            ("v2", "2.0.0"),
            ("1.0.0-rc.1", "1.0.0-rc.1"),
            ("1.0.0-rc.01", "1.0.0"),
            ("1.0.0+build", "1.0.0"),
            ("2024-03-01", "2024.3.1"),
            ("1.2.3.4", "1.2.3"),
            ("01.02.03", "1.2.3"),
            ("beta", "0.1.0"),
            ("", "0.1.0"),
            ("99999999999999999999", "0.1.0"),
            ("1.0.0 (draft)", "1.0.0"),
        ];
        for (version, expected) in cases {
            assert_eq!(semantic(version), expected, "{version:?}");
        }
    }
}
