//! The body of a Word file; the file around it is made here, because no fuzzer gets past the checksums of an archive.
#![no_main]

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

libfuzzer_sys::fuzz_target!(|body: &[u8]| {
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    file.start_file("word/document.xml", stored).expect("memory takes a file");
    file.write_all(body).expect("memory takes bytes");
    let file = file.finish().expect("memory takes a directory").into_inner();
    kehoach_fuzz::read(&file, "plan.docx");
});
