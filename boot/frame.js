"use strict";
// In a frame, the page tells its host how high it is, and nothing else:
//   { type: "whydenied:height", height: 1234 }   in CSS pixels, at the start and whenever it changes.
// The height is that of what is drawn: it does not follow from the frame's own, so a host that takes it
// over comes to rest. Any host may hear it, for it says nothing about what was pasted but its length.
if (parent !== window) {
  const root = document.documentElement;
  let told = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ type: "whydenied:height", height }, "*");
  }).observe(root);
}
