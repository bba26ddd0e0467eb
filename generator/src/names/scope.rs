//! Scopes: they are asked for wire names and hand out identifiers.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::kind::{self, Kind};
use super::{Identifier, Words};

/// A name that something would like to have.
#[derive(Clone, Debug)]
pub struct Wish {
    wire: String,
    candidates: Vec<Words>,
    by_wire: bool,
    /// The first candidate was given by the document, for this purpose.
    given: bool,
    /// The name that is recorded for this.
    recorded: Option<String>,
}

/// How many candidates follow from a wire name.
const WIRE_CANDIDATES: usize = 3;

impl Wish {
    /// Named after its wire name; where that isn't unique, with symbols spelled out, then with the way it is written.
    pub fn new(wire: &str) -> Self {
        Self {
            wire: wire.to_owned(),
            candidates: Vec::new(),
            by_wire: true,
            given: false,
            recorded: None,
        }
    }

    /// Named by the first of these candidates that is unique. `wire` is what the document calls it.
    pub fn of(wire: &str, candidates: impl IntoIterator<Item = Words>) -> Self {
        let candidates: Vec<Words> = candidates
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect();
        Self {
            wire: wire.to_owned(),
            by_wire: candidates.is_empty(),
            candidates,
            given: false,
            recorded: None,
        }
    }

    /// Is to be called this, since the document says so: no other wish has a better claim to that name.
    #[must_use]
    pub fn rather(mut self, words: Words) -> Self {
        self.candidates.insert(0, words);
        self.given = true;
        self
    }

    /// Has this name, which has to be one that the scope [accepts](Scope::accepts).
    #[must_use]
    pub fn recorded(mut self, name: &str) -> Self {
        self.recorded = Some(name.to_owned());
        self
    }

    /// Whether the document says what it is to be called.
    pub fn is_given(&self) -> bool {
        self.given
    }

    /// Whether its name is recorded.
    pub fn is_recorded(&self) -> bool {
        self.recorded.is_some()
    }

    /// How many rounds it takes until there is no other candidate.
    fn rounds(&self) -> usize {
        let by_wire = if self.by_wire { WIRE_CANDIDATES } else { 0 };
        self.candidates.len() + by_wire
    }

    /// The candidate for a round; the last one from then on.
    fn candidate(&self, round: usize) -> Words {
        let round = round.min(self.rounds().saturating_sub(1));
        match self.candidates.get(round) {
            Some(words) => words.clone(),
            None => match round - self.candidates.len() {
                0 => Words::of(&self.wire),
                1 => Words::spelled(&self.wire),
                _ => Words::spelled(&self.wire).then(&style(&self.wire)),
            },
        }
    }

    /// How good a claim its wire name gives it to an identifier that others want as well.
    fn claim(&self, identifier: &str, round: usize) -> Claim {
        if self.given && round == 0 {
            Claim::Given
        } else if self.wire == identifier {
            Claim::Exact
        } else if !self
            .wire
            .contains(|character: char| !character.is_lowercase() && character != '_')
        {
            Claim::Plain
        } else {
            Claim::None
        }
    }
}

/// How good a claim to an identifier is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// The document gives it the name.
    Given,
    /// The wire name is the identifier.
    Exact,
    /// The wire name is in lower case, words parted by `_`.
    Plain,
    /// Anything else.
    None,
}

/// The way in which a name is written, as a word that tells it from names with the same letters.
fn style(wire: &str) -> Words {
    let has_upper = wire.contains(char::is_uppercase);
    let has_lower = wire.contains(char::is_lowercase);
    let name = match (has_upper, has_lower) {
        (false, _) => "lower",
        (true, false) => "upper",
        (true, true) if wire.starts_with(char::is_uppercase) => "capitalized",
        (true, true) => "camel",
    };
    Words::of(name)
}

/// What a scope answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minted {
    /// The identifier.
    pub name: Identifier,
    /// The identifier that it would have if nothing else wanted that as well; `None` if this is it. So the name may
    /// change when others come and go.
    pub wanted: Option<String>,
}

/// The identifiers of one place, each of which is handed out once.
///
/// Who asks first has the first choice, so ask for what must not move before what may. Wishes that are made together
/// have equal rights: if several want the same identifier, it goes to the one whose wire name has the best claim, and if
/// there isn't a single best one, all of them go on to their next candidate. Names that are recorded come before all
/// others.
#[derive(Debug)]
pub struct Scope {
    kind: &'static Kind,
    taken: BTreeSet<String>,
    /// Names that are recorded for what has not asked yet.
    reserved: BTreeSet<String>,
    numbers: BTreeMap<String, usize>,
}

impl Scope {
    fn new(kind: &'static Kind) -> Self {
        Self {
            kind,
            taken: BTreeSet::new(),
            reserved: BTreeSet::new(),
            numbers: BTreeMap::new(),
        }
    }

    /// An API's types.
    pub fn types() -> Self {
        Self::new(&kind::TYPE)
    }

    /// An API's calls, with the enums of their successes.
    pub fn operations() -> Self {
        Self::new(&kind::OPERATION)
    }

    /// The structs of an API's resources.
    pub fn resources() -> Self {
        Self::new(&kind::RESOURCE)
    }

    /// An enum's or a union's variants.
    pub fn variants() -> Self {
        Self::new(&kind::VARIANT)
    }

    /// A struct's fields, with their setters.
    pub fn fields() -> Self {
        Self::new(&kind::FIELD)
    }

    /// An operation's arguments, with the setters of its call.
    pub fn arguments() -> Self {
        Self::new(&kind::ARGUMENT)
    }

