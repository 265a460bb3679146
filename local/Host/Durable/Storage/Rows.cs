using Azure.Data.Tables;
using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace FitServerless.Local.Host.Durable.Storage;

/// <summary>Records as rows and back.</summary>
internal sealed class Rows(Payloads payloads)
{
    /// <summary>Whether a row is of an orchestration that has not ended, for the query that a new owner starts with.</summary>
    public const string IsActive = "IsActive";

    public const string Instance = "Instance";
    public const string Modified = "Modified";
    public const string Created = "Created";
    public const string Status = "Status";
    public const string LockedBy = "LockedBy";

    public static string InstanceOf(TableEntity row) => row.GetString(Instance)!;

    public async Task<TableEntity> FromAsync(EntityRecord entity, CancellationToken cancellation)
    {
        var row = RowOf(entity.Id, HubKeys.State);
        row[Modified] = entity.ModifiedAt;
        if (entity.LockedBy is not null) row[LockedBy] = entity.LockedBy;
        await payloads.PutAsync(row, "State", entity.State, cancellation);
        return row;
    }

    public async Task<EntityRecord> ToEntityAsync(TableEntity row, bool withState, CancellationToken cancellation) =>
        new(InstanceOf(row),
            withState ? await payloads.GetAsync(row, "State", cancellation) : null,
            row.GetString(LockedBy),
            row.GetDateTimeOffset(Modified)!.Value,
            StoredAs(row));

    public async Task<TableEntity> FromAsync(OrchestrationRecord instance, CancellationToken cancellation)
    {
        var row = RowOf(instance.InstanceId, HubKeys.State);
        row["Name"] = instance.Name;
        row["Execution"] = instance.Execution;
        row[Status] = instance.Status.ToString();
        row[IsActive] = !instance.HasEnded;
        row[Created] = instance.CreatedAt;
        row[Modified] = instance.UpdatedAt;
        row["HasBegun"] = instance.HasBegun;
        row["Generation"] = instance.Generation;
        row["Turns"] = instance.Turns;
        if (instance.Parent is not null) row["Parent"] = HubJson.Write(instance.Parent);
        if (instance.Tags is not null) row["Tags"] = HubJson.Write(instance.Tags);
        await payloads.PutAsync(row, "Input", instance.Input, cancellation);
        await payloads.PutAsync(row, "Output", instance.Output, cancellation);
        await payloads.PutAsync(row, "CustomStatus", instance.CustomStatus, cancellation);
        if (instance.Failure is not null) await payloads.PutAsync(row, "Failure", HubJson.Write(instance.Failure), cancellation);
        return row;
    }

    public async Task<OrchestrationRecord> ToOrchestrationAsync(TableEntity row, CancellationToken cancellation) =>
        new(InstanceOf(row), row.GetString("Name")!, row.GetString("Execution")!)
        {
            Status = Enum.Parse<OrchestrationRuntimeStatus>(row.GetString(Status)!),
            CreatedAt = row.GetDateTimeOffset(Created)!.Value,
            UpdatedAt = row.GetDateTimeOffset(Modified)!.Value,
            HasBegun = row.GetBoolean("HasBegun")!.Value,
            Generation = row.GetInt32("Generation")!.Value,
            Turns = row.GetInt32("Turns")!.Value,
            Parent = row.GetString("Parent") is { } parent ? HubJson.Read<ReplyAddress>(parent) : null,
            Tags = row.GetString("Tags") is { } tags ? HubJson.Read<Dictionary<string, string>>(tags) : null,
            Input = await payloads.GetAsync(row, "Input", cancellation),
            Output = await payloads.GetAsync(row, "Output", cancellation),
            CustomStatus = await payloads.GetAsync(row, "CustomStatus", cancellation),
            Failure = await payloads.GetAsync(row, "Failure", cancellation) is { } json ? HubJson.Read<TaskFailureDetails>(json) : null,
            Stored = StoredAs(row),
        };

    public Task<TableEntity> FromAsync(HubMessage message, CancellationToken cancellation) =>
        FromAsync(message.Target, HubKeys.Inbox(message.Key), message, cancellation);

    public async Task<HubMessage> ToMessageAsync(TableEntity row, CancellationToken cancellation) =>
        await ToAsync<HubMessage>(row, cancellation) with { Blobs = [.. Payloads.NamesIn(row)] };

    /// <summary>A row that is one JSON text.</summary>
    public async Task<TableEntity> FromAsync<T>(string instanceId, string rowKey, T content, CancellationToken cancellation)
    {
        var row = RowOf(instanceId, rowKey);
        await payloads.PutAsync(row, "Content", HubJson.Write(content), cancellation);
        return row;
    }

    public async Task<T> ToAsync<T>(TableEntity row, CancellationToken cancellation) =>
        HubJson.Read<T>((await payloads.GetAsync(row, "Content", cancellation))!);

    private static Stored StoredAs(TableEntity row) => new(row.ETag, [.. Payloads.NamesIn(row)]);

    private static TableEntity RowOf(string instanceId, string rowKey) =>
        new(HubKeys.Partition(instanceId), rowKey) { [Instance] = instanceId };
}
