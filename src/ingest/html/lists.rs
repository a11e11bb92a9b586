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
    /// The count by the page's own numbers, which began anew where a list was taken up without saying so.
    on_page: usize,
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
    /// The level of the list that ended just now, with no word after it.
    ended: Option<usize>,
    /// The words before end with a colon: what follows is a list of its own.
    announced: bool,
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
        let start: Option<usize> = list.attr("start").and_then(|s| s.trim().parse().ok());
        let start = start.map_or(1, |s| s.clamp(1, 10_000));
        let above = self.open.iter().rev().find(|l| l.style != Style::Bullet);
        let place = above.map_or(0, |l| l.depth + 1);
        let goes_on = self.interrupted(place, style, start).or_else(|| self.below_bullets(style, start));
        let depth = goes_on.unwrap_or(place);
        let known = self.levels.get(depth).copied().filter(|l| l.style == style);
        let taken_up = start == 1 && (in_list || place == 0 && takes_up(list));
        let count = match known {
            Some(level) if taken_up || goes_on.is_some() => level.count,
            _ => start - 1,
        };
        let joined = match known {
            Some(level) if goes_on.is_some() => level.joined,
            _ => self.open.last().is_some_and(|l| l.style == Style::Decimal),
        };
        let on_page = if taken_up { known.map_or(0, |l| l.on_page) } else { start - 1 };
        let level = Level { style, count, on_page, joined };
        match self.levels.get_mut(depth) {
            Some(known) => *known = level,
            None => self.levels.resize(depth + 1, level),
        }
        self.open.push(List { style, depth });
    }

    /// The level that numbers inside a bullet go on with. Programs that nest lists by how far they are indented put the
    /// number after some bullets into the last of them, and begin it anew: `2.1.`, its bullets, in the last of these `1.`,
    /// which is `2.2.` Words that end with a colon have a list of their own. Of two lists side by side, the second goes on
    /// with the level above.
    fn below_bullets(&self, style: Style, start: usize) -> Option<usize> {
        let in_bullet = self.open.last().is_some_and(|l| l.style == Style::Bullet);
        if start > 1 || self.announced || !in_bullet {
            return None;
        }
        let depth = self.ended.map_or(self.levels.len(), |ended| ended).checked_sub(1)?;
        self.levels.get(depth).is_some_and(|level| level.style == style && level.count > 0).then_some(depth)
    }

    /// The level whose numbers a list with this start goes on with: a paragraph between two items ends all the lists that
    /// are open, and what follows begins anew with the number that is next.
    fn interrupted(&self, place: usize, style: Style, start: usize) -> Option<usize> {
        let next = |level: &Level| level.style == style && level.on_page + 1 == start;
        if start == 1 {
            return None;
        }
        (place..self.levels.len()).find(|&depth| next(&self.levels[depth]))
    }

    pub(super) fn close(&mut self) {
        self.ended = self.open.pop().filter(|l| l.style != Style::Bullet).map(|l| l.depth);
        self.pending = None;
    }

    /// A line of words has ended.
    pub(super) fn line(&mut self, words: &str) {
        self.ended = None;
        self.announced = words.ends_with(':');
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
        let value = value.map(|v| v.clamp(1, 10_000));
        self.levels.truncate(depth + 1);
        let Some(level) = self.levels.get_mut(depth) else { return };
        level.count = value.unwrap_or(level.count + 1);
        level.on_page = value.unwrap_or(level.on_page + 1);
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
