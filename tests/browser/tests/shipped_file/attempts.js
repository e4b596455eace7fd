// Every kind of request that a page can make, each to a path of its own below `arguments[0]`. Those that
// leave the page come last. Gives the names of all; what throws was stopped before it began.
const place = (name) => arguments[0] + name;
const put = (name, properties) => document.body.append(Object.assign(document.createElement(name), properties));
const attempts = {
  fetch: (url) => void fetch(url, { mode: "no-cors" }).catch(() => {}),
  keepalive: (url) => void fetch(url, { mode: "no-cors", keepalive: true }).catch(() => {}),
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open("GET", url);
    request.send();
  },
  websocket: (url) => new WebSocket(url.replace(/^http/, "ws")),
  eventsource: (url) => new EventSource(url),
  beacon: (url) => navigator.sendBeacon(url, "token"),
  image: (url) => put("img", { src: url }),
  background: (url) => {
    document.body.style.backgroundImage = `url("${url}")`;
  },
  font: (url) => void new FontFace("leak", `url("${url}")`).load().catch(() => {}),
  media: (url) => put("video", { src: url, preload: "auto" }),
  stylesheet: (url) => put("link", { rel: "stylesheet", href: url }),
  script: (url) => put("script", { src: url }),
  frame: (url) => put("iframe", { src: url }),
  object: (url) => put("object", { data: url }),
  worker: (url) => new Worker(url),
  form: (url) => {
    put("iframe", { name: "answer" });
    put("form", { action: url, method: "post", target: "answer", id: "leak" });
    document.getElementById("leak").submit();
  },
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    attempt(place(name));
  } catch {
    // Stopped before it began: the server tells whether it was.
  }
}
return Object.keys(attempts);
