using System.Text.Json.Serialization;
using FitServerless.Downloads;
using FitServerless.Json;

namespace FitServerless.Functions.Files;

/// <summary>Where a file can be had without a token, and until when. Relative: behind a proxy we do not know our own host.</summary>
public sealed record FileLinkView(string Url)
{
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset ExpiresAt { get; init; }

    public static FileLinkView Of(DownloadLink link) => new($"/downloads/files/{link.Token}") { ExpiresAt = link.ExpiresAt };
}
