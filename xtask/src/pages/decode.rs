//! Decodes the samples of pages with the types that are generated of a document.

use std::io::Write;
use std::process::{Child, Stdio};

use bindery::ir::{Selection, Type};
use bindery::pages::{Sample, TakenFor};
use bindery::source::Source;
use bindery::{Strictness, generate_decoding_program, generate_part};

use crate::failure::Failure;
use crate::program::Programs;
use crate::workspace::Workspace;

/// A sample that is taken for something, and what came of decoding it.
pub(super) struct Decoded<'a> {
    pub(super) sample: &'a Sample,
    pub(super) taken_for: &'a TakenFor,
    /// Where and why it can't be decoded.
    pub(super) problem: Option<String>,
}

/// Decodes every sample that is taken for something.
pub(super) fn samples<'a>(
    samples: &'a [Sample],
    source: &Source,
    name: &str,
    workspace: &Workspace,
) -> Result<Vec<Decoded<'a>>, Failure> {
    let taken = samples
        .iter()
        .filter_map(|sample| Some((sample, sample.taken_for.as_ref()?)));
    let taken: Vec<_> = taken.collect();
    let mut types: Vec<Type> = Vec::new();
    let mut input = String::new();
    for (sample, taken_for) in &taken {
        let known = types.iter().position(|value| *value == taken_for.value);
        let number = known.unwrap_or(types.len());
        if known.is_none() {
            types.push(taken_for.value.clone());
        }
        let line = serde_json::to_string(&(number, &sample.text)).map_err(Failure::stopped)?;
        input += &format!("{line}\n");
    }
    let problems = if taken.is_empty() {
        Vec::new()
    } else {
        problems(&input, &types, source, name, workspace)?
    };
    if problems.len() != taken.len() {
        return Err(Failure::stopped("the program that decodes has failed"));
    }
    let decoded = taken.into_iter().zip(problems);
    Ok(decoded
        .map(|((sample, taken_for), problem)| Decoded {
            sample,
            taken_for,
            problem,
        })
        .collect())
}

/// Generates, builds and runs the program that decodes. The crate has types alone, to be compiled sooner.
fn problems(
    input: &str,
    types: &[Type],
    source: &Source,
    name: &str,
    workspace: &Workspace,
) -> Result<Vec<Option<String>>, Failure> {
    let selection = Selection {
        only_types: true,
        ..Selection::default()
    };
    let client = generate_part(source, name, &selection, &Strictness::Lenient.into());
    let program = generate_decoding_program(source, name, "../client", types);
    let (Some(client), Some(program)) = (client.tree, program.tree) else {
        return Err(Failure::stopped("the document is refused"));
    };
    let programs = Programs::new(workspace, &workspace.pages());
    let program = programs.write(name, &client, &program)?;
    program.build()?.map_err(Failure::stopped)?;
    let mut child = program
        .cargo("run")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(Failure::stopped)?;
    feed(&mut child, input)?;
    let output = child.wait_with_output().map_err(Failure::stopped)?;
    let lines = String::from_utf8_lossy(&output.stdout);
    lines
        .lines()
        .map(|line| serde_json::from_str(line).map_err(Failure::stopped))
        .collect()
}

/// Writes the input from a thread of its own, since the program answers while it reads.
fn feed(child: &mut Child, input: &str) -> Result<(), Failure> {
    let mut stdin = child
        .stdin
        .take()
        .ok_or_else(|| Failure::stopped("the program takes no input"))?;
    let input = input.to_owned();
    // Whatever goes wrong here shows in what the program answers.
    std::thread::spawn(move || _ = stdin.write_all(input.as_bytes()));
    Ok(())
}
