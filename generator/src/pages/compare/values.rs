//! Values that pages list.

use std::collections::BTreeSet;

use super::super::comments::ticked;
use super::super::page::{Field, Form, Page, Values};
use super::super::remark::{Place, Verdict};
use super::super::spec::values_of;
use super::{Comparison, Subject};
use crate::ir::api::TypeItem;

impl<'a> Comparison<'a> {
    pub(super) fn compare_values(&mut self, page: &'a Page) {
        for values in &page.values {
            let field = page.field(values.field);
            let listed = field.map(|field| (field, self.listed_for(field)));
            match listed {
                Some((field, items)) if !items.is_empty() => {
                    self.compare_with(page, values, &items, Some(field))
                }
                Some((field, _)) if values.form == Form::Announced => {
                    self.report_unlisted(page, values, field)
                }
                Some((_, _)) => {}
                None => self.compare_alone(page, values),
            }
        }
        for (line, number) in &page.numbers {
            self.compare_number(page, *line, *number);
        }
    }

    /// The enums of a field.
    fn listed_for(&self, field: &Field) -> Vec<&'a TypeItem> {
        let (found, _) = self.find(&self.scope(&field.context), &field.names);
        let items = found
            .into_iter()
            .flat_map(|member| self.spec.items(member.value));
        items.filter(|item| !values_of(item).is_empty()).collect()
    }

    /// Values whose type is known, or all but known.
    fn compare_with(
        &mut self,
        page: &'a Page,
        values: &Values,
        items: &[&'a TypeItem],
        field: Option<&Field>,
    ) {
        for (line, value) in &values.values {
            let with: Vec<_> = items
                .iter()
                .filter(|item| values_of(item).contains(value))
                .collect();
            if !with.is_empty() {
                let pointers = with
                    .into_iter()
                    .map(|item| self.spec.value_pointer(item, value));
                self.mentioned.extend(pointers.collect::<Vec<_>>());
                continue;
            }
            let Some(item) = items.first() else { continue };
            // A list in a sentence may be one of names; what stands alone may be an example.
            let verdict = match values.form {
                Form::Announced => Verdict::Missing,
                Form::List if self.texts.contains(value.as_str()) => continue,
                Form::List => Verdict::Missing,
                Form::Quoted | Form::Word => Verdict::Undecidable,
            };
            let of = field.map_or_else(String::new, |field| {
                format!(" of `{}`", field.names.join("."))
            });
            let message = format!(
                "the page lists the value `{value}`{of}, `{}` doesn't have it",
                item.name
            );
            let about = field.and_then(|field| field.names.last());
            let subject = match about {
                Some(name) => Subject::of(Some(&item.origin.0), Some(name), vec![ticked(value)]),
                None => Subject::left_out(Some(&item.origin.0), value),
            };
            self.remark(verdict, Place::line(&page.path, *line), subject, message);
        }
    }

    fn report_unlisted(&mut self, page: &'a Page, values: &Values, field: &Field) {
        let (found, _) = self.find(&self.scope(&field.context), &field.names);
        let Some(member) = found.first() else { return };
        let is_boolean = values
            .values
            .iter()
            .all(|(_, value)| matches!(value.as_str(), "true" | "false"));
        let Some((line, _)) = values.values.first().filter(|_| !is_boolean) else {
            return;
        };
        let listed: Vec<_> = values
            .values
            .iter()
            .map(|(_, value)| ticked(value))
            .collect();
        let message = format!(
            "the page lists values of `{}`, the document none: {}",
            field.names.join("."),
            listed.join(", ")
        );
        let about = Some(member.wire);
        let mut subject = Subject::of(Some(&member.pointer), about, Vec::new());
        // All of them have to be explained.
        subject.claim.says = listed.into_iter().map(|value| vec![value]).collect();
        let place = Place::line(&page.path, *line);
        self.remark(Verdict::Missing, place, subject, message);
    }

    /// Values of which the page doesn't say what has them: those of the enum that has most of them.
    fn compare_alone(&mut self, page: &'a Page, values: &Values) {
        let wanted: BTreeSet<&str> = values
            .values
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        let shared = |item: &TypeItem| {
            values_of(item)
                .iter()
                .filter(|value| wanted.contains(value.as_str()))
                .count()
        };
        let mut items: Vec<_> = self.spec.enums().filter(|item| shared(item) > 0).collect();
        items.sort_by_key(|item| std::cmp::Reverse(shared(item)));
        if !items.is_empty() {
            self.compare_with(page, values, &items, None);
            return;
        }
        let is_known = |value: &str| self.texts.iter().any(|text| *text == value);
        let unknown: Vec<_> = values
            .values
            .iter()
            .filter(|(_, value)| !is_known(value))
            .cloned()
            .collect();
        for (line, value) in unknown {
            let message = format!(
                "what has the value `{value}` is not said, and no list of the document has it"
            );
            let subject = Subject::left_out(None, &value);
            let place = Place::line(&page.path, line);
            self.remark(Verdict::Undecidable, place, subject, message);
        }
    }
}
