namespace FitServerless.Chat.Operations;

/// <param name="Id">Minted with the request.</param>
/// <param name="Data">JSON.</param>
public sealed record SendSignal(string UserId, string? To, string Id, string Data) : RoomOperation;
