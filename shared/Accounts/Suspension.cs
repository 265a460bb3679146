using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Accounts;

/// <summary>Why, and since when, an account is shut by an admin.</summary>
/// <param name="At">The first time, however often it was asked for.</param>
/// <param name="Reason">What the admin wrote; the person sees it in the audit trail.</param>
public sealed record Suspension([property: JsonConverter(typeof(InstantConverter))] DateTimeOffset At, string? Reason);
