using System.Globalization;
using Azure.Data.Tables;

namespace FitServerless.Privacy;

/// <summary>Turns entries into rows and back.</summary>
internal static class AuditRows
{
    /// <summary>Where rows of a time stand: the newest first.</summary>
    public static string Place(DateTimeOffset time) =>
        (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    public static DateTimeOffset TimeOf(string rowKey) =>
        new(DateTimeOffset.MaxValue.UtcTicks - long.Parse(rowKey.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static TableEntity ToRow(string userId, string key, AuditEntry entry) => new(userId, key)
    {
        [nameof(AuditEntry.At)] = entry.At,
        [nameof(AuditEntry.Action)] = entry.Action,
        [nameof(AuditEntry.By)] = entry.By,
        [nameof(AuditEntry.Network)] = entry.Network,
        [nameof(AuditEntry.Details)] = entry.Details,
        [nameof(AuditEntry.Count)] = entry.Count,
    };

    public static AuditEntry FromRow(TableEntity row) => new(
        row.GetString(nameof(AuditEntry.Action))!,
        row.GetString(nameof(AuditEntry.By))!,
        row.GetString(nameof(AuditEntry.Network)),
        row.GetString(nameof(AuditEntry.Details)),
        row.GetInt32(nameof(AuditEntry.Count))!.Value)
    {
        At = row.GetDateTimeOffset(nameof(AuditEntry.At))!.Value,
    };
}
