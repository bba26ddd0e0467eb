//! Wire names and the identifiers that scopes make of them.

use super::{FeatureNames, FileNames, Minted, Scope, Wish, Words};

/// What a scope answers to wire names that are asked for together, as in source code.
fn mint(mut scope: Scope, wires: &[&str]) -> Vec<String> {
    let wishes: Vec<Wish> = wires.iter().map(|wire| Wish::new(wire)).collect();
    scope
        .mint(&wishes)
        .iter()
        .map(|minted| minted.name.to_string())
        .collect()
}

#[track_caller]
fn check(scope: fn() -> Scope, table: &[(&str, &str)]) {
    for (wire, expected) in table {
        assert_eq!(mint(scope(), &[wire]), [*expected], "for {wire:?}");
    }
}

#[test]
fn types() {
    check(
        Scope::types,
        &[
            ("checkout_order", "CheckoutOrder"),
            ("HTTPValidationError", "HttpValidationError"),
            ("OAuth2Token", "Oauth2Token"),
            ("IPv4Address", "Ipv4Address"),
            ("com.example.v1.Pet", "ComExampleV1Pet"),
            ("Page«Pet»", "PagePet"),
            ("sha256Hash", "Sha256Hash"),
            ("FeatureIDs", "FeatureIds"),
            ("400", "Type400"),
            ("Option", "OptionModel"),
            ("client", "ClientModel"),
            ("self", "SelfModel"),
            ("", "Empty"),
            ("名前", "名前"),
            ("größe-maß", "GrößeMaß"),
            ("क्या", "क्या"),
        ],
    );
}

#[test]
fn variants() {
    check(
        Scope::variants,
        &[
            ("in_progress", "InProgress"),
            ("IN_PROGRESS", "InProgress"),
            ("inProgress", "InProgress"),
            ("unknown", "UnknownValue"),
            ("Self", "SelfValue"),
            ("None", "None"),
            ("200", "Value200"),
            ("1.5", "Value1_5"),
            ("2026-04-01", "Value2026_04_01"),
            ("3d_secure", "Value3dSecure"),
            ("-created_at", "MinusCreatedAt"),
            ("created_at", "CreatedAt"),
            ("+1", "Plus1"),
            ("-1", "Minus1"),
            ("<=", "LessEqual"),
            ("*", "Star"),
            ("", "Empty"),
            (" ", "Space"),
            ("don't", "Dont"),
            ("👍", "U1f44d"),
            ("½", "Value1_2"),
        ],
    );
}

#[test]
fn fields() {
    check(
        Scope::fields,
        &[
            ("createdAt", "created_at"),
            ("URLs", "urls"),
            ("userIDs", "user_ids"),
            ("getHTTPResponse", "get_http_response"),
            ("type", "r#type"),
            ("gen", "r#gen"),
            ("self", "self_"),
            ("new", "new_"),
            ("additional_properties", "additional_properties_"),
            ("@type", "r#type"),
            ("$ref", "r#ref"),
            ("_id", "id"),
            ("+1", "plus_1"),
            ("1st", "value_1st"),
            ("X-Request-Id", "x_request_id"),
            ("filter[name]", "filter_name"),
            ("_", "underscore"),
        ],
    );
}

#[test]
fn other_scopes() {
    check(
        Scope::arguments,
        &[
            ("send", "send_"),
            ("timeout", "timeout_"),
            ("new", "new_"),
            ("page", "page"),
        ],
    );
    check(
        Scope::methods,
        &[
            ("new", "new_"),
            ("get", "get"),
            ("move", "r#move"),
            ("2fa", "call_2fa"),
        ],
    );
    check(
        Scope::accessors,
        &[
            ("request", "request_"),
            ("Checkout Sessions", "checkout_sessions"),
        ],
    );
    check(
        Scope::operations,
        &[("send", "SendCall"), ("list/pets", "ListPets")],
    );
    check(
        Scope::resources,
        &[("Default", "DefaultResource"), ("C++", "C")],
    );
    check(
        Scope::credentials,
        &[("build", "build_"), ("ApiKey", "api_key")],
    );
    check(
        Scope::modules,
        &[
            ("petstore-v2", "petstore_v2"),
            ("3rd", "api_3rd"),
            ("runtime", "runtime_"),
        ],
    );
}

