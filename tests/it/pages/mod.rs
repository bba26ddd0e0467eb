//! Pages of documentation beside the document that is transcribed from them.
//!
//! `depot.md` is a page of an API that we made up and agrees with `depot.yaml`; `depot_changed.md` is the same page with five
//! changes. `BINDERY_PAGES` names a folder with saved pages that `specs/` are transcribed from, which can't be kept here.

mod planted;
mod score;

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use bindery::compare_pages;
use bindery::pages::{Findings, Remark};
use bindery::source::Source;
use serde_json::Value;

use self::score::Score;
use crate::cases::{assert_snapshot, specs, workspace};
use crate::command::{Answer, xtask};

const SPEC: &str = "tests/cases/pages/depot.yaml";
const PAGE: &str = "tests/cases/pages/depot.md";

/// Changes of the page: what is written for what, and what is to be said of it.
const CHANGES: [(&str, &str, &str); 16] = [
    (
        "| `note` | string",
        "| `gift` | string",
        "the page lists `gift` in the request, the document doesn't have it",
    ),
    (
        "id\nstring\nrequired",
        "ref\nstring\nrequired",
        "the page lists `ref` in the response 201, the document doesn't have it",
    ),
    (
        "- `state` (",
        "- `colour` (",
        "the page lists `colour` in the query, the document doesn't have it",
    ),
    (
        "X-Depot-Key\n",
        "X-Depot-Token\n",
        "the page lists `X-Depot-Token` among the headers, the document doesn't have it",
    ),
    (
        "`delivery.method`",
        "`delivery.speed`",
        "the page lists `delivery.speed` in the request, the document doesn't have it",
    ),
    (
        "`packed` or `sent`",
        "`packed` or `lost`",
        "the page lists the value `lost` of `state`, `OrderState` doesn't have it",
    ),
    (
        "packed,\nsent",
        "packed,\nlost",
        "the page lists the value `lost` of `state`, `OrderState` doesn't have it",
    ),
    (
        "`pickup` or `courier`",
        "`pickup` or `drone`",
        "the page lists the value `drone` of `delivery.method`, `DeliveryMethod` doesn't have it",
    ),
    (
        "## GET /orders",
        "## GET /orders/{id}",
        "the page names `GET /orders/{id}`, the document has no such operation",
    ),
    (
        "/v2/orders \\",
        "/v2/purchases \\",
        "the page names `POST /v2/purchases`, the document has no such operation",
    ),
    (
        "maximum: 100",
        "maximum: 50",
        "the page says that `page_size` is at most 50, the document says 100",
    ),
    (
        "x >= 1",
        "1 <= x <= 9",
        "the page says that `count` is at most 9, the document doesn't",
    ),
    (
        "\"floor\": 3",
        "\"level\": 3",
        "`warehouse.level` is in a sample of the response 201 of POST /orders, `Warehouse` doesn't have it",
    ),
    (
        "\"state\": \"open\"",
        "\"state\": \"lost\"",
        "`lost` is the value of `state` in a sample of the response 201 of POST /orders, `OrderState` doesn't have it",
    ),
    (
        "| `count` | integer | no |",
        "| `count` | integer | yes |",
        "the page requires `count`, the document doesn't",
    ),
    (
        "placed_at\nstring",
        "placed_at\ninteger",
        "the page says that `placed_at` is an integer, the document that it is a string",
    ),
];

#[test]
fn every_change_of_a_page_is_found() {
    let page = read(PAGE);
    for (before, after, expected) in CHANGES {
        assert_eq!(
            page.text().matches(before).count(),
            1,
            "`{before}` is on the page once"
        );
        let changed = Source::new("page.md", page.text().replace(before, after));
        let findings = compare(&[changed]);
        let found = findings
            .remarks
            .iter()
            .find(|remark| remark.message == expected);
        let found = found.unwrap_or_else(|| panic!("{after}: {:#?}", open(&findings)));
        let line = page
            .text()
            .split(before)
            .next()
            .map_or(0, |text| text.lines().count());
        let at = found.page.as_ref().map_or(0, |place| place.line);
        assert!(
            at.abs_diff(line) <= 2,
            "{after}: line {at} instead of {line}"
        );
        assert!(!findings.is_complete());
    }
}

#[test]
fn what_a_page_no_longer_mentions_is_found() {
    let page = read(PAGE);
    for (lost, expected) in [
        (
            "| `note` | string | no | For the people who pack. |\n",
            "no page mentions the property `note` of `NewOrder`",
        ),
        (
            "- `state` (string, optional): Only orders in this state. One of `open`, `packed` or `sent`.\n",
            "no page mentions the parameter `state`",
        ),
        (
            " Maximum length: 40",
            "no page mentions `maxLength: 40` of `part`",
        ),
        (
            "#### 409\n",
            "no page shows the response 409 of POST /orders",
        ),
    ] {
        let text = page
            .text()
            .replace(lost, "")
            .replace(",\n    \"note\": \"<string>\"", "");
        let findings = compare(&[Source::new("page.md", text)]);
        let open = open(&findings);
        assert!(open.contains(&expected), "{expected}: {open:#?}");
    }
}

