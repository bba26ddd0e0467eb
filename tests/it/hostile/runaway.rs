//! Documents that are large or deep, or stand for far more than they say: each is refused or cut for a stated reason,
//! after work that is bounded by counts.

use std::fmt::Write;

use bindery::diagnostic::{Code, Severity};
use bindery::ir::{Selection, Selector};
use bindery::source::Source;
use bindery::{Generated, Strictness};

const HEAD: &str = "openapi: 3.0.3\ninfo: {title: Large, version: '1'}\npaths: {}\n";

/// How many bytes 10 MB are.
const TEN_MEGABYTES: usize = 10_000_000;

/// A document with these schemas.
fn schemas(schemas: &str) -> String {
    format!("{HEAD}components:\n  schemas:\n{schemas}")
}

/// A document with one schema per number, each of which is made from its own number and the next.
fn chain(length: usize, schema: impl Fn(usize, usize) -> String) -> String {
    let mut text = String::new();
    for number in 0..length {
        let schema = schema(number, number + 1);
        writeln!(text, "    S{number}: {schema}").expect("writing to a text");
    }
    writeln!(text, "    S{length}: {{type: object}}").expect("writing to a text");
    schemas(&text)
}

fn generate(text: String) -> Generated {
    bindery::generate_standalone(&Source::new("large", text), "large", Strictness::Lenient)
}

/// What is said of documents, most serious first.
fn codes(generated: &Generated) -> Vec<Code> {
    let reports = generated.reports.iter();
    let counts = reports.flat_map(|report| report.diagnostics.counts().keys().copied());
    counts
        .filter(|code| code.severity() > Severity::Note)
        .collect()
}

#[track_caller]
fn assert_refused(text: String, code: Code) {
    let generated = generate(text);
    assert!(generated.tree.is_none());
    assert_eq!(codes(&generated), [code]);
}

#[track_caller]
fn assert_accepted(text: String, expected: &[Code]) {
    let generated = generate(text);
    assert_eq!(codes(&generated), expected);
    assert!(generated.tree.is_some());
}

#[test]
fn a_hundred_thousand_levels_are_refused() {
    let deep = 100_000;
    let texts = [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        "[".repeat(deep) + &"]".repeat(deep),
        "a: ".to_owned() + &"[".repeat(deep),
        "a: ".to_owned() + &"{a: ".repeat(deep),
        "- ".repeat(deep),
        (0..1_000).map(|level| " ".repeat(level) + "a:\n").collect(),
    ];
    for text in texts {
        assert_refused(text, Code::Nesting);
    }
}

#[test]
fn aliases_that_multiply_are_refused() {
    let laughs = |first: &str, list: fn(usize) -> String| {
        let levels = (1..30).map(|level| format!("x-a{level}: &a{level} {}\n", list(level - 1)));
        format!("{HEAD}x-a0: &a0 {first}\n{}", levels.collect::<String>())
    };
    let multiplied = laughs("[lol]", |last| {
        format!("[{}]", vec![format!("*a{last}"); 10].join(", "))
    });
    assert_refused(multiplied, Code::AliasExpansion);
    let merged = laughs("{a: 1}", |last| {
        format!("{{a: *a{last}, b: *a{last}, c: *a{last}, <<: *a{last}}}")
    });
    assert_refused(merged, Code::AliasExpansion);
    let long = format!("{HEAD}x-a: &a {}\nx-b:\n", "lol".repeat(100_000));
    assert_refused(long + &"- *a\n".repeat(10_000), Code::AliasExpansion);
    let wide: String = (0..1_000).map(|key| format!("k{key}: 1, ")).collect();
    let wide = format!("{HEAD}x-a: &a {{{wide}}}\nx-b:\n");
    assert_refused(wide + &"- <<: *a\n".repeat(10_000), Code::AliasExpansion);
}

#[test]
fn an_alias_within_what_it_stands_for_is_refused() {
    let texts = [
        "x-a: &a [*a, *a]\n",
        "x-a: &a {b: *a, <<: *a}\n",
        "components: {schemas: {A: &a {type: object, properties: {a: *a}}}}\n",
    ];
    for text in texts {
        assert_refused(format!("{HEAD}{text}"), Code::Nesting);
    }
}

#[test]
fn of_a_million_values_ten_thousand_are_read() {
    let values: String = (0..1_000_000)
        .map(|value| format!("\n      - v{value}"))
        .collect();
    let generated = generate(schemas(&format!(
        "    E:\n      type: string\n      enum:{values}\n"
    )));
    assert_eq!(codes(&generated), [Code::Malformed]);
    let tree = generated.tree.expect("it is accepted");
    let known = &tree["src/types/e.rs"];
    assert!(known.contains("\"v9999\"") && !known.contains("\"v10000\""));
}

