/*
 * Part of a SCORM 1.2 package: stands between the learning platform, whose interface lives in the frames above this
 * page, and our site in the frame below. The site speaks by messages; each is checked for who sent it and for what
 * it says, and nothing else of the platform can be reached from there.
 *
 *   site → relay   { glassbox: 1, type: "hello" }
 *   relay → site   { glassbox: 1, type: "state", suspended: string, name: string }
 *   site → relay   { glassbox: 1, type: "work", suspended: string, score: 0…100, status: "incomplete" | "completed" }
 *   relay → site   { glassbox: 1, type: "kept", ok: boolean }
 */

(() => {
  const SUSPENDED = 4096;
  const PATIENCE = 15_000;
  const frame = document.getElementById("site");
  const note = document.getElementById("note");
  const address = frame.dataset.src;
  const origin = new URL(address).origin;
  const started = Date.now();
  const api = findApi(window) ?? (window.opener ? findApi(window.opener) : undefined);
  let heard = false;
  let finished = false;

  /** The platform's object is called API, in one of the frames above. */
  function findApi(from) {
    let place = from;
    for (let depth = 0; depth < 20; depth++) {
      try {
        if (place.API) return place.API;
      } catch {
        return undefined; // A frame of another origin: the platform is not there.
      }
      if (place.parent === place) return undefined;
      place = place.parent;
    }
    return undefined;
  }

  const get = (name) => String(api?.LMSGetValue(name) ?? "");
  const set = (name, value) => String(api?.LMSSetValue(name, String(value))) === "true";

  function isWork(data) {
    return (
      typeof data.suspended === "string" &&
      data.suspended.length <= SUSPENDED &&
      Number.isInteger(data.score) &&
      data.score >= 0 &&
      data.score <= 100 &&
      (data.status === "incomplete" || data.status === "completed")
    );
  }

  function keep({ suspended, score, status }) {
    // What a platform has once counted as completed stays so.
    const done = /^(completed|passed)$/.test(get("cmi.core.lesson_status"));
    const kept = [
      set("cmi.suspend_data", suspended),
      set("cmi.core.score.min", 0),
      set("cmi.core.score.max", 100),
      set("cmi.core.score.raw", score),
      set("cmi.core.lesson_status", done ? "completed" : status),
    ];
    return String(api?.LMSCommit("")) === "true" && kept.every(Boolean);
  }

  function answer(message) {
    frame.contentWindow.postMessage({ glassbox: 1, ...message }, origin);
  }

  window.addEventListener("message", ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || data?.glassbox !== 1) return;
    heard = true;
    if (data.type === "hello" && api)
      answer({ type: "state", suspended: get("cmi.suspend_data"), name: get("cmi.core.student_name") });
    if (data.type === "work" && isWork(data)) {
      const ok = api !== undefined && !finished && keep(data);
      answer({ type: "kept", ok });
      note.textContent = ok
        ? ""
        : "The learning platform did not take your work. It is kept in this browser; reload to try again.";
    }
  });

  function sessionTime() {
    const seconds = Math.floor((Date.now() - started) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    return `${String(Math.min(9999, Math.floor(seconds / 3600))).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  function finish() {
    if (finished || !api) return;
    finished = true;
    set("cmi.core.session_time", sessionTime());
    set("cmi.core.exit", "suspend");
    api.LMSCommit("");
    api.LMSFinish("");
  }

  if (api) {
    api.LMSInitialize("");
    if (/^(|not attempted)$/.test(get("cmi.core.lesson_status"))) {
      set("cmi.core.lesson_status", "incomplete");
      api.LMSCommit("");
    }
    window.addEventListener("pagehide", finish);
    window.addEventListener("beforeunload", finish);
  } else {
    note.textContent =
      "No learning platform was found around this page, so no score is recorded. The assignment works as usual.";
  }

  setTimeout(() => {
    if (heard) return;
    note.replaceChildren("The assignment does not show here. ");
    const link = document.createElement("a");
    link.href = address;
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = "Open it in a tab of its own";
    note.append(link, "; hand in from there with a receipt.");
  }, PATIENCE);
  frame.src = address;
})();
