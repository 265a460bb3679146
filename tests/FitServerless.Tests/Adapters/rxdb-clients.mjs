// Devices with RxDB, unmodified, on one account: node rxdb-clients.mjs <url> <access token> <collection> <devices> <rounds> <seed>
// They write offline and online, lose answers, run into conflicts; in the end all must have the same, and nobody's entry may be missing.
import assert from 'node:assert/strict';
import { EventSource } from 'eventsource';
import { createRxDatabase } from 'rxdb/plugins/core';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { Subject } from 'rxjs';
import { chance, Network, until } from './network.mjs';

const [url, token, collection, devices, rounds, seed] = process.argv.slice(2);
const random = chance(Number(seed));
const pick = list => list[Math.floor(random() * list.length)];

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    startedAt: { type: 'string' },
    title: { type: 'string' },
    target: { type: 'number' },
    summary: { type: 'object', properties: { entries: { type: 'array', items: { type: 'string' } } } },
  },
  required: ['id', 'startedAt', 'summary'],
};

// Workouts come with members of the server's; RxDB takes no member that the schema lacks.
if (collection === 'workouts') {
  for (const name of ['sportType', 'updatedAt', 'syncedAt']) schema.properties[name] = { type: 'string' };
  schema.properties.version = { type: 'number' };
}

const entriesOf = doc => doc.summary?.entries ?? [];

/** Keeps what both sides have; an edit outlives a delete. */
const conflictHandler = {
  isEqual: (a, b) => {
    try {
      assert.deepEqual(shown(a), shown(b));
      return true;
    } catch {
      return false;
    }
  },
  resolve: ({ newDocumentState: mine, realMasterState: theirs }) => {
    if (theirs._deleted) return mine;
    if (mine._deleted) return theirs;
    const entries = [...new Set([...entriesOf(theirs), ...entriesOf(mine)])].sort();
    return { ...theirs, summary: { ...theirs.summary, entries } };
  },
};

/** Of a document, what this app writes; the server may have more to say of some collections. */
function shown({ id, startedAt, title, target, summary, _deleted }) {
  return { id, startedAt, title, target, entries: entriesOf({ summary }), deleted: !!_deleted };
}

class Device {
  conflicts = 0;

  constructor(name) {
    this.name = name;
    this.network = new Network(url, token, random, 0.2);
  }

  async open() {
    const storage = wrappedValidateAjvStorage({ storage: getRxStorageMemory() });
    this.db = await createRxDatabase({ name: `${this.name}-${process.pid}`, storage, multiInstance: false });
    this.docs = (await this.db.addCollections({ docs: { schema, conflictHandler } })).docs;
    this.stream$ = new Subject();
    this.replication = replicateRxCollection({
      collection: this.docs,
      replicationIdentifier: 'fitserverless',
      retryTime: 50,
      push: {
        batchSize: 5,
        handler: rows => {
          rows.forEach(noteTakenBack);
          return this.network.fetch(`/api/rxdb/${collection}/push`, {
            method: 'POST',
            headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
            body: JSON.stringify(rows),
          });
        },
      },
      pull: {
        batchSize: 7,
        handler: async (checkpointOrNull, batchSize) => {
          const updatedAt = checkpointOrNull ? checkpointOrNull.updatedAt : 0;
          const id = checkpointOrNull ? checkpointOrNull.id : '';
          return this.network.fetch(`/api/rxdb/${collection}/pull?updatedAt=${updatedAt}&id=${id}&limit=${batchSize}`);
        },
        stream$: this.stream$.asObservable(),
      },
    });
    this.replication.error$.subscribe(error => (this.lastError = error));
    this.replication.conflict$?.subscribe(() => this.conflicts++);
    await this.connect();
    return this;
  }

  connect() {
    this.network.online = true;
    this.source = new EventSource(`${url}/api/rxdb/${collection}/stream?access_token=${token}`);
    this.source.onmessage = event => {
      const { documents, checkpoint } = JSON.parse(event.data);
      this.received = (this.received ?? 0) + documents.length;
      this.stream$.next({ documents, checkpoint });
    };
    this.source.onerror = () => this.stream$.next('RESYNC');
    this.stream$.next('RESYNC');
    return new Promise(resolve => this.source.addEventListener('ready', resolve, { once: true }));
  }

  disconnect() {
    this.network.online = false;
    this.source.close();
  }

