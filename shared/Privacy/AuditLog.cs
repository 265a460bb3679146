using Azure;
using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;
using Microsoft.Extensions.Options;

namespace FitServerless.Privacy;

/// <summary>
/// What happened to people's accounts, for themselves to read: a partition a person, the newest first. Entries are written once and never
/// changed, but for the count of refused sign-ins: whoever guesses passwords fills a row an hour and not a table.
/// </summary>
public sealed class AuditLog(AppTables tables, ExpiryIndex expiry, IOptions<PrivacyOptions> options, TimeProvider clock)
{
    /// <summary>What the index knows its rows as.</summary>
    internal const string Kind = "audit";

    private const int MaxDetails = 200;

    private readonly TableClient _table = tables.Audit;

    /// <summary>
    /// Adds an entry. Mostly one transaction. Call it after what it tells of was done; a repeat is an entry of its own.
    /// </summary>
    /// <param name="action">One of <see cref="AuditActions"/>.</param>
    /// <param name="details">
    /// A few words, for instance the name of a device. No secret, no one else's data; what is beyond 200 characters is cut off.
    /// </param>
    public async Task AuditAsync(
        string userId, string action, AuditOrigin origin, string? details = null, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await NoteAsync(userId, now, cancellationToken);
        // Not an insert: the id is new, and a retry whose first answer was lost must not fail on its own row.
        var key = $"{AuditRows.Place(now)}|{Guid.CreateVersion7(now):N}";
        await _table.UpsertEntityAsync(
            AuditRows.ToRow(userId, key, new AuditEntry(action, origin.By, origin.Network, Cut(details), 1) { At = now }),
            TableUpdateMode.Replace,
            cancellationToken);
    }

    /// <summary>Counts what may come often and be another's doing. Two transactions.</summary>
    public async Task CountAsync(string userId, string action, AuditOrigin origin, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await NoteAsync(userId, now, cancellationToken);
        var key = $"{AuditRows.Place(new DateTimeOffset(now.Date.AddHours(now.Hour), TimeSpan.Zero))}|{action}";
        var entry = new AuditEntry(action, origin.By, origin.Network, null, 1) { At = now };
        while (!await TryCountAsync(userId, key, entry, cancellationToken))
        {
            // Another process counted first; each round somebody gets through.
        }
    }

    /// <summary>A page, the newest first. One transaction.</summary>
    /// <param name="after">Where the page before ended, or <c>null</c>.</param>
    /// <param name="limit">At most 1,000.</param>
    public async Task<AuditPage> ListAsync(string userId, string? after, int limit, CancellationToken cancellationToken)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {userId} and RowKey gt {after ?? ""}");
        var rows = await _table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellationToken).Take(limit)
            .ToListAsync(cancellationToken);
        return new AuditPage([.. rows.Select(AuditRows.FromRow)], rows.Count == limit ? rows[^1].RowKey : null);
    }

    private Task NoteAsync(string userId, DateTimeOffset now, CancellationToken cancellationToken) => expiry.NoteAsync(
        Kind, userId, DateOnly.FromDateTime(now.UtcDateTime).AddDays(options.Value.AuditDays), cancellationToken);

    private async Task<bool> TryCountAsync(string userId, string key, AuditEntry entry, CancellationToken cancellationToken)
    {
        var known = await _table.GetEntityIfExistsAsync<TableEntity>(userId, key, cancellationToken: cancellationToken);
        var row = AuditRows.ToRow(userId, key, known.HasValue ? entry with { Count = AuditRows.FromRow(known.Value!).Count + 1 } : entry);
        try
        {
            if (known.HasValue)
                await _table.UpdateEntityAsync(row, known.Value!.ETag, TableUpdateMode.Replace, cancellationToken);
            else
                await _table.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412 || (e.Status == 404 && e.ErrorCode == "ResourceNotFound"))
        {
            return false;
        }
    }

    private static string? Cut(string? details) => details is { Length: > MaxDetails } ? details[..MaxDetails] : details;
}
