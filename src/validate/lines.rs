//! Finds the line of a JSON text on which a value stands.

/// The line (from 1) on which the value at a JSON Pointer begins in a JSON text; for a path that is not there, the
/// line of the nearest value above it.
///
/// ```
/// use kehoach::validate::line_of;
/// let json = "{\n \"a\": [\n  1,\n  {\"b\": \"x\"}\n ]\n}";
/// assert_eq!(line_of(json, "/a/1/b"), 4);
/// assert_eq!(line_of(json, "/a/0"), 3);
/// assert_eq!(line_of(json, "/a/9"), 2);
/// assert_eq!(line_of(json, ""), 1);
/// ```
pub fn line_of(json: &str, pointer: &str) -> usize {
    let mut reader = Reader { bytes: json.as_bytes(), at: 0 };
    reader.blanks();
    let mut found = reader.at;
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        if !reader.enter(&step) {
            break;
        }
        found = reader.at;
    }
    1 + memchr::memchr_iter(b'\n', &json.as_bytes()[..found]).count()
}

/// Reads JSON that is known to be well formed; on any other it stops early.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|b| b.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    /// Steps over blanks and one punctuation mark.
    fn mark(&mut self, mark: u8) -> bool {
        self.blanks();
        let there = self.peek() == Some(mark);
        self.at += usize::from(there);
        there
    }

    /// Moves from a list or object to the value of one of its items or fields.
    fn enter(&mut self, step: &str) -> bool {
        let is_object = self.peek() == Some(b'{');
        if !is_object && self.peek() != Some(b'[') {
            return false;
        }
        self.at += 1;
        for index in 0.. {
            self.blanks();
            let there = if is_object {
                let Some(key) = self.string() else {
                    return false;
                };
                if !self.mark(b':') {
                    return false;
                }
                serde_json::from_slice::<String>(key).is_ok_and(|key| key == step)
            } else {
                step.parse() == Ok(index)
            };
            self.blanks();
            if there {
                return self.peek().is_some_and(|b| b != b']');
            }
            self.skip();
            if !self.mark(b',') {
                return false;
            }
        }
        false
    }

    /// Takes a string with its quotes.
    fn string(&mut self) -> Option<&'a [u8]> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return None;
        }
        self.at += 1;
        while let Some(b) = self.peek() {
            self.at += if b == b'\\' { 2 } else { 1 };
            if b == b'"' {
                return self.bytes.get(start..self.at);
            }
        }
        None
    }

    /// Steps over one value.
    fn skip(&mut self) {
        let mut depth = 0_usize;
        while let Some(b) = self.peek() {
            match b {
                b'"' => {
                    if self.string().is_none() {
                        return;
                    }
                    if depth == 0 {
                        return;
                    }
                    continue;
                }
                b'[' | b'{' => depth += 1,
                b']' | b'}' | b',' if depth == 0 => return,
                b']' | b'}' => {
                    depth -= 1;
                    if depth == 0 {
                        self.at += 1;
                        return;
                    }
                }
                _ => {}
            }
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_values() {
        let json = "\n{\n\"x\": \"a\\\"]}\",\n\"y/z\": {\"é\": [\n[],\n{},\n\"\\n\",\n7\n]},\n\"last\":\nnull}";
        for (pointer, line) in [
            ("", 2),
            ("/x", 3),
            ("/x/0", 3),
            ("/y~1z", 4),
            ("/y~1z/é", 4),
            ("/y~1z/é/0", 5),
            ("/y~1z/é/1", 6),
            ("/y~1z/é/2", 7),
            ("/y~1z/é/3", 8),
            ("/y~1z/é/4", 4),
            ("/last", 11),
            ("/none", 2),
        ] {
            assert_eq!(line_of(json, pointer), line, "{pointer}");
        }
    }

    #[test]
    fn broken_json_gives_some_line() {
        for json in ["", "{", "[", "{\"a", "{\"a\":", "[1,", "\"\\", "{\"a\":\"\\"] {
            for pointer in ["", "/a", "/0", "/a/b", "/1"] {
                assert_eq!(line_of(json, pointer), 1);
            }
        }
    }
}
