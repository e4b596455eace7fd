// The page can save itself without fetching: this is the file, byte for byte, because nothing has
// been drawn yet and the build writes the HTML exactly as browsers serialise it.
const file = "<!DOCTYPE html>" + document.documentElement.outerHTML;

const hex = (byte) => byte.toString(16).padStart(2, "0");

const save = (name, type, text) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

Object.assign(globalThis.whydenied, {
  save,
  file: () => file,
  saveFile: () => save("whydenied.html", "text/html", file),
  // There is no cryptography outside a secure context: then the promise is rejected.
  sha256: async () => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(file));
    return Array.from(new Uint8Array(digest), hex).join("");
  },
  // A page in development has none.
  policy: () => document.querySelector("meta[http-equiv]")?.content ?? "",
});
