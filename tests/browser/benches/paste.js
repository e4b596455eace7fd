// Pastes a text, and gives the milliseconds of the main thread from the `input` event until the verdict
// is there and laid out, all of the page with it.
const [text] = arguments;
const box = document.getElementById("evidence");
const headline = () => document.getElementById("h-verdict").textContent;
const settled = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

return (async () => {
  await settled();
  const before = headline();
  // The browser itself has put the text there before it tells the page.
  box.value = text;
  const started = performance.now();
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  // The page is drawn in microtasks: what it does in a later task would show as no verdict.
  for (let turn = 0; turn < 1000 && headline() === before; turn += 1) await null;
  document.body.offsetHeight;
  const took = performance.now() - started;
  return { took, verdict: headline() === before ? null : headline() };
})();
