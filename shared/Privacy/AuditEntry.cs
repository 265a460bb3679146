using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Privacy;

/// <summary>One line of a person's audit trail.</summary>
/// <param name="Action">One of <see cref="AuditActions"/>.</param>
/// <param name="By"><see cref="AuditOrigin.By"/>.</param>
/// <param name="Count">How often, where several are one line; else 1.</param>
public sealed record AuditEntry(string Action, string By, string? Network, string? Details, int Count)
{
    /// <summary>When; of several, the last time.</summary>
    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset At { get; init; }
}
