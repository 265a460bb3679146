namespace FitServerless.Sync;

/// <summary>Finds out whether a change was here before: by its name if its device gave it one, else by its time and content.</summary>
internal static class Repeats
{
    /// <returns>The first answer, <c>null</c> if it was not here before.</returns>
    public static ChangeResult? Find(StoredDocument stored, SeenMutation? mutation, bool isCurrent, Predicate<PastVersion> isSame)
    {
        if (mutation is { } named)
            return Seen(stored, named) is { } seen ? Answer(stored, seen) : null;
        if (isCurrent && !stored.State.Deleted)
            return new ChangeResult(ChangeStatus.Duplicate, stored.State.Version) { At = stored.State.UpdatedAt };
        if (stored.History.LastOrDefault(past => isSame(past)) is not { } past)
            return null;
        return past.Lost
            ? new ChangeResult(ChangeStatus.Stale, stored.State.Version, stored.Body) { LostVersion = past.Version, At = past.UpdatedAt }
            : new ChangeResult(ChangeStatus.Duplicate, past.Version) { At = past.UpdatedAt };
    }

    public static ChangeResult? Find(StoredDocument stored, SeenMutation? mutation) =>
        mutation is { } named && Seen(stored, named) is { } seen ? Answer(stored, seen) : null;

    private static SeenMutation? Seen(StoredDocument stored, SeenMutation mutation) => stored.State.Past.Find(mutation)
        ?? stored.History.Select(past => past.Maker).FirstOrDefault(maker => maker is { } seen && seen.IsSame(mutation));

    private static ChangeResult Answer(StoredDocument stored, SeenMutation seen) => new(
        seen.Status, seen.Version, seen.Status is ChangeStatus.Stale or ChangeStatus.Merged ? stored.Body : null)
    {
        LostVersion = seen.LostVersion,
        At = seen.At,
    };
}