#[test]
fn collisions_are_settled_by_the_names_themselves() {
    let table: &[(&[&str], &[&str])] = &[
        (&["a.b", "a-b"], &["a_dot_b", "a_dash_b"]),
        (&["foo_bar", "fooBar"], &["foo_bar", "foo_bar_camel"]),
        (&["_id", "id"], &["underscore_id", "id"]),
        (&["ID", "Id"], &["id_upper", "id_capitalized"]),
        (&["id", "ID"], &["id", "id_upper"]),
        (&["new", "new_"], &["new_lower", "new_"]),
        (&["a", "a"], &["a_2", "a_3"]),
    ];
    for (wires, expected) in table {
        assert_eq!(mint(Scope::fields(), wires), *expected, "for {wires:?}");
        let reversed: Vec<_> = wires.iter().rev().copied().collect();
        let mut names = mint(Scope::fields(), &reversed);
        if wires.first() != wires.last() {
            names.reverse();
        }
        assert_eq!(names, *expected, "for {reversed:?}");
    }
}

#[test]
fn what_others_want_as_well_is_reported() {
    let reported = |wires: [&str; 2]| {
        let minted = Scope::fields().mint(&wires.map(Wish::new));
        let wanted = minted.into_iter().map(|Minted { wanted, .. }| wanted);
        wanted.collect::<Vec<_>>()
    };
    let same = Some("same".to_owned());
    assert_eq!(reported(["same", "same"]), [same.clone(), same]);
    assert_eq!(
        reported(["user_id", "userId"]),
        [None, Some("user_id".to_owned())]
    );
    assert_eq!(reported(["new", "type"]), [None, None]);
}

#[test]
fn a_name_that_the_document_gives_is_had() {
    let wishes = [
        Wish::new("status"),
        Wish::new("state").rather(Words::of("status")),
    ];
    let minted = Scope::fields().mint(&wishes);
    let names = minted.iter().map(|minted| minted.name.to_string());
    assert_eq!(names.collect::<Vec<_>>(), ["status_lower", "status"]);
}

#[test]
fn long_names_lose_their_middle() {
    let wire = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen";
    let [name] = mint(Scope::types(), &[wire]).try_into().expect("one name");
    assert!(
        name.starts_with("OneTwoThree") && name.ends_with("FifteenSixteen") && name.len() <= 120,
        "{name}"
    );
    let [name] = mint(Scope::types(), &["x".repeat(1000).as_str()])
        .try_into()
        .expect("one name");
    assert!(name.len() <= 120, "{name}");
}

#[test]
fn files_differ_in_more_than_case_and_are_no_keywords() {
    let mut files = FileNames::default();
    let names = [
        "Type",
        "Mod",
        "Aux",
        "CheckoutOrder",
        "checkout_order",
        "Catégorie",
        "支払い",
    ]
    .map(|name| files.mint(&Words::of(name)));
    let names: Vec<_> = names.iter().map(|name| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "type_",
            "mod_",
            "aux_",
            "checkout_order",
            "checkout_order_2",
            "categorie",
            "u652fu6255u3044"
        ]
    );
}

#[test]
fn every_identifier_is_a_token() {
    let wires = [
        "",
        "self",
        "crate",
        "super",
        "Self",
        "_",
        "İ",
        "ŉ",
        "\u{300}",
        "٣",
        "①",
        "ﬁ",
        "a\u{200d}b",
        "\0",
    ];
    let scopes: [fn() -> Scope; 4] = [Scope::types, Scope::variants, Scope::fields, Scope::methods];
    for (wire, scope) in wires
        .iter()
        .flat_map(|wire| scopes.iter().map(move |scope| (wire, scope)))
    {
        let name = scope().mint_one(&Wish::new(wire)).name;
        assert!(
            syn::parse_str::<syn::Ident>(&name.to_string()).is_ok(),
            "{wire:?} as {name}"
        );
    }
}

