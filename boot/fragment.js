"use strict";
// An identity provider's redirect leaves the token in the fragment. It is taken once, and gone from
// the address bar and the session history before anything else runs. Settings in the fragment stay.
{
  const taken = ["access_token", "id_token"];
  const scrubbed = [...taken, "code", "refresh_token", "client_info", "token_type", "expires_in",
    "ext_expires_in", "scope", "state", "session_state"];
  let token = null;

  const scrub = () => {
    const fragment = new URLSearchParams(location.hash.slice(1));
    const secrets = scrubbed.filter((name) => fragment.has(name));
    if (!secrets.some((name) => name.includes("token") || name === "code")) return;
    token = taken.map((name) => fragment.get(name)).find(Boolean) ?? null;
    secrets.forEach((name) => fragment.delete(name));
    const [address] = location.href.split("#");
    const rest = fragment.size > 0 ? "#" + fragment : "";
    try {
      history.replaceState(null, "", address + rest);
    } catch {
      location.replace("#" + fragment);
    }
  };

  try {
    scrub();
  } catch (failure) {
    // The page is of use all the same.
    console.error("The fragment could not be read:", failure.name);
  }
  // Before any listener of the page, which then finds the token here and the address clean.
  addEventListener("hashchange", scrub);

  globalThis.whydenied = {
    takeToken() {
      const once = token;
      token = null;
      return once;
    },
  };
}
