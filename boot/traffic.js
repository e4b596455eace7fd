"use strict";
// What the browser itself reports, from the first moment: requests that were made, and what the policy
// stopped. A stopped request is listed among the made ones too; that one is not counted as sent.
{
  const requested = [];
  const stopped = [];
  const tell = () => dispatchEvent(new Event("whydenied:traffic"));

  addEventListener("securitypolicyviolation", (event) => {
    // A host may have a policy of its own that reports and stops nothing.
    if (event.disposition !== "enforce") return;
    stopped.push(event.blockedURI);
    tell();
  });
  new PerformanceObserver((list) => {
    requested.push(...list.getEntries().map((entry) => entry.name.split("#")[0]));
    tell();
  }).observe({ type: "resource", buffered: true });

  const isStopped = (url) => stopped.some((uri) => uri === url || uri === new URL(url).origin);
  const isInside = (url) => /^(data|blob):/.test(url);

  globalThis.whydenied.sent = () => requested.filter((url) => !isInside(url) && !isStopped(url)).length;
  globalThis.whydenied.blocked = () => stopped.length;
}
