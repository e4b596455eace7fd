// Drops the file that was opened before, waits for its list, and gives the longest task meanwhile.
let longest = 0;
const note = (entries) => {
  for (const entry of entries) longest = Math.max(longest, entry.duration);
};
const observer = new PerformanceObserver((list) => note(list.getEntries()));
observer.observe({ type: "longtask" });
const carried = new DataTransfer();
carried.items.add(window.opened);
const box = document.querySelector("#evidence");
let hasBar = false;
const listed = new Promise((resolve) => {
  const changes = new MutationObserver(() => {
    hasBar ||= Boolean(document.querySelector("#session progress"));
    if (hasBar && document.querySelector("#session .exchanges")) {
      changes.disconnect();
      resolve();
    }
  });
  changes.observe(document.body, { childList: true, subtree: true });
});
box.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
return (async () => {
  await listed;
  // A task is reported after its end.
  await new Promise((resolve) => setTimeout(resolve, 200));
  note(observer.takeRecords());
  observer.disconnect();
  return longest;
})();
