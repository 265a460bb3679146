using System.Text.Json;
using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Adapters;

/// <summary>
/// The checkpoint <c>{id, updatedAt}</c> of RxDB's documentation. A pull puts its cursor into <c>updatedAt</c>, and an event of a stream only the
/// place behind which it tells of changes, into <c>id</c>; RxDB lays the one over the other. So an event never moves a client on, past what it
/// may have missed before its stream opened; and one that came late, after a pull that knew better, makes the next pull go back to it.
/// </summary>
internal static class RxdbCheckpoint
{
    /// <summary>Without one a client sends 0; and <c>undefined</c> while it has only that of an event.</summary>
    /// <exception cref="ProblemException">Not of ours.</exception>
    public static SyncCursor Read(HttpRequest request)
    {
        Sequence? told = request.Text("id") is { } id && Sequence.TryParse(id, out var sequence) ? sequence : null;
        var pulled = request.Text("updatedAt") switch
        {
            // RxDB notes no checkpoint of a pull that brought nothing: a device may have all its documents from events.
            null or "0" or "undefined" or "null" => told is { } heard ? SyncCursor.HeardOnly(heard) : SyncCursor.Start,
            { } text when SyncCursor.TryParse(text, out var cursor) => cursor,
            _ => throw new ProblemException(Problems.Invalid("updatedAt", "The updatedAt of the last checkpoint, or 0.")),
        };
        return told < pulled.Position ? pulled with { Position = told.Value } : pulled;
    }

    public static void Write(Utf8JsonWriter writer, SyncCursor pulled)
    {
        writer.WriteString("id"u8, ""u8);
        writer.WriteString("updatedAt"u8, pulled.ToString());
    }

    public static void WriteTold(Utf8JsonWriter writer, Sequence from) => writer.WriteString("id"u8, from.ToString());
}
