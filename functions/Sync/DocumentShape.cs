using FitServerless.Sync;

namespace FitServerless.Functions.Sync;

/// <summary>What <see cref="SyncWriter"/> writes of a document.</summary>
/// <param name="Op"><c>put</c> or <c>delete</c>.</param>
/// <param name="Data">Not of a delete.</param>
internal sealed record DocumentShape(string Collection, string Id, string Op, int Version, DateTimeOffset UpdatedAt, FreeObject? Data = null);
