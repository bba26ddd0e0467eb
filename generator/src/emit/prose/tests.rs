//! What comes in and what must come out.

use super::{block, markdown, plain, span};

/// Prose as documents write it, and the docs that it becomes.
const CASES: &[(&str, &[&str])] = &[
    ("Plain words.", &["Plain words."]),
    ("One\r\ntwo\rthree", &["One two three"]),
    ("A\ttab and a \u{202e}turn\u{0}", &["A tab and a turn"]),
    ("a comment ends with */", &["a comment ends with \\*/"]),
    // Links
    (
        "see [Foo] and [`Foo`] and [a][b]",
        &["see \\[Foo] and \\[`Foo`] and \\[a]\\[b]"],
    ),
    (
        "[text](https://a.example/x_(y))",
        &["[text](https://a.example/x_%28y%29)"],
    ),
    ("[text](#section) and [x](crate::Foo)", &["text and x"]),
    (
        "[ref]\n\n[ref]: https://a.example",
        &["[ref](https://a.example)"],
    ),
    (
        "at https://a.example/b_c. Next",
        &["at <https://a.example/b_c>. Next"],
    ),
    ("(https://a.example/{id})", &["(<https://a.example/{id}>)"]),
    ("<https://a.example>", &["<https://a.example>"]),
    (
        "[https://a.example](https://a.example)",
        &["<https://a.example>"],
    ),
    (
        "Look!![there](https://a.example)",
        &["Look\\![there](https://a.example)"],
    ),
    (
        "![alt](https://a.example/i.png)",
        &["[alt](https://a.example/i.png)"],
    ),
    ("mail <me@a.example>", &["mail me@a.example"]),
    ("a note[^1]\n\n[^1]: here", &["a note^1"]),
    // HTML
    (
        "a <b>bold</b> word<br/>next",
        &["a **bold** word\\", "next"],
    ),
    (
        "Vec<T> and <id> and a < b",
        &["Vec\\<T> and \\<id> and a < b"],
    ),
    ("<p>One</p><p>Two</p>", &["One", "", "Two"]),
    ("<ul>\n  <li>a</li>\n  <li>b</li>\n</ul>", &["- a", "- b"]),
    (
        "<a href=\"https://a.example\">there</a>",
        &["[there](https://a.example)"],
    ),
    (
        "&lt;b&gt; is &amp;lt;b&amp;gt;",
        &["\\<b> is \\&lt;b\\&gt;"],
    ),
    // Code
    ("```\nlet x = 1;\n```", &["```text", "let x = 1;", "```"]),
    ("```rust\nfn main() {}", &["```text", "fn main() {}", "```"]),
    ("```json title\n{}\n```", &["```json", "{}", "```"]),
    (
        "    indented\n    code",
        &["```text", "indented", "code", "```"],
    ),
    ("an `open tick", &["an \\`open tick"]),
    ("`a` and ``b ` c``", &["`a` and ``b ` c``"]),
    // Blocks
    ("# Title\ntext", &["## Title", "", "text"]),
    (
        "a\n- b\n  - c\n- d\nlazy",
        &["a", "", "- b", "  - c", "- d lazy"],
    ),
    ("1) one\n2) two", &["1. one", "2. two"]),
    (
        "- a\n\n      code\n- b",
        &["- a", "", "  ```text", "  code", "  ```", "- b"],
    ),
    ("> quoted\nlazily", &["> quoted lazily"]),
    (
        "| a | b |\n|---|:-:|\n| `x` | y\\|z |",
        &["| a | b |", "| --- | --- |", "| `x` | y\\|z |"],
    ),
    ("\\- not a list", &["\\- not a list"]),
    ("1\\. not a list", &["1\\. not a list"]),
    (
        "snake_case and _emphasis_ and 2 * 3",
        &["snake_case and *emphasis* and 2 \\* 3"],
    ),
    ("line one  \n\\# two", &["line one\\", "\\# two"]),
    ("", &[]),
    ("<!-- gone -->", &[]),
];

#[test]
fn prose_is_written_so_that_rustdoc_takes_it_as_prose() {
    let wrong: Vec<_> = CASES
        .iter()
        .map(|(prose, expected)| (prose, markdown(prose), *expected))
        .filter(|(_, written, expected)| written != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// What is written reads the same to the parser, so that nothing more has to be escaped.
#[test]
fn written_prose_stays_as_it_is() {
    for (prose, lines) in CASES {
        let text = lines.join("\n").replace("## ", "# ");
        assert_eq!(markdown(&text), *lines, "{prose:?}");
    }
}

#[test]
fn long_paragraphs_are_broken_where_no_block_can_open() {
    let text = format!(
        "{}- {}1. {}",
        "word ".repeat(19),
        "more ".repeat(19),
        "end ".repeat(30)
    );
    let lines = markdown(&text);
    assert!(lines.iter().all(|line| line.len() <= 110), "{lines:#?}");
    assert!(
        lines
            .iter()
            .all(|line| line.starts_with(char::is_alphabetic)),
        "{lines:#?}"
    );
    assert_eq!(lines.join(" "), text.trim());
}

#[test]
fn code_never_leaves_its_marks() {
    assert_eq!(span("a`b\n"), "`` a`b  ``");
    assert_eq!(span("`"), "`` ` ``");
    assert_eq!(
        block("should_panic", "a\n```\nb"),
        ["````text", "a", "```", "b", "````"]
    );
    assert_eq!(plain("A [title]\n # of <T>"), "A \\[title] \\# of \\<T>");
}
