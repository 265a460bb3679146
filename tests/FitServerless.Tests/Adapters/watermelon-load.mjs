// Many records of one account with WatermelonDB, unmodified: node watermelon-load.mjs <url> <access token> <records>
// One device writes them all offline and pushes them at once; a new device pulls them at once, edits each, and the first has the edits.
import assert from 'node:assert/strict';
import { Network } from './network.mjs';
import { Device, Goal } from './watermelon-device.mjs';

const [url, token, records] = process.argv.slice(2);
const count = Number(records);

/** Counts requests, which are to be few. */
class CountingNetwork extends Network {
  requests = [];

  fetch(path, init) {
    this.requests.push(init?.method ?? 'GET');
    return super.fetch(path, init);
  }
}

const device = number => new Device(number, new CountingNetwork(url, token, () => 1, 0));
const first = device(1);
await first.write(() => first.database.batch(Array.from({ length: count }, (_, i) => first.database.get(Goal.table).prepareCreate(record => {
  record._setRaw('title', `Größe "10 km" 🚴 ${i} ${'x'.repeat(i % 500)}`);
  record._setRaw('is_done', i % 2 === 0);
  record._setRaw('minutes', i + 0.1);
}))));
await first.synchronizeOnce();
const written = await first.all();
assert.equal(Object.keys(written).length, count);
assert.deepEqual(first.network.requests, ['GET', 'POST']);

const fresh = device(2);
await fresh.synchronizeOnce();
assert.deepEqual(await fresh.all(), written);
assert.deepEqual(fresh.network.requests, ['GET']);

const goals = await fresh.records(Goal.table);
await fresh.write(() => fresh.database.batch(goals.map(goal => goal.prepareUpdate(record => record._setRaw('title', `edited ${record._raw.minutes}`)))));
await fresh.synchronizeOnce();
await first.synchronizeOnce();
const state = await first.all();
assert.deepEqual(state, await fresh.all());
assert.ok(Object.values(state).every(goal => goal.title === `edited ${goal.minutes}`));
assert.equal(Object.keys(state).length, count);
console.log(JSON.stringify({ documents: count }));
process.exit(0);
