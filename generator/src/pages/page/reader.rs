//! Goes through the lines of a page.

use super::bound;
use super::field::{self, Row};
use super::kind::Kind;
use super::operation::{self, Line};
use super::sample::{self, Origin};
use super::section::{self, Context};
use super::value::{self, Form};
use super::{Bounded, Field, Mention, Page, Values, table};
use crate::source::Source;

/// Takes a page apart.
pub(super) fn read(source: &Source) -> Page {
    let found = sample::find(source.text());
    let lines: Vec<&str> = found.rest.lines().collect();
    let trimmed: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    let mut reader = Reader {
        page: Page {
            path: source.path().to_owned(),
            calls: found.calls,
            samples: found.samples,
            unreadable: found.unreadable,
            ..Page::default()
        },
        context: Context::default(),
        field: None,
        around: Vec::new(),
    };
    let mut index = 0;
    while let (Some(rest), Some(line)) = (trimmed.get(index..), lines.get(index)) {
        let taken = reader.step(rest, indentation(line), index + 1);
        for line in index..index + taken {
            reader.place_samples(line + 1);
        }
        index += taken;
    }
    reader.page
}

struct Reader {
    page: Page,
    context: Context,
    /// The field that stood last, to which values and bounds belong.
    field: Option<usize>,
    /// Fields that what is indented further stands in, with their own indentation.
    around: Vec<(usize, Vec<String>)>,
}

impl Reader {
    /// Reads what the next lines begin with, and says how many of them that was.
    fn step(&mut self, lines: &[&str], indentation: usize, number: usize) -> usize {
        let line = lines.first().copied().unwrap_or_default();
        if line.is_empty() {
            return 1;
        }
        if let Some((operation, length)) = operation::spread(lines) {
            self.enter(operation, number);
            return length;
        }
        if operation::is_heading(line) {
            operation::named(line).for_each(|operation| self.enter(operation, number));
            return 1;
        }
        if line.starts_with('|') {
            return self.table(lines, number);
        }
        if let Some((row, length)) = field::stacked(lines)
            && (section::announced(line).is_none() || line.starts_with(char::is_lowercase))
        {
            self.around.clear();
            self.push(row, number);
            return length;
        }
        if let Some(section) = section::announced(line) {
            self.context.section = section;
            (self.field, self.around) = (None, Vec::new());
            return 1;
        }
        if let Some((values, length)) = value::announced(lines) {
            self.values(Form::Announced, values, number);
            return length;
        }
        if let Some((values, length)) = value::comma_led(lines) {
            self.values(Form::List, values, number);
            return length;
        }
        self.line(line, indentation, number);
        1
    }

    /// A line that stands for itself: a field, a value, or a sentence.
    fn line(&mut self, line: &str, indentation: usize, number: usize) {
        if let Some(row) = field::inline(line) {
            self.around.retain(|(around, _)| *around < indentation);
            let holds_fields = row
                .kinds
                .iter()
                .any(|kind| matches!(kind, Kind::Object | Kind::Array));
            let rest = row.rest;
            let names = self.push(row, number);
            if holds_fields {
                self.around.push((indentation, names));
            }
            self.facts(rest, number);
        } else if let Some((form, value)) = value::alone(line) {
            self.values(form, vec![(0, value)], number);
        } else if let Some(alone) = bound::alone(line) {
            self.page.numbers.push((number, alone));
        } else {
            self.facts(line, number);
        }
    }

    fn table(&mut self, lines: &[&str], number: usize) -> usize {
        let length = lines
            .iter()
            .take_while(|line| line.starts_with('|'))
            .count();
        let lines = lines.get(..length).unwrap_or_default();
        self.around.clear();
        for (offset, row) in table::rows(lines) {
            let rest = row.rest;
            self.push(row, number + offset);
            self.facts(rest, number + offset);
        }
        length.max(1)
    }

    /// What a sentence or a cell says beside names and types.
    fn facts(&mut self, text: &str, number: usize) {
        let mentions = operation::named(text).map(|operation| Mention {
            line: number,
            operation,
        });
        self.page.operations.extend(mentions);
        for (form, values) in value::inner(text) {
            self.values(
                form,
                values.into_iter().map(|value| (0, value)).collect(),
                number,
            );
        }
        let field = self.field;
        let bounds = bound::all_in(text).into_iter();
        self.page.bounds.extend(bounds.map(|bound| Bounded {
            line: number,
            field,
            bound,
        }));
    }

    fn enter(&mut self, operation: Line, number: usize) {
        self.context = Context {
            operation: Some(operation.clone()),
            ..Context::default()
        };
        (self.field, self.around) = (None, Vec::new());
        self.page.operations.push(Mention {
            line: number,
            operation,
        });
    }

    /// Keeps a field, and gives its names.
    fn push(&mut self, row: Row<'_>, line: usize) -> Vec<String> {
        let around = self.around.last().map(|(_, names)| names.clone());
        let mut names = around.unwrap_or_default();
        names.extend(field::names(row.name));
        self.field = Some(self.page.fields.len());
        self.page.fields.push(Field {
            line,
            names: names.clone(),
            kinds: row.kinds,
            required: row.required,
            context: self.context.clone(),
        });
        names
    }

    fn values(&mut self, form: Form, values: Vec<(usize, &str)>, number: usize) {
        let values = values
            .into_iter()
            .map(|(offset, value)| (number + offset, value.to_owned()));
        let values = Values {
            field: self.field,
            form,
            values: values.collect(),
        };
        self.page.values.push(values);
    }

    /// Tells the samples of a line where they stand, and goes on in the operation of a call that stands there.
    fn place_samples(&mut self, line: usize) {
        if let Some(call) = self.page.calls.iter().find(|call| call.line == line) {
            self.context.operation = Some(call.operation.clone());
        }
        for sample in &mut self.page.samples {
            if let Origin::Part(context) = &mut sample.origin
                && sample.line == line
            {
                *context = self.context.clone();
            }
        }
    }
}

/// How far a line is indented.
fn indentation(line: &str) -> usize {
    let blanks = line
        .chars()
        .take_while(|character| character.is_whitespace());
    blanks
        .map(|character| if character == '\t' { 4 } else { 1 })
        .sum()
}
