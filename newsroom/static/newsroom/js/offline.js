// The service worker only adds a page for readers without a connection.
navigator.serviceWorker?.register("/sw.js").catch(() => {});
