#!/usr/bin/env python3
"""Runs the benchmark and writes RESULTS.md: `make bench`.

Every figure of one table comes from one run: the programs take turns, round by round, and the medians are compared, so
that what else the machine does hits all alike. Throughput is bytes per second of CPU time (user and system) of the whole
process unless a row says otherwise.
"""

import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def measure(command, **options):
    """Wall seconds, CPU seconds and peak memory in MB of a whole process; its output is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def take_turns(commands, rounds):
    """Medians of (wall, CPU, memory) for each name."""
    taken = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            result = measure(command)
            if number:  # the first round warms the caches
                taken[name].append(result)
    return {name: tuple(statistics.median(column) for column in zip(*rows)) for name, rows in taken.items()}


def text(folder, megabytes, shared, *extra):
    """Makes the articles once; says what they are."""
    note = folder.with_suffix(".txt")
    if not note.exists():
        shutil.rmtree(folder, ignore_errors=True)
        made = subprocess.run(
            [sys.executable, HERE / "make-text.py", folder, str(megabytes), "--shared", shared, *extra],
            check=True, capture_output=True, text=True)
        note.write_text(made.stdout)
    return note.read_text().strip()


def peers(folder):
    """Programs that look through prose for mistakes, where they are installed: name → command, and the missing."""
    found, missing = {}, []
    search = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    files = [str(path) for path in sorted((ROOT / ".build/bench/small").rglob("*.txt"))]
    one = str(ROOT / ".build/bench/small-one.txt")
    for name, arguments in {
        "typos": ["--no-config", *files],
        "codespell": files,
        "proselint": ["check", *files[:40]],
        "hunspell": ["-d", "id_ID", "-l", one],
        "pofilter": ["--version"],
    }.items():
        program = shutil.which(name, path=search)
        if program is None or name == "pofilter":
            missing.append(name)
        else:
            found[name] = [program, *arguments]
    return found, missing


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megabytes", type=float, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--binaries", type=pathlib.Path, default=ROOT / ".build/release")
    parser.add_argument("--results", type=pathlib.Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    sunting, dev = str(options.binaries / "sunting"), str(options.binaries / "sunting-dev")
    work = ROOT / ".build/bench"
    work.mkdir(parents=True, exist_ok=True)

    large, small = work / "large", work / "small"
    one = {size: work / f"one-{size}.txt" for size in (1, 10, 100)}
    about = text(large, options.megabytes, options.shared)
    text(small, 1, options.shared, "--one", work / "small-one.txt")
    for size, path in one.items():
        text(work / f"part-{size}", size, options.shared, "--one", path)
    size = sum(path.stat().st_size for path in large.rglob("*.txt")) / 1e6
    small_size = (work / "small-one.txt").stat().st_size / 1e6

    out = ["# Measured", ""]
    out += [
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, {platform.system()}; "
        f"load {os.getloadavg()[0]:.1f} when it began. Made by `make bench` on {time.strftime('%Y-%m-%d')}.",
        "",
        f"The text: {about}; a new word every few lines, as in real news (`Benchmarks/make-text.py`).",
        "",
    ]

    # stages inside one process
    stages = subprocess.run(
        [dev, "bench", str(large), "--megabytes", "10"], check=True, capture_output=True, text=True).stdout
    rows = [line.split("\t") for line in stages.splitlines() if not line.startswith("#")]
    out += ["## Stages", "", "Inside one process, one thread: `sunting-dev bench .build/bench/large`.", ""]
    out += table(["stage", "MB/s of CPU", "× ICU"], rows) + [""]

    # whole processes
    asking = subprocess.run(
        [dev, "bench", "--asking"], check=True, capture_output=True, text=True).stdout.split()
    check = [sunting, "check", "--no-config", "--quiet", "--format", "summary", "--fail-on", "never", "--select", "all"]
    without = [*check, "--ignore", ",".join(asking)]
    commands = {
        "ICU's word iterator alone": [dev, "bench", "--only", "ICU", "--rounds", "1", "--megabytes", "1e9", str(large)],
        "all rules that ask no dictionary, one thread": [*without, "--threads", "1", str(large)],
        "the same, two threads": [*without, "--threads", "2", str(large)],
        "all rules with dictionaries, one thread": [*check, "--threads", "1", str(large)],
        "the same with two threads": [*check, "--threads", "2", str(large)],
    }
    results = take_turns(commands, options.rounds)
    # its process reads the files once and iterates twice: once to warm up
    icu = next(float(row[1]) for row in rows if row[0].startswith("ICU"))
    out += ["## Whole processes", "", f"{size:.0f} MB of articles in files, `sunting check`; ICU as above.", ""]
    body = []
    for name, (wall, cpu, memory) in results.items():
        if name.startswith("ICU"):
            continue
        body.append([name, f"{size / cpu:.1f}", f"{size / wall:.1f}", f"{size / cpu / icu:.2f}", f"{memory:.0f} MB"])
    out += table(["what", "MB/s of CPU", "MB/s by the clock", "× ICU", "peak memory"], body) + [""]

    # growth
    commands = {f"{n} MB in one file": [*without, "--threads", "1", str(path)] for n, path in one.items()}
    commands["nothing"] = [*without, "--threads", "1", "/dev/null"]
    results = take_turns(commands, options.rounds)
    empty = results.pop("nothing")
    out += ["## Growth", "", "One file, net of start-up, no dictionary.", ""]
    body = []
    for (name, (wall, cpu, memory)), path in zip(results.items(), one.values()):
        megabytes = path.stat().st_size / 1e6
        body.append([name, f"{(cpu - empty[1]) / megabytes * 1000:.1f} ms", f"{memory:.0f} MB"])
    out += table(["what", "CPU per MB", "peak memory"], body) + [""]

    # the number of rules
    rules = work / "rules"
    if not rules.exists():
        subprocess.run([sys.executable, HERE / "make-rules.py", rules, "10000"], check=True)
    more = [*without, "--rules-dir", str(rules), "--threads", "1"]
    commands = {
        "fewer": [*without, "--threads", "1", str(one[10])],
        "fewer, nothing": [*without, "--threads", "1", "/dev/null"],
        "more": [*more, str(one[10])],
        "more, nothing": [*more, "/dev/null"],
    }
    results = {name: result[1] for name, result in take_turns(commands, options.rounds).items()}
    fewer, many = results["fewer"] - results["fewer, nothing"], results["more"] - results["more, nothing"]
    out += [
        "## Number of rules", "",
        f"10 MB with 10,000 generated rules more that never apply, net of start-up: {many / fewer:.2f} × "
        f"({fewer:.2f} s and {many:.2f} s of CPU). Reading those 10,000 files takes "
        f"{results['more, nothing'] - results['fewer, nothing']:.1f} s.", ""]

    # start-up
    article = next((ROOT / "Corpus/mt").glob("01-*.txt"))
    commands = {
        "`sunting --version`": [sunting, "--version"],
        "one article, rules that ask no dictionary": [*without, str(article)],
        "one article, all rules": [*check, str(article)],
    }
    results = take_turns(commands, options.rounds * 10)
    base = results["`sunting --version`"]
    out += ["## Start-up", ""]
    out += table(
        ["what", "by the clock", "× `--version`", "CPU", "peak memory"],
        [[name, f"{w * 1000:.1f} ms", f"{w / base[0]:.2f}", f"{c * 1000:.1f} ms", f"{m:.0f} MB"]
         for name, (w, c, m) in results.items()]) + [""]

    # peers
    commands, missing = peers(work / "peers")
    if commands:
        commands = {"sunting, all rules": [*check, "--threads", "1", str(small)], **commands}
        results = take_turns(commands, 1)
        out += ["## Peers", "", "Whole processes with their start-up, on 1 MB of the same text (proselint: 40 articles).", ""]
        body = []
        for name, (wall, cpu, memory) in results.items():
            megabytes = small_size
            if name == "proselint":
                megabytes = sum(path.stat().st_size for path in sorted(small.rglob("*.txt"))[:40]) / 1e6
            body.append([name, f"{megabytes / cpu:.2f}", f"{memory:.0f} MB"])
        out += table(["what", "MB/s of CPU", "peak memory"], body) + [""]
    if missing:
        out += [f"Not run: {', '.join(missing)} (not installed, or made for other files).", ""]
    text_out = "\n".join(out).rstrip() + "\n"
    options.results.write_text(text_out)
    print(text_out)


if __name__ == "__main__":
    main()
