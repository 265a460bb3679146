using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask.Client.Entities;

public record EntityQuery
{
    public const int DefaultPageSize = 100;

    private string? _instanceIdStartsWith;

    /// <summary>With or without its first <c>@</c>. The name is taken in lower case, the key as it is.</summary>
    public string? InstanceIdStartsWith
    {
        get => _instanceIdStartsWith;
        init => _instanceIdStartsWith = value is null ? null : Normalize(value);
    }

    public DateTimeOffset? LastModifiedFrom { get; init; }

    public DateTimeOffset? LastModifiedTo { get; init; }

    public bool IncludeState { get; init; } = true;

    /// <summary>Also those that have no state: deleted ones, and ones whose lock is held.</summary>
    public bool IncludeTransient { get; init; }

    public int? PageSize { get; init; }

    public string? ContinuationToken { get; init; }

    [SuppressMessage("Globalization", "CA1308", Justification = "The real package keeps names in lower case.")]
    private static string Normalize(string prefix)
    {
        if (!prefix.StartsWith('@')) prefix = $"@{prefix}";
        var second = prefix.IndexOf('@', 1);
        return second < 0 ? prefix.ToLowerInvariant() : prefix[..second].ToLowerInvariant() + prefix[second..];
    }
}
