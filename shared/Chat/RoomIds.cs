using FitServerless.Sync;

namespace FitServerless.Chat;

internal static class RoomIds
{
    /// <summary>A trainer and a client have one room, whoever of them makes it and however often: 88 characters.</summary>
    public static string Pair(string trainerId, string clientId) => $"trainer_{trainerId}_client_{clientId}";

    /// <summary>Whose room it is; <c>null</c> of a room that is not for a trainer and a client.</summary>
    public static IReadOnlyList<string>? PairOf(string roomId) =>
        roomId.Split('_') is ["trainer", var trainer, "client", var client] ? [trainer, client] : null;

    /// <param name="idempotencyKey">The creator's own; with the same one the room is the same.</param>
    public static string Group(string creatorId, string? idempotencyKey, DateTimeOffset now) =>
        $"room_{(idempotencyKey is { } key ? DocumentIds.Derive(creatorId, key) : Guid.CreateVersion7(now).ToString())}";
}
