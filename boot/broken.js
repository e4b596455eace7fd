"use strict";
// The page broke, as no one knows how it could: it says so above all that it shows, which is no answer to
// what was given last. Never in the failure's own words: they may quote what was pasted.
{
  const words = (place) =>
    `This page broke on something that it should have read${place}. What it shows is out of date: copy what you need, reload it, and leave out the last thing you gave. Nothing was sent anywhere.`;

  const broke = (place) => {
    if (document.querySelector(".broken")) return;
    const alert = document.createElement("p");
    alert.className = "broken";
    alert.setAttribute("role", "alert");
    alert.textContent = words(place);
    console.error(alert.textContent);
    document.body.prepend(alert);
  };

  // What is no panic of the program: a memory that cannot grow, a stack that is full, the browser's own failure.
  const fails = (event) => {
    const failure = event.error ?? event.reason;
    const isForeign = !failure || event.filename?.includes("-extension:");
    // A page that never started says that for itself.
    if (isForeign || document.getElementById("unavailable")) return;
    // The browser would write it to the console, in its own words.
    event.preventDefault();
    broke(` (${failure.name})`);
  };
  addEventListener("error", fails);
  addEventListener("unhandledrejection", fails);

  globalThis.whydenied.broke = broke;
}
