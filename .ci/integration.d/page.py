"""Uses the page in headless Chromium as people do: typing, clicking, the keyboard alone, narrow, dark; with axe-core.

Usage: page.py URL SUNTING ARTICLE FOLDER-FOR-PICTURES
"""
import asyncio
import base64
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import threading
import urllib.request

import websockets

url, sunting, article, pictures = sys.argv[1:]
text = open(article, encoding="utf-8").read()
fixed = subprocess.run([sunting, "fix", "--no-config", "-"], input=text.encode(), capture_output=True).stdout.decode()
axe = open(os.path.join(importlib.util.find_spec("axe_core_python").submodule_search_locations[0], "axe.min.js")).read()
KEYS = {"Tab": 9, "Enter": 13, "ArrowDown": 40, "ArrowRight": 39, "Home": 36}


class Page:
    def __init__(self, socket):
        self.socket, self.number, self.complaints = socket, 0, []

    async def call(self, method, **parameters):
        self.number += 1
        await self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(await self.socket.recv())
            if answer.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded"):
                self.complaints.append(answer["params"])
            if answer.get("id") == self.number:
                if "navigated" in answer.get("error", {}).get("message", ""):
                    return {"result": {}}  # the page went on to another meanwhile; whoever waits asks again
                assert "result" in answer, answer
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

    async def open(self, address):
        await self.call("Page.navigate", url=address)
        await self.wait("document.readyState === 'complete'")

    async def text(self):
        return await self.value("document.getElementById('text').value")

    async def wait_text(self, wanted):
        await self.wait("document.getElementById('text').value === " + json.dumps(wanted))

    async def wait_findings(self):
        await self.wait("document.querySelectorAll('#marks mark').length > 0")

    async def click(self, expression, scroll="e.scrollIntoView({block: 'center', behavior: 'instant'})"):
        """The left button on the middle of what the expression gives."""
        box = await self.value(
            f"(() => {{ const e = {expression}; {scroll};"
            " const b = e.getClientRects()[0]; return {x: b.x + b.width / 2, y: b.y + b.height / 2} })()")
        for kind in ("mousePressed", "mouseReleased"):
            await self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **box)

    async def key(self, name):
        for kind in ("rawKeyDown", "keyUp"):
            await self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=KEYS[name])
            if kind == "rawKeyDown" and name == "Enter":
                await self.call("Input.dispatchKeyEvent", type="char", text="\r", key=name)

    async def fill(self, content):
        await self.value("(() => { const t = document.getElementById('text'); t.focus(); t.select() })()")
        await self.call("Input.insertText", text=content)
        await self.wait_text(content)

    async def picture(self, name):
        result = await self.call("Page.captureScreenshot", format="png")
        with open(os.path.join(pictures, name), "wb") as file:
            file.write(base64.b64decode(result["data"]))

    async def accessible(self, where):
        await self.value(axe + "; undefined")
        result = await self.value(
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})"
            ".then((r) => ({passes: r.passes.length, bad: r.violations.map((v) => [v.id, v.help, v.nodes.map((n) => n.html + ' ' + n.failureSummary)])}))")
        assert not result["bad"], f"{where}: {json.dumps(result['bad'], indent=1)}"
        assert result["passes"] > 15, f"{where}: axe-core looked at {result['passes']} things only"
        return result["passes"]

    async def device(self, width, height, dark, scale=1):
        await self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=scale, mobile=width < 500)
        await self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])


async def uses(page):
    await page.open(url)
    await page.wait("document.getElementById('text').placeholder !== ''")
    await page.accessible("the empty page")

    # typing, with a script in the article
    await page.fill(text + "<script>window.bad = 1</script><img src=x onerror='window.bad = 1'>")
    await page.wait_findings()
    assert await page.value("window.bad === undefined && !document.querySelector('main script, main img')"), "the article's own markup became part of the page"

    # one click on a mark shows its finding
    await page.fill(text)
    await page.wait_findings()
    await page.value("document.getElementById('text').scrollTop = 0")
    await page.wait("document.getElementById('marks').scrollTop === 0")
    await page.click("document.querySelectorAll('#marks mark')[1]", scroll="document.getElementById('text').scrollIntoView()")
    await page.wait("document.querySelectorAll('#findings li[aria-current]').length === 1")
    assert await page.value("document.querySelector('#findings li[aria-current] .place').textContent.length > 5")
    assert await page.value("!!document.querySelector('#findings li[aria-current] .sources')"), "no sources"
    assert await page.value("document.querySelector('mark.current').textContent === document.querySelectorAll('#marks mark')[1].textContent")
    # and the marks lie where the words are: the cursor stands inside the marked stretch
    assert await page.value("(() => { const before = [...document.getElementById('marks').childNodes]; const m = document.querySelector('mark.current'); let n = 0; for (const c of before) { if (c === m) break; n += c.textContent.length } const s = document.getElementById('text').selectionStart; return n <= s && s <= n + m.textContent.length })()"), "the mark lies beside its words"

    # accept one, undo, accept all, undo
    await page.click("document.querySelector('#findings .fixes button')")
    await page.wait("document.getElementById('text').value !== " + json.dumps(text))
    await page.click("document.getElementById('undo')")
    await page.wait_text(text)
    await page.wait("!document.getElementById('all').disabled")
    await page.click("document.getElementById('all')")
    await page.wait_text(fixed)
    await page.click("document.getElementById('undo')")
    await page.wait_text(text)

    # typing after a fix is not lost by undo
    await page.wait("!document.getElementById('all').disabled")
    await page.click("document.getElementById('all')")
    await page.wait_text(fixed)
    await page.value("document.getElementById('text').setSelectionRange(0, 0)")
    await page.call("Input.insertText", text="Tulisan baru. ")
    await page.wait("document.querySelector('#marks').childNodes.length > 0")
    await page.click("document.getElementById('undo')")
    await page.wait_text(fixed)
    await page.click("document.getElementById('undo')")
    await page.wait_text(text)

    # copying
    await page.wait_findings()
    await page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    await page.click("document.getElementById('copy')")
    await page.wait("document.getElementById('status').textContent.includes('disalin') || document.getElementById('status').textContent.includes('copied')")
    assert await page.value("navigator.clipboard.readText()") == text


