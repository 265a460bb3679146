using System.Text.Json.Serialization;
using FitServerless.Json;
using FitServerless.Sharing;

namespace FitServerless.Functions.Sharing;

/// <summary>A share as who gave it sees it.</summary>
/// <param name="Kind"><c>plan</c> or <c>workout</c>.</param>
/// <param name="ItemId">The plan's, or the workout's.</param>
/// <param name="Permission"><c>read</c> or <c>edit</c>.</param>
/// <param name="WithUserId">Only when it was given by id.</param>
public sealed record ShareView(string Id, string Kind, string ItemId, string Permission, string? WithEmail, string? WithUserId)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? ExpiresAt { get; init; }

    public static ShareView Of(Share share) => new(
        share.Id,
        ShareKinds.Of(share.Item),
        share.Item.Id,
        share.IsEditable ? ShareKinds.Edit : ShareKinds.Read,
        share.ReceiverEmail,
        share.ReceiverEmail is null ? share.ReceiverKey : null)
    {
        CreatedAt = share.CreatedAt,
        ExpiresAt = share.ExpiresAt,
    };
}
