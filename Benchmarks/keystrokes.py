"""How long the language server takes from a keystroke in an article of 50 KB to the findings. Usage: keystrokes.py [SUNTING]"""
import glob
import json
import os
import subprocess
import sys
import time

sunting = sys.argv[1] if len(sys.argv) > 1 else ".build/release/sunting"
text = ""
for path in sorted(glob.glob("Corpus/mt/*.txt")):
    if len(text.encode()) < 50_000:
        text += open(path, encoding="utf-8").read() + "\n"
text = text.encode()[:50_000].decode(errors="ignore")
server = subprocess.Popen([sunting, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
uri = "untitled:article"


def processor_time():
    """Milliseconds that the server computed, whoever else used the machine."""
    with open(f"/proc/{server.pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def send(method, parameters, id=None):
    message = {"jsonrpc": "2.0", "method": method, "params": parameters} | ({"id": id} if id else {})
    body = json.dumps(message).encode()
    server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
    server.stdin.flush()


def receive():
    length = 0
    while (line := server.stdout.readline().strip()):
        if line.lower().startswith(b"content-length:"):
            length = int(line[15:])
    return server.stdout.read(length)


def findings(version):
    """Waits for the findings of this version; reading them as JSON is the editor's time, not the server's."""
    needle = b'"version":%d' % version
    while True:
        message = receive()
        if b"publishDiagnostics" in message and needle in message:
            return message


send("initialize", {"capabilities": {}}, 1)
receive()
send("initialized", {})
start = time.perf_counter()
send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "plaintext", "version": 1, "text": text}})
count = len(json.loads(findings(1))["params"]["diagnostics"])
print(f"{len(text.encode())} bytes, {count} findings; opened in {1000 * (time.perf_counter() - start):.1f} ms")
lines = text.split("\n")
times = []
computed = processor_time()
for version in range(2, 302):
    line = version * 7919 % len(lines)
    place = {"line": line, "character": len(lines[line].encode("utf-16-le")) // 2}
    start = time.perf_counter()
    send("textDocument/didChange", {
        "textDocument": {"uri": uri, "version": version},
        "contentChanges": [{"range": {"start": place, "end": place}, "text": "a"}]})
    lines[line] += "a"
    findings(version)
    times.append(1000 * (time.perf_counter() - start))
times.sort()
print(f"keystroke to findings: median {times[150]:.1f} ms, 95th percentile {times[285]:.1f} ms, longest {times[-1]:.1f} ms; "
      f"computed {(processor_time() - computed) / len(times):.1f} ms each")
send("shutdown", None, 2)
send("exit", None)
sys.exit(server.wait())
