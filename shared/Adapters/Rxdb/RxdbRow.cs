using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Adapters.Rxdb;

/// <summary>One write of an RxDB client.</summary>
public sealed record RxdbRow
{
    /// <summary>The whole document, with <c>_deleted</c>.</summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? NewDocumentState { get; init; }

    /// <summary>What the client takes for the server's document; <c>null</c> when it takes it for new.</summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public JsonElement? AssumedMasterState { get; init; }
}
