"""Plans to Parquet on Spark: each task pipes its documents through `kehoach extract --stream`.

    pip install pyspark                      # with Java 17
    cargo build --release
    python examples/spark_pipe.py corpus/plans out.parquet --kehoach target/release/kehoach

Every input line is one JSON request, every output line its answer, in order; a document that cannot be read comes back
as a row with `errors` instead of failing the job. `--copies` makes a larger corpus of a small one.
"""

import argparse
import base64
import json
import shlex
import time
from pathlib import Path

from pyspark import StorageLevel
from pyspark.sql import SparkSession, functions as F


def requests(folder: Path, copies: int):
    """One request a file. The bytes go along, so that no file has to be on the machine that does the work."""
    files = sorted(path for path in folder.rglob("*") if path.suffix in {".txt", ".md"})
    for copy in range(copies):
        for path in files:
            name = path.relative_to(folder).as_posix()
            # a copy differs from its original, as two plans do
            content = path.read_bytes() + (f"\n({copy})\n".encode() if copy else b"")
            encoded = base64.b64encode(content).decode()
            yield json.dumps({"id": f"{copy}/{name}", "name": name, "bytes_base64": encoded})


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("output")
    arguments.add_argument("--kehoach", default="kehoach", help="the program; every worker needs it")
    arguments.add_argument("--copies", type=int, default=1)
    arguments.add_argument("--partitions", type=int, default=8)
    options = arguments.parse_args()

    spark = SparkSession.builder.master("local[*]").appName("kehoach").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    begun = time.monotonic()
    lines = spark.sparkContext.parallelize(list(requests(options.folder, options.copies)), options.partitions)
    # exit code 1 says that some document failed, which the answers say, too
    filter_ = f"{shlex.quote(options.kehoach)} extract --stream || test $? -eq 1"
    answers = lines.pipe(f"sh -c {shlex.quote(filter_)}", checkCode=True)
    # Spark looks at the answers twice, for their schema and for their rows: they are kept, not asked for again
    answers.persist(StorageLevel.DISK_ONLY)
    frame = spark.read.json(answers)
    frame.write.mode("overwrite").parquet(options.output)
    seconds = time.monotonic() - begun

    stored = spark.read.parquet(options.output)
    documents = stored.select("id", F.explode("records").alias("record"))
    targets = documents.select("id", F.explode("record.targets").alias("target"))
    failed = stored.where(F.size("errors") > 0).count()
    print(f"{stored.count()} answers, {documents.count()} records, {failed} failed, {targets.count()} targets")
    print(f"{seconds:.1f} s from the first request to the last row")
    targets.select("id", "target.value", "target.unit", "target.by", "target.indicator").show(5, truncate=60)
    spark.stop()


if __name__ == "__main__":
    main()
