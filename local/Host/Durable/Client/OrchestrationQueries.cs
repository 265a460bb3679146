using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using FitServerless.Local.Host.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable.Client;

/// <summary>Orchestrations by status and time. Each query looks at all of the hub.</summary>
internal sealed class OrchestrationQueries(HubServices services)
{
    public AsyncPageable<OrchestrationMetadata> GetAll(OrchestrationQuery query)
    {
        var filter = Filters.AllOf(
        [
            Filters.Orchestrations,
            Filters.CreatedBetween(query.CreatedFrom, query.CreatedTo),
            Filters.InStatus(query.Statuses),
            Filters.WithPrefix(query.InstanceIdPrefix),
        ]);
        return Pageable.Create(async (continuation, size, cancellation) =>
        {
            var rows = await TablePages.ReadAsync(
                services.Storage.Instances, filter, continuation ?? query.ContinuationToken, size ?? query.PageSize, cancellation);
            var found = new List<OrchestrationMetadata>();
            foreach (var row in rows.Values)
                found.Add(MetadataOf(await services.Storage.Rows.ToOrchestrationAsync(row, cancellation), query.FetchInputsAndOutputs));
            return new Page<OrchestrationMetadata>(found, rows.ContinuationToken);
        });
    }

    /// <summary>The ids of those that are over.</summary>
    public async IAsyncEnumerable<string> EndedAsync(
        PurgeInstancesFilter purge, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = Filters.AllOf(
        [
            Filters.Orchestrations,
            TableClient.CreateQueryFilter($"IsActive eq {false}"),
            Filters.CreatedBetween(purge.CreatedFrom, purge.CreatedTo),
            Filters.InStatus(purge.Statuses),
        ]);
        var rows = services.Storage.Instances.QueryAsync<TableEntity>(filter, select: [Rows.Instance], cancellationToken: cancellation);
        await foreach (var row in rows)
            yield return Rows.InstanceOf(row);
    }

    public OrchestrationMetadata MetadataOf(OrchestrationRecord instance, bool withData) => new(instance.Name, instance.InstanceId)
    {
        DataConverter = withData ? services.Converter : null,
        RuntimeStatus = instance.Status,
        CreatedAt = instance.CreatedAt,
        LastUpdatedAt = instance.UpdatedAt,
        SerializedInput = withData ? instance.Input : null,
        SerializedOutput = withData ? instance.Output : null,
        SerializedCustomStatus = withData ? instance.CustomStatus : null,
        FailureDetails = instance.Failure,
        Tags = instance.Tags ?? new Dictionary<string, string>(),
    };
}
