// The page can save itself without fetching: this is the file, byte for byte, because nothing has
// been drawn yet and the build writes the HTML exactly as browsers serialise it.
const file = "<!DOCTYPE html>" + document.documentElement.outerHTML;
globalThis.whydenied.file = () => file;
