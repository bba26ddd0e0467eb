//! Why a text can't be read, and where.

use super::DEEPEST;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Duplicate, Position, Positions, Related};
use crate::document::Pointer;
use crate::source::Source;

/// Why a text can't be read.
#[derive(Debug)]
pub(super) struct Failure {
    code: Code,
    message: String,
    position: Option<Position>,
    help: Option<String>,
    /// What was being read, and where it starts.
    context: Option<(String, Position)>,
}

impl Failure {
    pub(super) fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            position: None,
            help: None,
            context: None,
        }
    }

    pub(super) fn nesting() -> Self {
        Self::new(
            Code::Nesting,
            format!("objects and lists are nested deeper than {DEEPEST} levels"),
        )
    }

    /// Says where, with lines and columns from 1 and columns in characters.
    pub(super) fn at(self, line: usize, column: usize) -> Self {
        Self {
            position: Some(Position { line, column }),
            ..self
        }
    }

    /// From an error of the JSON parser, whose columns are bytes.
    pub(super) fn of_json(error: &serde_json::Error, text: &str) -> Self {
        let message = error.to_string();
        if message.starts_with("recursion limit exceeded") {
            return Self::nesting().at_byte(error.line(), error.column(), text);
        }
        let what = message.split(" at line ").next().unwrap_or(&message);
        Self::new(Code::Syntax, format!("this is not valid JSON: {what}")).at_byte(
            error.line(),
            error.column(),
            text,
        )
    }

    /// From an error of the YAML parser.
    pub(super) fn of_yaml(error: &serde_yaml::Error, text: &str) -> Self {
        let message = error.to_string();
        let (what, context) = match message.split_once(" at line ") {
            Some((what, rest)) => (what, rest.split_once(", ").map(|(_, context)| context)),
            None => (message.as_str(), None),
        };
        let mut failure = match what {
            _ if what.ends_with("recursion limit exceeded") => Self::nesting(),
            _ if what.ends_with("repetition limit exceeded") => Self::aliases(),
            _ => Self::new(Code::Syntax, format!("this is not valid YAML: {what}")),
        };
        if let Some(found) = forbidden(text).filter(|_| what.starts_with("control characters")) {
            failure.message = format!("this is not valid YAML: it has the character {found:?}");
            failure = failure.at_first(found, text);
        } else if let Some(location) = error.location() {
            failure = failure.at(location.line(), location.column());
        }
        failure.help = failure.tab_help(text).or_else(|| failure.alias_help(text));
        failure.context = context.and_then(started);
        failure
    }

    /// From an error of the parser that looks at suspicious text first. It gives up at 255 levels.
    pub(super) fn of_events(error: &saphyr_parser::ScanError) -> Self {
        let failure = match error.info() {
            "recursion limit exceeded" => Self::nesting(),
            what => Self::new(Code::Syntax, format!("this is not valid YAML: {what}")),
        };
        failure.at(error.marker().line(), error.marker().col() + 1)
    }

    pub(super) fn empty() -> Self {
        Self::new(Code::EmptyDocument, "the document is empty")
    }

    /// Points at the line that starts the second document.
    pub(super) fn several_documents(text: &str) -> Self {
        let failure = Self::new(
            Code::SeveralDocuments,
            "the file holds more than one YAML document",
        );
        let failure = Self {
            help: Some("give each document a file of its own".to_owned()),
            ..failure
        };
        let is_before = |line: &str| {
            line.trim().is_empty() || line.starts_with(['#', '%']) || line.starts_with("---")
        };
        let mut lines = text
            .lines()
            .enumerate()
            .skip_while(|(_, line)| is_before(line));
        match lines.find(|(_, line)| line.starts_with("---")) {
            Some((line, _)) => failure.at(line + 1, 1),
            None => failure,
        }
    }

    pub(super) fn aliases() -> Self {
        Self::new(
            Code::AliasExpansion,
            "the aliases of the document stand for too much text",
        )
    }

    pub(super) fn diagnostic(self) -> Diagnostic {
        let diagnostic = Diagnostic::new(self.code, Pointer::root(), self.message);
        let related = self.context.map(|(message, position)| Related {
            pointer: Pointer::root(),
            position: Some(position),
            message,
        });
        let diagnostic = Diagnostic {
            position: self.position,
            related: related.into_iter().collect(),
            ..diagnostic
        };
        match self.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    fn at_first(self, character: char, text: &str) -> Self {
        let before = text.split(character).next().unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        self.at(before.matches('\n').count() + 1, line.chars().count() + 1)
    }

    fn at_byte(self, line: usize, column: usize, text: &str) -> Self {
        let before = text
            .lines()
            .nth(line.saturating_sub(1))
            .unwrap_or_default()
            .bytes()
            .take(column.saturating_sub(1));
        // Each character has one byte that does not continue another.
        let characters = before
            .filter(|byte| byte & 0b1100_0000 != 0b1000_0000)
            .count();
        self.at(line, characters + 1)
    }

    /// The line that reading stopped at.
    fn line<'text>(&self, text: &'text str) -> Option<&'text str> {
        text.lines().nth(self.position?.line.saturating_sub(1))
    }

    fn alias_help(&self, text: &str) -> Option<String> {
        let is_alias = self.code == Code::Nesting && self.line(text)?.contains('*');
        is_alias.then(|| {
            "an alias (`*name`) within what it stands for has no end: use a `$ref`".to_owned()
        })
    }

    fn tab_help(&self, text: &str) -> Option<String> {
        let line = self.line(text)?;
        let indentation = line.trim_start();
        line.strip_suffix(indentation)?
            .contains('\t')
            .then(|| "YAML is indented with spaces, and this line starts with a tab".to_owned())
    }
}

