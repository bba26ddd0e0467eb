//! Names of methods: those of operations without what the accessor says already.

use super::routes::{Route, appended};
use super::vocabulary::{is_article, is_collective, is_generic, is_preposition, stands_alone};
use crate::ir::draft::Operation;
use crate::names::{Wish, Words};

/// A method's name in the accessor of a tag: without the tag's words if that leaves a name.
pub(in super::super) fn method_wish(operation: &Operation, tag: &Words) -> Wish {
    let tag = &without_generic(tag);
    let route = Route::of(operation);
    let mut candidates = Vec::new();
    match &operation.id {
        Some(id) => {
            let full = id_words(operation, id);
            candidates.extend(below_tag(&full, tag));
            candidates.extend([full, Words::of(id), Words::spelled(id)]);
        }
        None => candidates.extend(route.candidates_below(tag)),
    }
    candidates.extend(route.candidates());
    let wish = Wish::of(operation.id.as_deref().unwrap_or_default(), candidates);
    match &operation.rust_name {
        Some(name) => wish.rather(Words::of(name)),
        None => wish,
    }
}

/// The words of an `operationId` without what frameworks add to make it unique: the path and method behind it, the
/// class in front of it.
pub(super) fn id_words(operation: &Operation, id: &str) -> Words {
    let words = Words::of(id);
    let words = match words.before(&appended(operation)) {
        Some(name) if !name.is_empty() => name,
        _ => words,
    };
    without_class(&words).unwrap_or(words)
}

/// `PetsController_listPets` is `list pets`, `PetsController_find` is `pets find`.
fn without_class(words: &Words) -> Option<Words> {
    let (class, name) = words.around(&Words::of("controller"))?;
    let (class, name) = (without_generic(&class), skipping_generic(&name));
    if class.is_empty() || name.is_empty() {
        None
    } else if name.around(&class).is_some() {
        Some(name)
    } else {
        Some(class.then(&name))
    }
}

/// What is left of an operation's name without its tag, if that reads as a name.
///
/// `get_pets` keeps its plural, since `get` is what `get_pet` becomes.
fn below_tag(name: &Words, tag: &Words) -> Option<Words> {
    let (head, tail) = name.around(tag)?;
    let head = trimmed(&head, is_article);
    let tail = if head.is_empty() {
        skipping_generic(&tail)
    } else {
        tail
    };
    let reads = match (head.iter().last(), tail.iter().next()) {
        (None, None) => false,
        (None, Some(first)) => !is_preposition(first),
        (Some(last), Some(_)) => !is_preposition(last),
        (Some(only), None) if head.iter().count() == 1 => !name.is_plural() || is_collective(only),
        (Some(last), None) => stands_alone(last),
    };
    reads.then(|| head.then(&tail))
}

/// The words without generic ones at the end, unless there are no others.
fn without_generic(words: &Words) -> Words {
    let rest = trimmed(words, is_generic);
    if rest.is_empty() { words.clone() } else { rest }
}

fn skipping_generic(words: &Words) -> Words {
    words
        .iter()
        .skip_while(|word| is_generic(word))
        .map(str::to_owned)
        .collect()
}

fn trimmed(words: &Words, is_trimmed: fn(&str) -> bool) -> Words {
    let end = words.iter().count()
        - words
            .iter()
            .rev()
            .take_while(|word| is_trimmed(word))
            .count();
    words.iter().take(end).map(str::to_owned).collect()
}
