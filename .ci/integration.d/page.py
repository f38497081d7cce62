"""Types an article into the page in headless Chromium, accepts a fix, undoes it, accepts all, on wide and narrow screens."""
import asyncio
import base64
import json
import os
import subprocess
import sys
import tempfile
import urllib.request

import websockets

url, sunting, article, pictures = sys.argv[1:]
text = open(article, encoding="utf-8").read()
fixed = subprocess.run([sunting, "fix", "--no-config", "-"], input=text.encode(), capture_output=True).stdout.decode()


class Page:
    def __init__(self, socket):
        self.socket, self.number = socket, 0

    async def call(self, method, **parameters):
        self.number += 1
        await self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(await self.socket.recv())
            if answer.get("id") == self.number:
                return answer["result"]

    async def value(self, expression):
        result = await self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, result
        return result["result"].get("value")

    async def wait(self, expression):
        for _ in range(200):
            if await self.value(expression):
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"never true: {expression}")

    async def picture(self, name):
        result = await self.call("Page.captureScreenshot", format="png")
        with open(os.path.join(pictures, name), "wb") as file:
            file.write(base64.b64decode(result["data"]))


async def run(socket_url):
    async with websockets.connect(socket_url, max_size=None) as socket:
        page = Page(socket)
        await page.call("Page.enable")
        await page.call("Page.navigate", url=url)
        await page.wait("document.readyState === 'complete' && !!document.querySelector('#status')?.textContent")
        await page.value("document.getElementById('text').focus()")
        await page.call("Input.insertText", text=text + "<script>window.bad = 1</script>")
        await page.wait("document.querySelectorAll('#findings li').length > 2")
        assert await page.value("window.bad") is None, "a script inside the article ran"
        assert await page.value("document.querySelectorAll('#marks mark').length > 0")
        await page.value("const t = document.getElementById('text'); t.value = " + json.dumps(text) + "; t.dispatchEvent(new Event('input'))")
        await page.wait("document.querySelectorAll('#marks mark').length > 0")
        await page.picture("wide.png")
        await page.value("document.querySelector('#findings li button:not(.place)').click()")
        await page.wait("document.getElementById('text').value !== " + json.dumps(text))
        await page.value("document.getElementById('undo').click()")
        await page.wait("document.getElementById('text').value === " + json.dumps(text))
        await page.value("document.getElementById('all').click()")
        await page.wait("document.getElementById('text').value === " + json.dumps(fixed))
        await page.value("document.getElementById('undo').click()")
        await page.call("Emulation.setDeviceMetricsOverride", width=390, height=844, deviceScaleFactor=2, mobile=True)
        await page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
        await page.wait("document.querySelectorAll('#marks mark').length > 0")
        assert await page.value("document.documentElement.scrollWidth <= innerWidth"), "the narrow page scrolls sideways"
        await page.picture("narrow-dark.png")


with tempfile.TemporaryDirectory() as profile:
    chromium = subprocess.Popen(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
         f"--user-data-dir={profile}", "--window-size=1280,800", "about:blank"],
        stderr=subprocess.PIPE, text=True)
    try:
        port = next(line for line in chromium.stderr if "DevTools listening" in line).split(":")[-1].split("/")[0]
        targets = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        asyncio.run(asyncio.wait_for(run(next(t for t in targets if t["type"] == "page")["webSocketDebuggerUrl"]), 60))
    finally:
        chromium.terminate()
        chromium.wait()
print("page: typing, accepting, undo, all, narrow and dark hold in Chromium")
