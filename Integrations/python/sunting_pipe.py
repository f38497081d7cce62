"""One long-lived `sunting corpus` process that answers records in order.

    with Pipe("annotate") as pipe:
        for answer in pipe.annotations(["Teks pertama.", "Teks kedua."]):
            print(answer["penalty"])
"""

import json
import shutil
import subprocess
import tempfile
import threading


class SuntingError(RuntimeError):
    """The process ended, or did not answer what it was asked."""


class Pipe:
    """Asks and answers take turns, so that no more than one batch is under way: that is all the back-pressure it takes.

    A process that fails raises SuntingError, at the batch it failed on or at close(); its caller fails with it.
    """

    def __init__(self, mode, options=(), binary=None):
        binary = binary or shutil.which("sunting")
        if binary is None:
            raise SuntingError("sunting is not on the PATH; install it, or say where it is")
        command = [binary, "corpus", mode, "--quiet", "--threads", "1", "--no-config", *options, "-"]
        self._errors = tempfile.TemporaryFile()
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors
        )

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        if kind is None:
            self.close()
        else:
            self._end(kill=True)

    def close(self):
        """Waits for the end of the process; raises SuntingError when it was not a good one."""
        try:
            self._process.stdin.close()
        except BrokenPipeError:
            pass
        rest = self._process.stdout.read()
        if self._process.wait() != 0 or rest:
            raise self._failure()
        self._end()

    def annotations(self, texts):
        """For each text what `sunting corpus annotate` says of it; {"error": …} where it cannot be read."""
        return [self._added(question, answer, "sunting") for question, answer in self._ask(texts)]

    def reasons(self, texts):
        """For each text why `sunting corpus filter` rejects it, None where it passes. Needs --rejected - ."""
        return [self._added(question, answer, "filter_reason") for question, answer in self._ask(texts)]

    def mended(self, texts):
        """For each text what `sunting corpus fix` makes of it."""
        pairs = zip(texts, self._ask(texts))
        return [text if question == answer else json.loads(answer).get("text", text) for text, (question, answer) in pairs]

    def _ask(self, texts):
        questions = [self._question(text) for text in texts]
        # whoever writes must not wait for whoever reads
        writer = threading.Thread(target=self._write, args=(b"".join(questions),), daemon=True)
        writer.start()
        answers = []
        for _ in questions:
            answer = self._process.stdout.readline()
            if not answer.endswith(b"\n"):
                raise self._failure()
            answers.append(answer)
        writer.join()
        return list(zip(questions, answers))

    @staticmethod
    def _question(text):
        record = {"text": text}
        try:
            return json.dumps(record, ensure_ascii=False).encode() + b"\n"
        except UnicodeEncodeError:  # a lone surrogate; the answer is an error
            return json.dumps(record).encode() + b"\n"

    def _write(self, data):
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass  # the process is gone; whoever reads finds out

    @staticmethod
    def _added(question, answer, name):
        """The value of the field that the answer has more than the question; the text is not read again."""
        head = question[:-2] + b',"' + name.encode() + b'":'
        if answer.startswith(head):
            return json.loads(answer[len(head):-2])
        return None if answer == question else json.loads(answer).get(name)

    def _failure(self):
        # a process that has just ended says how; one that has not is of no more use
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._errors.seek(0)
        said = self._errors.read()[-2000:].decode(errors="replace").strip()
        self._end()
        return SuntingError(f"sunting ended with {code}" + (f": {said}" if said else ""))

    def _end(self, kill=False):
        if kill:
            self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._errors):
            try:
                stream.close()
            except OSError:
                pass
