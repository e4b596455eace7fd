// All that the browser keeps for the page, as one text. A place that is denied holds nothing.
const denied = "denied";
const ask = async (question) => {
  try {
    return await question();
  } catch {
    return denied;
  }
};
return (async () => JSON.stringify({
  cookies: await ask(() => document.cookie),
  local: await ask(() => Object.entries(localStorage)),
  session: await ask(() => Object.entries(sessionStorage)),
  databases: await ask(async () => (await indexedDB.databases()).map(({ name }) => name)),
  caches: await ask(() => caches.keys()),
  workers: await ask(async () => (await navigator.serviceWorker.getRegistrations()).length),
  state: await ask(() => history.state),
  entries: await ask(() => history.length),
  address: await ask(() => location.href),
  name: await ask(() => window.name),
  title: await ask(() => document.title),
  timeline: await ask(() => performance.getEntries().map(({ name, detail }) => [name, detail])),
}))();
