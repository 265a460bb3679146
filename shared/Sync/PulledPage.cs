namespace FitServerless.Sync;

/// <param name="Entries">Of the page, what the device needs.</param>
public sealed record PulledPage(LogPage Log, SyncCursor Cursor, IReadOnlyList<LogEntry> Entries);
