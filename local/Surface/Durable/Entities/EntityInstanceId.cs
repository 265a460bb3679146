using System.Text.Json.Serialization;

namespace Microsoft.DurableTask.Entities;

/// <summary>Written as <c>@name@key</c>. Names are kept in lower case; keys as they are.</summary>
[JsonConverter(typeof(EntityInstanceIdConverter))]
public readonly record struct EntityInstanceId
{
    public EntityInstanceId(string name, string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(key);
        if (name.Contains('@', StringComparison.Ordinal)) throw new ArgumentException("An entity's name may not contain '@'.", nameof(name));
        Name = LowerCase(name);
        Key = key;
    }

    public string Name { get; }

    public string Key { get; }

    public static EntityInstanceId FromString(string instanceId)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var second = instanceId.IndexOf('@', 1);
        return instanceId[0] == '@' && second > 0
            ? new(instanceId[1..second], instanceId[(second + 1)..])
            : throw new ArgumentException($"'{instanceId}' is not the id of an entity.", nameof(instanceId));
    }

    public override string ToString() => $"@{Name}@{Key}";

#pragma warning disable CA1308 // The real package keeps names in lower case.
    private static string LowerCase(string name) => name.ToLowerInvariant();
#pragma warning restore CA1308
}
