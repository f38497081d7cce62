"""A request that is under way when the server is told to stop gets its answer. Usage: http_stop.py URL PID"""
import json
import os
import signal
import socket
import sys
import time
import urllib.parse

url, pid = urllib.parse.urlsplit(sys.argv[1]), int(sys.argv[2])
body = json.dumps({"text": "Sekitar 10,000 orang hadir di sana. " * 200}).encode()
with socket.create_connection((url.hostname, url.port), timeout=30) as connection:
    head = f"POST /v1/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    connection.sendall(head.encode() + body[:1000])
    time.sleep(2)
    os.kill(pid, signal.SIGTERM)
    time.sleep(1)
    try:
        socket.create_connection((url.hostname, url.port), timeout=5).close()
        raise AssertionError("a server that stops takes new connections")
    except ConnectionRefusedError:
        pass
    connection.sendall(body[1000:])
    answer = b""
    while part := connection.recv(65536):
        answer += part
assert answer.startswith(b"HTTP/1.1 200"), answer[:200]
assert len(json.loads(answer.split(b"\r\n\r\n", 1)[1])["diagnostics"]) == 200
print("http: the request in flight got its answer, and the server stopped")