async def keyboard(page):
    """From the text to a finding and its fix and back, without a mouse."""
    await page.open(url)
    await page.fill(text)
    await page.wait_findings()
    for _ in range(60):
        if await page.value("document.activeElement.className === 'place'"):
            break
        await page.key("Tab")
    else:
        raise AssertionError("Tab never comes to a finding")
    assert await page.value("getComputedStyle(document.activeElement).outlineStyle") == "solid", "focus cannot be seen"
    await page.key("Enter")
    await page.wait("document.activeElement.id === 'text' && document.activeElement.selectionEnd > document.activeElement.selectionStart")
    await page.wait("document.querySelectorAll('#findings li[aria-current]').length === 1")
    for _ in range(60):
        await page.key("Tab")
        if await page.value("document.activeElement.parentElement.className === 'fixes'"):
            break
    else:
        raise AssertionError("Tab never comes to a fix")
    await page.key("Enter")
    await page.wait("document.getElementById('text').value !== " + json.dumps(text))
    assert await page.value("document.activeElement.id") == "text", "after a fix the focus is lost"


async def english(page):
    await page.open(url)
    await page.fill(text)
    for language, word in (("en", "Undo"), ("id", "Urungkan")):
        await page.value(f"(() => {{ const s = document.getElementById('language'); s.value = '{language}'; s.dispatchEvent(new Event('change')) }})()")
        await page.wait(f"document.getElementById('undo').textContent === '{word}' && document.documentElement.lang === '{language}'")
        await page.wait_findings()
    await page.value("document.querySelector('#findings .rule a').removeAttribute('target')")
    await page.click("document.querySelector('#findings .rule a')")
    await page.wait("location.pathname.startsWith('/rules/') && document.querySelectorAll('dt').length > 2")
    await page.accessible("a rule's page")


async def looks(page):
    """The pictures of README.md, and what axe-core says of each."""
    for name, width, height, dark, scale in (("page-wide", 1280, 800, False, 1), ("page-dark", 1280, 800, True, 1), ("page-narrow", 390, 844, False, 2)):
        await page.device(width, height, dark, scale)
        await page.open(url)
        await page.value("(() => { const s = document.getElementById('language'); s.value = 'id'; s.dispatchEvent(new Event('change')) })()")
        await page.fill(text)
        await page.wait_findings()
        await page.value("document.getElementById('text').scrollTop = 0")
        await page.value("(() => { const t = document.getElementById('text'); t.setSelectionRange(found[1].from, found[1].from); t.dispatchEvent(new Event('keyup')) })()")
        await page.accessible(name)
        assert await page.value("document.documentElement.scrollWidth <= innerWidth"), f"{name} scrolls sideways"
        await page.picture(name + ".png")


async def run(socket_url):
    async with websockets.connect(socket_url, max_size=None) as socket:
        page = Page(socket)
        for domain in ("Page", "Runtime", "Log"):
            await page.call(domain + ".enable")
        await page.device(1280, 800, False)
        await uses(page)
        await keyboard(page)
        await english(page)
        await looks(page)
        assert not page.complaints, page.complaints


with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    chromium = subprocess.Popen(
        ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
         "--remote-debugging-port=0", f"--user-data-dir={profile}", "--window-size=1280,800", "about:blank"],
        stderr=subprocess.PIPE, text=True)
    try:
        port = next(line for line in chromium.stderr if "DevTools listening" in line).split(":")[-1].split("/")[0]
        threading.Thread(target=chromium.stderr.read, daemon=True).start()
        targets = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json"))
        asyncio.run(asyncio.wait_for(run(next(t for t in targets if t["type"] == "page")["webSocketDebuggerUrl"]), 120))
    finally:
        chromium.terminate()
        chromium.wait()
print("page: typing, clicking, accepting, undo, all, copying, the keyboard, both languages, narrow and dark hold in Chromium; axe-core finds nothing")
