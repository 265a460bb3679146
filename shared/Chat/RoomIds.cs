using FitServerless.Sync;

namespace FitServerless.Chat;

internal static class RoomIds
{
    /// <summary>A trainer and a client have one room, whoever of them makes it and however often: 88 characters.</summary>
    public static string Pair(string trainerId, string clientId) => $"trainer_{trainerId}_client_{clientId}";

    /// <param name="idempotencyKey">The creator's own; with the same one the room is the same.</param>
    public static string Group(string creatorId, string? idempotencyKey, DateTimeOffset now) =>
        $"room_{(idempotencyKey is { } key ? DocumentIds.Derive(creatorId, key) : Guid.CreateVersion7(now).ToString())}";
}
