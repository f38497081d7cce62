"""datatrove with two workers gives what one machine gives.

    python -m unittest discover Integrations/datatrove/tests      # SUNTING names the binary, CORPUS a file of JSON lines
"""

import gzip
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

from datatrove.data import Document
from datatrove.executor.local import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter

HERE = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(HERE), str(HERE.parent / "python")]
os.environ["PYTHONPATH"] = os.pathsep.join(sys.path[:2])

from sunting_datatrove import SuntingAnnotator, SuntingFilter  # noqa: E402
from sunting_pipe import SuntingError  # noqa: E402

SUNTING = os.path.realpath(os.environ["SUNTING"])
KEEP, DROP = ["penalty<20"], ["residue>3"]


def read(folder):
    lines = [line for path in sorted(pathlib.Path(folder).glob("*.gz")) for line in gzip.open(path, "rt", encoding="utf-8")]
    return {record["id"]: record for record in map(json.loads, lines)}


class DatatroveTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        # datatrove's reader takes records with text only
        with open(os.environ["CORPUS"], encoding="utf-8") as lines:
            self.records = [record for record in map(json.loads, lines) if record["text"]]
        os.mkdir(self.path("in"))
        for part in range(4):
            with open(self.path(f"in/{part}.jsonl"), "w", encoding="utf-8") as out:
                for record in self.records[part::4]:
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")
        self.inputs = [self.path(f"in/{part}.jsonl") for part in range(4)]

    def path(self, name):
        return os.path.join(self.folder.name, name)

    def alone(self, mode, *options):
        command = [SUNTING, "corpus", mode, "--quiet", "--no-config", *options, *self.inputs]
        lines = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout.splitlines()
        return {record["id"]: record for record in map(json.loads, lines)}

    def test_pipeline(self):
        pipeline = [
            JsonlReader(self.path("in")),
            SuntingAnnotator(binary=SUNTING, batch_size=7),
            SuntingFilter(KEEP, DROP, binary=SUNTING, batch_size=5, exclusion_writer=JsonlWriter(self.path("rejected"))),
            JsonlWriter(self.path("good")),
        ]
        LocalPipelineExecutor(pipeline, tasks=4, workers=2, logging_dir=self.path("log")).run()
        good, rejected = read(self.path("good")), read(self.path("rejected"))
        self.assertTrue(good and rejected)
        self.assertFalse(good.keys() & rejected.keys())
        annotations = {key: record["sunting"] for key, record in self.alone("annotate").items()}
        found = {key: record["metadata"]["sunting"] for key, record in {**good, **rejected}.items()}
        self.assertEqual(found, annotations)
        verdicts = self.alone("filter", "--keep", KEEP[0], "--drop", DROP[0], "--rejected", "-")
        reasons = {key: record["metadata"].get("sunting_reason") for key, record in {**good, **rejected}.items()}
        self.assertEqual(reasons, {key: record.get("filter_reason") for key, record in verdicts.items()})

    def test_single_documents(self):
        documents = [Document(text="Baik sekali.", id="a"), Document(text="a\ud800b", id="b"), Document(text="Baik.", id="c")]
        found = list(SuntingAnnotator(binary=SUNTING).run(iter(documents)))
        self.assertEqual(["error" in document.metadata["sunting"] for document in found], [False, True, False])
        block = SuntingFilter(["words<2"], binary=SUNTING, batch_size=1)
        self.assertEqual([document.id for document in block.run(iter(documents))], ["c"])
        # the same block once more, as in the next task
        self.assertEqual([document.id for document in block.run(iter(documents))], ["c"])

    def test_failure(self):
        documents = [Document(text="Baik.", id="a")]
        with self.assertRaisesRegex(SuntingError, "did you mean"):
            list(SuntingFilter(["penatly<2"], binary=SUNTING).run(iter(documents)))


if __name__ == "__main__":
    unittest.main()
