//! The words that a name is made of.

use heck::ToShoutySnakeCase;
use unicode_ident::is_xid_continue;
use unicode_normalization::UnicodeNormalization;

use super::singular::singular;
use super::symbols::{sign, symbol};

/// The words of a name, in lower case and in characters that identifiers may have.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words(Vec<String>);

/// How many bytes a character may have in UTF-8.
const LONGEST_CHARACTER: usize = 4;

/// Terms whose capitals don't begin words, and how they are read.
const MIXED_CASE: &[(&str, &str)] = &[("OAuth", "Oauth"), ("IPv", "Ipv"), ("GraphQL", "Graphql")];

impl Words {
    /// The words of a wire name: parted by symbols and by capitals, with a sign in front spelled out.
    ///
    /// A name of nothing but symbols is spelled out as a whole, so that there is always a word.
    pub fn of(text: &str) -> Self {
        let text = normalized(text);
        let mut words: Vec<String> = leading_sign(&text).map(str::to_owned).into_iter().collect();
        for segment in text.split(is_separator) {
            words.extend(parted_by_capitals(segment));
        }
        if words.is_empty() {
            Self::spelled(&text)
        } else {
            Self(words)
        }
    }

    /// The words of a wire name with every symbol as a word of its own: what tells `a.b` from `a-b`.
    pub fn spelled(text: &str) -> Self {
        let text = normalized(text);
        let mut words = Vec::new();
        for (index, segment) in text.split_inclusive(is_separator).enumerate() {
            let body = segment.trim_end_matches(is_separator);
            words.extend(parted_by_capitals(body));
            words.extend(
                segment
                    .chars()
                    .next_back()
                    .filter(|last| is_separator(*last))
                    .map(|last| {
                        let sign = sign(last).filter(|_| index == 0 && body.is_empty());
                        sign.map_or_else(|| symbol(last), str::to_owned)
                    }),
            );
        }
        if words.is_empty() {
            words.push("empty".to_owned());
        }
        Self(words)
    }

    /// These words and then those.
    #[must_use]
    pub fn then(&self, next: &Self) -> Self {
        Self([self.0.as_slice(), next.0.as_slice()].concat())
    }

    /// These words and then those; a word that ends these and begins those is said once, as long as those add anything:
    /// `checkout order` and `order lines` make `checkout order lines`.
    #[must_use]
    pub fn overlapping(&self, next: &Self) -> Self {
        match (self.0.last(), next.0.split_first()) {
            (Some(last), Some((first, rest)))
                if !rest.is_empty() && singular(last) == singular(first) =>
            {
                Self([self.0.as_slice(), rest].concat())
            }
            _ => self.then(next),
        }
    }

    /// The last word in the singular.
    #[must_use]
    pub fn singular(&self) -> Self {
        let mut words = self.0.clone();
        if let Some(last) = words.last_mut() {
            *last = singular(last);
        }
        Self(words)
    }

    /// Whether the last word is a plural.
    pub fn is_plural(&self) -> bool {
        self.0.last().is_some_and(|last| singular(last) != *last)
    }

    /// What stands before and after the first place where a run of words stands, in singular or plural.
    pub fn around(&self, run: &Self) -> Option<(Self, Self)> {
        let (words, run) = (self.singulars(), run.singulars());
        if run.is_empty() {
            return None;
        }
        let start = words.windows(run.len()).position(|window| window == run)?;
        let (head, tail) = (self.0.get(..start)?, self.0.get(start + run.len()..)?);
        Some((Self(head.to_vec()), Self(tail.to_vec())))
    }

    /// What precedes a suffix.
    pub fn before(&self, suffix: &Self) -> Option<Self> {
        let rest = self.0.strip_suffix(suffix.0.as_slice())?;
        Some(Self(rest.to_vec()))
    }

    /// What is left without the words with which both begin, and those with which both end, in singular or plural; all
    /// of it if that is nothing.
    #[must_use]
    pub fn distinct_from(&self, other: &Self) -> Self {
        let (words, others) = (self.singulars(), other.singulars());
        let same = |(word, other): &(&String, &String)| word == other;
        let head = words.iter().zip(&others).take_while(same).count();
        let tail = words
            .iter()
            .rev()
            .zip(others.iter().rev())
            .take_while(same)
            .count();
        match self.0.get(head..self.0.len() - tail) {
            Some(rest @ [_, ..]) => Self(rest.to_vec()),
            _ => self.clone(),
        }
    }

