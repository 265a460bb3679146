using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Entities;

/// <summary>An entity's state, which an operation that fails leaves as it was.</summary>
internal sealed class EntityState(string? serialized, DataConverter converter) : TaskEntityState
{
    private string? _committed = serialized;

    public string? Serialized { get; private set; } = serialized;

    public override bool HasState => Serialized is not null;

    public override object? GetState(Type type) => converter.Deserialize(Serialized, type);

    public override void SetState(object? state) => Serialized = converter.Serialize(state);

    public void Commit() => _committed = Serialized;

    public void Rollback() => Serialized = _committed;
}
