"""Spark on two executors gives what one machine gives, also when an executor or a process dies in the middle.

    python -m unittest discover Integrations/spark/tests      # SUNTING names the binary, CORPUS a file of JSON lines
"""

import json
import os
import pathlib
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest

from pyspark.sql import SparkSession

HERE = pathlib.Path(__file__).resolve().parent.parent
SUNTING = os.path.realpath(os.environ["SUNTING"])
CORPUS = os.environ["CORPUS"]
MODULES = [str(HERE.parent / "python" / "sunting_pipe.py"), str(HERE / "sunting_spark.py")]
sys.path[:0] = [os.path.dirname(path) for path in MODULES]

from sunting_spark import annotate, fix, judge  # noqa: E402

SCHEMA = "id string, text string, source string"


def alone(mode, *options):
    """What one machine makes of the corpus, by ID."""
    command = [SUNTING, "corpus", mode, "--quiet", "--no-config", *options, CORPUS]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()
    return {record["id"]: record for record in map(json.loads, lines)}


def plain(row):
    """A struct as the JSON that sunting writes."""
    value = row.asDict(recursive=True)
    if value["error"] is not None:
        return {"error": value["error"]}
    value = {key: item for key, item in value.items() if item is not None}
    if not value["foreign"]:
        del value["foreign"]
    return value


class SparkTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
        cls.folder = tempfile.TemporaryDirectory()
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .appName("sunting")
            .config("spark.files", SUNTING)
            .config("spark.submit.pyFiles", ",".join(MODULES))
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.executor.memory", "1g")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "100")
            .getOrCreate()
        )
        for module in MODULES:
            cls.spark.sparkContext.addPyFile(module)
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.records = cls.spark.read.schema(SCHEMA).json(CORPUS).repartition(8).cache()
        cls.expected = {key: record["sunting"] for key, record in alone("annotate").items()}
        assert cls.records.count() == len(cls.expected) > 100

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def check(self, rows):
        found = {row["id"]: plain(row["sunting"]) for row in rows}
        self.assertEqual(len(rows), len(found), "a record came twice")
        self.assertEqual(found, self.expected)

    def test_json_lines(self):
        self.check(annotate(self.records).collect())

    def test_parquet(self):
        self.records.write.parquet(self.path("in"))
        pages = self.spark.read.parquet(self.path("in"))
        annotate(pages).write.parquet(self.path("out"))
        result = self.spark.read.parquet(self.path("out"))
        self.check(result.collect())
        kept = {row["id"]: (row["text"], row["source"]) for row in result.collect()}
        self.assertEqual(kept, {row["id"]: (row["text"], row["source"]) for row in pages.collect()})
        self.assertGreater(result.where("sunting.penalty > 20").count(), 0)

    def test_fix(self):
        found = {row["id"]: row["text"] for row in fix(self.records).collect()}
        self.assertEqual(found, {key: record["text"] for key, record in alone("fix").items()})

    def test_judge(self):
        clauses = ["--keep", "penalty<20", "--drop", "residue>3"]
        records = alone("filter", *clauses, "--rejected", "-")
        rows = judge(self.records, keep=["penalty<20"], drop=["residue>3"]).collect()
        self.assertEqual({row["id"]: row["filter_reason"] for row in rows}, {key: record.get("filter_reason") for key, record in records.items()})
        self.assertEqual({row["filter_reason"] is None for row in rows}, {True, False})

    def test_empty(self):
        self.assertEqual(annotate(self.records.where("id = 'x'")).collect(), [])

    def test_killed_executor(self):
        slow = self.wrapper("slow", f'sleep 3; exec {SUNTING} "$@"')
        killed = []

        def kill():
            # the job has begun when an executor has a process of ours
            deadline = time.time() + 60
            while not killed and time.time() < deadline:
                time.sleep(0.3)
                if not processes("corpus annotate"):
                    continue
                executors = processes("CoarseGrainedExecutorBackend")
                if len(executors) == 2:
                    os.kill(executors[0], signal.SIGKILL)
                    killed.append(executors[0])

        thread = threading.Thread(target=kill)
        thread.start()
        rows = annotate(self.records, binary=slow).collect()
        thread.join()
        self.assertTrue(killed, "nothing was killed in the middle")
        self.check(rows)

    def test_process_that_dies_once(self):
        mark = self.path("mark")
        dying = self.wrapper("dying", f'if mkdir {mark} 2>/dev/null; then head -n 3 | {SUNTING} "$@"; kill -9 $$; fi; exec {SUNTING} "$@"')
        rows = annotate(self.records, binary=dying).collect()
        self.assertTrue(os.path.isdir(mark))
        self.check(rows)

    def test_process_that_always_dies(self):
        broken = self.wrapper("broken", "echo rusak >&2; exit 3")
        with self.assertRaisesRegex(Exception, "sunting ended with 3: rusak"):
            annotate(self.records, binary=broken).collect()
        with self.assertRaisesRegex(Exception, "did you mean"):
            annotate(self.records, options=["--select", "residu"]).collect()

    def wrapper(self, name, script):
        path = self.path(name)
        with open(path, "w") as file:
            file.write(f"#!/bin/sh\n{script}\n")
        os.chmod(path, os.stat(path).st_mode | stat.S_IXUSR)
        return path


def processes(word):
    """Descendants of this process with a word in their command line."""
    parents, commands = {}, {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                commands[int(entry.name)] = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (FileNotFoundError, ProcessLookupError):
                pass

    def ours(process):
        while process in parents:
            if process == os.getpid():
                return True
            process = parents[process]
        return False

    return [process for process, command in commands.items() if word in command and ours(process)]


if __name__ == "__main__":
    unittest.main()
