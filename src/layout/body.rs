//! Reads the items from top to bottom: head, body, signature, attached plan, annexes, furniture.

use std::collections::VecDeque;

use super::{
    LineKind, annex, furniture, head,
    line::{Item, Line},
    notes::{self, Note},
    persons::is_authority,
    reflow::{self, Wrap},
    shapes::{self, is_annex, is_capitals, is_type},
    sheet::Sheet,
    signature, titles,
    web_page::WebPage,
};
use crate::{
    model::Severity,
    normalize::Mapped,
    text::{fold, letters::is_alphanumeric},
    value::marker,
};

#[expect(clippy::struct_excessive_bools, reason = "each tells one thing that the lines so far have shown")]
pub(super) struct Reader<'s> {
    items: Vec<Item>,
    /// Footnote bodies that no paragraph has claimed yet, in order of the file.
    notes: VecDeque<Note>,
    wrap: Wrap,
    page: WebPage,
    sheet: &'s mut Sheet,
    /// The paragraph that is being read, and the item that is its last physical line.
    open: Option<(Mapped, usize)>,
    /// The words of a document's body have ended: a signature has been read.
    signed: bool,
    /// The last signature was the place for one on a blank form: the form goes on below it.
    in_form: bool,
    /// An annex has begun.
    annexed: bool,
    /// A signature has been read in this file, whatever came after it.
    ended: bool,
    /// The raw line of the item at hand.
    here: usize,
}

impl<'s> Reader<'s> {
    pub(super) fn new(items: Vec<Item>, notes: Vec<Note>, page: WebPage, sheet: &'s mut Sheet) -> Self {
        let lines = || items.iter().filter_map(|i| if let Item::Line(l) = i { Some(l) } else { None });
        // the page's own lines below the document say nothing of how it was wrapped
        let signed = lines().position(|l| is_authority(l.words()) || shapes::is_recipients_label(l.words()));
        let tail = signed.and_then(|s| lines().skip(s).position(|l| furniture::ends_page(l.words())).map(|n| s + n));
        let wrap = Wrap::of(lines().take(tail.unwrap_or(usize::MAX)));
        Self {
            items,
            notes: notes.into(),
            wrap,
            page,
            sheet,
            open: None,
            signed: false,
            in_form: false,
            annexed: false,
            ended: false,
            here: 0,
        }
    }

    pub(super) fn read(mut self) {
        let items = std::mem::take(&mut self.items);
        let mut at = head::write(&items, self.sheet);
        while let Some(item) = items.get(at) {
            self.here = item.raw_line().unwrap_or(self.here);
            at = match item {
                Item::Break => {
                    self.close();
                    at + 1
                }
                Item::Row(cells) => {
                    self.close();
                    self.sheet.row(cells);
                    at + 1
                }
                Item::Line(line) => self.line(&items, at, line),
            };
        }
        self.here = usize::MAX;
        self.close();
        for note in std::mem::take(&mut self.notes) {
            self.sheet.footnote(&note.mark, &note.text);
        }
    }

    fn line(&mut self, items: &[Item], at: usize, line: &Line) -> usize {
        let words = line.words();
        let tail = self.ended && furniture::ends_page(words);
        if tail || self.page.opens(words, self.signed) {
            self.close();
            if self.signed || tail {
                let left = items[at..].iter().filter(|i| matches!(i, Item::Line(_))).count();
                self.sheet.notice(Severity::Info, "web-furniture", format!("{left} lines after the document left out"));
                return items.len();
            }
            self.sheet.notice(Severity::Info, "web-furniture", "a line of a web page left out".into());
            return at + 1;
        }
        if self.ended && self.in_annex() && annex::blank_form(items, at) {
            self.close();
            self.sheet.line(LineKind::Aside, &line.text);
            self.in_form = true;
            return at + 1;
        }
        if signature::starts(items, at) {
            self.close();
            let next = signature::write(items, at, self.sheet);
            // what looks like a block and holds none is words like others
            if next > at {
                self.in_form = false;
                self.signed = true;
                self.ended = true;
                return next;
            }
        }
        if let Some(next) = self.attached(items, at) {
            return next;
        }
        if let Some(next) = self.annex(items, at) {
            return next;
        }
        if self.signed && self.open.is_none() && is_capitals(words) && shapes::is_motto(words) {
            self.sheet.line(LineKind::Aside, &line.text);
            return at + 1;
        }
        let after = self.signed && !self.in_form;
        if after && self.open.is_none() && self.annex_of_items(items, at) {
            let title = line.text.clone();
            self.sheet.line(LineKind::AnnexTitle, &title);
            self.annexed = true;
            self.sheet.notice(
                Severity::Warning,
                "annex-without-mark",
                "words after the signature taken for an annex".into(),
            );
            self.signed = false;
            return at + 1;
        }
        if after && self.sheet.last().is_some_and(LineKind::ends_document) {
            self.close();
            self.sheet.notice(
                Severity::Info,
                "text-after-signature",
                "words after the signature belong to no section".into(),
            );
            self.sheet.line(LineKind::Aside, &line.text);
            return at + 1;
        }
        if self.remnant(words) {
            self.close();
            self.sheet.line(LineKind::Aside, &line.text);
            return at + 1;
        }
        self.paragraph(items, at, line);
        at + 1
    }

