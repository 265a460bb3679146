using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Sharing;

namespace FitServerless.Functions.Sharing;

/// <summary>A share as who got it sees it.</summary>
/// <param name="Kind"><c>plan</c> or <c>workout</c>.</param>
/// <param name="Permission"><c>read</c> or <c>edit</c>.</param>
public sealed record ReceivedShareView(string Id, string Kind, string Permission, string OwnerId, string? OwnerName, string OwnerEmail)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    public static ReceivedShareView Of(ReceivedShare received) => new(
        received.Share.Id,
        ShareKinds.Of(received.Share.Item),
        received.Share.IsEditable ? ShareKinds.Edit : ShareKinds.Read,
        received.Owner.Id,
        received.Owner.Name,
        received.Owner.Email)
    {
        CreatedAt = received.Share.CreatedAt,
        ExpiresAt = received.Share.ExpiresAt,
    };
}
