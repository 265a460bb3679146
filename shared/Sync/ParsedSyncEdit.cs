using System.Text.Json.Serialization;
using FitServerless.Json;

namespace FitServerless.Sync;

/// <summary>A change out of a list, or what was wrong with it: one that cannot be read must not block its neighbours.</summary>
/// <param name="Error">The member that could not be read, as a JSON path; <c>null</c> if all could.</param>
[JsonConverter(typeof(Converter))]
public sealed record ParsedSyncEdit(SyncEdit? Edit, string? Error)
{
    internal sealed class Converter() : LenientConverter<ParsedSyncEdit, SyncEdit>(
        SyncJson.Default.SyncEdit, edit => new ParsedSyncEdit(edit, null), path => new ParsedSyncEdit(null, path));
}
