"""sunting in datatrove: a filter and an annotator.

    from sunting_datatrove import SuntingAnnotator, SuntingFilter

    pipeline = [
        JsonlReader("crawl/"),
        SuntingAnnotator(),
        SuntingFilter(keep=["penalty<20"], drop=["residue>3"], exclusion_writer=JsonlWriter("rejected/")),
        JsonlWriter("good/"),
    ]
"""

from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.filters.base_filter import BaseFilter
from datatrove.utils.batching import batched

from sunting_pipe import Pipe


class SuntingFilter(BaseFilter):
    """Lets documents pass for which every `keep` holds and no `drop` does: expressions of `sunting corpus filter`.

    A rejected document has the reason with its values in metadata["sunting_reason"], a document that cannot be read too.
    """

    name = "📰 Sunting"

    def __init__(self, keep=(), drop=(), options=(), binary=None, exclusion_writer=None, batch_size=256):
        super().__init__(exclusion_writer, batch_size)
        clauses = [word for clause in keep for word in ("--keep", clause)]
        clauses += [word for clause in drop for word in ("--drop", clause)]
        self.options = ["--rejected", "-", *clauses, *options]
        self.binary = binary
        self._pipe = None

    def run(self, data, rank=0, world_size=1):
        with Pipe("filter", self.options, self.binary) as self._pipe:
            try:
                yield from super().run(data, rank, world_size)
            finally:
                # a block is pickled for the next task; a process cannot be
                self._pipe = None

    def filter_batch(self, batch):
        return [self._verdict(doc, reason) for doc, reason in zip(batch, self._pipe.reasons([doc.text for doc in batch]))]

    def filter(self, doc):
        return self.filter_batch([doc])[0]

    @staticmethod
    def _verdict(doc, reason):
        if reason is None:
            return True
        doc.metadata["sunting_reason"] = reason
        # statistics count by clause, not by value
        return False, reason.rsplit(": ", 1)[0]


class SuntingAnnotator(PipelineStep):
    """Puts words, penalty, families and findings into metadata["sunting"]; {"error": …} where a text cannot be read."""

    name = "📰 Sunting"
    type = "✍️ - ANNOTATOR"

    def __init__(self, options=(), binary=None, batch_size=256):
        super().__init__()
        self.options = list(options)
        self.binary = binary
        self.batch_size = batch_size

    def run(self, data, rank=0, world_size=1):
        with Pipe("annotate", self.options, self.binary) as pipe:
            for batch in batched(data, self.batch_size):
                with self.track_time("batch"):
                    answers = pipe.annotations([doc.text for doc in batch])
                for doc, answer in zip(batch, answers):
                    doc.metadata["sunting"] = answer
                    self.stat_update("errors" if "error" in answer else "annotated")
                    self.update_doc_stats(doc)
                    yield doc
