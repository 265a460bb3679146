using System.Globalization;
using FitServerless.Storage;

namespace FitServerless.Notifications;

/// <summary>The row keys of a user's inbox.</summary>
internal static class NotificationRowKeys
{
    private const string ItemPrefix = "item|";

    /// <summary>Behind it and before <see cref="TraceEnd"/>: where others are told of the person.</summary>
    public const string TracePrefix = "about|";

    public const string TraceEnd = "about}";

    public const string Head = "head";

    /// <summary>Behind every item.</summary>
    public const string ItemEnd = ItemPrefix + "}";

    public static string Item(long sequence) => ItemPrefix + sequence.ToString("D19", CultureInfo.InvariantCulture);

    public static long Sequence(string rowKey) => long.Parse(rowKey.AsSpan(ItemPrefix.Length), CultureInfo.InvariantCulture);

    public static string Trace(string userId, string id) => $"{TracePrefix}{TableKeys.Encode(userId)}|{TableKeys.Encode(id)}";

    public static string Id(string id) => $"id|{TableKeys.Encode(id)}";
}
