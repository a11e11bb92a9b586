//! The labels that a browser prints before the items of lists.

use scraper::node::Element;

/// How the items of a list are labelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Decimal,
    UpperRoman,
    LowerRoman,
    UpperLetter,
    LowerLetter,
    /// A bullet. Which one is not told: plans use `-`, and `+` below it.
    Bullet,
    None,
}

#[derive(Debug)]
struct List {
    style: Style,
    /// Its level among the open lists of its kind, bullets or numbers.
    depth: usize,
}

/// How far the numbers of a level have counted. It stays when its list ends, for one that takes it up again.
#[derive(Debug, Clone, Copy)]
struct Level {
    style: Style,
    count: usize,
    /// Its numbers follow those of the level above: `2.1.`
    joined: bool,
}

/// The open lists, and how far each level has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    levels: Vec<Level>,
    /// The label of the item whose first words are still to come.
    pending: Option<String>,
}

impl Lists {
    /// A list opens. `in_list`: directly inside another list, not in an item; office programs write so to take up an
    /// interrupted list again, so it counts on.
    pub(super) fn open(&mut self, list: &Element, in_list: bool) {
        let style = style(list);
        if style == Style::Bullet {
            let depth = self.open.iter().filter(|l| l.style == Style::Bullet).count();
            self.open.push(List { style, depth });
            return;
        }
        let above = self.open.iter().rev().find(|l| l.style != Style::Bullet);
        let place = above.map_or(0, |l| l.depth + 1);
        let joined = self.open.last().is_some_and(|l| l.style == Style::Decimal);
        let start: Option<usize> = list.attr("start").and_then(|s| s.trim().parse().ok());
        let start = start.map(|s| s.clamp(1, 10_000));
        let depth = start.and_then(|start| self.interrupted(place, style, start)).unwrap_or(place);
        let known = self.levels.get(depth).map_or(0, |l| l.count);
        let count = match start {
            Some(start) => start - 1,
            None if in_list || depth == 0 && takes_up(list) => known,
            None => 0,
        };
        let joined = if depth == place { joined } else { self.levels[depth].joined };
        let level = Level { style, count, joined };
        match self.levels.get_mut(depth) {
            Some(known) => *known = level,
            None => self.levels.resize(depth + 1, level),
        }
        self.open.push(List { style, depth });
    }

    /// The level below this place whose numbers a list with this start goes on with: a paragraph between two items ends all
    /// the lists that are open, and what follows begins anew with the number that is next.
    fn interrupted(&self, place: usize, style: Style, start: usize) -> Option<usize> {
        let next = |level: &Level| level.style == style && level.count + 1 == start;
        if start == 1 || self.levels.get(place).is_some_and(next) {
            return None;
        }
        (place + 1..self.levels.len()).find(|&depth| next(&self.levels[depth]))
    }

    pub(super) fn close(&mut self) {
        self.open.pop();
        self.pending = None;
    }

    /// An item opens: its label waits for its first words.
    pub(super) fn item(&mut self, item: &Element) {
        let Some(list) = self.open.last() else {
            // an item without a list shows a bullet
            self.pending = Some("- ".into());
            return;
        };
        let depth = list.depth;
        if list.style == Style::Bullet {
            let mark = if depth == 0 { "- " } else { "+ " };
            self.pending = Some(mark.into());
            return;
        }
        let value: Option<usize> = item.attr("value").and_then(|v| v.trim().parse().ok());
        self.levels.truncate(depth + 1);
        let Some(level) = self.levels.get_mut(depth) else { return };
        level.count = value.map_or(level.count + 1, |v| v.clamp(1, 10_000));
        let number = level.count;
        let style = if style(item) == Style::None { Style::None } else { list.style };
        self.pending = match style {
            Style::None | Style::Bullet => None,
            Style::Decimal => {
                let joined = self.levels.iter().rev().take_while(|l| l.joined && l.style == Style::Decimal).count();
                let path = self.levels[depth.saturating_sub(joined)..].iter().map(|l| l.count).filter(|&n| n > 0);
                let numbers: Vec<String> = path.map(|n| n.to_string()).collect();
                Some(numbers.join(".") + ". ")
            }
            Style::UpperRoman => Some(format!("{}. ", roman(number))),
            Style::LowerRoman => Some(format!("{}. ", roman(number).to_lowercase())),
            Style::UpperLetter => Some(format!("{}. ", letter(number))),
            Style::LowerLetter => Some(format!("{}) ", letter(number).to_lowercase())),
        };
    }

    /// The label for the words that follow, once; none where they begin with one of their own.
    pub(super) fn label(&mut self, words: &str) -> Option<String> {
        let label = self.pending.take()?;
        let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let own = words.starts_with(['-', '–', '+', '•', '*', '●'])
            || digits > 0 && words[digits..].starts_with(['.', ')'])
            || words.starts_with(label.trim_end());
        (!own).then_some(label)
    }
}

/// pandoc and others number on with `counter-reset: none`, LibreOffice and Word with `start`.
fn takes_up(list: &Element) -> bool {
    list.attr("style").is_some_and(|s| s.contains("counter-reset: none") || s.contains("counter-reset:none"))
}

fn style(list: &Element) -> Style {
    let css = list.attr("style").unwrap_or_default().to_ascii_lowercase();
    for (name, style) in [
        ("upper-roman", Style::UpperRoman),
        ("lower-roman", Style::LowerRoman),
        ("upper-alpha", Style::UpperLetter),
        ("upper-latin", Style::UpperLetter),
        ("lower-alpha", Style::LowerLetter),
        ("lower-latin", Style::LowerLetter),
        ("decimal", Style::Decimal),
    ] {
        if css.contains(name) {
            return style;
        }
    }
    if css.contains("list-style:none")
        || css.contains("list-style: none")
        || css.contains("list-style-type:none")
        || css.contains("list-style-type: none")
    {
        return Style::None;
    }
    match (list.name(), list.attr("type")) {
        ("ol", Some("I")) => Style::UpperRoman,
        ("ol", Some("i")) => Style::LowerRoman,
        ("ol", Some("A")) => Style::UpperLetter,
        ("ol", Some("a")) => Style::LowerLetter,
        ("ol", _) => Style::Decimal,
        _ => Style::Bullet,
    }
}

fn roman(mut number: usize) -> String {
    const PARTS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut roman = String::new();
    for (value, letters) in PARTS {
        while number >= value {
            roman.push_str(letters);
            number -= value;
        }
    }
    roman
}

/// `A` … `Z`, `AA` …, as browsers count.
fn letter(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(b'A' + u8::try_from(number % 26).unwrap_or(0));
        number /= 26;
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}
