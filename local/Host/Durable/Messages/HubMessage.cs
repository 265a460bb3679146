using System.Text.Json.Serialization;

namespace FitServerless.Local.Host.Durable.Messages;

/// <param name="Target">The id of the instance.</param>
/// <param name="Key">Its place in the target's inbox. A message delivered twice has the same.</param>
internal sealed record HubMessage(string Target, string Key, HubEvent Event)
{
    /// <summary>The blobs its row names.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Blobs { get; init; } = [];
}
