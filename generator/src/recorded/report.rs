//! What there is to say of names, once every name is there.

use super::ledger::{Contest, Ledger};
use super::place::Places;
use super::write::line;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Document;

impl Ledger {
    /// Reports everything that is to be said of names, once every name is there.
    pub fn report(&self, document: &Document, diagnostics: &mut Diagnostics) {
        let places = Places::of(document.root());
        // What mistaken entries are meant to settle is in doubt, and no news.
        let contests = self.contests.iter().filter(|_| self.mistakes.is_empty());
        for contest in contests {
            let unrecorded = match self.is_kept && !contest.is_given {
                true => self.unrecorded(contest, &places),
                false => None,
            };
            if unrecorded.is_some() || !contest.is_excused {
                diagnostics.push(unrecorded.unwrap_or_else(|| self.contested(contest)));
            }
        }
        let found = self.mistakes.iter().cloned().chain(self.idle());
        found.for_each(|diagnostic| diagnostics.push(diagnostic));
    }

    /// What there is to say of entries that name nothing, once every name is there.
    pub(crate) fn idle(&self) -> Vec<Diagnostic> {
        self.idle.iter().cloned().chain(self.unnamed()).collect()
    }

    /// Entries for what is at its place, but not under that name.
    fn unnamed(&self) -> impl Iterator<Item = Diagnostic> {
        let idle = self
            .entries
            .iter()
            .filter(|(subject, _)| !self.named.contains_key(*subject));
        idle.map(|(subject, entry)| {
            let such = if subject.wire.is_empty() { "" } else { "such " };
            let word = subject.kind.word();
            entry.idle(format!(
                "there is no {such}{word} here that `{}` could name",
                entry.name
            ))
        })
    }

    /// Says that a name depends on its neighbours: something else wants the one that it would have.
    fn contested(&self, contest: &Contest) -> Diagnostic {
        let Contest {
            label,
            name,
            wanted,
            ..
        } = contest;
        let message = format!(
            "`{label}` becomes `{name}`, because something else would be `{wanted}` as well"
        );
        let help = match contest.subject.document_key() {
            Some(key) if contest.is_given => format!("give it another name with `{key}`"),
            Some(key) => format!(
                "give it a name with `{key}`, or record one in `{}`",
                self.path
            ),
            None => format!(
                "record a name for it in `{}`: `--record-names` writes that file",
                self.path
            ),
        };
        let diagnostic =
            Diagnostic::new(Code::ContestedName, contest.pointer.clone(), message).help(help);
        with_rival(diagnostic, contest)
    }

    /// Says that nobody has decided on a name, unless no entry can.
    fn unrecorded(&self, contest: &Contest, places: &Places) -> Option<Diagnostic> {
        let Contest {
            label,
            name,
            wanted,
            rival,
            ..
        } = contest;
        let message = format!(
            "`{label}` and something else would be `{wanted}`, and no name is recorded for it"
        );
        let entry = line(&contest.subject, name, places)
            .filter(|_| self.only_name(&contest.subject).is_some())?;
        let mut help = format!(
            "let `--record-names` do it, or add `{entry}` to `{}`",
            self.path
        );
        let rival = rival
            .as_ref()
            .and_then(|rival| line(&rival.subject, "…", places));
        if let Some(rival) = rival {
            help += &format!(
                "; if it is to be `{wanted}`, record another name for the other: `{rival}`"
            );
        }
        let diagnostic = Diagnostic::new(Code::UnrecordedName, contest.pointer.clone(), message)
            .note(format!("without being recorded it would become `{name}`"))
            .help(help);
        Some(with_rival(diagnostic, contest))
    }
}

fn with_rival(diagnostic: Diagnostic, contest: &Contest) -> Diagnostic {
    match &contest.rival {
        Some(rival) if rival.pointer != contest.pointer => diagnostic.related(
            rival.pointer.clone(),
            format!("this wants to be `{}`", contest.wanted),
        ),
        _ => diagnostic,
    }
}
