//! What `Debug` shows.

use std::collections::BTreeMap;
use std::fmt;

use bindery_runtime::{Secret, Serialize, Serializer, debug};

use crate::decode;
use crate::types::{Checkout, Input, Node, Payment, Price};

const CHECKOUT: &str = r#"{"id": "ch \"1\"", "status": "pending", "product": "p",
    "success_url": null, "units": 2, "metadata": {"rate": 1.0}, "client_secret": "sk_1",
    "order": {"id": "o", "amount": 1, "checkout": {"id": "ch_2", "status": "new",
        "product": "p", "success_url": null, "client_secret": "sk_2"}}}"#;

#[test]
fn a_struct_looks_like_one_and_hides_its_secrets() {
    let checkout: Checkout = decode(CHECKOUT);
    assert_eq!(
        format!("{checkout:?}"),
        r#"Checkout { id: "ch \"1\"", status: "pending", product: "p", success_url: null, "#
            .to_owned()
            + r#"order: {"id": "o", "amount": 1, "checkout": {"id": "ch_2", "status": "new", "#
            + r#""product": "p", "success_url": null, "client_secret": [hidden]}}, units: 2, "#
            + r#"metadata: {"rate": 1.0}, client_secret: [hidden] }"#
    );
}

#[test]
fn the_alternate_form_breaks_lines() {
    let checkout: Checkout = decode(
        r#"{"id": "ch", "status": "new", "product": {"id": "p", "name": "n"},
            "success_url": null, "list": [1]}"#,
    );
    let expected = r#"Checkout {
    id: "ch",
    status: "new",
    product: {
        "id": "p",
        "name": "n",
    },
    success_url: null,
    list: [
        1,
    ],
}"#;
    assert_eq!(format!("{checkout:#?}"), expected);
}

#[test]
fn unions_look_like_their_content() {
    for (shown, expected) in [
        (
            format!("{:?}", decode::<Payment>(r#"{"type": "CARD", "id": "c"}"#)),
            r#"Payment { type: "CARD", id: "c" }"#,
        ),
        (
            format!("{:?}", decode::<Price>(r#"{"a": null}"#)),
            "Price { a: null }",
        ),
        (format!("{:?}", decode::<Input>("[1, 2]")), "Input [1, 2]"),
        (format!("{:?}", decode::<Input>(r#""a""#)), r#"Input("a")"#),
        (format!("{:?}", decode::<Input>("null")), "Input(null)"),
    ] {
        assert_eq!(shown, expected);
    }
}

#[test]
fn secrets_are_hidden_inside_of_anything() {
    let secrets = BTreeMap::from([("a", vec![Some(Secret::from("sk_1"))])]);
    let shown = Shown(&secrets);
    assert_eq!(format!("{shown:?}"), "Name { a: [[hidden]] }");
    assert_eq!(
        format!("{:?}", Shown(&Secret::from("sk_1"))),
        "Name([hidden])"
    );
}

#[test]
fn what_lies_too_deep_is_left_out() {
    let mut node = Node {
        child: None,
        additional_properties: BTreeMap::new(),
    };
    for _ in 0..200 {
        node = Node {
            child: Some(Box::new(node)),
            additional_properties: BTreeMap::new(),
        };
    }
    let shown = format!("{node:?}");
    assert_eq!(shown.matches("child").count(), 128);
    assert!(shown.contains(r#"{"child": <…>}"#), "{shown}");
}

#[test]
fn a_value_that_can_not_be_serialized_shows_why() {
    struct Broken;
    impl Serialize for Broken {
        fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(<S::Error as serde::ser::Error>::custom("out of paper"))
        }
    }
    assert_eq!(
        format!("{:?}", Shown(&vec![Broken])),
        "Name [<out of paper>]"
    );
}

/// Shows what it holds under a name.
struct Shown<'a, T>(&'a T);

impl<T: Serialize> fmt::Debug for Shown<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug(formatter, "Name", self.0)
    }
}
