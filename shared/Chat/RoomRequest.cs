namespace FitServerless.Chat;

/// <summary>A room to be made: for a trainer and a client, or for any members.</summary>
public sealed record RoomRequest(string? TrainerId, string? ClientId, IReadOnlyList<string?>? Members)
{
    internal bool IsPair => TrainerId is not null || ClientId is not null;

    /// <summary>Without doubles: of a pair the trainer first, else the caller.</summary>
    internal IReadOnlyList<string> MemberIds(string callerId) =>
        [.. (IsPair ? [TrainerId, ClientId] : (Members ?? []).Prepend(callerId)).OfType<string>().Distinct()];

    /// <summary>Where in the request the id at this place stands.</summary>
    internal string MemberName(int index) => !IsPair ? "members" : index == 0 ? "trainerId" : "clientId";
}
