//! The environment that a key is one of, which its first characters may tell.

use super::super::api::{Api, Environment};
use super::super::base_url::BaseUrl;

/// Where a key belongs.
#[derive(Clone, Copy)]
pub(super) struct Home {
    api: &'static Api,
    environment: &'static Environment,
    prefix: &'static str,
}

impl Home {
    /// By the longest prefix that the key of this scheme starts with; `None` if it starts with none.
    pub(super) fn of(api: &'static Api, scheme: &str, key: &str) -> Option<Self> {
        let homes = api.environments.iter().flat_map(|environment| {
            let prefixes = environment.prefixes.iter();
            prefixes.map(move |(name, prefix)| (environment, *name, *prefix))
        });
        homes
            .filter(|(_, name, prefix)| *name == scheme && key.starts_with(prefix))
            .max_by_key(|(_, _, prefix)| prefix.len())
            .map(|(environment, _, prefix)| Self {
                api,
                environment,
                prefix,
            })
    }

    /// Refuses another environment's address. An address that is none of the API's environments, such as a
    /// proxy's or a test's, is not for us to judge.
    ///
    /// # Errors
    ///
    /// What is wrong with the key, to follow its name.
    pub(super) fn check(self, base_url: &BaseUrl) -> Result<(), String> {
        let mut environments = self.api.environments.iter();
        match environments.find(|environment| base_url.is(environment.base_url)) {
            Some(here) if here.name != self.environment.name => Err(self.stray(here)),
            _ => Ok(()),
        }
    }

    fn stray(self, here: &Environment) -> String {
        let (prefix, own) = (self.prefix, self.environment);
        let (name, address) = (own.name, own.base_url);
        let (there, base_url) = (here.name, here.base_url);
        let variable = self.api.base_url_variable;
        format!(
            "starts with `{prefix}`, so it is one of the environment `{name}`, but the call would go to \
             `{there}` ({base_url}); give the client's builder a key of `{there}` or \
             `environment(Environment::{name})`, or set `{variable}` to {address}"
        )
    }
}
