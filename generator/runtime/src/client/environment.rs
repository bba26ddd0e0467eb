//! What a client takes from environment variables.

use std::env::VarError;

use super::super::api::{Placement, Scheme};
use super::super::credentials::{Credential, Given};
use super::ClientBuilder;

/// A look-up of variables by name: [`std::env::var`] outside of tests.
type Variables<'a> = &'a dyn Fn(&str) -> Result<String, VarError>;

/// Fills what `builder` has not been given.
pub(super) fn read(builder: &mut ClientBuilder, variables: Variables<'_>) {
    if let Err(problem) = fill(builder, variables) {
        builder.problem.get_or_insert(problem);
    }
}

fn fill(builder: &mut ClientBuilder, variables: Variables<'_>) -> Result<(), String> {
    let api = builder.api;
    if builder.base_url.is_none() {
        builder.base_url = value(variables, api.base_url_variable)?;
    }
    for scheme in api.schemes {
        if builder.credentials.contains_key(scheme.name) {
            continue;
        }
        if let Some(text) = value(variables, scheme.variable)? {
            builder
                .credentials
                .insert(scheme.name.to_owned(), credential(scheme, text)?);
        }
    }
    if builder.credentials.is_empty() && !api.schemes.is_empty() {
        let names: Vec<_> = api
            .schemes
            .iter()
            .map(|scheme| format!("`{}`", scheme.variable))
            .collect();
        return Err(format!(
            "the environment has no credentials: set {}",
            names.join(" or ")
        ));
    }
    Ok(())
}

fn value(variables: Variables<'_>, name: &str) -> Result<Option<String>, String> {
    match variables(name) {
        Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        Err(VarError::NotPresent) => Ok(None),
        Err(VarError::NotUnicode(_)) => {
            Err(format!("the environment variable `{name}` is not UTF-8"))
        }
    }
}

fn credential(scheme: &Scheme, text: String) -> Result<Credential, String> {
    if scheme.placement != Placement::Basic {
        return Ok(text.into());
    }
    let (user, password) = text.split_once(':').ok_or_else(|| {
        format!(
            "the environment variable `{}` must be of the form `user:password`",
            scheme.variable
        )
    })?;
    Ok(Credential(Given::Login {
        user: user.to_owned(),
        password: password.into(),
    }))
}