#[test]
fn a_page_that_agrees_leaves_nothing_open() {
    let answer = run(SPEC, &[PAGE.into()], "human");
    answer.assert_code(0);
    assert_snapshot("pages", "depot", &answer.stdout);
}

#[test]
fn five_changes_are_found_and_told() {
    let page = "tests/cases/pages/depot_changed.md".into();
    let answer = run(SPEC, &[page], "human");
    answer.assert_code(1);
    assert_snapshot("pages", "depot_changed", &(answer.stdout + &answer.stderr));
}

#[test]
fn programs_get_a_line_for_each_finding() {
    let page = "tests/cases/pages/depot_changed.md".into();
    let answer = run(SPEC, &[page], "json");
    answer.assert_code(1);
    assert_snapshot("pages", "depot_changed_json", &answer.stdout);
}

#[test]
fn a_page_that_is_not_there_is_misuse() {
    run(SPEC, &["tests/cases/pages/none.md".into()], "human").assert_code(2);
}

/// What can't be told of a page, because another place of the pages still says it.
const SAID_ELSEWHERE: [&str; 2] = ["field removed: X-Depot-Key", "field removed: x-api-key"];

#[test]
fn every_planted_change_is_told() {
    let mut score = Score::default();
    score.add(&read(SPEC), &[read(PAGE)]);
    for (spec, pages) in by_spec() {
        let pages: Vec<_> = pages.iter().map(saved).collect();
        score.add(&read(&spec), &pages);
    }
    println!("told, of planted: {:#?}", score.by_sort);
    let mut unseen = score.unseen;
    unseen.retain(|change| !SAID_ELSEWHERE.contains(&change.as_str()));
    assert!(unseen.is_empty(), "{unseen:#?}");
}

/// What is open of the pages that our documents are transcribed from: nothing that a comment doesn't explain.
#[test]
fn the_documents_have_what_their_pages_have() {
    for (spec, pages) in by_spec() {
        let answer = run(&spec, &pages, "json");
        answer.assert_code(0);
        for line in answer.stdout.lines() {
            let line: Value = serde_json::from_str(line).expect("JSON");
            let is_explained = !line["comment"].is_null();
            assert!(
                line["reason"] == "page-sample" || is_explained,
                "{spec}: {line:#}"
            );
        }
    }
}

/// The saved pages by the documents that have most of them.
fn by_spec() -> BTreeMap<String, Vec<PathBuf>> {
    let mut by_spec: BTreeMap<String, Vec<PathBuf>> = BTreeMap::new();
    for page in saved_pages() {
        let specs = specs().into_iter();
        let spec = specs.min_by_key(|spec| strangeness(spec, &page));
        let spec = spec.expect("a document").path().to_owned();
        by_spec.entry(spec).or_default().push(page);
    }
    by_spec
}

/// How much of a page a document doesn't have.
fn strangeness(spec: &Source, page: &PathBuf) -> usize {
    let (findings, _) = compare_pages(spec, "case", &[saved(page)]);
    let remarks = findings.expect("an accepted document").remarks;
    remarks
        .iter()
        .filter(|remark| remark.page.is_some() && remark.reason.is_none())
        .count()
}

fn saved(page: &PathBuf) -> Source {
    let text = fs::read_to_string(page).expect("a readable page");
    Source::new("page", text)
}

fn saved_pages() -> Vec<PathBuf> {
    let Some(folder) = env::var_os("BINDERY_PAGES").filter(|folder| !folder.is_empty()) else {
        return Vec::new();
    };
    let entries = fs::read_dir(folder).expect("a readable folder");
    let mut pages: Vec<_> = entries
        .map(|entry| entry.expect("a readable entry").path())
        .collect();
    pages.sort();
    pages
}

fn read(path: &str) -> Source {
    let text = fs::read_to_string(workspace().join(path)).expect("a case");
    Source::new(path, text)
}

fn compare(pages: &[Source]) -> Findings {
    compare_pages(&read(SPEC), "depot", pages)
        .0
        .expect("an accepted document")
}

/// What no comment explains.
fn open(findings: &Findings) -> Vec<&str> {
    let remarks = findings
        .remarks
        .iter()
        .filter(|remark| remark.reason.is_none());
    remarks
        .map(|Remark { message, .. }| message.as_str())
        .collect()
}

/// Runs the command, one at a time: runs for the same document share a folder.
fn run(spec: &str, pages: &[PathBuf], format: &str) -> Answer {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let output = Command::new(xtask())
        .args(["pages", spec])
        .args(pages)
        .args(["--message-format", format])
        .env("CARGO_NET_OFFLINE", "true")
        .current_dir(workspace())
        .output();
    Answer::from(output.expect("the command runs"))
}
