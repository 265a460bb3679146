using System.ComponentModel.DataAnnotations;
using FitServerless.Secrets;

namespace FitServerless.Chat.WebPubSub;

/// <summary>Azure Web PubSub, over which clients hear of rooms by WebSocket where it is there.</summary>
public sealed class WebPubSubOptions : IValidatableObject
{
    public const string Section = "WebPubSub";

    /// <summary>
    /// As the portal shows it, <c>Endpoint=https://…;AccessKey=…</c>; a secret. Empty: there is none, and clients get server-sent events.
    /// </summary>
    [Secret("WebPubSub:ConnectionString")]
    public string ConnectionString { get; set; } = "";

    [RegularExpression("^[A-Za-z][A-Za-z0-9_]{0,127}$")]
    public string Hub { get; set; } = "chat";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString.Length > 0 && WebPubSubEndpoint.TryParse(ConnectionString) is null)
            yield return new ValidationResult($"{Section}:{nameof(ConnectionString)} must have an Endpoint and an AccessKey.");
    }
}
