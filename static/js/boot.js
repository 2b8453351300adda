/**
 * Watches a page from its first line on, so that a script that is lost leaves no blank page behind.
 *
 * What does not load, and what fails before the page works, is reported to the server: at most five lines. A person is told when
 * a script or a style sheet is lost, or when the page does not say within ten seconds that it works (the event "page-ready", see
 * kit/errors.js). A classic script in the language of old browsers, which understand nothing else here; it needs no style sheet.
 */
(function () {
  "use strict";

  var PATIENCE = 10000, MOST = 5;
  var script = document.currentScript;
  var address = script && script.getAttribute("data-report") || "";
  var isReady = false, isLost = false;
  /** @type {?HTMLElement} */
  var message = null;
  /** @type {string[]} */
  var reports = [];
  /** What is said here in the language of the page, by the English words; null where that is English. @type {?Object<string, string>} */
  var texts = JSON.parse(script && script.getAttribute("data-texts") || "null");

  var STYLE = ".boot-message{box-sizing:border-box;width:calc(100% - 32px);max-width:22rem;margin:max(16px,14vh) auto 16px;padding:24px;" +
    "display:flex;flex-direction:column;gap:16px;text-align:start;background:#0c0c0f;color:#fff;border:1px solid #3a3a44;border-radius:14px;" +
    "font:400 1.0625rem/1.45 'Helvetica Neue',Helvetica,'Segoe UI',Roboto,Arial,sans-serif}" +
    ".boot-message.beside{position:fixed;z-index:99;left:0;right:0;bottom:max(12px,env(safe-area-inset-bottom));margin:0 auto;padding:10px 10px 10px 18px;gap:12px;" +
    "max-width:26rem;flex-direction:row;align-items:center;justify-content:space-between;font-size:.9375rem;box-shadow:0 8px 24px rgba(0,0,0,.4)}" +
    ".boot-message strong{display:block;font-size:1.25rem;line-height:1.25;margin-bottom:4px}" +
    ".beside strong{font-size:1rem;margin:0}.beside button{flex:none}" +
    ".boot-message button{min-height:48px;padding:10px 20px;border:0;border-radius:12px;background:#ffd23f;color:#17130a;" +
    "font:inherit;font-weight:700;line-height:1.2;cursor:pointer}" +
    ".boot-message button:focus-visible{outline:3px solid #fff;outline-offset:3px}";

  /** The oldest browsers that can play: Chrome 108 and Safari 15.4 were the first to know "dvh", Firefox 121 to know ":has()". */
  function isTooOld() {
    return !(window.CSS && CSS.supports && CSS.supports("height", "1dvh") && CSS.supports("selector(:has(a))"));
  }

  /** @param {string} text */
  function said(text) {
    return texts && texts[text] || text;
  }

  /** @param {() => void} go */
  function whenParsed(go) {
    // Not at DOMContentLoaded, which waits for the scripts that may be on their way still.
    if (document.readyState === "loading") document.addEventListener("readystatechange", function once() {
      document.removeEventListener("readystatechange", once);
      go();
    });
    else go();
  }

  /** The document's CSRF token; the admin has it in its forms only. */
  function token() {
    var field = /** @type {?HTMLInputElement} */ (document.querySelector("[name=csrfmiddlewaretoken]"));
    return document.body.getAttribute("data-csrf") || field && field.value || "";
  }

  /** @type {(text: string, source?: string, line?: number, stack?: string) => void} */
  function report(text, source, line, stack) {
    if (reports.push(text) > MOST) return;
    whenParsed(function () {
      var request = new XMLHttpRequest();
      request.open("POST", address);
      request.setRequestHeader("Content-Type", "application/json");
      request.setRequestHeader("X-CSRFToken", token());
      request.send(JSON.stringify({
        message: String(text || "").slice(0, 500), page: location.pathname, release: document.body.getAttribute("data-release"),
        source: String(source || "").slice(0, 200), line: line || 0, stack: String(stack || "").slice(0, 2000)
      }));
    });
  }

  /** @type {(name: string, text?: string) => HTMLElement} */
  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.appendChild(document.createTextNode(text));
    return made;
  }

  /** Where a page has nothing to show yet the message takes the place of "Opening...", elsewhere it lies above the page's end. */
  function show() {
    if (message) return;
    var old = isTooOld(), opening = document.getElementById("opening"), words = element("div");
    message = element("div");
    message.className = opening ? "boot-message" : "boot-message beside";
    message.setAttribute("role", "alert");
    message.setAttribute("lang", texts ? document.documentElement.lang : "en");
    message.appendChild(element("style", STYLE));
    words.appendChild(element("strong", old ? said("This browser is too old.") : opening ? said("This page did not load.") : said("Part of this page did not load.")));
    if (old) words.appendChild(document.createTextNode(said("It takes Chrome 108, Firefox 121, Safari 15.4 or a newer one. An update helps, or another browser.")));
    else if (opening) words.appendChild(document.createTextNode(said("Something got lost on the way to you. Whatever you have here is safe.")));
    message.appendChild(words);
    if (!old) {
      var button = /** @type {HTMLButtonElement} */ (element("button", said("Try again")));
      button.type = "button";
      button.onclick = function () { location.reload(); };
      message.appendChild(button);
    }
    if (opening && opening.parentNode) opening.parentNode.replaceChild(message, opening);
    else document.body.appendChild(message);
  }

  /** @param {HTMLScriptElement | HTMLLinkElement} node */
  function lost(node) {
    isLost = true;
    report("It did not load.", "src" in node ? node.src : node.href);
    whenParsed(show);
  }

  window.addEventListener("error", function (event) {
    var node = event.target;
    if (node instanceof HTMLScriptElement || node instanceof HTMLLinkElement && node.rel === "stylesheet") {
      if (!node.hasAttribute("data-later")) lost(node);  // kit/sheet.js tells of those
    }
    else if (!isReady && (!node || node === window)) report(event.message, event.filename, event.lineno, event.error && event.error.stack);
  }, true);
  window.addEventListener("unhandledrejection", function (event) {
    if (!isReady) report(event.reason && event.reason.message || event.reason, "", 0, event.reason && event.reason.stack);
  });
  document.addEventListener("page-ready", function () {
    var place = message && document.body.contains(message) ? message.parentNode : null;
    isReady = true;
    if (message && place && !isLost) place.removeChild(message);
    if (message && isLost && !place) {  // the page has put its own things where the message was
      message = null;
      show();
    }
  });
  setTimeout(function () {
    if (isReady || isLost) return;
    report("It was not ready in time.");
    whenParsed(show);
  }, PATIENCE);
})();
