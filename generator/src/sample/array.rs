//! Arrays: a few items.

use serde_json::Value;

use super::Sampler;
use super::facets::Facets;
use super::value::Above;
use crate::document::Pointer;

/// How many items there are, if the schema allows: with a single one, the styles of lists would look alike.
const USUAL: usize = 2;
/// How many items are made for a schema that demands very many.
const LONGEST: usize = 100;

impl Sampler<'_> {
    pub(super) fn array(
        &self,
        facets: &Facets,
        example: Option<&Value>,
        above: &Above<'_>,
    ) -> Option<Value> {
        let above = above.parts_of(facets);
        let least = facets.at_least(|schema| schema.keywords.min_items);
        let most = facets.at_most(|schema| schema.keywords.max_items);
        if let Some(tuple) =
            facets.first(|schema| Some(schema.prefix_items()).filter(|places| !places.is_empty()))
        {
            let items = tuple
                .iter()
                .map(|place| self.value(std::slice::from_ref(place), None, &above));
            return items.collect::<Option<Vec<_>>>().map(Value::from);
        }
        let place = facets.first(|schema| schema.items());
        let places: Vec<_> = place.into_iter().collect();
        let shown = example.and_then(Value::as_array).into_iter().flatten();
        let mut items: Vec<_> = shown
            .take(USUAL.max(least).min(most))
            .filter_map(|shown| self.value(&places, Some(shown), &above))
            .collect();
        items.dedup();
        if items.is_empty()
            && most > 0
            && (least > 0 || !above.leaves_out(&self.facets(&places, None)))
        {
            items.extend(self.value(&places, None, &above));
        }
        let unique = facets
            .first(|schema| schema.keywords.unique_items)
            .unwrap_or(false);
        let wanted = match items.is_empty() {
            true => least,
            false => USUAL.max(least).min(most),
        };
        self.lengthen(&mut items, wanted, unique, &places);
        (items.len() >= least).then(|| Value::from(items))
    }

    /// Adds items until there are enough: others of an `enum` first, then the last again; if all have to differ, a longer
    /// one than the last.
    fn lengthen(&self, items: &mut Vec<Value>, wanted: usize, unique: bool, places: &[Pointer]) {
        let facets = self.facets(places, None);
        let listed = facets.enumeration();
        for other in listed.iter().flatten() {
            if items.len() < wanted && !items.contains(other) {
                items.push((*other).clone());
            }
        }
        while items.len() < wanted.min(LONGEST)
            && let Some(last) = items.last()
        {
            let next = match (unique, last.as_str()) {
                (false, _) => Some(last.clone()),
                (true, Some(text)) if listed.is_none() => facets.longer_text(text).map(Value::from),
                (true, _) => None,
            };
            let Some(next) = next else { break };
            items.push(next);
        }
    }
}
