//! A page made harmless before it is parsed: what is no text goes, nesting is cut, emphasis becomes plain spans.
//!
//! Parsers that follow the HTML standard take quadratic time for deep nesting, for elements with many attributes, and
//! for emphasis that is never closed. Nothing of that carries words, so it need not reach the parser.

/// Deeper elements are cut: real pages stay far below, Word's exports below 30.
const DEEPEST: usize = 100;

/// A longer tag loses its attributes.
const LONGEST_TAG: usize = 8192;

/// Elements whose whole content is no text of the page.
const DROPPED: [&str; 13] = [
    "script", "style", "title", "textarea", "noscript", "iframe", "svg", "math", "template", "object", "xmp",
    "noembed", "noframes",
];

/// Tags that change how everything behind them is read.
const IGNORED: [&str; 5] = ["plaintext", "frameset", "frame", "select", "option"];

/// Emphasis and links, which may overlap other elements.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];

const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr"];

/// Elements that end a paragraph that is open.
const BLOCKS: [&str; 34] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "ul",
];

/// Elements that words and blocks inside them do not end.
const SCOPES: [&str; 9] = ["table", "td", "th", "caption", "marquee", "applet", "button", "body", "html"];

/// Other elements that the end of an inline element does not reach beyond.
const TABLE_PARTS: [&str; 4] = ["tr", "tbody", "thead", "tfoot"];

/// The page without what is dropped, and how many elements were cut because they were too deep.
pub(super) fn tame(page: &str) -> (String, usize) {
    let mut tamer = Tamer { out: String::with_capacity(page.len() / 2), open: Vec::new(), cut: Vec::new(), cuts: 0 };
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'<', &page.as_bytes()[at..]) {
        tamer.out.push_str(&page[at..at + found]);
        at += found;
        at = tamer.markup(page, at);
    }
    tamer.out.push_str(&page[at..]);
    (tamer.out, tamer.cuts)
}

struct Tamer<'a> {
    out: String,
    /// Names of the open elements.
    open: Vec<&'a str>,
    /// Names of the open elements that were cut.
    cut: Vec<&'a str>,
    cuts: usize,
}

impl<'a> Tamer<'a> {
    /// Reads what begins with the `<` at `at`; gives where to go on.
    fn markup(&mut self, page: &'a str, at: usize) -> usize {
        let rest = &page[at..];
        if rest.starts_with("<!--") {
            // `<!-->` is a whole comment
            return rest[2..].find("-->").map_or(page.len(), |end| at + 2 + end + 3);
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return rest.find('>').map_or(page.len(), |end| at + end + 1);
        }
        let closes = rest.starts_with("</");
        let name_at = at + 1 + usize::from(closes);
        if !page[name_at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            self.out.push_str("&lt;");
            return at + 1;
        }
        let name_end = page[name_at..]
            .find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>')
            .map_or(page.len(), |i| name_at + i);
        let name = &page[name_at..name_end];
        let Some(end) = tag_end(page, name_end) else { return page.len() };
        let lower = known(name);
        if closes {
            self.close(lower);
        } else {
            if DROPPED.contains(&lower) && !page[..end].ends_with("/>") {
                return self.drop_content(page, end, lower);
            }
            self.open(lower, name, &page[name_end..end - 1]);
        }
        end
    }

