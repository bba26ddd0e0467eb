//! Putting clients together.

use bindery_runtime::{Api, ClientBuilder, ErrorKind, Placement, Scheme};

use super::fixture::{API, Recorder, build, failure, refusal};

const UNSAFE: &str = "would send credentials unencrypted";
const SCHEME: &str = "must start with `https://`";
const EXTRA: &str = "must not hold a user name, a query or a fragment";

#[test]
fn base_urls_are_kept_or_refused() {
    let accepted = [
        ("https://a.example", "https://a.example"),
        ("https://a.example/", "https://a.example"),
        ("https://a.example/api/v2/", "https://a.example/api/v2"),
        ("https://a.example:8443/x", "https://a.example:8443/x"),
        ("http://localhost:80/", "http://localhost:80"),
        ("http://shop.localhost", "http://shop.localhost"),
        ("http://127.0.0.1:1", "http://127.0.0.1:1"),
        ("http://[::1]:1/x", "http://[::1]:1/x"),
    ];
    for (given, kept) in accepted {
        let client = build(
            ClientBuilder::new(&API)
                .base_url(given)
                .transport(Recorder::default()),
        );
        let debug = format!("{client:?}");
        assert!(
            debug.contains(&format!("base_url: {kept},")),
            "{given}: {debug}"
        );
    }
    let refused = [
        ("", "names no server"),
        ("a.example", SCHEME),
        ("a.example:443", SCHEME),
        ("/v1", SCHEME),
        ("ftp://a.example", SCHEME),
        ("https://", "cannot be read"),
        ("https://a b", "cannot be read"),
        ("http://a.example", UNSAFE),
        ("http://localhost.example", UNSAFE),
        ("http://127.0.0.1.example", UNSAFE),
        ("http://10.0.0.1", UNSAFE),
        ("https://user:hunter2@a.example", EXTRA),
        ("https://a.example?key=hunter2", EXTRA),
        ("https://a.example#hunter2", EXTRA),
    ];
    for (given, reason) in refused {
        let builder = ClientBuilder::new(&API).base_url(given);
        let debug = format!("{builder:?}");
        let message = refusal(builder);
        assert!(
            message.starts_with("shop: ") && message.contains(reason),
            "{given}: {message}"
        );
        assert!(
            !message.contains("hunter2") && !debug.contains("hunter2"),
            "{message} {debug}"
        );
    }
}

#[test]
fn plain_http_needs_a_word() {
    let builder = ClientBuilder::new(&API)
        .base_url("http://shop.internal:8080")
        .transport(Recorder::default());
    assert!(refusal(builder.clone()).contains("allow_http"));
    build(builder.allow_http());
}

#[test]
fn credentials_that_cannot_be_sent_are_refused_without_showing_them() {
    let secret = "hunter2";
    let table = [
        (
            "header_key",
            format!("{secret}\n"),
            "was a line break copied along",
        ),
        (
            "header_key",
            format!("{secret}\r\nx: 1"),
            "a character that a header cannot carry",
        ),
        (
            "header_key",
            format!("{secret}é"),
            "a character that a header cannot carry",
        ),
        ("header_key", String::new(), "is empty"),
        (
            "token",
            format!(" {secret}"),
            "was a line break copied along",
        ),
        (
            "cookie_key",
            format!("{secret}; admin=1"),
            "a character that a cookie cannot carry",
        ),
        (
            "login",
            secret.to_owned(),
            "must be a user name and a password",
        ),
        (
            "other",
            secret.to_owned(),
            "the API has no security scheme `other`",
        ),
    ];
    for (scheme, value, reason) in table {
        let builder = ClientBuilder::new(&API).credential(scheme, &value);
        let debug = format!("{builder:?}");
        let error = failure(builder.build());
        assert_eq!(error.kind(), ErrorKind::Build);
        let message = format!("{error} {error:?} {debug}");
        assert!(
            message.contains(reason) && message.contains(scheme),
            "{message}"
        );
        assert!(!message.contains(secret), "{message}");
    }
    let colon = ClientBuilder::new(&API).basic_credential("login", "a:b", "c");
    assert!(refusal(colon).contains("colon"));
    let pair = ClientBuilder::new(&API).basic_credential("token", "a", "b");
    assert!(refusal(pair).contains("a single key or token"));
}

/// An API whose variables are those that cargo sets for tests.
const fn api(scheme: &'static [Scheme], base_url_variable: &'static str) -> Api {
    Api {
        name: "shop",
        base_url: "https://api.example.com",
        base_url_variable,
        schemes: scheme,
        environments: &[],
        user_agent: "shop",
    }
}

#[test]
fn the_environment_fills_what_is_not_given() {
    static API: Api = api(
        &[
            Scheme {
                name: "unset",
                placement: Placement::Bearer,
                variable: "BINDERY_TEST_UNSET",
            },
            Scheme {
                name: "set",
                placement: Placement::Bearer,
                variable: "CARGO_PKG_NAME",
            },
        ],
        "BINDERY_TEST_UNSET",
    );
    let builder = ClientBuilder::new(&API).transport(Recorder::default());
    let debug = format!("{:?}", build(builder.clone().from_env()));
    assert!(
        debug.contains(r#"base_url: https://api.example.com, credentials: {"set"}"#),
        "{debug}"
    );
    let given = builder
        .credential("unset", "x")
        .base_url("https://other.example")
        .from_env();
    let debug = format!("{:?}", build(given));
    assert!(
        debug.contains(r#"base_url: https://other.example, credentials: {"set", "unset"}"#),
        "{debug}"
    );
}

#[test]
fn the_environment_is_named_where_it_is_wrong() {
    static MISSING: Api = api(
        &[
            Scheme {
                name: "a",
                placement: Placement::Bearer,
                variable: "BINDERY_TEST_A",
            },
            Scheme {
                name: "b",
                placement: Placement::Bearer,
                variable: "BINDERY_TEST_B",
            },
        ],
        "BINDERY_TEST_UNSET",
    );
    static BASIC: Api = api(
        &[Scheme {
            name: "login",
            placement: Placement::Basic,
            variable: "CARGO_PKG_NAME",
        }],
        "BINDERY_TEST_UNSET",
    );
    static ADDRESS: Api = api(&[], "CARGO_PKG_NAME");
    static OPEN: Api = api(&[], "BINDERY_TEST_UNSET");
    let message = |api| {
        refusal(
            ClientBuilder::new(api)
                .transport(Recorder::default())
                .from_env(),
        )
    };
    assert_eq!(
        message(&MISSING),
        "shop: the environment has no credentials: set `BINDERY_TEST_A` or `BINDERY_TEST_B`"
    );
    assert_eq!(
        message(&BASIC),
        "shop: the environment variable `CARGO_PKG_NAME` must be of the form `user:password`"
    );
    assert!(
        message(&ADDRESS).contains("the base URL `bindery-runtime` must start with `https://`")
    );
    build(
        ClientBuilder::new(&OPEN)
            .transport(Recorder::default())
            .from_env(),
    );
}