    /// The words.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// As names of types are written: `CheckoutOrder`. Numbers are kept apart: `Value1_5`.
    ///
    /// Written here and not left to heck, which drops marks that letters of some scripts can't be told apart without.
    pub fn upper_camel(&self) -> String {
        let mut text = String::new();
        for word in &self.0 {
            let ends_in_digit = text.ends_with(|last: char| last.is_ascii_digit());
            if ends_in_digit && word.starts_with(|first: char| first.is_ascii_digit()) {
                text.push('_');
            }
            let mut characters = word.chars();
            text.extend(characters.next().into_iter().flat_map(char::to_uppercase));
            text.push_str(characters.as_str());
        }
        text
    }

    /// As names of values are written: `checkout_order`.
    pub fn snake(&self) -> String {
        self.0.join("_")
    }

    /// As names of packages and features are written: `checkout-order`.
    pub fn kebab(&self) -> String {
        self.0.join("-")
    }

    /// As names of environment variables are written: `CHECKOUT_ORDER`.
    pub fn screaming(&self) -> String {
        self.snake().to_shouty_snake_case()
    }

    /// At most so many bytes of words: words are left out in the middle, where a name says least.
    #[must_use]
    pub(super) fn capped(&self, bytes: usize) -> Self {
        if self.0.iter().map(String::len).sum::<usize>() <= bytes {
            return self.clone();
        }
        let tail = fitting(self.0.iter().rev(), bytes / 2);
        let head = fitting(self.0.iter(), bytes - bytes / 2);
        let mut words: Vec<String> = self.0.iter().take(head).cloned().collect();
        words.extend(self.0.iter().skip(self.0.len() - tail).cloned());
        if words.is_empty() {
            let first = self
                .0
                .first()
                .map(|word| word.chars().take(bytes / LONGEST_CHARACTER).collect());
            words.extend(first);
        }
        Self(words)
    }

    fn singulars(&self) -> Vec<String> {
        self.0.iter().map(|word| singular(word)).collect()
    }
}

impl FromIterator<String> for Words {
    /// Lower-case words, taken as they are.
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        Self(words.into_iter().collect())
    }
}

/// How many words fit into so many bytes.
fn fitting<'a>(words: impl Iterator<Item = &'a String>, bytes: usize) -> usize {
    words
        .scan(0, |total, word| {
            *total += word.len();
            Some(*total)
        })
        .take_while(|total| *total <= bytes)
        .count()
}

/// The text in the form in which the compiler compares identifiers, apostrophes left out (`don't` is one word).
fn normalized(text: &str) -> String {
    let is_apostrophe = |character: &char| matches!(character, '\'' | '’');
    let text: String = if text.is_ascii() {
        text.chars()
            .filter(|character| !is_apostrophe(character))
            .collect()
    } else {
        text.nfkc()
            .filter(|character| !is_apostrophe(character))
            .collect()
    };
    MIXED_CASE
        .iter()
        .fold(text, |text, (term, read)| text.replace(term, read))
}

fn is_separator(character: char) -> bool {
    character == '_' || !is_xid_continue(character)
}

/// The word for a sign that stands right before a name.
fn leading_sign(text: &str) -> Option<&'static str> {
    let mut characters = text.chars();
    let sign = sign(characters.next()?)?;
    characters
        .next()
        .is_some_and(|next| !is_separator(next))
        .then_some(sign)
}

/// The words of a segment without symbols.
fn parted_by_capitals(segment: &str) -> Vec<String> {
    let characters: Vec<char> = segment.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (index, character) in characters.iter().enumerate() {
        let (before, rest) = characters.split_at(index);
        if begins_word(before, rest) && !word.is_empty() {
            words.push(word.to_lowercase());
            word.clear();
        }
        word.push(*character);
    }
    if !word.is_empty() {
        words.push(word.to_lowercase());
    }
    words
}

/// Whether a word begins at the first character of `rest`: at a capital after a small letter (`orderId`, `sha256Hash`),
/// and at the last capital of a row if a small letter follows (`HTTPError`), unless that is the s of a plural (`URLs`).
fn begins_word(before: &[char], rest: &[char]) -> bool {
    let [first, next @ ..] = rest else {
        return false;
    };
    if !first.is_uppercase() {
        return false;
    }
    let letter = before
        .iter()
        .rev()
        .find(|character| !character.is_numeric());
    let after_small_letter = letter.is_some_and(|letter| letter.is_lowercase());
    let before_small_letter = match next {
        ['s'] => false,
        ['s', after, ..] if !after.is_lowercase() => false,
        [next, ..] => next.is_lowercase(),
        [] => false,
    };
    after_small_letter
        || (before_small_letter && letter.is_some_and(|letter| letter.is_uppercase()))
}
