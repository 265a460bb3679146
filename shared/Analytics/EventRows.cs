using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace FitServerless.Analytics;

/// <summary>
/// Where events stand: whole in their client's partition, and what is counted of them once more in their type's and their trainer's. All parts
/// of keys are checked before (<see cref="EventRules"/>) and hold no <c>|</c>; <c>}</c> comes right after it.
/// </summary>
internal static class EventRows
{
    /// <summary>So that a type that everybody sends is not one partition, which takes 2,000 rows a second.</summary>
    public const int Shards = 8;

    public const string At = nameof(RecordedEvent.At), Value = nameof(RecordedEvent.Value), Type = nameof(RecordedEvent.Type);

    private const string Trainer = nameof(RecordedEvent.TrainerId), Data = nameof(RecordedEvent.Data), Id = nameof(RecordedEvent.Id);

    public static string ClientPartition(string userId) => $"c|{userId}";

    public static string TrainerPartition(string userId) => $"t|{userId}";

    public static string TypePartition(string type, int shard) => $"y|{type}|{shard}";

    public static int ShardOf(string clientId) => SHA256.HashData(Encoding.UTF8.GetBytes(clientId))[0] % Shards;

    public static string ClientKey(RecordedEvent one) => $"{one.Id}|{one.Type}|{one.TrainerId}";

    /// <summary>The copies of one client's begin with <see cref="CopyPrefix"/>.</summary>
    public static string CopyKey(string clientId, RecordedEvent one) => $"{CopyPrefix(clientId)}{ClientKey(one)}";

    public static string CopyPrefix(string clientId) => $"{clientId}|";

    /// <summary>Whose it is, and the client's own key of it.</summary>
    public static (string ClientId, string ClientKey) OfCopy(string copyKey)
    {
        var end = copyKey.IndexOf('|', StringComparison.Ordinal);
        return (copyKey[..end], copyKey[(end + 1)..]);
    }

    public static string TypeOf(string clientKey) => clientKey.Split('|')[1];

    public static TableEntity ToRow(string clientId, RecordedEvent one) => new(ClientPartition(clientId), ClientKey(one))
    {
        [Id] = one.Id,
        [Type] = one.Type,
        [At] = one.At,
        [Trainer] = one.TrainerId,
        [Value] = one.Value,
        [Data] = one.Data,
    };

    public static TableEntity ToCopy(string partition, string clientId, RecordedEvent one) => new(partition, CopyKey(clientId, one))
    {
        [Type] = one.Type,
        [At] = one.At,
        [Value] = one.Value,
    };

    public static RecordedEvent FromRow(TableEntity row) => new(
        row.GetString(Id)!, row.GetString(Type)!, row.GetDateTimeOffset(At)!.Value,
        row.GetString(Trainer), row.GetDouble(Value), row.GetString(Data));
}
