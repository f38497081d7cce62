"""sunting in Apache Spark: one process per task, the same binary and the same results as on one machine.

    from sunting_spark import annotate, fix, judge

    pages = spark.read.parquet("crawl/")
    annotate(pages, "body").where("sunting.penalty < 20").write.parquet("good/")
"""

import itertools
import os
import shutil

import pyarrow as pa
from pyspark import SparkFiles
from pyspark.sql.types import StringType, StructField, StructType

from sunting_pipe import Pipe

#: What `annotate` adds.
ANNOTATION = (
    "version string, rules string, words bigint, penalty double, families map<string, int>, foreign boolean, "
    "diagnostics array<struct<rule: string, severity: string, `start`: int, `end`: int, text: string>>, error string"
)
_ARROW = pa.struct([
    ("version", pa.string()),
    ("rules", pa.string()),
    ("words", pa.int64()),
    ("penalty", pa.float64()),
    ("families", pa.map_(pa.string(), pa.int32())),
    ("foreign", pa.bool_()),
    ("diagnostics", pa.list_(pa.struct([
        ("rule", pa.string()), ("severity", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())
    ]))),
    ("error", pa.string()),
])
#: Records that are under way in one task.
BATCH = 256


def annotate(frame, text="text", options=(), binary=None, column="sunting"):
    """The frame with a column of words, penalty, families and findings; texts that cannot be read have `error`.

    options: of `sunting corpus annotate`, such as ["--select", "residue,calque"].
    binary: where sunting is on the executors (default: shipped with --files, else on the PATH).
    """
    def values(pipe, texts):
        return pa.array((_row(answer) for answer in pipe.annotations(texts)), type=_ARROW)

    schema = StructType(frame.schema.fields + [StructField(column, StructType.fromDDL(ANNOTATION))])
    return _mapped(frame, text, schema, "annotate", options, binary, values)


def judge(frame, keep=(), drop=(), text="text", options=(), binary=None, column="filter_reason"):
    """The frame with a column that says why `sunting corpus filter` rejects a record; null where it passes."""
    clauses = [word for clause in keep for word in ("--keep", clause)]
    clauses += [word for clause in drop for word in ("--drop", clause)]

    def values(pipe, texts):
        return pa.array(pipe.reasons(texts), type=pa.string())

    schema = StructType(frame.schema.fields + [StructField(column, StringType())])
    return _mapped(frame, text, schema, "filter", ["--rejected", "-", *clauses, *options], binary, values)


def fix(frame, text="text", options=(), binary=None):
    """The frame with the safe fixes applied to the text."""
    def values(pipe, texts):
        return pa.array(pipe.mended(texts), type=pa.string())

    return _mapped(frame, text, frame.schema, "fix", options, binary, values)


def _mapped(frame, text, schema, mode, options, binary, values):
    options = list(options)

    def run(batches):
        """One task: one process, which ends with it. A process that fails fails the task, and Spark repeats it."""
        batches = iter(batches)
        first = next(batches, None)
        if first is None:
            return
        with Pipe(mode, options, binary or _shipped()) as pipe:
            for batch in itertools.chain([first], batches):
                for start in range(0, batch.num_rows, BATCH):
                    part = batch.slice(start, BATCH)
                    index = part.schema.get_field_index(text)
                    columns = list(part.columns)
                    new = values(pipe, part.column(index).to_pylist())
                    if len(schema) == len(columns):
                        columns[index] = new
                    else:
                        columns.append(new)
                    yield pa.RecordBatch.from_arrays(columns, names=schema.names)

    return frame.mapInArrow(run, schema)


def _row(answer):
    """A record as Arrow takes it: a map is a list of pairs."""
    if "families" in answer:
        answer["families"] = list(answer["families"].items())
        answer.setdefault("foreign", False)
    return answer


def _shipped():
    path = SparkFiles.get("sunting")
    return path if os.access(path, os.X_OK) else shutil.which("sunting")
