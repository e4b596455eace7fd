// Asks the browser's cryptography (Web Cryptography API, sections 14.3.2 and 14.3.9) which key verifies a
// signature: "1" for a key that does, "0" for one that does not, "-" for one that the browser refuses. None
// is asked behind the first that does. Rejected where there is no cryptography: outside a secure context.
globalThis.whydenied.verify = async (question, signature, input) => {
  const [parameters, ...keys] = JSON.parse(question);
  // Copies: what the program's memory holds there may be another thing by the time that it is read.
  const [copy, signed] = [signature.slice(), input.slice()];
  const { subtle } = crypto;
  let outcomes = "";
  for (const jwk of keys) {
    if (outcomes.endsWith("1")) break;
    outcomes += await subtle
      .importKey("jwk", jwk, parameters, false, ["verify"])
      .then((key) => subtle.verify(parameters, key, copy, signed))
      .then(Number, () => "-");
  }
  return outcomes;
};
