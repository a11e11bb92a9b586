//! Letters on their way into the paragraph, fields and references to notes among them.

use super::{Field, Font, Setting, Story, Tag};

impl Story<'_> {
    /// How letters of the paragraph are set that say nothing of themselves.
    pub(super) fn paragraph_setting(&mut self) -> Setting {
        let styles = &self.shared.styles;
        let style = self.paragraph().and_then(|p| p.style.as_deref());
        styles.paragraph(style).setting.over(styles.defaults)
    }

    pub(super) fn is_muted(&self) -> bool {
        self.deleted_rows > 0 || self.fields.iter().any(|f| f.is_contents || !f.shows_result)
    }

    pub(super) fn letters(&mut self, letters: &str, font: Option<Font>) {
        if self.is_muted() {
            return;
        }
        let run = self.runs.last();
        let mut setting = run.map(|run| run.own.over(run.style).over(run.below)).unwrap_or_default();
        setting.font = font.or(setting.font);
        if let Some(paragraph) = self.paragraph() {
            paragraph.push(letters, setting);
        }
    }

    pub(super) fn field_mark(&mut self, mark: &str) {
        match mark {
            "begin" => self.fields.push(Field::default()),
            "separate" => {
                if let Some(field) = self.fields.last_mut() {
                    field.shows_result = true;
                    field.is_contents = field.instruction.trim_start().starts_with("TOC");
                    self.left_out.contents |= field.is_contents;
                }
            }
            "end" => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    pub(super) fn note(&mut self, kind: &'static str, tag: &Tag) {
        let Some(id) = tag.get("id") else { return };
        let Some(words) = self.shared.notes.get(&(kind, id)) else { return };
        if self.is_muted() || words.is_empty() {
            return;
        }
        self.notes_shown += 1;
        let number = self.notes_shown;
        if let Some(paragraph) = self.paragraph() {
            paragraph.push(&format!("[{number}]"), Setting::default());
            paragraph.notes.push((number, words.clone()));
        }
    }
}
