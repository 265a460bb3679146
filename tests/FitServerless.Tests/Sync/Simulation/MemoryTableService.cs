using Azure.Data.Tables;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A storage account in memory.</summary>
internal sealed class MemoryTableService(Mishaps mishaps) : TableServiceClient
{
    private readonly Dictionary<string, MemoryTable> _tables = [];

    /// <summary>The tables of an account of its own.</summary>
    public static AppTables Connect(Mishaps mishaps) => new(new MemoryTableService(mishaps), Options.Create(new StorageOptions()));

    public override TableClient GetTableClient(string tableName)
    {
        if (!_tables.TryGetValue(tableName, out var table))
            _tables[tableName] = table = new MemoryTable(mishaps);
        return table;
    }
}
