// The service worker only adds a page for readers without a connection: it waits until this one is there.
const register = () => navigator.serviceWorker?.register("/sw.js").catch(() => {});
if (document.readyState === "complete") register();
else addEventListener("load", register);
