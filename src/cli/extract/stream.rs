//! `kehoach extract --stream`: a filter that other engines drive. One request a line, one answer a line, in order.

use std::{
    io::{self, BufRead, Write},
    path::PathBuf,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Exit;
use crate::{
    batch::{Failure, Input, Job, Ordered, Settings, read},
    model::Plan,
    pipeline::Pipeline,
};

/// What is asked. Exactly one of `path`, `text` and `bytes_base64`.
#[derive(Debug, Deserialize)]
struct Request {
    #[serde(default)]
    id: Value,
    /// What the document is called in its record, and so what format it has; the path or the id when it is not given.
    name: Option<String>,
    path: Option<PathBuf>,
    text: Option<String>,
    bytes_base64: Option<String>,
}

/// The answer: the records of the documents, and why others gave none.
#[derive(Debug, Serialize)]
struct Answer {
    id: Value,
    records: Vec<Plan>,
    errors: Vec<Problem>,
}

#[derive(Debug, Serialize)]
struct Problem {
    path: Option<String>,
    code: String,
    message: String,
}

impl Problem {
    fn new(path: Option<String>, Failure { code, message }: Failure) -> Self {
        Self { path, code, message }
    }
}

struct Line(Vec<u8>);

impl Job for Line {
    fn weight(&self) -> u64 {
        self.0.len() as u64
    }
}

/// Lines of standard input, each read when there is room for it.
struct Requests;

impl Iterator for Requests {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let mut line = Vec::new();
        let read = io::stdin().lock().read_until(b'\n', &mut line).ok()?;
        (read > 0).then_some(Line(line))
    }
}

pub(super) fn run(pipeline: Pipeline, settings: &Settings, max_bytes: u64) -> anyhow::Result<Exit> {
    let answers = Ordered::new(Requests, settings, move |line: &Line| answer(&pipeline, &line.0, max_bytes));
    let mut out = io::stdout().lock();
    let mut exit = Exit::Success;
    for (line, answer) in answers {
        // a panic or a time-out: the request is there to say whose it was
        let answer = answer.unwrap_or_else(|failure| {
            let id = serde_json::from_slice::<Request>(&line.0).map_or(Value::Null, |r| r.id);
            Answer { id, records: Vec::new(), errors: vec![Problem::new(None, failure)] }
        });
        if !answer.errors.is_empty() {
            exit = Exit::Problems;
        }
        let mut bytes = serde_json::to_vec(&answer)?;
        bytes.push(b'\n');
        out.write_all(&bytes)?;
        out.flush()?;
    }
    Ok(exit)
}

fn answer(pipeline: &Pipeline, line: &[u8], max_bytes: u64) -> Answer {
    let (mut records, mut errors) = (Vec::new(), Vec::new());
    let request = match serde_json::from_slice::<Request>(line) {
        Ok(request) => request,
        Err(error) => {
            // what is no request may still say whose it is
            let id = serde_json::from_slice::<Value>(line).map_or(Value::Null, |v| v["id"].clone());
            errors.push(Problem::new(None, Failure::new("request", error.to_string())));
            return Answer { id, records, errors };
        }
    };
    let id = request.id.clone();
    match source(request, max_bytes) {
        Ok((bytes, name)) => {
            for document in pipeline.documents(&bytes, name.as_ref()) {
                match document.record {
                    Ok(plan) => records.push(plan),
                    Err(error) => errors.push(Problem::new(Some(document.path), error.into())),
                }
            }
        }
        Err(failure) => errors.push(Problem::new(None, failure)),
    }
    Answer { id, records, errors }
}

/// The bytes that a request is about, and what they are called.
fn source(request: Request, max_bytes: u64) -> Result<(Vec<u8>, String), Failure> {
    let Request { id, name, path, text, bytes_base64 } = request;
    let called = || match &id {
        Value::String(id) => id.clone(),
        id => id.to_string(),
    };
    let (bytes, name) = match (path, text, bytes_base64) {
        (Some(path), None, None) => {
            let input = Input::file(&path, &path);
            (read(&input, max_bytes)?, name.unwrap_or(input.name))
        }
        (None, Some(text), None) => (text.into_bytes(), name.unwrap_or_else(called)),
        (None, None, Some(base64)) => {
            let bytes = STANDARD.decode(base64).map_err(|e| Failure::new("request", format!("bytes_base64: {e}")))?;
            (bytes, name.unwrap_or_else(called))
        }
        _ => return Err(Failure::new("request", "one of path, text and bytes_base64 is needed")),
    };
    if bytes.len() as u64 > max_bytes {
        return Err(Failure::new("too-large", format!("more than {max_bytes} bytes")));
    }
    Ok((bytes, name))
}
