"""What no polite client sends: the right status, an error that says what to do, no crash, bounded memory.

Usage: http_bad.py URL PID SECONDS, where the server was started with --timeout SECONDS.
"""
import json
import resource
import socket
import sys
import threading
import time
import urllib.parse

url, pid, seconds = urllib.parse.urlsplit(sys.argv[1]), sys.argv[2], float(sys.argv[3])
place = (url.hostname, url.port)
form = "Content-Type: application/x-www-form-urlencoded\r\n"


def memory():
    with open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) // 1024 for line in file if line.startswith("VmRSS"))


def read(connection):
    """Status, headers and body of an answer; status 0 when the connection was closed without one."""
    data = b""
    try:
        while b"\r\n\r\n" not in data:
            part = connection.recv(65536)
            if not part:
                return 0, "", b""
            data += part
        head, _, body = data.partition(b"\r\n\r\n")
        length = next((int(l[15:]) for l in head.decode().lower().split("\r\n") if l.startswith("content-length:")), 0)
        while len(body) < length:
            part = connection.recv(65536)
            if not part:
                break
            body += part
        return int(head.split()[1]), head.decode(), body
    except ConnectionError:
        return 0, "", b""


def send(data, close=False, timeout=30):
    with socket.create_connection(place, timeout=timeout) as connection:
        try:
            for part in [data] if isinstance(data, bytes) else data:
                connection.sendall(part)
            if close:
                connection.shutdown(socket.SHUT_WR)
        except ConnectionError:
            pass  # an answer may come before the request is through
        return read(connection)


def request(method="POST", path="/v2/check", headers=form, body="", host="Host: localhost\r\n"):
    body = body.encode() if isinstance(body, str) else body
    return f"{method} {path} HTTP/1.1\r\n{host}{headers}Content-Length: {len(body)}\r\n\r\n".encode() + body


def lives():
    status, _, body = send(request(body="language=id&text=Itu+dari+dari+sana."), timeout=10)
    assert status == 200 and b"repeated-word" in body, (status, body)


def expect(name, data, *statuses, close=False):
    status, head, body = send(data, close=close)
    assert status in statuses, f"{name}: status {status}, not {statuses}: {body[:200]}"
    if status >= 400 and body:
        assert json.loads(body)["error"]["message"], name
    if status >= 400:
        assert body, f"{name}: {status} without a word"
    lives()
    print(f"  {name}: {status or 'closed'}")
    return head, body


def polite():
    json_type = "Content-Type: application/json\r\n"
    expect("wrong content type", request(headers="Content-Type: image/png\r\n", body="x"), 415)
    expect("wrong content type of our own API", request(path="/v1/check", headers="Content-Type: text/html\r\n", body="x"), 415)
    expect("invalid UTF-8", request(body=b"language=id&text=\xff\xfe"), 400)
    expect("invalid UTF-8 as percent", request(body="language=id&text=%FF"), 400)
    expect("invalid UTF-8 in JSON", request(path="/v1/check", headers=json_type, body=b'{"text":"\xff"}'), 400)
    expect("a field twice", request(body="language=id&text=a&text=b"), 400)
    expect("a field twice, in query and body", request(path="/v2/check?language=id", body="language=id&text=a"), 400)
    expect("markup that is not markup", request(body='language=id&data={"annotation":[{"markup":3}]}'), 400)
    expect("annotation that is no list", request(body='language=id&data={"annotation":{}}'), 400)
    expect("JSON nested 100,000 deep", request(path="/v1/check", headers=json_type, body="[" * 100000), 400)
    expect("a text too long", request(body="language=id&text=" + "a" * 600_000), 413)
    expect("path traversal", request("GET", "/../../../../etc/passwd"), 400, 404)
    expect("path traversal, encoded", request("GET", "/%2e%2e/%2e%2e/etc/passwd"), 404)
    expect("path traversal, rules", request("GET", "/rules/../../etc/passwd"), 404)
    expect("an unknown method", request("BREW", "/v2/check"), 400, 405)
    expect("a method that is not for this", request("PUT", "/v2/check"), 405)
    expect("a foreign Host", request("GET", "/", host="Host: jahat.example\r\n"), 403)
    expect("no Host", request("GET", "/", host=""), 400, 403)
    expect("two Hosts", request("GET", "/", host="Host: localhost\r\nHost: jahat.example\r\n"), 400, 403)
    expect("a whole address in the request line", request("GET", "http://localhost/healthz"), 200)
    expect("a whole address and a foreign Host", request("GET", "http://localhost/", host="Host: jahat.example\r\n"), 403)
    _, body = expect("a script in the text", request(body="language=id&text=Itu+dari+dari+<script>alert(1)</script>."), 200)
    json.loads(body)
    head, _ = expect("the page", request("GET", "/"), 200)
    assert "default-src 'none'" in head and "nosniff" in head, head
    head, body = expect("a rule's page with a script for a name", request("GET", "/rules/%3Cscript%3Ealert(1)%3C/script%3E"), 404)
    assert b"<script" not in body and "application/json" in head


