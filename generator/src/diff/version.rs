//! The version that changes demand.

use semver::{BuildMetadata, Prerelease, Version};

use super::Severity;

/// The smallest version that may follow `current` after changes of a severity, by Cargo's rules: below 1.0.0 a change
/// that breaks raises the minor version and any other the patch version, below 0.1.0 every change the patch version.
pub fn next_version(current: &Version, severity: Option<Severity>) -> Version {
    let Some(severity) = severity else {
        return current.clone();
    };
    let mut next = Version {
        pre: Prerelease::EMPTY,
        build: BuildMetadata::EMPTY,
        ..current.clone()
    };
    match (severity, current.major, current.minor) {
        (Severity::Major, 1.., _) => (next.major, next.minor, next.patch) = (next.major + 1, 0, 0),
        (Severity::Major, 0, 1..) | (Severity::Minor, 1.., _) => {
            (next.minor, next.patch) = (next.minor + 1, 0);
        }
        _ => next.patch += 1,
    }
    next
}

#[cfg(test)]
mod tests {
    use semver::Version;

    use super::super::Severity::{Major, Minor, Patch};
    use super::next_version;

    #[test]
    fn versions_move_as_cargo_reads_them() {
        let cases = [
            ("1.2.3", Some(Major), "2.0.0"),
            ("1.2.3", Some(Minor), "1.3.0"),
            ("1.2.3", Some(Patch), "1.2.4"),
            ("0.2.3", Some(Major), "0.3.0"),
            ("0.2.3", Some(Minor), "0.2.4"),
            ("0.2.3", Some(Patch), "0.2.4"),
            ("0.0.3", Some(Major), "0.0.4"),
            ("0.0.3", Some(Minor), "0.0.4"),
            ("1.2.3", None, "1.2.3"),
        ];
        for (current, severity, expected) in cases {
            let current = Version::parse(current).expect("a version");
            assert_eq!(next_version(&current, severity).to_string(), expected);
        }
    }
}
