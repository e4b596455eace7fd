"use strict";
// The page broke, as no one knows how it could: it says so above all that it shows, which is no answer to
// what was given last. Never in the failure's own words: they may quote what was pasted.
{
  // A page that never started says that for itself.
  const isStarted = () => document.getElementById("unavailable") === null;
  // An extension's failure is not the page's, nor is one that a browser names without telling of it.
  const isOwn = ({ error, reason, filename }) => (error ?? reason) && !filename?.includes("-extension:");
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
  for (const kind of ["error", "unhandledrejection"]) {
    addEventListener(kind, (event) => isStarted() && isOwn(event) && broke(""));
  }
  globalThis.whydenied.broke = broke;
}
