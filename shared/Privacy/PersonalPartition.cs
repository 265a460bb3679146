using Azure.Data.Tables;
using FitServerless.Storage;

namespace FitServerless.Privacy;

/// <summary>A table in which a person's rows are one partition, whose key is the person's id.</summary>
internal sealed class PersonalPartition(string name, TableClient table) : IPersonalData
{
    public string Name => name;

    public Task EraseAsync(string userId, CancellationToken cancellationToken) => table.DeletePartitionAsync(userId, cancellationToken);
}
