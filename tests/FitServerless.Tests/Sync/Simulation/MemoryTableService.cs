using Azure.Data.Tables;

namespace FitServerless.Tests.Sync.Simulation;

/// <summary>A storage account in memory.</summary>
internal sealed class MemoryTableService(Mishaps mishaps) : TableServiceClient
{
    private readonly Dictionary<string, MemoryTable> _tables = [];

    public override TableClient GetTableClient(string tableName)
    {
        if (!_tables.TryGetValue(tableName, out var table))
            _tables[tableName] = table = new MemoryTable(mishaps);
        return table;
    }
}
