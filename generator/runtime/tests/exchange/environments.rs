//! Keys of the wrong environment.

use bindery_runtime::{
    Api, BoxError, BoxFuture, CallOptions, ClientBuilder, Environment, Error, ErrorKind, Method,
    Placement, Scheme, Secret, TokenProvider,
};

use super::fixture::{KEY, build, failure};

static API: Api = Api {
    name: "shop",
    base_url: PRODUCTION,
    base_url_variable: "BINDERY_TEST_BASE_URL",
    schemes: &[Scheme {
        name: "api_key",
        placement: Placement::Header("x-api-key"),
        variable: "BINDERY_TEST_KEY",
    }],
    environments: &[
        Environment {
            name: "Production",
            base_url: PRODUCTION,
            prefixes: &[("api_key", "shop_")],
        },
        Environment {
            name: "Test",
            base_url: TEST,
            prefixes: &[("api_key", "shop_test_"), ("another", "other_")],
        },
    ],
    user_agent: "shop-client/1.2.3",
};

const PRODUCTION: &str = "https://api.example.com";
const TEST: &str = "https://test.example.com/v1/";

#[test]
fn a_key_of_another_environment_is_refused_before_it_is_sent() {
    let table = [
        ("shop_", PRODUCTION, true),
        ("shop_", TEST, false),
        ("shop_test_", PRODUCTION, false),
        ("shop_test_", "https://API.example.com/", false),
        ("shop_test_", TEST, true),
        ("shop_test_", "https://test.example.com/v1", true),
        // Keys without a prefix, or with that of another scheme.
        ("", PRODUCTION, true),
        ("other_", PRODUCTION, true),
        // Addresses that are none of the API's own.
        ("shop_test_", "https://api.example.com/proxy", true),
        ("shop_test_", "https://api.example.com.proxy.example", true),
        ("shop_", "http://localhost:1", true),
    ];
    for (prefix, base_url, fits) in table {
        let builder = || ClientBuilder::new(&API).credential("api_key", format!("{prefix}{KEY}"));
        // For the client as a whole, and for a single call.
        let of_client = builder().base_url(base_url).build().map(drop);
        let elsewhere = build(builder().base_url("https://elsewhere.example"));
        let call = elsewhere.request(Method::GET, "/").base_url(base_url);
        for outcome in [of_client, call.build().map(drop)] {
            assert_eq!(outcome.is_ok(), fits, "{prefix} {base_url}");
            outcome.err().iter().for_each(assert_explained);
        }
    }
}

#[test]
fn the_message_says_what_to_do() {
    let builder = ClientBuilder::new(&API).credential("api_key", format!("shop_test_{KEY}"));
    assert_eq!(
        failure(builder.build()).to_string(),
        "shop: the credential for `api_key` starts with `shop_test_`, so it is one of \
         the environment `Test`, but the call would go to `Production` (https://api.example.com); give \
         the client's builder a key of `Production` or `environment(Environment::Test)`, or set \
         `BINDERY_TEST_BASE_URL` to https://test.example.com/v1/"
    );
}

fn assert_explained(error: &Error) {
    let message = format!("{error} {error:?}");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
    for part in ["`Production`", "`Test`", "`api_key`"] {
        assert!(message.contains(part), "{message}");
    }
    assert!(!message.contains(KEY), "{message}");
}

#[tokio::test]
async fn a_token_of_another_environment_is_refused_as_well() {
    struct Test;
    impl TokenProvider for Test {
        fn token<'a>(&'a self, _: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
            Box::pin(async { Ok(format!("shop_test_{KEY}").into()) })
        }
    }
    let client = build(ClientBuilder::new(&API).credential("api_key", Test));
    assert_explained(&failure(client.request(Method::GET, "/").await));
}
