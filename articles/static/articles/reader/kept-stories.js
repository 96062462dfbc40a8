// Stories that a reader has put aside, on this device alone: [{ path, title, at }, …], the last one first.
const KEY = "newsroom:kept-stories";
const MOST = 200;

export function kept() {
  try {
    const stories = JSON.parse(localStorage.getItem(KEY));
    return Array.isArray(stories) ? stories.filter(({ path, title }) => /^\/[a-z0-9-]+\/$/.test(path) && title) : [];
  } catch {
    return [];
  }
}

// Whether the browser took it.
function write(stories) {
  try {
    localStorage.setItem(KEY, JSON.stringify(stories.slice(0, MOST)));
    return true;
  } catch {
    return false;
  }
}

export const isKept = (path) => kept().some((story) => story.path === path);
export const drop = (path) => write(kept().filter((story) => story.path !== path));
export const keep = (path, title) => write([{ path, title, at: Date.now() }, ...kept().filter((story) => story.path !== path)]);
