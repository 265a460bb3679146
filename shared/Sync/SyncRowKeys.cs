using System.Globalization;
using FitServerless.Storage;

namespace FitServerless.Sync;

/// <summary>
/// The row keys of a user's partition. The head ends the log, so that one range query, one transaction, brings what is new and the head
/// that a writer needs.
/// </summary>
internal static class SyncRowKeys
{
    private const string LogPrefix = "log|";

    /// <summary>Greater than every <c>log|</c> row: the letter sorts behind the digits.</summary>
    public const string Head = "log|head";

    /// <summary>More milliseconds than year 9999 has, so that newer rows sort first.</summary>
    private const long InvertFrom = 999_999_999_999_999;

    public static string Log(Sequence sequence) => LogPrefix + sequence.Ticks.ToString("D19", CultureInfo.InvariantCulture);

    public static Sequence LogSequence(string rowKey) =>
        new(long.Parse(rowKey.AsSpan(LogPrefix.Length), CultureInfo.InvariantCulture));

    /// <summary>Of the documents of a collection, or of all.</summary>
    public static string Documents(string? collection) => collection is null ? "doc|" : $"doc|{collection}|";

    public static string Document(DocumentKey key) => Documents(key.Collection) + TableKeys.Encode(key.Id);

    public static DocumentKey DocumentOf(string rowKey)
    {
        var parts = rowKey.Split('|');
        return new DocumentKey(parts[1], TableKeys.Decode(parts[2]));
    }

    public static string Samples(DocumentKey key, int row) =>
        $"samples|{key.Collection}|{TableKeys.Encode(key.Id)}|{row.ToString("D3", CultureInfo.InvariantCulture)}";

    public static string Past(DocumentKey key, int version) => PastVersions(key) + version.ToString("D10", CultureInfo.InvariantCulture);

    public static string PastVersions(DocumentKey key) => $"past|{key.Collection}|{TableKeys.Encode(key.Id)}|";

    public static string ListItem(DocumentKey key, DateTimeOffset listedAt) =>
        $"{ListPrefix(key.Collection)}{Inverted(listedAt)}|{TableKeys.Encode(key.Id)}";

    public static string ListStart(string collection, DateTimeOffset? newest) =>
        ListPrefix(collection) + (newest is { } time ? Inverted(time) : "");

    /// <summary>Behind the last row that is not older than <paramref name="oldest"/>.</summary>
    public static string ListEnd(string collection, DateTimeOffset? oldest) =>
        ListPrefix(collection) + (oldest is { } time ? Inverted(time) : "") + "}";

    /// <summary>Which list a row is in.</summary>
    public static string ListCollection(string rowKey) => rowKey.Split('|')[1];

    private static string ListPrefix(string collection) => $"day|{collection}|";

    private static string Inverted(DateTimeOffset time) =>
        (InvertFrom - time.ToUnixTimeMilliseconds()).ToString("D15", CultureInfo.InvariantCulture);
}
