//! What a person does with a page: click, type, press keys, look.

use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use super::chromium::Browser;

impl Browser {
    /// The value of an expression in the page.
    pub(super) fn value(&mut self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let mut answer = self.call("Runtime.evaluate", &params);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]["exception"]);
        answer["result"]["value"].take()
    }

    /// Whether an expression holds, or comes to hold within a few seconds.
    #[track_caller]
    pub(super) fn expect(&mut self, expression: &str) {
        let wait = format!(
            "(async () => {{ let last; for (let i = 0; i < 100; i++) {{ \
             try {{ if (last = {expression}) return true; }} catch (error) {{ last = String(error); }} \
             await new Promise((done) => setTimeout(done, 30)); }} return last ?? null; }})()"
        );
        assert_eq!(self.value(&wait), true, "{expression}");
    }

    pub(super) fn number(&mut self, expression: &str) -> f64 {
        let value = self.value(expression);
        value.as_f64().unwrap_or_else(|| panic!("{expression} is no number: {value}"))
    }

    pub(super) fn text(&mut self, expression: &str) -> String {
        let value = self.value(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is no text: {value}")).to_owned()
    }

    /// Clicks with the mouse into the middle of what a selector finds first.
    pub(super) fn click(&mut self, selector: &str) {
        let at = self.value(&format!(
            "(async () => {{ const e = document.querySelector({selector:?}); if (!e) return null; \
             for (let i = 0; i < 2; i++) {{ e.scrollIntoView({{ block: 'center' }}); await new Promise(requestAnimationFrame); }} \
             const r = e.getClientRects()[0]; return r ? {{ x: r.x + r.width / 2, y: r.y + r.height / 2 }} : null; }})()"
        ));
        assert!(at.is_object(), "{selector} is not to be seen");
        for kind in ["mousePressed", "mouseReleased"] {
            let params = json!({ "type": kind, "x": at["x"], "y": at["y"], "button": "left", "clickCount": 1 });
            self.call("Input.dispatchMouseEvent", &params);
        }
    }

    /// Clicks on a link to another page and waits until that is loaded.
    pub(super) fn follow(&mut self, link: &str) {
        let since = self.events.len();
        self.click(link);
        self.wait(since, "Page.loadEventFired", |_| true);
    }

    /// Presses a key: a letter, or a name as `Escape`.
    pub(super) fn press(&mut self, key: &str) {
        let mut down = json!({ "type": "keyDown", "key": key });
        if key.chars().count() == 1 {
            down["text"] = key.into();
        }
        if key == "Enter" {
            down["text"] = "\r".into();
        }
        self.call("Input.dispatchKeyEvent", &down);
        self.call("Input.dispatchKeyEvent", &json!({ "type": "keyUp", "key": key }));
    }

    /// Types into what has the focus.
    pub(super) fn write(&mut self, words: &str) {
        self.call("Input.insertText", &json!({ "text": words }));
    }

    /// How large the window is: a desk's or a phone's.
    pub(super) fn resize(&mut self, (width, height): (u32, u32)) {
        let phone = width < 600;
        let params = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
        self.call("Emulation.setDeviceMetricsOverride", &params);
    }

    /// What the page is shown for: `light` or `dark`, on a `screen` or in `print`.
    pub(super) fn look(&mut self, scheme: &str, medium: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", &json!({ "media": medium, "features": features }));
    }

    /// Writes a picture of what is seen.
    pub(super) fn picture(&mut self, file: &Path) {
        let shot = self.call("Page.captureScreenshot", &json!({ "format": "png" }));
        let bytes = STANDARD.decode(shot["data"].as_str().expect("a picture")).expect("base64");
        std::fs::write(file, bytes).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    }

    /// A figure of the browser about the page, as `ScriptDuration` in seconds.
    pub(super) fn measure(&mut self, name: &str) -> f64 {
        let all = self.call("Performance.getMetrics", &json!({}));
        let metrics = all["metrics"].as_array().expect("metrics");
        metrics.iter().find(|m| m["name"] == name).and_then(|m| m["value"].as_f64()).expect("the metric")
    }

    /// That the page asked for nothing but files, and that its console is empty.
    pub(super) fn assert_quiet(&mut self) {
        // what happened until now has been heard when this is answered
        self.value("new Promise((done) => setTimeout(done, 50))");
        for event in &self.events {
            let params = &event["params"];
            match event["method"].as_str().unwrap_or_default() {
                "Network.requestWillBeSent" => {
                    let url = params["request"]["url"].as_str().unwrap_or_default();
                    let own = url.starts_with("file:") || url.starts_with("blob:null/");
                    assert!(own, "a request to {url}");
                }
                "Runtime.exceptionThrown"
                | "Runtime.consoleAPICalled"
                | "Log.entryAdded"
                | "Page.javascriptDialogOpening" => panic!("{event}"),
                _ => {}
            }
        }
    }
}