/// The first control character that YAML doesn't allow (YAML 1.2.2 §5.1). The parser doesn't say where it is.
fn forbidden(text: &str) -> Option<char> {
    let allowed = |character: &char| matches!(character, '\t' | '\n' | '\r' | '\u{85}');
    text.chars()
        .find(|character| character.is_control() && !allowed(character))
}

/// Reads "while parsing a flow mapping at line 2 column 7".
fn started(context: &str) -> Option<(String, Position)> {
    let (what, place) = context.strip_prefix("while ")?.split_once(" at line ")?;
    let (line, column) = place.split_once(" column ")?;
    let position = Position {
        line: line.parse().ok()?,
        column: column.parse().ok()?,
    };
    Some((format!("{what}, which starts here"), position))
}

/// How many duplicate keys are reported. A text of nothing else has millions.
const REPORTED: usize = 100;

/// Reports keys that an object has more than once, each with the place of the first.
pub(super) fn report_duplicates(
    source: &Source,
    duplicates: &[Pointer],
    diagnostics: &mut Diagnostics,
) {
    let before = diagnostics.len();
    for Duplicate {
        pointer,
        first,
        second,
    } in Positions::of(source).duplicates().take(REPORTED)
    {
        let first = Related {
            pointer: pointer.clone(),
            position: Some(first),
            message: "first given here".to_owned(),
        };
        let diagnostic = duplicate_key(pointer);
        diagnostics.push(Diagnostic {
            position: Some(second),
            related: vec![first],
            ..diagnostic
        });
    }
    if diagnostics.len() == before {
        duplicates
            .iter()
            .take(REPORTED)
            .cloned()
            .for_each(|pointer| diagnostics.push(duplicate_key(pointer)));
    }
}

fn duplicate_key(pointer: Pointer) -> Diagnostic {
    let key = pointer.last().unwrap_or_default();
    Diagnostic::new(
        Code::DuplicateKey,
        pointer,
        format!("the key `{key}` is given twice"),
    )
    .at_key()
    .label("given again")
    .help("remove one of the two, or put what they say under one key")
}