    /// Passes over an element with its content.
    fn drop_content(&mut self, page: &str, from: usize, name: &str) -> usize {
        let mut at = from;
        while let Some(found) = memchr::memmem::find(&page.as_bytes()[at..], b"</") {
            at += found + 2;
            let named =
                page.as_bytes().get(at..at + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
            if named {
                self.out.push(' ');
                return page[at..].find('>').map_or(page.len(), |i| at + i + 1);
            }
        }
        page.len()
    }

    fn open(&mut self, lower: &'a str, name: &'a str, attributes: &str) {
        if IGNORED.contains(&lower) {
            return;
        }
        let void = VOID.contains(&lower);
        self.close_implied(lower);
        if !void && self.open.len() >= DEEPEST {
            self.cut.push(lower);
            self.cuts += 1;
            // words on both sides stay apart
            self.out.push(' ');
            return;
        }
        self.out.push('<');
        self.out.push_str(if FORMATTING.contains(&lower) { "span" } else { name });
        if attributes.len() <= LONGEST_TAG {
            self.out.push_str(attributes.trim_end_matches('/'));
        }
        self.out.push('>');
        if !void {
            self.open.push(if FORMATTING.contains(&lower) { "span" } else { lower });
        }
    }

    fn close(&mut self, lower: &'a str) {
        if self.cut.last() == Some(&lower) {
            self.cut.pop();
            return;
        }
        let name = if FORMATTING.contains(&lower) { "span" } else { lower };
        let Some(found) = self.open.iter().rposition(|open| *open == name) else { return };
        let mut inside = self.open[found + 1..].iter();
        // an end that the parser would not take is none here either, or the two would differ in depth
        let barred = if is_special(name) {
            !matches!(name, "body" | "html") && inside.any(|o| matches!(*o, "table" | "marquee" | "applet" | "button"))
        } else {
            inside.any(|open| is_special(open))
        };
        if barred && name != "table" {
            return;
        }
        self.open.truncate(found);
        self.cut.clear();
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Ends what an opening tag ends: a paragraph before a block, an item before an item, a cell before a cell.
    fn close_implied(&mut self, lower: &str) {
        let (ends, up_to): (&[&str], &[&str]) = match lower {
            "li" | "dd" | "dt" => {
                let ends: &[&str] = if lower == "li" { &["li"] } else { &["dd", "dt"] };
                let nearest = self.open.iter().rposition(|open| {
                    ends.contains(open) || is_special(open) && !matches!(*open, "address" | "div" | "p")
                });
                if let Some(found) = nearest.filter(|&i| ends.contains(&self.open[i])) {
                    self.open.truncate(found);
                }
                return self.close_implied("p");
            }
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["tbody", "thead", "tfoot", "table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            // mostly none is open, and a deep page asks often
            _ if self.open.contains(&"p") && BLOCKS.contains(&lower) => (&["p"], &SCOPES),
            _ => return,
        };
        let scope = self.open.iter().rposition(|open| up_to.contains(open)).map_or(0, |i| i + 1);
        if let Some(found) = self.open[scope..].iter().position(|open| ends.contains(open)) {
            self.open.truncate(scope + found);
        }
    }
}

/// A block, or a part of a table.
fn is_special(name: &str) -> bool {
    BLOCKS.contains(&name) || SCOPES.contains(&name) || TABLE_PARTS.contains(&name)
}

/// Where a tag ends, its quotes minded.
fn tag_end(page: &str, from: usize) -> Option<usize> {
    let bytes = page.as_bytes();
    let mut at = from;
    loop {
        at += memchr::memchr3(b'>', b'"', b'\'', bytes.get(at..)?)?;
        if bytes[at] == b'>' {
            return Some(at + 1);
        }
        // a quote opens a value only behind `=`
        let opens = page[from..at].trim_end().ends_with('=');
        let quote = bytes[at];
        at += 1;
        if opens {
            // a quote that is never closed is none
            at += memchr::memchr(quote, &bytes[at..]).map_or(0, |end| end + 1);
        }
    }
}

/// A name in small letters, when it is one that matters here.
fn known(name: &str) -> &str {
    const OTHERS: [&str; 4] = ["span", "head", "sup", "del"];
    [&DROPPED[..], &IGNORED, &FORMATTING, &VOID, &BLOCKS, &SCOPES, &TABLE_PARTS, &OTHERS]
        .into_iter()
        .flatten()
        .find(|known| known.eq_ignore_ascii_case(name))
        .copied()
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::tame;

    #[test]
    fn markup_without_words_goes() {
        for (page, tamed) in [
            ("a<!-- <p>x -->b", "ab"),
            ("<![if !supportLists]>I.<![endif]>", "I."),
            ("<p>x<script>a<b</script>y", "<p>x y"),
            ("<B>x</b>", "<span>x</span>"),
            ("<p title='a>b'>x", "<p title='a>b'>x"),
            ("5 < 6", "5 &lt; 6"),
            ("<p<p<p", ""),
            ("<br/>x", "<br>x"),
        ] {
            assert_eq!(tame(page).0, tamed, "{page}");
        }
    }

    #[test]
    fn nesting_is_cut_and_open_tags_do_not_add_up() {
        assert_eq!(tame(&"<div>".repeat(1000)).1, 900);
        assert_eq!(tame(&"<p><b>x".repeat(1000)).1, 0);
        assert_eq!(tame(&"<tr><td><i>x".repeat(1000)).1, 0);
        assert_eq!(tame(&"<ul><li>x</ul>".repeat(1000)).1, 0);
        let deep = format!("{}x{}<p>y</p>", "<div>".repeat(1000), "</div>".repeat(1000));
        assert!(tame(&deep).0.ends_with("</div><p>y</p>"));
    }
}
