// Devices with WatermelonDB, unmodified, on one account: node watermelon-clients.mjs <url> <access token> <devices> <rounds> <seed>
// They write offline and online, lose answers, run into conflicts; in the end all must have the same, and nobody's column may be missing.
import assert from 'node:assert/strict';
import { chance, Network } from './network.mjs';
import { Device, Goal, tables } from './watermelon-device.mjs';

const [url, token, devices, rounds, seed] = process.argv.slice(2);
const count = Number(devices);
const random = chance(Number(seed));
const pick = list => list[Math.floor(random() * list.length)];

// A column a device: WatermelonDB settles conflicts by the column, so none of them may be lost.
const columnOf = device => `note_${device}`;
const columns = Array.from({ length: count }, (_, device) => columnOf(device));

class StubbornDevice extends Device {
  constructor(number) {
    super(number, new Network(url, token, random, 0.2), columns);
  }

  async synchronize() {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.synchronizeOnce();
      } catch (error) {
        if (error.message.includes('409')) conflicts++;
        else if (error.message !== 'lost') throw error;
        if (attempt > 50) throw error;
      }
    }
  }
}

let conflicts = 0;
let number = 0;
const written = new Map();
const removed = new Set();

async function create(device, table) {
  await device.write(async () => {
    const record = await device.database.get(table).create(record => {
      record._setRaw('title', `Größe "10 km" 🚴 ${++number}`);
      record._setRaw('is_done', number % 2 === 0);
      record._setRaw('minutes', number + 0.1);
      record._setRaw('tags', '["a","b"]');
      record._setRaw(columnOf(device.number), `${number}`);
    });
    written.set(`${table}/${record.id}`, { [columnOf(device.number)]: `${number}` });
  });
}

async function edit(device, table, record) {
  const value = `${++number}`;
  await device.write(() => record.update(() => record._setRaw(columnOf(device.number), value)));
  const columns = written.get(`${table}/${record.id}`);
  if (columns) columns[columnOf(device.number)] = value;
}

async function remove(device, table, record) {
  await device.write(() => record.markAsDeleted());
  written.delete(`${table}/${record.id}`);
  removed.add(`${table}/${record.id}`);
}

async function act(device) {
  const table = pick(tables);
  const records = await device.records(table);
  const fate = random();
  if (fate < 0.35 || records.length === 0) await create(device, table);
  else if (fate < 0.92) await edit(device, table, pick(records));
  else await remove(device, table, pick(records));
}

const list = Array.from({ length: count }, (_, device) => new StubbornDevice(device));
for (const device of list) await create(device, Goal.table);
for (const device of [...list, ...list]) await device.synchronize();
assert.equal(Object.keys(await list[0].all()).length, count);

for (let round = 0; round < Number(rounds); round++) {
  const target = (await list[0].records(Goal.table))[0]?.id;
  for (const device of list) {
    const same = (await device.records(Goal.table)).find(record => record.id === target);
    if (same) await edit(device, Goal.table, same);
    for (let i = 0; i < 4; i++) await act(device);
  }

  // Side by side, so that pushes come between other devices' pull and push.
  await Promise.all(list.filter(() => random() < 0.7).map(device => device.synchronize()));
}

for (const device of list) device.network.lossRate = 0;
for (const device of [...list, ...list]) await device.synchronize();
const fresh = new StubbornDevice(count);
fresh.network.lossRate = 0;
await fresh.synchronize();

const state = await fresh.all();
for (const device of list) assert.deepEqual(await device.all(), state, `device ${device.number} has something else`);
for (const [id, columns] of written) {
  assert.ok(id in state, `${id} is lost`);
  for (const [column, value] of Object.entries(columns)) assert.equal(state[id][column], value, `${id} lacks ${column}`);
}

for (const id of removed) assert.ok(!(id in state), `${id} came back`);
const lost = list.reduce((total, device) => total + device.network.lost, 0);
assert.ok(conflicts > 0, 'no conflict was met');
assert.ok(lost > 0, 'no answer was lost');
assert.ok(removed.size > 0);
console.log(JSON.stringify({ documents: Object.keys(state).length, removed: removed.size, conflicts, lost }));
process.exit(0);
