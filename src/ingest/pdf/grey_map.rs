//! The image of a page as dots, in the form of a binary portable grey map.

/// Darker is ink.
pub(super) const INK: u8 = 170;

/// The dots of an image, row by row.
pub(super) struct GreyMap<'a> {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) dots: &'a [u8],
}

impl<'a> GreyMap<'a> {
    /// `None` where the bytes are no such image.
    pub(super) fn read(image: &'a [u8]) -> Option<Self> {
        let mut rest = image.strip_prefix(b"P5")?;
        let mut numbers = [0_usize; 3];
        for number in &mut numbers {
            let start = rest.iter().position(u8::is_ascii_digit)?;
            let end = start + rest[start..].iter().position(|b| !b.is_ascii_digit())?;
            *number = std::str::from_utf8(&rest[start..end]).ok()?.parse().ok()?;
            rest = &rest[end..];
        }
        let dots = rest.get(1..)?;
        let [width, height, _] = numbers;
        (width > 0 && dots.len() >= width.checked_mul(height)?).then_some(Self { width, height, dots })
    }

    /// Is there ink at this dot? Beyond the edges there is none.
    pub(super) fn ink(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.height && self.dots[y * self.width + x] < INK
    }
}

#[cfg(test)]
mod tests {
    use super::GreyMap;

    #[test]
    fn what_is_no_image_has_no_dots() {
        for image in [&b""[..], b"P5", b"P5 9999999999 9999999999 255 x", b"P5\n3 3\n255\nab", b"P6\n1 1\n255\nabc"] {
            assert!(GreyMap::read(image).is_none());
        }
    }
}