#[test]
fn features_of_tags_are_not_those_of_the_runtime() {
    let manifest = bindery_runtime::sources::MANIFEST;
    let sections = manifest.split("\n[");
    let sections = sections.filter(|section| {
        ["features]", "dependencies]"]
            .iter()
            .any(|name| section.starts_with(name))
    });
    let keys = sections.flat_map(str::lines).filter_map(|line| {
        let (key, _) = line.split_once(" = ")?;
        (!key.starts_with('#')).then_some(key)
    });
    let mut names = FeatureNames::default();
    let mut count = 0;
    for key in keys {
        assert_ne!(names.mint(&Words::of(key)).as_str(), key);
        count += 1;
    }
    assert!(count > 20, "{count} keys");
}

#[test]
fn features_are_unique_whatever_the_tags_are_called() {
    let mut names = FeatureNames::default();
    let mut mint = |tag: &str| names.mint(&Words::of(tag)).as_str().to_owned();
    assert_eq!(mint("Checkout Sessions"), "checkout-sessions");
    assert_eq!(mint("2FA"), "tag-2fa");
    assert_eq!(mint("HTTP"), "http-tag");
    assert_eq!(mint("http tag"), "http-tag-2");
    assert_eq!(mint("支払い"), "支払い");
    assert_eq!(mint("+"), "plus");
}

#[test]
fn words_are_found_in_singular_and_plural() {
    let words = |text| Words::of(text);
    assert_eq!(
        words("create_checkout_session_link").around(&words("Checkout Sessions")),
        Some((words("create"), words("link")))
    );
    assert_eq!(words("list_pets").around(&words("dogs")), None);
    for (name, other, expected) in [
        ("FixedPrice", "Price", "fixed"),
        ("PriceFixed", "ProductPrice", "price_fixed"),
        ("PercentageDiscount", "CheckoutDiscount", "percentage"),
        ("StreamTextEvent", "StreamEvent", "text"),
        ("Price", "Prices", "price"),
    ] {
        assert_eq!(words(name).distinct_from(&words(other)), words(expected));
    }
    assert_eq!(
        words("checkout_order").overlapping(&words("order_lines")),
        words("checkout_order_lines")
    );
    assert_eq!(
        words("address").overlapping(&words("address")),
        words("address_address")
    );
}

#[test]
fn a_scope_accepts_what_it_would_mint_itself() {
    for wire in [
        "a",
        "Ab1-2",
        "1.5",
        "new",
        "self",
        "type",
        "Option",
        "名前",
        "größe-maß",
        "",
        "client",
    ] {
        for scope in [Scope::types, Scope::fields, Scope::variants, Scope::methods] {
            let mut scope = scope();
            let wishes = [Wish::new(wire), Wish::new(wire), Wish::new(wire)];
            for Minted { name, .. } in scope.mint(&wishes) {
                assert_eq!(scope.accepts(name.as_str()), Ok(()), "{wire}");
            }
        }
    }
}

#[test]
fn a_scope_accepts_other_names_as_they_are_written() {
    for name in [
        "OAuth2Token",
        "ABC",
        "Pet_",
        "pet",
        "My_Pet",
        "String",
        "A-B",
        "Pet é",
        "",
    ] {
        let is_accepted = matches!(name, "OAuth2Token" | "ABC");
        assert_eq!(Scope::types().accepts(name).is_ok(), is_accepted, "{name}");
    }
    for name in [
        "user_id", "r#type", "type", "userId", "a__b", "_a", "self", "1st",
    ] {
        let is_accepted = matches!(name, "user_id" | "type");
        assert_eq!(Scope::fields().accepts(name).is_ok(), is_accepted, "{name}");
    }
}

#[test]
fn recorded_names_come_before_all_others() {
    let mut scope = Scope::fields();
    scope.reserve(["late".to_owned()]);
    let wishes = [
        Wish::new("late"),
        Wish::new("a"),
        Wish::new("b").recorded("a"),
    ];
    assert_eq!(names(scope.mint(&wishes)), ["late_lower", "a_lower", "a"]);
    let wishes = [
        Wish::new("c").recorded("late"),
        Wish::new("d").recorded("late"),
    ];
    assert_eq!(names(scope.mint(&wishes)), ["late", "d"]);
}

fn names(minted: Vec<Minted>) -> Vec<String> {
    minted
        .iter()
        .map(|minted| minted.name.to_string())
        .collect()
}
