//! A record as rows of tables, one table a kind of fact: the one definition that CSV and Parquet share.
//!
//! Every table has `document_id`, which joins them; columns bear the names of the record's fields.

use super::rows::{self, Row};
use crate::model::Plan;

/// What a column holds. All but keys may be null; a list is never null but may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Key,
    Text,
    Integer,
    Number,
    Texts,
}

type Columns = &'static [(&'static str, Kind)];

/// A kind of fact.
pub(super) struct Table {
    pub(super) name: &'static str,
    shared: Columns,
    columns: Columns,
    located: Columns,
    pub(super) rows: for<'a> fn(&'a Plan) -> Vec<Row<'a>>,
}

use Kind::{Integer, Key, Number, Text, Texts};

impl Table {
    /// Names and kinds, in the order of a row's cells.
    pub(super) fn columns(&self) -> impl Iterator<Item = (&'static str, Kind)> {
        [self.shared, self.columns, self.located].into_iter().flatten().copied()
    }
}

/// What every fact carries.
const FACT: Columns = &[
    ("document_id", Key),
    ("id", Key),
    ("section", Text),
    ("text", Key),
    ("start", Integer),
    ("end", Integer),
    ("rule", Key),
];

/// Where it is in the original; which of these there are depends on the format.
const LOCATOR: Columns = &[
    ("line", Integer),
    ("column", Integer),
    ("page", Integer),
    ("paragraph", Integer),
    ("table", Integer),
    ("row", Integer),
    ("cell", Integer),
    ("element", Text),
];

/// All tables.
pub(super) const TABLES: [Table; 7] = [
    Table {
        name: "documents",
        shared: &[("document_id", Key)],
        columns: &[
            ("schema_version", Key),
            ("path", Key),
            ("format", Key),
            ("encoding", Key),
            ("sha256", Key),
            ("bytes", Integer),
            ("pages", Integer),
            ("type", Text),
            ("type_code", Text),
            ("number", Text),
            ("symbol", Text),
            ("issued_on", Text),
            ("place", Text),
            ("issuer", Text),
            ("issuer_id", Text),
            ("level", Text),
            ("province", Text),
            ("parent_issuer", Text),
            ("title", Text),
            ("signer_name", Text),
            ("signer_title", Text),
            ("signer_authority", Texts),
            ("recipients", Texts),
            ("period", Text),
            ("attached_titles", Texts),
            ("diagnostics", Texts),
            ("text", Text),
        ],
        located: &[],
        rows: rows::documents,
    },
    Table {
        name: "sections",
        shared: &[("document_id", Key)],
        columns: &[
            ("id", Key),
            ("parent", Text),
            ("kind", Key),
            ("marker", Text),
            ("heading", Text),
            ("text", Text),
            ("level", Integer),
            ("start", Integer),
            ("end", Integer),
        ],
        located: LOCATOR,
        rows: rows::sections,
    },
    Table {
        name: "targets",
        shared: FACT,
        columns: &[
            ("value", Number),
            ("value_max", Number),
            ("unit", Text),
            ("per", Text),
            ("comparator", Key),
            ("direction", Text),
            ("by", Text),
            ("baseline", Text),
            ("indicator", Text),
            ("role", Key),
        ],
        located: LOCATOR,
        rows: rows::targets,
    },
    Table {
        name: "deadlines",
        shared: FACT,
        columns: &[("relation", Key), ("date", Text), ("recurrence", Text), ("within", Text), ("agencies", Texts)],
        located: LOCATOR,
        rows: rows::deadlines,
    },
    Table {
        name: "assignments",
        shared: FACT,
        columns: &[
            ("agency", Key),
            ("agency_id", Text),
            ("level", Text),
            ("province", Text),
            ("role", Key),
            ("partners", Texts),
            ("task", Text),
            ("deadlines", Texts),
            ("task_refs", Texts),
        ],
        located: LOCATOR,
        rows: rows::assignments,
    },
    Table {
        name: "citations",
        shared: FACT,
        columns: &[
            ("type", Key),
            ("number", Text),
            ("date", Text),
            ("issuer", Text),
            ("title", Text),
            ("relation", Key),
        ],
        located: LOCATOR,
        rows: rows::citations,
    },
    Table {
        name: "table_rows",
        shared: &[("document_id", Key)],
        columns: &[
            ("table", Integer),
            ("section", Text),
            ("caption", Text),
            ("row", Integer),
            ("columns", Texts),
            ("cells", Texts),
        ],
        located: &[],
        rows: rows::table_rows,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::rows::Cell;

    /// A record with one of everything.
    fn plan() -> Plan {
        let place = serde_json::json!({"id": "t1", "section": "I", "text": "95%", "span": {"start": 0, "end": 3},
            "rule": "targets.rate", "locator": {"line": 1, "column": 1}});
        let fact = |own: serde_json::Value| {
            let mut fact = place.clone();
            fact.as_object_mut().expect("an object").extend(own.as_object().expect("an object").clone());
            fact
        };
        serde_json::from_value(serde_json::json!({
            "schema_version": "1.0", "id": "0123456789abcdef",
            "source": {"path": "a.txt", "format": "text", "encoding": "utf-8", "sha256": "0", "bytes": 3},
            "text": "95%",
            "document": {"type": null, "number": null, "symbol": null, "issued_on": null, "place": null, "issuer": null,
                "issuer_id": null, "level": null, "province": null, "parent_issuer": null, "title": null,
                "signer": null, "recipients": [], "period": null, "attached": [], "evidence": {}},
            "sections": [{"id": "I", "parent": null, "kind": "roman", "marker": "I.", "heading": null, "text": "95%",
                "level": 1, "span": {"start": 0, "end": 3}, "locator": {}}],
            "targets": [fact(serde_json::json!({"value": 95.0, "value_max": null, "unit": "%", "per": null,
                "comparator": "eq", "direction": null, "by": null, "baseline": null, "indicator": "x",
                "role": "target"}))],
            "deadlines": [fact(serde_json::json!({"relation": "by", "date": "2025", "recurrence": null,
                "within": null, "agencies": []}))],
            "assignments": [fact(serde_json::json!({"agency": "Sở Y tế", "agency_id": null, "level": null,
                "province": null, "role": "lead", "partners": ["a", "b"], "task": "x", "deadlines": [],
                "task_refs": []}))],
            "citations": [fact(serde_json::json!({"type": "Luật", "number": null, "date": null, "issuer": null,
                "title": null, "relation": "basis"}))],
            "tables": [{"caption": null, "columns": ["a"], "rows": [["1"], ["2"]], "section": null,
                "span": {"start": 0, "end": 3}}],
            "footnotes": [], "diagnostics": [],
        }))
        .expect("a record")
    }

    #[test]
    fn every_row_has_a_cell_of_the_right_kind_for_every_column() {
        let plan = plan();
        for table in &TABLES {
            let rows = (table.rows)(&plan);
            assert!(!rows.is_empty(), "{}", table.name);
            for row in rows {
                assert_eq!(row.len(), table.columns().count(), "{}", table.name);
                for ((name, kind), cell) in table.columns().zip(&row) {
                    let fits = match (kind, cell) {
                        (Key, Cell::Text(text)) => text.is_some(),
                        (Text, Cell::Text(_))
                        | (Integer, Cell::Integer(_))
                        | (Number, Cell::Number(_))
                        | (Texts, Cell::Texts(_)) => true,
                        _ => false,
                    };
                    assert!(fits, "{}.{name}: {cell:?}", table.name);
                }
            }
        }
    }
}