    /// A resource's methods.
    pub fn methods() -> Self {
        Self::new(&kind::METHOD)
    }

    /// The client's accessors.
    pub fn accessors() -> Self {
        Self::new(&kind::ACCESSOR)
    }

    /// The builder's methods that take credentials.
    pub fn credentials() -> Self {
        Self::new(&kind::CREDENTIAL)
    }

    /// The places where an API answers.
    pub fn environments() -> Self {
        Self::new(&kind::ENVIRONMENT)
    }

    /// The modules of a crate.
    pub fn modules() -> Self {
        Self::new(&kind::MODULE)
    }

    /// Keeps names for those for whom they are recorded.
    pub fn reserve(&mut self, names: impl IntoIterator<Item = String>) {
        self.reserved.extend(names);
    }

    /// Whether a recorded name can be one of this scope: an identifier, in the case that Rust expects, and not reserved.
    ///
    /// # Errors
    ///
    /// What the scope would make of that name.
    pub fn accepts(&self, name: &str) -> Result<(), String> {
        match self.kind.accepts(name) {
            true => Ok(()),
            false => Err(self.kind.spell(&Words::of(name))),
        }
    }

    /// An identifier for something of our own, by a name that the scope reserves for it.
    pub fn mint_own(&mut self, name: &'static str) -> Identifier {
        self.taken.insert(name.to_owned());
        Identifier::new(name.to_owned())
    }

    /// An identifier for one wire name.
    pub fn mint_one(&mut self, wish: &Wish) -> Minted {
        let recorded = self
            .mint_recorded(std::slice::from_ref(wish))
            .swap_remove(&0);
        if let Some(minted) = recorded {
            return minted;
        }
        for round in 0..wish.rounds() {
            let text = self.kind.spell(&wish.candidate(round));
            if self.take(&text) {
                return self.minted(wish, text);
            }
        }
        self.mint_numbered(wish)
    }

    /// Takes a name that is free, and reserved for nobody.
    fn take(&mut self, name: &str) -> bool {
        !self.reserved.contains(name) && self.taken.insert(name.to_owned())
    }

    /// The recorded names of wishes, each for the first that has it.
    fn mint_recorded(&mut self, wishes: &[Wish]) -> IndexMap<usize, Minted> {
        let mut minted = IndexMap::new();
        for (index, wish) in wishes.iter().enumerate() {
            let name = wish.recorded.clone();
            if let Some(name) = name.filter(|name| self.taken.insert(name.clone())) {
                let name = Identifier::new(name);
                minted.insert(index, Minted { name, wanted: None });
            }
        }
        minted
    }

    /// Identifiers for wishes with equal rights, in their order.
    pub fn mint(&mut self, wishes: &[Wish]) -> Vec<Minted> {
        let mut minted = self.mint_recorded(wishes);
        let rounds = wishes.iter().map(Wish::rounds).max().unwrap_or(0);
        for round in 0..rounds {
            let open = (0..wishes.len())
                .filter(|index| !minted.contains_key(index))
                .collect();
            for (text, claimants) in self.claims(wishes, open, round) {
                if let Some(winner) = sole_claimant(wishes, &claimants, &text, round) {
                    self.taken.insert(text.clone());
                    minted.extend(
                        wishes
                            .get(winner)
                            .map(|wish| (winner, self.minted(wish, text))),
                    );
                }
            }
        }
        let minted = wishes.iter().enumerate().map(|(index, wish)| {
            minted
                .swap_remove(&index)
                .unwrap_or_else(|| self.mint_numbered(wish))
        });
        minted.collect()
    }

    /// The identifiers that are wanted in a round and are still free, and who wants them.
    fn claims(
        &self,
        wishes: &[Wish],
        open: Vec<usize>,
        round: usize,
    ) -> IndexMap<String, Vec<usize>> {
        let mut claims: IndexMap<String, Vec<usize>> = IndexMap::new();
        for index in open {
            let Some(wish) = wishes.get(index) else {
                continue;
            };
            let text = self.kind.spell(&wish.candidate(round));
            if !self.taken.contains(&text) && !self.reserved.contains(&text) {
                claims.entry(text).or_default().push(index);
            }
        }
        claims
    }

    fn mint_numbered(&mut self, wish: &Wish) -> Minted {
        let base = self.kind.spell(&wish.candidate(0));
        let number = self.numbers.entry(base.clone()).or_insert(1);
        loop {
            *number += 1;
            let text = self.kind.numbered(&base, *number);
            if !self.reserved.contains(&text) && self.taken.insert(text.clone()) {
                return self.minted(wish, text);
            }
        }
    }

    fn minted(&self, wish: &Wish, text: String) -> Minted {
        let wanted = Some(self.kind.spell(&wish.candidate(0))).filter(|wanted| *wanted != text);
        Minted {
            name: Identifier::new(text),
            wanted,
        }
    }
}

/// The only one of several claimants, or the only one with the best claim, if it is one at all.
fn sole_claimant(wishes: &[Wish], claimants: &[usize], text: &str, round: usize) -> Option<usize> {
    if let [only] = claimants {
        return Some(*only);
    }
    let claims = claimants
        .iter()
        .filter_map(|index| Some((wishes.get(*index)?.claim(text, round), *index)));
    let claims: Vec<_> = claims.filter(|(claim, _)| *claim != Claim::None).collect();
    let best = claims.iter().map(|(claim, _)| *claim).min()?;
    let mut winners = claims.iter().filter(|(claim, _)| *claim == best);
    match (winners.next(), winners.next()) {
        (Some((_, winner)), None) => Some(*winner),
        _ => None,
    }
}