  async all() {
    const docs = await this.docs.find().exec();
    return docs.map(doc => shown(doc.toJSON())).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async close() {
    this.source?.close();
    await this.db.close();
  }
}

const written = new Map();
const takenBack = new Set();
let count = 0;

/**
 * RxDB 17.6 reads a document first and then what it takes for the server's (replication-protocol/upstream.js, persistToMaster). If a pull comes
 * between, it pushes the older document as an edit of the newer one, which no server can tell from somebody who takes an entry back; seen once in
 * some 70 runs on a busy machine. So an entry may be missing if a device that knew of it pushed the document without it, and only then.
 */
function noteTakenBack({ assumedMasterState, newDocumentState }) {
  if (!assumedMasterState || newDocumentState._deleted) return;
  const left = entriesOf(newDocumentState);
  for (const entry of entriesOf(assumedMasterState)) if (!left.includes(entry)) takenBack.add(entry);
}

async function create(device) {
  const id = `${device.name}-${++count}`;
  const entry = `${id}: created`;
  written.set(id, new Set([entry]));
  await device.docs.insert({
    id, startedAt: '2026-11-20T06:30:00.000Z', title: 'Größe "10 km" 🚴', summary: { entries: [entry] },
    // Workouts have members of their own and no place for others.
    ...(collection === 'workouts' ? {} : { target: count + 0.1 }),
  });
}

async function edit(device, doc) {
  const entry = `${device.name}: edit ${++count}`;
  written.get(doc.id)?.add(entry);
  await doc.incrementalModify(data => {
    data.summary = { ...data.summary, entries: [...entriesOf(data), entry].sort() };
    return data;
  });
}

/** Only its own, which nobody else edits: whether an edit or a delete is to stand is for an app to say. */
async function remove(device, doc) {
  written.delete(doc.id);
  await doc.incrementalRemove();
}

async function act(device) {
  const docs = await device.docs.find().exec();
  const own = docs.filter(doc => doc.id.startsWith(`${device.name}-own`));
  const shared = docs.filter(doc => !doc.id.includes('-own'));
  const fate = random();
  if (fate < 0.3 || shared.length === 0) await create(device);
  else if (fate < 0.9 || own.length === 0) await edit(device, pick(shared));
  else await remove(device, pick(own));
}

async function converged(list) {
  await Promise.all(list.map(device => device.replication.awaitInSync()));
  const first = await list[0].all();
  for (const device of list) assert.deepEqual(await device.all(), first, `${device.name} has something else`);
  return first;
}

const list = [];
for (let i = 0; i < Number(devices); i++) list.push(await new Device(`device${i}`).open());
for (const device of list) {
  await create(device);
  for (let i = 0; i < 3; i++)
    await device.docs.insert({ id: `${device.name}-own${i}`, startedAt: '2026-11-20T06:30:00.000Z', summary: { entries: [] } });
}

await until(() => converged(list).then(docs => assert.equal(docs.length, list.length * 4)));

// What one writes while all are there reaches the others through their streams, without a pull.
for (const device of list) {
  device.network.lossRate = 0;
  device.received = 0;
}

await create(list[0]);
await until(() => list.forEach(device => assert.ok(device.received > 0, `${device.name} got nothing through its stream`)));
for (const device of list) device.network.lossRate = 0.2;

for (let round = 0; round < Number(rounds); round++) {
  for (const device of list) if (random() < 0.6) device.disconnect();
  // All that are away edit the same document, each in its own way.
  const target = (await list[0].docs.find().exec()).find(doc => !doc.id.includes('-own'))?.id;
  for (const device of list) {
    const doc = await device.docs.findOne(target).exec();
    if (doc) await edit(device, doc);
    for (let i = 0; i < 3; i++) await act(device);
  }

  for (const device of list) if (!device.network.online) await device.connect();
}

for (const device of list) device.network.lossRate = 0;
const isKept = entry => !takenBack.has(entry);
const fresh = await new Device('fresh').open();
const docs = await until(async () => {
  for (const device of list) device.stream$.next('RESYNC');
  const docs = await converged([...list, fresh]);
  for (const doc of docs.filter(doc => written.has(doc.id)))
    assert.deepEqual(doc.entries.filter(isKept), [...written.get(doc.id)].filter(isKept).sort(), `${doc.id} lacks an entry`);
  for (const id of written.keys()) assert.ok(docs.some(doc => doc.id === id), `${id} is lost`);
  return docs;
});

const sum = pickNumber => list.reduce((total, device) => total + pickNumber(device), 0);
assert.ok(sum(device => device.conflicts) > 0, 'no conflict was met');
assert.ok(sum(device => device.network.lost) > 0, 'no answer was lost');
assert.ok(docs.length < count + list.length * 3 || docs.every(doc => !doc.deleted));
console.log(JSON.stringify({
  documents: docs.length,
  conflicts: sum(device => device.conflicts),
  lost: sum(device => device.network.lost),
  takenBack: takenBack.size,
}));
await Promise.all([...list, fresh].map(device => device.close()));
process.exit(0);
