// What the clients' scripts share: a network that can be cut and that loses answers, and chance that comes out the same each time.

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
export function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A device's way to the server. */
export class Network {
  online = true;
  lost = 0;

  constructor(url, token, random, lossRate) {
    Object.assign(this, { url, token, random, lossRate });
  }

  /** Loses some requests, and of others only the answer: the server has done what it was asked, and the device does not know. */
  async fetch(path, init = {}) {
    if (!this.online) throw new Error('offline');
    const fate = this.random();
    if (fate < this.lossRate / 2) return this.lose();
    const response = await fetch(this.url + path, { ...init, headers: { ...init.headers, Authorization: `Bearer ${this.token}` } });
    const text = await response.text();
    if (fate < this.lossRate || !this.online) return this.lose();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${path}: ${response.status} ${text}`);
    return JSON.parse(text);
  }

  lose() {
    this.lost++;
    throw new Error('lost');
  }
}

/** Waits until it holds; fails with what it says otherwise. */
export async function until(check, seconds = 60) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}
