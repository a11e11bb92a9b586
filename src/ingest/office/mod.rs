//! Old Word files (.doc), RTF and OpenDocument text become DOCX in LibreOffice, many files in one run.
//!
//! LibreOffice ends with success when it failed, and two runs with one profile lose files silently: so each run has a
//! profile of its own, what goes in is checked before and what comes out after. Macros, active content and links to
//! other files are off.

mod ahead;
pub(crate) mod compound;

use std::{fs, path::PathBuf, time::Duration};

pub use ahead::Ahead;

use self::compound::Compound;
use super::{
    Format,
    subprocess::{Limits, Tool, Workspace},
};
use crate::error::Error;

/// LibreOffice.
static SOFFICE: Tool =
    Tool { program: "soffice", package: "libreoffice-writer-nogui", version: &["--headless", "--version"] };
/// Programs that the formats here need.
pub(super) static TOOLS: &[&Tool] = &[&SOFFICE];

/// What a run takes before its first file.
const START: Duration = Duration::from_secs(60);
/// What a file may take; most take a fifth of a second.
const EACH: Duration = Duration::from_secs(20);
/// The largest file that is converted.
const LARGEST: usize = 128 << 20;

/// Converts files to DOCX in one run of LibreOffice; in the order that they are given. A file that spoils the run of
/// many costs them nothing: what is missing after it is converted alone.
pub fn convert(files: &[(&[u8], Format)]) -> Vec<Result<Vec<u8>, Error>> {
    let time = START + EACH * u32::try_from(files.len()).unwrap_or(u32::MAX).min(10_000);
    let mut results = convert_within(files, time);
    for (i, result) in results.iter_mut().enumerate() {
        if files.len() > 1 && matches!(result, Err(Error::ToolFailed { .. } | Error::Timeout { .. })) {
            *result = convert_within(&files[i..=i], START + EACH).pop().unwrap_or_else(|| Err(nothing()));
        }
    }
    results
}

/// Converts files in one run that ends after this time.
fn convert_within(files: &[(&[u8], Format)], time: Duration) -> Vec<Result<Vec<u8>, Error>> {
    let checked: Vec<Result<(), Error>> = files.iter().map(|&(bytes, format)| check(bytes, format)).collect();
    let good: Vec<usize> = (0..files.len()).filter(|&i| checked[i].is_ok()).collect();
    let mut results: Vec<Result<Vec<u8>, Error>> = Vec::with_capacity(files.len());
    results.extend(checked.into_iter().map(|c| c.map(|()| Vec::new())));
    let run: Vec<(&[u8], Format)> = good.iter().map(|&i| files[i]).collect();
    for (&i, result) in good.iter().zip(convert_checked(&run, time)) {
        results[i] = result;
    }
    results
}

/// What LibreOffice would not say, or would say too late.
fn check(bytes: &[u8], format: Format) -> Result<(), Error> {
    if bytes.len() > LARGEST {
        return Err(Error::Limit { what: "bytes of a file to convert", most: LARGEST as u64 });
    }
    match format {
        Format::Doc if Compound::open(bytes)?.is_locked() => Err(Error::Password),
        Format::Odt => super::archive::check_opendocument(bytes),
        Format::Rtf if breaks_off(bytes) => Err(Error::Damaged("it breaks off before its last bracket".into())),
        _ => Ok(()),
    }
}

/// Are brackets of an RTF file still open at its end? LibreOffice writes nothing, or waits, for such a file.
fn breaks_off(bytes: &[u8]) -> bool {
    let mut open = 0_usize;
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        match byte {
            b'\\' => {
                let raw = raw_bytes(rest.as_slice()).unwrap_or(1);
                rest = rest.as_slice().get(raw..).unwrap_or_default().iter();
            }
            b'{' => open += 1,
            b'}' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    open > 0
}

/// How long `bin12 …` with its raw bytes is.
fn raw_bytes(control: &[u8]) -> Option<usize> {
    let digits = control.strip_prefix(b"bin")?;
    let length = digits.iter().take_while(|b| b.is_ascii_digit()).count();
    let count: usize = std::str::from_utf8(&digits[..length]).ok()?.parse().ok()?;
    Some(3 + length + 1 + count)
}

fn nothing() -> Error {
    Error::ToolFailed { tool: SOFFICE.program, message: "it wrote nothing".into() }
}

fn convert_checked(files: &[(&[u8], Format)], time: Duration) -> Vec<Result<Vec<u8>, Error>> {
    if files.is_empty() {
        return Vec::new();
    }
    let (folder, end) = match run(files, time) {
        Ok(done) => done,
        Err(error) => return files.iter().map(|_| Err(copy(&error))).collect(),
    };
    let read = |i: usize| match fs::read(folder.path().join(format!("out/{i}.docx"))) {
        Ok(bytes) if bytes.starts_with(b"PK") => Ok(bytes),
        _ => Err(end.as_ref().map_or_else(nothing, copy)),
    };
    (0..files.len()).map(read).collect()
}

/// One run: its folder, and how it failed if it did; what it wrote before counts all the same.
fn run(files: &[(&[u8], Format)], time: Duration) -> Result<(Workspace, Option<Error>), Error> {
    let folder = Workspace::new()?;
    folder.write("profile/user/registrymodifications.xcu", SETTINGS.as_bytes())?;
    let mut paths: Vec<PathBuf> = Vec::with_capacity(files.len());
    for (i, (bytes, format)) in files.iter().enumerate() {
        paths.push(folder.write(&format!("in/{i}.{}", format.name()), bytes)?);
    }
    let profile = format!("-env:UserInstallation=file://{}", folder.path().join("profile").display());
    let words = [profile.as_str(), "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"];
    let mut arguments: Vec<PathBuf> = words.iter().map(PathBuf::from).collect();
    arguments.extend(["--convert-to", "docx:MS Word 2007 XML", "--outdir"].map(PathBuf::from));
    arguments.push(folder.path().join("out"));
    arguments.extend(paths);
    let end = folder.run(&SOFFICE, arguments, Limits { time, ..Limits::default() });
    let end = end.and_then(|output| output.checked(&SOFFICE)).err();
    match end {
        Some(error @ (Error::ToolMissing { .. } | Error::Io(_))) => Err(error),
        other => Ok((folder, other)),
    }
}

/// The error of a run is that of each of its files.
fn copy(error: &Error) -> Error {
    match error {
        Error::ToolMissing { tool, package } => Error::ToolMissing { tool, package },
        Error::Timeout { tool, seconds } => Error::Timeout { tool, seconds: *seconds },
        other => Error::ToolFailed { tool: SOFFICE.program, message: other.to_string() },
    }
}

/// Settings of the profile: nothing of a file runs, nothing is fetched.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Java/VirtualMachine"><prop oor:name="Enable" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"#;
