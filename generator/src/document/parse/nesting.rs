//! Finds text that is nested so deeply that the parser of YAML would take very long to refuse it.

use saphyr_parser::{Event, Parser};

use super::DEEPEST;
use super::failure::Failure;

/// How many brackets may be open, counting those in texts and comments, before a look at the structure is taken.
const SUSPICIOUS: usize = 4 * DEEPEST;

/// Refuses lists and objects in brackets that are nested too deeply. The parser of YAML goes through all open brackets
/// at each one, so that a hundred thousand of them would keep it busy for minutes.
pub(super) fn check(text: &str) -> Result<(), Failure> {
    if !is_suspicious(text) {
        return Ok(());
    }
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Failure::of_events(&error))?;
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Err(Failure::nesting().at(span.start.line(), span.start.col() + 1));
        }
    }
    Ok(())
}

fn is_suspicious(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > SUSPICIOUS
    })
}
