using FitServerless.Functions.Http;
using FitServerless.Sync;
using Microsoft.AspNetCore.Http;

namespace FitServerless.Functions.Adapters;

/// <summary>The checkpoint <c>{id, updatedAt}</c> of RxDB's documentation: our cursor stands in <c>updatedAt</c>, and <c>id</c> is empty.</summary>
internal static class RxdbCheckpoint
{
    /// <summary>Without one a client sends 0; and <c>undefined</c> while it knows only a stream's empty checkpoint.</summary>
    /// <exception cref="ProblemException">Not a cursor of ours.</exception>
    public static SyncCursor Read(HttpRequest request) => request.Text("updatedAt") switch
    {
        null or "0" or "undefined" or "null" => SyncCursor.Start,
        { } text when SyncCursor.TryParse(text, out var cursor) => cursor,
        _ => throw new ProblemException(Problems.Invalid("updatedAt", "The updatedAt of the last checkpoint, or 0.")),
    };
}
