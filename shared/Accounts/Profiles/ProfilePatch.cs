using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Accounts.Profiles;

/// <summary>
/// The body of <c>PATCH /auth/me</c>, a merge patch (RFC 7396): what is not in it stays as it is, <c>null</c> takes back to the default.
/// What the server owns has no member here.
/// </summary>
public sealed record ProfilePatch
{
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement Name { get; init; }

    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement TimeZone { get; init; }

    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement Settings { get; init; }
}
