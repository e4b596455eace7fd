// Keeps the file that is opened next, and the milliseconds until the page lists what is recorded in it.
window.listed = new Promise((resolve) => {
  const watch = (event) => {
    window.opened = event.target.files[0];
    const began = performance.now();
    const changes = new MutationObserver(() => {
      if (!document.querySelector("#session .exchanges")) return;
      changes.disconnect();
      resolve(performance.now() - began);
    });
    changes.observe(document.body, { childList: true, subtree: true });
  };
  window.addEventListener("input", watch, { capture: true, once: true });
});
