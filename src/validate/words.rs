//! Counts a text in code points without walking it anew for each span.

/// A text that can be cut at code points.
pub(crate) struct Words<'a> {
    text: &'a str,
    /// The byte of every `STEP`th code point.
    marks: Vec<usize>,
    length: usize,
}

const STEP: usize = 64;

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let (mut marks, mut length) = (Vec::new(), 0);
        for (byte, _) in text.char_indices() {
            if length % STEP == 0 {
                marks.push(byte);
            }
            length += 1;
        }
        Self { text, marks, length }
    }

    /// How many code points there are.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    /// The text from one code point to another; `None` when it has no such range.
    pub(crate) fn cut(&self, start: usize, end: usize) -> Option<&'a str> {
        if start > end {
            return None;
        }
        self.text.get(self.byte(start)?..self.byte(end)?)
    }

    fn byte(&self, at: usize) -> Option<usize> {
        if at == self.length {
            return Some(self.text.len());
        }
        let mark = *self.marks.get(at / STEP)?;
        self.text.get(mark..)?.char_indices().nth(at % STEP).map(|(byte, _)| mark + byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_code_points() {
        let text = "Kế hoạch 𝟙 ".repeat(50);
        let letters: Vec<char> = text.chars().collect();
        let words = Words::new(&text);
        assert_eq!(words.length(), letters.len());
        for (start, end) in [(0, 0), (0, 2), (63, 65), (64, 64), (100, 300), (0, letters.len())] {
            assert_eq!(words.cut(start, end), Some(letters[start..end].iter().collect::<String>().as_str()));
        }
        assert_eq!(words.cut(0, letters.len() + 1), None);
        assert_eq!(words.cut(2, 1), None);
        assert_eq!(Words::new("").cut(0, 0), Some(""));
    }
}