#[test]
fn a_description_of_ten_megabytes_is_cut() {
    for (word, around) in [
        ("word ", ""),
        ("[", "'"),
        ("> ", "'"),
        ("*a **b ", "'"),
        ("é<a ", "'"),
    ] {
        let description = around.to_owned() + &word.repeat(TEN_MEGABYTES / word.len()) + around;
        let schema = format!("    E: {{type: string, description: {description}}}\n");
        assert_accepted(schemas(&schema), &[Code::Malformed]);
    }
}

#[test]
fn ten_megabytes_of_schemas_are_read() {
    let count = 8_000;
    let prose = "Something that is said of it. ".repeat(TEN_MEGABYTES / count / 30);
    let text = chain(count, |_, next| {
        format!(
            "{{description: '{prose}', properties: {{next: {{$ref: '#/components/schemas/S{next}'}}}}}}"
        )
    });
    assert!(text.len() > TEN_MEGABYTES);
    let one = "paths: {/a: {get: {operationId: get, responses: {'204': {description: None}}}}}";
    let source = Source::new("large", text.replacen("paths: {}", one, 1));
    let part = Selection {
        selectors: vec![Selector::Operation("get".to_owned())],
        ..Selection::default()
    };
    let generated = bindery::generate_part(&source, "large", &part, &Strictness::Strict.into());
    assert_eq!(codes(&generated), []);
    assert!(generated.tree.is_some());
}

#[test]
fn ten_megabytes_of_nothing_are_read() {
    let data = format!("{HEAD}x-data: [{}]\n", "1, ".repeat(TEN_MEGABYTES / 3));
    assert_accepted(data, &[]);
    let comments = "# Nothing.\n".repeat(TEN_MEGABYTES / 11);
    assert_accepted(comments + HEAD, &[]);
    let unknown: String = (0..300_000)
        .map(|key| format!("\"k{key}\": \"no field of OpenAPI\","))
        .collect();
    let unknown = format!(
        "{{{unknown}\"openapi\": \"3.0.3\", \"info\": {{\"title\": \"\", \"version\": \"\"}}, \"paths\": {{}}}}"
    );
    assert_accepted(unknown, &[Code::UnknownKey]);
}

#[test]
fn chains_of_schemas_are_followed_as_far_as_types_need_it() {
    let chains: [(String, &[Code]); 3] = [
        (
            chain(2_000, |_, next| {
                format!("{{$ref: '#/components/schemas/S{next}'}}")
            }),
            &[Code::CircularReference],
        ),
        (
            chain(2_000, |_, next| {
                format!("{{type: array, items: {{$ref: '#/components/schemas/S{next}'}}}}")
            }),
            &[],
        ),
        (
            chain(500, |_, next| {
                format!("{{oneOf: [{{type: string}}, {{$ref: '#/components/schemas/S{next}'}}]}}")
            }),
            &[],
        ),
    ];
    for (text, codes) in chains {
        assert_accepted(text, codes);
    }
}

#[test]
fn schemas_that_include_each_other_are_merged_as_far_as_anybody_needs() {
    let included = chain(20_000, |own, next| {
        format!(
            "{{allOf: [{{$ref: '#/components/schemas/S{next}'}}, {{properties: {{p{own}: {{type: string}}}}}}]}}"
        )
    });
    let source = Source::new("large", included);
    let nothing = Selection {
        only_types: true,
        selectors: vec![Selector::Path("/".to_owned())],
    };
    let generated = bindery::generate_part(&source, "large", &nothing, &Strictness::Lenient.into());
    assert_eq!(codes(&generated), [Code::IdleSelector, Code::AllOfSize]);
}

#[test]
fn unions_that_combine_are_combined_as_far_as_anybody_needs() {
    let products = chain(100, |own, next| {
        let next = format!("{{$ref: '#/components/schemas/S{next}'}}");
        let has = |letter: &str, value: &str| {
            format!(
                "{{type: object, required: [{letter}{own}], properties: {{{letter}{own}: {value}}}}}"
            )
        };
        let text = "{type: string}";
        format!(
            "{{oneOf: [{}, {}], anyOf: [{}, {next}]}}",
            has("a", &next),
            has("b", text),
            has("c", text)
        )
    });
    let generated = generate(products);
    assert!(
        codes(&generated).contains(&Code::AllOfSize),
        "{:?}",
        codes(&generated)
    );
    assert!(generated.tree.is_some());
}
