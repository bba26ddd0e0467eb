//! Operations and the names that they get.

use super::{OperationNames, method_wish, untagged_accessor};
use crate::document::Pointer;
use crate::ir::draft::{Draft, Operation};
use crate::ir::{Docs, Origin};
use crate::names::{Scope, Words};
use crate::recorded::Ledger;

fn operation(method: &str, path: &str, id: Option<&str>, tag: Option<&str>) -> Operation {
    Operation {
        id: id.map(str::to_owned),
        method: method.to_owned(),
        path: path.to_owned(),
        tags: tag.map(str::to_owned).into_iter().collect(),
        rust_name: None,
        docs: Docs::default(),
        parameters: Vec::new(),
        body: None,
        responses: Vec::new(),
        security: Vec::new(),
        server: None,
        paging: None,
        retry_rule: None,
        origin: Origin(Pointer::root()),
    }
}

/// The call's name, the accessor and the method's name of an operation that is alone.
fn names(operation: Operation) -> [String; 3] {
    let accessor = match operation.tags.first() {
        Some(tag) => Words::of(tag),
        None => untagged_accessor(&operation),
    };
    let method = Scope::methods()
        .mint_one(&method_wish(&operation, &accessor))
        .name;
    let draft = Draft {
        operations: vec![operation],
        ..Draft::default()
    };
    let calls = OperationNames::mint(&draft, &mut Ledger::default());
    let call = calls.iter().map(|name| name.call.to_string()).collect();
    [call, accessor.snake(), method.to_string()]
}

#[test]
fn operations_are_named_after_their_id_and_tag() {
    let table = [
        ("create_checkout", "checkouts", "CreateCheckout", "create"),
        (
            "createCheckoutSession",
            "checkout-sessions",
            "CreateCheckoutSession",
            "create",
        ),
        ("PetsController_findAll", "Pets", "PetsFindAll", "find_all"),
        ("PetsV1Controller_listPets", "Pets", "ListPets", "list"),
        ("list_flows", "Flow Management", "ListFlows", "list"),
        ("get-a-chapter", "chapters", "GetAChapter", "get"),
        (
            "listProjectKeys",
            "keys",
            "ListProjectKeys",
            "list_project_keys",
        ),
        ("get_all_pets", "pets", "GetAllPets", "get_all"),
        ("get_pets", "pets", "GetPets", "get_pets"),
        ("list_pets", "pets", "ListPets", "list"),
        (
            "repos/get-content",
            "repos",
            "ReposGetContent",
            "get_content",
        ),
        (
            "list_teams_for_user",
            "team",
            "ListTeamsForUser",
            "list_for_user",
        ),
        ("add_to_cart", "cart", "AddToCart", "add_to_cart"),
        ("pets_by_id", "pets", "PetsById", "pets_by_id"),
        ("checkouts", "checkouts", "Checkouts", "checkouts"),
        ("list_orders_v1_orders__get", "orders", "ListOrders", "list"),
        ("deletePet", "store", "DeletePet", "delete_pet"),
    ];
    for (id, tag, call, method) in table {
        let [actual_call, _, actual_method] =
            names(operation("GET", "/v1/orders/", Some(id), Some(tag)));
        assert_eq!(
            (actual_call.as_str(), actual_method.as_str()),
            (call, method),
            "for {id} of {tag}"
        );
    }
}

#[test]
fn operations_without_id_are_named_after_method_and_path() {
    let table = [
        ("GET", "/pets", "ListPets", "pets", "list"),
        ("POST", "/v1/pets", "CreatePet", "pets", "create"),
        ("GET", "/api/v2/pets/{id}", "GetPet", "pets", "get"),
        ("PUT", "/pets/{id}", "ReplacePet", "pets", "replace"),
        ("PATCH", "/pets/{id}", "UpdatePet", "pets", "update"),
        ("DELETE", "/pets/{id}", "DeletePet", "pets", "delete"),
        ("HEAD", "/pets/{id}", "CheckPet", "pets", "check"),
        (
            "POST",
            "/pets/{id}/archive",
            "ArchivePet",
            "pets",
            "archive",
        ),
        ("GET", "/pets/{id}/toys", "ListPetToys", "pets", "list_toys"),
        (
            "POST",
            "/pets/{id}/toys",
            "CreatePetToy",
            "pets",
            "create_toy",
        ),
        ("GET", "/setup/v1/pets/{id}", "GetPet", "pets", "get"),
        ("POST", "/pets/search", "SearchPets", "pets", "search"),
        ("GET", "/pets/search", "GetPetsSearch", "pets", "get_search"),
        ("PUT", "/pets/{id}/restore", "RestorePet", "pets", "restore"),
        (
            "PUT",
            "/pets/{id}/owner",
            "ReplacePetOwner",
            "pets",
            "replace_owner",
        ),
        ("GET", "/", "Get", "root", "get"),
        ("GET", "/{id}", "GetById", "root", "get_by_id"),
        ("GET", "/v1", "GetV1", "v1", "get"),
    ];
    for (method, path, call, accessor, name) in table {
        let expected = [call, accessor, name].map(str::to_owned);
        assert_eq!(
            names(operation(method, path, None, None)),
            expected,
            "for {method} {path}"
        );
    }
}

#[test]
fn operations_without_id_say_what_their_tag_stands_below() {
    let table = [
        ("GET", "/toys", "list"),
        ("GET", "/pets/{id}/toys", "list_for_pet"),
        ("POST", "/pets/{id}/toys/{toy}/mend", "mend_for_pet"),
        ("GET", "/pets/{id}/toys/{toy}/parts", "list_parts_for_pet"),
        ("GET", "/pets/{id}", "get_pet"),
    ];
    for (method, path, name) in table {
        let [_, _, actual] = names(operation(method, path, None, Some("Toys")));
        assert_eq!(actual, name, "for {method} {path}");
    }
}

#[test]
fn operations_that_want_the_same_name_say_more() {
    let operations = vec![
        operation("POST", "/pets/search", None, None),
        operation("PUT", "/pets/search", None, None),
        operation("GET", "/owners/{id}", None, None),
        operation("GET", "/owners/{id}/{name}", None, None),
        operation("GET", "/a", Some("same"), None),
        operation("GET", "/b", Some("same"), None),
    ];
    let draft = Draft {
        operations,
        ..Draft::default()
    };
    let calls = OperationNames::mint(&draft, &mut Ledger::default());
    let calls: Vec<String> = calls.iter().map(|name| name.call.to_string()).collect();
    let expected = [
        "CreatePetsSearch",
        "ReplacePetsSearch",
        "GetOwnerById",
        "GetOwnerByIdName",
        "GetA",
        "GetB",
    ];
    assert_eq!(calls, expected);
}
