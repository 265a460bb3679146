// Azurite keeps an index of partition keys and one of row keys and makes little use of them: for each row that is written it goes through the row's
// whole partition, and for each range through the whole table. Storage in Azure does neither.
const { Collection } = require('lokijs')
const Tables = require('azurite/dist/src/table/persistence/LokiTableMetadataStore').default

const { findOne } = Collection.prototype
const { queryTableEntities } = Tables.prototype

// The store looks up the key that is named first, and goes through what it finds for the second.
Collection.prototype.findOne = function (query) {
  if (query?.RowKey === undefined) return findOne.call(this, query)
  const { PartitionKey, RowKey } = query
  const count = key => {
    const [first, last] = this.calculateRange('$eq', key, query[key])
    return last - first
  }
  return findOne.call(this, count('RowKey') < count('PartitionKey') ? { RowKey, PartitionKey } : query)
}

Tables.prototype.queryTableEntities = function (context, account, table, options, ...next) {
  const [, PartitionKey] = /^PartitionKey eq '([^']+)'(?: and |$)/.exec(options.filter) ?? []
  if (PartitionKey === undefined) return queryTableEntities.call(this, context, account, table, options, ...next)
  const rows = this.getEntityCollection(account, table, context)
  const partition = { getEntityCollection: () => ({ chain: () => rows.chain().find({ PartitionKey }) }) }
  return queryTableEntities.call(Object.setPrototypeOf(partition, this), context, account, table, options, ...next)
}
