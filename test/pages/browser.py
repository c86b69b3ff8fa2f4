"""Drives headless Chromium by the WebDriver protocol (w3.org/TR/webdriver2), through
Debian's chromium-driver."""

import base64
import json
import re
import subprocess
import tempfile
import urllib.error
import urllib.request

_ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
              "--disable-background-networking", "--disable-component-update",
              "--disable-sync", "--disable-dev-shm-usage"]

# The keys that WebDriver has no character for.
KEYS = {"End": "\ue010", "Home": "\ue011", "Left": "\ue012", "Right": "\ue014"}


class Browser:
    """A browser with one window, to be used in a `with` statement."""

    def __enter__(self):
        self._profile = tempfile.TemporaryDirectory()
        self._driver = subprocess.Popen(["chromedriver", "--port=0"], text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        port = next(found[1] for line in self._driver.stdout
                    if (found := re.search(r"started successfully on port (\d+)", line)))
        self._url = f"http://127.0.0.1:{port}/session"
        arguments = [*_ARGUMENTS, f"--user-data-dir={self._profile.name}"]
        session = self._call("POST", "", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "goog:chromeOptions": {"args": arguments}}}})
        self._url += "/" + session["sessionId"]
        return self

    def __exit__(self, *_):
        self._call("DELETE", "")
        self._driver.terminate()
        self._driver.wait()
        self._driver.stdout.close()
        self._profile.cleanup()

    def _call(self, method, path, body=None):
        request = urllib.request.Request(
            self._url + path, method=method, headers={"Content-Type": "application/json"},
            data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()) from None

    def open(self, url):
        self._call("POST", "/url", {"url": url})

    def run(self, script, *arguments):
        """What the JavaScript function body SCRIPT returns in the page."""
        return self._call("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def press(self, *keys):
        """Presses KEYS, each a character or one of KEYS."""
        actions = []
        for key in keys:
            actions += [{"type": kind, "value": KEYS.get(key, key)} for kind in
                        ("keyDown", "keyUp")]
        self._call("POST", "/actions", {"actions": [
            {"type": "key", "id": "keyboard", "actions": actions}]})

    def protocol(self, command, **parameters):
        """The answer of Chromium's own protocol (chromedevtools.github.io) to
        COMMAND."""
        return self._call("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def screenshot(self, path):
        """Writes what the whole page looks like to PATH, as PNG."""
        picture = self.protocol("Page.captureScreenshot", captureBeyondViewport=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(picture["data"]))
