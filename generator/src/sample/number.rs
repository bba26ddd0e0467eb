//! Numbers within their bounds.

use super::facets::Facets;

impl Facets {
    /// A whole number that fits; `None` if the bounds leave none.
    pub(super) fn integer(&self) -> Option<i64> {
        let (lower, upper) = (self.lower(), self.upper());
        let least = lower.map(
            |(limit, exclusive)| match exclusive && limit.fract() == 0.0 {
                true => limit + 1.0,
                false => limit.ceil(),
            },
        );
        let most = upper.map(
            |(limit, exclusive)| match exclusive && limit.fract() == 0.0 {
                true => limit - 1.0,
                false => limit.floor(),
            },
        );
        let step = self.step().unwrap_or(1.0);
        let value = within(step, least, most);
        let value = (value / step).ceil() * step;
        // Casting saturates, and what is too large for 64 bits is found not to fit.
        let value = value as i64;
        self.admits_number(Some(value as f64)).then_some(value)
    }

    /// A number, in the middle if it has bounds on both sides.
    pub(super) fn number(&self) -> f64 {
        let (lower, upper) = (self.lower(), self.upper());
        match (lower, upper, self.step()) {
            (lower, upper, Some(step)) => {
                let value = within(
                    step,
                    lower.map(|(limit, _)| limit),
                    upper.map(|(limit, _)| limit),
                );
                (value / step).ceil() * step
            }
            (Some((least, _)), Some((most, _)), None) => f64::midpoint(least, most),
            (Some((least, _)), None, None) if least >= 1.5 => least + 0.5,
            (None, Some((most, _)), None) if most <= 1.5 => most - 0.5,
            _ => 1.5,
        }
    }

    pub(super) fn admits_number(&self, number: Option<f64>) -> bool {
        let Some(number) = number else { return false };
        let above = self
            .lower()
            .is_none_or(|(limit, exclusive)| number > limit || (number == limit && !exclusive));
        let below = self
            .upper()
            .is_none_or(|(limit, exclusive)| number < limit || (number == limit && !exclusive));
        above && below
    }

    fn lower(&self) -> Option<(f64, bool)> {
        self.bound(crate::document::SchemaNode::minimum, |schema| {
            schema.keywords.exclusive_minimum
        })
    }

    fn upper(&self) -> Option<(f64, bool)> {
        self.bound(crate::document::SchemaNode::maximum, |schema| {
            schema.keywords.exclusive_maximum
        })
    }

    fn step(&self) -> Option<f64> {
        self.first(|schema| schema.keywords.multiple_of)
            .filter(|step| *step > 0.0)
    }
}

/// A number moved into bounds.
fn within(number: f64, least: Option<f64>, most: Option<f64>) -> f64 {
    let number = least.map_or(number, |least| number.max(least));
    most.map_or(number, |most| number.min(most))
}
