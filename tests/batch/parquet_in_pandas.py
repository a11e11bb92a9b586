"""Loads the Parquet tables below a folder in pandas, joins them, and prints what it counts."""

import json
import sys
from pathlib import Path

import pandas
import pyarrow.parquet

folder = Path(sys.argv[1]) / "parquet"
tables = {file.stem: pandas.read_parquet(file) for file in sorted(folder.glob("*.parquet"))}
documents, targets, assignments = tables["documents"], tables["targets"], tables["assignments"]

assert documents["document_id"].is_unique
assert targets["value"].dtype.kind == "f" and targets["start"].dtype.kind == "i"
assert assignments["partners"].map(list).map(lambda names: all(isinstance(name, str) for name in names)).all()
metadata = pyarrow.parquet.read_schema(folder / "targets.parquet").metadata
assert metadata[b"kehoach.schema_version"] == documents["schema_version"].iloc[0].encode()

# every fact stands in its document's text, counted in code points
with_text = targets.merge(documents, on="document_id", suffixes=("", "_document"), validate="many_to_one")
for row in with_text.itertuples():
    assert row.text_document[row.start : row.end] == row.text

joined = assignments.merge(documents[["document_id", "issuer"]], on="document_id")
counts = {name: len(table) for name, table in tables.items()}
print(json.dumps(counts | {"joined": len(joined)}))
