using System.Text.Json.Serialization;
using FitServerless.Accounts.Sessions;
using FitServerless.Json;

namespace FitServerless.Functions.Accounts;

/// <summary>A session as its owner sees it.</summary>
public sealed record SessionView(string Id, string Device, bool Current)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset LastUsedAt { get; init; }

    public static SessionView Of(Session session) =>
        new(session.Id, session.Device, session.IsCurrent) { CreatedAt = session.CreatedAt, LastUsedAt = session.LastUsedAt };
}
