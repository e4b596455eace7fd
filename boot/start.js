// Unpacks the program that the file carries, and starts it. Yew clears the explanation when it
// mounts the page; where that never happens, the explanation shows.
try {
  const packed = Uint8Array.from(atob(document.getElementById("program").textContent), (byte) => byte.charCodeAt(0));
  const program = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const headers = { "content-type": "application/wasm" };
  await start({ module_or_path: new Response(program, { headers }) });
} catch (failure) {
  console.error("Why denied? could not start:", failure);
  document.getElementById("unavailable")?.setAttribute("data-now", "");
}
