// A device with WatermelonDB, unmodified, that syncs as its documentation has it.
import watermelon from '@nozbe/watermelondb';
import loki from '@nozbe/watermelondb/adapters/lokijs/index.js';
import sync from '@nozbe/watermelondb/sync/index.js';
import lokijs from 'lokijs';

const { appSchema, Database, Model, tableSchema } = watermelon;

export class Goal extends Model {
  static table = 'goals';
}

export class Session extends Model {
  static table = 'sessions';
}

export const tables = [Goal.table, Session.table];

export class Device {
  /** @param columns Names of texts that a record may have besides the common ones. */
  constructor(number, network, columns = []) {
    this.number = number;
    this.network = network;
    const schema = appSchema({
      version: 1,
      tables: tables.map(name => tableSchema({
        name,
        columns: [
          { name: 'title', type: 'string' },
          { name: 'is_done', type: 'boolean' },
          { name: 'minutes', type: 'number' },
          { name: 'tags', type: 'string', isOptional: true },
          ...columns.map(column => ({ name: column, type: 'string', isOptional: true })),
        ],
      })),
    });
    const adapter = new loki.default({
      schema,
      dbName: `device${number}`,
      useWebWorker: false,
      useIncrementalIndexedDB: false,
      _testLokiAdapter: new lokijs.LokiMemoryAdapter(),
    });
    this.database = new Database({ adapter, modelClasses: [Goal, Session] });
  }

  records = table => this.database.get(table).query().fetch();

  async all() {
    const all = {};
    for (const table of tables) {
      for (const record of await this.records(table)) {
        const { _status, _changed, ...columns } = record._raw;
        all[`${table}/${record.id}`] = columns;
      }
    }

    return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  synchronizeOnce() {
    return sync.synchronize({
      database: this.database,
      sendCreatedAsUpdated: true,
      pullChanges: async ({ lastPulledAt, schemaVersion, migration }) => {
        const query = `last_pulled_at=${lastPulledAt}&schema_version=${schemaVersion}&migration=${encodeURIComponent(JSON.stringify(migration))}`;
        const { changes, timestamp } = await this.network.fetch(`/api/watermelon/sync?${query}`);
        return { changes, timestamp };
      },
      pushChanges: async ({ changes, lastPulledAt }) => {
        await this.network.fetch(`/api/watermelon/sync?last_pulled_at=${lastPulledAt}`, { method: 'POST', body: JSON.stringify(changes) });
      },
    });
  }

  write(work) {
    return this.database.write(work);
  }
}