    /// The document is signed and one of its annexes is being read.
    fn in_annex(&self) -> bool {
        self.annexed
    }

    /// Do the words after a signature go on with numbered items? Then they are an annex without a mark.
    fn annex_of_items(&self, items: &[Item], at: usize) -> bool {
        let Item::Line(line) = &items[at] else { return false };
        let another = signature::of_another(items, at);
        let follows = || items[at + 1..].iter().take(60);
        let items = follows().filter(|i| matches!(i, Item::Line(l) if marker::read(l.words(), 0).is_some())).count();
        let furniture = follows().any(|i| matches!(i, Item::Line(l) if self.page.opens(l.words(), true)));
        items >= 3
            && !furniture
            && !another
            && line.words().chars().count() > 12
            && self.sheet.last().is_some_and(LineKind::ends_document)
    }

    /// An agency in capitals below the body's last words (`./.`): what is left of a signature.
    fn remnant(&self, words: &str) -> bool {
        let ended = self.open.as_ref().map_or(self.sheet.last_words(), |(p, _)| p.as_str()).trim_end().ends_with("./.");
        ended && is_capitals(words) && marker::read(words, 0).is_none()
    }

    fn paragraph(&mut self, items: &[Item], at: usize, line: &Line) {
        if let Some((so_far, last_at)) = &mut self.open
            && let Item::Line(last) = &items[*last_at]
        {
            if self.wrap.joins(so_far.as_str(), last, line) {
                so_far.join(reflow::between(last, line), &line.text);
                *last_at = at;
                return;
            }
            self.close();
        }
        self.open = Some((line.text.clone(), at));
    }

    /// Writes the paragraph that is open, without footnote marks, and then the bodies of its footnotes.
    fn close(&mut self) {
        let Some((mut text, _)) = self.open.take() else { return };
        let marks = notes::marks(text.as_str());
        let printed: Vec<String> = marks.iter().map(|m| text.as_str()[m.clone()].to_owned()).collect();
        text.replace(&marks.into_iter().map(|m| (m, "")).collect::<Vec<_>>());
        self.sheet.line(LineKind::Paragraph, &text);
        for mark in printed {
            if let Some(at) = self.notes.iter().position(|n| n.mark == mark)
                && let Some(note) = self.notes.remove(at)
            {
                self.sheet.footnote(&note.mark, &note.text);
            }
        }
        // bodies without a mark stand where they are printed
        let here = self.here;
        let passed = |n: &Note| n.text.origin(0).is_some_and(|(line, _)| line < here);
        while self.notes.front().is_some_and(passed)
            && let Some(note) = self.notes.pop_front()
        {
            self.sheet.footnote(&note.mark, &note.text);
        }
    }