def impolite():
    expect("no HTTP at all", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 0, 400)
    expect("a truncated body", b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\n" + form.encode() + b"Content-Length: 99\r\n\r\ntext=a", 0, 400, 408, close=True)
    expect("a negative length", b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n", 0, 400)
    expect("two lengths", b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\ntext=a", 0, 400)
    expect("a length and chunks", b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 0, 400)
    expect("chunks that are none", b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 0, 400)
    expect("a header of 1 MB", request(headers=form + "X-Besar: " + "a" * 1_000_000 + "\r\n"), 0, 400, 431)
    expect("100,000 headers", request(headers=form + "X-A: b\r\n" * 100_000), 0, 400, 431)
    expect("a request line of 1 MB", request("GET", "/" + "a" * 1_000_000), 0, 400, 404, 414, 431)


def large():
    before = memory()
    megabyte = b"a" * 1_000_000
    head = b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\n" + form.encode()
    expect("100 MB with a length", [head + b"Content-Length: 100000000\r\n\r\n"] + [megabyte] * 100, 413)
    chunk = b"f4240\r\n" + megabyte + b"\r\n"
    expect("100 MB in chunks", [head + b"Transfer-Encoding: chunked\r\n\r\n"] + [chunk] * 100, 413)
    threads = [threading.Thread(target=send, args=([head + b"Transfer-Encoding: chunked\r\n\r\n"] + [chunk] * 100,)) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lives()
    print(f"  memory {before} MB before, {memory()} MB after 22 bodies of 100 MB")
    assert memory() < before + 200, "memory grows with bodies that are refused"


def slow():
    head = b"POST /v2/check HTTP/1.1\r\nHost: localhost\r\n" + form.encode()
    connections = []
    for number in range(400):
        connection = socket.create_connection(place, timeout=seconds * 3 + 10)
        connection.sendall(head[:20] if number % 2 else head + b"Content-Length: 50\r\n\r\nl")
        connections.append(connection)
    begin = time.monotonic()
    ended = {}

    def drip(number, connection):
        try:
            while time.monotonic() < begin + seconds * 3:
                time.sleep(seconds / 4)
                connection.sendall(b"a")
        except OSError:
            pass
        ended[number] = time.monotonic() - begin

    threads = [threading.Thread(target=drip, args=pair) for pair in enumerate(connections)]
    for thread in threads:
        thread.start()
    while time.monotonic() < begin + seconds * 2:
        start = time.monotonic()
        lives()
        assert time.monotonic() - start < 2, "slow clients keep others waiting"
        time.sleep(0.2)
    for thread in threads:
        thread.join()
    statuses = sorted({read(connection)[0] for connection in connections[::2]})
    for connection in connections:
        connection.close()
    print(f"  400 slow clients, let go after {min(ended.values()):.1f} to {max(ended.values()):.1f} seconds; slow bodies got {statuses}")
    assert max(ended.values()) < seconds * 2.5, "a slow client is never let go"


def many(count):
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    count = min(count, most - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (count + 100, most))
    before, connections = memory(), []
    begin = time.monotonic()
    for _ in range(count):
        connection = socket.socket()
        connection.setblocking(False)
        connection.connect_ex(place)
        connections.append(connection)
    time.sleep(1)
    status, answered = 0, time.monotonic()
    while status != 200 and time.monotonic() < begin + seconds * 6 + 20:
        try:
            status, _, body = send(request(body="language=id&text=Itu+dari+dari+sana."), timeout=10)
        except OSError:
            time.sleep(0.5)
    waited = time.monotonic() - answered
    print(f"  {count} idle connections: the next client is served after {waited:.1f} seconds; memory {before} MB before, {memory()} MB now")
    assert status == 200, "no answer beside idle connections"
    assert memory() < before + 400, "memory grows with idle connections"
    for connection in connections:
        connection.close()
    time.sleep(0.5)
    lives()


print("http: bad input")
lives()
polite()
impolite()
large()
slow()
many(10_000)
