namespace FitServerless.Local.Host.Durable.Storage;

/// <param name="State">Serialized; null when the entity is deleted or not there yet.</param>
/// <param name="LockedBy">The orchestration in whose critical section it is.</param>
/// <param name="Stored">Null when it is not stored.</param>
internal sealed record EntityRecord(string Id, string? State, string? LockedBy, DateTimeOffset ModifiedAt, Stored? Stored)
{
    public bool IsEmpty => State is null && LockedBy is null;
}