    /// The plan that a decision issues: type and title again, perhaps under a masthead of its own.
    fn attached(&mut self, items: &[Item], at: usize) -> Option<usize> {
        let lines = || {
            items[at..]
                .iter()
                .enumerate()
                .filter_map(|(n, i)| if let Item::Line(l) = i { Some((at + n, l)) } else { None })
        };
        // a document of its own below a masthead of its own
        let own = || {
            let head = || lines().take(10).take_while(|(_, l)| !is_type(l.words()));
            head().any(|(_, l)| shapes::is_motto(l.words())) && head().any(|(_, l)| shapes::is_number(l.words()))
        };
        let capitals = is_capitals(items_line(items, at));
        let second = capitals && !self.signed && !self.annexed && own();
        let reach = if self.signed || second { 10 } else { usize::from(capitals) };
        let untyped = self.signed && titles::opens_attached(items, at);
        let (kind, _) = lines().take(reach).find(|(n, l)| untyped && *n == at || is_type(l.words()))?;
        let between = items[at..kind].iter().all(|i| match i {
            Item::Line(l) => {
                shapes::is_motto(l.words())
                    || is_capitals(l.words())
                    || shapes::is_number(l.words())
                    || shapes::date_line(l.words()).is_some()
            }
            Item::Break => true,
            Item::Row(_) => false,
        });
        let enclosed = items[kind..].iter().take(14).any(|i| matches!(i, Item::Line(l) if shapes::is_enclosure(l.words()) || fold(l.words()).contains("(kèm theo") || fold(l.words()).contains("(ban hành kèm theo")));
        if !untyped && !between || !(self.signed || second || enclosed) {
            return None;
        }
        self.close();
        for item in &items[at..kind] {
            if let Item::Line(l) = item {
                self.sheet.line(LineKind::Aside, &l.text);
            }
        }
        self.signed = false;
        Some(titles::write(items, kind, self.sheet))
    }

    /// An annex: a line `PHỤ LỤC`, or behind the signature a title of its own above a table.
    fn annex(&mut self, items: &[Item], at: usize) -> Option<usize> {
        let Item::Line(line) = &items[at] else { return None };
        let words = line.words();
        let ended = self.open.as_ref().is_none_or(|(p, _)| p.as_str().trim_end().ends_with(['.', ';', ':', ')', '/']));
        // a form's number alone on its line begins one, whatever stood above
        let form = self.ended && words.chars().count() <= 20 && fold(words).starts_with("mẫu số");
        // below an empty line the label and its colon are enough
        let set_off =
            line.blank_before && words.split_once([':', '.']).is_some_and(|(label, _)| label.chars().count() <= 14);
        let marked = is_annex(words) && (ended || form || set_off || is_capitals(words));
        let titled = !marked
            && (self.signed || self.in_annex() && self.sheet.last() == Some(LineKind::Row))
            && self.open.is_none()
            && is_capitals(words)
            && words.len() > 8
            && marker::read(words, 0).is_none()
            && !signature::of_another(items, at)
            && annex::table_follows(items, at);
        if !marked && !titled {
            return None;
        }
        self.close();
        self.annexed = true;
        let mut next = at;
        let mut title: Option<Line> = None;
        let mut label = false;
        while let Some(Item::Line(line)) = items.get(next) {
            let words = line.words();
            if label && title.is_none() {
                let head = annex::form_head(&items[next..]);
                if head > 0 {
                    for item in &items[next..next + head] {
                        if let Item::Line(l) = item {
                            self.sheet.line(LineKind::Aside, &l.text);
                        }
                    }
                    next += head;
                    continue;
                }
            }
            if is_annex(words) && !label && title.as_ref().is_none_or(|_| words.chars().count() <= 16) {
                if let Some(title) = title.take() {
                    self.sheet.line(LineKind::AnnexTitle, &title.text);
                }
                let split = annex::label_end(words);
                self.sheet.line(LineKind::Annex, &line.part(0..split).text);
                let rest = line.part(split..words.len());
                if rest.words().chars().any(is_alphanumeric) {
                    title = Some(rest);
                }
                label = true;
                next += 1;
                continue;
            }
            if shapes::is_enclosure(words) || !annex::titles(title.as_ref(), line, &items[next..]) {
                break;
            }
            match &mut title {
                Some(so_far) => {
                    so_far.text.join(" ", &line.text);
                    so_far.glued = line.glued;
                }
                None => title = Some(line.clone()),
            }
            next += 1;
        }
        let titled = title.is_some();
        if let Some(title) = title {
            self.sheet.line(LineKind::AnnexTitle, &title.text);
        }
        if let Some(Item::Line(first)) = items.get(next)
            && shapes::is_enclosure(first.words())
        {
            let mut enclosure = first.text.clone();
            next += 1;
            while let Some(Item::Line(more)) = items.get(next)
                && !enclosure.as_str().contains(')')
                && enclosure.as_str().len() < 600
            {
                enclosure.join(" ", &more.text);
                next += 1;
            }
            // a title below it is written above it, as where it belongs
            if !titled {
                next = annex::title_below(items, next, self.sheet);
            }
            self.sheet.line(LineKind::Enclosure, &enclosure);
        }
        Some(next.max(at + 1))
    }
}

fn items_line(items: &[Item], at: usize) -> &str {
    if let Some(Item::Line(line)) = items.get(at) { line.words() } else { "" }
}
