// What a form holds and the server does not have yet, kept in this browser: one record a sitting.
// A record: { sitting, story, turn, base, at, entries: [[name, value], …] }.
const LAPSES = 30 * 24 * 3600 * 1000;

export class Kept {
  constructor(person) {
    this.prefix = `newsroom:text:${person}:`;
  }

  // Whether the browser took it; it may be full, or forbid keeping anything.
  put(record) {
    try {
      localStorage.setItem(this.prefix + record.sitting, JSON.stringify({ ...record, at: Date.now() }));
      return true;
    } catch {
      return false;
    }
  }

  drop(sitting) {
    try {
      localStorage.removeItem(this.prefix + sitting);
    } catch {
      // Where nothing may be kept, nothing has to go.
    }
  }

  // Records of this story that no open tab is still working on.
  async left(story, own) {
    const open = await openSittings();
    return this.all().filter(
      (record) =>
        record.story === story &&
        record.sitting !== own &&
        (open ? !open.has(lockName(record.sitting)) : Date.now() - record.at > 60_000),
    );
  }

  all() {
    let names = [];
    try {
      names = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
    } catch {
      return [];
    }
    const records = [];
    for (const name of names) {
      try {
        const record = JSON.parse(localStorage.getItem(name));
        if (Date.now() - record.at > LAPSES) localStorage.removeItem(name);
        else records.push(record);
      } catch {
        localStorage.removeItem(name);
      }
    }
    return records;
  }
}

const lockName = (sitting) => `newsroom-sitting:${sitting}`;

// The lock goes with the tab, also when the tab crashes.
export function holdSitting(sitting) {
  navigator.locks?.request(lockName(sitting), () => new Promise(() => {}));
}

// The sitting that this tab held before it was loaded again; its last word may not have left the browser.
export function earlierSitting(sitting) {
  const name = "newsroom:sitting";
  try {
    const earlier = sessionStorage.getItem(name);
    sessionStorage.setItem(name, sitting);
    return earlier;
  } catch {
    return null;
  }
}

async function openSittings() {
  if (!navigator.locks) return null;
  const { held } = await navigator.locks.query();
  return new Set(held.map((lock) => lock.name));
}
